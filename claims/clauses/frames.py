"""Reporting frames: which tokens only hand a statement to its source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.clauses.verbs import finite, subject
from claims.saying import COMMITTING, DENYING, DISTANCING, NEUTRAL
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

STANCE = words(
    "believe think hear recall ask answer hint speculate promise vow pledge threaten quote "
    "mean boast put read"
)
"""Verbs whose content is not the same statement without them: they stay in the claim."""

FRAMING = (NEUTRAL | COMMITTING | DISTANCING | {"learn"}) - DENYING - STANCE
"""Lemmas of the verbs of a frame."""

NEEDS_THAT = words("find show see prove point document establish learn")
"""Verbs that also take a scene ("found a man lying"): a frame only before "that"."""

COMPARING = words("than as what that which who whom where how why whatever like because")
"""Words before "the monitor said" that make it part of the sentence, not a frame."""

EMPTY = words("come happen occur follow begin start")
"""Verbs that say nothing without what they came with."""

_BRIDGES = words("go continue")
_THINKING = words("think hear read")
_TIMING = words("after before when whenever until once since because")
_QUOTING = words("quote cite")
_FRAME_DEPS = words("ROOT conj ccomp advcl parataxis pcomp dep")
_ASKING = words("if whether how what why who where when which")
_TO_CONTENT = words(
    "despite after before amid amidst during following because due since between without "
    "under against as though although"
)
OF_SAYING = words(
    "statement report interview conference briefing release tweet post message update comment "
    "session meeting remark speech call condition telephone phone email letter twitter facebook"
)
_CLOCK = re.compile(r"\d ?[ap]\.? ?m\b|\d:\d\d|\b(?:midnight|noon)\b", re.IGNORECASE)
"""A time of day."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_IN_GROUP = words("aux auxpass advmod neg")


def content_of(verb: Token) -> Token | None:
    """The head of what a framing verb reports, or ``None`` when it frames nothing."""
    lemma = verb.lemma_.lower()
    if lemma not in FRAMING and not (lemma == "read" and _quoted(verb)):
        return None
    if verb.dep_ not in _FRAME_DEPS and carrier(verb) is None and not _where(verb):
        return None
    if any(
        c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ in {"if", "unless"} for c in verb.children
    ):
        return None
    if _came(verb):
        return None
    for child in verb.children:
        if child.dep_ == "ccomp" and _states(child) and _allowed(verb, child):
            return child
    return None


def _where(verb: Token) -> bool:
    """Whether it is the frame of "Vell, where the army says rebels have ..."."""
    return verb.dep_ == "relcl" and any(c.lower_ == "where" for c in verb.children)


def carrier(verb: Token) -> Token | None:
    """The verb above a verb of saying that only carries it: "went on to say", "quoted her as
    saying"."""
    above = verb.head
    if verb.dep_ == "xcomp" and above.lemma_ in _BRIDGES and _open(above):
        return above
    quoting = verb.dep_ == "pcomp" and above.lower_ == "as" and above.head.lemma_ in _QUOTING
    return above.head if quoting and _open(above.head) else None


def _open(verb: Token) -> bool:
    """Whether a verb is affirmed and heads a clause that may be taken for a frame."""
    return verb.dep_ in _FRAME_DEPS and not any(
        c.dep_ == "neg" or c.tag_ == "MD" or c.lower_ in {"if", "unless"} for c in verb.children
    )


def _allowed(verb: Token, content: Token) -> bool:
    own = subject(content)
    if verb.lemma_ == "claim" and own is not None and own.lemma_.lower() == "life":
        return False  # a blast claims lives
    if verb.lemma_ not in NEEDS_THAT:
        return True
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in content.children)


def _came(verb: Token) -> bool:
    """Whether the sentence only says that something came as somebody spoke: then the two are
    one statement."""
    above = verb.head
    later = [c for c in above.children if c.i > above.i and c != verb and not c.is_punct]
    return verb.dep_ == "advcl" and above.lemma_ in EMPTY and not later


def _states(content: Token) -> bool:
    """Whether it is a statement: not a question, not an infinitive, not a lone word."""
    first = next(iter(content.subtree))
    if first.lower_ in _ASKING and first.i < content.i and first.dep_ != "det":
        # "when the police came, he fled" is a statement, "when the police came" is not.
        return first.head.i != content.i and first.head.dep_ == "advcl"
    if any(c.tag_ == "TO" for c in content.children):
        return False
    if content.i > content.head.i and _beheaded(content):
        return False  # "a plan that officials said would help": nothing helps without the plan
    return sum(not t.is_punct for t in content.subtree) > 1


