"""Modality and polarity of predicates, each cue beside its false friend."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.modality import modality
from tests.conftest import read_line

pytestmark = pytest.mark.model

CASES = [
    ("The group will leave the town.", "leave", "planned", "affirmed"),
    ("The army plans to leave the town.", "leave", "planned", "affirmed"),
    ("The envoy is scheduled to meet the minister on Monday.", "meet", "planned", "affirmed"),
    ("The rebels vowed to retake the bridge.", "retake", "planned", "affirmed"),
    ("The rebels vowed that they would retake the bridge.", "retake", "planned", "affirmed"),
    ("The toll may rise.", "rise", "possible", "affirmed"),
    ("The toll could rise further.", "rise", "possible", "affirmed"),
    ("Ten people are feared dead.", "feared", "possible", "affirmed"),
    ("Ten people reportedly died.", "died", "possible", "affirmed"),
    ("The pilot is believed to have died.", "died", "possible", "affirmed"),
    ("The pilot is likely to have survived.", "survived", "possible", "affirmed"),
    ("If the dam breaks, the town floods.", "breaks", "possible", "affirmed"),
    ("The factions should support the town.", "support", "demanded", "affirmed"),
    ("The minister called for the army to leave the town.", "leave", "demanded", "affirmed"),
    ("The minister urged the rebels to leave.", "leave", "demanded", "affirmed"),
    ("The minister demanded that the rebels leave.", "leave", "demanded", "affirmed"),
    ("The mayor denied that the bridge had fallen.", "fallen", "denied", "affirmed"),
    ("The mayor rejected claims that the bridge had fallen.", "fallen", "denied", "affirmed"),
    ("The mayor denied bombing the bridge.", "bombing", "denied", "affirmed"),
    ("The bridge fell.", "fell", "asserted", "affirmed"),
    (
        "Its fighters had not completely withdrawn from the town.",
        "withdrawn",
        "asserted",
        "negated",
    ),
    ("No one was killed.", "killed", "asserted", "negated"),
    ("Nobody was hurt in the blast.", "hurt", "asserted", "negated"),
    ("The rebels didn't leave the town.", "leave", "asserted", "negated"),
    ("The group no longer controls the port.", "controls", "asserted", "negated"),
    ("Not only soldiers died.", "died", "asserted", "affirmed"),
    ("They not only took the port but also burned it.", "took", "asserted", "affirmed"),
    ("The northern port fell.", "fell", "asserted", "affirmed"),
    ("No fewer than ten people died.", "died", "asserted", "affirmed"),
    ("No fewer than ten people were killed.", "killed", "asserted", "affirmed"),
    ("The army failed to take the port.", "take", "asserted", "negated"),
    ("The army was unable to take the port.", "take", "asserted", "negated"),
    ("Neither side took the port.", "took", "asserted", "negated"),
    ("They left without taking the port.", "taking", "asserted", "negated"),
    ("They left without taking the port.", "left", "asserted", "affirmed"),
    ("The army never took the port.", "took", "asserted", "negated"),
    ("No group claimed the attack.", "claimed", "asserted", "negated"),
    ("There were no casualties.", "were", "asserted", "negated"),
    ("The monitor said the rebels had left.", "left", "asserted", "affirmed"),
    ("The army could not take the port.", "take", "asserted", "negated"),
    ("The rebels left in May.", "left", "asserted", "affirmed"),
    ("The ministry said it did not bomb the school.", "bomb", "asserted", "negated"),
    ("The ministry said it did not bomb the school.", "said", "asserted", "affirmed"),
    ("The ministry did not say whether the bridge fell.", "fell", "possible", "affirmed"),
    ("The talks are expected to begin on Sunday.", "begin", "planned", "affirmed"),
    ("The two sides agreed to halt the fighting.", "halt", "planned", "affirmed"),
    ("None of the hostages survived.", "survived", "asserted", "negated"),
    ("The bombs will hit the port and burn the ships.", "burn", "planned", "affirmed"),
    ("The army has no plans to leave.", "leave", "planned", "negated"),
    ("The mayor did not deny that the bridge had fallen.", "fallen", "possible", "affirmed"),
    ("The rebels took the port and did not leave it.", "took", "asserted", "affirmed"),
    ("The rebels took the port and did not leave it.", "leave", "asserted", "negated"),
    ("Police believe the man fled.", "fled", "asserted", "affirmed"),
    ("Police are searching for a man who may have fled.", "fled", "possible", "affirmed"),
    ("At least three houses were hit, not the school.", "hit", "asserted", "affirmed"),
    ("They want to rest after crossing the lake.", "crossing", "asserted", "affirmed"),
    ("The army was able to take the port.", "take", "asserted", "affirmed"),
    (
        "The toll is expected to rise because of the number of people hurt.",
        "hurt",
        "asserted",
        "affirmed",
    ),
    ("The ministry said it would send aid.", "send", "planned", "affirmed"),
    ("The fall of the port would be a threat.", "be", "possible", "affirmed"),
    # The root says how another predicate stands: that one is meant.
    ("The army plans to leave the town.", "plans", "planned", "affirmed"),
    ("The army does not plan to leave.", "plan", "planned", "negated"),
    ("The army refused to leave the town.", "refused", "asserted", "negated"),
    ("The army did not fail to take the town.", "fail", "asserted", "affirmed"),
    ("The army managed to take the town.", "managed", "asserted", "affirmed"),
    ("The guards prevented the men from leaving.", "prevented", "asserted", "negated"),
    ("The guards kept the men in a cell.", "kept", "asserted", "affirmed"),
    ("The talks have yet to begin.", "have", "asserted", "negated"),
    ("The talks have to begin.", "have", "asserted", "affirmed"),
    ("The war is far from over.", "is", "asserted", "negated"),
    ("The village is far from the city.", "is", "asserted", "affirmed"),
    ("There is no evidence that the dam broke.", "is", "asserted", "negated"),
    ("There is evidence that the dam broke.", "is", "asserted", "affirmed"),
    ("The mayor denied that the bridge had fallen.", "denied", "denied", "affirmed"),
    ("The mayor did not say that the bridge had fallen.", "fallen", "possible", "affirmed"),
    ("Police don't believe the man fled.", "believe", "asserted", "negated"),
    ("Police suspect the man fled.", "suspect", "possible", "affirmed"),
    ("Officials expect all five to survive.", "expect", "planned", "affirmed"),
    ("The minister called for a ceasefire.", "called", "demanded", "affirmed"),
    ("The news was reported by a bishop.", "reported", "asserted", "affirmed"),
    ("It seems there was a second man.", "seems", "possible", "affirmed"),
    ("It was unclear if the army had left.", "was", "possible", "affirmed"),
    ("Is she awake now?", "Is", "possible", "affirmed"),
    ("Please check the list.", "check", "demanded", "affirmed"),
]


@pytest.mark.parametrize(("text", "word", "modal", "polarity"), CASES)
def test_what_the_words_around_a_verb_make_of_it(
    text: str, word: str, modal: str, polarity: str
) -> None:
    sentence = read_line(text)
    root = next(token for token in sentence.doc if token.text == word)
    clause = [token.i for token in root.subtree]
    assert modality(sentence, root.i, clause) == (modal, polarity)


def test_an_argument_outside_the_clause_does_not_negate() -> None:
    sentence = read_line("No one was killed.")
    root = next(token for token in sentence.doc if token.text == "killed")
    assert modality(sentence, root.i, [root.i])[1] == "affirmed"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(
            ["not", "no", "never", "will", "may", "deny", "that", "if", "the", "port", "fell", "to"]
        )
    )
)
def test_any_heap_of_cues_gives_an_answer_for_every_token(words: list[str]) -> None:
    text = " ".join([*words, "."])
    sentence = read_line(text)
    for token in sentence.doc:
        modal, polarity = modality(sentence, token.i, [t.i for t in token.subtree])
        assert modal in ("asserted", "planned", "possible", "demanded", "denied")
        assert polarity in ("affirmed", "negated")
