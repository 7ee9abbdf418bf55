"""Where one text says otherwise what another says, and its false friends."""

from __future__ import annotations

import pytest

from reconcile.bare.aligning import lay
from reconcile.bare.records import Rival
from reconcile.bare.rivals import rivals
from reconcile.bare.statements import plain, read
from tests.conftest import make_article

pytestmark = pytest.mark.model


def found(short: str, long: str) -> dict[str, Rival]:
    """Rule: its last rival."""
    a, b = (read(make_article(text=plain(text))) for text in (short, long))
    return {rival.rule: rival for rival in rivals(lay(a, b))}


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("The mayor sold the mill.", "The mayor did not sell the mill.", True),
        ("The mayor sold the mill.", "The mayor refused to sell the old mill.", True),
        ("Varga is not a painter.", "Varga, born in 1950, is a painter.", True),
        ("Varga never painted.", "Varga painted and sang.", True),
        ("The mayor sold the mill.", "The mayor sold the mill.", False),
        ("The mayor did not sell the mill.", "The mayor never sold the mill.", False),
        ("Varga is not a painter.", "Varga is a singer.", False),  # what is left out
        ("The mayor sold the mill.", "If the mayor does not sell the mill, it falls.", False),
        ("The mayor sold the mill.", "The mayor, who did not laugh, sold the mill.", False),
    ],
)
def test_negation(short: str, long: str, expected: bool) -> None:
    assert ("negation" in found(short, long)) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Orsa won the match.", "Orsa lost the match in the final minute.", True),
        ("The bridge is the oldest in town.", "The bridge is the newest in town.", True),
        ("Parliament rejected the bill.", "Parliament approved the bill on Monday.", True),
        ("Orsa won the match.", "Orsa did not lose the match.", False),
        ("Varga met the old mayor.", "Varga met the mayor in a new house.", False),
        ("The museum is closed.", "The museum is open on Mondays.", True),
        ("The town approved the plan.", "The town voted against the plan.", True),
        ("The firm loses three million.", "The firm reported earnings of three million.", True),
        ("The museum is closed.", "The shop beside the museum is open.", False),
        ("The town did not approve the plan.", "The town voted against the plan.", False),
        ("Varga was not the first woman to swim it.", "Varga was the second woman to swim it.",
         False),
    ],
)  # fmt: skip
def test_opposite(short: str, long: str, expected: bool) -> None:
    assert ("opposite" in found(short, long)) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("The mayor sold the mill.", "The mayor plans to sell the mill.", True),
        ("The mayor sold the mill.", "The mayor may sell the mill.", True),
        ("The mayor sold the mill.", "The mayor sold the mill he planned to mend.", False),
        ("The mayor may sell the mill.", "The mayor plans to sell the mill.", False),
    ],
)
def test_undone(short: str, long: str, expected: bool) -> None:
    assert ("undone" in found(short, long)) is expected


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Orsa defeated Malung.", "Malung defeated Orsa on Sunday.", True),
        ("Orsa was defeated by Malung.", "Orsa defeated Malung on Sunday.", True),
        ("Orsa was defeated by Malung.", "Malung defeated Orsa on Sunday.", False),
        ("Orsa won.", "Orsa defeated Malung on Sunday.", False),
    ],
)
def test_roles(short: str, long: str, expected: bool) -> None:
    assert ("roles" in found(short, long)) is expected


def test_somebody_else_did_it() -> None:
    rival = found("Varga painted the church.", "Lindqvist painted the church in 1950.")["actor"]
    assert (rival.kind, rival.values) == ("actor", ("Varga", "Lindqvist"))
    assert "actor" not in found("Varga painted the church.", "She painted the church in 1950.")


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("Ember is a book.", "Ember is a film by Ada Varga.", True),
        ("Ember is a movie.", "Ember is a film by Ada Varga.", False),
        ("Orsa is a settlement.", "Orsa is a village by the lake.", False),
        ("Ember is not a book.", "Ember is a film by Ada Varga.", False),
        ("Ember is a place.", "Ember is a village by the lake.", False),
    ],
)
def test_class(short: str, long: str, expected: bool) -> None:
    assert ("class" in found(short, long)) is expected


@pytest.mark.parametrize(
    ("short", "long", "rule", "kind", "values"),
    [
        ("The mill burned in 1911.", "The mill burned in 1912.", "year", "date", ("1911", "1912")),
        ("The mill burned in May.", "The mill burned in June 1912.", "month", "date",
         ("May", "June")),
        ("Ember was shot in Denmark.", "Ember was shot in Norway in May.", "country", "place",
         ("Denmark", "Norway")),
        ("Ember is a Danish film.", "Ember is a Norwegian film.", "nation", "place",
         ("Danish", "Norwegian")),
        ("The mill has nine rooms.", "The mill has twelve rooms.", "number", "figure",
         ("nine", "twelve")),
        ("Varga was born in the forties.", "Varga was born in 1952.", "year", "date",
         ("forties", "1952")),
    ],
)  # fmt: skip
def test_slots(short: str, long: str, rule: str, kind: str, values: tuple[str, str]) -> None:
    rival = found(short, long)[rule]
    assert (rival.kind, rival.values) == (kind, values)
    assert all(value in rival.reason for value in values)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("The mill burned in 1912.", "The mill burned in May 1912."),
        ("Varga was born in the forties.", "Varga was born in 1942."),
        ("Ember was shot in Norway.", "Ember was shot in Denmark and Norway."),
        ("Ember was not shot in Denmark.", "Ember was shot in Norway."),
        ("The mill has nine rooms.", "The mill has 9 rooms and twelve doors."),
        ("The mill burned.", "The mill burned in 1912."),
    ],
)
def test_no_other_value_no_rival(short: str, long: str) -> None:
    assert not set(found(short, long)) & {"year", "month", "country", "nation", "number", "name"}
