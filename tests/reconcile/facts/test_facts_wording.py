"""Words by which a text says what its number stands for, each pattern with its false friends."""

from __future__ import annotations

import re
import time

import pytest

from reconcile.facts import wording
from reconcile.facts.wording import (
    COUNTED_IN,
    COUNTRYWIDE,
    CUMULATIVE,
    EARLY,
    JOINED,
    LASTING,
    NARROWER,
    NTH_IN,
    OWN_DEATH,
    RAISED,
    REST,
    REVISED,
    RULING,
    SINCE,
    SINCE_START,
    SOON_AFTER,
    SPAN,
    SUPERSEDED,
)

TABLE: dict[str, tuple[re.Pattern[str], list[str], list[str]]] = {
    "RAISED": (
        RAISED,
        [
            "The monitor later said that twelve had died",
            "The toll has risen",
            "The ministry raised the death toll",
            "updating an earlier toll",
            "The number of dead rose to twelve",
            "according to a new toll",
            "He had earlier given nine",
        ],
        ["He said later that day", "the raised road", "a new bridge", "The sun rose", "later died"],
    ),
    "RULING": (
        RULING,
        ["regime forces", "government troops", "pro-government fighters", "army soldiers"],
        ["rebel forces", "Islamic State fighters", "armed men", "the forces"],
    ),
    "REVISED": (
        REVISED,
        [
            "The toll has risen to 12",
            "It rose to 12",
            "The number climbed",
            "an updated count",
            "Police revised the number",
            "police corrected it",
            "has since grown to 12",
            "an earlier police report",
            "previously 9",
            "12 so far",
            "two later died",
            "he succumbed to it",
            "At first nine were counted",
            "the clinic later said 12",
            "he had earlier reported nine",
        ],
        [
            "Near Rosengard 12 died",
            "an outdated list",
            "12 climbers died",
            "correctional officers",
            "the correct address",
            "jumpers",
            "12 were killed",
            "a crisis of the region",
            "an early report",
            "since Monday",
            "sunrises",
            "later in the day",
            "he spoke earlier",
        ],
    ),
    "CUMULATIVE": (
        CUMULATIVE,
        [
            "so far this month",
            "in the past three years",
            "over the last decade",
            "12 died this year",
            "since the war began",
            "in the long war",
            "during its civil war",
            "of the uprising",
            "the conflict has killed",
            "the war that killed",
            "since the outbreak",
            "20 people per week",
            "every day",
            "an overall total of 90",
            "daily",
        ],
        [
            "in the past 24 hours",
            "over the last day",
            "in the past hour",
            "war planes killed 12",
            "killed in the war-torn town",
            "in a war zone",
            "a member of the war monitor",
            "a count of war crimes",
            "in a conflict-ravaged valley",
            "a war monitor said",
            "the war crimes court",
            "a post-war hospital",
            "the year's worst blast",
            "since Monday",
            "the total was 90",
            "a warm day",
        ],
    ),
    "NARROWER": (
        NARROWER,
        [
            "two died in hospital",
            "in the hospitals",
            "died at the scene",
            "killed on the spot",
            "under the rubble",
            "died of his wounds",
            "four of the killed",
            "ten of those dead",
        ],
        [
            "the hospital burned",
            "two were taken to hospital",
            "a scene of grief",
            "the rubble",
            "of the town",
            "the wounds were light",
        ],
    ),
    "REST": (
        REST,
        ["another ", "an additional ", "killing a further ", "a fifth ", "as well as the "],
        ["another bridge ", "in addition to ", "farther ", "atlast ", "30 guards as well as "],
    ),
    "COUNTED_IN": (
        COUNTED_IN,
        ["Five died, including the gunman", "among them an attacker", "along with his attacker"],
        ["including the mayor", "five and the gunman", "the suspects included five"],
    ),
    "OWN_DEATH": (
        OWN_DEATH,
        [
            "a murder-suicide",
            "he shot himself",
            "took her own life",
            "a self-inflicted wound",
            "three died, including the gunman",
            "the dead, among them an attacker",
        ],
        [
            "she saved his own life",
            "they themselves",
            "he took his own car",
            "selfish",
            "the gunman fled",
            "including the mayor",
        ],
    ),
    "SOON_AFTER": (
        SOON_AFTER,
        ["It burnt just days after ", "less than two weeks after a blast that killed "],
        ["It burnt days after ", "just days after that, ", "just after "],
    ),
    "EARLY": (
        EARLY,
        [
            "a preliminary toll",
            "The toll is expected to rise",
            "people were still trapped",
            "an initial death toll",
            "Breaking news alert",
            "crews were working to recover victims",
            "they are still retrieving the bodies",
        ],
        [
            "The river is set to rise",
            "a toll road",
            "still there",
            "breaking into the house",
            "working to recover from the loss",
        ],
    ),
    "COUNTRYWIDE": (
        COUNTRYWIDE,
        ["across country", "throughout the whole nation", "nationwide", "in several provinces"],
        ["in the country", "across the road", "in a province", "various raids"],
    ),
    "JOINED": (
        JOINED,
        ["killed in Orsa and Vell", "in the town of Orsa and nearby Vell"],
        ["killed in Orsa", "killed in a raid and buried"],
    ),
    "LASTING": (
        LASTING,
        [
            "in less than one month",
            "over the past two weeks",
            "within a span of four hours",
            "in 24 hours",
            "for several days",
            "in the past year",
        ],
        [
            "in two years ago",
            "a two-year-old girl",
            "in the two-year-old war",
            "in a month-long siege",
            "for two days before the vote",
            "in March",
            "in the days",
        ],
    ),
    "NTH_IN": (
        NTH_IN,
        ["the third attack ", "for the tenth time ", "the worst raid ", "the first such blast "],
        ["the raids ", "a blast. The first, he said ", "tents "],
    ),
    "SUPERSEDED": (
        SUPERSEDED,
        ["Initial reports said six", "originally said", "initially", "than first reported",
         "not four, as he reported"],
        ["an initial shot", "originally from Orsa", "earlier reports from Orsa", "first reported"],
    ),
    "SINCE": (SINCE, ["since March", "Since"], ["sincere", "insince"]),
    "SINCE_START": (
        SINCE_START,
        [
            "since the beginning of the war",
            "since its outbreak",
            "since the start of the siege",
            "since the conflict began",
            "since the air strikes started",
        ],
        ["since March", "since the blast", "at the start of the war", "the war began in May"],
    ),
    "SPAN": (
        SPAN,
        ["between May and June", "from Monday on", "over two days", "the past week", "this month"],
        ["on Monday", "in May 2020", "yesterday", "overnight", "weekend"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, texts, _) in TABLE.items() for text in texts]
)
def test_matches(name: str, text: str) -> None:
    assert TABLE[name][0].search(text)
    # Places are known by their capitals alone.
    assert name == "JOINED" or TABLE[name][0].search(text.upper())


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, _, texts) in TABLE.items() for text in texts]
)
def test_false_friends(name: str, text: str) -> None:
    assert TABLE[name][0].search(text) is None


PATTERNS = {name: held for name, held in vars(wording).items() if isinstance(held, re.Pattern)}


def test_every_pattern_has_a_table() -> None:
    assert set(PATTERNS) == set(TABLE)


@pytest.mark.parametrize("name", PATTERNS)
@pytest.mark.parametrize(
    "hostile", ["a " * 20000, "of the " * 8000, "in the past " * 5000, "since " * 9000, "e" * 50000]
)
def test_hostile_text_is_read_quickly(name: str, hostile: str) -> None:
    started = time.perf_counter()
    PATTERNS[name].search(hostile)
    assert time.perf_counter() - started < 1
