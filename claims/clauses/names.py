"""Pronouns into names, where the name is certain."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from claims.clauses.frames import content_of
from claims.clauses.record import Clause
from claims.parse import Parsed
from claims.parse.subjects import SUBJECTS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Kind = Literal["man", "woman", "person", "body", "people", "other"]

_FITS: dict[str, tuple[Kind, ...]] = {
    "he": ("man", "person"),
    "she": ("woman", "person"),
    "it": ("body",),
    "they": ("people",),
}
"""Pronoun: the kinds it may stand for."""

_KINDS: dict[Kind, frozenset[str]] = {
    "man": words(
        "man boy father brother son husband uncle grandfather nephew spokesman gunman policeman "
        "fireman king prince"
    ),
    "woman": words(
        "woman girl mother sister daughter wife aunt grandmother niece spokeswoman policewoman "
        "queen princess"
    ),
    "person": words(
        "officer minister president director activist commander witness suspect victim teenager "
        "teen student driver chief sheriff mayor governor doctor judge leader official resident "
        "neighbor neighbour attacker bomber shooter deputy detective journalist reporter child "
        "soldier fighter pilot person friend lawyer attorney teacher lieutenant sergeant captain "
        "rebel militant terrorist civilian spokesperson employee worker clerk owner member cop "
        "jihadist insurgent troop gunman protester demonstrator refugee migrant patient prisoner "
        "authority force group police investigator paramedic firefighter medic responder man "
        "woman boy girl parent relative soldier villager kid adult"
    ),
    "body": words(
        "army government regime company team department council militia coalition alliance "
        "observatory ministry party agency organisation organization court group monitor"
    ),
}
_BODIES = frozenset({"ORG", "GPE", "NORP"})
_EMPTY_AFTER_IT = words(
    "is was seems seemed appears appeared remains remained emerged looks looked turned"
)
_HIS = words("he him his himself")
_HERS = words("she her hers herself")
_LONGEST = 6
"""Words of a name that may stand in for a pronoun: a longer subject is left where it is."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Scene:
    """Who the sentence before (or the clause before) leaves in the reader's mind."""

    subjects: tuple[tuple[str, Kind], ...] = ()
    others: frozenset[Kind] = frozenset()
    """Kinds of the persons and bodies named in it besides its subjects."""


def carry_names(
    parsed: Sequence[Parsed], clauses: Sequence[Sequence[Clause]]
) -> tuple[tuple[Clause, ...], ...]:
    """The clauses with a pronoun subject replaced, in ``text`` alone, where its name is certain.

    Certain is: the clause begins with he, she, it or they; the sentence before it in the same
    paragraph, or an earlier clause of its own sentence, has exactly one fitting subject, and
    names nobody else who would fit. In a sentence with quotation marks nothing is replaced:
    there "they" may be anybody.

    Args:
        parsed: The sentences of one article, in order.
        clauses: What ``split`` gave for each.
    """
    result: list[tuple[Clause, ...]] = []
    scene = _Scene()
    paragraph = -1
    for sentence, row in zip(parsed, clauses, strict=True):
        if sentence.sentence.paragraph != paragraph:
            scene, paragraph = _Scene(), sentence.sentence.paragraph
        if '"' in sentence.sentence.text:
            result.append(tuple(row))
            scene = _Scene()
            continue
        result.append(tuple(_named(sentence, row, scene)))
        seen = _scene(sentence.doc, row)
        # A sentence whose subjects are all pronouns speaks of those named before it.
        scene = seen if seen.subjects or seen.others else scene
    return tuple(result)


def _named(parsed: Parsed, row: Sequence[Clause], before: _Scene) -> list[Clause]:
    named: list[Clause] = []
    sources = _sources(parsed.doc)
    certain = not _both_genders(parsed.doc)
    for number, clause in enumerate(row):
        here = _scene(parsed.doc, row[:number])
        scene = here if here.subjects else before
        # "Police say they ...": whoever speaks may speak of himself.
        scene = dataclasses.replace(scene, others=scene.others | sources)
        named.append(_replace(clause, scene) if certain else clause)
    return named


def _sources(doc: Doc) -> frozenset[Kind]:
    """Kinds of those who say something in the sentence."""
    return frozenset(
        _kind(own)
        for verb in doc
        if content_of(verb) is not None
        for own in verb.children
        if own.dep_ in SUBJECTS and own.pos_ in {"NOUN", "PROPN"}
    ) - {"other"}


def _both_genders(doc: Doc) -> bool:
    """Whether both "he" and "she" stand in the sentence: then a name without a gender may be of
    either."""
    said = {t.lower_ for t in doc}
    return bool(said & _HIS) and bool(said & _HERS)


def _replace(clause: Clause, scene: _Scene) -> Clause:
    pronoun, _, rest = clause.text.partition(" ")
    fits = _FITS.get(pronoun.lower())
    if fits is None or not rest or (pronoun.lower() == "it" and _dummy(rest)):
        return clause
    names = {name for name, kind in scene.subjects if kind in fits}
    if len(names) != 1 or "" in names or scene.others.intersection(fits):
        return clause
    return dataclasses.replace(clause, text=f"{names.pop()} {rest}")


def _dummy(rest: str) -> bool:
    """Whether "it" may stand for nothing ("it is clear that", "it was not known")."""
    return rest.split()[0].lower() in _EMPTY_AFTER_IT


def _scene(doc: Doc, row: Sequence[Clause]) -> _Scene:
    subjects: dict[str, Kind] = {}
    inside: set[int] = set()
    tokens = {i for clause in row for i in clause.tokens}
    for clause in row:
        for top in doc[clause.root].children:
            if top.dep_ in SUBJECTS and top.pos_ in {"NOUN", "PROPN"}:
                inside |= {t.i for t in top.subtree}
                subjects[_name(top)] = _kind(top)
    others = {
        _kind(doc[i])
        for i in tokens - inside
        if doc[i].pos_ in {"NOUN", "PROPN"} and doc[i].dep_ != "compound"
    }
    return _Scene(tuple(subjects.items()), frozenset(others - {"other"}))


def _name(top: Token) -> str:
    """The subject as it may stand elsewhere; empty when it is too long or says "her brother"."""
    taken = [t for t in top.subtree if not _beside(t, top)]
    text = top.doc[taken[0].i : taken[-1].i + 1].text
    whole = taken[-1].i - taken[0].i + 1 == len(taken)
    if not whole or len(text.split()) > _LONGEST or any(t.tag_ == "PRP$" for t in taken):
        return ""
    return text[:1].upper() + text[1:]


def _beside(token: Token, top: Token) -> bool:
    while token != top:
        if token.dep_ in {"appos", "relcl", "acl", "prep", "punct"} and token.text != "-":
            return True
        token = token.head
    return False


def _kind(noun: Token) -> Kind:
    lemma = noun.lemma_.lower()
    if noun.tag_ == "NNPS":
        lemma = lemma.removesuffix("s")
    if noun.tag_ in {"NNS", "NNPS"} or lemma == "police":
        animate = lemma in _KINDS["person"] | _KINDS["man"] | _KINDS["woman"]
        return "people" if animate or noun.ent_type_ == "NORP" else "other"
    for kind in _KINDS:
        if lemma in _KINDS[kind]:
            return kind
    if noun.pos_ == "PROPN" and noun.ent_type_ == "PERSON":
        return "person"
    return "body" if noun.pos_ == "PROPN" and noun.ent_type_ in _BODIES else "other"
