"""A statement's words put so that they read on their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.clauses.adverbials import measure
from claims.clauses.frames import content_of
from claims.clauses.heads import Head, Layout
from claims.clauses.phrases import effective_subject, phrase, single, trim
from claims.clauses.relative_text import relative
from claims.clauses.sharing import (
    HARM,
    dates_above,
    leading,
    moment,
    shared,
    verb_group,
    with_dates,
)
from claims.clauses.verbforms import past, third_person
from claims.clauses.verbs import AUXILIARIES, comma_before, finite, predicates, subject
from claims.clauses.write import Item
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SPEECH = words(
    "say tell add ask warn vow pledge insist deny urge call demand accuse condemn blame appeal "
    "criticize welcome praise express"
)
"""What a speaker goes on to do after "said X had fallen and ..."."""
_LINKS = words("after when while as before although though because whereas since")
_SOON = words("just shortly soon immediately only right even")
"""Words that narrow the conjunction after them ("just before")."""
_OTHERS = words("many more others dozens scores hundreds several")
_OUTCOME = words(
    "allow enable force prompt cause spark trigger mean raise bring let lead make render "
    "complicate ensure create"
)
"""Participles whose subject is what happened, not who did it."""
_SEEING = words("find see spot discover show notice watch film")
_POSTURES = words("hold lie sit stand bleed wear carry hide run walk scream cry suffer lean")
_DAMAGE = HARM | words("destroy damage trap leave claim cause level flatten maim")
_ASSAULTS = words("strike hit target attack shell bomb seize capture")
_WHERE = words("in at on near inside outside into of against")
_BEFALLS = words("come suffer face sustain collapse capsize sink crash")
"""Verbs whose subject meets with something."""


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is written out."""

    root: int
    items: tuple[Item, ...]
    """Its words in reading order."""
    own: frozenset[int]
    """Tokens the quote has to hold."""
    subset: bool = False
    loose: frozenset[int] = frozenset()
    """Words it keeps to read well though another statement says them: their dates and figures
    are the other's."""

    @property
    def tokens(self) -> tuple[int, ...]:
        """What it says and what it shares, in the order of the sentence."""
        words = {i for i in self.items if isinstance(i, int)} | self.own
        return tuple(sorted((words - self.loose) or words))


def draft(doc: Doc, plan: Layout, head: Head) -> Draft:
    """The statement of a head, with what it shares with its governor carried over."""
    own = _own(doc, plan, head)
    span = measure(doc[head.index]) if head.role == "adverbial" else []
    aside = frozenset(t.i for t in span if t.i in own)
    own = trim(doc, [i for i in own if i not in aside]) or own
    builder = {"relative": relative, "participle": _participle}.get(head.role, _plain)
    items = tuple(builder(doc, plan, head, own))
    # "Three days after" dates neither of the two by itself: only the quote keeps it.
    return Draft(head.index, items, frozenset(own) | aside, loose=aside)


def _own(doc: Doc, plan: Layout, head: Head) -> list[int]:
    """Its tokens without the words that join it to others and without punctuation at the edges."""
    verb = doc[head.index]
    tokens = set(plan.tokens(head.index))
    gone = [c for c in verb.children if c.dep_ == "conj" and plan.owner[c.i] != head.index]
    kept = [c for c in verb.children if c.dep_ == "conj" and plan.owner[c.i] == head.index]
    for child in verb.children:
        joins = child.dep_ in {"cc", "preconj"} and gone and not kept
        linked = {"that"} if head.role == "main" and verb.dep_ == "ROOT" else {"that", *_LINKS}
        links = child.dep_ == "mark" and child.lower_ in linked
        asks = head.role == "adverbial" and child.tag_ == "WRB"
        if joins or links or asks:
            tokens.discard(child.i)
            if child.i and doc[child.i - 1].lower_ in _SOON and doc[child.i - 1].dep_ == "advmod":
                tokens.discard(child.i - 1)
    return trim(doc, sorted(tokens))


def _plain(doc: Doc, plan: Layout, head: Head, own: list[int]) -> list[Item]:
    verb = doc[head.index]
    if head.role != "conj":
        above = dates_above(doc, plan, verb, verb.head) if head.role == "adverbial" else []
        at = verb_group(verb, own)
        told = with_dates(doc, own[:at], own[at:], above)
        return told if above else [*own, *shared(doc, plan, verb)]
    governor = verb.head
    auxiliaries = _auxiliaries(verb, governor)
    at = next((n for n, i in enumerate(own) if i >= verb.i), len(own))
    above = dates_above(doc, plan, verb, governor)
    if subject(verb) is None and _counted_before(doc, verb, own[:at]):
        return [*own[:at], "were", *own[at:], *shared(doc, plan, verb), *above]
    if subject(verb) is None:
        front = effective_subject(doc, plan, _speaking(verb, governor))
        early = leading(doc, plan, governor, verb)
        return [*front, *early, *auxiliaries, *own, *shared(doc, plan, verb)]
    if above:
        at = verb_group(verb, own)
        return with_dates(doc, own[:at], [*auxiliaries, *own[at:]], above)
    return [*own[:at], *auxiliaries, *own[at:], *shared(doc, plan, verb)]


