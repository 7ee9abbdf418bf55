"""What a verb hands over: the tokens of its content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.saying import DENYING
from claims.speakers.cues import (
    ALL_VERBS,
    BARE,
    BEARINGS,
    DOCUMENTS,
    EVENTFUL,
    INTENT,
    JUDGING,
    NO_CONTENT,
    NOUNS,
    ONLY_THAT,
    PICTURES,
    PREPOSITIONS,
    QUOTE_ONLY,
    REPLY_TO,
    SHOWING,
    SIDE,
    SMALL_CLAUSE,
    SPEECH,
    STATEMENTS,
)
from claims.speakers.phrases import is_that_clause
from claims.speakers.sources import Source
from claims.speakers.who import FINITE, QUOTES
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TIMES = words("after before when while as because since until although")
_TOPICS = words("about of over at by that with")
"""Prepositions from an adjective to what it is about."""
_CALLED = 2
"""Complements of "call" in "called it a success"; "called the police" has one."""


def clause(verb: Token, frame: set[int]) -> set[int]:
    """Tokens of the clause that is the verb's content by the parse."""
    found: set[int] = set()
    for child in verb.children:
        bare = not any(c.dep_ == "mark" for c in child.children)
        if verb.lemma_ in ONLY_THAT and bare:
            continue
        if child.dep_ == "ccomp" or (child.dep_ == "parataxis" and child.pos_ == "VERB"):
            tenseless = child.tag_ not in FINITE and not any(
                c.dep_ in ("aux", "auxpass") for c in child.children
            )
            if not _when(child) and not (tenseless and verb.lemma_ in SMALL_CLAUSE):
                found |= {t.i for t in child.subtree} - _asides(child) - _next_speaker(child)
    if not found and verb.dep_ in ("ccomp", "parataxis", "advcl", "dep") and _postposed(verb):
        found = {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
    return found - frame


def _when(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _TIMES for c in clause.children)


def _next_speaker(clause: Token) -> set[int]:
    """ "X said the dam broke, and Y said ...": the second speaker's words are not X's."""
    found: set[int] = set()
    for token in clause.conjuncts:
        own = any(c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN") for c in token.children)
        speaks = token.lemma_ in SPEECH and token.tag_ in FINITE and own
        first = token.left_edge.i
        if (
            speaks
            and first > 1
            and token.doc[first - 1].dep_ == "cc"
            and token.doc[first - 2].text == ","
        ):
            found |= {t.i for t in token.subtree}
    return found


def _asides(clause: Token) -> set[int]:
    """Participles of saying after a comma within a content: they belong to the speaker."""
    found: set[int] = set()
    for token in clause.subtree:
        aside = token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_ in SIDE
        if aside and token.left_edge.i and token.left_edge.nbor(-1).text == ",":
            found |= {t.i for t in token.subtree}
    return found


def _postposed(verb: Token) -> bool:
    """``CONTENT, X said``: the clause the verb hangs on stands before it without a conjunction."""
    head = verb.head
    if verb.lemma_ not in SPEECH or verb.tag_ not in FINITE or head.lemma_ in STATEMENTS:
        return False
    marks = any(c.dep_ in ("mark", "advmod") and c.i < verb.i for c in verb.children)
    return head.i < verb.i and not marks and head.pos_ in ("VERB", "AUX")


def _infinitive(verb: Token) -> set[int]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and any(
            c.tag_ == "TO" for c in child.children
        ):
            return {t.i for t in child.subtree}
    return set()


def _that_clause(noun: Token) -> Token | None:
    """What was denied in "denied reports that ...": the clause, not the reports."""
    if noun.lemma_ not in NOUNS or noun.head.lemma_ not in DENYING:
        return None
    return next((c for c in noun.children if is_that_clause(c)), None)


def _object(verb: Token) -> set[int]:
    """Object with its predicate ("a success", "as a success", "of being late"), if it says
    anything."""
    found: set[int] = set()
    empty = True
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") or (found and child.dep_ in ("oprd", "xcomp")):
            inner = _that_clause(child)
            found |= {t.i for t in (inner.subtree if inner is not None else child.subtree)}
            idle = child.lemma_.lower() in NO_CONTENT or child.lemma_ == "life"
            empty = empty and idle
        elif (
            child.dep_ == "prep" and found and child.lower_ in ("as", "of", "for", "to", "against")
        ) or (child.dep_ == "ccomp" and verb.lemma_ in JUDGING and not _when(child)):
            found |= {t.i for t in child.subtree}
            empty = False
    alone = verb.lemma_ == "call" and (
        sum(c.i > verb.i and not c.is_punct for c in verb.children) < _CALLED
    )
    return set() if empty or alone else found


def shows(verb: Token, speaker: Token) -> bool:
    """Whether a paper tells something: "the poll shows Lee ahead"."""
    return verb.lemma_ in SHOWING and speaker.lemma_.lower() in DOCUMENTS | PICTURES


def _shown(verb: Token) -> set[int]:
    """The object with all that follows it in the verb's clause, up to a comma's adjunct."""
    first = next((c for c in verb.rights if c.dep_ in ("dobj", "ccomp", "xcomp")), None)
    if first is None or first.pos_ == "PRON":
        return set()
    doc = verb.doc
    ends = (t.i for t in doc[first.i + 1 :] if t.is_punct and t.text not in QUOTES | {"-", "–"})
    return {t.i for t in first.subtree} | set(range(first.left_edge.i, next(ends, len(doc))))


def _prepositional(verb: Token) -> set[int]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in PREPOSITIONS.get(verb.lemma_, ()):
            return {t.i for t in child.subtree} - {child.i}
    return set()


def _about(bearing: Token) -> set[int]:
    """What an adjective of feeling or opinion is about: "worried about the dam"."""
    for child in bearing.children:
        if bearing.lemma_ in BEARINGS and child.dep_ == "prep" and child.lower_ in _TOPICS:
            return {t.i for t in child.subtree} - {child.i}
    return set()


def linear(verb: Token, frame: set[int]) -> set[int]:
    """What stands before or after the words of saying when the parse gives no content."""
    if any(c.dep_ == "dobj" and c.i not in frame for c in verb.children):
        return set()
    doc = verb.doc
    if verb.tag_ not in FINITE:
        return set()
    that = next((t for t in doc[verb.i + 1 :] if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is not None:
        return set(range(that.i, len(doc)))
    first, last = _ends(verb, frame)
    before, after = range(0, first), range(last + 1, len(doc))
    for side in (before, after):
        if len(side) >= 3 and any(doc[i].pos_ in ("VERB", "AUX") for i in side):
            return set(side)
    return set()


def _ends(verb: Token, frame: set[int]) -> tuple[int, int]:
    """First and last token of the unbroken frame around the verb, with punctuation after it."""
    doc, first, last = verb.doc, verb.i, verb.i
    while first - 1 in frame:
        first -= 1
    while last + 1 < len(doc) and (last + 1 in frame or doc[last + 1].is_punct):
        last += 1
    return first, last


def _around(verb: Token, frame: set[int]) -> set[int]:
    """Both sides of words of saying put into the middle: "The town, it said, had fallen"."""
    if verb.lemma_ not in BARE or verb.tag_ not in FINITE:
        return set()
    doc = verb.doc
    first, last = _ends(verb, frame)
    if first == 0 or doc[first - 1].text != "," or doc[last].text != "," or last + 2 >= len(doc):
        return set()
    following = doc[last + 1]
    if following.tag_ == "VBG" or following.dep_ == "cc" or following.text in QUOTES:
        return set()
    if any(t.lemma_ in SPEECH and t.pos_ == "VERB" for t in doc if t.i not in frame):
        return set()
    return set(range(first)) | set(range(last + 1, len(doc)))


def contents(verb: Token, frame: set[int], speaker: Token) -> set[int]:
    """Tokens of what ``verb`` hands to ``speaker``; empty when it hands over nothing."""
    lemma = verb.lemma_
    if lemma in QUOTE_ONLY:
        return set()
    if shows(verb, speaker) and (found := _shown(verb)):
        return found
    if found := _around(verb, frame):
        return found
    if verb.pos_ == "ADJ":
        return clause(verb, frame) or _about(verb)
    wide = lemma in STATEMENTS | EVENTFUL | INTENT or lemma not in ALL_VERBS
    if wide and (found := clause(verb, frame)):
        return found
    if lemma in INTENT and (found := _infinitive(verb)):
        return found
    if found := _prepositional(verb):
        return found
    if lemma in EVENTFUL | JUDGING and (found := _object(verb)):
        return found
    return set()


def front(verb: Token, tokens: set[int], frame: set[int]) -> set[int]:
    """Widens a content that stands before "X said" at the sentence's end to the whole front."""
    doc = verb.doc
    if not tokens or max(tokens) > verb.i:
        return tokens
    if any(t.i > verb.i and t.pos_ in ("VERB",) and t.i not in frame for t in doc):
        return tokens
    first = min(tokens)
    lead = set(range(first))
    others = any(doc[i].lemma_ in SPEECH and doc[i].pos_ == "VERB" for i in lead)
    return tokens if others or lead & frame else tokens | lead


def frame_tokens(verb: Token, who: Source) -> set[int]:
    """Source, verb with its auxiliaries, who was told, and adjuncts of the saying."""
    frame = set(range(who.first, who.last + 1)) | {verb.i}
    frame |= {t.i for t in who.head.subtree} if who.head.head == verb else set()
    for child in verb.children:
        if (
            child.dep_ in ("aux", "auxpass", "neg", "prt", "dative", "advmod", "npadvmod")
            or (child.dep_ == "dobj" and verb.lemma_ in REPLY_TO)
            or (child.dep_ == "prep" and child.i > verb.i)
        ):
            frame |= {t.i for t in child.subtree}
    return frame
