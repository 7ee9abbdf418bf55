"""Relative clauses: their pronoun, what they speak of, whether they tell a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.verbs import comma_before, counts, finite
from claims.senses import EVENT_NOUNS, NOUNS, VERBS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TELLING = frozenset({"which", "who", "whom", "whose", "where"})
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_THINGS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
_SINGULAR = frozenset({"has", "was", "is"})
_PARTS = words(
    "block corner intersection side part end outskirts edge entrance area north south east west "
    "north-east north-west south-east south-west northeast northwest southeast southwest center "
    "centre heart"
)
"""Nouns for a part of a place."""
_DOES_HARM = words("leave kill injure wound claim cause displace destroy damage")


def relative_pronoun(verb: Token) -> Token | None:
    """The relative word of the clause that ``verb`` heads."""
    return next((t for t in verb.subtree if t.i <= verb.i and t.tag_ in _RELATIVE_TAGS), None)


def antecedent(verb: Token) -> Token:
    """The noun a relative clause speaks of, past a date in between ("on Sunday, which")."""
    noun = verb.head
    pronoun = relative_pronoun(verb)
    if verb.lemma_ in _DOES_HARM and pronoun is not None and pronoun.tag_ == "WDT":
        # "clashes near the river which left 12 dead": the clashes did, not the river.
        events = [t for t in verb.doc[: verb.left_edge.i] if t.lemma_.lower() in EVENT_NOUNS]
        if events and (noun.pos_ == "PROPN" or verb.lemma_ == "leave"):
            return events[-1]
    noun = _whole_name(past_dates(noun, verb))
    if pronoun is not None and pronoun.lower_ == "where":
        return _whole_place(noun)
    if pronoun is not None and pronoun.dep_ == "dobj":
        return _thing_of(noun, verb) or noun
    return noun


def _whole_name(noun: Token) -> Token:
    """ "The Monitor for Human Rights, which": the monitor, not the rights."""
    for entity in noun.doc.ents:
        if entity.start <= noun.i < entity.end and entity.label_ in {"ORG", "FAC", "WORK_OF_ART"}:
            return entity.root
    return noun


def _whole_place(noun: Token) -> Token:
    """ "The 100 block of Lane Street, where": the block, not the whole street."""
    of = noun.head
    part = of.head
    whole = noun.dep_ == "pobj" and of.lower_ == "of" and part.lemma_.lower() in _PARTS
    return part if whole else noun


def past_dates(noun: Token, before: Token) -> Token:
    """The noun itself, or for a date the last thing named before it: "took X on Sunday, a town"."""
    while noun.ent_type_ in {"DATE", "TIME"} and noun.i > 0:
        things = [t for t in before.doc[: noun.i] if t.dep_ in _THINGS]
        if not things:
            break
        noun = things[-1]
    return noun


def _thing_of(act: Token, verb: Token) -> Token | None:
    """ "The capture of X, which rebels had seized": it is X they seized, not the capture."""
    sense = NOUNS.get(act.lemma_.lower(), "")
    if not sense or sense != VERBS.get(verb.lemma_.lower()):
        return None
    for child in act.children:
        if child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return next((c for c in act.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)


def states_more(token: Token) -> bool:
    """Whether a relative clause tells a fact rather than which one is meant."""
    pronoun = relative_pronoun(token)
    if pronoun is None or not finite(token):
        return False
    named = token.head.pos_ == "PROPN" and pronoun.lower_ == "which"
    if pronoun.lower_ in _TELLING and (comma_before(token) or named):
        return True
    if token.head.tag_ in {"NNS", "NNPS"} and any(c.lower_ in _SINGULAR for c in token.children):
        return False  # "infighting between groups that has killed": another noun is meant
    objects = [c for c in token.children if c.dep_ == "dobj" and c.i != pronoun.i]
    return pronoun.head.i == token.i and any(counts(c) for c in objects)
