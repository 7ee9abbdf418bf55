"""Whether a sentence states anything: a line of words without a predicate is no claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.verbs import VAGUE_COUNTS, finite, subject
from claims.figures.kinds import is_person
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
_MANY = VAGUE_COUNTS - {"score"} | {"many"}
"""The "score" of a headline is that of a game."""
_TOLL_AT = words("at to now : reaches hits tops passes least")
"""What stands between a toll and its number."""
_BY_ITSELF = frozenset({"VBD", "VBZ", "VBN"})
_APART = frozenset({"amod", "compound"})


def asserts(parsed: Parsed) -> bool:
    """Whether the sentence has a predicate; headlines and captions leave out "is" and "was".

    "Two dead in blast", "Inspectors to visit Vell" and "Explosion near a school in Vell" state
    something as headlines; "Prayers for the dead", "Finish off the battle", "Ages 11 and 16" and
    "Photo courtesy of Bo Lee" state nothing anywhere.
    """
    short = parsed.loud or parsed.sentence.kind in {"headline", "caption"}
    told = [t for t in parsed.doc if t.dep_ != META]
    return any(_predicate(t, short) or _counted(t) or _toll(t) or _found(t) for t in told)


def _predicate(token: Token, short: bool) -> bool:
    if token.pos_ not in {"VERB", "AUX"}:
        # "Police: Man shoots child" is read as a list of nouns.
        if short and token.tag_ == "NNS" and token.lemma_.lower() in VERBS and token.i > 0:
            return True
        return short and ((token.dep_ == "ROOT" and _happens(token)) or _stands(token))
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


def _stands(adjective: Token) -> bool:
    """ "Army responsible for attack", "Rebels close to town": an adjective behind its noun."""
    noun = adjective.head
    behind = adjective.pos_ == "ADJ" and adjective.i > noun.i and noun.dep_ == "ROOT"
    what = any(c.dep_ == "prep" and c.lower_ in {"for", "to", "of"} for c in adjective.children)
    return behind and what and noun.pos_ in {"NOUN", "PROPN"}


def _happens(noun: Token) -> bool:
    """Whether a headline's noun tells of something that happened, and says where."""
    placed = any(
        c.dep_ == "prep" and any(t.pos_ == "PROPN" or t.ent_type_ for t in c.subtree)
        for c in noun.children
    )
    return noun.lemma_.lower() in EVENT_NOUNS and placed


def _counted(token: Token) -> bool:
    """Whether some are counted among the dead or hurt ("Two dead in blast"), or one is told of
    among them ("Man dead after shooting")."""
    if token.lower_ not in _HARM:
        return False
    before = token.doc[max(0, token.i - 4) : token.i]
    if any(t.like_num or t.lower_ in _MANY for t in before):
        return True
    # One without an article or an adjective, unlike "the man dead in 2012", "dead man found".
    who = token.doc[token.i - 1] if token.i else token
    bare = who.tag_ in {"NN", "NNP", "VB"} and is_person(who.lower_)
    opens = who.i == 0 or token.doc[who.i - 1].text in {",", ";", ":"}
    return bare and opens and token.dep_ != "compound"


def _toll(token: Token) -> bool:
    """ "Death toll at 31 after blast", "Flood toll: 24", "Toll now 12"."""
    if token.lower_ != "toll" or token.dep_ not in {"ROOT", "nsubj", "compound", "nmod"}:
        return False
    rest = token.doc[token.i + 1 : token.i + 8]
    number = next((t for t in rest if t.like_num), None)
    return number is not None and token.doc[number.i - 1].lower_ in _TOLL_AT


def _found(token: Token) -> bool:
    """ "12 bodies found in mass grave": a count of somebody and what befell them."""
    if token.dep_ != "ROOT" or not is_person(token.lemma_.lower()):
        return False
    counted = any(c.dep_ == "nummod" for c in token.children)
    befell = any(c.dep_ == "acl" and c.tag_ == "VBN" for c in token.children)
    return counted and befell
