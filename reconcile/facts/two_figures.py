"""Two figures in one state: what their numbers, nouns and own claims say of each other."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from claims.figures import Comparison, can_be_one, comparable
from claims.figures.kinds import among
from claims.figures.units import in_base_units
from claims.records import Figure
from reconcile.facts.wording import NARROWER, REST, REVISED
from reconcile.findings import Alignment, Match
from reconcile.ties import voice
from reconcile.views import View

RISING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "captured", "fled"})
"""States whose count grows while a story unfolds: a later, higher one is news, not a clash."""

FIRM = RISING | frozenset(
    {"casualty", "abducted", "destroyed", "damaged", "fired", "rescued", "evacuated", "carried out"}
)
"""States in which two outlets' counts of one event are rivals."""

ANYBODY = frozenset(
    "person people civilian citizen resident local villager victim individual".split()
)
"""Nouns that outlets use for one and the same dead: "11 people" and "16 civilians"."""

HURT = frozenset({"injured", "shot", "hospitalised"})
"""States that outlets use for the same victims."""

LIKE_ROLELESS = 0.7
"""Least likeness of two claims whose figures say nothing of a state."""

LIKE_WORDING = 0.8
"""Least likeness of two claims told in the same words."""

ROUNDING = 0.15
"""Share by which two outlets' round figures of one distance or sum may differ."""

NEAR = 0.1
"""Share by which two numbers differ that a reader takes for one, put more or less exactly."""

NEAR_BOUND = 0.5
"""Least share of an upper bound that a number has which may be the one that it bounds."""


@dataclasses.dataclass(frozen=True, eq=False)
class Two:
    """Two figures in the same state, and the claims they stand in."""

    a: View
    b: View
    fa: Figure
    fb: Figure
    alignment: Alignment

    @property
    def counted(self) -> Comparison:
        """How what is counted compares; anybody is anybody."""
        if {self.fa.noun, self.fb.noun} <= ANYBODY and is_part(self.fa) == is_part(self.fb):
            return "same"
        return comparable(self.fa, self.fb)

    @property
    def by_number(self) -> tuple[tuple[View, Figure], tuple[View, Figure]]:
        """Both sides, the lower number first; of "2 miles" and "2 kilometres" whichever, but
        always the same."""
        both = (self.a, self.fa), (self.b, self.fb)
        first, second = sorted(
            both, key=lambda s: (s[1].low, s[1].unit, s[1].text, s[0].claim.text)
        )
        return first, second


def one_state(a: str, b: str) -> bool:
    """Whether two states are one, or two words for it."""
    return a == b or {a, b} <= HURT


def one_number(a: Figure, b: Figure) -> bool:
    """Whether the two can be one number, and no reader would take them for two."""
    return can_be_one(a, b) and not (_below(a, b) or _below(b, a))


def near_numbers(two: Two) -> bool:
    """Whether the middles of the two, as stated, lie within a tenth of each other."""
    middles = [(f.low + (f.low if f.high is None else f.high)) / 2 for f in (two.fa, two.fb)]
    return min(middles) > 0 and max(middles) <= min(middles) * (1 + NEAR)


def far_below(two: Two) -> bool:
    """Whether one is an upper bound that the other is nowhere near: "up to 470,000" and 16."""
    return _below(two.fa, two.fb) or _below(two.fb, two.fa)


def _below(a: Figure, b: Figure) -> bool:
    if b.bound != "at_most" or a.high is None or b.high is None or a.unit != b.unit:
        return False
    return a.high < b.high * NEAR_BOUND


def says_little(two: Two) -> bool:
    """Whether that the two can be one number says little of what they count: "dozens" fits the
    tolls of many attacks, and one victim each of two shootings."""
    fa, fb = two.fa, two.fb
    return "vague" in (fa.bound, fb.bound) or fa.low == fb.low == 1


def is_part(figure: Figure) -> bool:
    """Whether it is told as some of a whole: "two of the crew"."""
    return figure.scope.startswith("of ")


def a_part(two: Two) -> bool:
    """Whether one counts some of what the other counts, by its noun or by its words; nine
    workers are none of three people."""
    a_part_by_words = two.counted == "subset" or is_part(two.fa) != is_part(two.fb)
    return a_part_by_words and not part_larger(two)


def _parts(two: Two) -> Iterator[tuple[Figure, Figure]]:
    """A part and its whole, where one is by its noun or its words: civilians among people."""
    for part, whole in ((two.fa, two.fb), (two.fb, two.fa)):
        if among(part.noun, whole.noun) or (is_part(part) and not is_part(whole)):
            yield part, whole


