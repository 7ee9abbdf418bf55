"""Two figures and the rest of their articles: numbers, sources and words beside them that say
whether two counts are of one whole at one time."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator

from claims.figures import comparable
from claims.records import Claim, Figure
from reconcile.facts.copies import runs, sentence_words, shares
from reconcile.facts.scenes import claims_beside
from reconcile.facts.spans import OTHER_SCALE
from reconcile.facts.two_figures import RISING, Two, a_part, is_part
from reconcile.facts.wording import COUNTRYWIDE, EARLY, JOINED, OWN_DEATH, RAISED, says
from reconcile.ties import voice
from reconcile.views import REACH, REMEMBERED, View, later, of_one_outlet

RUN = 6
"""Words in a row that two texts share only where one was written from the other."""

COPIED = 0.3
"""Least share of the shorter text's runs of words that make two articles prints of one text."""

SAME_SENTENCE, COPIED_SENTENCE = 0.7, 0.8
"""Least share of a sentence's words that make it the same told again: where both articles have
both sentences, and where only one is known to be in both."""

FEW_WORDS = 5
"""A sentence of fewer words can be anybody's."""

BESIDE = {"killed": "injured", "injured": "killed"}
"""The state that a text on an attack counts beside another."""


def same_outlet(two: Two) -> bool:
    """Whether two articles of one outlet give the two."""
    return of_one_outlet(two.a, two.b) and two.a.article.id != two.b.article.id


def risen(two: Two) -> bool:
    """Whether the later publication gives the higher count of a state that grows."""
    (low, _), (high, _) = two.by_number
    if two.fa.low == two.fb.low or RISING.isdisjoint((two.fa.role, two.fb.role)):
        return False
    return later(high, low)


def attacker(two: Two) -> bool:
    """Whether one may count an attacker's own death that the other leaves out."""
    if two.fa.role != "killed" or abs(two.fa.low - two.fb.low) != 1:
        return False
    claims = (two.a.claim, *two.a.neighbours, two.b.claim, *two.b.neighbours)
    return any(says(OWN_DEATH, claim.text) for claim in claims)


def shot_dead(two: Two) -> bool:
    """Whether one counts the shot, dead or not, and the other those who live."""
    if two.fa.role == two.fb.role or "shot" not in (two.fa.role, two.fb.role):
        return False
    views = (two.a, two.b)
    claims = (claim for view in views for claim in (view.claim, *view.neighbours))
    return any(f.role == "killed" for claim in claims for f in claim.figures)


def given_too(two: Two) -> bool:
    """Whether one of the articles gives the other's number as well, on the same word.

    Where it has them from two speakers, it reports rivals, and they stay rivals.
    """
    return _gives(two.fa, two.b) or _gives(two.fb, two.a)


def part_given_too(two: Two) -> bool:
    """Whether a part meets a whole that its own article gives as well."""
    return a_part(two) and given_too(two)


def _gives(figure: Figure, other: View) -> bool:
    return any(
        (given.low, given.high) == (figure.low, figure.high) and voice(claim) == voice(other.claim)
        for claim in other.neighbours
        for given in _alike(figure, claim)
    )


def told_in_both(two: Two) -> bool:
    """Whether both articles give both numbers, each in the same words: two facts of one text."""
    return _retold(two.a, two.fa, two.b, SAME_SENTENCE) and _retold(
        two.b, two.fb, two.a, SAME_SENTENCE
    )


def retold(two: Two) -> bool:
    """Whether one article has the other's number as well, in nearly the same words."""
    return _retold(two.a, two.fa, two.b, COPIED_SENTENCE) or _retold(
        two.b, two.fb, two.a, COPIED_SENTENCE
    )


def _retold(view: View, figure: Figure, other: View, least: float) -> bool:
    mine = sentence_words(view, figure)
    if len(mine) < FEW_WORDS or view.article.id == other.article.id:
        return False  # what one article gives twice is no reprint
    return any(
        shares(mine, sentence_words(other, given), least)
        for claim in other.neighbours
        for given in _alike(figure, claim)
        if (given.low, given.high) == (figure.low, figure.high)
    )


def raised(two: Two) -> bool:
    """Whether the article with the higher count tells near it that a lower one was given before."""
    _, (high, figure) = two.by_number
    text = high.article.text
    return says(RAISED, text[max(0, figure.start - REACH) : figure.end + REACH])


def summed(two: Two) -> bool:
    """Whether one of the articles gives, in one sentence, two numbers that the other's is the sum
    of; in a long text a small number is easily the rest of something."""
    return any(_rest(total, part, claims_beside(view, part)) for total, part, view in _as_sum(two))


