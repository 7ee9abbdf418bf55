"""What is to be reviewed, most consequential first, and the filters on it."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, get_args

from claims.records import Kind, Relation, Status, Verdict
from reports import words
from reports.questions import Question
from reports.view import View

Group = Literal["conflict", "update", "doubt", "rest"]
"""``doubt`` are agreements that deserve a look, ``rest`` is shown on demand only."""

GROUPS: tuple[Group, ...] = get_args(Group)
_RANK = {group: rank for rank, group in enumerate(GROUPS)}


@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """A relation in the queue, with what it is ordered and filtered by."""

    relation: Relation
    group: Group
    dispute: str
    """Id of the question it is part of; the relation's own id where it is part of none."""
    asks: str
    """That question in words; empty where there is none."""
    origins: int
    """Independent origins that speak in its dispute."""
    sides: frozenset[str]
    """Ids of the two articles, of a copy that of its original."""
    outlets: tuple[str, ...]
    """Outlets of its two claims, sorted."""
    speakers: tuple[str, ...]
    asked: tuple[str, ...]
    """What it asks (dispute, sides, values): relations of which this is the same are decided
    alike."""
    texts: tuple[str, ...]
    """What a search for words looks through."""

    @property
    def id(self) -> str:
        return self.relation.id


def items(view: View) -> tuple[Item, ...]:
    """All relations of a case in the order of review.

    Conflicts come first: disputes of most origins, then of the surest conflict, the relations of
    one dispute after each other so that a reader keeps its facts in mind. Then updates,
    doubtful agreements (of independent origins and with values that differ as written, or that
    may be a conflict; of two articles the most doubtful one), and the rest, each by score. A
    relation whose claims are not in the case is left out.
    """
    asked = {r.id: q for q in (*view.disputes, *view.updates) for r in q.relations}
    known = (r for r in view.rec.relations if r.a in view.claims and r.b in view.claims)
    found = list(_once(_item(view, each, asked.get(each.id)) for each in known))
    surest: dict[object, float] = {}
    for item in found:
        for whole in (item.dispute, (item.dispute, item.sides), item.asked):
            surest[whole] = max(item.relation.score, surest.get(whole, 0.0))

    def order(item: Item) -> tuple[object, ...]:
        of_dispute = (-item.origins, -surest[item.dispute], item.dispute)
        of_sides = (-surest[item.dispute, item.sides], sorted(item.sides))
        of_asked = (-surest[item.asked], item.asked)
        by_dispute = (of_dispute, of_sides, of_asked) if item.group == "conflict" else ()
        return _RANK[item.group], by_dispute, -item.relation.score, item.id

    return tuple(sorted(found, key=order))


def _once(found: Iterable[Item]) -> Iterator[Item]:
    """Items with all but the most doubtful agreement of two articles among the rest."""
    seen: set[frozenset[str]] = set()
    for item in sorted(found, key=lambda item: (-item.relation.score, item.id)):
        again = item.group == "doubt" and item.sides in seen
        yield dataclasses.replace(item, group="rest") if again else item
        if item.group == "doubt":
            seen.add(item.sides)


def _item(view: View, relation: Relation, question: Question | None) -> Item:
    pair = (view.claims[relation.a], view.claims[relation.b])
    sides = [c for side in question.sides for c in side.claims] if question else list(pair)
    articles = [view.article(claim) for claim in pair]
    speakers = {claim.speaker.name for claim in pair if claim.speaker}
    outlets = {article.outlet for article in articles if article}
    dispute = question.id if question else relation.id
    origins = sorted(map(view.origin, pair))
    texts = [
        relation.reason,
        *relation.values,
        *(claim.quote for claim in pair),
        *(words.title(article) for article in articles if article),
        *outlets,
        *speakers,
        *(name.name for claim in pair for name in claim.names),
    ]
    return Item(
        relation=relation,
        group=_group(relation),
        dispute=dispute,
        asks=question.text if question else "",
        origins=len({claim.origin or claim.article for claim in sides}),
        sides=frozenset(origins),
        outlets=tuple(sorted(outlets)),
        speakers=tuple(sorted(speakers)),
        asked=(dispute, *origins, *sorted(map(_folded, relation.values))),
        texts=tuple(texts),
    )


DOUBT = 0.2
"""Score from which the tool itself holds that an agreement may well be a conflict."""


def _group(relation: Relation) -> Group:
    if relation.verdict == "conflict":
        return "conflict"
    if relation.verdict == "update":
        return "update"
    apart = relation.origin == "independent" and _apart(relation.values)
    doubtful = relation.verdict == "agree" and (apart or relation.score >= DOUBT)
    return "doubt" if doubtful else "rest"


_NUMBER = re.compile(r"\d[\d,.]*")


