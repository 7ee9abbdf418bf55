from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.records import Claim, Relation, Verdict
from reconcile.clustering import group


def claim(id_: str, text: str = "x") -> Claim:
    return Claim(
        id=id_, article="x", start=0, end=1, quote=text, text=text, speaker=None, voice="own",
        modality="asserted", polarity="affirmed", when=(), figures=(), names=(), happening=None,
    )  # fmt: skip


def relation(a: str, b: str, verdict: Verdict) -> Relation:
    return Relation(f"{a}{b}", a, b, verdict, (), (), "", 0.5, "independent")


CLAIMS = [claim(x) for x in "abcdef"]


def test_every_claim_is_in_one_cluster_and_alone_without_relations() -> None:
    assert group(CLAIMS, []) == tuple((x,) for x in "abcdef")


def test_agreement_and_conflict_join_but_update_and_scope_do_not() -> None:
    relations = [
        relation("a", "b", "agree"),
        relation("c", "d", "conflict"),
        relation("d", "e", "update"),
        relation("e", "f", "scope"),
    ]
    assert group(CLAIMS, relations) == (("a", "b"), ("c", "d"), ("e",), ("f",))


def test_two_facts_joined_by_one_stray_pair_stay_two_clusters() -> None:
    relations = [relation(a, b, "agree") for a, b in ("ab", "ac", "bc", "de", "df", "ef", "cd")]
    assert group(CLAIMS, relations) == (("a", "b", "c"), ("d", "e", "f"))


def test_one_sentence_printed_twice_is_one_fact_first() -> None:
    told = {
        "a": "Nine people died at the mill.",
        "b": "The mill fire killed nine workers.",
        "c": "The mill fire killed nine workers",
        "d": "Nine men lost their lives in Orsa.",
    }
    claims = [claim(id_, text) for id_, text in told.items()]
    chain = [relation(a, b, "agree") for a, b in ("ab", "bc", "cd")]
    joined = group(claims, chain)
    assert any({"b", "c"} <= set(row) for row in joined)
    assert len(joined) > 1


@given(
    st.permutations(CLAIMS),
    st.lists(st.sampled_from([(x, y) for x in "abcdef" for y in "abcdef" if x < y]), unique=True),
    st.randoms(),
)
def test_order_does_not_matter(claims, pairs, random) -> None:  # type: ignore[no-untyped-def]
    relations = [relation(a, b, "agree") for a, b in pairs]
    shuffled = random.sample(relations, len(relations))
    assert group(claims, shuffled) == group(CLAIMS, relations)
