"""Nothing of an article is lost: what is in no claim is listed, and says why."""

from __future__ import annotations

import pytest
from conftest import make_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.extract import STATING, extract
from claims.unclaimed import all_not_claims, not_claims
from corpus.records import Article
from corpus.sample import sample_sources
from corpus.sentences import sentences
from corpus.sources import read as read_sources

pytestmark = pytest.mark.model


def check(article: Article) -> None:
    """Quotes and not-claims together touch every sentence, and no sentence is in both."""
    claims = extract(article)
    left = list(not_claims(article, claims))
    for row in left:
        assert article.text[row.start : row.end] == row.text
        assert not any(c.start < row.end and row.start < c.end for c in claims)
    listed = {(row.start, row.end) for row in left}
    for sentence in sentences(article):
        quoted = any(c.start < sentence.end and sentence.start < c.end for c in claims)
        assert quoted != ((sentence.start, sentence.end) in listed)
        if sentence.kind not in STATING:
            assert not quoted
    assert len({row.id for row in left}) == len(left)


def test_every_sentence_of_the_sample_is_in_a_claim_or_listed() -> None:
    folder, manifest = sample_sources()
    articles = [item for item in read_sources([str(folder)], manifest) if isinstance(item, Article)]
    assert len(articles) > 10
    for article in articles:
        check(article)


TEXT = (
    "Fire at the mill kills three\n\nBy Ana Ruiz\n\nVARSTA - A fire at the mill in Varsta killed "
    "three workers on Monday, police said. It broke out at noon.\n\nThe mill on Monday. Photo "
    'courtesy of Bo Lee.\n\n"Every day, all day."\n\nPrayers for the dead\n\n'
    "The mill is closed.\n\n"
    "Share this article"
)


def test_what_is_no_claim_says_what_it_is() -> None:
    article = make_article("a", TEXT)
    kinds = {row.text: row.kind for row in not_claims(article, extract(article))}
    assert kinds == {
        "By Ana Ruiz": "byline",
        "VARSTA -": "dateline",
        "The mill on Monday.": "caption",
        "Photo courtesy of Bo Lee.": "caption",
        '"Every day, all day."': "fragment",
        "Prayers for the dead": "headline",
        "Share this article": "furniture",
    }


def test_articles_are_told_apart() -> None:
    first, second = make_article("a", TEXT), make_article("b", TEXT)
    rows = list(all_not_claims([first, second], extract(first)))
    assert {row.article for row in rows} == {"a", "b"}
    # Of the second no claim is known: all of it is listed.
    assert len([r for r in rows if r.article == "b"]) == len(sentences(second))


def test_an_empty_article_has_nothing() -> None:
    assert list(not_claims(make_article("a", ""), ())) == []


PIECES = st.sampled_from(
    [
        "The army took Norden on Sunday, killing two rebels.",
        "The mayor said it had left.",
        '"We won," he said.',
        "Share this article",
        "Ages 11, 16.",
        "Anyone with information is asked to call 555-123-4567.",
        "A second fall The last storm killed seven.",
        "By Ana Ruiz",
        "…",
        "\n",
        "\n\n",
        "\xa0",
        "Photo: Bo Lee",
        "said",
        "«",
        "\u202e",
    ]
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=12).map(" ".join))
def test_nothing_of_any_article_is_lost(text: str) -> None:
    check(make_article("a", text))
