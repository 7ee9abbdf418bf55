"""The noun phrase of a source: its span, its name, and whether it names anybody."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.parse import Parsed
from claims.speakers.cues import (
    BODIES,
    DOCUMENTS,
    FORCES,
    INSTITUTIONS,
    NAMELESS,
    OFFICES,
    RECORDS,
    SPEAKING,
)
from claims.speakers.records import SourceVoice
from claims.titles import TITLES
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

PRONOUNS = words("he she they it i we who which that this those these one")
FIRST_PERSON = words("i we you me us")
_PREPOSITIONS = words("of for in at from by with on")
_NAMING = words("of for")
"""Prepositions inside names: "Observatory for Human Rights"."""
_ARTICLES = words("a al an as at ar ash el ul")
"""Arabic articles as written before a hyphen."""
_RANKED = words("staff assembly directorate secretariat command council office")
"""Bodies whose names begin with a title: "General Staff"."""
_AUTHOR = words("by from of")
_UNKNOWN = words("a an another one some")
_SOME = words("some several many two three four few other")
_MODIFIERS = words("det compound amod nummod poss nmod quantmod predet advmod case punct npadvmod")
_MAX_TOKENS = 16


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A source in its sentence."""

    head: Token
    first: int
    last: int
    """Token indices, both included."""
    name: str
    voice: SourceVoice


def _left(head: Token) -> int:
    """First token of the modifiers that stand before ``head`` without a gap."""
    first = head.i
    for child in sorted((c for c in head.lefts), key=lambda c: -c.i):
        if child.dep_ not in _MODIFIERS and child.tag_ not in ("DT", "NNP", "NN"):
            break
        if child.right_edge.i != first - 1 or child.text in ",;:":
            break
        if child.dep_ == "compound" and child.text.islower() and _capital(head.doc[first]):
            break
        first = child.left_edge.i
    doc = head.doc
    while first < head.i and (doc[first].is_punct or doc[first].tag_ in ("CC", "IN", "RB")):
        first += 1
    return first


def _right(head: Token) -> int:
    """Last token of what follows ``head`` and narrows it: prepositions, a bracketed acronym."""
    doc, last = head.doc, head.i
    for child in head.rights:
        start = child.left_edge.i
        gap = doc[last + 1 : start]
        if child.dep_ == "prep" and child.lower_ in _PREPOSITIONS and not len(gap):
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if not inner:
                break
            last = _name_on(doc, max(last, _right(inner[0])))
        elif child.dep_ == "cc" or child.dep_ == "conj" or (child.dep_ == "punct" and not len(gap)):
            continue
        else:
            break
    if last + 2 < len(doc) and doc[last + 1].text == "(":
        closing = next((t.i for t in doc[last + 2 : last + 8] if t.text == ")"), None)
        last = closing if closing is not None else last
    return last


def _name_on(doc: Doc, last: int) -> int:
    """Takes in the rest of a name the parse has cut: "a source at Vell" + "Police Command"."""
    while (
        doc[last].pos_ == "PROPN"
        and last + 1 < len(doc)
        and doc[last + 1].pos_ == "PROPN"
        and _capital(doc[last + 1])
    ):
        last += 1
    return last


def _proper(token: Token) -> bool:
    if token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS"):
        return True
    # The last word of a name is taken for a common noun at times: "the Vell Observatory".
    named = token.i > 0 and token.nbor(-1).pos_ == "PROPN" and token.nbor(-1).head.i == token.i
    return bool(named) and token.pos_ == "NOUN" and token.text[:1].isupper()


def _apposed(head: Token) -> Token | None:
    """The name apposed to a common noun: "the monitor, the Observatory"."""
    if _proper(head):
        return None
    apposed = next((c for c in head.rights if c.dep_ == "appos" and _proper(c)), None)
    if apposed is not None or head.i + 2 >= len(head.doc) or head.nbor(1).lower_ != "the":
        return apposed
    # "war monitor the Observatory said": no comma, and the parser goes astray.
    named = next((t for t in head.doc[head.i + 2 : head.i + 7] if t.pos_ != "ADJ"), None)
    while named is not None and named.dep_ == "compound" and named.head.i > named.i:
        named = named.head
    return named if named is not None and _proper(named) else None


def _proper_name(head: Token) -> str:
    """The words of a name around its head, without roles and titles before it."""
    doc, first = head.doc, _left(head)
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
    return doc[first : _name_end(head) + 1].text.strip()


def _office(token: Token, head: Token) -> bool:
    """Whether a name of a body starts here that an owner opens: "Vell County Sheriff's Office"."""
    if head.ent_type_ == "PERSON" or head.lemma_.lower() not in INSTITUTIONS | BODIES:
        return False
    owned = any(c.dep_ == "poss" and _proper(c) for c in head.children)
    return owned and _proper(token) and head.text[:1].isupper()


def _name_end(head: Token) -> int:
    """Last token of a name: "Observatory for Human Rights" by its capitals, whatever the parse."""
    doc, last = head.doc, head.i
    while last + 2 < len(doc) and doc[last + 1].lower_ in _NAMING and _capital(doc[last + 2]):
        last += 2
        while last + 1 < len(doc) and _capital(doc[last + 1]):
            last += 1
    return _glued(doc, last)


def _capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.ent_type_ != "DATE"


def _glued(doc: Doc, last: int) -> int:
    """Takes in what is written on to the last word with a hyphen: "Tahrir a" + "-Sham"."""
    if last + 2 < len(doc) and doc[last + 1].text.lower() in _ARTICLES and _hyphen(doc, last + 1):
        last += 1
    while last + 2 < len(doc) and _hyphen(doc, last):
        last += 2
    return last