def part_fits(two: Two) -> bool:
    """Whether the number of a part is small enough to be among the whole's."""
    return any(part.low < whole.low for part, whole in _parts(two))


def part_larger(two: Two) -> bool:
    """Whether a part has a higher number than the whole: it is no part of that whole."""
    return any(part.low > whole.low for part, whole in _parts(two))


def summand(two: Two) -> bool:
    """Whether a sum in the claim of one is nearer to the other's number than this part of it, or
    a part of one kind with the other nearer than this sum."""
    return _nearer(two.fa, two.fb, two.b) or _nearer(two.fb, two.fa, two.a)


def _nearer(figure: Figure, given: Figure, view: View) -> bool:
    return any(
        other.role == given.role
        and abs(other.low - figure.low) < abs(given.low - figure.low)
        and (
            (_holds(other, given) and comparable(figure, other) != "other")
            or (_holds(given, other) and comparable(figure, other) == "same")
        )
        for other in view.claim.figures
        if other is not given
    )


def _holds(whole: Figure, part: Figure) -> bool:
    return whole.start <= part.start and part.end <= whole.end


def unlike(two: Two) -> bool:
    """Whether nothing says that the two count one kind of thing."""
    unknown = two.counted == "unknown" and not (two.fa.role and "" in (two.fa.noun, two.fb.noun))
    return unknown or (not two.fa.role and two.fa.noun != two.fb.noun)


def unsaid(two: Two) -> bool:
    """Whether one of the counts is only feared, planned or demanded: "could reach 200"."""
    return any(v.claim.modality not in ("asserted", "denied") for v in (two.a, two.b))


def no_rivals(two: Two) -> bool:
    """Whether the two are of a sort that does not clash, whatever their numbers."""
    fa, fb = two.fa, two.fb
    single = any(f.high is not None and f.high <= 1 for f in (fa, fb))  # tells of one, or of none
    near = bool(fa.unit) and _near(fa, fb)
    return single or near or "vague" in (fa.bound, fb.bound) or not _firm(two)


def _firm(two: Two) -> bool:
    """Whether the state counted is one that outlets mean alike when they use the word.

    Who was "treated" depends on where and when one looks.
    """
    if two.fa.role in FIRM or {two.fa.role, two.fb.role} <= HURT:
        return True
    same = two.alignment.participants.match is Match.SAME
    return same and two.fa.noun == two.fb.noun and two.alignment.likeness >= LIKE_ROLELESS


def _near(a: Figure, b: Figure) -> bool:
    """Whether two measures differ by no more than outlets' rounding of them."""
    first, second = (in_base_units(f.low, f.unit)[0] for f in (a, b))
    return abs(first - second) <= ROUNDING * max(first, second)


def the_rest(two: Two) -> bool:
    """Whether one counts those who are left when others have been counted."""
    return any(
        _ANOTHER.match(f.text)
        or REST.search(view.claim.quote[: max(0, f.start - view.claim.start)])
        for view, f in ((two.a, two.fa), (two.b, two.fb))
    )


_ANOTHER = re.compile(r"(?:another|additional|other|more(?! than))\b", re.IGNORECASE)


def narrower(two: Two) -> bool:
    """Whether only one counts those who died in one way or place."""
    first, second = (bool(NARROWER.search(view.claim.text)) for view in (two.a, two.b))
    return first != second


def revised(two: Two) -> bool:
    """Whether a claim, or its frame ("he said in a new toll"), tells of a change."""
    return any(REVISED.search(view.sentence) for view in (two.a, two.b))


def same_voice(two: Two) -> bool:
    """Whether one source is named for both."""
    return voice(two.a.claim) == voice(two.b.claim) != ""


def one_wording(two: Two) -> bool:
    """Whether the two claims are told in the same words, but for the number."""
    return two.alignment.likeness >= LIKE_WORDING


def bounded(two: Two) -> bool:
    """Whether one of them is not told as exact."""
    return two.fa.bound != "exact" or two.fb.bound != "exact"


def off_by_one(two: Two) -> bool:
    """Whether they are one apart at most."""
    return abs(two.fa.low - two.fb.low) <= 1


def within_a_third(two: Two) -> bool:
    """Whether the higher is at most a third above the lower."""
    (_, low), (_, high) = two.by_number
    return high.low <= 1.34 * low.low
