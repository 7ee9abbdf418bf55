"""Whether a predicate is asserted, planned, possible, demanded or denied; affirmed or negated.

Cues after Palmer, "Mood and Modality" (2001), and the hedges of Farkas et al., CoNLL-2010 shared
task; the scope is read from the parse: a cue counts for the predicate it governs, not for words
elsewhere in the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.parse import Parsed
from claims.records import Modality, Polarity
from claims.saying import DENYING, SAYING
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

_GOVERNORS: dict[Modality, frozenset[str]] = {
    "planned": words(
        "plan intend vow pledge promise threaten schedule aim prepare expect hope want seek "
        "decide agree propose offer try attempt slate set ready commit mean"
    ),
    "possible": words(
        "fear believe suspect think allege rumor rumour presume assume speculate appear seem "
        "suppose accuse consider say report"
    ),
    "demanded": words(
        "demand urge call order require ask recommend appeal insist press implore oblige "
        "request need"
    ),
    "denied": DENYING,
}
"""Lemmas of words above the predicate, by what they make of it."""

_WITH_INFINITIVE = _GOVERNORS["planned"] | _GOVERNORS["demanded"]
_PASSIVE_ONLY = words("expect think believe fear suspect say report allege accuse")
"""Above the predicate only in the passive ("is feared dead"): "they believe that" attributes."""
_DENIED_NOUNS = words("claim report allegation accusation rumor rumour suggestion")
_HEDGES = words(
    "possibly probably perhaps maybe likely allegedly reportedly apparently purportedly "
    "supposedly presumably potentially unlikely seemingly"
)
_LIKELY = words("likely unlikely possible probable")
_HYPOTHESES = frozenset(("if", "unless", "whether"))

_THOUGHT = words("fear believe presume think suspect suppose rumor rumour allege")
"""Predicates that hedge themselves in the passive: "are feared dead"."""
_SELF = words("it they he she we i")

_NO = words("no neither nor none nobody nothing nowhere")
_NEVER = words("never nowhere hardly scarcely barely")
_FAILING = words("fail refuse decline neglect omit cease stop prevent avoid unable")
"""Verbs whose complement did not happen."""
_NOT_MERELY = words("only just merely simply solely least")
_COMPARED = words("fewer less more later longer")
"""After "no": "no fewer than ten" counts, it doesn't deny; "no longer" does."""


def modality(parsed: Parsed, root: int, tokens: Sequence[int]) -> tuple[Modality, Polarity]:
    """How the predicate at token ``root`` of a clause made of ``tokens`` is put forward.

    A denial is the modality, its content keeps its own polarity ("denied that it had not paid":
    denied, negated). Of several the outermost wins, except that a denial wins over all.

    Args:
        parsed: The sentence.
        root: Index of the predicate's token in the sentence.
        tokens: Indices of the tokens of the clause; arguments outside it are not looked at.

    Returns:
        Modality and polarity; ``("asserted", "affirmed")`` when nothing says otherwise.
    """
    token = parsed.doc[root]
    inside = frozenset(tokens) | {root}
    polarity: Polarity = "negated" if _negated(token, inside) else "affirmed"
    return _modality(token), polarity


def _modality(token: Token) -> Modality:
    own = _own(token) or _shared(token)
    found: Modality = own or "asserted"
    for above, below in _above(token):
        governed = _governed(above, below)
        if governed == "denied":
            return "denied"
        if governed is not None:
            found = governed
        elif below is not token and _reaches(below) and (inherited := _own(above)):
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
        if child.tag_ != "MD" or child.lower_ not in _MODALS:
            continue
        if child.lower_ in ("can", "could") and _ability(token):
            continue
        return _MODALS[child.lower_]
    if token.lemma_ in _THOUGHT and any(c.dep_ == "auxpass" for c in token.children):
        return "possible"
    if token.lemma_ == "be" and any(c.lower_ in _LIKELY for c in token.children):
        return "possible"
    return _going_to(token) or _scheduled(token)


def _shared(token: Token) -> Modality | None:
    """The auxiliary of the first of a coordination: "will hit the port and burn the ships"."""
    while token.dep_ == "conj" and not _has_subject(token) and token.tag_ in ("VB", "VBN"):
        token = token.head
        if own := _own(token):
            return own
    return None


def _would(token: Token) -> Modality:
    """ "It said it would send aid" is a plan, "that would be a threat" a possibility."""
    subject = next((c.lower_ for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), "")
    spoken = any(above.lemma_ in SAYING for above, _ in _above(token))
    return "planned" if spoken and subject in _SELF else "possible"


def _ability(token: Token) -> bool:
    """ "Could not reach": an inability that was met with, not a possibility."""
    return any(c.dep_ == "neg" for c in token.children)


def _going_to(token: Token) -> Modality | None:
    """ "Is going to leave", "is to leave" (the parse hangs the infinitive under the copula)."""
    head = token.head
    infinitive = any(c.tag_ == "TO" for c in token.children)
    predicate = any(c.dep_ in ("acomp", "attr") for c in head.children)
    if not infinitive or token.dep_ != "xcomp" or predicate:
        return None
    going = head.lower_ == "going" and any(c.lemma_ == "be" for c in head.children)
    return "planned" if going or (head.lemma_ == "be" and head.lower_ in _PRESENT) else None


_PRESENT = words("is are was were 's 're")


def _scheduled(token: Token) -> Modality | None:
    """The infinitive as the predicate of "due", "set", "ready", "about", "likely"."""
    head = token.head
    if token.dep_ not in ("xcomp", "acl", "advcl", "pcomp"):
        return None
    if head.lower_ in ("due", "set", "ready", "poised", "about"):
        return "planned"
    return "possible" if head.lower_ in ("likely", "unlikely", "possible") else None