def _hyphen(doc: Doc, at: int) -> bool:
    """The token is written together with a hyphen and a capital after it."""
    return (
        at + 2 < len(doc)
        and not doc[at].whitespace_
        and doc[at + 1].text == "-"
        and not doc[at + 1].whitespace_
        and doc[at + 2].text[:1].isupper()
    )


def _author(head: Token) -> Token | None:
    """Who wrote the paper that speaks: "a statement by the ministry"."""
    if head.lemma_.lower() not in DOCUMENTS:
        return None
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in _AUTHOR:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (_proper(inner) or inner.lemma_ in INSTITUTIONS):
                return inner
        if child.dep_ == "poss" and _proper(child):
            return child
    return None


def _issued(head: Token) -> bool:
    """A paper named by who issued it and nothing else: "a Defence Ministry statement"; "an
    earlier Courier report" is one of several."""
    plain = all(_proper(t) or t.dep_ in ("det", "poss", "case") for t in head.lefts)
    return head.lemma_.lower() in ("statement", "announcement", "communique") and plain


def _holder(head: Token) -> str:
    """The person named right after the body of his office, no comma between: "spokesman for the
    Lake Party Adam Smith"; empty where there is none."""
    if _proper(head) or head.lemma_.lower() not in SPEAKING:
        return ""
    doc = head.doc
    for child in head.rights:
        held = next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ != "prep" or child.lower_ not in ("of", "for", "at") or held is None:
            continue
        names = [t for t in doc[child.i + 1 : held.i + 1] if t.pos_ != "DET"]
        bodies = [k for k, t in enumerate(names) if t.lemma_.lower() in BODIES | INSTITUTIONS]
        person = names[bodies[-1] + 1 :] if bodies else []
        if len(person) > 1 and all(_proper(t) for t in person):
            return doc[person[0].i : person[-1].i + 1].text
    return ""


def _person_before(head: Token) -> Token | None:
    """ "Adam Smith head of the office", an apposition without its comma: Smith."""
    before = head.nbor(-1) if head.i else None
    if before is None or head.dep_ == "poss" or before.head.i not in (head.i, before.i):
        return None
    full = before.i and before.nbor(-1).ent_type_ == "PERSON"
    role = any(c.dep_ == "prep" and c.lower_ in ("of", "for", "at") for c in head.rights)
    return before if full and role and before.ent_type_ == "PERSON" else None


def _one_name(head: Token) -> str:
    apposed = _apposed(head)
    if apposed is not None:
        return _proper_name(apposed)
    if _proper(head):
        return _proper_name(head)
    author = _author(head)
    if author is not None:
        return _one_name(author)
    if holder := _holder(head):
        return holder
    person = _person_before(head)
    if person is not None:
        return _proper_name(person)
    doc, first, last = head.doc, _left(head), _right(head)
    own = [t for t in doc[first : head.i] if _proper(t) and t.i == head.i - 1]
    if own and (head.lemma_ in BODIES or _issued(head)):
        return _proper_name(own[-1])
    while first < head.i and doc[first].tag_ in ("DT", "PDT", "POS"):
        first += 1
    return doc[first : _glued(doc, last) + 1].text.strip()


def _voice(head: Token, sentence: str) -> SourceVoice:
    if "condition of anonymity" in sentence or "requested anonymity" in sentence:
        return "anonymous"
    lemma = head.lemma_.lower()
    if lemma in ("he", "she", "it", "i", "we"):
        return "named"
    if _proper(head) and lemma not in NAMELESS:
        return "named"
    if _apposed(head) is not None or _author(head) or _person_before(head) or _holder(head):
        return "named"
    compound_name = any(
        t.dep_ == "compound" and t.ent_type_ == "PERSON" for t in head.lefts if _proper(t)
    )
    if head.lower_ == "reports" and _author(head) is None:
        return "anonymous"
    if lemma in RECORDS:
        return "named"
    holds = any(c.dep_ == "prep" and c.lower_ == "of" for c in head.rights)
    if lemma in OFFICES and holds and any(t.lower_ == "the" for t in head.lefts):
        return "named"
    counted = any(t.dep_ == "nummod" or t.lower_ in _SOME for t in head.lefts)
    if lemma in FORCES and head.tag_ == "NNS" and not counted:
        return "named"
    if any(t.lower_ in _UNKNOWN for t in head.lefts) and not any(_proper(t) for t in head.lefts):
        return "anonymous"
    if compound_name or (lemma in INSTITUTIONS and lemma not in NAMELESS):
        return "named"
    return "anonymous"


def _conjuncts(head: Token) -> list[Token]:
    """``head`` and the nouns coordinated with it, near it and in order."""
    found = [head]
    for token in head.conjuncts:
        if token.i > head.i and token.pos_ in ("NOUN", "PROPN", "PRON"):
            between = head.doc[head.i : token.i]
            if not any(t.pos_ in ("VERB", "AUX") for t in between) and len(between) < _MAX_TOKENS:
                found.append(token)
    return found


def source(parsed: Parsed, head: Token) -> Source:
    """The source whose noun is ``head``."""
    heads = _conjuncts(head)
    last = max(_right(token) for token in heads)
    apposed = _apposed(head)
    if apposed is not None and apposed.i - head.i < _MAX_TOKENS:
        last = max(last, _right(apposed), _name_end(apposed))
    if _proper(head):
        last = max(last, _name_end(head))
    names = [_one_name(token) for token in heads]
    name = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
    text = parsed.sentence.text
    voices = [_voice(token, text) for token in heads]
    voice: SourceVoice = "named" if "named" in voices else "anonymous"
    first = _left(head)
    last = _glued(head.doc, min(last, first + 3 * _MAX_TOKENS))
    return Source(head, first, last, name or head.text, voice)
