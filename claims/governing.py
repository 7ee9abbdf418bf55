"""What stands above a predicate and governs it: plans, demands, fears, denials, failures.

Lemmas after Karttunen, "Implicative Verbs" (1971) for the verbs whose complement did or did not
happen, and Palmer, "Mood and Modality" (2001) for those of will, belief and command.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.records import Modality
from claims.saying import DENYING, SAYING
from claims.walking import SUBJECTS, child_of
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

GOVERNORS: dict[Modality, frozenset[str]] = {
    "planned": words(
        "plan intend vow pledge promise threaten schedule aim prepare expect hope want seek "
        "decide agree propose offer try attempt slate set ready commit mean consider intent "
        "mull contemplate resolve determined willing"
    ),
    "possible": words(
        "fear believe suspect think allege rumor rumour presume assume speculate appear seem "
        "suppose accuse consider say report claim understand"
    ),
    "demanded": words(
        "demand urge call order require ask recommend appeal insist press implore oblige "
        "request need encourage instruct beg"
    ),
    "denied": DENYING,
}
"""Lemmas of words above the predicate, by what they make of it."""

FAILING = words(
    "fail refuse decline neglect omit cease stop prevent avoid unable unwilling forget struggle "
    "keep block bar ban prohibit forbid deter dissuade refrain"
)
"""Words whose complement did not happen: of "keep", "block" and "bar" only that after "from"."""
_FROM_ONLY = words("keep block bar struggle")

_PASSIVE_ONLY = words("expect think believe say report allege accuse claim consider understand")
"""Above the predicate only in the passive ("is feared dead"): "they believe that" attributes."""
_BARE = words("suspect fear")
"""Of them, those that hedge in the active too."""
_CLAUSAL = words("demand insist vow pledge promise urge recommend expect hope threaten")
"""Verbs of will that take a clause with its own subject for their complement."""
_DENIED_NOUNS = words("claim report allegation accusation rumor rumour suggestion")
_PLANS = words("plan intention promise pledge vow threat bid effort attempt proposal decision")
_CALLS = words("call demand appeal request order need")
_DOUBTS = words("fear possibility rumor rumour risk likelihood chance suspicion")
_COMPLEMENTS = words("xcomp ccomp pcomp prep acl oprd acomp")
_COMPLEMENT_PREPOSITIONS = words("for to of from in without on against")
"""Prepositions that lead up to a verb that governs; "after", "because of" don't."""
_QUESTIONS = words("why how when where who what which")
RAISING = words("believe think expect suppose")
"""Verbs whose negation is that of their clause: "they don't think he fled" (Horn, "A Natural
History of Negation", 1989)."""
_NOBODY = words("nothing nobody none")
_DEEP = 8


def infinitive(token: Token) -> bool:
    return any(c.tag_ == "TO" for c in token.children)


def negated(token: Token) -> bool:
    return any(c.dep_ == "neg" for c in token.children)


def has_subject(token: Token) -> bool:
    return child_of(token, *SUBJECTS) is not None


