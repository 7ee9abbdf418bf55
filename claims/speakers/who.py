"""Whose saying a verb is: the noun of the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.speakers.cues import (
    BARE,
    BODIES,
    NAMELESS,
    QUOTE_ONLY,
    REPLY_TO,
    SIDE,
    SPEAKING,
    SPEECH,
)
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"))
_RELATIVE = words("who which that")
_GOVERNING = words("by with from of to for in at and")
_PLACES = words("in at from inside on near of")
_AFTER_VERB = words("dobj attr npadvmod oprd dep nsubj")
_WHO_SAY = (SPEAKING | BODIES) - words("province state council")
"""Nouns of those who say something, without what is as often a place."""
_LONG_SOURCE = 25
"""Tokens from a quotation's end to its verb."""
_ADJUNCTS = 9
"""Tokens of time and place after a verb at the sentence's end ("said on Thursday.")."""
_MAX_CLIMB = 4
QUOTES = frozenset(('"', "''", "``", "\u201c", "\u201d"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))


def _subject(verb: Token) -> Token | None:
    """The verb's subject: of two, the one behind the colon ("Correction: A report said")."""
    found = [c for c in verb.children if c.dep_ in _SUBJECTS]
    labelled = [c for c in found if c.i and c.left_edge.i and c.left_edge.nbor(-1).text == ":"]
    # "Vice - president said" has two subjects: the last of those that stand side by side.
    while len(found) > 1 and found[1].left_edge.i - found[0].right_edge.i <= 1 and not labelled:
        found = found[1:]
    return next(iter(labelled or found), None)


def find_source(verb: Token) -> Token | None:
    """The noun whose saying it is: subject, agent, antecedent, or subject of a verb above."""
    token = verb
    if (above := _speaker_above(verb)) is not None:
        return _subject(above)
    for _ in range(_MAX_CLIMB):
        subject = _subject(token)
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
        if passive and token is verb:
            return agent(verb)
        if subject is not None and token is verb and _cut_off(verb, subject):
            subject = _inverted(verb)
        if subject is not None and not (token is not verb and subject.lower_ == "it"):
            if subject.lower_ in _RELATIVE and token.dep_ == "relcl":
                return token.head
            return subject
        if token is verb and (found := _inverted(verb)) is not None:
            return found
        if token.dep_ == "acl" and token.tag_ in ("VBG", "VB"):
            return token.head if token.head.pos_ in NOMINAL else None
        if token.dep_ == "acl" and token.tag_ in ("VBN", "VBD"):
            return token.head if _states(token) else agent(token)
        if token.dep_ in ("relcl", "ROOT"):
            return None
        if token is verb and token.dep_ == "acomp":
            token = token.head
            continue
        if token.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis"):
            return None
        if token.dep_ in ("ccomp", "parataxis") and token is verb and token.tag_ != "VBG":
            return None
        token = token.head
    return None


def _states(verb: Token) -> bool:
    """A past tense taken for a participle: it has a that-clause, which a passive has not."""
    clauses = (c for c in verb.children if c.dep_ == "ccomp")
    that = any(m.lower_ == "that" and m.dep_ == "mark" for c in clauses for m in c.children)
    return that and verb.lemma_ in SPEECH - REPLY_TO and verb.head.dep_ == "ROOT"


