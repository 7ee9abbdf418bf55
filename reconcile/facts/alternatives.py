"""One thing said of one person or act in two ways that exclude each other, by tables of choices."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.facts.choices import CHOICES, answers, excluding, named
from reconcile.facts.subjects import one_person
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.ties import PARTINGS, TIES
from reconcile.views import View

WORDS = 0.4
"""Least share of common words of two claims for their answers to be of one thing."""


def compare_alternatives(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two answers to one question; nothing where either article gives the other's answer too, but
    of an attack that many tell of."""
    first, second = answers(a.claim.text), answers(b.claim.text)
    if alignment.time.match is Match.DIFFERS or not _tied(a, b, alignment):
        return
    for name in first:
        if len(first[name]) != 1 or len(second.get(name, ())) != 1:
            continue
        (mine,), (other,) = first[name], second[name]
        if not excluding(name, mine, other) or (CHOICES[name].many and not _one_act(alignment)):
            continue
        # Of an attack an article gives what others say; of a person it tells of two moments.
        told_too = other in named(a.article.text)[name] or mine in named(b.article.text)[name]
        if told_too and not CHOICES[name].many:
            continue
        who = one_person(a, b)
        signs = {
            f"choice_{name}": True,
            "same_who": who is Match.SAME,
            "other_who": who is Match.DIFFERS,
            "same_happening": alignment.happening.match is Match.SAME,
            "same_object": alignment.participants.match is Match.SAME,
            "same_words": alignment.words >= WORDS,
            "told_too": told_too,
        }
        reason = f"{mine} against {other}: only one of the two can be so"
        yield Finding("conflict", CHOICES[name].kind, (mine, other), reason, 0.5, held(signs))


def _one_act(alignment: Alignment) -> bool:
    """Whether both tell of one act of a kind of which a day has many: at one place, or where one
    telling name is in both and neither says where."""
    named = "same_names" in alignment.ties and alignment.place.match is not Match.DIFFERS
    same = alignment.place.match is Match.SAME or named
    act = alignment.happening.match is Match.SAME
    return act and same and not alignment.ties & PARTINGS.keys()


def _tied(a: View, b: View, alignment: Alignment) -> bool:
    """Whether both may tell of one thing: one happening or the same words, or both lead."""
    apart = alignment.ties & PARTINGS.keys()
    if alignment.ties & TIES.keys() and not apart:
        return True
    return alignment.words >= WORDS or (alignment.happening.match is Match.SAME and not apart)