def above(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word above the predicate that has it for a complement, with the word below it.

    A coordinated predicate goes on from the first of the coordination.
    """
    below = token
    for _ in range(_DEEP):
        while below.dep_ == "conj" and not has_subject(below):
            below = below.head
        upper = below.head
        called = below.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ == "for" for c in below.children
        )
        if upper == below or not (below.dep_ in _COMPLEMENTS or called):
            return
        if below.dep_ == "prep" and below.lower_ not in _COMPLEMENT_PREPOSITIONS:
            return
        yield upper, below
        if upper.pos_ in ("NOUN", "PROPN"):
            return
        below = upper


def core(root: Token, inside: frozenset[int]) -> Token:
    """The predicate that a clause is about: what "plans to leave", "has yet to leave" or "denied
    that it left" say of leaving. ``root`` itself where nothing in the clause is governed by it.
    """
    token = root
    for _ in range(_DEEP):
        below = next((c for c in _complements(token) if c.i in inside), None)
        if below is None:
            return token
        token = below
    return token


def _complements(token: Token) -> Iterator[Token]:
    """Predicates below a word that hang on its word for whether they are so."""
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and _hangs(token, child):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("from", "for"):
            inner = child_of(child, "pcomp")
            if inner is not None and (governed(token, child) or fails(token, child)):
                yield inner
        elif child.dep_ in ("acomp", "dobj", "attr", "oprd"):
            for inner in child.children:
                ruled = governed(child, inner) or fails(child, inner)
                if inner.dep_ in ("xcomp", "acl", "ccomp") and ruled:
                    yield inner


def _hangs(token: Token, child: Token) -> bool:
    if any(c.lower_ in _QUESTIONS for c in child.children):
        return False
    if child.dep_ == "advcl" and not any(c.lower_ == "for" for c in child.children):
        return False
    if token.lemma_ in RAISING and negated(token) and child.dep_ == "ccomp":
        return True
    return governed(token, child) is not None or fails(token, child) or yet_to(child)


def fails(upper: Token, below: Token) -> bool:
    """Whether what stands below did not happen because of the word above."""
    lemma = upper.lemma_.lower()
    if lemma not in FAILING or below.dep_ not in ("xcomp", "prep", "pcomp", "acomp", "ccomp"):
        return False
    return lemma not in _FROM_ONLY or below.lower_ == "from"


def yet_to(token: Token) -> bool:
    """ "Has yet to leave", "is yet to leave": it has not."""
    to = next((c for c in token.children if c.tag_ == "TO"), None)
    return to is not None and to.i > 0 and to.nbor(-1).lower_ == "yet"


def governed(upper: Token, below: Token) -> Modality | None:
    """What ``upper`` makes of its complement; ``None`` when nothing."""
    if upper.pos_ == "NOUN":
        return _noun_governed(upper, below)
    if upper.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    lemma = upper.lemma_.lower()
    unsaid = negated(upper) or any(c.lower_ in _NOBODY for c in upper.children)
    if lemma in SAYING - RAISING and unsaid and below.dep_ == "ccomp":
        return "possible"
    return next(
        (
            found
            for kind, lemmas in GOVERNORS.items()
            if lemma in lemmas and (found := _TAKES[kind](upper, below))
        ),
        None,
    )


def _planned(upper: Token, below: Token) -> Modality | None:
    return "planned" if _willed(upper, below) else None


def _demanded(upper: Token, below: Token) -> Modality | None:
    return "demanded" if _willed(upper, below) else None


def _willed(upper: Token, below: Token) -> bool:
    clause = upper.lemma_.lower() in _CLAUSAL and below.dep_ == "ccomp"
    towards = below.dep_ in ("prep", "pcomp") and below.lower_ == "for"
    return infinitive(below) or clause or towards


def _possible(upper: Token, below: Token) -> Modality | None:
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in upper.children) or (
        upper.tag_ == "VBN" and upper.dep_ in ("acl", "relcl", "amod")
    )
    if any(c.dep_ == "agent" for c in upper.children):
        return None
    lemma = upper.lemma_.lower()
    if lemma in _PASSIVE_ONLY:
        return "possible" if passive else None
    if lemma in _BARE:
        return "possible"
    return "possible" if infinitive(below) or below.dep_ in ("ccomp", "oprd") else None


def _denied(upper: Token, below: Token) -> Modality | None:
    return "denied" if below.dep_ in ("ccomp", "xcomp", "dobj") else None


_TAKES = {
    "planned": _planned,
    "possible": _possible,
    "demanded": _demanded,
    "denied": _denied,
}


def _noun_governed(upper: Token, below: Token) -> Modality | None:
    """ "Rejected claims that ...", "plans to ...", "calls for ...", "fears that ..."."""
    lemma = upper.lemma_.lower()
    if lemma in _DENIED_NOUNS and upper.head.lemma_ in DENYING and upper.dep_ == "dobj":
        return "denied"
    if below.dep_ not in ("acl", "ccomp", "prep"):
        return None
    if lemma in _PLANS:
        return "planned"
    if lemma in _CALLS:
        return "demanded"
    return "possible" if lemma in _DOUBTS else None
