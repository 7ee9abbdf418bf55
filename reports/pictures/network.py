"""The claim graph, drawn for a dispute and for the case.

A node is a statement, marked with its outlet; an edge is a relation, told by its line as well as
its colour: conflict double with ≠, update dashed with an arrow to the later, agreement plain
with =, other scope dotted with ◫.
"""

from __future__ import annotations

import dataclasses
import math
import textwrap
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

import markupsafe
import networkx as nx

from claims.records import Claim, Relation
from reports import links, words
from reports.pictures.outlets import Badge
from reports.pictures.svg import Element, Point, drawing, element, link
from reports.questions import Question
from reports.view import View

_RADIUS = 15.0
_COLUMN, _ROW, _HEAD = 150.0, 46.0, 46.0
"""Pixels between the columns and rows of a dispute's graph, and above them."""
_DEEP = 7
"""Most statements drawn of one side."""
_BESIDE = 6
"""Most statements drawn that are related to a dispute without being part of it."""
_COMPONENT = 28
"""Most statements drawn of one component of the case."""
COMPONENTS = 60
"""Most components drawn of a case."""
_FEW = 4
"""Nodes up to which a circle does as well as a layout that takes a hundred times as long."""
_SIGNED = 16
"""Edges up to which each carries its sign beside its line."""
_ASIDE = {"update": "before or after", "scope": "other scope"}
"""Titles of the columns beside a dispute's sides."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Column:
    letter: str
    title: str
    claims: list[Claim]


@dataclasses.dataclass(frozen=True, slots=True)
class Component:
    """Statements that conflicts and updates tie together."""

    picture: markupsafe.Markup
    questions: tuple[Question, ...]
    left_out: int
    """Statements that are not drawn."""


class Network:
    """Draws graphs of one case."""

    def __init__(self, view: View, badges: dict[str, Badge]) -> None:
        self.view = view
        self.badges = badges

    def of_question(self, question: Question) -> markupsafe.Markup | None:
        """The statements of a question, a column a side, and those next to them.

        Statements that agree with one of a side stand in its column, drawn with a broken circle.
        ``None`` where there are but two statements and nothing else: the card shows them so.
        """
        columns = [
            _Column(letter, side.value, self._chosen(side.claims))
            for letter, side in question.lettered
        ]
        own = {claim.id for column in columns for claim in column.claims}
        columns += self._beside(columns, own)
        if sum(len(column.claims) for column in columns) < 3:
            return None
        deepest = max(len(column.claims) for column in columns)
        places: dict[str, Point] = {}
        heads: list[Element] = []
        for number, column in enumerate(columns):
            x = _COLUMN * (number + 0.5)
            heads += _heading(x, column.letter, column.title)
            top = _HEAD + _ROW * (deepest - len(column.claims)) / 2
            for row, claim in enumerate(column.claims):
                places[claim.id] = (x, top + _ROW * (row + 0.5))
        size = (_COLUMN * len(columns), _HEAD + _ROW * deepest + 6)
        label = f"Graph of statements: {question.text or question.about}"
        return self._drawn(places, heads, size, label, own)

    def _chosen(self, claims: Sequence[Claim]) -> list[Claim]:
        """Of each origin its first statement, then the rest, as many as fit."""
        witnesses = self.view.by_origin(claims)
        first = [claim for claim, _ in witnesses]
        return (first + [claim for _, others in witnesses for claim in others])[:_DEEP]

    def _beside(self, columns: Sequence[_Column], own: set[str]) -> list[_Column]:
        """Puts statements that agree with a side below it; gives columns of those that update
        or measure something else."""
        aside = {verdict: _Column("", title, []) for verdict, title in _ASIDE.items()}
        held = set(own)
        for column in columns:
            for claim in list(column.claims):
                for relation in self.view.relations_of.get(claim.id, ()):
                    other = self.view.claims.get(
                        relation.b if relation.a == claim.id else relation.a
                    )
                    target = column if relation.verdict == "agree" else aside.get(relation.verdict)
                    if other is None or other.id in held or target is None:
                        continue
                    if len(target.claims) < _DEEP and len(held) < len(own) + _BESIDE:
                        held.add(other.id)
                        target.claims.append(other)
        return [column for column in aside.values() if column.claims]

    def of_case(self, questions: Sequence[Question]) -> tuple[list[Component], int]:
        """A graph for each group of statements that questions tie together, disputes first.

        Returns:
            The components drawn, and how many are left out.
        """
        whole: nx.Graph[str] = nx.Graph()
        asked: dict[str, list[Question]] = defaultdict(list)
        for question in questions:
            for relation in question.relations:
                whole.add_edge(relation.a, relation.b)
                asked[relation.a].append(question)
        groups = sorted(
            (sorted(group) for group in nx.connected_components(whole)), key=lambda g: g[0]
        )
        found = []
        for group in groups:
            own = list({q.id: q for key in group for q in asked[key]}.values())
            disputed = any(q.relations[0].verdict == "conflict" for q in own)
            found.append((not disputed, -len(group), group, own))
        found.sort(key=lambda item: item[:3])
        drawn = [self._component(group, own) for _, _, group, own in found[:COMPONENTS]]
        return drawn, max(0, len(found) - COMPONENTS)

    def _component(self, group: Sequence[str], questions: Sequence[Question]) -> Component:
        chosen = self._chosen_of(group)
        graph = _lean(self._relations(set(chosen)), chosen)
        side = 92.0 + 44.0 * math.sqrt(len(chosen))
        places = _spread(graph, side)
        label = f"Graph of {words.count(len(chosen), 'statement')}: {questions[0].text}"
        picture = self._drawn(places, [], (side, _height(places)), label, places)
        return Component(picture, tuple(questions), len(group) - len(chosen))

    def _chosen_of(self, group: Sequence[str]) -> list[str]:
        """The statements of most relations, as many as fit."""
        busy = sorted(group, key=lambda key: (-len(self.view.relations_of[key]), key))
        return sorted(busy[:_COMPONENT])

    def _relations(self, shown: set[str]) -> list[Relation]:
        found = {
            relation.id: relation
            for key in sorted(shown)
            for relation in self.view.relations_of.get(key, ())
            if relation.a in shown and relation.b in shown and relation.verdict in words.VERDICT
        }
        return sorted(found.values(), key=lambda relation: relation.id)

    def _drawn(
        self,
        places: dict[str, Point],
        heads: list[Element],
        size: Point,
        label: str,
        own: Collection[str],
    ) -> markupsafe.Markup:
        """Edges below nodes; those of ``own`` with a whole circle."""
        graph = _lean(self._relations(set(places)), places)
        edges: list[Relation] = [data["relation"] for _, _, data in graph.edges(data=True)]
        edges.sort(key=lambda relation: (relation.verdict, relation.id))
        signed = len(edges) <= _SIGNED
        lines = [_edge(r, places[r.a], places[r.b], signed, self._href) for r in edges]
        nodes = [self._node(self.view.claims[k], places[k], k in own) for k in sorted(places)]
        return drawing([*heads, *lines, *nodes], label, size, "network")

    def _href(self, relation: Relation) -> str:
        """Where an edge leads: to what was compared where a card shows it, else to the claim."""
        if relation.id in self.view.asked_in:
            return links.to_relation(relation)
        return links.to_claim(self.view.claims[relation.a])

    def _node(self, claim: Claim, at: Point, own: bool) -> Element:
        article = self.view.article(claim)
        badge = self.badges[article.outlet] if article else Badge("?", 0)
        day, _ = self.view.as_of(claim)
        title = f"{words.outlet(article)}, {words.day(day)}: {claim.text}"
        return link(
            links.to_claim(claim),
            textwrap.shorten(title, 220, placeholder=" …"),
            element("circle", cx=at[0], cy=at[1], r=_RADIUS),
            element("text", text=badge.code, x=at[0], y=at[1]),
            class_=f"node h{badge.hue}" + ("" if own else " beside"),
        )


def _lean(relations: Iterable[Relation], nodes: Iterable[str]) -> nx.Graph[str]:
    """The relations as a graph; of agreements only as many as hold the agreeing together."""
    agreeing: nx.Graph[str] = nx.Graph()
    lean: nx.Graph[str] = nx.Graph()
    lean.add_nodes_from(nodes)
    for relation in relations:
        target = agreeing if relation.verdict == "agree" else lean
        target.add_edge(relation.a, relation.b, relation=relation)
    for a, b, data in nx.minimum_spanning_edges(agreeing, data=True):
        if not lean.has_edge(a, b):
            lean.add_edge(a, b, **data)
    return lean


def _spread(graph: nx.Graph[str], side: float) -> dict[str, Point]:
    """Places in a square, after Kamada and Kawai (1989); few nodes stand on a circle."""
    raw = nx.kamada_kawai_layout(graph) if len(graph) > _FEW else nx.circular_layout(graph)
    room = side / 2 - _RADIUS - 6
    xs, ys = [p[0] for p in raw.values()], [p[1] for p in raw.values()]
    wide = max(max(xs) - min(xs), max(ys) - min(ys), 1e-9) / 2
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2
    top = (min(ys) - middle[1]) / wide * room
    return {
        key: (
            round(side / 2 + (raw[key][0] - middle[0]) / wide * room, 1),
            round((raw[key][1] - middle[1]) / wide * room - top + _RADIUS + 6, 1),
        )
        for key in sorted(raw)
    }


def _height(places: dict[str, Point]) -> float:
    return max(y for _, y in places.values()) + _RADIUS + 6


def _heading(x: float, letter: str, value: str) -> Iterator[Element]:
    """A column's letter and value, over two lines at most."""
    lines = textwrap.wrap(f"{letter}  {value}" if letter else value, 20, break_long_words=True)
    lines = [*lines[:1], textwrap.shorten(" ".join(lines[1:]), 20, placeholder=" …")]
    for number, line in enumerate(line for line in lines if line):
        kind = "head letter" if letter and number == 0 else "head"
        yield element("text", text=line, x=x, y=16 + 16 * number, class_=kind)


