"""The log as JSON lines: to hand it on, and to take in another's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import get_args

from claims.records import Act, Decision, Kind, Opinion, Quoted, Said, Verdict
from reconcile.decisions.address import StoreError, check_reviewer
from reconcile.decisions.ruling import ON_RELATIONS
from reconcile.decisions.state import order
from reports.jsonlines import dumps, from_json, to_json

_ACTS, _OPINIONS, _KINDS, _VERDICTS = (
    frozenset(get_args(each)) for each in (Act, Opinion, Kind, Verdict)
)
_ID = re.compile(r"[\w-]{1,64}", re.ASCII)


def dump(events: Iterable[Decision]) -> bytes:
    """Every event, undo and redo included, a line each, in the order of their times."""
    return b"".join(dumps(to_json(event)) for event in sorted(events, key=order))


def load(lines: Iterable[bytes]) -> Iterator[Decision]:
    """The events of :func:`dump`; empty lines are left out.

    Raises:
        StoreError: A line is no such event; names the line.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decision = from_json(Decision, json.loads(line))
            _check(decision)
        except (ValueError, RecursionError, StoreError) as error:
            raise StoreError(f"line {number} is no decision: {error}") from error
        yield decision


def _check(decision: Decision) -> None:
    """What the types of the fields don't say.

    Raises:
        ValueError: The first thing that is wrong.
    """
    check_reviewer(decision.reviewer)
    act = decision.act
    wrong = {
        f"{decision.id!r} is no id": not _ID.fullmatch(decision.id),
        f"{act!r} is no act": act not in _ACTS,
        f"{decision.opinion!r} is no verdict": (decision.opinion in _OPINIONS)
        != (act == "verdict"),
        "it names no such kind": not _KINDS.issuperset(decision.kinds),
        "it lacks a quote": (act in ON_RELATIONS or act == "merge")
        and (decision.a is None or decision.b is None),
        "it names no claim": act == "split" and decision.a is None,
        "it needs two names": act in ("same_name", "not_same_name") and len(decision.names) != 2,
        "it names no other": act in ("undo", "redo") and not decision.target,
        "it quotes no span": not (_spans(decision.a) and _spans(decision.b)),
        "the tool cannot have said so": not _sayable(decision.said),
    }
    for what, holds in wrong.items():
        if holds:
            raise ValueError(what)


def _spans(side: Quoted | None) -> bool:
    """Whether the places of a quote are numbers; JSON may have put anything there."""
    return side is None or (type(side.start) is int and type(side.end) is int)


def _sayable(said: Said | None) -> bool:
    return said is None or (said.verdict in _VERDICTS and _KINDS.issuperset(said.kinds))
