"""The total of a whole war: when a number counts all that a war or an epidemic has cost.

"A conflict that has claimed 280,000 lives", "more than 300,000 have been killed since the war broke
out": articles on a day's fighting end with such a sentence. It is not of the day's event, nor of
its place: totals that two articles give of one war are of one thing.
"""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from claims.records import Figure
from reconcile.sentences import sentence_bounds
from reconcile.views import REMEMBERED, View
from reconcile.war_lands import is_land, lands_of, main_land

GREAT = 1000
"""Least number that is taken for the total of a war where it is not said of which day it is."""

COUNTED = frozenset({"killed", "injured", "displaced", "fled", "missing"})
"""States that are counted over a whole war."""

NEAR = 100
"""Code points around a number in which a place says where it was counted."""

START_YEARS = 1
"""Years by which two texts may differ on when one war began."""

ROUND_YEARS = 20
"""Lengths of a war from here on are round: "a 50-year war" tells no year."""

_ABOUT = (
    r"(?![- ](?:torn|ravaged|battered|scarred|stricken|hit|zone|monitor|watchdog|plane|ship|crime|"
    r"veteran|hero|game|effort|reporter|correspondent|room|group)|\w|planes?)"
)

HEADS: dict[str, str] = {
    "war": r"wars?|conflict|uprising|revolt|rebellion|insurgency|revolution|hostilities|genocide",
    "strife": r"fighting|violence|crisis|crackdown|unrest|bloodshed|turmoil",
    "disease": r"epidemic|pandemic|outbreak",
    "hunger": r"famine|drought",
    "siege": r"siege|blockade|occupation",
}
"""Kind of a long misfortune: the words for it. Of "strife" only a count since a year, or over
years, is a total: there is fighting every day."""

_COST = (
    r"(?:killed|claimed|cost|left|caused|taken|took|displaced|driven|forced|uprooted|injured|"
    r"wounded|brought|resulted in|led to|seen)"
)
_BEGAN = (
    r"(?:began|begun|start(?:ed|ing)?|broke out|erupt(?:ed|ing)|flared(?: up)?|beginning|onset|"
    r"ongoing|outbreak)"
)
_MONTH = (
    r"(?:(?:early|late|mid-?|January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\s+)*"
)
_YEAR = re.compile(rf"\b(?:since|(?:{_BEGAN})[^.;]{{0,90}}?\bin)\s+{_MONTH}((?:19|20)\d\d)\b")
_YEARS = re.compile(
    r"\b(?:(?P<n>\d{1,2}(?:-?1/2)?|two|three|four|five|six|seven|eight|nine|ten)[- ]years?"
    r"(?:[- ]old|[- ]long|\sof|\slong)?)\b(?!\sago|-olds?\s(?!\w*\s?(?:war|conflict)))"
)
_WORDS = "two three four five six seven eight nine ten".split()

_OTHER_WINDOW = re.compile(
    r"\b(?:this|last|past|previous|per|each|every|a) (?:\d+ |two |three |four |few )?"
    r"(?:days?|weeks?|months?|hours?|year|weekend)\b|\bdaily\b|\balone\b|"
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|"
    r"\b(?:yesterday|overnight|today)\b|\bmonths? of (?:infighting|fighting|clashes)\b",
    re.IGNORECASE,
)
"""A count over a part of the war."""

_IN_YEAR = re.compile(rf"\bin {_MONTH}(?:19|20)\d\d\b")

_PART_OF_IT = re.compile(
    r"\b(?:offensive|campaign|battles?|operations?|air ?strikes?|raids?|intervention|truce|cease-?"
    r"fire|infighting|jails?|prisons?|detention|tortured?|executed|there|"
    r"custody|landmines?|barrel bombs?|attacks?)\b",
    re.IGNORECASE,
)
"""What is counted apart within a war."""

