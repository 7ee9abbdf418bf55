"""Whether a predicate is asserted, planned, possible, demanded or denied; affirmed or not."""

from __future__ import annotations

from collections.abc import Sequence

from claims.parse import Parsed
from claims.records import Modality, Polarity


def modality(parsed: Parsed, root: int, tokens: Sequence[int]) -> tuple[Modality, Polarity]:
    """How the predicate at token ``root`` of a clause made of ``tokens`` is put forward.

    Args:
        parsed: The sentence.
        root: Index of the predicate's token in the sentence.
        tokens: Indices of the tokens of the clause.

    Returns:
        Modality and polarity; ``("asserted", "affirmed")`` when nothing says otherwise.
    """
    token = parsed.doc[root]
    modal: Modality = "asserted"
    for child in token.children:
        if child.lemma_ in ("may", "might", "could"):
            modal = "possible"
        elif child.lemma_ in ("should", "must"):
            modal = "demanded"
        elif child.lemma_ == "will" and child.tag_ == "MD":
            modal = "planned"
    negated = any(child.dep_ == "neg" for child in token.children)
    return modal, "negated" if negated else "affirmed"
