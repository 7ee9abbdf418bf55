"""How many children somebody has."""

from __future__ import annotations

import pytest

from reconcile.alignment import align
from reconcile.facts.offspring import compare_offspring, parents
from tests.conftest import assert_mirrored, make_article, make_claim, make_view


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nora Lind, 29, is a mother of three, neighbors said.", [(3, "Nora Lind", "female")]),
        ("The dead man, Ove Lind, was a father of four.", [(4, "Ove Lind", "male")]),
        ("Police named the mother of two Nora Lind.", [(2, "Nora Lind", "female")]),
        ("The 31-year-old father-of-five died.", [(5, "", "male")]),
        ("She had two children, neither of whom was hurt.", [(2, "", "female")]),
        ("He leaves behind three young kids.", [(3, "", "male")]),
        ("Nora Lind had four children.", [(4, "Nora Lind", "")]),
        ("Nora Lind leaves two children and a sister.", [(2, "Nora Lind", "")]),
        ("A mother of 2 children was shot.", [(2, "", "female")]),
        # May be a part of them, or not hers.
        ("She is survived by her two sons.", []),
        ("A mother of two girls was shot.", []),
        ("The mother of a 3-year-old was shot.", []),
        ("The mother of two-year-old twins ran.", []),
        ("She had two children with her in the car.", []),
        ("She left three children in the house.", []),
        ("The father of one of the victims spoke.", []),
        ("He has two grandchildren.", []),
        ("The father of one woman's child fired.", []),
        ("A mom of 4 lively boys was shot.", []),
        ("The attack left two children dead.", []),
        ("The mother of two of the victims wept.", []),
    ],
)
def test_parents(text: str, told: list[tuple[int, str, str]]) -> None:
    assert [(p.count, p.name, p.sex) for p in parents(text)] == told


@pytest.mark.parametrize(
    ("a", "b", "beside", "clash"),
    [
        ("Nora Lind is a mother of three.", "Nora Lind had two children.", "", True),
        ("Nora Lind is a mother of three.", "She had two children.", "", True),
        ("A mother of three was shot.", "The woman, a mother of four, died.", "", True),
        ("Nora Lind is a mother of three.", "Nora Lind, a mother of three, died.", "", False),
        ("Nora Lind is a mother of three.", "Ada Moor had two children.", "", False),
        ("A mother of three was shot.", "A father of four was shot.", "", False),
        ("A mother of three was shot.", "She had two children.", "Ada Moor had two kids.", False),
        ("A mother of three was shot.", "She had two children.", "He is a father of six.", False),
        ("A mother of three was shot.", "She is survived by her two sons.", "", False),
    ],
)
def test_two_counts(a: str, b: str, beside: str, clash: bool) -> None:
    first, second = (
        make_view(
            make_claim(text),
            make_article(id_),
            after=[make_claim(f"It rained. {beside if id_ == 'a' else ''}")],
        )
        for text, id_ in zip((a, b), "ab", strict=True)
    )
    there = list(compare_offspring(first, second, align(first, second, 0.9, 0.6)))
    back = list(compare_offspring(second, first, align(second, first, 0.9, 0.6)))
    assert_mirrored(there, back)
    assert [(f.verdict, f.kind) for f in there] == [("conflict", "figure")] * clash
    assert not list(compare_offspring(first, second, align(first, second, 0.4, 0.6)))
