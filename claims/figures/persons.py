"""One person told of, not counted: "Ann Lee was shot", "the girl died", "killing his wife".

Who is named or pointed at is one person just as "a girl" is. Only what harms or takes somebody
is read so; and only where the grammar says whom it befell, since a name may stand anywhere.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.attach import event_before, own_words
from claims.figures.climb import by_parse
from claims.figures.draft import Draft
from claims.figures.kinds import is_person
from claims.figures.nouns import lemma
from claims.figures.roles import NOUN, PERSON_NOUNS
from claims.figures.words import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

BEFALLEN = word_set("killed injured shot missing abducted hospitalised")
"""What is counted of one who is named: an arrest of somebody by name is no count."""

_POINTS = word_set("the this that his her their my our your its")
_REFLEXIVE = word_set("himself herself")
PRONOUNS = word_set("he she him her")
"""Counted only in a sum: "killing her and another woman"."""
GROUPS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3}
""" "The couple died": as many persons as the word says."""
_EVENTS = PERSON_NOUNS - {"deceased"} | {"body", "remains"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "dobj", "obj", "conj", "appos", "ROOT", "pobj"})
_DATE_ENTITIES = frozenset({"DATE", "TIME", "NORP", "MONEY", "PERCENT"})
_CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)
_AGE_WORDS = word_set("year years month months week weeks day days old olds - aged")
_OWN_DEATH = re.compile(
    r"\bturn(?:ed|ing|s)?\s(?:the|a|his|her)\s(?:[\w-]+\s)?(?:gun|rifle|weapon|pistol|handgun|shotgun)"
    r"\son\s(?P<self>himself|herself)\b"
    r"|\b(?:took|take|taking|takes|taken|ended)\s(?P<life>(?:his|her)\sown\slife)\b"
    r"|\b(?:committ?(?:ed|ing|s)?|died\sby)\s(?P<suicide>suicide)\b",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"^(?:'s?)?\s(?:[a-z-]+\s){0,2}?(?P<event>death|murder|killing|slaying|homicide|assassination"
    r"|execution|disappearance|kidnapping|abduction|injuries|wounds"
    r"|body(?=\swas\s(?:found|discovered|recovered)))\b",
    re.IGNORECASE,
)
_OF_ONE_ROLES = {
    "death": "killed", "homicide": "killed", "injuries": "injured", "wounds": "injured",
    "body": "killed",
}  # fmt: skip
_UNREAL_BEFORE = re.compile(
    r"\b(?:attempted|attempt(?:s|ing)?\s(?:to|at|on)|tried\sto|tries\sto|trying\sto|threaten\w*\s(?:to)?"
    r"|plan(?:s|ned|ning)?\sto|want(?:s|ed|ing)?\sto|conspir\w+\sto|plot\w*\sto|intend\w*\sto|going\sto"
    r"|could(?:'ve|\shave)?|would(?:'ve|\shave)?|might(?:\shave)?|may(?:\shave)?|almost|nearly|not|n't"
    r"|never|without|if|unless|whether|vow\w*\sto|to(?=\s[a-z]))\s(?:[a-z]+\s){0,2}$",
    re.IGNORECASE,
)

_UNREAL_WORDS = word_set("not n't never could would might may nearly almost")


def persons(doc: Doc, counted: list[Draft]) -> list[Draft]:
    """Drafts for persons named or pointed at whom something befell, in the order of the text.

    ``counted`` are the drafts found before: who is told of there is not told of again here.
    """
    found: list[Draft] = []
    for first, last, noun in sorted(_mentions(doc)):
        if found and first <= found[-1].last:
            continue
        draft = _draft(doc, first, last, noun)
        if draft is not None and not (
            doc[last].lower_ in _REFLEXIVE and _told(doc[last], counted + found)
        ):
            found.append(draft)
    found += [draft for draft in _own_deaths(doc) if not any(d.start == draft.start for d in found)]
    return found


def _told(self: Token, found: list[Draft]) -> bool:
    """ "The gunman killed himself": the subject is the one, and has been found."""
    return any(d.head is not None and d.head.head.i == self.head.i for d in found)


def _mentions(doc: Doc) -> Iterator[tuple[int, int, str]]:
    """First and last token and noun of what may be one person."""
    for token in doc:
        word = token.lower_
        if word in _REFLEXIVE or (word in PRONOUNS and _is_listed(token)):
            yield token.i, token.i, "person"
        elif _is_second(token):
            yield token.i, token.i, lemma(token)
        elif (word in _POINTS and token.tag_ != "IN") or token.tag_ == "POS":
            head, noun = person_after(doc, token.i + 1)
            if head is not None:
                yield _phrase_start(doc, token.i), head.i, noun
            elif token.tag_ == "POS" and token.i and _is_one(doc[token.i - 1]):
                yield _phrase_start(doc, token.i), token.i, "person"
        elif _begins_name(token) and (last := _name_end(doc, token.i)) is not None:
            yield token.i, last, "person"


def _is_listed(pronoun: Token) -> bool:
    beside = pronoun.doc[max(0, pronoun.i - 1) : pronoun.i + 2]
    return pronoun.tag_ != "PRP$" and any(token.lower_ == "and" for token in beside)


def _is_second(token: Token) -> bool:
    """ "a man and woman": the second without an article of its own."""
    if token.i < 2 or token.tag_ != "NN" or token.doc[token.i - 1].lower_ != "and":
        return False
    before = token.doc[token.i - 2]
    return before.tag_ == "NN" and is_person(lemma(before)) and is_person(lemma(token))


def _is_one(possessor: Token) -> bool:
    """Whether "the girl's" and "Ann Lee's" are one person's, unlike "the victims'", "Sunday's"."""
    if possessor.pos_ == "PROPN":
        return _name_end(possessor.doc, possessor.i) == possessor.i
    return possessor.tag_ == "NN" and is_person(lemma(possessor))


