"""Attributions without a verb of their own: "according to", nouns of saying, a colon."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.parse import Parsed
from claims.saying import DENYING
from claims.speakers.cues import BODIES, DOCUMENTS, NOT_A_SOURCE, NOUNS
from claims.speakers.draft import Draft, Span, trim
from claims.speakers.sources import Source, source
from claims.walking import SUBJECTS, child_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LEAST = 3
"""Words a clause has at least."""
_LONG = 25
"""Tokens of an apposition at most."""


def _clause_around(parsed: Parsed, taken: range, text: str) -> list[Span]:
    """The sentence without the tokens of the attribution: what stands before, else after."""
    doc = parsed.doc
    before, after = doc[: taken.start], doc[taken.stop :]
    chosen = before if sum(1 for t in before if t.is_alpha) >= _LEAST else after
    if not any(t.is_alpha for t in chosen):
        return []
    span = trim(text, parsed.span(chosen[0], chosen[-1]))
    return [span] if span else []


def _phrase_end(doc: Doc, last: int) -> int:
    """Where "according to X, a group which ...," ends: the comma that closes an apposition or a
    relative clause, else the source itself."""
    if last + 3 >= len(doc) or doc[last + 1].text != ",":
        return last
    opening = doc[last + 2]
    if opening.lower_ not in ("a", "an", "which", "who", "one"):
        return last
    closing = next((t.i for t in doc[last + 3 : last + _LONG] if t.text == ","), None)
    if closing is None:
        return last
    # A comma inside the relative clause's own list is passed over when no verb follows it.
    return closing if any(t.pos_ in ("VERB", "AUX") for t in doc[closing:]) else last


def according(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "According to X" with the clause it stands in."""
    doc = parsed.doc
    for token in doc[:-2]:
        if token.lower_ != "according" or token.nbor(1).lower_ != "to":
            continue
        to = token.nbor(1)
        head = next((c for c in to.children if c.dep_ in ("pobj", "pcomp")), None)
        head = head if head is not None else _next_noun(to)
        if head is None or head.lemma_.lower() in NOT_A_SOURCE or head.pos_ == "VERB":
            continue
        head = _swallowed(head, to)
        who = source(parsed, head)
        if who.first <= to.i:
            continue
        taken = range(token.i, _phrase_end(doc, who.last) + 1)
        yield Draft(
            order=order,
            parsed=parsed,
            source=who,
            cue=parsed.span(token, to),
            contents=_clause_around(parsed, taken, text),
            lemma="accord",
            open=True,
        )


def _swallowed(head: Token, to: Token) -> Token:
    """The source at the head of a phrase that has swallowed the subject after it, a comma having
    been lost: "according to a Lake Ministry statement rockets hit the port"."""
    root = next((t for t in to.ancestors if t.dep_ == "ROOT"), None)
    if root is None or root.i < head.i or child_of(root, *SUBJECTS) is not None:
        return head
    speaking = (t for t in to.doc[to.i + 1 : head.i] if t.lemma_.lower() in DOCUMENTS | BODIES)
    return next(speaking, head)


def _next_noun(token: Token) -> Token | None:
    for following in token.doc[token.i + 1 : token.i + 7]:
        if following.pos_ in ("NOUN", "PROPN", "PRON"):
            while following.dep_ == "compound" and following.head.i > following.i:
                following = following.head
            return following
    return None


def by_nouns(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "The group's claim that ...", "reports that ...": without an owner the noun itself is the
    source, and its words are the cue."""
    for noun in parsed.doc:
        if noun.lemma_ not in NOUNS or noun.pos_ != "NOUN":
            continue
        owner = _owner(noun)
        clause = next((c for c in noun.children if is_that_clause(c)), None)
        about = None if clause is not None or owner is None else _about(noun)
        clause = clause if clause is not None else about
        if clause is None or clause.i < noun.i:
            continue
        if owner is None and noun.dep_ == "dobj" and noun.head.lemma_ in DENYING:
            continue
        span = trim(text, parsed.span(clause.left_edge, clause.right_edge))
        cue = parsed.span(noun, noun)
        who = (
            source(parsed, owner)
            if owner is not None
            else Source(noun, noun.i, noun.i, noun.text, "anonymous")
        )
        if span is not None:
            yield Draft(order, parsed, who, cue, [span], noun.lemma_, attitude=about is not None)


def _about(noun: Token) -> Token | None:
    """What somebody's plan, refusal or comment is to do or about; such a noun tells nothing as a
    fact. "The company's report on Friday" is about nothing."""
    for child in noun.rights:
        if child.dep_ == "acl" and any(c.tag_ == "TO" for c in child.children):
            return child
        if child.dep_ == "prep" and child.lower_ in ("about", "on", "against"):
            what = child_of(child, "pobj", "pcomp")
            return None if what is None or what.ent_type_ in ("DATE", "TIME", "GPE") else what
    return None


def is_that_clause(child: Token) -> bool:
    """Whether a noun's child is a clause that says what the noun holds."""
    return child.dep_ in ("acl", "ccomp", "relcl") and any(
        c.dep_ == "mark" and c.lower_ == "that" for c in child.children
    )


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss" and child.lower_ not in ("whose", "its", "my", "your"):
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