def _edge(
    relation: Relation, a: Point, b: Point, signed: bool, href: Callable[[Relation], str]
) -> Element:
    sign, word = words.VERDICT[relation.verdict]
    start, end, bend = _ends(a, b)
    path = f"M{start[0]:.1f},{start[1]:.1f}Q{bend[0]:.1f},{bend[1]:.1f} {end[0]:.1f},{end[1]:.1f}"
    shapes = [element("path", d=path, class_="reach"), element("path", d=path, class_="line")]
    if relation.verdict == "conflict":
        shapes.append(element("path", d=path, class_="gap"))
    if relation.verdict == "update":
        shapes.append(_arrow(bend, end))
    elif signed:
        # An arrow needs no sign, which would point another way. The sign stands off the
        # middle, where the edges between two columns cross.
        x, y = _along(start, bend, end, 0.36)
        shapes.append(element("text", text=sign, x=x, y=y, class_="sign"))
    title = f"{word}: {words.value(relation.reason)}"
    return link(href(relation), title, *shapes, class_=f"edge {relation.verdict}")


def _ends(a: Point, b: Point) -> tuple[Point, Point, Point]:
    """Where an edge leaves and reaches its nodes' circles, and the point it bends towards: aside
    for nodes of one column, so that it passes those between them."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    aside = 0.28 * length if abs(dx) < 1 and abs(dy) > _ROW * 1.5 else 0.0
    bend = ((a[0] + b[0]) / 2 - aside, (a[1] + b[1]) / 2)
    return _towards(a, bend), _towards(b, bend), bend


def _towards(a: Point, b: Point) -> Point:
    """The point of the circle around ``a`` that faces ``b``."""
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    step = (_RADIUS + 2) / length
    return a[0] + (b[0] - a[0]) * step, a[1] + (b[1] - a[1]) * step


def _along(start: Point, bend: Point, end: Point, share: float) -> Point:
    """A point of the curve (quadratic Bézier)."""
    u = 1 - share
    x, y = (
        u * u * s + 2 * u * share * m + share * share * e
        for s, m, e in zip(start, bend, end, strict=True)
    )
    return x, y


def _arrow(bend: Point, end: Point) -> Element:
    angle = math.atan2(end[1] - bend[1], end[0] - bend[0])
    corners = [end] + [
        (end[0] - 10 * math.cos(angle + turn), end[1] - 10 * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)
    return element("polygon", points=points, class_="arrow")
