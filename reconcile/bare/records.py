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
    what: str
    """What is compared, in the words of the reason."""
    signs: frozenset[str] = frozenset()
    """What speaks for or against a contradiction; what they mean is learnt."""

    @property
    def reason(self) -> str:
        """One sentence without its stop; names the rule and the values, in their order."""
        return f"{self.what}: one says «{self.values[0]}», the other «{self.values[1]}»"

    def turned(self) -> Rival:
        """The same with the values of the longer text first."""
        return dataclasses.replace(self, values=self.values[::-1])
