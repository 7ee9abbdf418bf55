"""Origins through a whole run over invented articles: a mixed article, and owners declared."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from claims.records import Claim, Reconciliation
from corpus.outlets import Outlets, read_outlets
from corpus.records import Article
from reconcile.pipeline import reconcile_articles
from tests.conftest import WordEncoder, make_article

pytestmark = pytest.mark.model

WIRE = """The ferry Blue Tern sank off the port of Ostrava Bay on Monday, killing 14 passengers.

The captain steered toward the eastern pier when waves broke the bow door, and the engine room
filled with water within minutes. Fishing boats pulled survivors from the harbour until dusk.

Rescuers searched the wreck with lamps through the night while relatives waited behind a rope."""

OWN = """The bow door of the Blue Tern was last inspected in 2017.

Nine empty hooks hung on the wreck of the Blue Tern on Tuesday."""


def ferry(id_: str, outlet: str, text: str, published: str = "2021-03-02") -> Article:
    return make_article(id_, text, published, outlet, "Ferry Blue Tern sinks off Ostrava Bay")


def run(articles: Iterable[Article], outlets: Outlets | None = None) -> Reconciliation:
    return reconcile_articles(articles, WordEncoder(), outlets=outlets)


def quoting(rec: Reconciliation, words: str) -> list[Claim]:
    return [claim for claim in rec.claims if words in claim.quote]


WIRED = ferry("a", "Meridian Wire", WIRE)
MIXED = ferry("b", "Harbour Post", f"{OWN}\n\n{WIRE}", "2021-03-03")


def test_the_copied_part_of_a_mixed_article_is_the_wires_and_its_own_part_is_not() -> None:
    rec = run([WIRED, MIXED])
    copied = quoting(rec, "killing 14 passengers")
    assert {claim.article for claim in copied} == {"a", "b"}
    assert {claim.origin for claim in copied} == {"outlet:Meridian Wire"}
    assert {c.origin for c in quoting(rec, "last inspected in 2017")} == {"outlet:Harbour Post"}
    assert [link.basis for link in rec.links] == ["copy"]
    for cluster in rec.clusters:
        assert len(cluster.merges) == len(cluster.claims) - len(cluster.origins)


def test_an_owner_that_is_declared_overrules() -> None:
    owners = read_outlets("outlet,owner\nHarbour Post,Brun\nMeridian Wire,Brun\n")
    rec = run([WIRED, MIXED], owners)
    assert {claim.origin for claim in rec.claims if claim.voice == "own"} == {"outlet:Brun"}
    assert [merge.name for merge in rec.outlet_merges] == ["Harbour Post", "Meridian Wire"]
    assert all(relation.origin == "same" for relation in rec.relations)
