"""Which pairs of claims are judged at all: nearest neighbours inside blocks of one story.

Nearest by meaning alone would pair like with like; claims that give a value of one kind (a count
in one state, a time of day, an age, the same act) meet also where their words are far apart.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Container, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from claims.senses import OPPOSITES
from reconcile.embedding import Vectors
from reconcile.interval import DAY
from reconcile.signatures import marks
from reconcile.stories import MOST_DAYS, Links
from reconcile.ties import voice
from reconcile.views import View, telling

NEIGHBOURS = 5
"""Nearest claims of the other article that each claim meets."""

NEAR = 0.45
"""Least cosine of claims that meet by meaning alone."""

SURE_STORY = 0.7
"""How surely two articles tell of one story for their claims to meet from ``LOOSE`` on."""

LOOSE = 0.3
"""Least cosine of claims of two such articles: what one tells the other may deny."""

RECALLED_DAYS = 31
"""Longest span of a date that says which older event is recalled: a month."""

RECALLED_STORY = 0.5
"""How surely such articles tell of one event before the claims are looked at: nobody knows."""

DISPUTE = 0.45
"""Least cosine of two claims of one article, by different speakers, that may dispute."""

OPPOSED = 0.2
"""The same where they tell of one happening, or of opposite ones, at one place."""

Cells = npt.NDArray[np.bool_]


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
    marked = {id_: _marked(views, row) for id_, row in rows.items()}
    linked: set[frozenset[str]] = set()
    for first, second in links.pairs():
        one, two = links.ids[first], links.ids[second]
        linked.add(frozenset((one, two)))
        if one in rows and two in rows:
            story = float(links.score[first, second])
            likeness = _likeness(views, vectors, rows[one], rows[two])
            for x, y in np.argwhere(_meet(likeness, marked[one], marked[two], story)).tolist():
                alike = float(likeness[x, y])
                yield _ordered(views, rows[one][x], rows[two][y], story, alike)
    yield from _recalled(views, vectors, rows, linked)
    for row in rows.values():
        yield from _disputes(views, vectors, row)


def _marked(views: Sequence[View], row: Sequence[int]) -> dict[str, list[int]]:
    """Each mark of an article's claims: the places in the row of those that have it."""
    found: dict[str, list[int]] = {}
    for place, index in enumerate(row):
        for mark in marks(views[index]):
            found.setdefault(mark, []).append(place)
    return found


def _likeness(
    views: Sequence[View], vectors: Vectors, one: Sequence[int], two: Sequence[int]
) -> Vectors:
    """Cosines, a row a claim of one article, a column a claim of the other."""
    first, second = ([views[i].position for i in row] for row in (one, two))
    return vectors[first] @ vectors[second].T


def _meet(
    likeness: Vectors, one: Mapping[str, list[int]], two: Mapping[str, list[int]], story: float
) -> Cells:
    """Which claims of two linked articles meet: the nearest, and those with a mark in common."""
    found = _nearest(likeness, axis=1) | _nearest(likeness, axis=0)
    found &= likeness >= NEAR
    if story >= SURE_STORY:
        found |= likeness >= LOOSE
    for mark in one.keys() & two.keys():
        found[np.ix_(one[mark], two[mark])] = True
    return found


def _nearest(likeness: Vectors, axis: int) -> Cells:
    """Marks each line's ``NEIGHBOURS`` highest cells along an axis."""
    rank = np.argsort(np.argsort(-likeness, axis=axis, kind="stable"), axis=axis, kind="stable")
    return rank < NEIGHBOURS


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
            least = OPPOSED if _opposed(views[first], views[second]) else DISPUTE
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