def _speaker_above(verb: Token) -> Token | None:
    """The verb of speech a participle after a comma belongs to, though the parse hangs it into
    the content: "X said ten had died, citing Y"."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl") or verb.lemma_ not in SIDE:
        return None
    if not verb.i or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).text not in (",", '"'):
        return None
    for token in verb.ancestors:
        if token.lemma_ in BARE and token.pos_ == "VERB" and _subject(token) is not None:
            return token
    return None


def _cut_off(verb: Token, subject: Token) -> bool:
    """A subject inside the quotation, with the verb outside and its own noun after it."""
    between = subject.doc[subject.right_edge.i : verb.i]
    return any(t.text in QUOTES for t in between) and _inverted(verb) is not None


def after_quote(verb: Token, head: Token | None) -> Token | None:
    """The noun between a closing quotation mark and a verb of speech whose subject the parser
    lost: '..." Adam Smith, a spokesman for the group, told'."""
    if verb.lemma_ not in BARE or verb.tag_ not in FINITE:
        return None
    marks = [t.i for t in verb.doc[: verb.i] if t.text in QUOTES]
    if not marks or verb.i - marks[-1] > _LONG_SOURCE:
        return None
    if head is not None and head.i > marks[-1]:
        return None
    noun = next((t for t in verb.doc[marks[-1] + 1 : verb.i] if t.pos_ in ("NOUN", "PROPN")), None)
    while noun is not None and noun.dep_ == "compound" and noun.i < noun.head.i < verb.i:
        noun = noun.head
    return noun


def beside_verb(verb: Token, head: Token | None) -> Token | None:
    """The noun right before a verb of speech that ends its sentence, where the parser took
    another one or none: "The raids hit a school the Observatory said". Texts stripped of commas
    and quotation marks are full of these."""
    doc = verb.doc
    if verb.lemma_ not in BARE or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 3:
        return None
    at = verb.i - 1
    while at > 0 and (doc[at].pos_ == "ADV" or (doc[at].dep_ == "aux" and doc[at].head == verb)):
        at -= 1
    if doc[at].pos_ not in ("NOUN", "PROPN") or doc[at].ent_type_ in ("DATE", "TIME"):
        return None
    noun = doc[at]
    if noun.lemma_ in BODIES and noun.i and noun.nbor(-1).text[:1].isupper():
        noun = noun.nbor(-1)
    while noun.i > 1 and (start := _left_of_name(noun)) and start.lower_ in ("for", "of"):
        noun = start.nbor(-1)
    placed = _placed(noun)
    if placed is not None:
        noun = placed
    if head is not None and placed is None:
        between = doc[head.i + 1 : verb.i]
        if head.i >= noun.i or not any(t.pos_ == "VERB" and t.dep_ != "acl" for t in between):
            return None
        if any(t.dep_ == "relcl" for t in between):
            return None
    after = doc[verb.i + 1 :]
    ends = not any(t.pos_ == "VERB" and t.tag_ != "VBG" for t in after) and len(after) < _ADJUNCTS
    return noun if ends else None


def _placed(noun: Token) -> Token | None:
    """The unnamed source a place is said of, right before the verb: "a source in Vell province
    told"; ``None`` where there is none. Commas are missing there as often as not."""
    doc, at = noun.doc, noun.i
    while at > 0 and (doc[at].pos_ in ("NOUN", "PROPN", "ADJ", "DET") or doc[at].text in "-'’s"):
        at -= 1
    if at < 1 or doc[at].lower_ not in _PLACES or doc[at - 1].lemma_.lower() not in NAMELESS:
        return None
    # "killed nine men in the town the monitor said", "near Vell activists said": who says it has
    # a phrase of his own behind the place.
    apart = noun.left_edge.i > at + 1 and noun.is_lower and noun.lemma_.lower() in _WHO_SAY
    own = apart or any(t.pos_ == "DET" for t in doc[at + 2 : noun.i])
    before = doc[max(doc[at - 1].left_edge.i - 1, 0)]
    governed = before.pos_ == "VERB" or before.lower_ in _GOVERNING
    return doc[at - 1] if not (governed or own) else None


def _left_of_name(noun: Token) -> Token | None:
    """The token before the unbroken run of capitalised words that ends in ``noun``."""
    at = noun.i
    while at > 0 and noun.doc[at].text[:1].isupper():
        at -= 1
    return noun.doc[at] if at < noun.i else None


def agent(verb: Token) -> Token | None:
    """The noun behind the "by" of a passive; ``None`` without one."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _inverted(verb: Token) -> Token | None:
    """The noun right after a verb of speech the parser gave no subject: "..., said the monitor"."""
    speaks = verb.lemma_ in (SPEECH | QUOTE_ONLY) - REPLY_TO
    # "Read" is tagged a bare infinitive as often as not.
    if not speaks or (verb.tag_ not in FINITE and verb.lower_ != "read"):
        return None
    for child in verb.rights:
        if child.dep_ in _AFTER_VERB and child.pos_ in ("NOUN", "PROPN", "PRON"):
            near = child.left_edge.i - verb.i <= 2
            return child if near and child.ent_type_ != "DATE" else None
        if child.dep_ == "ccomp" and child.i - verb.i <= 8:
            # The parser takes the source for the subject of a clause after it: no verb there.
            return child if child.pos_ in ("NOUN", "PROPN") else None
    return None