def _counted_before(doc: Doc, verb: Token, before: Sequence[int]) -> bool:
    """Whether "many more" in "20 were killed and many more wounded" is the second verb's subject,
    which the parser takes for a degree."""
    said = [doc[i] for i in before if doc[i].dep_ not in {"cc", "punct"}]
    quantity = all(t.lower_ in _OTHERS | {"at", "least", "than"} or t.like_num for t in said)
    harmed = verb.tag_ in {"VBN", "VBD"} and verb.lemma_ in HARM
    return bool(said) and quantity and harmed and not any(c.dep_ == "dobj" for c in verb.children)


def _speaking(verb: Token, governor: Token) -> Token:
    """The verb whose subject a joined verb shares: "said X had fallen and urged ..." is the
    speaker's urging, however the parser hung it."""
    frame = governor.head
    speaks = verb.lemma_ in _SPEECH and governor.dep_ == "ccomp" and content_of(frame) == governor
    return frame if speaks else governor


def _auxiliaries(verb: Token, governor: Token) -> list[Item]:
    """Helping verbs left out in a conjunct ("were killed and 30 wounded")."""
    if any(c.dep_ in AUXILIARIES for c in verb.children):
        return []
    passive = any(c.dep_ == "auxpass" for c in governor.children)
    own = subject(verb)
    if own is not None:
        bare = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and passive and verb.lemma_ in HARM)
        if not bare or any(c.dep_ == "dobj" for c in verb.children):
            return []
        return ["was" if single(own) else "were"]
    tag = verb.tag_
    by = passive and any(c.dep_ == "agent" for c in verb.children)
    if tag == "VBD" and (by or past(verb.lemma_) != verb.lower_):
        tag = "VBN"
    wanted = {"VBN": AUXILIARIES, "VBG": AUXILIARIES, "VB": AUXILIARIES}.get(tag)
    if wanted is None or (tag == "VBN" and governor.tag_ not in {"VBN", "VBD"}):
        return []
    return [c.i for c in governor.children if c.dep_ in wanted and c.tag_ != "TO"]


def _participle(doc: Doc, plan: Layout, head: Head, own: list[int]) -> list[Item]:
    """The subject of the main verb and the participle as a finite verb."""
    verb = doc[head.index]
    governor = doc[head.governor]
    early = [i for i in own if i < verb.i]
    more = shared(doc, plan, verb)
    rest = [*(i for i in own if i > verb.i), *more]
    front: list[Item] = [*effective_subject(doc, plan, governor)]
    known = any(isinstance(i, int) and moment(doc[i]) for i in more)
    dates = [] if known else dates_above(doc, plan, verb, governor)
    doer = _doer(verb) if verb.dep_ == "acl" and not comma_before(verb) else None
    if doer is not None:
        # "A video showing the raid": the video shows it, on whatever day it was found.
        front, dates = [*phrase(doc, plan, doer, before=verb.i)], []
    seen = next((c for c in governor.children if c.dep_ == "dobj"), None)
    if governor.lemma_ in _SEEING and verb.lemma_ in _POSTURES and seen is not None:
        front = [*phrase(doc, plan, seen)]  # "found the mother on the steps, holding a child"
    if (verb.lemma_ in _OUTCOME and not _eventful(governor)) or _befallen(verb, governor):
        front = ["This"]
    elif _other_between(governor, verb):
        front = ["This"]  # whose doing it was is not certain
    if not front:
        return list(own)
    told = _finite_form(verb, governor)
    if front == ["This"] and governor.tag_ in {"VBZ", "VBP"}:
        told = [third_person(verb.lemma_.lower())]
    return with_dates(doc, front, [*early, *told, *rest], dates)


def _doer(verb: Token) -> Token | None:
    """The noun that a participle without a comma speaks of, however near it hangs: the fight in
    "a fight at a party killing two"; ``None`` for the subject of the verb above ("opened fire at
    a party killing two")."""
    noun = verb.head
    if verb.lemma_ not in _DAMAGE | _ASSAULTS:
        return noun
    while noun.lemma_.lower() not in EVENT_NOUNS:
        link = noun.head
        aimed = noun.dep_ == "dobj" and link.lemma_ not in _SEEING
        if aimed or link.dep_ == "agent":
            return None
        if link.dep_ != "prep" or link.lower_ not in _WHERE:
            return noun
        if predicates(link.head):
            return None
        noun = link.head
    return noun


def _befallen(verb: Token, governor: Token) -> bool:
    """Whether the harm may come from what befell the subject ("rebels were hit by shells, killing
    nine") rather than from the subject."""
    passive = any(c.dep_ == "auxpass" for c in governor.children)
    return verb.lemma_ in _DAMAGE and (passive or governor.lemma_ in _BEFALLS)


def _other_between(governor: Token, verb: Token) -> bool:
    """Whether another clause with a subject of its own stands between a verb and its participle:
    "units came to a street where he fired at officers, who fired back, hitting him"."""
    between = governor.doc[governor.i + 1 : verb.i]
    return any(
        t.dep_ == "relcl" and finite(t) and t.right_edge.i >= verb.left_edge.i - 2 for t in between
    )


def _eventful(verb: Token) -> bool:
    """Whether the subject of a verb is itself something that happened."""
    own = subject(verb)
    return own is not None and own.lemma_.lower() in EVENT_NOUNS


def _finite_form(verb: Token, governor: Token) -> list[Item]:
    being = [c.i for c in governor.children if c.dep_ == "aux" and c.lemma_ == "be"]
    lemma = verb.lemma_.lower()
    if governor.tag_ == "VBG" and being:
        return [*being, verb.i]
    if governor.tag_ in {"VBZ", "VBP"}:
        return [third_person(lemma) if governor.tag_ == "VBZ" else lemma]
    return [past(lemma)]
