"""What a source is called: a name without its titles and offices, or the words as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.speakers.cues import BODIES, DOCUMENTS, INSTITUTIONS, SPEAKING
from claims.speakers.edges import glued, left_of, name_end, proper, right_of
from claims.titles import TITLES
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_RANKED = words("staff assembly directorate secretariat command council office")
"""Bodies whose names begin with a title: "General Staff"."""
_AUTHOR = words("by from of")


def apposed_name(head: Token) -> Token | None:
    """The name apposed to a common noun: "the monitor, the Observatory"."""
    if proper(head):
        return None
    apposed = next((c for c in head.rights if c.dep_ == "appos" and proper(c)), None)
    if apposed is not None or head.i + 2 >= len(head.doc) or head.nbor(1).lower_ != "the":
        return apposed
    # "war monitor the Observatory said": no comma, and the parser goes astray.
    named = next((t for t in head.doc[head.i + 2 : head.i + 7] if t.pos_ != "ADJ"), None)
    while named is not None and named.dep_ == "compound" and named.head.i > named.i:
        named = named.head
    return named if named is not None and proper(named) else None


def _proper_name(head: Token) -> str:
    """The words of a name around its head, without roles and titles before it."""
    doc, first = head.doc, left_of(head)
    for i in range(first, head.i):
        token = doc[i]
        if _office(token, head):
            break
        lower = token.text.rstrip(".").lower()
        if lower == "based" or lower.endswith("-based"):
            first = i + 1
            continue
        role = token.lemma_.lower() in SPEAKING or (
            token.pos_ == "NOUN" and not token.text[:1].isupper()
        )
        before_person = role and head.ent_type_ == "PERSON"
        plain_role = role and not token.text[:1].isupper()
        if token.tag_ == "IN" and any(c.dep_ == "pobj" and c.i < head.i for c in token.children):
            # "Secretary of Defense Ann Lee": the office ends with what follows its preposition.
            first = next(c.i for c in token.children if c.dep_ == "pobj") + 1
            continue
        rank = lower in TITLES and doc[i + 1].lemma_.lower() not in _RANKED
        if (
            rank
            or before_person
            or plain_role
            or token.tag_ in ("DT", "PRP$", "POS", "WDT", "VBG")
            or (token.tag_ in ("JJ", "VBN", "CD", "RB", "JJS") and not token.text[:1].isupper())
        ):
            first = i + 1
    return doc[first : name_end(head) + 1].text.strip()


def _office(token: Token, head: Token) -> bool:
    """Whether a name of a body starts here that an owner opens: "Vell County Sheriff's Office"."""
    if head.ent_type_ == "PERSON" or head.lemma_.lower() not in INSTITUTIONS | BODIES:
        return False
    owned = any(c.dep_ == "poss" and proper(c) for c in head.children)
    return owned and proper(token) and head.text[:1].isupper()


def author_of(head: Token) -> Token | None:
    """Who wrote the paper that speaks: "a statement by the ministry"."""
    if head.lemma_.lower() not in DOCUMENTS:
        return None
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _AUTHOR:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (proper(inner) or inner.lemma_ in INSTITUTIONS):
                return inner
        if child.dep_ == "poss" and proper(child):
            return child
    return None


def _issued(head: Token) -> bool:
    """A paper named by who issued it and nothing else: "a Defence Ministry statement"; "an
    earlier Courier report" is one of several."""
    plain = all(proper(t) or t.dep_ in ("det", "poss", "case") for t in head.lefts)
    return head.lemma_.lower() in ("statement", "announcement", "communique") and plain


def holder_named(head: Token) -> str:
    """The person named right after the body of his office, no comma between: "spokesman for the
    Lake Party Adam Smith"; empty where there is none."""
    if proper(head) or head.lemma_.lower() not in SPEAKING:
        return ""
    doc = head.doc
    for child in head.rights:
        held = next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ != "prep" or child.lower_ not in ("of", "for", "at") or held is None:
            continue
        names = [t for t in doc[child.i + 1 : held.i + 1] if t.pos_ != "DET"]
        bodies = [k for k, t in enumerate(names) if t.lemma_.lower() in BODIES | INSTITUTIONS]
        person = names[bodies[-1] + 1 :] if bodies else []
        if len(person) > 1 and all(proper(t) for t in person):
            return doc[person[0].i : person[-1].i + 1].text
    return ""


def person_before(head: Token) -> Token | None:
    """ "Adam Smith head of the office", an apposition without its comma: Smith."""
    before = head.nbor(-1) if head.i else None
    if before is None or head.dep_ == "poss" or before.head.i not in (head.i, before.i):
        return None
    full = before.i and before.nbor(-1).ent_type_ == "PERSON"
    role = any(c.dep_ == "prep" and c.lower_ in ("of", "for", "at") for c in head.rights)
    return before if full and role and before.ent_type_ == "PERSON" else None


def one_name(head: Token) -> str:
    apposed = apposed_name(head)
    if apposed is not None:
        return _proper_name(apposed)
    if proper(head):
        return _proper_name(head)
    author = author_of(head)
    if author is not None:
        return one_name(author)
    if holder := holder_named(head):
        return holder
    person = person_before(head)
    if person is not None:
        return _proper_name(person)
    doc, first, last = head.doc, left_of(head), right_of(head)
    own = [t for t in doc[first : head.i] if proper(t) and t.i == head.i - 1]
    if own and (head.lemma_ in BODIES or _issued(head)):
        return _proper_name(own[-1])
    while first < head.i and doc[first].tag_ in ("DT", "PDT", "POS"):
        first += 1
    return doc[first : glued(doc, last) + 1].text.strip()