def _phrase_start(doc: Doc, i: int) -> int:
    """Where a phrase with a possessor begins: "Ann Lee's son" at "Ann"."""
    if doc[i].tag_ != "POS" or i == 0:
        return i
    first = i - 1
    while first and doc[first - 1].pos_ in ("PROPN", "NOUN", "ADJ") and i - first < 5:
        first -= 1
    return first - 1 if first and doc[first - 1].lower_ in _POINTS | {"a", "an"} else first


def person_after(doc: Doc, i: int) -> tuple[Token | None, str]:
    """The singular person's noun, or the age as a noun, that a determiner at ``i - 1`` opens."""
    head, aged = None, None
    for token in doc[i : i + 9]:
        word = token.lower_
        if word in _AGE_WORDS or token.like_num:
            aged = token if word in ("old", "olds") else aged
            continue
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "VERB") or (
            token.pos_ == "VERB" and token.dep_ != "amod"
        ):
            break
        if token.tag_ in ("NNS", "NNPS"):
            return None, ""
        head = token if token.pos_ != "VERB" else head
    if head is not None and lemma(head) in _EVENTS:
        return None, ""
    if head is not None and head.lower_ in GROUPS:
        after = doc[head.i + 1 : head.i + 2].text
        return (None, "") if after == "of" else (head, "person")
    if head is not None and is_person(lemma(head)) and head.pos_ in ("NOUN", "PROPN"):
        return head, lemma(head)
    if aged is not None and (head is None or head.i < aged.i):
        return aged, "person"
    return None, ""


def _begins_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and (token.i == 0 or token.doc[token.i - 1].pos_ != "PROPN")


def _name_end(doc: Doc, first: int) -> int | None:
    """Last token of a person's name that begins here; ``None`` where it can be none."""
    last = first
    while last + 1 < len(doc) and (
        doc[last + 1].pos_ == "PROPN"
        or (doc[last + 1].text == "-" and last + 2 < len(doc) and doc[last + 2].pos_ == "PROPN")
    ):
        last += 1
    token = doc[last]
    if token.tag_ == "NNPS" or token.lower_ in _CALENDAR or token.ent_type_ in _DATE_ENTITIES:
        return None
    suffers = token.dep_ in ("nsubj", "nsubjpass", "conj")  # a place is not shot, nor does it die
    if last == first and not suffers and token.ent_type_ in ("GPE", "LOC", "ORG", "FAC"):
        return None
    if len(token) < 3:
        return None
    if not token.text[:1].isalpha() or (first and doc[first - 1].lower_ in ("the", "a", "an")):
        return None
    return last


def _draft(doc: Doc, first: int, last: int, noun: str) -> Draft | None:
    head = doc[last]
    start, end = doc[first].idx, head.idx + len(head)
    role, explicit = _possessed(doc, first, last), True
    if not role and (head.tag_ == "POS" or head.dep_ not in _SUBJECTS):
        return None
    if not role and head.dep_ == "pobj":
        role = event_before(doc, first)
    elif not role:
        role = own_words(doc, first, last, noun, tolls=False)
        explicit = bool(role)
        role = role or by_parse(head, noun)
    if role not in BEFALLEN or unreal(doc, first, last):
        return None
    if head.tag_ == "POS":
        head = doc[last - 1]
        end = doc[last - 1].idx + len(doc[last - 1])
    many = GROUPS.get(head.lower_, 1)
    return Draft(
        start, end, many, many, "exact", noun, role=role, first=first, last=last, head=head,
        explicit=explicit, pointed=True,
    )  # fmt: skip


def _possessed(doc: Doc, first: int, last: int) -> str:
    """ "Ann Lee's death", "the girl's injuries": the event is the person's."""
    if doc[last].tag_ != "POS":
        return ""
    end = doc[last].idx + len(doc[last])
    match = _OF_ONE.match(doc.text[end : end + 60])
    if match is None:
        return ""
    event = match["event"].lower()
    return _OF_ONE_ROLES.get(event) or NOUN.get(event, "")


def unreal(doc: Doc, first: int, last: int) -> bool:
    """Whether what befell a phrase is denied, feared or attempted, by the words before its verb.

    "tried to kill him", "was not hurt", "could have been killed", "attempted murder of".
    """
    above = doc[last].head
    if doc[last].dep_ in ("nsubj", "nsubjpass"):
        return any(child.lower_ in _UNREAL_WORDS for child in above.children if child.i < above.i)
    begins = [doc[first].idx]
    if above.pos_ == "VERB" and above.i < first:
        begins.append(above.idx)
    return any(_UNREAL_BEFORE.search(doc.text[max(0, at - 40) : at]) for at in begins)


def _own_deaths(doc: Doc) -> Iterator[Draft]:
    """ "turned the gun on himself", "took her own life"."""
    for match in _OWN_DEATH.finditer(doc.text):
        group = next(name for name in ("self", "life", "suicide") if match[name])
        span = doc.char_span(match.start(group), match.end(group), alignment_mode="expand")
        if span is None or _UNREAL_BEFORE.search(
            doc.text[max(0, match.start() - 40) : match.start()]
        ):
            continue
        yield Draft(
            span.start_char, span.end_char, 1, 1, "exact", "person", role="killed",
            first=span.start, last=span.end - 1, head=span.root, explicit=True, pointed=True,
        )  # fmt: skip
