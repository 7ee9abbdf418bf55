"""All comparators of bare texts."""

from __future__ import annotations

from reconcile.bare.aligning import Aligned
from reconcile.bare.antonyms import opposites
from reconcile.bare.classes import classes
from reconcile.bare.negations import negations, undone
from reconcile.bare.records import Rival
from reconcile.bare.roles import actors, roles
from reconcile.bare.slots import slots

COMPARATORS = (actors, negations, opposites, undone, roles, slots, classes)


def rivals(aligned: Aligned) -> tuple[Rival, ...]:
    """All that was found, comparator by comparator."""
    return tuple(rival for compare in COMPARATORS for rival in compare(aligned))
