"""Another value in one place of the same statement: a name, a place, a date, a number, a word."""

from __future__ import annotations

from collections.abc import Iterator

from claims.records import Kind
from reconcile.bare.aligning import Aligned, one_thing
from reconcile.bare.lexicon import nouns
from reconcile.bare.predicates import governor, negated, phrase
from reconcile.bare.records import Rival
from reconcile.bare.statements import Word
from reconcile.findings import held

_SORTS: dict[str, Kind] = {
    "year": "date", "month": "date", "number": "figure", "nation": "place", "country": "place",
    "name": "name", "noun": "manner", "quality": "manner",
}  # fmt: skip
"""Sort of value: the kind of the clash. Verbs are not compared: most are other words for one."""

NEARNESS = ("slot", "governor", "way", "near")
"""How near two values are: on one word by one way, on one word, by one way, in one sentence."""

_WAYS = frozenset({"is", "mod", "in", "agent", "patient", "of", "by"})
_PLACED = frozenset({"in", "at", "near", "from"})
_FIRM = frozenset({"slot", "governor"})
_NAMED = frozenset({"name", "country"})
_COMMON = frozenset({"noun", "quality"})
_COUNTED = frozenset({"year", "month", "number"})


def slots(aligned: Aligned) -> Iterator[Rival]:
    """Another value in one place of the statement; in a place like it; or only nearby."""
    if negated(aligned):
        return
    for word in aligned.said:
        found = rival_of(aligned, word) if word.sort in _SORTS else None
        if found is None or not _near_enough(aligned, word, found[0]):
            continue
        near, other = found
        elsewhere = word.at in aligned.partner
        if elsewhere and not _misplaced(aligned, word, near):
            continue
        way = governor(aligned.short, word)[1]
        values = phrase(aligned.short, word), phrase(aligned.long, other)
        what = "one place of one statement"
        signs = {near: True, "apart": apart(word, other), "elsewhere": elsewhere}
        if near in ("slot", "way"):
            signs[f"by {way if way in _WAYS else 'other'}"] = True
        yield Rival(word.sort, _kind(word, way), values, what, held(signs))


def _kind(word: Word, way: str) -> Kind:
    if word.sort == "number" and word.timed:
        return "date"
    if word.sort == "name" and way in _PLACED:
        return "place"
    return "actor" if word.sort == "name" and way == "agent" else _SORTS[word.sort]


def rival_of(aligned: Aligned, word: Word) -> tuple[str, Word] | None:
    """The value that stands nearest to the place of a word, and how near; ``None`` for none."""
    mine, way = governor(aligned.short, word)
    found: list[tuple[int, int]] = []
    for other in aligned.long.words:
        fits = other.content and other.sentence == aligned.home and other.at not in aligned.spoken
        if not fits or not _one_sort(word, other):
            continue
        its, other_way = governor(aligned.long, other)
        one = aligned.meets(mine, its)
        found.append(((0 if one else 2) + (way != other_way), other.at))
    if not found:
        return None
    near, at = min(found)
    return NEARNESS[near], aligned.long.words[at]


def _one_sort(word: Word, other: Word) -> bool:
    """Whether two words may stand for each other: names of countries for names too."""
    if word.sort in _COUNTED:
        return word.sort == other.sort
    if word.part != other.part or word.part == "ADV":
        return False
    return word.sort == other.sort or {word.sort, other.sort} == _NAMED


def _near_enough(aligned: Aligned, word: Word, near: str) -> bool:
    """Whether two values stand near enough to be of one thing: numbers want one unit, words for
    things and qualities a place, and what is said in other words altogether is no rival."""
    if word.sort == "number":
        return near in _FIRM
    if word.sort in _COMMON and near in ("governor", "near"):
        return False
    if near in _FIRM or any(w.at in aligned.partner for w in aligned.said if w is not word):
        return True
    named = word.sort in _NAMED or governor(aligned.short, word)[1] == "is"
    return near == "way" and named and one_thing(aligned)


def _misplaced(aligned: Aligned, word: Word, near: str) -> bool:
    """Whether the longer text has a date or number, but of something else than the shorter."""
    if near != "slot" or word.sort not in _COUNTED:
        return False
    mine, _ = governor(aligned.short, word)
    its, _ = governor(aligned.long, aligned.long.words[aligned.partner[word.at]])
    return not aligned.meets(mine, its)


def apart(word: Word, other: Word) -> bool:
    """Whether two words are of two kinds of which neither holds the other."""
    tree = nouns()
    known = word.lemma in tree.senses and other.lemma in tree.senses
    return known and not tree.kind_of(word.lemma, other.lemma)
