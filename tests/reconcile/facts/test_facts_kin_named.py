"""Persons named only in the words for who says it."""

from __future__ import annotations

import dataclasses

import pytest

from claims.records import Speaker
from reconcile.alignment import align
from reconcile.facts.kin_named import named_by_kin
from reconcile.facts.persons import compare_persons
from reconcile.views import View
from tests.conftest import make_article, make_claim, make_view


def said_by(source: str, article: str = "a") -> View:
    """What a source says of somebody whom the claim itself does not name."""
    text = f"{source} said she was a good pupil."
    claim = dataclasses.replace(
        make_claim("She was a good pupil", article=article),
        speaker=Speaker(source, None, 0, len(source)),
    )
    return dataclasses.replace(make_view(claim), article=make_article(article, text=text))


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("Nora Lind's family", ["Nora Lind"]),
        ("Nora Willis' family", ["Nora Willis"]),
        ("Nora Lind’s older brother", ["Nora Lind"]),
        ("Nora J. Lind's attorney", ["Nora J. Lind"]),
        ("Nora de Lind's parents", ["Nora de Lind"]),
        ("Relatives of Nora Lind", ["Nora Lind"]),
        ("The mother of 4-year-old Nora Lind", ["Nora Lind"]),
        ("An attorney for Nora Lind", ["Nora Lind"]),
        ("Family members of the late Nora Lind", ["Nora Lind"]),
        ("Nora Lind's best friend, Ada Moor", ["Nora Lind"]),
        ("Lind's family", []),  # too little for a name
        ("Nora Lind", []),
        ("her mother, Nora Lind", []),
        ("Orsa County Sheriff's Office", []),
        ("Orsa County Sheriff's spokeswoman Nora Lind", []),
        ("A friend", []),
        ("The mayor of Port Orsa", []),
        ("A police spokesman", []),
    ],
)
def test_names(source: str, names: list[str]) -> None:
    assert list(named_by_kin(said_by(source))) == names


def test_nobody_says_it() -> None:
    assert named_by_kin(make_view(make_claim("Nora Lind's family fled."))) == ()


@pytest.mark.parametrize(
    ("source", "other", "clash"),
    [
        ("Nora Lindhorm's family", "Nora Lindholm", True),
        ("The family of Norra Lindholm", "Nora Lindholm", True),
        ("Nora Lindholm's family", "Nora Lindholm", False),
        ("Ada Moor's family", "Nora Lindholm", False),
        ("Nora Lindhorm", "Nora Lindholm", False),  # the source herself
    ],
)
def test_a_name_of_the_source_is_compared(source: str, other: str, clash: bool) -> None:
    there = said_by(source)
    here = make_view(make_claim(f"{other} was shot.", names=[other]), make_article("b"))
    told = list(compare_persons(there, here, align(there, here, 0.9, 0.5)))
    assert [f.kind for f in told] == ["name"] * clash