def _above(token: Token) -> Iterator[tuple[Token, Token]]:
    """Each word above the predicate that has it for a complement, with the word below it.

    A coordinated predicate goes on from the first of the coordination.
    """
    below = token
    for _ in range(8):
        while below.dep_ == "conj" and not _has_subject(below):
            below = below.head
        above = below.head
        called = below.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ == "for" for c in below.children
        )
        if above == below or not (below.dep_ in _COMPLEMENTS or called):
            return
        if below.dep_ == "prep" and below.lower_ not in _COMPLEMENT_PREPOSITIONS:
            return
        yield above, below
        if above.pos_ in ("NOUN", "PROPN"):
            return
        below = above


_COMPLEMENTS = words("xcomp ccomp pcomp prep acl oprd acomp")
_COMPLEMENT_PREPOSITIONS = words("for to of from in without on against")
"""Prepositions that lead up to a verb that governs; "after", "because of" don't."""


def _has_subject(token: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") for c in token.children)


def _reaches(below: Token) -> bool:
    """A modal above goes on to an infinitive ("may have to leave"), not to a clause of its own."""
    return below.dep_ == "xcomp"


def _governed(above: Token, below: Token) -> Modality | None:
    """What ``above`` makes of its complement."""
    lemma = above.lemma_.lower()
    if above.pos_ == "NOUN":
        return _noun_governed(above, below)
    if above.pos_ not in ("VERB", "AUX", "ADJ"):
        return None
    infinitive = any(c.tag_ == "TO" for c in below.children)
    passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in above.children) or (
        above.tag_ == "VBN" and above.dep_ in ("acl", "relcl", "amod")
    )
    for kind, lemmas in _GOVERNORS.items():
        if lemma not in lemmas:
            continue
        if kind == "denied":
            return (
                kind
                if below.dep_ in ("ccomp", "xcomp", "dobj") and not _denies_itself(above)
                else None
            )
        if kind in ("planned", "demanded"):
            clause = lemma in ("demand", "insist", "vow", "pledge", "promise", "urge", "recommend")
            return (
                kind
                if infinitive
                or (clause and below.dep_ == "ccomp")
                or (below.dep_ in ("prep", "pcomp") and below.lower_ == "for")
                else None
            )
        if lemma in _PASSIVE_ONLY or lemma == "fear":
            return kind if passive or lemma == "fear" else None
        return kind if infinitive or below.dep_ in ("ccomp", "oprd") else None
    return None


def _denies_itself(above: Token) -> bool:
    return any(c.dep_ == "neg" for c in above.children)


def _noun_governed(above: Token, below: Token) -> Modality | None:
    """ "Rejected claims that ...", "plans to ...", "calls for ...", "fears that ..."."""
    lemma = above.lemma_.lower()
    if lemma in _DENIED_NOUNS and above.head.lemma_ in DENYING and above.dep_ == "dobj":
        return "denied"
    if below.dep_ not in ("acl", "ccomp", "prep"):
        return None
    if lemma in ("plan", "intention", "promise", "pledge", "vow", "threat", "bid", "effort"):
        return "planned"
    if lemma in ("call", "demand", "appeal", "request", "order"):
        return "demanded"
    return "possible" if lemma in ("fear", "possibility", "rumor", "rumour", "risk") else None


def _negated(token: Token, inside: frozenset[int]) -> bool:
    """An odd number of negations that have the predicate in their scope."""
    count = sum(_is_negation(child) for child in token.children)
    count += sum(_no_argument(child) for child in token.children if child.i in inside)
    for above, below in _above(token):
        if above.lemma_.lower() in _FAILING and below.dep_ in ("xcomp", "prep", "pcomp", "acomp"):
            count += 1
        elif below.dep_ in ("xcomp", "acomp", "oprd") and above.lemma_ not in _WITH_INFINITIVE:
            count += sum(_is_negation(child) for child in above.children)
        elif below.dep_ == "pcomp" and above.lower_ == "without":
            count += 1
        elif above.pos_ == "NOUN" and below.dep_ in ("acl", "relcl"):
            return (count + any(c.lower_ == "no" for c in above.children)) % 2 == 1
        else:
            break
    return count % 2 == 1


def _is_negation(child: Token) -> bool:
    """A negation of the word it hangs on: "not", "n't", "never", "no longer"."""
    lower = child.lower_
    if child.dep_ == "neg" or lower in ("not", "n't", "n’t"):
        after = child.i > child.head.i and child.head.pos_ == "VERB"
        return not after and not _merely(child)
    if lower == "longer" and any(c.lower_ == "no" for c in child.children):
        return True
    if lower in ("neither", "nor") and child.dep_ in ("cc", "preconj", "advmod"):
        return lower == "neither" or not _has_subject(child.head)
    return lower in _NEVER and child.dep_ == "advmod"


def _merely(child: Token) -> bool:
    """ "Not only": what follows is said all the same."""
    doc, at = child.doc, child.i + 1
    return at < len(doc) and doc[at].lower_ in _NOT_MERELY


def _no_argument(child: Token) -> bool:
    """A subject or object that is nothing: "no one", "no group", "none of them"."""
    if child.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr", "expl", "agent"):
        return False
    if child.lower_ in _NO:
        return True
    one = child.lower_ == "one" and child.i and child.nbor(-1).lower_ == "no"
    return bool(one) or any(
        c.lower_ in ("no", "neither")
        and c.dep_ in ("det", "preconj", "neg", "cc")
        and not _counting(c)
        for c in child.children
    )


def _counting(no: Token) -> bool:
    """ "No fewer than ten"."""
    at = no.i + 1
    return at < len(no.doc) and no.doc[at].lower_ in _COMPARED
