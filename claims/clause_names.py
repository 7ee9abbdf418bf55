"""Pronouns into names, where the name is certain."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clause_heads import SUBJECTS
from claims.clause_record import Clause
from claims.parse import Parsed

if TYPE_CHECKING:
    from spacy.tokens import Token

_PRONOUNS = {"he": "person", "she": "person", "it": "thing", "they": "many"}
_GROUPS = frozenset(
    ["police", "army", "government", "group", "regime", "company", "team", "department", "council", "force", "militia", "crew", "family", "coalition", "alliance", "observatory", "monitor", "ministry", "party", "agency", "organisation", "organization", "court", "town", "city", "village"]
)
_PERSONS = frozenset(
    ["man", "woman", "boy", "girl", "officer", "spokesman", "spokeswoman", "minister", "president", "director", "activist", "commander", "witness", "suspect", "victim", "teenager", "teen", "student", "driver", "chief", "sheriff", "mayor", "governor", "doctor", "judge", "leader"]
)
_LONGEST = 6
"""Words of a name that may stand in for a pronoun: a longer subject is left where it is."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Subject:
    text: str
    kind: str
    """``person``, ``thing``, ``many`` or empty when it could be several of them."""


def carry_names(
    parsed: Sequence[Parsed], clauses: Sequence[Sequence[Clause]]
) -> tuple[tuple[Clause, ...], ...]:
    """The clauses with a pronoun subject replaced, in ``text`` alone, where its name is certain.

    Certain is: the clause begins with he, she, it or they; the sentence before it in the same
    paragraph, or an earlier clause of its own sentence, has exactly one fitting subject. Inside
    a quotation nothing is replaced: there "they" may be anybody.

    Args:
        parsed: The sentences of one article, in order.
        clauses: What ``split`` gave for each.
    """
    result: list[tuple[Clause, ...]] = []
    before: list[_Subject] = []
    paragraph = -1
    for sentence, row in zip(parsed, clauses, strict=True):
        if sentence.sentence.paragraph != paragraph:
            before, paragraph = [], sentence.sentence.paragraph
        quoted = '"' in sentence.sentence.text
        named = list(row) if quoted else _named(sentence, row, before)
        result.append(tuple(named))
        subjects = _subjects(sentence, row)
        # A sentence whose subjects are all pronouns speaks of those named before it.
        before = [] if quoted else subjects or before
    return tuple(result)


def _named(parsed: Parsed, row: Sequence[Clause], before: Sequence[_Subject]) -> list[Clause]:
    named: list[Clause] = []
    for number, clause in enumerate(row):
        earlier = _subjects(parsed, row[:number])
        named.append(_replace(clause, earlier or before))
    return named


def _replace(clause: Clause, candidates: Sequence[_Subject]) -> Clause:
    first, _, rest = clause.text.partition(" ")
    kind = _PRONOUNS.get(first.lower(), "")
    if not kind or not rest or (kind == "thing" and _dummy(rest)):
        return clause
    # Another subject that might be meant as well leaves it open.
    fitting = {c.text for c in candidates if c.kind in {kind, ""}}
    sure = {c.text for c in candidates if c.kind == kind}
    if len(fitting) != 1 or fitting != sure:
        return clause
    return dataclasses.replace(clause, text=f"{sure.pop()} {rest}")


def _dummy(rest: str) -> bool:
    """Whether "it" stands for nothing ("it is clear that", "it was not immediately known")."""
    words = rest.lower().split()
    return bool(words) and words[0].rstrip("'") in {
        "is",
        "was",
        "'s",
        "seems",
        "appears",
        "remains",
    }


def _subjects(parsed: Parsed, row: Sequence[Clause]) -> list[_Subject]:
    """The subjects of the clauses that are not pronouns, each once."""
    found: dict[str, _Subject] = {}
    for clause in row:
        top = next((c for c in parsed.doc[clause.root].children if c.dep_ in SUBJECTS), None)
        if top is None or top.pos_ not in {"NOUN", "PROPN"}:
            continue
        words = [t for t in top.subtree if not _beside(t, top)]
        text = parsed.doc[words[0].i : words[-1].i + 1].text if words else ""
        contiguous = bool(words) and words[-1].i - words[0].i + 1 == len(words)
        if contiguous and len([t for t in words if t.text != "-"]) <= _LONGEST:
            found[text] = _Subject(text[:1].upper() + text[1:], _kind(top))
        elif text:
            found[text] = _Subject("", _kind(top))
    return list(found.values())


def _beside(token: Token, top: Token) -> bool:
    while token != top:
        if token.dep_ in {"appos", "relcl", "acl", "prep", "punct"} and token.text != "-":
            return True
        token = token.head
    return False


def _kind(noun: Token) -> str:
    lemma = noun.lemma_.lower()
    if noun.tag_ in {"NNS", "NNPS"} or any(c.dep_ == "conj" for c in noun.children):
        return "many"
    if lemma in _PERSONS or (noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON"):
        return "person"
    if noun.pos_ == "PROPN" or lemma in _GROUPS:
        return ""
    return "thing"
