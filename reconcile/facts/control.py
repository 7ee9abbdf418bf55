"""Who holds a place, and how much of it: captures, retreats, attacks that were beaten back."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from rapidfuzz.distance import JaroWinkler

from claims.records import Claim, Happening, Verdict
from reconcile.alignment import alike
from reconcile.facts.parties import opposed, same_party
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, at_two_dates, content_words, telling

_TAKES = {"capture": True, "hold": True, "withdraw": False}
"""Sense: whether its agent has the place after it."""

_REPELS = re.compile(
    r"\b(?:repel\w*|repuls\w+|foil\w*|thwart\w*|fend\w* off|beat\w* (?:off|back)|rebuff\w*|"
    r"(?:push|dr[io]v|forc)\w*(?: [\w-]+){0,4} back)\b",
    re.IGNORECASE,
)
"""Words for an attack that took nothing."""

_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|at|ash)[-'’ ]|^the ")
ALIKE = 0.88
"""Least Jaro-Winkler similarity of two spellings of one foreign name."""

_WHOLE = re.compile(
    r"\b(?:full(?:y)?|complete(?:ly)?|entire(?:ly|ty)?|whole|total(?:ly)?|all (?:of|the))\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:parts?|partial(?:ly)?|most(?:ly)?|some|half|(?:two|one)[- ](?:thirds?|quarters?)|"
    r"three[- ]quarters|sections?|portions?|(?:\d+|per ?cent|percent) (?:percent|per ?cent|of)|"
    r"(?:north|south|east|west)ern (?:parts?|half|side|edge|outskirts)|outskirts|pockets?)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:formerly|previously|once|until|former|originally|no longer|used to|back then)\b",
    re.IGNORECASE,
)
"""Who had it before is told, not who has it."""

_NEARLY = re.compile(r"\b(?:nearly|almost|about|virtually|effectively)\b", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class Hold:
    """Who has a place after what a claim tells, or has it not."""

    party: str
    has: bool
    extent: str
    """``whole``, ``part``, or nothing where it is not said."""
    said: str


def hold(view: View) -> Hold | None:
    """What a claim says of who has the place it tells of; ``None`` for nothing."""
    happened = view.claim.happening
    stated = view.claim.modality in ("asserted", "denied")
    if happened is None or not stated or not happened.agent or _recalled(view.claim):
        return None
    negated = view.claim.polarity == "negated"
    if happened.sense == "repel" or (
        happened.sense not in _TAKES and _REPELS.search(view.claim.text)
    ):
        return Hold(happened.agent, not negated, "", _said(happened, negated))
    if happened.sense not in _TAKES:
        return None
    has = _TAKES[happened.sense] != negated
    return Hold(happened.agent, has, extent(view.claim.text), _said(happened, negated))


def _recalled(claim: Claim) -> bool:
    """Whether it tells who had the place before what the article reports: "they had
    come a month ago"."""
    return bool(_FORMER.search(claim.text)) or any(w.role == "background" for w in claim.when)


def _said(happened: Happening, negated: bool) -> str:
    return f"{happened.agent}: {'not ' if negated else ''}{happened.sense}"


@functools.lru_cache(maxsize=REMEMBERED)
def extent(text: str) -> str:
    """How much of it a text tells of: ``whole`` or ``part``, nothing where it says neither or
    both."""
    whole, part = bool(_WHOLE.search(text)), bool(_PART.search(text))
    if whole == part or _NEARLY.search(text):
        return ""
    return "whole" if whole else "part"


def compare_control(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """A place said to be in two hands, or one party said to have it and to have it not, or all of
    it and a part."""
    first, second = hold(a), hold(b)
    if first is None or second is None or alignment.time.match is Match.DIFFERS:
        return
    if not _same_place(a, b):
        return
    one_party = same_party(first.party, second.party)
    later = at_two_dates(a, b)
    signs = {
        "later": later,
        "two_parties": not one_party,
        "opposed": opposed(first.party, second.party),
        "same_place": alignment.place.match is Match.SAME,
        "same_happening": alignment.happening.match is Match.SAME,
        "control": True,
    }
    if (one_party and first.has != second.has) or (signs["opposed"] and first.has and second.has):
        values = first.said, second.said
        reason = f"{values[0]} against {values[1]} as who holds the place"
        verdict: Verdict = "update" if later else "conflict"
        yield Finding(verdict, "outcome", values, reason, 0.6, held(signs))
    elif one_party and first.has and second.has and {first.extent, second.extent} == _BOTH:
        values = first.extent, second.extent
        reason = f"{values[0]} against {values[1]} of the place in the hands of {first.party}"
        yield Finding("conflict", "extent", values, reason, 0.6, held(signs))


_BOTH = {"whole", "part"}


def _same_place(a: View, b: View) -> bool:
    """Whether both tell of one place: a telling name in what was taken or left, the same in both;
    a town is not a district in it."""
    mine, other = _what(a), _what(b)
    first, second = a.named_in(mine) | a.places, b.named_in(other) | b.places
    names = {x for x in first if telling(a, (x,)) and any(_one_name(x, y) for y in second)}
    if not names:
        return False
    taken = _reach(a, mine), _reach(b, other)
    return any(_one_name(x, y) for x in taken[0] for y in taken[1]) or alike(
        content_words(mine), content_words(other)
    )


def _reach(view: View, what: str) -> frozenset[str]:
    """The names in what was taken; those of the whole claim where an attack was beaten back."""
    named = view.named_in(what)
    return view.places or named if _REPELS.search(view.claim.text) else named


def _one_name(a: str, b: str) -> bool:
    """Whether two spellings may be of one place: alike but for the article and a doubled letter."""
    first, second = _plain(a), _plain(b)
    if first == second:
        return True
    return min(len(first), len(second)) >= 5 and JaroWinkler.similarity(first, second) >= ALIKE


@functools.lru_cache(maxsize=REMEMBERED)
def _plain(name: str) -> str:
    bare = _ARTICLE.sub("", name.casefold()).split(" ")[0]
    return re.sub(r"(\w)\1", r"\1", re.sub(r"[^\w]", "", bare))


def _what(view: View) -> str:
    return view.claim.happening.patient if view.claim.happening else ""