def rest_told(two: Two) -> bool:
    """The same, where the two numbers stand anywhere in the article."""
    return any(
        _rest(total, part, (view.claim, *view.neighbours)) for total, part, view in _as_sum(two)
    )


def _as_sum(two: Two) -> Iterator[tuple[Figure, Figure, View]]:
    """Each as the sum, the other as a part, and whose claim the part stands in."""
    yield two.fa, two.fb, two.b
    yield two.fb, two.fa, two.a


def _rest(total: Figure, part: Figure, claims: Iterable[Claim]) -> bool:
    """Whether claims give what a part lacks to a sum, and not as part of yet another count."""
    rest = total.low - part.low
    return rest > 1 and any(
        given.low == rest and given is not part and not is_part(given)
        for claim in claims
        for given in _alike(total, claim)
    )


def _alike(figure: Figure, claim: Claim) -> Iterator[Figure]:
    """The figures of a claim that count the same kind of thing in the same state."""
    for given in claim.figures:
        if given.role == figure.role and comparable(figure, given) != "other":
            yield given


def one_source(two: Two) -> bool:
    """Whether both are counts of one named source, told in two articles."""
    if two.a.article.id == two.b.article.id or a_part(two):
        return False
    return voice(two.a.claim) == voice(two.b.claim) != "" and two.a.claim.voice == "named"


def early(two: Two) -> bool:
    """Whether the article with the lower count of a state that grows calls it a first one."""
    if not {two.fa.role, two.fb.role} <= RISING or two.a.article.id == two.b.article.id:
        return False
    if two.fa.low == two.fb.low or a_part(two):
        return False
    (low, _), (high, _) = two.by_number
    return not later(low, high) and says(EARLY, low.article.text)


def more_places(two: Two) -> bool:
    """Whether one counts for the other's place and for others beside it."""
    first, second = two.a.places, two.b.places
    more = bool(first and second) and (first < second or second < first) and _several(two)
    return more or _countrywide(two)


def _countrywide(two: Two) -> bool:
    """Whether the higher counts all over a country, the lower in a place."""
    (low, _), (high, _) = two.by_number
    wide = (says(COUNTRYWIDE, view.claim.text) for view in (high, low))
    return bool(low.places) and tuple(wide) == (True, False)


def _several(two: Two) -> bool:
    """Whether the wider of two claims joins its places: "in Orsa and Mora", not "in Orsa, Vell"."""
    wide = max((two.a, two.b), key=lambda view: len(view.places))
    return says(JOINED, wide.claim.text)


def is_top(figure: Figure, view: View) -> bool:
    """Whether it is the highest number its article gives of that state, wars' totals apart."""
    given = [f.low for f in view.others(figure.role) if f.low < OTHER_SCALE * figure.low]
    return figure.low >= max(given, default=0.0)


def is_first(figure: Figure, view: View) -> bool:
    """Whether its article gives no other number of that state before it."""
    earlier = [f for f in view.others(figure.role) if f.start < figure.start]
    return all(f.low == figure.low for f in earlier)


def crossed(two: Two) -> bool:
    """Whether the claim with fewer dead has more wounded: a later count has more of both."""
    state = BESIDE.get(two.fa.role)
    if state is None or two.fa.role != two.fb.role:
        return False
    (low, fewer), (high, more) = two.by_number
    first, second = _beside(low, state), _beside(high, state)
    return fewer.low < more.low and bool(first and second) and first > second


def _beside(view: View, state: str) -> float:
    """The whole number in that state in the claim or nearest to it, 0 for none."""
    near = sorted(view.neighbours, key=lambda claim: abs(claim.start - view.claim.start))
    for claim in (view.claim, *near):
        if abs(claim.start - view.claim.start) > REACH:
            break
        if given := _whole(claim.figures, state):
            return given.low
    return 0.0


def _whole(figures: Iterable[Figure], state: str) -> Figure | None:
    return next(
        (f for f in figures if f.role == state and f.bound != "vague" and not is_part(f)), None
    )


def copied(two: Two) -> bool:
    """Whether two articles print one text: what differs there is of two things, or was edited."""
    a, b = two.a.article, two.b.article
    return a.id != b.id and _shared(a.text, b.text) >= COPIED


@functools.lru_cache(maxsize=REMEMBERED)
def _shared(a: str, b: str) -> float:
    """Share of the shorter text's runs of words that the other has too."""
    first, second = runs(a, RUN), runs(b, RUN)
    return len(first & second) / max(1, min(len(first), len(second)))
