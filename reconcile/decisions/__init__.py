"""What reviewers decide on a case: an append-only log, and what follows from it.

A decision is an event on exact quotes (``claims.records.Decision``). ``making`` builds one,
``store`` keeps the log, ``state`` folds it into what is in force, ``finding`` and ``ruling``
hold it against the case as it is now, ``applying`` applies it, ``preview`` says beforehand what
it would change.
"""

from reconcile.decisions.address import (
    StoreError,
    case_key,
    check_reviewer,
    default_reviewer,
)
from reconcile.decisions.applying import apply
from reconcile.decisions.finding import Index, index, undecided
from reconcile.decisions.making import decide, merge, name_pair, note, split, tag
from reconcile.decisions.preview import Consequences, consequences
from reconcile.decisions.state import State, fold
from reconcile.decisions.store import Log, open_case_log, open_log, settle

__all__ = [
    "Consequences",
    "Index",
    "Log",
    "State",
    "StoreError",
    "apply",
    "case_key",
    "check_reviewer",
    "consequences",
    "decide",
    "default_reviewer",
    "fold",
    "index",
    "merge",
    "name_pair",
    "note",
    "open_case_log",
    "open_log",
    "settle",
    "split",
    "tag",
    "undecided",
]
