"""Names in a sentence, and one spelling for each within a case."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.aliases import Aliases, read_aliases
from claims.names import canonical, find_names
from claims.parse import parse
from corpus.records import Sentence

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
]


def _canonical(*names: str, aliases: Aliases | None = None) -> dict[str, str]:
    return canonical([(f"a{i}", name) for i, name in enumerate(names)], aliases)[0]


@pytest.mark.parametrize(("one", "other"), ONE)
def test_variants_are_one_name(one: str, other: str) -> None:
    assert len(set(_canonical(one, other).values())) == 1


@pytest.mark.parametrize(("one", "other"), APART)
def test_look_alikes_stay_apart(one: str, other: str) -> None:
    assert len(set(_canonical(one, other).values())) == 2


def test_the_most_frequent_spelling_wins_and_the_merge_says_why() -> None:
    names, merges = canonical([("a", "Helfaya"), ("b", "Halfaya"), ("c", "Halfaya")])
    assert names == {"Halfaya": "Halfaya", "Helfaya": "Halfaya"}
    (merge,) = merges
    assert (merge.name, merge.variant) == ("Halfaya", "Helfaya")
    assert "86" in merge.reason


def test_neither_a_title_nor_capitals_nor_a_lost_apostrophe_is_the_spelling() -> None:
    assert set(_canonical("Ann Lee", "President Ann Lee").values()) == {"Ann Lee"}
    assert set(_canonical("HOUSTON", "Houston").values()) == {"Houston"}
    assert set(_canonical("Syrias", "Syria").values()) == {"Syria"}


def test_acronym_takes_the_long_form_of_its_article_only() -> None:
    same = [("a", "Hayat Tahrir al-Sham"), ("a", "HTS"), ("b", "HTS")]
    assert canonical(same)[0]["HTS"] == "Hayat Tahrir al-Sham"
    apart = [("a", "Hayat Tahrir al-Sham"), ("b", "HTS")]
    assert canonical(apart)[0]["HTS"] == "HTS"


def test_ambiguous_acronym_stays() -> None:
    mentions = [("a", "Lake Fire Service"), ("a", "LFS"), ("b", "Loch Film Society"), ("b", "LFS")]
    assert canonical(mentions)[0]["LFS"] == "LFS"


def test_surname_after_the_full_name() -> None:
    names, merges = canonical([("a", "Mohammad Rasheed"), ("a", "Rasheed")])
    assert names["Rasheed"] == "Mohammad Rasheed"
    assert "surname" in merges[0].reason


def test_surname_of_brothers_stays() -> None:
    mentions = [("a", "Mohammad Rasheed"), ("a", "Ahmad Rasheed"), ("a", "Rasheed")]
    assert len(set(canonical(mentions)[0].values())) == 3


def test_surname_from_another_article_stays() -> None:
    assert canonical([("a", "Mohammad Rasheed"), ("b", "Rasheed")])[0]["Rasheed"] == "Rasheed"


def test_a_place_in_a_longer_name_is_no_surname() -> None:
    mentions = [("a", "Port Sudan"), ("a", "Sudan"), ("a", "New Lake"), ("a", "Lake")]
    assert len(set(canonical(mentions)[0].values())) == 4


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


def test_alias_name_is_the_spelling_even_when_no_article_has_it() -> None:
    aliases = Aliases(same=(("Islamic State", "Daesh"),))
    assert _canonical("Daesh", aliases=aliases) == {"Daesh": "Islamic State"}


@pytest.mark.parametrize("text", ["name,variant\na,b\n", "name,variant,same\na,b,maybe\n", ""])
def test_bad_aliases_say_so(text: str) -> None:
    with pytest.raises(ValueError, match="aliases"):
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
    mentions: list[tuple[str, str]], random: object
) -> None:
    shuffled = list(mentions)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    names, merges = canonical(mentions)
    assert (names, merges) == canonical(shuffled)
    assert set(names) == {text for _, text in mentions}
    # A canonical name stands for itself, and every other spelling has its merge.
    assert all(names[name] == name for name in names.values())
    assert {m.variant for m in merges} == {w for w, name in names.items() if w != name}


NAMES = [
    ("The mayor of Lake Town met President Ann Lee on Monday.", ["Lake Town", "Ann Lee"]),
    ("Lt. John Smith's car was found in March.", ["John Smith"]),
    ("Syrian troops and Russian jets hit the town of Halfaya.", ["Halfaya"]),
    (
        "The Syrian Observatory for Human Rights said so.",
        ["Syrian Observatory for Human Rights"],
    ),
    ("Fighters of Jaish al-Nasr left Hama province.", ["Jaish al-Nasr", "Hama province"]),
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
    for start, end in find_names(next(parse([Sentence(0, len(text), text, "statement", 0)]))):
        assert 0 <= start < end <= len(text)
