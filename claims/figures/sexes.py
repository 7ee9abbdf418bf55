"""Whose age "in her 20s" tells: the noun beside it of the sex that the pronoun has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.figures.kinds import is_person
from claims.figures.nouns import lemma
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FEMALE = words(
    "woman women girl girls lady female mother mom mum daughter sister wife aunt grandmother "
    "grandma niece girlfriend widow stepmother stepdaughter stepsister granddaughter fiancee "
    "spokeswoman policewoman schoolgirl waitress actress hostess mother-in-law sister-in-law "
    "daughter-in-law ex-wife ex-girlfriend she her hers herself"
)
_MALE = words(
    "man men boy boys gentleman male father dad son brother husband uncle grandfather grandpa "
    "nephew boyfriend widower stepfather stepson stepbrother grandson fiance spokesman policeman "
    "gunman gunmen schoolboy waiter fireman father-in-law brother-in-law son-in-law ex-husband "
    "ex-boyfriend he him his himself"
)
_SEX = dict.fromkeys(_FEMALE, "female") | dict.fromkeys(_MALE, "male")


def sex(word: str) -> str:
    """``female`` or ``male``, where a noun or pronoun says which; empty where it may be either."""
    return _SEX.get(word.casefold(), "")


def fits(word: str, pronoun: str) -> bool:
    """Whether somebody called so may be he, or she, whom a pronoun stands for."""
    return sex(pronoun) in ("", sex(word)) or not sex(word)


def owner_near(doc: Doc, first: Token, pronoun: str, parsed: Token | None) -> Token | None:
    """Of whom "in his 20s" is said, where the parse hangs it on a verb or on another's noun.

    Args:
        doc: The sentence.
        first: The first word of what is said.
        pronoun: "his" or "her".
        parsed: Of whom the parse has it.

    Returns:
        The noun for a person right before it, where the pronoun fits; else whom the parse has;
        where that one is of the other sex, the nearest before who is not; ``None`` for nobody.
    """
    before = [token for token in doc[: first.i] if token.text not in (",", "(")]
    if before and first.i and _one(before[-1]) and fits(lemma(before[-1]), pronoun):
        return before[-1]
    if parsed is None or fits(_called(parsed), pronoun):
        return parsed
    nearest = (t for t in reversed(before) if _one(t) and sex(lemma(t)) == sex(pronoun))
    return next(nearest, None)


def _called(token: Token) -> str:
    return lemma(token) if token.pos_ == "NOUN" else token.lower_


def _one(token: Token) -> bool:
    """Whether a word is the noun for one person."""
    return token.pos_ == "NOUN" and token.tag_ == "NN" and is_person(lemma(token))
