"""Articles of four outlets on one happening, written for the purpose: what their claims are to
each other.

Writers (language models) who had seen neither the code nor the data wrote them
(``written/desks.jsonl``). Each line of an article has the words that state a fact marked
``{slot.value|words}``: of one slot, what holds together has one value, what cannot be true
together another, and a ``u`` stands where a later state is told as such. So every two claims have
their verdict, and a clash its words. ``benchmarks.train_reader`` learns from them; unlike the
sentences of ``benchmarks.groups`` these are parts of long ones, and most state other facts.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks import groups
from benchmarks.groups import Row, Spans, Told
from claims.extract import extract
from claims.records import Kind
from reconcile.reading.records import Excerpt
from reconcile.sides import Side, article_of, in_sentence

DESKS = Path(__file__).parent / "written" / "desks.jsonl"

_MARK = re.compile(r"\{([a-z])\.(\d)(u?)\|(?P<words>[^{}|]+)\}")

_SETTING: frozenset[Kind] = frozenset({"place", "date", "time", "name", "actor"})
"""What two claims may have in common and still state other facts."""


@dataclasses.dataclass(frozen=True, slots=True)
class Mention:
    """Words that state a fact."""

    slot: str
    value: str
    later: bool
    """Whether they are told as what replaced an earlier state."""
    start: int
    end: int


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A claim of such an article, in its sentence."""

    excerpt: Excerpt
    mentions: tuple[Mention, ...]
    """What it states; spans are into the sentence."""


def happenings() -> list[Row]:
    """All happenings, in the order of the file."""
    return [json.loads(line) for line in DESKS.open(encoding="utf-8")]


def kinds_of(happening: Row) -> dict[str, Kind]:
    """Of what kind each slot of a happening is."""
    return {slot: kind for slot, (kind, _) in happening["slots"].items()}


def unmarked(lines: Sequence[str]) -> tuple[str, list[Mention]]:
    """The text of an article, its headline first, and what it states where."""
    headline, *body = lines
    text, marks = groups.unmarked("\n\n".join([headline, " ".join(body)] if body else lines), _MARK)
    return text, [Mention(m[1], m[2], bool(m[3]), start, end) for m, start, end in marks]


def marked_sentence(marked: str, other: str) -> tuple[str, list[Mention]]:
    """The same of a sentence of a group: what is starred in it has a value of its own."""
    text, marks = groups.unmarked(marked, groups.MARK)
    return text, [Mention(m[1], other if m[2] else "1", False, s, e) for m, s, e in marks]


def parts(text: str, mentions: Sequence[Mention]) -> list[Part]:
    """The claims of an article of which it is known what they state."""
    claims = extract(article_of(Side(text), "desk"))
    found = (part_of(text, claim.start, claim.end, mentions) for claim in claims)
    return [part for part in found if part is not None]


def part_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Part | None:
    """A stretch of a text in its sentence, with what it states; ``None`` where it ends inside
    the words of a fact, so that nobody has said what it states."""
    first, excerpt = in_sentence(text, start, end)
    near = [
        dataclasses.replace(m, start=m.start - first, end=m.end - first)
        for m in mentions
        if m.start < first + excerpt.end and m.end > first + excerpt.start
    ]
    whole = all(excerpt.start <= m.start and m.end <= excerpt.end for m in near)
    return Part(excerpt, tuple(near)) if whole else None


def pairs(name: str, kinds: Mapping[str, Kind], told: Sequence[Sequence[Part]]) -> Iterator[Told]:
    """Every two claims of two articles of a happening of which it is known what they are to each
    other.

    Args:
        name: Id of the happening.
        kinds: Of what kind each of its slots is.
        told: The claims of each of its articles.
    """
    for first, second in itertools.combinations(told, 2):
        for a, b in itertools.product(first, second):
            if (found := pair(name, kinds, a, b)) is not None:
                yield found


def pair(name: str, kinds: Mapping[str, Kind], a: Part, b: Part) -> Told | None:
    """What two claims are: a conflict, or an update where one tells a later state, where they give
    other values of one fact; else they agree where they state one, and not only its setting.
    ``None`` where one of two that share nothing states nothing: nobody said what those are."""
    one, other = _by_slot(a), _by_slot(b)
    shared = sorted(slot for slot in one if slot in other)
    later = {m.slot for m in (*a.mentions, *b.mentions) if m.later}
    told = functools.partial(Told, name, a.excerpt, b.excerpt)
    differ = [slot for slot in shared if not _values(one[slot]) & _values(other[slot])]
    if rivals := [slot for slot in differ if slot not in later]:
        spans = _spans(one, rivals), _spans(other, rivals)
        return told("conflict", kinds[rivals[0]], spans, alone=len(differ) == 1)
    if differ:
        return told("update")
    facts = [slot for slot in shared if kinds[slot] not in _SETTING]
    if facts or len(shared) > 1:
        alike = [slot for slot in facts or shared if slot not in later][:1]
        if not alike:
            return told("agree")
        return told("agree", kinds[alike[0]], (_spans(one, alike), _spans(other, alike)))
    if any(all(kinds[slot] in _SETTING for slot in own) for own in (one, other)):
        return None
    return told("different", like=len({kinds[s] for s in one} & {kinds[s] for s in other}))


def _values(mentions: Sequence[Mention]) -> frozenset[str]:
    return frozenset(mention.value for mention in mentions)


def _by_slot(part: Part) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = defaultdict(list)
    for mention in part.mentions:
        found[mention.slot].append(mention)
    return found


def _spans(own: Mapping[str, Sequence[Mention]], slots: Sequence[str]) -> Spans:
    return tuple(sorted((m.start, m.end) for slot in slots for m in own[slot]))
