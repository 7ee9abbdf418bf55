"""Headlines: their capitals, their lost commas, their verbs, and the claims they give."""

from __future__ import annotations

import pytest

from claims.clauses import split
from claims.clauses.assertion import asserts
from claims.extract import extract
from claims.modality import modality
from claims.names import find_names
from claims.parse import Parsed, parse
from claims.parse.english import parts_of, stems
from corpus.records import Article, Sentence, SentenceKind

pytestmark = pytest.mark.model

BODY = (
    "The Norland army said its troops killed fighters near the town of Vell. "
    "The fighters of the Free Front had shelled the army on Monday, said Mark Hill, a coach."
)


def read(text: str, kind: SentenceKind = "headline", body: str = BODY) -> Parsed:
    """A line above a body, parsed with it."""
    start = len(text) + 1
    rows = [
        Sentence(0, len(text), text, kind, 0),
        Sentence(start, start + len(body), body, "statement", 1),
    ]
    return next(iter(parse(rows)))


CASED = [
    ("Army Kills 12 Fighters in Vell.", "Army kills 12 fighters in Vell."),
    ("Free Front Shells Army Base", "Free Front shells army base"),
    ("MARK HILL SHOT AT US BASE", "Mark Hill shot at US base"),
    ("TROOPS HIT MARK HILL AT 9:00 P.M.", "Troops hit Mark Hill at 9:00 p.m."),
    ("Troops To Leave Vell on 5 May", "Troops to leave Vell on 5 May"),
    ("Coach May Leave the Free Front", "Coach may leave the Free Front"),
    ("UN Calls on NATO for Help on Monday", "UN calls on NATO for help on Monday"),
    (
        "Rebels kill 5 Soldiers, Wound Four Near Vell",
        "Rebels kill 5 soldiers, wound four near Vell",
    ),
    ("5 Norlanders Killed Near Vell", "5 Norlanders killed near Vell"),
    # False friends: a sentence, however many names it has; names alone.
    ("Mark Hill visited Vell and Norden on Monday.", None),
    ("Mark Hill was at Vell Lake on Monday.", None),
    ("Mark Hill, Harrow Chronicle", None),
    ("Troops killed 12 fighters in Vell", None),
    ("Vell", None),
]


@pytest.mark.parametrize(("text", "seen"), CASED)
def test_a_loud_line_is_read_as_a_sentence_would_write_it(text: str, seen: str | None) -> None:
    parsed = read(text)
    assert parsed.doc.text == (seen or text)
    assert parsed.loud is (seen is not None)
    assert parsed.written.text == text


def test_a_word_is_written_as_the_body_writes_it() -> None:
    body = "The Cheek brothers bought the firm. The brothers Cheek were hired by the Harrow firm."
    assert read("Harrow Hires Cheek Brothers", body=body).doc.text == "Harrow hires Cheek brothers"
    body = "A cheek was swollen, and the doctor saw a harrow."
    assert read("Doctor Treats Swollen Cheek", body=body).doc.text == "Doctor treats swollen cheek"


@pytest.mark.parametrize(
    "text", ["", " ", "İİİ ŞÖZ GÜÇ", "A B C D", "ß ẞ SSS", "IŞİD İLE KILLS 12"]
)
def test_offsets_hold_for_any_text(text: str) -> None:
    parsed = read(text) if text.strip() else None
    assert parsed is None or len(parsed.doc.text) == len(text)


CLAIMS = [
    ("Army Kills 12 Fighters in Vell.", ["Army Kills 12 Fighters in Vell"]),
    ("Bombs Kill 22 at Army Checkpoint in Vell", ["Bombs Kill 22 at Army Checkpoint in Vell"]),
    (
        "Army Kills 125 Fighters in Vell Breaks Siege on Power Plant",
        ["Army Kills 125 Fighters in Vell", "Army Breaks Siege on Power Plant"],
    ),
    ("Car Bomb Kills Two Injures Three", ["Car Bomb Kills Two", "Car Bomb Injures Three"]),
    ("Army Advances in Vell Kills 9 Rebels", ["Army Advances in Vell", "Army Kills 9 Rebels"]),
    ("Child Shot in Vell's Westhill Quarter", ["Child Shot in Vell's Westhill Quarter"]),
    ("City Reacts to School Shooting", ["City Reacts to School Shooting"]),
    # False friends: one statement, however many verbs.
    ("Army Says Rebels Killed 12 in Vell", ["Rebels Killed 12 in Vell"]),
    ("Video Shows Army Shells Hit Vell", ["Video Shows Army Shells Hit Vell"]),
    ("Coach Mourns 5 Players Killed in Crash", ["Coach Mourns 5 Players Killed in Crash"]),
    # None at all.
    ("Photo: Ann Lee, Town Chronicle", []),
    ("Praise for the Officers", []),
    ("Timeline of School Shootings", []),
    ("Tags Vell Norland Rebels Free Front", []),
]


