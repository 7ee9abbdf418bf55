"""How many an attack hit in all, and how many of them it killed.

"A man was killed and four more were wounded" tells of five who were hit, "four people were shot,
one fatally" of four: no number of the two stands in the same state, and yet they clash. Where the
words leave open whether the dead are among those shot ("ten shot, one dead"), both sums may hold.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator, Sequence

from claims.figures import numerals
from claims.records import Figure
from reconcile.facts.enumerated import SEVERAL
from reconcile.facts.scenes import claims_beside
from reconcile.facts.two_figures import HURT, Two, is_part
from reconcile.facts.wording import says
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.sentences import sentence_bounds
from reconcile.ties import ANY_STORY, PARTINGS, TIES
from reconcile.views import REMEMBERED, View, at_two_dates

MOST = 200
"""Sums above this are of a battle or a war, whose dead and wounded nobody counts one by one."""

FEWEST = 3
"""Sums below are of persons told one by one."""

_N = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_HIT = r"(?:shot|hit|struck|stabbed|wounded|injured|hurt)"
_AUX = r"(?:(?:has|have|had|was|were|is|are|later|since|also|been|being)\s+)*"
_DIED = r"(?:died|dies|killed|dead|fatal(?:ly)?|succumbed)"
_THEM = r"of\s+(?:them|whom|those|the\s+(?:victims|wounded|injured|people|men|women|group))"

_AMONG_HIT = re.compile(
    rf"\b(?P<all>{_N})(?:\s+(?!killed\b|dead\b|died\b|and\b)[\w'’-]+){{0,5}}?\s+{_HIT}\b"
    rf"(?!\s+(?:and|to)\s+(?:killed|death|dead))[^.;!?]{{0,80}}?(?:,\s*|\s+|\()(?:and\s+|with\s+)?(?:"
    rf"(?P<fatal>{_N})(?:\s+{_THEM})?\s+{_AUX}fatal(?:ly)?\b"
    rf"|(?P<them>{_N})\s+{_THEM}\s+{_AUX}{_DIED}\b"
    rf"|including\s+(?P<who>{_N}|an?)(?:\s+\w+){{0,2}}?\s+(?:who\s+)?{_AUX}{_DIED}\b)",
    re.IGNORECASE,
)
"""So many hit, of whom so many died: "four people were shot, one fatally", "five were hurt, two of
whom have died", "three shot, including a man who died"."""

_KILLING = re.compile(
    rf"\b{_HIT}\s+(?P<all>{_N})(?:\s+(?!and\b)[\w'’-]+){{0,4}}?,?\s+killing\s+(?P<dead>{_N})\b"
    r"(?!\s+(?:other|others|more)\b)",
    re.IGNORECASE,
)
""" "Shot five people, killing two of them"."""

_OTHERS = re.compile(r"\b(?:others?|more|another|additional)\b", re.IGNORECASE)

_BOUNDED = re.compile(
    r"\b(?:at least|more than|over|about|around|some|nearly|almost|up to|as many as)\s+$",
    re.IGNORECASE,
)

_FURTHER = re.compile(
    rf"\b{_N} (?:\w+ ){{0,2}}?(?:in )?(?:critical|serious|stable|grave|fair|good)\b"
    r"(?! (?:injur|wound))|\b(?:killed|killing|shot dead) (?:his|her|their|an?) [\w-]+(?: [\w-]+)? "
    r"and "
    r"(?:his|her|their|an?)\b",
    re.IGNORECASE,
)
"""More persons than the counts hold: "two dead, two critical and five hurt"."""

