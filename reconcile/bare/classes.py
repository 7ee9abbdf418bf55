"""Another kind of thing: a film in one text, a book in the other."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bare.aligning import Aligned, one_thing
from reconcile.bare.lexicon import nouns
from reconcile.bare.predicates import governor, negated, predicate
from reconcile.bare.records import Rival
from reconcile.bare.statements import Statement, Word
from reconcile.findings import held

_FAR = 2
"""Depth down to which two kinds share next to nothing: both are an "entity", or an "object"."""


def classes(aligned: Aligned) -> Iterator[Rival]:
    """What one thing is said to be, where neither kind holds the other.

    A wider kind excludes nothing, nor does one of several: an actor may be a singer. How far the
    two lie apart, and whether both are persons, are signs.
    """
    word, tree = predicate(aligned.short), nouns()
    if word.at in aligned.partner or negated(aligned) or not _is(aligned.short, word):
        return
    told = [w for w in aligned.long.words if w.sentence == aligned.home and _is(aligned.long, w)]
    if not told or not one_thing(aligned):
        return
    if any(tree.kind_of(word.lemma, w.lemma) or tree.kind_of(w.lemma, word.lemma) for w in told):
        return
    people = [tree.kind_of(w.lemma, "person") for w in (word, told[0])]
    values = word.text, told[0].text
    what = "kinds of things"
    signs = {
        "persons": all(people),
        "person": any(people) != all(people),
        "far": max(tree.shared(word.lemma, w.lemma) for w in told) <= _FAR,
    }
    yield Rival("class", "name", values, what, held(signs))


def _is(statement: Statement, word: Word) -> bool:
    """Whether a word says what kind of thing something is, and the tree knows the kind."""
    if word.part not in ("NOUN", "PROPN") or not word.content:
        return False
    return word.lemma in nouns().senses and governor(statement, word)[1] in ("is", "top")
