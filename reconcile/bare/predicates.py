"""What a short statement says of its subject; what turns a word round, and what it hangs on."""

from __future__ import annotations

import dataclasses

from claims.words import words
from reconcile.bare.aligning import Aligned
from reconcile.bare.statements import CUES, Statement, Word

_COPULAS = words("be become remain stay seem")
_LIGHT = words("have do take get make give")
_OWN = words("neg det advmod amod cc preconj prep nummod")
"""Links by which a cue hangs on what it turns round."""
_UPWARDS = words("xcomp attr acomp dobj oprd pobj prep pcomp acl ccomp")
"""Links over which the cues of the governing word hold for what it governs."""
_FRAME = words("if unless whether")

UNSURE = words(
    "plan seek want try attempt accuse suspect charge consider propose threaten expect hope "
    "offer intend aim urge demand ask request call allow interest possible likely allege claim "
    "plot suppose fear proposal effort fight bid delay look search"
)
"""Lemmas under which something is not said to have happened."""

_MODALS = words("may might could should can")
_DEEP = 3
"""How many light words are passed on the way down to what a statement says."""


def predicate(statement: Statement) -> Word:
    """The word that says most of what a statement says: what something is, has or does."""
    word = statement.root
    for _ in range(_DEEP):
        below = {child.link: child for child in statement.children(word)}
        if word.lemma in CUES or word.lemma in UNSURE:
            deeper = below.get("xcomp") or below.get("acl")
        elif word.lemma in _COPULAS:
            deeper = below.get("attr") or below.get("acomp")
        else:
            deeper = below.get("dobj") if word.lemma in _LIGHT else None
        if deeper is None:
            break
        word = deeper
    return word


def counterpart(aligned: Aligned) -> Word | None:
    """Where the longer text says what the shorter one says of its subject."""
    return aligned.of(predicate(aligned.short))


def negated(aligned: Aligned) -> bool:
    """Whether the shorter text says that something is not so."""
    return sum(w.lemma in CUES for w in aligned.short.words) % 2 == 1


def cues(statement: Statement, word: Word) -> int:
    """How many words turn a word round: its own, and those above it that hold for it too."""
    found = sum(_own(child) for child in statement.children(word))
    below = word
    for upper in statement.above(word):
        if below.link not in _UPWARDS:
            break
        found += upper.lemma in CUES
        found += sum(_own(child) for child in statement.children(upper) if child is not below)
        below = upper
    return found


def _own(child: Word) -> bool:
    return child.lemma in CUES and child.link in _OWN


def framed(statement: Statement, word: Word) -> bool:
    """Whether it stands in a condition: "if it is not done"."""
    above = (word, *statement.above(word))
    return any(c.lemma in _FRAME for w in above for c in statement.children(w) if c.link == "mark")


def unsure(statement: Statement, word: Word) -> bool:
    """Whether it is not said to have happened: planned, sought, possible."""
    below = word
    if _modal(statement, word):
        return True
    for upper in statement.above(word):
        if below.link not in _UPWARDS and below.link != "conj":
            return False
        if upper.lemma in UNSURE or _modal(statement, upper):
            return True
        below = upper
    return False


def _modal(statement: Statement, word: Word) -> bool:
    return any(c.link == "aux" and c.lemma in _MODALS for c in statement.children(word))


@dataclasses.dataclass(frozen=True, slots=True)
class Arguments:
    """Places of the words that name who did it, and to whom."""

    agent: frozenset[int]
    patient: frozenset[int]


_ARGUMENTS = {
    "nsubj": "agent", "csubj": "agent", "agent": "agent", "dobj": "patient", "nsubjpass": "patient",
}  # fmt: skip


def arguments(statement: Statement, verb: Word) -> Arguments:
    """Who did what a verb says and to whom, also in the passive."""
    told: dict[str, frozenset[int]] = {"agent": frozenset(), "patient": frozenset()}
    for child in statement.children(verb):
        if part := _ARGUMENTS.get(child.link):
            told[part] |= statement.under(child)
    return Arguments(told["agent"], told["patient"])


_WAYS = {
    "nsubj": "agent", "agent": "agent", "nsubjpass": "patient", "dobj": "patient",
    "attr": "is", "appos": "is", "acomp": "is", "amod": "mod", "compound": "mod",
    "nmod": "mod", "poss": "mod", "nummod": "mod",
}  # fmt: skip


def governor(statement: Statement, word: Word) -> tuple[Word | None, str]:
    """What a word hangs on, prepositions and lists passed over, and by what: "in", "mod"; at the
    top of a sentence ``None`` and "top"."""
    way = ""
    below = word
    for upper in statement.above(word):
        if upper.part == "ADP":
            way = way or upper.lemma
        elif below.link != "conj":
            return upper, way or _WAYS.get(below.link, below.link)
        below = upper
    return None, "top"


def phrase(statement: Statement, word: Word) -> str:
    """A word with the words before it that make one name or number with it."""
    first = word.at
    while first and statement.words[first - 1].head == word.at:
        if statement.words[first - 1].link not in ("compound", "nummod", "nmod", "amod"):
            break
        first -= 1
    return " ".join(w.text for w in statement.words[first : word.at + 1])
