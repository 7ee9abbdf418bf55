"""One and none: "a woman was killed", "another man", "no one was hurt".

An article with a person's noun counts one only where something befell that person; "no" counts
nought only there too, since "no group claimed the attack" counts no groups.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.attach import own_words, role_of
from claims.figures.draft import Draft
from claims.figures.kinds import is_person
from claims.figures.nouns import IRREGULAR, lemma, phrase_after
from claims.figures.persons import GROUPS, unreal
from claims.figures.roles import ADJECTIVE, CASUALTY, NOUN, PERSON_NOUNS
from claims.figures.tolls import state_ahead
from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ONE = frozenset({"a", "an", "another"})
_NOBODY = re.compile(r"\b(?:no\s?one|nobody|none)\b(?!\s+else)", re.IGNORECASE)
_AGE_WORDS = word_set("year years month months old olds - week day aged")
_HARMING = word_set("kills injures wounds leaves hurts kill injure wound")
"""Verbs of headlines with a person for their object: "Stabbing leaves woman dead"."""
_NEXT = re.compile(
    r"(?:,| and| &)\s(?:(?P<many>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s)?"
    r"(?P<noun>[a-z]+)\b",
    re.IGNORECASE,
)
""" "Man, two children killed": who is told of next, right behind a person."""
_OF_ALL = frozenset({"killed", "injured", "shot", "hospitalised", "missing"})
"""What, said of the last of a list, befell the one before it too."""
_RISKY = frozenset({"arrested", "charged", "sentenced", "freed", "treated", "survived", "fled"})
"""Roles that make a count of one only by the words right beside it."""


def singles(doc: Doc, counted: list[Draft]) -> list[Draft]:
    """Drafts for one person and for none; ``counted`` are the drafts found before."""
    found = []
    for token in doc:
        if any(draft.start <= token.idx < draft.end for draft in counted):
            continue
        word = token.lower_
        if word in _ONE:
            draft = _one(doc, token)
        elif word == "no":
            draft = _none(doc, token)
        elif _opens_headline(doc, token.i):
            draft = _bare(doc, token)
        else:
            continue
        if draft is not None:
            found.append(draft)
    for match in _NOBODY.finditer(doc.text):
        draft = _nobody(doc, match)
        if draft is not None and not any(d.start <= draft.start < d.end for d in found):
            found.append(draft)
    return found


def _one(doc: Doc, article: Token) -> Draft | None:
    head = _couple(doc, article.i + 1) or _person_after(doc, article.i + 1)
    if head is None or _is_said(doc, article.i, head):
        return None
    many = GROUPS.get(head.lower_, 1)
    noun = lemma(head) if is_person(lemma(head)) else "person"
    role = role_of(doc, article.i, head.i, noun, head, tolls=False)
    explicit = bool(own_words(doc, article.i, head.i, noun, tolls=False))
    listed = not role and _is_listed(doc, head)
    if not listed and (role not in CASUALTY or (role in _RISKY and not explicit)):
        return None
    if unreal(doc, article.i, head.i):
        return None
    end = head.idx + len(head)
    return Draft(
        article.idx, end, many, many, "exact", noun, role=role, first=article.i, last=head.i,
        head=head, explicit=explicit, single=True,
    )  # fmt: skip


def _couple(doc: Doc, i: int) -> Token | None:
    """ "A young couple": two; "a couple of" is a vague number and read elsewhere."""
    for token in doc[i : i + 3]:
        if token.lower_ == "couple":
            return None if doc[token.i + 1 : token.i + 2].text == "of" else token
        if token.pos_ not in ("ADJ", "PROPN", "NOUN"):
            break
    return None


def _is_listed(doc: Doc, head: Token) -> bool:
    """ "A boy and a man were killed": what befell the second may be handed on to the first."""
    rest = doc[head.i + 1 : head.i + 3]
    return len(rest) == 2 and rest[0].lower_ == "and" and rest[1].lower_ in _ONE | {"one", "two"}


def _is_said(doc: Doc, first: int, head: Token) -> bool:
    """ "Lee, who was a relative": said of somebody told of already, unlike "there was a man",
    "the dead were a man and his son" and "also killed was a nurse"."""
    if head.dep_ != "attr" or state_ahead(doc, first):
        return False
    return not any(
        child.dep_ == "expl" or (child.dep_ == "nsubj" and child.lower_ in ADJECTIVE)
        for child in head.head.children
    )


def _opens_headline(doc: Doc, i: int) -> bool:
    """Where headlines write a person without an article: right at the beginning, behind "Police:",
    a verb that harms ("kills man") or a state and a comma ("man dead, officer wounded")."""
    if i + 1 >= len(doc):
        return i > 0 and _harms(doc[i - 1])
    if i == 0 or doc[i - 1].text == ":" or _harms(doc[i - 1]):
        return True
    ended = doc[i - 1].text in (",", ";") or doc[i - 1].lower_ == "and"
    return ended and i > 1 and (doc[i - 2].lower_ in ADJECTIVE or _second_bare(doc, i))


def _harms(token: Token) -> bool:
    return token.lower_ in _HARMING


def _second_bare(doc: Doc, i: int) -> bool:
    """ "Crash kills man, woman": the one before is bare, too."""
    before = doc[i - 2]
    return (
        is_person(lemma(before)) and before.tag_ in ("NN", "NNP") and _opens_headline(doc, before.i)
    )


def _bare(doc: Doc, first: Token) -> Draft | None:
    """ "Teen killed in crash", "6-year-old girl wounded": headlines leave the article out."""
    head = _person_after(doc, first.i)
    if head is None and first.i == 0 and first.tag_ == "VB" and is_person(first.lower_):
        head = first  # "Suspect dead", taken for a verb
    if head is None or not is_person(lemma(head)) or head.lower_ in IRREGULAR:
        return None
    role = own_words(doc, first.i, head.i, lemma(head)) or _of_list(doc, head)
    if role not in CASUALTY - _RISKY:
        return None
    return Draft(
        head.idx, head.idx + len(head), 1, 1, "exact", lemma(head), role=role, first=first.i,
        last=head.i, head=head, explicit=True,
    )  # fmt: skip


def _of_list(doc: Doc, head: Token) -> str:
    """ "Woman, two children killed in fire", "leaves man, woman dead": what befell the next in the
    list; empty where there is none."""
    match = _NEXT.match(doc.text, head.idx + len(head))
    if match is None or (last := doc.char_span(*match.span("noun"))) is None:
        return ""
    noun = last[-1]
    if not is_person(lemma(noun)) or (match["many"] is None and noun.tag_ != "NN"):
        return ""
    first = doc.char_span(*match.span("many")) if match["many"] else last
    role = own_words(doc, first.start if first is not None else noun.i, noun.i, lemma(noun))
    return role if role in _OF_ALL else ""


def _person_after(doc: Doc, i: int) -> Token | None:
    """The person's noun, or the age as a noun, that an article belongs to."""
    head = None
    for token in doc[i : i + 9]:
        word = token.lower_
        if word in _AGE_WORDS or token.like_num:
            if word in ("old", "olds"):
                head = token
            continue
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and token.text != ",":
            if is_person(lemma(token)) and token.tag_ not in ("NNS", "NNPS"):
                follower = doc[token.i + 1] if token.i + 1 < len(doc) else None
                if follower is not None and (follower.pos_ == "NOUN" or follower.tag_ == "POS"):
                    if not is_person(lemma(follower)):
                        return None
                    continue
                return token
            if head is not None:
                break
            continue
        break
    return head


def _none(doc: Doc, no: Token) -> Draft | None:
    phrase = phrase_after(doc, no.i)
    if phrase.head is None or phrase.head.lower_ == "one":
        return None
    base = lemma(phrase.head)
    role = NOUN.get(base, "") or phrase.role
    if not role and is_person(phrase.noun):
        role = role_of(doc, no.i, phrase.last, phrase.noun, phrase.head)
    if role not in CASUALTY:
        return None
    noun = "person" if base in PERSON_NOUNS else phrase.noun
    end = phrase.head.idx + len(phrase.head)
    return Draft(no.idx, end, 0, 0, "exact", noun, role=role, first=no.i, last=phrase.last,
                 head=phrase.head, explicit=True)  # fmt: skip


def _nobody(doc: Doc, match: re.Match[str]) -> Draft | None:
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None:
        return None
    last = span.end - 1
    if last + 2 < len(doc) and doc[last + 1].lower_ == "of":
        last = phrase_after(doc, last).last
    role = own_words(doc, span.start, last, "person")
    if role not in CASUALTY:
        return None
    return Draft(match.start(), doc[last].idx + len(doc[last]), 0, 0, "exact", "person", role=role,
                 first=span.start, last=last, head=span.root, explicit=True)  # fmt: skip