@pytest.mark.parametrize(("text", "claims"), CLAIMS)
def test_what_a_headline_states(text: str, claims: list[str]) -> None:
    parsed = read(text)
    assert [clause.text for clause in split(parsed)] == claims


@pytest.mark.parametrize("kind", ["headline", "statement"])
def test_a_headline_glued_to_the_body_is_one_too(kind: SentenceKind) -> None:
    assert asserts(read("Two Soldiers Shot Near Vell.", kind))
    assert asserts(read("Coach to Host Awards.", kind))
    assert not asserts(read("Praise for School Guards.", kind))


VERBS = [
    ("Bombing results in death of guard", "results", "result"),
    ("Forces bombard suburbs after gas attack", "bombard", "bombard"),
    ("Bombs in Norden's Vell kill 13 fighters", "kill", "kill"),
    ("Town reacts to shooting of guard", "reacts", "react"),
    # False friends: nouns, and orders.
    ("Game highlights from Vell", "", ""),
    ("Police light", "", ""),
    ("Survivors: Believe us, protect us", "", ""),
]


@pytest.mark.parametrize(("text", "verb", "lemma"), VERBS)
def test_the_verb_of_a_headline(text: str, verb: str, lemma: str) -> None:
    parsed = read(text)
    found = [(t.text, t.lemma_) for t in parsed.doc if t.tag_ in {"VBZ", "VBP", "VBD"}]
    assert found == ([(verb, lemma)] if verb else [])


def test_the_claims_of_a_headline_keep_its_letters() -> None:
    text = f"Norland Army Kills Over 100 Fighters in Vell.\n\n{BODY}"
    article = Article("a", "", "", "", "", "", "", "2016-05-05", "manifest", "en", "", "a", text)
    claim = extract(article)[0]
    assert claim.quote == text[claim.start : claim.end] == claim.text
    assert claim.text == "Norland Army Kills Over 100 Fighters in Vell"
    [figure] = claim.figures
    assert (figure.text, figure.noun, figure.role) == ("Over 100 Fighters", "fighter", "killed")
    assert [name.text for name in claim.names][-1] == "Vell"


PLANNED = [
    ("Coach to host awards", "host"),
    ("Ann Lee to host Galas in May", "host"),
    ("Norden to nominate Ann Lee as chief", "nominate"),
    ("Woman to be charged in death of son", "charged"),
    # False friends: nouns that an infinitive says more of.
    ("A chance to win big", ""),
    ("Response to attack in Vell", ""),
    ("Ways to kill time", ""),
    ("Threat to host nations", ""),
]


@pytest.mark.parametrize(("text", "verb"), PLANNED)
def test_what_somebody_is_to_do_is_planned(text: str, verb: str) -> None:
    parsed = read(text)
    root = next(t for t in parsed.doc if t.dep_ == "ROOT")
    mode, _ = modality(parsed, root.i, range(len(parsed.doc)))
    assert (mode == "planned") is bool(verb)
    assert not verb or root.text == verb


def test_names_of_a_headline() -> None:
    text = "Mark Hill Leads Free Front Troops Into Vell"
    assert [text[a:b] for a, b in find_names(read(text))] == ["Mark Hill", "Free Front", "Vell"]


@pytest.mark.parametrize(
    ("word", "parts", "base"),
    [("kills", {"noun", "verb"}, "kill"), ("reacts", {"verb"}, "react"), ("vellish", set(), "")],
)
def test_what_english_knows(word: str, parts: set[str], base: str) -> None:
    assert parts_of(word) == parts
    assert base in stems(word) or not base