_POPULATION = re.compile(r"\bpopulation of\W*(?:\w+\s)?$")
_BY = re.compile(
    r"\b(?:killed|died|displaced|wounded|injured) (?:by|at the hands of) "
    r"(?!the (?:war|conflict|violence|fighting|crisis))",
    re.IGNORECASE,
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b[^.;,]{0,40}$|^[^.;,]{0,60}\b(?:has|have|had) ", re.I)
_OPEN = re.compile(r"\b(?:may|might|could|can|if|whether)\b", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"\b(?:in|near|around|outside|inside|from|across) (?:the )?((?:[A-Z][\w-]*)(?: [A-Z][\w-]*)*)"
)

_SINCE_YEAR = re.compile(
    rf"\bsince (?:[^.;,]{{0,60}}?\b{_BEGAN} in )?{_MONTH}(?:19|20)\d\d\b", re.IGNORECASE
)

_HEADS = {
    kind: re.compile(rf"\b(?:{words}){_ABOUT}", re.IGNORECASE) for kind, words in HEADS.items()
}

_COSTS = re.compile(
    rf"\b{_COST}\b(?:\s+\S+){{0,6}}\s*$|\b{_COST}\b[^.;]{{0,60}}\band\b[^.;]{{0,60}}$"
)
"""From a war to the number: "that has so far claimed"."""

_TOLL = re.compile(
    r"\b(?:toll|tally|count|number|dead|deaths|killed|losses)\b(?:\s+\S+){0,2}?\s+(?:from|of|in|for|"
    r"since|during)(?:\s+\S+){0,5}?\s*$",
    re.IGNORECASE,
)
"""Before a war: "the death toll from the five-year"."""

_WITHIN = re.compile(
    r"\b(?:in|during|from|of|by|since|over|throughout|amid|due to|because of|as)"
    r"(?:\s+(?!(?:killed|claimed|left)\b)[\w'’-]+){0,6}?\s*$",
    re.IGNORECASE,
)
"""From the number to a war, or before one that opens the sentence: "since the civil", "in Asha's
four-year"."""


@dataclasses.dataclass(frozen=True, slots=True)
class War:
    """What a text says of the war whose total it gives."""

    kind: str
    """A key of ``HEADS``."""
    lands: frozenset[str]
    """Roots of the names at the word for it: "Syria's war", "the conflict in Syria"; those in the
    sentence where there are none, empty where it has none either."""
    began: frozenset[int]
    """Years in which it began, where they are told; "a five-year war" is counted back."""


@dataclasses.dataclass(frozen=True, slots=True)
class Total:
    """One total of one war."""

    war: War
    figure: Figure


def totals(view: View) -> tuple[Total, ...]:
    """The figures of a claim that are totals of a whole war; empty for most claims."""
    claim = view.claim
    if claim.modality in ("planned", "demanded") or claim.polarity == "negated":
        return ()
    if claim.modality == "possible" and _OPEN.search(claim.text):
        return ()
    if not any(_may_be(figure) for figure in view.claim.figures):
        return ()
    return _totals(view)


@functools.lru_cache(maxsize=REMEMBERED)
def _totals(view: View) -> tuple[Total, ...]:
    return tuple(_read(view))


def _read(view: View) -> Iterator[Total]:
    text = view.article.text
    for figure in view.claim.figures:
        if not _may_be(figure):
            continue
        first, last = sentence_bounds(text, figure.start)
        before = text[sentence_bounds(text, max(0, first - 2))[0] : first] if first else ""
        at = figure.start - first, figure.end - first
        year = view.published.year if view.published else 0
        if war := told_war(text[first:last], before, at, year):
            yield Total(dataclasses.replace(war, lands=war.lands or main_land(view)), figure)


def _may_be(figure: Figure) -> bool:
    if figure.role not in COUNTED or figure.unit:
        return False
    least = (figure.high or 0.0) if figure.bound == "at_most" else figure.low
    return least >= GREAT and not figure.scope.startswith("of ")


def told_war(sentence: str, before: str, at: tuple[int, int], year: int = 0) -> War | None:
    """The war whose whole cost a number counts; ``None`` where it counts something else.

    Args:
        sentence: The sentence that the number stands in.
        before: The sentence before it, which may have named the war.
        at: Where in the sentence the number stands.
        year: Of publication, from which "a five-year war" is counted back; 0 where unknown.
    """
    began = _began(sentence, year)
    if _is_part(sentence, at):
        return None
    for kind, head in _heads(sentence):
        if (kind != "strife" or began) and _counts(sentence, head, at):
            return War(kind, lands_of(sentence, head), began)
    for kind, head in _heads(before):
        if kind == "strife":
            continue
        if not list(_heads(sentence)) and _goes_on(sentence, at):
            lands = lands_of(sentence, None) or lands_of(before, head)
            return War(kind, lands, began or _began(before, year))
    if began and _SINCE_YEAR.search(sentence) and _is_perfect(sentence, at):
        return War("war", lands_of(sentence, None), began)
    return None


def _heads(sentence: str) -> Iterator[tuple[str, re.Match[str]]]:
    for kind, pattern in _HEADS.items():
        for match in pattern.finditer(sentence):
            yield kind, match


def _counts(sentence: str, head: re.Match[str], at: tuple[int, int]) -> bool:
    """Whether a number counts what the war of a headword has cost."""
    if head.end() <= at[0]:
        between = sentence[head.end() : at[0]]
        return bool(_COSTS.search(between) or _TOLL.search(sentence[: head.start()])
                    or _WITHIN.search(sentence[: head.start()]))  # fmt: skip
    return bool(_WITHIN.search(sentence[at[1] : head.start()]))


def _goes_on(sentence: str, at: tuple[int, int]) -> bool:
    """Whether a sentence goes on to tell what the war of the sentence before it has cost."""
    return _is_perfect(sentence, at) and not _PART_OF_IT.search(sentence)


def _is_perfect(sentence: str, at: tuple[int, int]) -> bool:
    """Whether what a number counts has come about by now: "have been killed", "it has cost"."""
    return bool(_PERFECT.search(sentence[: at[0]]) or _PERFECT.search(sentence[at[1] :]))


def _is_part(sentence: str, at: tuple[int, int]) -> bool:
    """Whether the number counts over a part of the war: a month, a prison, one side's doing."""
    bare = _YEAR.sub(lambda match: " " * len(match[0]), sentence)
    near = bare[max(0, at[0] - 80) : at[1] + 80]
    if _OTHER_WINDOW.search(near) or _BY.search(near):
        return True
    if _IN_YEAR.search(bare, max(0, at[0] - 25), at[1] + 45):
        return True
    if _POPULATION.search(sentence[: at[0]]):
        return True
    clause = sentence[at[0] : at[1] + 60]
    if part := _PART_OF_IT.search(clause):
        return not any(head.start() < part.start() for _, head in _heads(clause))
    places = _IN_PLACE.finditer(sentence, max(0, at[0] - NEAR), at[1] + NEAR)
    return any(_inside(sentence, match) for match in places)


def _inside(sentence: str, match: re.Match[str]) -> bool:
    """Whether a place stands for a part of the country: it is no country, no month, and it is not
    the place of the war itself ("the conflict in Darfur")."""
    words = match[1].split()
    if all(is_land(word) for word in words):
        return False
    ahead = sentence[: match.start()].rstrip()
    return not any(head.end() == len(ahead) for _, head in _heads(sentence))


def _began(sentence: str, year: int) -> frozenset[int]:
    """The years in which a war began, as a sentence tells."""
    found = {int(match[1]) for match in _YEAR.finditer(sentence)}
    for match in _YEARS.finditer(sentence) if year and not found else ():
        number = match["n"].casefold()
        if number[0].isdigit():
            years = int(re.split(r"\D", number)[0])
            found |= {year - years} if years < ROUND_YEARS else set()
        elif number in _WORDS:
            found.add(year - _WORDS.index(number) - 2)
    return frozenset(found)


def one_war(a: War, b: War) -> bool:
    """Whether two texts give totals of one war: of one kind, of one country, begun in one year."""
    if not a.lands & b.lands or not _one_kind(a.kind, b.kind):
        return False
    if not a.began or not b.began:
        return True
    return any(abs(x - y) <= START_YEARS for x in a.began for y in b.began)


def _one_kind(a: str, b: str) -> bool:
    return a == b or {a, b} == {"war", "strife"}


def of_one_war(a: View, b: View) -> bool:
    """Whether two claims of two articles tell of the total of one war, and count nothing else."""
    if a.article.id == b.article.id or not totals(a) or not totals(b):
        return False
    if not (_nothing_else(a) and _nothing_else(b)):
        return False
    return any(one_war(x.war, y.war) for x in totals(a) for y in totals(b))


def _nothing_else(view: View) -> bool:
    """Whether all whom a claim counts as harmed are counted over the war."""
    counted = [f for f in view.claim.figures if f.role in COUNTED and not f.unit]
    return len(counted) == len(totals(view))


def both_totals(a: View, figure: Figure, b: View, other: Figure) -> bool:
    """Whether two figures are totals of wars; such are compared as such, and not as a day's."""
    return is_total(a, figure) and is_total(b, other)


def is_total(view: View, figure: Figure) -> bool:
    """Whether a figure of a claim is the total of a war."""
    return any(total.figure is figure for total in totals(view))
