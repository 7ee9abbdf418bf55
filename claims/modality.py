"""Whether a predicate is asserted, planned, possible, demanded or denied; affirmed or negated.

Cues after Palmer, "Mood and Modality" (2001), and the hedges of Farkas et al., CoNLL-2010 shared
task; the scope is read from the parse: a cue counts for the predicate it governs, not for words
elsewhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.governing import above, core, governed, has_subject, infinitive, negated
from claims.negation import is_negated
from claims.parse import Parsed
from claims.records import Modality, Polarity
from claims.saying import SAYING
from claims.walking import SUBJECTS, child_of
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODALS: dict[str, Modality] = {
    "will": "planned",
    "'ll": "planned",
    "wo": "planned",
    "shall": "planned",
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "can": "possible",
    "should": "demanded",
    "must": "demanded",
    "ought": "demanded",
}
"""Auxiliaries, lower case. "Would" is the past of "will" only under a verb of plan or speech."""

_HEDGES = words(
    "possibly probably perhaps maybe likely allegedly reportedly apparently purportedly "
    "supposedly presumably potentially unlikely seemingly"
)
_LIKELY = words("likely unlikely possible probable")
_UNSURE = words("unclear unknown uncertain unconfirmed unsure undetermined unverified")
"""Of a clause with "if" or "whether", or of a report."""
_DUE = words("due set ready poised about")
_HYPOTHESES = frozenset(("if", "unless", "whether"))
_THOUGHT = words("fear believe presume think suspect suppose rumor rumour allege expect")
"""Predicates that hedge themselves in the passive: "are feared dead"."""
_SEEMING = words("seem appear")
_SELF = words("it they he she we i")
_PRESENT = words("is are was were 's 're")
_WISHES = words("call appeal push press ask plead")
"""Verbs that with "for" demand what their object names."""
_OPENING = words("please do don't")


def modality(parsed: Parsed, root: int, tokens: Sequence[int]) -> tuple[Modality, Polarity]:
    """How the predicate at token ``root`` of a clause made of ``tokens`` is put forward.

    Where the root only says how another predicate of the clause stands ("plans to leave", "has
    yet to leave"), that one is meant. A denial is the modality, its content keeps its own
    polarity ("denied that it had not paid": denied, negated). Of several the outermost wins,
    except that a denial wins over all.

    Args:
        parsed: The sentence.
        root: Index of the predicate's token in the sentence.
        tokens: Indices of the tokens of the clause; arguments outside it are not looked at.

    Returns:
        Modality and polarity; ``("asserted", "affirmed")`` when nothing says otherwise.
    """
    inside = frozenset(tokens) | {root}
    token = core(parsed.doc[root], inside)
    polarity: Polarity = "negated" if is_negated(token, inside) else "affirmed"
    return _modality(token), polarity


def _modality(token: Token) -> Modality:
    own = _own(token) or _shared(token) or _mood(token)
    found: Modality = own or "asserted"
    for upper, below in above(token):
        ruled = governed(upper, below)
        if ruled == "denied":
            return "denied"
        if ruled is not None:
            found = ruled
        elif below is not token and _reaches(below) and (inherited := _own(upper)):
            found = inherited
    return found


def _own(token: Token) -> Modality | None:
    """What the predicate's own auxiliaries, adverbs and conjunction say."""
    for child in token.children:
        if child.dep_ == "mark" and child.lower_ in _HYPOTHESES:
            return "possible"
        if child.dep_ == "advmod" and child.lower_ in _HEDGES:
            return "possible"
    chain = [token, *(c for c in token.children if c.dep_ in ("aux", "auxpass"))]
    for child in chain:
        if child.lower_ in ("would", "'d") and child.tag_ == "MD":
            return _would(token)
        # "Could not reach" is an inability that was met with, not a possibility.
        able = child.lower_ in ("can", "could") and negated(token)
        if child.tag_ == "MD" and child.lower_ in _MODALS and not able:
            return _MODALS[child.lower_]
    if token.dep_ == "ROOT" and infinitive(token) and has_subject(token):
        return "planned"  # a headline's "coach to host awards"
    return _hedged(token) or _going_to(token) or _scheduled(token)


def _hedged(token: Token) -> Modality | None:
    """What the predicate itself says of how sure or how wished for its content is."""
    if token.lemma_ in _THOUGHT and any(c.dep_ == "auxpass" for c in token.children):
        return "planned" if token.lemma_ == "expect" else "possible"
    if token.lemma_ in _SEEMING and child_of(token, "ccomp", "xcomp", "oprd", "acomp"):
        return "possible"
    if token.lemma_ == "be" and any(c.lower_ in _LIKELY for c in token.children):
        return "possible"
    if token.lemma_ == "be" and any(c.lower_ in _UNSURE for c in token.children):
        return "possible"
    if token.lemma_ in _WISHES and token.pos_ == "VERB":
        wished = any(c.lower_ == "for" and child_of(c, "pobj") for c in token.children)
        return "demanded" if wished and has_subject(token) else None
    return None


def _mood(token: Token) -> Modality | None:
    """A question asserts nothing, an order demands: "Please check back"."""
    doc = token.doc
    if token.head.i != token.i:
        return None
    if doc[-1].text == "?" or doc[-1].text.startswith("?"):
        return "possible"
    first = next((t for t in doc if t.is_alpha and t.lower_ not in _OPENING), None)
    bare = token.tag_ == "VB" and not any(c.dep_ == "aux" for c in token.children)
    return "demanded" if first == token and bare and not has_subject(token) else None


def _shared(token: Token) -> Modality | None:
    """The auxiliary of the first of a coordination: "will hit the port and burn the ships"."""
    while token.dep_ == "conj" and not has_subject(token) and token.tag_ in ("VB", "VBN"):
        token = token.head
        if own := _own(token):
            return own
    return None


def _would(token: Token) -> Modality:
    """ "It said it would send aid" is a plan, "that would be a threat" a possibility."""
    subject = child_of(token, *SUBJECTS)
    spoken = any(upper.lemma_ in SAYING for upper, _ in above(token))
    own = subject is not None and subject.lower_ in _SELF
    return "planned" if spoken and own else "possible"


def _going_to(token: Token) -> Modality | None:
    """ "Is going to leave", "is to leave" (the parse hangs the infinitive under the copula)."""
    head = token.head
    predicate = any(c.dep_ in ("acomp", "attr") for c in head.children)
    if not infinitive(token) or token.dep_ != "xcomp" or predicate:
        return None
    going = head.lower_ == "going" and any(c.lemma_ == "be" for c in head.children)
    return "planned" if going or (head.lemma_ == "be" and head.lower_ in _PRESENT) else None


def _scheduled(token: Token) -> Modality | None:
    """The infinitive as the predicate of "due", "set", "ready", "about", "likely"."""
    head = token.head
    if token.dep_ not in ("xcomp", "acl", "advcl", "pcomp"):
        return None
    if head.lower_ in _DUE:
        return "planned"
    return "possible" if head.lower_ in ("likely", "unlikely", "possible") else None


def _reaches(below: Token) -> bool:
    """A modal above goes on to an infinitive ("may have to leave"), not to a clause of its own."""
    return below.dep_ == "xcomp"