_WHO = r"(?:gunm[ae]n|shooters?|suspects?|attackers?|assailants?|bombers?)"
_ATTACKER = re.compile(
    rf"\b{_WHO},? (?:(?:who|was|were|is|are|also|has|had|been|then|later|found|himself) ){{0,4}}"
    r"(?:dead|dies|died|killed|wounded|injured|hurt|shot)\b"
    rf"(?! (?:at|and|the|an?|his|her|several|multiple|people|{_N})\b)|"
    rf"\b(?:kill(?:ed|ing)|shot|wounded) the (?:\w+ )?{_WHO}\b|"
    r"\b(?:killed|shot|stabbed|hanged) (?:himself|herself)\b|\b(?:turned|turning) (?:the|his|her) "
    r"(?:hand)?(?:gun|weapon) on (?:himself|herself)\b|\bsuicide\b|\bself-inflicted\b|"
    r"\btook (?:his|her) own life\b",
    re.IGNORECASE,
)
"""An attacker who was hit too, whom outlets count or leave out."""


@dataclasses.dataclass(frozen=True, slots=True)
class Toll:
    """What a sentence tells of those whom one attack hit."""

    killed: int
    hit: frozenset[int]
    """How many were hit in all, the dead among them: one number where the words settle it."""

    beside: bool = True
    """Whether the dead are told beside the hurt, not as some of those hit."""

    @property
    def settled(self) -> bool:
        return len(self.hit) == 1

    def __str__(self) -> str:
        return f"{min(self.hit)} people hit, {self.killed} of them killed"


