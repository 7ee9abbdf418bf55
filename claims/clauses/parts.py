"""Statements inside a statement: parts of a counted whole, tolls side by side."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.clauses.text import Draft
from claims.clauses.verbs import counts
from claims.clauses.write import Item
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HARM = words(
    "dead killed wounded injured hurt missing arrested detained displaced hospitalized "
    "hospitalised slain kidnapped"
)
_PEOPLE = frozenset({"NOUN", "ADJ", "PROPN"})
_LEADS = words("at least more than about some nearly almost around over up to another many as")


_ENDS = words("in on at after when during near since over")
"""Prepositions that speak of the event again, not of the part."""


def parts(doc: Doc, piece: Draft) -> list[Draft]:
    """The statement, divided where it counts a part of a whole or two tolls side by side."""
    whole, subsets = _subsets(doc, piece)
    return [*_tolls(doc, whole), *subsets]


def _subsets(doc: Doc, piece: Draft) -> tuple[Draft, list[Draft]]:
    """The statement without the counted parts of its whole, and a statement for each part."""
    inside = set(piece.tokens) & piece.own
    found: list[Draft] = []
    for token in doc:
        if token.i not in inside or token.lower_ not in {"including", "among"}:
            continue
        part = _part(doc, token, inside)
        whole = _whole(doc, token, inside)
        if not part or not whole:
            continue
        found.append(_subset(doc, piece, token, part, whole))
        inside -= found[-1].own
    taken = frozenset().union(*(p.own for p in found)) if found else frozenset()
    if not found:
        return piece, []
    kept = tuple(i for i in piece.items if not (isinstance(i, int) and i in taken))
    return dataclasses.replace(piece, items=kept, own=_edged(doc, piece.own - taken)), found


def _edged(doc: Doc, own: frozenset[int]) -> frozenset[int]:
    """Without the punctuation that now stands at the edges."""
    kept = sorted(own)
    while kept and doc[kept[-1]].is_punct:
        kept.pop()
    while kept and doc[kept[0]].is_punct:
        kept.pop(0)
    return frozenset(kept)


def _part(doc: Doc, word: Token, inside: set[int]) -> list[int]:
    """Tokens of "237 children" after "including"; empty when nothing is counted there."""
    thing = next((c for c in word.children if c.dep_ == "pobj"), None)
    if word.lower_ == "among":
        if thing is None or thing.lower_ not in {"them", "whom"}:
            return []
        following = doc[thing.i + 1] if thing.i + 1 < len(doc) else None
        if following is None or not following.like_num:
            return []
        thing = following.head if following.head.i > following.i else following
    if thing is None or not (thing.like_num or any(c.like_num for c in thing.children)):
        return []
    after = word.i if word.lower_ == "including" else word.i + 1
    tokens = [t.i for t in thing.subtree if t.i in inside and t.i > after]
    while tokens and doc[tokens[-1]].is_punct:
        tokens.pop()
    # The phrase ends at a gap: what was split off behind it is not part of it.
    run = tokens[:1]
    run_heads = {thing, *thing.conjuncts}
    for index in tokens[1:]:
        if index != run[-1] + 1 or (doc[index].lower_ in _ENDS and doc[index].head in run_heads):
            break
        run.append(index)
    return run


def _whole(doc: Doc, word: Token, inside: set[int]) -> list[int]:
    """Tokens of the counted noun phrase that stands before the part."""
    head = word.head
    event = head.lemma_.lower() in EVENT_NOUNS and not any(c.like_num for c in head.children)
    if event or head.pos_ not in {"NOUN", "PROPN", "NUM"} or head.i > word.i:
        before = [t for t in doc[: word.i] if t.i in inside and t.pos_ in {"NOUN", "NUM", "PROPN"}]
        counted = [t for t in before if t.pos_ == "NUM" or any(c.like_num for c in t.children)]
        if not counted or word.i - counted[-1].i > 8:
            return []
        head = counted[-1]
    if head.pos_ == "NUM" and head.head.pos_ == "NOUN" and head.dep_ == "nummod":
        head = head.head
    if head.i not in inside:
        return []
    return [t.i for t in head.subtree if t.i in inside and t.i < word.i and _tight(t, head)]


def _tight(token: Token, head: Token) -> bool:
    while token != head:
        if token.dep_ in {"prep", "relcl", "acl", "appos", "punct", "advcl", "conj", "cc"}:
            return False
        token = token.head
    return True


def _subset(doc: Doc, piece: Draft, word: Token, part: list[int], whole: list[int]) -> Draft:
    """The same statement of the part: "killed 237 children (of 949 civilians)"."""
    own = range(word.i, part[-1] + 1)
    items: list[Item] = []
    wholes = " ".join(doc[i].text for i in whole)
    spans = {*whole, *own}
    for item in piece.items:
        if item == whole[0]:
            items += [*part, f"(of {wholes[:1].lower() + wholes[1:]})"]
        elif item not in spans:
            items.append(item)
    return Draft(piece.root, tuple(items), frozenset(own), True)


@dataclasses.dataclass(frozen=True, slots=True)
class _Toll:
    first: int
    last: int


def _tolls(doc: Doc, piece: Draft) -> list[Draft]:
    """ "12 dead and 55 wounded" into one statement each; the rest of the words serves all."""
    inside = sorted(i for i in piece.tokens if i in piece.own)
    tolls = _runs(doc, inside)
    if len(tolls) < 2:
        return [piece]
    result = []
    for number, toll in enumerate(tolls):
        out: set[int] = set()
        for other in tolls:
            if other != toll:
                out |= set(range(other.first, other.last + 1))
        out |= {i for a, b in pairwise(tolls) for i in range(a.last + 1, b.first)}
        items = tuple(i for i in piece.items if i not in out)
        own = frozenset(piece.own - out)
        if number:
            own = frozenset(i for i in own if i >= toll.first)
        harm = doc[toll.last]
        root = piece.root if piece.root not in out else harm.i
        result.append(dataclasses.replace(piece, root=root, items=items, own=own))
    return result


def _runs(doc: Doc, inside: list[int]) -> list[_Toll]:
    """Neighbouring "NUMBER people HARM", joined by commas and "and"."""
    allowed = set(inside)
    tolls: list[_Toll] = []
    for i in inside:
        toll = _toll(doc, i, allowed)
        if toll is None or (tolls and i <= tolls[-1].last):
            continue
        if tolls:
            between = doc[tolls[-1].last + 1 : toll.first]
            if any(not t.is_punct and t.lower_ not in {"and", "&", "others"} for t in between):
                return tolls if len(tolls) > 1 else []
        tolls.append(toll)
    return tolls


def _toll(doc: Doc, i: int, allowed: set[int]) -> _Toll | None:
    token = doc[i]
    if not (token.like_num or token.lower_ in {"dozens", "hundreds", "scores", "several", "many"}):
        return None
    last = i + 1
    while last < len(doc) and last - i < 5 and doc[last].lower_ not in _HARM:
        if doc[last].pos_ not in _PEOPLE and doc[last].lower_ not in {"others", "of", "more"}:
            return None
        last += 1
    if last >= len(doc) or doc[last].lower_ not in _HARM or last not in allowed:
        return None
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if follows is not None and follows.pos_ in {"NOUN", "PROPN"} and doc[last].pos_ == "ADJ":
        return None  # "12 wounded soldiers"
    first = i
    while first - 1 in allowed and doc[first - 1].lower_ in _LEADS and not counts(doc[first - 1]):
        first -= 1
    return _Toll(first, last)
