"""Record of a comparison of two bare texts."""

from __future__ import annotations

import dataclasses

from claims.records import Kind


@dataclasses.dataclass(frozen=True, slots=True)
class Rival:
    """What the two texts say of one thing, where not both can be true."""

    rule: str
    kind: Kind
    values: tuple[str, str]
    """Of the shorter text and of the longer one."""
    reason: str
    """One sentence without its stop; names the rule and the values."""
    signs: frozenset[str] = frozenset()
    """What speaks for or against a contradiction; what they mean is learnt."""
