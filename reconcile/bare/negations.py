"""One statement, affirmed in one text and negated, or only planned or sought, in the other."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bare.aligning import Aligned
from reconcile.bare.predicates import counterpart, cues, framed, negated, predicate, unsure
from reconcile.bare.records import Rival
from reconcile.findings import held


def negations(aligned: Aligned) -> Iterator[Rival]:
    """One statement, affirmed here and negated there.

    Who is not one thing may well be another: where the shorter text is the negated one, all it
    says must be in the longer.
    """
    mine = negated(aligned)
    word, other = predicate(aligned.short), counterpart(aligned)
    told = [o for w in aligned.said if (o := aligned.of(w)) is not None]
    if not told or (mine and aligned.missing):
        return
    turned = [o for o in told if cues(aligned.long, o) % 2 and not framed(aligned.long, o)]
    its = other in turned if other is not None else bool(turned)
    if mine == its or (mine and turned):
        return
    there = other or (turned or told)[0]
    values = (f"not {word.text}", there.text) if mine else (word.text, f"not {there.text}")
    what = "negation"
    signs = {
        "short": mine,
        "all": not aligned.missing,
        "predicate": other is not None,
        "verb": word.part == "VERB",
    }
    yield Rival("negation", "outcome", values, what, held(signs))


def undone(aligned: Aligned) -> Iterator[Rival]:
    """Done here; planned, sought or possible there."""
    word, other = predicate(aligned.short), counterpart(aligned)
    if other is None or {word.part, other.part} != {"VERB"} or negated(aligned):
        return
    if unsure(aligned.long, other) and not unsure(aligned.short, word):
        values = word.text, f"perhaps {other.text}"
        what = "done or not"
        yield Rival("undone", "outcome", values, what, held({"all": not aligned.missing}))