def _apart(values: Sequence[str]) -> bool:
    """Whether two values are not written alike; of figures only the numbers count."""
    numbers = {tuple(_NUMBER.findall(value)) for value in values}
    return len(numbers if all(numbers) else {_folded(value) for value in values}) > 1


class FilterError(ValueError):
    """A filter that says nothing we know; the message is one line for the user."""


Standing = Literal["open", "decided", "stale", "disagreed", "noted"]
"""How a relation stands with the reviewers; it may be several at once."""

_VALUES: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "status": get_args(Status),
    "verdict": (*get_args(Verdict), "any"),
    "is": get_args(Standing),
}
"""Keys whose values are words we know; a beginning of one will do."""
_KEYS = (*_VALUES, "outlet", "speaker", "tag", "by")
_TERM = re.compile(
    r'(?=\S)(?P<no>-)?(?:(?P<key>[a-z]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>\S*))', re.IGNORECASE
)


@dataclasses.dataclass(frozen=True, slots=True)
class Term:
    """One condition of a filter."""

    key: str
    """One of ``kind``, ``status``, ``verdict``, ``is``, ``outlet``, ``speaker``, ``tag``, ``by``;
    empty of words that are looked for in the texts."""
    value: str
    """Case folded; of the first four keys, in full."""
    wanted: bool = True
    """False where the condition must not hold."""


@dataclasses.dataclass(frozen=True, slots=True)
class Marks:
    """How a relation stands now: with the reviewers, and in its clusters."""

    standing: frozenset[Standing] = frozenset({"open"})
    statuses: frozenset[Status] = frozenset()
    tags: frozenset[str] = frozenset()
    reviewers: frozenset[str] = frozenset()


def parse(line: str) -> tuple[Term, ...]:
    """The conditions of a filter as a reviewer writes it.

    ``kind:figure outlet:"Harbour Post" is:open -speaker:brandt bridge``: words with a key, in
    quotes where they hold spaces, a minus before what must not be; other words are looked for in
    the texts. Nothing gives no condition, which is the work list.

    Raises:
        FilterError: A key is not known, or a value is none of its key's.
    """
    terms = (_term(match) for match in _TERM.finditer(line))
    return tuple(term for term in terms if term.value)


def _term(match: re.Match[str]) -> Term:
    key = (match["key"] or "").casefold()
    value = _folded((match["quoted"] if match["quoted"] is not None else match["bare"]) or "")
    if key and key not in _KEYS:
        if match["quoted"] is None:  # "10:30", "http://...": words
            return Term("", f"{key}:{value}", not match["no"])
        raise FilterError(f"no filter {key}: one of {', '.join(_KEYS)}")
    if key and not value:
        raise FilterError(f"{key}: of what? write a word after it")
    if key in _VALUES:
        named = [known for known in _VALUES[key] if known.startswith(value)]
        if not named:
            raise FilterError(f"{key}:{value} is none of {', '.join(_VALUES[key])}")
        value = named[0]
    return Term(key, value, not match["no"])


@functools.lru_cache(4096)
def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).casefold()


_HOLDS: dict[str, Callable[[Item, Marks, str], bool]] = {
    "": lambda item, marks, value: _within(value, item.texts),
    "kind": lambda item, marks, value: value in item.relation.kinds,
    "status": lambda item, marks, value: value in marks.statuses,
    "verdict": lambda item, marks, value: value in (item.relation.verdict, "any"),
    "is": lambda item, marks, value: value in marks.standing,
    "outlet": lambda item, marks, value: _within(value, item.outlets),
    "speaker": lambda item, marks, value: _within(value, item.speakers),
    "tag": lambda item, marks, value: _within(value, marks.tags),
    "by": lambda item, marks, value: _within(value, marks.reviewers),
}


def _within(value: str, among: Iterable[str]) -> bool:
    return any(value in _folded(each) for each in among)


def chosen(
    every: Iterable[Item], terms: Sequence[Term], marks: Callable[[Item], Marks]
) -> tuple[Item, ...]:
    """The items that meet a filter, in their order.

    Conditions of one key are alternatives (``outlet:a outlet:b``), words and different keys must
    all be met. Without ``verdict:`` the rest (certain agreements, other scopes) is left out, but
    for what a reviewer once decided and must see again.
    """
    wide = any(term.key == "verdict" for term in terms)
    keys = sorted({term.key for term in terms if term.wanted and term.key})

    def meets(item: Item) -> bool:
        own = marks(item)

        def holds(term: Term) -> bool:
            return _HOLDS[term.key](item, own, term.value)

        return (
            (wide or item.group != "rest" or "stale" in own.standing)
            and not any(holds(term) for term in terms if not term.wanted)
            and all(holds(term) for term in terms if term.wanted and not term.key)
            and all(any(holds(t) for t in terms if t.wanted and t.key == key) for key in keys)
        )

    return tuple(item for item in every if meets(item))
