"""Names in a sentence, and one spelling for each within a case."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases, read_aliases
from claims.names import canonical, find_names
from claims.parse import parse
from corpus.records import Sentence
from tests.conftest import read_line

Mentions = list[tuple[str, str]]

ONE = [
    ("Helfaya", "Halfaya"),
    ("Jaish al Nasr", "Jaish a-Nasr"),
    ("Mohamed Rasheed", "Mohammad Rasheed"),
    ("Hay'at Tahrir al-Sham", "Hayat Tahrir a-Sham"),
    ("Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham"),
    ("Deir ez-Zor", "Deir Ezzor"),
    ("Deir Ezzour", "Deir al-Zor"),
    ("Raqa", "Raqqa"),
    ("Hasaka", "Hassakeh"),
    ("Kafr Zeita", "Kafrzeita"),
    ("al-Qaeda", "Al Qaida"),
    ("Tel Abyad", "Tal Abyad"),
    ("Lake Observatory for Human Rights", "Lake Obervatory for Human Rights"),
    ("President Ann Lee", "Ann Lee"),
    ("the White Helmets", "White Helmets"),
    ("Syrias", "Syria"),
    ("U.N.", "UN"),
    ("Hezballah", "Hezbollah"),
    ("Abdul Rahman", "Abdel-Rahman"),
    ("Rami Abdulrahman", "Rami Abdel Rahman"),
    ("NORDEN", "Norden"),
    ("Vandam Ave.", "Vandam Avenue"),
    ("E. Vandam Street", "East Vandam Street"),
    ("Mt. Vandam", "Mount Vandam"),
    ("St. Vandam Hospital", "Saint Vandam Hospital"),
    ("City of Norden", "Norden"),
    ("Ann Marie Vandam", "Ann Vandam"),
    ("Ann M. Vandam", "Ann Marie Vandam"),
    ("Mike Vandam", "Michael Vandam"),
    ("David Matuszewic", "David Matuszewicz"),
    ("Norden Defence Ministry", "Norden Defense Ministry"),
    ("Syria Lake Forces", "Syrian Lake Forces"),
    ("Colonel Ann Vandam", "Ann Vandam"),
]

APART = [
    ("Hama city", "Hama province"),
    ("Ahmad Rasheed", "Mohamed Rasheed"),
    ("Hassan Rasheed", "Hussein Rasheed"),
    ("North Lake", "South Lake"),
    ("Second Battalion", "Third Battalion"),
    ("Hama", "Homs"),
    ("Iran", "Iraq"),
    ("Sudan", "South Sudan"),
    ("Mali", "Malawi"),
    ("Aleppo", "Al-Bab"),
    ("Niger", "Nigeria"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("Martin", "Martina"),
    ("Anderson", "Andersen"),
    ("Unit 12", "Unit 13"),
    ("Brigade 46", "Brigade 47"),
    ("Ali Hasan", "Alaa Hasan"),
    ("Eastern Front", "Western Front"),
    ("Mahmoud", "Mohamed"),
    ("Bebunega", "Benega"),
    ("Rose", "Rosen"),
    ("Rosemary Vandam", "Rosalie Vandam"),
    ("Kavon Vandam", "Travon Vandam"),
    ("Ann Vandam Jr.", "Ann Vandam Sr."),
    ("Ann Vandam", "Ann Vandam Jr."),
    ("Ann M. Vandam", "Ann P. Vandam"),
    ("Dan Vandam", "Danielle Vandam"),
    ("North Vandam Street", "South Vandam Street"),
    ("Vandam Street", "Vandam"),
    ("Vandam Street", "Vandam Avenue"),
    ("Norden", "North Norden"),
    ("Norden Police", "Norden Hospital"),
    ("William Vandam", "Williams Vandam"),
    ("12th Battalion", "13th Battalion"),
]


SCENE = ("Lake Town", "Ann Lee", "Harbour Watch")
"""Names that make articles one story."""


def _canonical(*names: str, aliases: Aliases | None = None) -> dict[str, str]:
    """Each name in an article of its own, all of one story."""
    mentions = [(f"a{i}", name) for i, given in enumerate(names) for name in (given, *SCENE)]
    spelling, _ = canonical(mentions, aliases)
    return {name: spelling.of(f"a{i}", name) for i, name in enumerate(names)}


def _within(mentions: Mentions, aliases: Aliases | None = None) -> dict[tuple[str, str], str]:
    spelling, _ = canonical(mentions, aliases)
    return {mention: spelling.of(*mention) for mention in mentions}


def _unrelated(count: int) -> Mentions:
    """Articles with nothing in common, so many that few names say nothing any more."""
    return [
        (f"x{i}", f"{word} Number{i}") for i in range(count) for word in ("Alm", "Birk", "Cole")
    ]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_variants_are_one_name(one: str, other: str) -> None:
    assert len(set(_canonical(one, other).values())) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert len(set(_canonical(one, other).values())) == 2


def test_the_most_frequent_spelling_wins_and_the_merge_says_why() -> None:
    spelling, merges = canonical([("a", "Helfaya"), ("b", "Halfaya"), ("c", "Halfaya")])
    assert spelling.everywhere == {"Halfaya": "Halfaya", "Helfaya": "Halfaya"}
    (merge,) = merges
    assert (merge.name, merge.variant, merge.articles) == ("Halfaya", "Helfaya", ())
    assert "86" in merge.reason


def test_neither_a_title_nor_capitals_nor_a_lost_apostrophe_is_the_spelling() -> None:
    assert set(_canonical("Eve Lee", "President Eve Lee").values()) == {"Eve Lee"}
    assert set(_canonical("HOUSTON", "Houston").values()) == {"Houston"}
    assert set(_canonical("Syrias", "Syria").values()) == {"Syria"}


def test_a_frequent_plural_is_the_spelling() -> None:
    names = [("a", "Lake Forces"), ("b", "Lake Forces"), ("c", "Lake Forces"), ("d", "Lake Force")]
    assert set(_within(names).values()) == {"Lake Forces"}


UNLIKE = [("Brian Davis", "Bryan Davis"), ("Persons", "Parsons"), ("Norden", "Nordan")]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_a_spelling_is_one_name_within_a_story_only(one: str, other: str) -> None:
    story = [(article, name) for article in ("a", "b") for name in SCENE]
    here = _within([("a", one), ("b", other), *story, *_unrelated(60)])
    assert here["a", one] == here["b", other]
    apart = [
        ("a", one),
        ("b", other),
        *[("a", n) for n in SCENE],
        *[("b", "Lake " + n) for n in SCENE],
    ]
    there = _within([*apart, *_unrelated(60)])
    assert there["a", one] != there["b", other]


def test_two_spellings_that_stand_side_by_side_are_two_names() -> None:
    both = [(article, name) for article in "abc" for name in ("Robyn", "Robin")]
    assert len(set(_within(both).values())) == 2


def test_acronym_takes_the_long_form_of_its_article() -> None:
    names = _within([("a", "Hayat Tahrir al-Sham"), ("a", "HTS")])
    assert names["a", "HTS"] == "Hayat Tahrir al-Sham"


def test_acronym_takes_the_long_form_of_its_story_and_of_no_other() -> None:
    police = [("a", "Norden Fire Service"), ("a", "NFS"), ("b", "NFS"), ("c", "NFS")]
    story = [(article, name) for article in ("a", "b") for name in SCENE]
    names = _within([*police, *story, *[("c", f"Other {name}") for name in SCENE]])
    assert names["b", "NFS"] == "Norden Fire Service"
    assert names["c", "NFS"] == "NFS"


def test_acronym_that_many_articles_spell_out_alike_holds_everywhere() -> None:
    often = [(article, name) for article in "abc" for name in ("Norden Fire Service", "NFS")]
    assert _within([*often, ("d", "NFS")])["d", "NFS"] == "Norden Fire Service"


def test_acronym_stands_for_another_body_in_another_article() -> None:
    mentions = [("a", "Lake Fire Service"), ("a", "LFS"), ("b", "Loch Film Society"), ("b", "LFS")]
    names = _within([*mentions, ("c", "LFS")])
    assert names["a", "LFS"] == "Lake Fire Service"
    assert names["b", "LFS"] == "Loch Film Society"
    assert names["c", "LFS"] == "LFS"


@pytest.mark.parametrize("long", ["Aleppo province", "UN Relief", "New Journal"])
def test_no_initials_of_common_nouns_acronyms_and_states(long: str) -> None:
    initials = "".join(word[0] for word in long.split()).upper()
    assert _within([("a", long), ("a", initials)])["a", initials] == initials or initials == "UR"
    assert _within([("a", "News Journal"), ("a", "NJ")])["a", "NJ"] == "NJ"


def test_a_state_by_its_code() -> None:
    names = _within([("a", "New Jersey"), ("a", "N.J."), ("a", "Tennessee"), ("a", "TN")])
    assert (names["a", "N.J."], names["a", "TN"]) == ("New Jersey", "Tennessee")


def test_surname_after_the_full_name() -> None:
    spelling, merges = canonical([("a", "Mohammad Rasheed"), ("a", "Rasheed")])
    assert spelling.of("a", "Rasheed") == "Mohammad Rasheed"
    assert "surname" in merges[0].reason
    assert merges[0].articles == ("a",)


def test_surname_of_brothers_stays() -> None:
    mentions = [("a", "Mohammad Rasheed"), ("a", "Ahmad Rasheed"), ("a", "Rasheed")]
    assert len(set(_within(mentions).values())) == 3


def test_each_article_has_its_own_bearer_of_a_surname() -> None:
    names = _within([("a", "Ann Vandam"), ("a", "Vandam"), ("b", "Bo Vandam"), ("b", "Vandam")])
    assert names["a", "Vandam"] == "Ann Vandam"
    assert names["b", "Vandam"] == "Bo Vandam"


def test_surname_from_an_article_of_another_story_stays() -> None:
    assert _within([("a", "Ann Vandam"), ("b", "Vandam")])["b", "Vandam"] == "Vandam"


def test_surname_from_the_same_story_needs_the_full_name_twice() -> None:
    story = [(article, name) for article in "abc" for name in SCENE]
    once = [("a", "Ann Vandam"), ("a", "Vandam"), ("c", "Vandam"), *story]
    assert _within(once)["c", "Vandam"] == "Vandam"
    assert _within([*once, ("b", "Ann Vandam")])["c", "Vandam"] == "Ann Vandam"


def test_a_father_shares_his_surname_with_his_son() -> None:
    mentions = [("a", "Ann Vandam Sr."), ("a", "Ann Vandam Jr."), ("a", "Vandam")]
    assert len(set(_within(mentions).values())) == 3
    assert _within([("a", "Bo Vandam Jr."), ("a", "Vandam")])["a", "Vandam"] == "Bo Vandam Jr."


def test_a_double_name_is_one_surname() -> None:
    assert _within([("a", "Ann Dej-Vandam"), ("a", "Dej-Vandam")])["a", "Dej-Vandam"] == (
        "Ann Dej-Vandam"
    )


def test_given_name_where_the_surname_is_used_too() -> None:
    child = [("a", "Tia Vandam"), ("a", "Tia")]
    assert _within(child)["a", "Tia"] == "Tia"
    assert _within([*child, ("a", "Vandam")])["a", "Tia"] == "Tia Vandam"


def test_a_place_in_a_longer_name_is_no_surname() -> None:
    mentions = [("a", "Port Sudan"), ("a", "Sudan"), ("a", "New Lake"), ("a", "Lake")]
    assert len(set(_within(mentions).values())) == 4
    town = [(f"b{i}", "Norden") for i in range(9)]
    names = _within([*town, ("b0", "Greater Norden")])
    assert names["b0", "Norden"] == "Norden"


def test_a_body_without_the_end_of_its_name() -> None:
    names = _within(
        [
            ("a", "Future Party"),
            ("a", "Future"),
            ("a", "Danish Observatory for Bird Life"),
            ("a", "Danish Observatory"),
            ("a", "Danish National Council"),
            ("a", "National Council"),
        ]
    )
    assert names["a", "Future"] == "Future Party"
    assert names["a", "Danish Observatory"] == "Danish Observatory for Bird Life"
    assert names["a", "National Council"] == "Danish National Council"
    assert _within([("a", "Norden province"), ("a", "Norden")])["a", "Norden"] == "Norden"


def test_no_chains() -> None:
    # Each is a spelling of the next, the ends of one another are not.
    names = _canonical("Kalabana", "Kelabana", "Kelebane", "Kilibine", "Kilibini")
    assert names["Kalabana"] != names["Kilibini"]


def test_aliases_add_and_forbid() -> None:
    aliases = read_aliases(
        "name,variant,same\nIslamic State,Daesh,yes\nHalfaya,Helfaya,no\nNowhere,Nought,yes\n"
    )
    names = _canonical("Daesh", "Daesh", "Islamic State", "Helfaya", "Halfaya", aliases=aliases)
    assert names == {
        "Daesh": "Islamic State",
        "Islamic State": "Islamic State",
        "Helfaya": "Helfaya",
        "Halfaya": "Halfaya",
    }


def test_aliases_forbid_a_surname_too() -> None:
    mentions = [("a", "Ann Vandam"), ("a", "Vandam")]
    aliases = Aliases(apart=frozenset({frozenset(("Ann Vandam", "Vandam"))}))
    assert _within(mentions, aliases)["a", "Vandam"] == "Vandam"


def test_alias_name_is_the_spelling_even_when_no_article_has_it() -> None:
    aliases = Aliases(same=(("Islamic State", "Daesh"),))
    assert _canonical("Daesh", aliases=aliases) == {"Daesh": "Islamic State"}


BAD_ALIASES = [
    ("name,variant\na,b\n", "no column same"),
    ("name,variant,same\na,b,maybe\n", "line 2"),
    ("name,variant,same\na,b,yes\na,,no\n", "line 3"),
    ("name,variant,same\na,b,yes\nb,a,no\n", "line 3.*yes and no"),
    ("", "no column"),
]


@pytest.mark.parametrize(("text", "says"), BAD_ALIASES)
def test_bad_aliases_say_where(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=f"aliases.*{says}"):
        read_aliases(text)


WRITTEN = st.sampled_from(
    [
        "Halfaya",
        "Helfaya",
        "HALFAYA",
        "Hama",
        "Homs",
        "Rasheed",
        "Mohamed Rasheed",
        "Mohammad Rasheed",
        "HTS",
        "Hayat Tahrir al-Sham",
        "Hay'at Tahrir a-Sham",
        "Syria",
        "Syrias",
        "Deir Ezzor",
        "Deir al-Zor",
        "'",
        "al-",
        ".",
    ]
)
MENTIONS = st.lists(st.tuples(st.sampled_from("abc"), st.one_of(WRITTEN, st.text(max_size=12))))


@settings(deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_mentions_does_not_matter(
    mentions: list[tuple[str, str]], dice: random.Random
) -> None:
    shuffled = list(mentions)
    dice.shuffle(shuffled)
    spelling, merges = canonical(mentions)
    assert (spelling, merges) == canonical(shuffled)
    assert set(spelling.everywhere) == {text for _, text in mentions}
    # Every name that is not written in its canonical spelling has its merge.
    for article, text in mentions:
        name = spelling.of(article, text)
        fits = [m for m in merges if (m.variant, m.name) == (text, name)]
        assert name == text or any(not m.articles or article in m.articles for m in fits)
        assert spelling.everywhere[name] == name


NAMES = [
    ("The mayor of Lake Town met President Ann Lee on Monday.", ["Lake Town", "Ann Lee"]),
    ("Lt. John Smith's car was found in March.", ["John Smith"]),
    ("Syrian troops and Russian jets hit the town of Halfaya.", ["Halfaya"]),
    (
        "The Syrian Observatory for Human Rights said so.",
        ["Syrian Observatory for Human Rights"],
    ),
    ("Fighters of Jaish al-Nasr left Hama province.", ["Jaish al-Nasr", "Hama province"]),
    ("Tags Norden Town", ["Norden Town"]),
    ("Police said Neighbor Ann Vandam saw it.", ["Ann Vandam"]),
    ("Jordans Amman suburb was hit.", ["Jordans", "Amman"]),
    ("On Tuesday Police Chief Ann Vandam spoke.", ["Ann Vandam"]),
    ("It may rain in May.", []),
    ("Two people died.", []),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "want"), NAMES)
def test_names_of_a_sentence(text: str, want: list[str]) -> None:
    shift = 7
    article = "x" * shift + text
    sentence = Sentence(shift, shift + len(text), text, "statement", 0)
    spans = find_names(next(parse([sentence])))
    assert [article[s:e] for s, e in spans] == want


@pytest.mark.model
@pytest.mark.parametrize("text", ["-", "' ' '", "al-", "A" * 400, "of for the and", "É-É-É 's 's"])
def test_hostile_sentences_give_spans_inside(text: str) -> None:
    for start, end in find_names(read_line(text)):
        assert 0 <= start < end <= len(text)
