"""Sentences into statements: tables of cases, each beside its false friend."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.clauses import Clause, carry_names, split
from claims.clauses.assertion import asserts
from claims.clauses.verbforms import past, third_person
from claims.clauses.write import polish
from claims.parse import Parsed, parse
from claims.parse.mend import mend
from claims.words import words
from corpus.records import Sentence, SentenceKind
from tests.conftest import read_line

pytestmark = pytest.mark.model


def read(*texts: str, start: int = 0) -> list[Parsed]:
    """Sentences of one paragraph."""
    rows = []
    for text in texts:
        rows.append(Sentence(start, start + len(text), text, "statement", 0))
        start += len(text) + 1
    return list(parse(rows))


def texts(sentence: str) -> list[str]:
    return [clause.text for clause in split(read(sentence)[0])]


def quotes(sentence: str) -> list[str]:
    return [sentence[clause.start : clause.end] for clause in split(read(sentence)[0])]


DIVIDED = [
    (
        "The bombing hit the base of a militia killing five guards.",
        ["The bombing hit the base of a militia", "The bombing killed five guards"],
    ),
    (
        "A gunman shot at two boys, killing a boy and gravely wounding his brother on Sunday.",
        [
            "A gunman shot at two boys",
            "A gunman killed a boy on Sunday",
            "A gunman gravely wounded his brother on Sunday",
        ],
    ),
    (
        "Bullets cut through a street on Monday, killing a 77-year-old man.",
        ["Bullets cut through a street on Monday", "Bullets killed a 77-year-old man on Monday"],
    ),
    (
        "Shells were fired on Sunday by rebels on houses in Vell county leaving five guards dead.",
        [
            "Shells were fired on Sunday by rebels on houses in Vell county",
            "This left five guards dead on Sunday",
        ],
    ),
    (
        "There was a fight at a party killing two.",
        ["There was a fight at a party", "A fight at a party killed two"],
    ),
    (
        "Last year, 20 men were killed and 30 wounded in Vell.",
        ["Last year, 20 men were killed in Vell", "30 were wounded in Vell last year"],
    ),
    (
        "The fire started at 9 p.m. on Friday, killing two people.",
        ["The fire started at 9 p.m. on Friday", "The fire killed two people"],
    ),
    (
        "The fire destroyed a barn on Friday, killing two people and injuring three.",
        [
            "The fire destroyed a barn on Friday",
            "The fire killed two people on Friday",
            "The fire injured three on Friday",
        ],
    ),
    (
        "Two men were shot and one man was stabbed at a bar around 2 a.m. Sunday.",
        [
            "Two men were shot around 2 a.m. Sunday",
            "One man was stabbed at a bar around 2 a.m. Sunday",
        ],
    ),
    (
        "The man opened fire at 1 a.m. and then drove to Vell, where he was arrested at 4 a.m.",
        [
            "The man opened fire at 1 a.m.",
            "The man then drove to Vell",
            "He was arrested at 4 a.m. in Vell",
        ],
    ),
    # A time before words of saying: of what is told, of the saying, of a talk.
    (
        "On Monday around 10:30 p.m., Lee's aunt said her brother was moving his rifle.",
        ["On Monday around 10:30 p.m. her brother was moving his rifle"],
    ),
    (
        "On Monday, police say two men broke into the store.",
        ["On Monday two men broke into the store"],
    ),
    (
        "On Monday, police said two men had broken into the store.",
        ["Two men had broken into the store"],
    ),
    ("On Monday, the minister says the talks will resume.", ["The talks will resume"]),
    ("At a 2 p.m. briefing, the mayor said two men had fled.", ["Two men had fled"]),
    # A part of a place.
    (
        "Police were called to the 100 block of Lane Street, where a man was shot.",
        [
            "Police were called to the 100 block of Lane Street",
            "A man was shot in the 100 block of Lane Street",
        ],
    ),
    (
        "She works at the corner of Lane Street, where a man was shot.",
        [
            "She works at the corner of Lane Street",
            "A man was shot at the corner of Lane Street",
        ],
    ),
    # The date of the verb above, where it holds for what happened with it.
    (
        "Shells hit a market on Monday, killing two children.",
        ["Shells hit a market on Monday", "Shells killed two children on Monday"],
    ),
    (
        "The survey was published on Monday, showing a fall of two percent.",
        ["The survey was published on Monday", "The survey showed a fall of two percent"],
    ),
    (
        "Shells hit a market on Monday, killing two more people than on Sunday.",
        ["Shells hit a market on Monday", "Shells killed two more people than on Sunday"],
    ),
    (
        "The raid took place on Sunday when rebels fired shells at a mill.",
        ["The raid took place on Sunday", "Rebels fired shells at a mill on Sunday"],
    ),
    (
        "The crew left the port on Sunday when it noticed two boats approaching the pier.",
        [
            "The crew left the port on Sunday",
            "It on Sunday noticed two boats approaching the pier",
        ],
    ),
    (
        "Prices rose on Sunday as the rebels had taken the mill.",
        ["Prices rose on Sunday", "The rebels had taken the mill"],
    ),
    (
        "Rebels shelled the village for two days, killing five guards.",
        ["Rebels shelled the village for two days", "Rebels killed five guards"],
    ),
    (
        "On Monday, rebels attacked the village and the guards retreated.",
        ["On Monday, rebels attacked the village", "The guards retreated on Monday"],
    ),
    (
        "On Monday, rebels attacked the village, and the guards have retreated.",
        ["On Monday, rebels attacked the village", "The guards have retreated"],
    ),
    (
        "40 guests were dancing at a home when shots rang out at about 1:15 a.m. Tuesday.",
        [
            "40 guests were dancing at a home at about 1:15 a.m. Tuesday",
            "Shots rang out at about 1:15 a.m. Tuesday",
        ],
    ),
    # Whose doing it was: not the place's.
    (
        "A gunman opened fire at a party killing one man.",
        ["A gunman opened fire at a party", "A gunman killed one man"],
    ),
    (
        "Police responded to a shooting in the park injuring two.",
        ["Police responded to a shooting in the park", "A shooting in the park injured two"],
    ),
    (
        "Rebels captured Norden and withdrew from Vell.",
        ["Rebels captured Norden", "Rebels withdrew from Vell"],
    ),
    (
        "Shells hit a market in Norden, killing two children and wounding five.",
        [
            "Shells hit a market in Norden",
            "Shells killed two children",
            "Shells wounded five",
        ],
    ),
    (
        "40 people were killed and dozens wounded when a depot blew up in Port Vell on Monday.",
        [
            "40 people were killed in Port Vell on Monday",
            "Dozens were wounded in Port Vell on Monday",
            "A depot blew up in Port Vell on Monday",
        ],
    ),
    (
        "At least 20 civilians were killed and many more wounded on Friday.",
        ["At least 20 civilians were killed on Friday", "Many more were wounded on Friday"],
    ),
    (
        "The army, which shelled Norden, entered Vell on Sunday.",
        ["The army entered Vell on Sunday", "The army shelled Norden"],
    ),
    (
        "Officials said the rebels had withdrawn from Norden after the army entered the town.",
        ["The rebels had withdrawn from Norden", "The army entered the town"],
    ),
    (
        "The pilot was arrested and was later killed by a guard.",
        ["The pilot was arrested", "The pilot was later killed by a guard"],
    ),
]


@pytest.mark.parametrize(("sentence", "expected"), DIVIDED)
def test_each_statement_reads_on_its_own(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


WHOLE = [
    "If the army enters Norden, rebels will withdraw",
    "The man who was driving the car fled",
    "Two men were shot and killed",
    "The group denied that it had withdrawn from Norden",
    "The army attacked the town in an effort to break the siege",
    "More than 80,000 people have been uprooted since the army began shelling Norden in May",
    "The raids came a day after the vote",
    "Rebels want to advance and take the town",
    "29 rebels dead in fighting near Norden",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_what_is_one_statement_stays_one(sentence: str) -> None:
    assert texts(sentence + ".") == [sentence]


FRAMED = [
    ("Norden has fallen, activists told the Courier on Sunday.", "Norden has fallen"),
    ("According to the Vell Monitor, 12 people died.", "12 people died"),
    ("12 people, police said, died in the fire.", "12 people died in the fire"),
    ('"We took the town," a rebel commander said.', "We took the town"),
    ("The mayor said that Norden had fallen.", "Norden had fallen"),
    ("The army said on Tuesday it had left Norden.", "It had left Norden"),
]


@pytest.mark.parametrize(("sentence", "content"), FRAMED)
def test_the_frame_is_not_part_of_the_statement(sentence: str, content: str) -> None:
    parsed = read(sentence)[0]
    (clause,) = split(parsed)
    assert clause.text == content
    said = {parsed.doc[i].lemma_ for i in clause.tokens}
    assert not said & {"say", "tell", "accord"}


def test_a_frame_without_content_is_a_statement() -> None:
    assert texts("The mayor said nothing on Sunday.") == ["The mayor said nothing on Sunday"]


SUBSETS = [
    (
        "Air raids have killed 310 civilians, including 41 children, the Vell Monitor said.",
        "Air raids have killed 310 civilians",
        "Air raids have killed 41 children (of 310 civilians)",
        "including 41 children",
    ),
    (
        "310 civilians, including 41 children, were killed by air raids.",
        "310 civilians were killed by air raids",
        "41 children (of 310 civilians) were killed by air raids",
        "including 41 children",
    ),
    (
        "Twelve people, among them three children, died in the fire.",
        "Twelve people died in the fire",
        "Three children (of twelve people) died in the fire",
        "among them three children",
    ),
]


@pytest.mark.parametrize(("sentence", "whole", "part", "quote"), SUBSETS)
def test_a_part_of_a_whole_is_a_statement(sentence: str, whole: str, part: str, quote: str) -> None:
    found = {c.subset: c for c in split(read(sentence)[0])}
    assert (found[False].text, found[True].text) == (whole, part)
    assert sentence[found[True].start : found[True].end] == quote


def test_the_whole_is_what_is_counted() -> None:
    found = texts("Police arrested three men after the shooting, including one teenager.")
    assert "Police arrested one teenager (of three men) after the shooting" in found


def test_including_without_a_count_is_no_part() -> None:
    sentence = "Air raids killed 31 people, including women and children"
    assert texts(sentence + ".") == [sentence]


def test_tolls_side_by_side() -> None:
    assert texts("8 killed, 70 injured in blast in Port Vell") == [
        "8 killed in blast in Port Vell",
        "70 injured in blast in Port Vell",
    ]
    assert texts("The blast left 12 wounded soldiers in the town.") == [
        "The blast left 12 wounded soldiers in the town"
    ]


def test_a_closing_frame_without_its_comma() -> None:
    assert texts("A bomb blast killed 12 and wounded 30 the monitor said.") == [
        "A bomb blast killed 12",
        "A bomb blast wounded 30",
    ]
    # The false friend: the verb of saying belongs to the sentence.
    assert texts("The blast was louder than the monitor said.") != ["The blast was louder than"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Airstrikes by the coalition killed at least 21 civilians in Norden on Monday.",
            ["Airstrikes by the coalition killed at least 21 civilians in Norden on Monday"],
        ),
        # The false friend: the object of a verb that has two.
        ("It was a photo of a man given a medal.", ["It was a photo of a man given a medal"]),
    ],
)
def test_a_past_form_with_an_object_is_active(sentence: str, expected: list[str]) -> None:
    assert texts(sentence) == expected


def test_mending_keeps_the_words() -> None:
    (plain,) = parse(
        [
            Sentence(
                0, 62, "A raid killed 12 people in Norden on Friday a monitor said.", "statement", 0
            )
        ]
    )
    mended = mend(plain.doc)
    assert mended.text == plain.doc.text
    assert [t.idx for t in mended] == [t.idx for t in plain.doc]
    untouched = read("Rebels captured Norden.")[0].doc
    assert mend(untouched) is untouched


def test_offsets_are_those_of_the_article() -> None:
    sentence = "Rebels captured Norden and withdrew from Vell."
    (parsed,) = read(sentence, start=100)
    for clause in split(parsed):
        assert sentence[clause.start - 100 : clause.end - 100] in sentence
        assert clause.start >= 100
    assert quotes(sentence) == ["Rebels captured Norden", "withdrew from Vell"]


STATING = [
    ("headline", "12 dead in blast in Norden", True),
    ("headline", "Inspectors to visit Vell", True),
    ("headline", "Explosion near a school in Norden", True),
    ("headline", "Man killed in Norden fire", True),
    ("headline", "Man dead after shooting; woman in custody", True),
    ("headline", "Death toll at 31 after blast", True),
    ("headline", "Flood toll: 24", True),
    ("headline", "Army responsible for attack on hospital", True),
    ("headline", "At least a dozen dead", True),
    ("statement", "12 bodies found in a mass grave.", True),
    ("headline", "Toll of 2012", False),
    ("headline", "Dead letters", False),
    ("headline", "Finish off the battle", False),
    ("headline", "Prayers for the dead", False),
    ("caption", "Photo courtesy of Bo Lee.", False),
    ("caption", "Soldiers entering Norden on Sunday.", True),
    ("statement", "Every day, all day.", False),
    ("statement", "Ages 11, 16, 21, 22", False),
    ("statement", "Stop the war!", True),
    ("statement", "wounding five", True),
    ("statement", "Dozens wounded.", True),
]


@pytest.mark.parametrize(("kind", "text", "states"), STATING)
def test_a_claim_has_a_predicate(kind: SentenceKind, text: str, states: bool) -> None:
    parsed = read_line(text, kind)
    assert asserts(parsed) is states
    assert bool(split(parsed)) is states


def test_a_full_stop_of_a_word_stays() -> None:
    assert texts("Shots rang out at 5 p.m.") == ["Shots rang out at 5 p.m."]
    assert texts("They met Tom Brill Jr.") == ["They met Tom Brill Jr."]
    assert texts("They met the men.") == ["They met the men"]


ONE = [
    "The strikes came as rebels said they had encircled Vell",
    "The war began when troops opened fire on a crowd in March",
    "The video did not show when the killings took place",
    "She took the car to keep him from burning it as he had done before",
    "Items are only sent if there are new ones",
]


@pytest.mark.parametrize("sentence", ONE)
def test_a_clause_that_only_points_at_another_is_no_claim(sentence: str) -> None:
    assert texts(sentence + ".") == [sentence]


NAMES = [
    (["The rebels attacked Norden.", "They took the town."], "The rebels took the town"),
    (["A woman was shot on Sunday.", "She survived."], "A woman survived"),
    # False friends: another who fits, the wrong kind, an empty "it".
    (["Rebels attacked soldiers.", "They fled the town."], "They fled the town"),
    (["A man was shot on Sunday.", "She called the police."], "She called the police"),
    (["The army left Norden.", "It is raining there."], "It is raining there"),
    (["Raids shook Norden.", "They came at dawn."], "They came at dawn"),
    # Whoever speaks may speak of himself; a name may be a man's or a woman's.
    (["Two men were shot.", "Police said they had left."], "They had left"),
    (["Robin Berg left.", "He took her car."], "He took her car"),
]


@pytest.mark.parametrize(("sentences", "text"), NAMES)
def test_a_pronoun_gives_way_to_a_certain_name(sentences: Sequence[str], text: str) -> None:
    parsed = read(*sentences)
    rows = [split(p) for p in parsed]
    named = carry_names(parsed, rows)
    assert named[-1][0].text == text
    assert [(c.start, c.end) for c in named[-1]] == [(c.start, c.end) for c in rows[-1]]


def test_a_new_paragraph_forgets_the_name() -> None:
    first, second = read("Rebels attacked Norden.", "They took the town.")
    apart = Parsed(
        Sentence(second.sentence.start, second.sentence.end, second.sentence.text, "statement", 1),
        second.doc,
    )
    rows = [split(first), split(apart)]
    assert carry_names([first, apart], rows)[1] == rows[1]


@pytest.mark.parametrize("text", ["", " ", "___", "...", "- - -"])
def test_no_words_no_statement(text: str) -> None:
    assert all(split(p) == () for p in read(text))


HOSTILE = [
    "said said said said said said said",
    "((((((((((((((((((" + "a" * 50,
    "which which which, which killed 3, which killed 4",
    "including 4, including 5, including 6 including",
    '"""""" said "',
    "killed " * 200,
    "12 killed, " * 80,
    "\u202e12 dead \u0000 and \U0001f4a5 wounded",
    "and and and , , , ; ;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_give_exact_spans(text: str) -> None:
    check(text)


VOCABULARY = (
    "the army rebels killed wounded 12 two dozens people including children , and when after "
    'which who said that on Sunday in Norden withdrew captured was were by " . - according to '
    "monitor leaving dead among them if it they"
)
WORDS = st.sampled_from(sorted(words(VOCABULARY)))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_give_exact_spans(row: list[str]) -> None:
    check(" ".join(row))


def check(text: str) -> None:
    """Spans inside the text, no two alike, every clause with its root and a text."""
    for parsed in read(text):
        clauses: tuple[Clause, ...] = split(parsed)
        assert len({(c.start, c.end) for c in clauses}) == len(clauses)
        for clause in clauses:
            assert 0 <= clause.start < clause.end <= len(text)
            assert clause.text.strip() == clause.text != ""
            assert all(0 <= i < len(parsed.doc) for i in clause.tokens)
            assert 0 <= clause.root < len(parsed.doc)


FORMS = [
    ("kill", "killed", "kills"),
    ("leave", "left", "leaves"),
    ("injure", "injured", "injures"),
    ("bury", "buried", "buries"),
    ("destroy", "destroyed", "destroys"),
    ("trap", "trapped", "traps"),
    ("crush", "crushed", "crushes"),
    ("open", "opened", "opens"),
]


@pytest.mark.parametrize(("lemma", "before", "now"), FORMS)
def test_finite_forms(lemma: str, before: str, now: str) -> None:
    assert (past(lemma), third_person(lemma)) == (before, now)


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        (", the town fell ,", "The town fell"),
        ('he said "we left', "He said we left"),
        ("the town ( ) fell .", "The town fell"),
        ("what if it falls ?", "What if it falls?"),
    ],
)
def test_polish(raw: str, clean: str) -> None:
    assert polish(raw) == clean