def compare_shot_sums(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Whether two sentences on one attack come to one sum of the dead and the wounded; nothing
    where one does not give both, or where both give them in the same states."""
    mine, other = toll_told(a), toll_told(b)
    if mine is None or other is None or mine.beside == other.beside:
        return  # where both are told alike, state is compared with state
    if not _one_attack(a, b, alignment):
        return
    given = str(mine), str(other)
    if not mine.hit & other.hit:
        if not _attacker_apart(a, b, mine, other):
            reason = f"{given[0]} against {given[1]}, the dead and the wounded added up"
            yield Finding(
                "conflict", "figure", given, reason, 0.8, _signs(a, b, mine, other),
                strict=mine.settled and other.settled and not _may_have_risen(a, b, mine, other),
            )  # fmt: skip
    elif not (mine.settled and other.settled):
        return
    elif mine.killed == other.killed:
        reason = f"{given[0]}: both come to this, the dead and the wounded added up"
        yield Finding("agree", "figure", given, reason, 0.7, frozenset({"equal", "tops", "sum"}))
    else:
        reason = f"{given[0]} and {given[1]}: of as many hit, more have died by one of the two"
        yield Finding("update", "figure", given, reason, 0.6)


def _one_attack(a: View, b: View, alignment: Alignment) -> bool:
    if a.article.id == b.article.id or alignment.story < ANY_STORY or a.aside or b.aside:
        return False
    if alignment.time.match is Match.DIFFERS:
        return False
    if alignment.place.match is Match.DIFFERS and "same_names" not in alignment.ties:
        return False  # a quarter in one and its city in the other are no two places
    if says(SEVERAL, a.sentence) or says(SEVERAL, b.sentence):
        return False
    apart = alignment.ties & (PARTINGS.keys() - {"names_differ"})
    return bool(alignment.ties & TIES.keys()) and not apart


def _signs(a: View, b: View, mine: Toll, other: Toll) -> frozenset[str]:
    low, high = sorted((min(mine.hit), min(other.hit)))
    return held(
        {
            "sum": True,
            "anybody": True,
            "tops": True,
            "off_by_one": high - low <= 1,
            "third": high <= 1.34 * low,
            "later": at_two_dates(a, b),
        }
    )


def _may_have_risen(a: View, b: View, mine: Toll, other: Toll) -> bool:
    """Whether the higher sum is of a later day: more who were hit may have come forward."""
    low, high = (a, b) if min(mine.hit) < min(other.hit) else (b, a)
    return not (low.published and high.published) or low.published < high.published


def _attacker_apart(a: View, b: View, mine: Toll, other: Toll) -> bool:
    """Whether the sums are one apart, and one of the articles tells of an attacker who was hit."""
    if min(abs(x - y) for x in mine.hit for y in other.hit) > 1:
        return False
    return any(_attacker_hit(view.article.text) for view in (a, b))


@functools.lru_cache(maxsize=1 << 12)
def _attacker_hit(text: str) -> bool:
    return bool(_ATTACKER.search(text))


def toll_told(view: View) -> Toll | None:
    """The toll that the sentence of a claim gives; ``None`` where it does not give both numbers, or
    where the claim tells of something else."""
    told = [f for f in view.claim.figures if f.role == "killed" or f.role in HURT]
    return _toll_of(view, told[0].start) if told else None


@functools.lru_cache(maxsize=REMEMBERED)
def _toll_of(view: View, at: int) -> Toll | None:
    first, last = sentence_bounds(view.article.text, at)
    sentence = view.article.text[first:last]
    figure = next(f for f in view.claim.figures if f.start == at)
    found = {
        (f.start, f.end): f
        for claim in claims_beside(view, figure)
        for f in claim.figures
        if first <= f.start < last and (f.role == "killed" or f.role in HURT)
    }
    return toll(sentence, sorted(found.values(), key=lambda f: (f.start, -f.end)))


def toll(sentence: str, figures: Sequence[Figure]) -> Toll | None:
    """The toll that a sentence gives.

    Args:
        sentence: The sentence.
        figures: Its counts of the killed and the hurt, in their order.
    """
    if _attacker_hit(sentence):
        return None
    return _among_hit(sentence, figures) or _added_up(sentence, figures)


def _among_hit(sentence: str, figures: Sequence[Figure]) -> Toll | None:
    """The dead told as some of those hit; ``None`` where others were killed besides."""
    match = _AMONG_HIT.search(sentence) or _KILLING.search(sentence)
    if match is None:
        return None
    all_, dead = _number(match["all"]), _number(next(g for g in match.groups()[1:] if g))
    if _BOUNDED.search(sentence[: match.start("all")]):
        return None
    others = sum(f.low for f in figures if f.role == "killed") > dead
    if others or not dead <= all_ <= MOST or _OTHERS.search(match[0][: len(match["all"]) + 12]):
        return None
    return Toll(dead, frozenset({all_}), beside=False)


def _number(word: str) -> int:
    read = numerals(word)
    return int(read[0].value) if read else 1


def _added_up(sentence: str, figures: Sequence[Figure]) -> Toll | None:
    """The dead told beside the hurt; both sums where a count of those shot may hold the dead.

    Persons told one by one ("a man, 40, died; another was shot in the leg") are no sum.
    """
    if _FURTHER.search(sentence):
        return None
    whole = [f for f in figures if not any(_inside(f, g) for g in figures)]
    killed = [f for f in whole if f.role == "killed"]
    hurt = [f for f in whole if f.role in HURT]
    if len(killed) != 1 or len(hurt) != 1 or not all(_exact(f) for f in (*killed, *hurt)):
        return None
    dead, wounded = int(killed[0].low), int(hurt[0].low)
    if not FEWEST <= dead + wounded <= MOST:
        return None
    beside = _OTHERS.search(hurt[0].text) or (
        hurt[0].role == "injured" and killed[0].start < hurt[0].start
    )
    if beside:
        return Toll(dead, frozenset({dead + wounded}))
    if dead > wounded:
        return None
    return Toll(dead, frozenset({wounded, dead + wounded}), beside=False)


def _inside(part: Figure, whole: Figure) -> bool:
    return part is not whole and whole.start <= part.start and part.end <= whole.end


def _exact(figure: Figure) -> bool:
    return figure.bound == "exact" and figure.low == figure.high and not is_part(figure)


def told_with_the_dead(two: Two) -> bool:
    """Whether both sentences give a toll that is settled, and one counts the dead among those hit
    and the other beside them: the sums are compared then, not the two numbers."""
    if two.fa.role not in HURT or two.fb.role not in HURT:
        return False
    mine, other = toll_told(two.a), toll_told(two.b)
    if mine is None or other is None or not (mine.settled and other.settled):
        return False
    return mine.beside != other.beside
