"""Ages in no statement yet: those of sources ("Jo Carter, 48, said ...") and of captions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.clauses.record import Clause
from claims.clauses.verbs import predicates
from claims.clauses.write import Item, write
from claims.figures.ages import find_ages
from claims.figures.kinds import is_person
from claims.parse import Parsed
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_VICTIMS = words("victim victims slain deceased late killed")
"""Words before a name that tell of a dead person."""
_NO_PERSON = frozenset({"DATE", "TIME", "ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_NAME = 5
"""Words of a person's name and title at most: more in a row are a headline."""


def ages(parsed: Parsed, taken: Iterable[int] = ()) -> list[Clause]:
    """A statement for each age that stands in none yet, of a person named or meant: "Jo Carter
    is 48, a teacher from Norden", "Ann Lee is 25 years old", "The pupil is 15 years old".

    Args:
        parsed: The sentence.
        taken: Tokens that are in a statement.
    """
    doc, said = parsed.doc, set(taken)
    each = (doc.char_span(a.start, a.end, alignment_mode="expand") for a in find_ages(doc))
    spans = [span for span in each if span is not None]
    aged = {t.i for span in spans for t in span}
    if not said and any(t.like_num and t.i < min(aged, default=0) for t in doc):
        return []  # "Vell Rangers 20, Norden City, 12": a line of results
    found = []
    for span in spans:
        if not said.isdisjoint(range(span.start, span.end)):
            continue
        clause = _behind(parsed, span, said) or _ahead(parsed, span) or _apposed(parsed, span, said)
        if clause is not None:
            found.append(clause)
    return found


def _behind(parsed: Parsed, age: Span, said: set[int]) -> Clause | None:
    """ "Jo Carter, 48, a teacher," and "Jo Carter (48)"."""
    doc = parsed.doc
    comma = age.start - 1
    if comma < 1 or doc[comma].text not in {",", "("}:
        return None
    first = comma
    while first > 0 and _of_name(doc[first - 1]):
        first -= 1
    name = _name(doc, first, comma)
    if not name:
        return None
    figure = [t.i for t in age if t.text != ")"]
    tail = _tail(doc, age.end, said) if doc[comma].text == "," else []
    told: list[Item] = [*figure, ",", *tail] if tail else [*figure]
    return _clause(parsed, name, told, [*range(age.start, age.end), *tail])


def _ahead(parsed: Parsed, age: Span) -> Clause | None:
    """ "25-year-old Ann Lee", "the 15-year-old pupil"."""
    doc = parsed.doc
    if who := _noun(doc, age):
        return _clause(parsed, who, [age.start, "years", "old"], range(age.start, age.end))
    last = age.end
    while last < len(doc) and _of_name(doc[last]):
        last += 1
    name = _name(doc, age.end, last)
    # "The 16-year-old Norden High freshman": a school.
    if not name or age[-1].text != "old" or (last < len(doc) and doc[last].pos_ == "NOUN"):
        return None
    unit = age[2].text.removesuffix("s") if len(age) > 2 else "year"
    unit += "" if age[0].lower_ in {"1", "one"} else "s"
    return _clause(parsed, name, [age.start, unit, "old"], range(age.start, age.end))


def _noun(doc: Doc, age: Span) -> list[int]:
    """ "The 15-year-old pupil (told police)": the noun with its article; none for a name."""
    if age.start < 1 or age.end >= len(doc) or "year" not in age.text or age[-1].text != "old":
        return []
    article, noun = doc[age.start - 1], doc[age.end]
    closes = age.end + 1 >= len(doc) or doc[age.end + 1].pos_ not in {"NOUN", "PROPN"}
    person = noun.tag_ == "NN" and is_person(noun.lemma_.lower())
    return [article.i, noun.i] if article.lower_ == "the" and person and closes else []


def _apposed(parsed: Parsed, age: Span, said: set[int]) -> Clause | None:
    """ "Jo Carter, a 48-year-old teacher from Vell,"."""
    doc = parsed.doc
    first = age.start - 1
    if first < 2 or doc[first].lower_ not in {"a", "an", "the"} or doc[first - 1].text != ",":
        return None
    start = first - 1
    while start > 0 and _of_name(doc[start - 1]):
        start -= 1
    name, tail = _name(doc, start, first - 1), _tail(doc, first, said)
    return _clause(parsed, name, tail, tail) if name and len(tail) > len(age) + 1 else None


def _of_name(token: Token) -> bool:
    return token.pos_ == "PROPN" or (token.text == "-" and not token.whitespace_)


def _name(doc: Doc, start: int, end: int) -> range:
    """The tokens of a person's name; none where they are none."""
    while start < end and doc[start].text == "-":
        start += 1
    kinds = {t.ent_type_ for t in doc[start:end]}
    alone = end - start == 1 and kinds != {"PERSON"}
    fits = 0 < end - start <= _NAME and not kinds & _NO_PERSON and not alone
    capitals = all(t.text[:1].isupper() or t.text == "-" for t in doc[start:end])
    return range(start, end) if fits and capitals else range(0)


def _tail(doc: Doc, at: int, said: set[int]) -> list[int]:
    """ "of Norden", ", a teacher from Vell": where the person is from and what he does."""
    at += at < len(doc) and doc[at].text == ","
    if at >= len(doc):
        return []
    first = doc[at]
    top = first if first.lower_ in {"of", "from"} else first.head
    if first.dep_ not in {"det", "prep"} or top.dep_ not in {"appos", "prep"} or top.i < at:
        return []
    tail = []
    for token in doc[at : top.right_edge.i + 1]:
        if token.i in said or predicates(token) or token.text in {'"', ";"} or _asks(token):
            break
        tail.append(token.i)
    while tail and (doc[tail[-1]].is_punct or doc[tail[-1]].dep_ in {"cc", "det", "mark"}):
        tail.pop()
    return tail


def _asks(token: Token) -> bool:
    return token.tag_ in {"WDT", "WP", "WP$", "WRB"}


def _clause(
    parsed: Parsed, name: Sequence[int], told: Iterable[Item], figure: Iterable[int]
) -> Clause:
    doc = parsed.doc
    before = {t.lower_ for t in doc[max(0, name[0] - 3) : name[0]]}
    own = sorted({*name, *figure})
    start, end = parsed.span(doc[own[0]], doc[own[-1]])
    text = write(doc, [*name, "was" if before & _VICTIMS else "is", *told])
    return Clause(start, end, text, tuple(own), name[-1])
