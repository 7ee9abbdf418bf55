"""Which pairs of claims are judged at all: nearest neighbours inside blocks of one story.

Nearest by meaning alone would pair like with like; claims that count in the same state, or tell
of the same happening to the same names, meet also where their words and numbers are far apart.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np

from claims.figures import comparable
from claims.records import Figure
from claims.senses import OPPOSITES
from reconcile.embedding import Vectors
from reconcile.facts.dates import begun
from reconcile.interval import DAY
from reconcile.stories import MOST_DAYS, Links
from reconcile.ties import voice
from reconcile.views import View, telling

NEIGHBOURS = 5
"""Nearest claims of the other article that each claim meets."""

NEAR = 0.45
"""Least cosine of claims that meet by meaning alone."""

LOOSE = 0.2
"""Least cosine of claims that share what they count or tell of."""

RECALLED_DAYS = 31
"""Longest span of a date that says which older event is recalled: a month."""

RECALLED_STORY = 0.5
"""How surely such articles tell of one event before the claims are looked at: nobody knows."""

DISPUTE = 0.45
"""Least cosine of two claims of one article, by different speakers, that may dispute."""


@dataclasses.dataclass(frozen=True, slots=True)
class Candidate:
    """A pair to judge, as positions of views, with what the search already knows."""

    a: int
    b: int
    story: float
    likeness: float


def candidates(views: Sequence[View], vectors: Vectors, links: Links) -> Iterator[Candidate]:
    """Pairs across linked articles and pairs of speakers inside one, each once.

    The earlier claim stands first (by publication, then id), so that the order in which
    articles were read does not matter.
    """
    rows: dict[str, list[int]] = {}
    for index, view in enumerate(views):
        rows.setdefault(view.article.id, []).append(index)
    linked: set[frozenset[str]] = set()
    for first, second in links.pairs():
        linked.add(frozenset((links.ids[first], links.ids[second])))
        one, two = rows.get(links.ids[first], []), rows.get(links.ids[second], [])
        yield from _across(views, vectors, one, two, float(links.score[first, second]))
    yield from _recalled(views, vectors, rows, linked)
    for row in rows.values():
        yield from _disputes(views, vectors, row)


def _across(
    views: Sequence[View], vectors: Vectors, one: Sequence[int], two: Sequence[int], story: float
) -> Iterator[Candidate]:
    if not one or not two:
        return
    positions = [views[i].position for i in one], [views[j].position for j in two]
    likeness = vectors[positions[0]] @ vectors[positions[1]].T
    near = _nearest(likeness, axis=1) | _nearest(likeness, axis=0)
    near &= likeness >= NEAR
    for x, y in np.argwhere(likeness >= LOOSE).tolist():
        if near[x, y] or _akin(views[one[x]], views[two[y]]):
            yield _ordered(views, one[x], two[y], story, float(likeness[x, y]))


def _nearest(likeness: Vectors, axis: int) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Marks each line's ``NEIGHBOURS`` highest cells along an axis."""
    rank = np.argsort(np.argsort(-likeness, axis=axis, kind="stable"), axis=axis, kind="stable")
    return rank < NEIGHBOURS


def _akin(a: View, b: View) -> bool:
    """Whether two claims count in the same state, or tell of one happening to shared names."""
    roles = {f.role for f in a.claim.figures if f.role}
    if roles & {f.role for f in b.claim.figures}:
        return True
    if a.names & b.names and any(
        comparable(f, g) == "same" for f in _measures(a) for g in _measures(b)
    ):
        return True
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None:
        return False
    if first.sense == second.sense and a.names & b.names:
        return True
    # Two dates of one thing may stand in sentences that have nothing else in common.
    dated = a.event is not None and b.event is not None
    return dated and begun(first.sense) == begun(second.sense) and bool(_around(a) & _around(b))


def _around(view: View) -> frozenset[str]:
    return view.places or view.names | view.before


def _measures(view: View) -> list[Figure]:
    return [f for f in view.claim.figures if f.unit and f.role != "age"]


def _recalled(
    views: Sequence[View],
    vectors: Vectors,
    rows: Mapping[str, Sequence[int]],
    linked: Container[frozenset[str]],
) -> Iterator[Candidate]:
    """A claim that recalls an older event meets the articles that told of it at the time."""
    told = sorted(
        (day, id_) for id_, row in rows.items() if (day := views[row[0]].published) is not None
    )
    for index, view in enumerate(views):
        event, published = view.event, view.published
        if event is None or published is None or not event.from_ or not event.to:
            continue
        if (event.days or 0) > RECALLED_DAYS or (published - event.to).days <= MOST_DAYS:
            continue
        first = bisect.bisect_left(told, (event.from_, ""))
        last = bisect.bisect_right(told, (event.to + MOST_DAYS * DAY, "\uffff"))
        for _, id_ in told[first:last]:
            if frozenset((id_, view.article.id)) in linked:
                continue
            for other in rows[id_]:
                likeness = float(vectors[view.position] @ vectors[views[other].position])
                if likeness >= NEAR and _one_scene(view, views[other]):
                    yield _ordered(views, index, other, RECALLED_STORY, likeness)


def _one_scene(a: View, b: View) -> bool:
    """Whether what an article recalls shares a telling name with what the other is about."""
    return telling(a, (a.setting | a.scene) & (b.setting | b.scene))


def _disputes(views: Sequence[View], vectors: Vectors, row: Sequence[int]) -> Iterator[Candidate]:
    for x, first in enumerate(row):
        for second in row[x + 1 :]:
            one, two = (voice(views[i].claim) for i in (first, second))
            if one == two:
                continue
            likeness = float(vectors[views[first].position] @ vectors[views[second].position])
            least = LOOSE if _opposed(views[first], views[second]) else DISPUTE
            if likeness >= least:
                yield _ordered(views, first, second, 1.0, likeness)


def _opposed(a: View, b: View) -> bool:
    """Whether two claims tell of one happening, or of opposite ones, at one named place."""
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None or not a.places & b.places:
        return False
    senses = frozenset({first.sense, second.sense})
    return len(senses) == 1 or senses in OPPOSITES


def _ordered(
    views: Sequence[View], first: int, second: int, story: float, likeness: float
) -> Candidate:
    if _age(views[second]) < _age(views[first]):
        first, second = second, first
    return Candidate(first, second, story, likeness)


def _age(view: View) -> tuple[str, str]:
    return view.article.published or "", view.claim.id
