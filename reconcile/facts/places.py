"""Where one thing happened: two places of one depth that are not one place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from claims.names.demonyms import is_demonym
from claims.records import Happening
from reconcile.facts.cues import one_kind, parted, told_of_name
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, content_words

DEPTHS = {
    word: depth
    for depth, words in {
        "building": "warehouse arcade building hospital school mosque church market hotel station "
        "airport bridge bar restaurant club cafe apartment house home shop store mall factory "
        "plant depot silo base camp prison university college park stadium theatre cinema farm "
        "clinic bakery court tower motel lot",
        "street": "street avenue road boulevard lane drive highway square block alley st ave rd",
        "district": "district neighborhood neighbourhood suburb quarter ward",
        "town": "town village city hamlet",
        "province": "province governorate county state region",
    }.items()
    for word in words.split()
}
"""Head noun of a place to its depth. Places of two depths may contain each other."""

ONCE = frozenset(
    "begin explode crash sink collapse burn shoot born die arrest meet sign flood quake rob".split()
)
"""Happenings that have one place; an army attacks in many."""

SAME_STORY = 0.6
"""Least probability of one story for two places to be of one happening."""

LIKE = 0.4
SPELLING = 80
"""Two names at least so alike (rapidfuzz ratio) may be one place under two spellings."""


# No longer than a name is: a word of quotes and hyphens begins a name at each of them.
_NAME = r"(?:(?:al|el|ad|as|an)-\w{1,40}+|[A-Z][\w'’-]{0,40}+|bin|ibn|al|el)"
_KIND = (
    r"(mosque|church|school|market|square|village|town|hotel|bridge|airport|checkpoint|camp|"
    r"neighbou?rhood|district|suburb|apartments|motel|nightclub|park|prison|base|crossing|mall)"
)
_FIRST = (
    "(?!(?:The|An?|In|At|On|From|Near|His|Her|Their|Our|Its|My|This|That|One|Another|Each|Every|"
    "Some|No) )"
)
"""Words with a capital at the head of a sentence, which are no part of a name."""
_SOUNDED = re.compile(r"[^b-df-hj-np-tv-z]|(.)(?=\1)")
"""What is left out of a word for its consonants, a doubled one once."""
_BEFORE = re.compile(rf"(?<![\w-]){_FIRST}({_NAME}(?: {_NAME}){{0,3}}) (?i:{_KIND})\b")
_AFTER = re.compile(rf"\b{_KIND} of ({_NAME}(?: {_NAME}){{0,3}})")
_SORTS = content_words("middle high elementary primary")
"""What stands before "school" and is no name, or no part of one that tells two schools apart."""


@functools.lru_cache(maxsize=REMEMBERED)
def named_places(text: str) -> dict[str, set[str]]:
    """Places named with the word for what they are, by that word: mosques, villages, schools."""
    found: dict[str, set[str]] = {}
    for match in _BEFORE.finditer(text):
        found.setdefault(_kind(match[2]), set()).add(match[1])
    for match in _AFTER.finditer(text):
        found.setdefault(_kind(match[1]), set()).add(match[2])
    return found


def _kind(written: str) -> str:
    return written.casefold().replace("neighbour", "neighbor")


def compare_named_places(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One place of a sort in each claim, under two names; nothing where one names several."""
    first, second = named_places(a.claim.text), named_places(b.claim.text)
    tied = "same_names" in alignment.ties or (
        "lead_both" in alignment.ties and alignment.story >= SAME_STORY
    )
    for kind in sorted(first.keys() & second.keys() if tied else ()):
        if len(first[kind]) > 1 or len(second[kind]) > 1:
            continue
        one, other = next(iter(first[kind])), next(iter(second[kind]))
        mine, theirs = content_words(one) - _SORTS, content_words(other) - _SORTS
        if (
            is_demonym(one.split()[-1])
            or is_demonym(other.split()[-1])
            or not mine
            or not theirs
            or mine & theirs
            or ratio(one, other) >= SPELLING
        ):
            continue
        if _one_spelt(mine, theirs):
            continue
        told = told_of_name(a.claim.text, one), told_of_name(b.claim.text, other)
        if all(told) and not one_kind(*told):
            continue
        if parted(a, b, alignment) or one in b.article.text or other in a.article.text:
            continue
        signs = {
            "kind": True,
            "told": one_kind(*told),
            "settlement": kind in ("village", "town"),
            "quarter": kind == "district",
            "same_happening": alignment.happening.match is Match.SAME,
        }
        values = f"{one} {kind}", f"{other} {kind}"
        reason = f"{values[0]} against {values[1]} as where it happened"
        yield Finding("conflict", "place", values, reason, 0.5, held(signs))


def _one_spelt(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether a word of each name may be one in two spellings of an Arabic name's sounds."""
    mine, theirs = ({_SOUNDED.sub("", word) for word in words} for words in (a, b))
    return any(len(x) > 1 and ratio(x, y) >= SPELLING for x in mine for y in theirs)


def compare_places(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Places of one happening; nothing where they may lie in each other."""
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None or alignment.happening.match is not Match.SAME:
        return
    if first.sense not in ONCE or alignment.story < SAME_STORY:
        return
    if alignment.likeness < LIKE or not _same_subject(first, second):
        return
    if a.places & b.places:
        return  # they meet at one depth; what else is named lies in it or around it
    for one in first.places:
        for other in second.places:
            if one in b.claim.text or other in a.claim.text:
                continue  # where it came from, and where it struck
            finding = _compare(_full(one, a.claim.text), _full(other, b.claim.text), first.sense)
            if finding is not None:
                yield finding


def _compare(one: str, other: str, sense: str) -> Finding | None:
    values = one, other
    if ratio(one.casefold(), other.casefold()) >= SPELLING:
        return Finding("agree", "place", values, f"both place it at {one}", 0.5)
    depths = _depth(one), _depth(other)
    if depths[0] is None or depths[0] != depths[1] or content_words(one) <= content_words(other):
        return None
    own = [content_words(p) - set(DEPTHS) for p in values]
    if not own[0] or not own[1] or own[0] & own[1]:
        return None
    reason = f"{one} against {other}: two places for one happening ({sense})"
    return Finding("conflict", "place", values, reason, 0.7, strict=True)


def _full(place: str, text: str) -> str:
    """A place's name with the noun that says what it is: "Kolbin warehouse", "town of Orsa"."""
    before, found, after = text.partition(place)
    if not found or _depth(place):
        return place
    noun = re.match(r"\s+(\w+)", after)
    if noun and _depth(noun[1]):
        return f"{place} {noun[1]}"
    head = re.search(r"(\w+) of (?:the )?$", before)
    return f"{head[1]} of {place}" if head and _depth(head[1]) else place


def _depth(place: str) -> str | None:
    words = place.casefold().replace(".", "").split()
    return next((DEPTHS[word] for word in reversed(words) if word in DEPTHS), None)


def _same_subject(a: Happening, b: Happening) -> bool:
    """Whether what it happened to is named in both by a common word."""
    mine = content_words(f"{a.agent} {a.patient}")
    return bool(mine & content_words(f"{b.agent} {b.patient}"))