def _beheaded(content: Token) -> bool:
    """Whether a clause opens with its verb, the subject being elsewhere. (In capitals the "is" is
    a name.)"""
    before = [t for t in content.subtree if t.i < content.i and t.dep_ not in {"punct", "mark"}]
    group = all(t.head == content and t.dep_ in _IN_GROUP for t in before)
    first = before[0] if before else content
    return finite(content) and subject(content) is None and group and first.is_lower


def belongs_to_content(child: Token, verb: Token) -> bool:
    """Whether a modifier hangs from the verb of saying but speaks of what happened."""
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if child.dep_ == "advcl":
        # "Speaking at the mill, he said ...": the speaker was speaking.
        opening = subject is not None and child.i < subject.i and child.tag_ in {"VBG", "VBN"}
        own = any(c.dep_ in _SUBJECTS or c.dep_ == "mark" for c in child.children)
        if (opening and not own) or (child.i > verb.i and _quoted(verb)):
            return False
        return child.tag_ != "VBG" or child.lemma_ not in FRAMING
    if child.dep_ not in {"prep", "npadvmod"}:
        return False
    if any(t.lemma_.lower() in OF_SAYING for t in child.subtree):
        return False
    if child.lower_ in _TO_CONTENT and child.dep_ == "prep":
        return True
    leads = subject is not None and child.i < subject.i < verb.i
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in child.subtree)
    if leads and dated and subject is not None:
        return _times_content(verb, subject)
    return leads and not dated and child.lower_ in {"in", "at", "near", "outside", "inside"}


def _times_content(verb: Token, subject: Token) -> bool:
    """Whether a date before the words of saying is that of what is told: one with a time of day
    ("At about 2 a.m., police said a man ran off"), one before words of saying in the present
    ("On Monday, police say two men broke in")."""
    content = content_of(verb)
    helpers = () if content is None else content.children
    told = [content, *(c for c in helpers if c.dep_ in {"aux", "auxpass"})]
    if not any(t is not None and t.tag_ == "VBD" for t in told):
        return False
    lead = verb.doc[: subject.left_edge.i].text
    return verb.tag_ in {"VBP", "VBZ"} or _CLOCK.search(lead) is not None


def _quoted(verb: Token) -> bool:
    """Whether what is said stands before it between quotation marks: nothing behind the frame
    is part of it."""
    content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i), None)
    said = verb.doc[content.i : verb.i] if content is not None else ()
    return any(t.text in {'"', "''"} for t in said)


def according(token: Token) -> bool:
    """Whether the token opens "according to ..." or "as X reported" beside a statement."""
    if token.lower_ == "according":
        return any(c.lower_ == "to" for c in token.children)
    return False


def parenthetic(token: Token) -> bool:
    """Whether it is a verb of saying set into its own content ("X, the army said, ...")."""
    if token.lemma_.lower() not in NEUTRAL | {"confirm", "claim", "show"} or token.tag_ not in {
        "VBD",
        "VBZ",
        "VBP",
    }:
        return False
    if token.dep_ not in {"parataxis", "ccomp", "conj", "dep", "advcl"} or token.head.i == token.i:
        return False
    kids = list(token.children)
    if any(c.dep_ in {"ccomp", "dobj", "xcomp", "neg", "attr"} for c in kids):
        return False
    if _happens(token):
        return False
    has_subject = any(c.dep_ in _SUBJECTS for c in kids)
    return has_subject and not any(c.dep_ == "cc" for c in kids) and _edged(token)


def _happens(verb: Token) -> bool:
    """Whether a verb of saying tells what was done: "as the fighting continued", "after a patrol
    showed up", "as she thought back to it"."""
    kids = list(verb.children)
    links = [c for c in kids if c.i < verb.i and (c.dep_ == "mark" or c.tag_ == "WRB")]
    if any(c.lower_ in _TIMING for c in links) or any(c.dep_ == "prt" for c in kids):
        return True
    thinks = verb.lemma_ in _THINKING and any(c.dep_ in {"advmod", "prep"} for c in kids)
    first = verb.left_edge.i
    joined = first > 0 and verb.doc[first - 1].dep_ == "cc"
    return thinks or (verb.lemma_ in _BRIDGES and (bool(links) or joined))


def _edged(token: Token) -> bool:
    """Whether commas or the sentence's end stand around the frame."""
    doc: Doc = token.doc
    last = max(t.i for t in token.subtree)
    first = min(t.i for t in token.subtree)
    after = last + 1 >= len(doc) or doc[last + 1].is_punct or doc[last].is_punct
    if first > 0 and doc[first - 1].lower_ in COMPARING and not doc[first].is_punct:
        return False
    before = first == 0 or doc[first - 1].is_punct or doc[first].is_punct
    return after or before
