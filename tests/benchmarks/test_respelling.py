"""Names as two outlets spell them."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.groups import Told
from benchmarks.respelling import respelt, variant
from reconcile.reading.records import Excerpt

TOLD = Told(
    "g", Excerpt.whole("A bomb hit Vaatour, police said."),
    Excerpt.whole("In Vaatour a bomb killed nine near Vaatour mosque."),
    "conflict", "figure", (((0, 6),), ((18, 29), (30, 49))),
)  # fmt: skip


def test_a_name_is_respelt_throughout_and_spans_follow() -> None:
    for seed in range(200):
        new = respelt(TOLD, lambda word: word in {"Police"}, random.Random(seed))
        assert new.a == TOLD.a
        assert new.verdict == TOLD.verdict
        first, second = (new.b.text[start:end] for start, end in new.spans[1])
        assert first == "killed nine"
        name = second.removesuffix(" mosque").removeprefix("near ")
        assert new.b.text == TOLD.b.text.replace("Vaatour", name)


def test_now_and_then_and_no_common_word() -> None:
    changed = [respelt(TOLD, lambda _: False, random.Random(seed)) != TOLD for seed in range(400)]
    assert 0.2 < sum(changed) / len(changed) < 0.5
    assert all(respelt(TOLD, lambda _: True, random.Random(seed)) == TOLD for seed in range(50))


@given(st.from_regex(r"[A-Z][a-z]{4,12}", fullmatch=True), st.integers())
def test_a_variant_is_a_name_about_as_long(name: str, seed: int) -> None:
    other = variant(name, random.Random(seed))
    assert other[0].isupper()
    assert abs(len(other) - len(name)) <= 1
