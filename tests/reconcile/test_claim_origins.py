"""How many origins state a fact, and the reason of every merge."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

import pytest

from claims.records import Claim, Speaker
from corpus.outlets import declare, houses, read_outlets
from corpus.records import Article, Credit, Passage, TextLink
from reconcile.origins import Origins
from tests.conftest import make_article, make_claim

AFP_LINE = Credit("AFP", "dateline", "(AFP) -", 0, 7)
WITH_AFP = Credit("AFP", "foot", "With AFP", 0, 8, whole=False)


def said(
    article: str, speaker: str = "", voice: str = "", quote: str = "It burned.", start: int = 0
) -> Claim:
    claim = make_claim(quote, speaker=speaker, article=article, start=start)
    return dataclasses.replace(claim, voice=voice or claim.voice)  # type: ignore[arg-type]


def at_outlet(id_: str, outlet: str | None = None, *credits: Credit, text: str = "") -> Article:
    made = make_article(id_, text=text or "It burned. " * 20, outlet=outlet)
    return dataclasses.replace(made, credits=credits)


def origins(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    links: Sequence[TextLink] = (),
    outlets: str = "",
) -> tuple[tuple[str, ...], list[tuple[str, bool]]]:
    declared = read_outlets(outlets) if outlets else None
    corpus = list(declare(articles, declared))
    made = Origins(corpus, claims, links, houses(corpus, declared)).group(claims)
    assert len(made.merges) == len(claims) - len(made.origins)
    return made.origins, [(merge.basis, merge.sure) for merge in made.merges]


A, B = at_outlet("a", "Daily Ember"), at_outlet("b", "Harbour Post")
CARRIES, PRINTS = at_outlet("a", "Daily Ember", AFP_LINE), at_outlet("b", "Harbour Post", AFP_LINE)
PARTLY = at_outlet("b", "Harbour Post", WITH_AFP)


@pytest.mark.parametrize(
    ("articles", "claims", "expected", "merges"),
    [
        # one named source in two outlets; two sources in one article
        ((A, B), (said("a", "Nora Lind"), said("b", "Nora Lind")), ("source:Nora Lind",),
         [("source", True)]),
        ((A,), (said("a", "Nora Lind"), said("a", "Ole Brun", start=50)),
         ("source:Nora Lind", "source:Ole Brun"), []),
        # own words of two outlets are two, of one outlet one
        ((A, B), (said("a"), said("b")), ("outlet:Daily Ember", "outlet:Harbour Post"), []),
        ((A, at_outlet("b", "Daily Ember")), (said("a"), said("b")), ("outlet:Daily Ember",),
         [("outlet", True)]),
        # own words beside the named source rest on it; an unnamed voice does not
        ((A,), (said("a", "Nora Lind"), said("a", start=50)), ("source:Nora Lind",),
         [("article", True)]),
        ((A,), (said("a", "Nora Lind"), said("a", "an official", "anonymous", start=50)),
         ("outlet:Daily Ember", "source:Nora Lind"), []),
        # an outlet's own words do not join the two sources it names in two articles
        ((A, at_outlet("b", "Daily Ember")),
         (said("a", "Nora Lind"), said("a", start=50), said("b", "Ole Brun"), said("b", start=50)),
         ("source:Nora Lind", "source:Ole Brun"), [("article", True), ("article", True)]),
        # an agency credited by both; by one in part only, which is likely only
        ((CARRIES, PRINTS), (said("a"), said("b")), ("agency:AFP",), [("agency", True)]),
        ((CARRIES, PARTLY), (said("a"), said("b")), ("agency:AFP",), [("agency", False)]),
        # a named source counts before the agency that carries it
        ((CARRIES, B), (said("a", "Nora Lind"), said("b")),
         ("outlet:Harbour Post", "source:Nora Lind"), []),
        # an outlet and its own agency, two editions
        ((at_outlet("a", "Anadolu"), at_outlet("b", "Anadolu Agency")), (said("a"), said("b")),
         ("agency:Anadolu",), [("edition", True)]),
        ((at_outlet("a", "Ember"), at_outlet("b", "Ember Arabic")), (said("a"), said("b")),
         ("outlet:Ember",), [("edition", True)]),
        # a source that is an outlet of the case
        ((A, B), (said("a", "Harbour Post"), said("b")), ("outlet:Harbour Post",), None),
        # an institution named by what it is; two that are named apart
        ((A, B), (said("a", "police", "anonymous"), said("b", "police", "anonymous")),
         ("source:police",), [("source", False)]),
        ((A, B), (said("a", "Norden police"), said("b", "Varsta police")),
         ("source:Norden police", "source:Varsta police"), []),
        ((), (), (), []),
    ],
)  # fmt: skip
def test_origins(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    expected: tuple[str, ...],
    merges: list[tuple[str, bool]] | None,
) -> None:
    found, why = origins(articles, claims)
    assert found == expected
    if merges is not None:
        assert why == merges


def test_no_outlet_is_an_origin_by_its_article() -> None:
    nobody = at_outlet("a", "")
    assert origins([nobody], [said("a")])[0] == ("article:a",)


WIRE = "The mill burned all night and nine workers died in it. " * 2
MIXED = WIRE + "Our reporter found the gate locked from outside. "


def mixed() -> tuple[Article, Article]:
    wire = at_outlet("a", "Nordic Wire", text=WIRE)
    passage = Passage(0, len(WIRE), "a", 0, len(WIRE), 1.0)
    paper = dataclasses.replace(at_outlet("b", "Daily Ember", text=MIXED), passages=(passage,))
    return wire, paper


def test_the_copied_part_shares_its_origin_and_the_own_part_does_not() -> None:
    wire, paper = mixed()
    quote = "The mill burned all night"
    copied = [said("a", quote=quote), said("b", quote=quote)]
    assert origins((wire, paper), copied) == (("outlet:Nordic Wire",), [("passage", True)])
    own = said("b", quote="Our reporter found", start=len(WIRE))
    assert origins((wire, paper), [copied[0], own])[0] == (
        "outlet:Daily Ember",
        "outlet:Nordic Wire",
    )


def test_the_own_part_beside_an_agency_that_the_case_holds() -> None:
    wire, paper = mixed()
    wire = dataclasses.replace(wire, outlet="AFP")
    paper = dataclasses.replace(paper, credits=(WITH_AFP,))
    own = said("b", quote="Our reporter found", start=len(WIRE))
    found, _ = origins((wire, paper), [said("a"), own])
    assert found == ("agency:AFP", "outlet:Daily Ember")


def test_other_words_of_one_passage_are_not_one() -> None:
    wire, paper = mixed()
    found, _ = origins((wire, paper), [said("a"), said("b", quote=WIRE[20:40], start=20)])
    assert found == ("outlet:Nordic Wire",), "both stand in the wire's text"
    _, why = origins((wire, paper), [said("a"), said("b", quote=WIRE[20:40], start=20)])
    assert why == [("passage", True)], "by its house, not by the words"


def reworded(evidence: str = "Two sentences are alike.") -> TextLink:
    passage = Passage(0, 20, "a", 0, 20, 0.6)
    return TextLink("o1", "a", "b", "reworded", 0.0, (passage,), evidence)


def test_reworded_sentences_are_likely_one_origin() -> None:
    assert origins((A, B), (said("a"), said("b")), [reworded()]) == (
        ("outlet:Daily Ember",),
        [("reworded", False)],
    )
    elsewhere = (said("a"), said("b", start=100))
    assert len(origins((A, B), elsewhere, [reworded()])[0]) == 2
    named = (said("a", "Nora Lind"), said("b", "Ole Brun"))
    assert len(origins((A, B), named, [reworded()])[0]) == 2


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Harbour Watch director Rami Noor said it burned.", 0, 32),
        ("Rami Noor, head of Harbour Watch, said it burned.", 0, 9),
        ("Rami Noor, a spokesman for Harbour Watch, said it burned.", 0, 9),
        ("Watch director Rami Noor said it burned.", 0, 24),
    ],
)
def test_a_person_who_speaks_for_a_body_is_that_body(text: str, start: int, end: int) -> None:
    article = at_outlet("a", "Daily Ember", text=text + " Harbour Watch says so too.")
    person = dataclasses.replace(
        said("a", "Rami Noor"), speaker=Speaker("Rami Noor", None, start, end)
    )
    known = said("a", "Harbour Watch", start=50)
    body = said("b", "Harbour Watch")
    found = Origins([article, B], [person, known, body], [], {}).group([person, body])
    assert found.origins == ("source:Harbour Watch",)
    assert "speaks for it" in found.merges[0].evidence


def test_half_a_name_is_no_body() -> None:
    texts = [
        "Rami Noor, a spokesman for Jaish al-Bahr, said so.",
        "Omar Lind, a spokesman for the Free Army-affiliated Jaish a-Sahl, said so.",
    ]
    articles = [at_outlet(id_, text=text) for id_, text in zip("ab", texts, strict=True)]
    claims = [
        dataclasses.replace(said(id_, name), speaker=Speaker(name, None, 0, 9))
        for id_, name in (("a", "Rami Noor"), ("b", "Omar Lind"))
    ]
    made = Origins(articles, claims, [], {})
    assert [made.ground(claim).named[1] for claim in claims] == [
        "source:Jaish al-Bahr",
        "source:Jaish a-Sahl",
    ]
    assert len(made.group(claims).origins) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Rami Noor, a critic of Harbour Watch, said it burned.",
        "Rami Noor said Harbour Watch was wrong.",
        "Rami Noor, who left Harbour Watch, said it burned.",
    ],
)
def test_who_does_not_speak_for_a_body_is_another_source(text: str) -> None:
    article = at_outlet("a", "Daily Ember", text=text)
    person = dataclasses.replace(said("a", "Rami Noor"), speaker=Speaker("Rami Noor", None, 0, 9))
    body = said("b", "Harbour Watch")
    found = Origins([article, B], [person, body], [], {}).group([person, body])
    assert found.origins == ("source:Harbour Watch", "source:Rami Noor")


MONITOR = "A war monitor said it burned. The Harbour Watch monitor says that nine died."


def test_an_unnamed_monitor_is_the_one_the_article_names() -> None:
    article = at_outlet("a", "Daily Ember", text=MONITOR)
    unnamed = dataclasses.replace(
        said("a", "war monitor", "anonymous"), speaker=Speaker("war monitor", None, 2, 13)
    )
    named = dataclasses.replace(
        said("a", "Harbour Watch", start=30), speaker=Speaker("Harbour Watch", None, 34, 47)
    )
    made = Origins([article], [unnamed, named], [], {})
    assert made.group([unnamed]).origins == ("source:Harbour Watch",)
    two = dataclasses.replace(
        said("a", "army source and war monitor", "anonymous", start=60),
        speaker=Speaker("army source and war monitor", None, 2, 13),
    )
    assert made.group([two]).origins == ("article:a",), "two sources are not one of them"
    other = dataclasses.replace(
        said("a", "Field Desk", start=31), speaker=Speaker("Field Desk", None, 34, 47)
    )
    both = Origins([article], [unnamed, named, other], [], {})
    assert both.group([unnamed]).origins == ("article:a",), "two could be meant"


@pytest.mark.parametrize(
    ("quote", "origin"),
    [
        ("An AFP journalist in the town saw burned houses", "agency:AFP"),
        ("A Reuters witness saw smoke", "agency:Reuters"),
        ("A town journalist saw burned houses", "outlet:Daily Ember"),
        ("AFP moved its office to the town", "outlet:Daily Ember"),
    ],
)
def test_what_a_reporter_saw_is_his_agencys_own(quote: str, origin: str) -> None:
    claim = said("a", quote=quote)
    assert origins([at_outlet("a", "Daily Ember", text=quote)], [claim])[0] == (origin,)


def test_what_an_unnamed_source_told_an_agency_is_the_agencys() -> None:
    text = "A security source told AFP that it burned."
    claim = dataclasses.replace(
        said("a", "security source", "anonymous", "it burned", 32),
        speaker=Speaker("security source", None, 2, 17),
    )
    assert origins([at_outlet("a", "Daily Ember", text=text)], [claim])[0] == ("agency:AFP",)


def test_who_passed_a_nameless_source_on_answers_for_it() -> None:
    speaker = Speaker("doctor", None, 0, 6, via=("Lake News",))
    passed = dataclasses.replace(said("a", "a doctor", "anonymous"), speaker=speaker)
    assert origins([A], [passed])[0] == ("source:Lake News",)
    lake = at_outlet("b", "Lake News")
    assert origins([A, lake], [passed, said("b")])[0] == ("outlet:Lake News",)


OWNED = "outlet,owner,agency\nDaily Ember,Brun Media,\nHarbour Post,Brun Media,\n"
PRINTED = "outlet,owner,agency\nDaily Ember,,AFP\nHarbour Post,,AFP\n"
APART = "outlet,owner,agency\nEmber Arabic,none,\n"
NO_AGENCY = "outlet,owner,agency\nDaily Ember,,none\nHarbour Post,,none\n"


@pytest.mark.parametrize(
    ("articles", "outlets", "expected", "why"),
    [
        ((A, B), OWNED, ("outlet:Brun Media",), [("declared", True)]),
        ((A, B), PRINTED, ("agency:AFP",), [("declared", True)]),
        ((at_outlet("a", "Ember"), at_outlet("b", "Ember Arabic")), APART,
         ("outlet:Ember", "outlet:Ember Arabic"), []),
        ((CARRIES, PRINTS), NO_AGENCY, ("outlet:Daily Ember", "outlet:Harbour Post"), []),
    ],
)  # fmt: skip
def test_what_the_user_declares_overrules(
    articles: Sequence[Article],
    outlets: str,
    expected: tuple[str, ...],
    why: list[tuple[str, bool]],
) -> None:
    assert origins(articles, (said("a"), said("b")), outlets=outlets) == (expected, why)


def test_the_order_of_the_claims_does_not_matter() -> None:
    claims = [
        said("a", "Nora Lind"),
        said("b", "Nora Lind"),
        said("a", start=50),
        said("b", start=9),
    ]
    made = Origins([A, B], claims, [], houses([A, B]))
    assert made.group(claims) == made.group(reversed(claims))
