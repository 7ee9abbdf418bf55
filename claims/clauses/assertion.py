"""Whether a sentence states anything: a line of words without a predicate is no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.verbs import finite, subject
from claims.parse import Parsed
from claims.parse.tokens import META
from claims.senses import EVENT_NOUNS, VERBS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_HARM = words(
    "dead killed wounded injured hurt missing arrested detained displaced hospitalized "
    "hospitalised slain kidnapped"
)
_BY_ITSELF = frozenset({"VBD", "VBZ", "VBN"})
_APART = frozenset({"amod", "compound"})


def asserts(parsed: Parsed) -> bool:
    """Whether the sentence has a predicate; headlines and captions leave out "is" and
    "was".

    "Two dead in blast", "Inspectors to visit Vell" and "Explosion near a school in Vell" state
    something as headlines; "Prayers for the dead", "Finish off the battle", "Ages 11 and 16" and
    "Photo courtesy of Bo Lee" state nothing anywhere.
    """
    short = parsed.loud or parsed.sentence.kind in {"headline", "caption"}
    told = [t for t in parsed.doc if t.dep_ != META]
    return any(_predicate(t, short) for t in told) or any(_counted(t) for t in told)


def _predicate(token: Token, short: bool) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        # "Police: Man shoots child" is read as a list of nouns.
        if short and token.tag_ == "NNS" and token.lemma_.lower() in VERBS and token.i > 0:
            return True
        return short and token.dep_ == "ROOT" and _happens(token)
    if finite(token):
        bare = token.tag_ == "VBP" and subject(token) is None
        return not (short and bare)
    if short:
        opens = any(c.tag_ == "TO" and c.i > 0 for c in token.children)
        past = token.tag_ in _BY_ITSELF and token.dep_ not in _APART
        doing = token.tag_ == "VBG" and (subject(token) is not None or token.dep_ == "acl")
        return past or opens or doing
    # An order, a wish, a clause out of its sentence ("wounding five"): a claim, too.
    return token.dep_ == "ROOT" or (token.tag_ in _BY_ITSELF and subject(token) is not None)


def _happens(noun: Token) -> bool:
    """Whether a headline's noun tells of something that happened, and says where."""
    placed = any(
        c.dep_ == "prep" and any(t.pos_ == "PROPN" or t.ent_type_ for t in c.subtree)
        for c in noun.children
    )
    return noun.lemma_.lower() in EVENT_NOUNS and placed


def _counted(token: Token) -> bool:
    """Whether somebody is counted among the dead or hurt."""
    if token.lower_ not in _HARM:
        return False
    before = token.doc[max(0, token.i - 4) : token.i]
    return any(t.like_num or t.lower_ in {"dozens", "hundreds", "scores"} for t in before)
