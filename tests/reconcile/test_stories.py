from __future__ import annotations

import numpy as np
import pytest

from corpus.records import Article
from reconcile.stories import MOST_DAYS, Weights, lead, link, terms
from tests.conftest import WordEncoder

PLAIN = Weights(likeness=6.0, gap=-1.0, shared=0.5, ratio=6.0, bias=-4.0, threshold=0.5)


def article(id_: str, text: str, published: str | None) -> Article:
    return Article(
        id=id_, path="", sha256="", outlet=id_, title="", url="", author="",
        published=published, published_from="none", language="", agency="", origin=id_, text=text,
    )  # fmt: skip


FIRE = "A fire at the Lindholm mill in Varsta killed three workers, Chief Ana Berg said. Berg wept."
SAME = "Three workers died when fire broke out at the Lindholm mill in Varsta, said Chief Ana Berg."
GAME = "Orsa beat Malung by two goals on a wet night and coach Pelle Strand was pleased with it."


@pytest.mark.parametrize(
    ("other", "published", "linked"),
    [
        (SAME, "2021-03-02", True),
        (SAME, None, True),
        (SAME, "2021-03-30", False),  # too late to be the same story, however alike
        (GAME, "2021-03-01", False),
    ],
)
def test_link(other: str, published: str | None, linked: bool, encoder: WordEncoder) -> None:
    articles = [article("a", FIRE, "2021-03-01"), article("b", other, published)]
    links = link(articles, encoder.encode([lead(a) for a in articles]), PLAIN)
    assert (links.pairs() == [(0, 1)]) is linked
    assert np.allclose(links.score, links.score.T)


def test_articles_far_apart_score_nothing(encoder: WordEncoder) -> None:
    articles = [article("a", FIRE, "2021-03-01"), article("b", FIRE, "2021-03-09")]
    assert MOST_DAYS < 8
    assert link(articles, encoder.encode([FIRE, FIRE])).score[0, 1] == 0.0


def test_no_articles() -> None:
    assert link([], np.zeros((0, 4), dtype=np.float32)).pairs() == []


def of(*texts: str) -> list[frozenset[str]]:
    return terms([article(str(i), text, None) for i, text in enumerate(texts)])


def test_terms_leave_out_words_that_only_open_sentences() -> None:
    (found,) = of("Rescuers left. However, Nora Lind stayed. Later Lind left.")
    assert {"nora", "lind"} <= found
    assert not {"rescuers", "however", "later"} & found


def test_what_opens_a_sentence_is_a_name_where_others_write_it_inside_theirs() -> None:
    opening, other = of("Varsta police left.", "The police of Varsta left; police are few.")
    assert "varsta" in opening
    assert "police" not in opening | other


def test_a_name_and_its_possessive_are_one_term() -> None:
    assert of("He met Lind there.", "She left Lind's house, said Lind’s son.") == [{"lind"}] * 2


def test_a_lone_mark_is_no_term() -> None:
    assert of("") == [frozenset()]
    assert "" not in frozenset().union(*of("A 's 12’s Q’s."))
