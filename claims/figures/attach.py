"""How a counted phrase hangs in its sentence: what befell it.

Two readings in turn. The words right beside the phrase decide first ("killing 12", "12 were
wounded"): in headlines and unpunctuated text they are surer than the parse. Then the parse,
for what stands further off.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.figures.climb import OBJECT_STARTS, SELF, TIME, by_parse, has_object
from claims.figures.roles import ADJECTIVE, sense
from claims.figures.scopes import scope_after
from claims.figures.tolls import state_around, toll
from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_AUX_PASSIVE = word_set("was were been be being is are get got getting")
_FILLER = word_set(
    "have has had also reportedly later all both either still now already then who which that "
    "more others other people , ( ' \" and/or were was are is been be being got confirmed "
    "believed thought feared to subsequently apparently critically seriously severely badly "
    "fatally slightly - lightly mortally left lay remain remained remains will would may might "
    "could can never not n't ever even just only again either each themselves instantly reported "
    "said known presumed"
)
_BACK = word_set(
    "the a an another other its their his some up off down about around least at more than total "
    "of as many nearly almost over , : out"
)
_AMOUNTS = word_set(
    "number total group dozens hundreds thousands scores handful lot majority rest most half third "
    "percent % quarter couple pair bodies remains lives estimate wave crowd tens millions"
)
_HARM = frozenset({"killed", "injured"})
_BESIDE_A_TOLL = frozenset({"", "hit", "recovered", "found", "reported"})
"""What a toll is stronger than: "the toll hit 24", "the bodies of two men were recovered"."""

_ASIDE = re.compile(
    r"(?:,\s(?:including|among\sthem|most(?:ly)?|all|some)\b[^,.;]{1,70},"
    r"|\s(?:including|mostly)\s(?:[\w-]+\s){1,5}?(?=(?:were|was|have|has|had|are)\b)"
    r"|\sand\s(?:[\w-]+\s){1,3}?(?=(?:were|have|had|are)\b))",
    re.IGNORECASE,
)
""" "58 people, including 11 children, were killed": what stands between is stepped over."""


def role_of(
    doc: Doc, first: int, last: int, noun: str, head: Token | None, tolls: bool = True
) -> str:
    """What befell the phrase of tokens ``first`` to ``last``; empty when nothing is said.

    ``tolls`` as for ``own_words``.
    """
    return own_words(doc, first, last, noun, tolls) or by_parse(
        head if head is not None else doc[last], noun
    )


def own_words(doc: Doc, first: int, last: int, noun: str, tolls: bool = True) -> str:
    """The role by the words right beside the phrase only.

    ``tolls`` is false where no number is written: a toll is never "confirmed to a reporter".
    """
    state = ADJECTIVE.get(doc[last + 1].lower_, "") if last + 1 < len(doc) else ""
    if (state in _HARM or (state and not noun)) and not has_object(doc[last + 1]):
        return _both(doc, last + 1, state)  # "child killed 9 civilians injured"
    if said := state_around(doc, first, last, noun):
        return said
    found = _left(doc, first, noun)
    if not found and _belongs(doc, first, last):
        return toll(doc, first, tolls, noun)
    if found not in _HARM and (said := _right(doc, last, noun)):
        found = said if said in _HARM or not found else found
    if found in _BESIDE_A_TOLL:
        found = toll(doc, first, tolls, noun) or found
    return found or _behind_aside(doc, last, noun)


def _behind_aside(doc: Doc, last: int, noun: str) -> str:
    """What is said behind an aside or a scope that follows the phrase; empty without one."""
    text, end = doc.text, doc[last].idx + len(doc[last])
    if match := _ASIDE.match(text[end : end + 100]):
        behind = end + match.end()
    elif scope := scope_after(text, [end]):
        behind = text.find(scope, end) + len(scope)
    else:
        return ""
    span = doc.char_span(behind - 1, behind, alignment_mode="expand")
    return _right(doc, span.end - 1, noun) if span is not None else ""


def _belongs(doc: Doc, first: int, last: int) -> bool:
    """ "The mother of two boys was arrested": what follows is said of the noun before "of"."""
    of = doc[last].head
    if doc[last].dep_ != "pobj" or of.lower_ != "of" or of.i >= first:
        return False
    over = of.head
    return (
        over.dep_ in ("nsubj", "nsubjpass") and over.pos_ == "NOUN" and over.lower_ not in _AMOUNTS
    )


def event_before(doc: Doc, first: int) -> str:
    """What "the death of", "the shooting of" right before a phrase says befell it; else empty."""
    return toll(doc, first, tolls=False)


def _left(doc: Doc, first: int, noun: str) -> str:
    """A verb right before: "killing 12", "wounded at least 60", "fled" does not fit here."""
    i = first - 1
    while i >= 0 and doc[i].lower_ in _BACK and first - i < 6:
        i -= 1
    if i < 0:
        return ""
    token = doc[i]
    if doc[i + 1 : first].text.strip() == ",":
        return ""
    if token.pos_ not in ("VERB", "AUX") and token.tag_ not in (
        "NN",
        "NNS",
        "NNP",
        "NNPS",
        "JJ",
        "VBN",
    ):
        return ""
    found = sense(token, noun)
    if found is None and i > 1 and doc[i - 1].lower_ == "and" and token.tag_ == doc[i - 2].tag_:
        found = sense(doc[i - 2], noun)  # "killed and crucified five"
    if found is None or found.frame != "object":
        return ""
    if found.role in _HARM and i > 1 and doc[i - 1].lower_ in ("and", "or"):
        other = sense(doc[i - 2], noun)
        if other is not None and other.role in _HARM - {found.role}:
            return "casualty"
    if token.pos_ == "VERB" or token.tag_.startswith("VB"):
        return "" if _is_passive(token) else found.role
    # A participle that the tagger took for a noun: "... blast kills 16".
    return found.role if token.lower_.endswith(("ing", "s", "ed")) else ""


def _is_passive(verb: Token) -> bool:
    """ "were killed" by its auxiliary: then what follows is not its object."""
    for i in range(verb.i - 1, max(-1, verb.i - 4), -1):
        word = verb.doc[i].lower_
        if word in _AUX_PASSIVE:
            return verb.tag_ in ("VBN", "VBD")
        if verb.doc[i].pos_ != "ADV" and word not in ("also", "not"):
            return False
    return False


def _right(doc: Doc, last: int, noun: str) -> str:
    """What is said right after: "were killed", "dead", "shot and wounded", "died"."""
    i, passive, having = last + 1, False, False
    while i < len(doc) and i - last < 8:
        word = doc[i].lower_
        if (role := _state(doc, i)) and (doc[i].pos_ != "VERB" or passive):
            return role
        if word == "fatally" and not _verb_follows(doc, i):
            return "killed"
        if word == "in" and doc[i + 1 : i + 2].text in ("critical", "serious"):
            return "injured"
        if word in ("left", "confirmed", "reported", "found") and _says(doc, i, noun, passive):
            break
        if word not in _FILLER and doc[i].pos_ != "ADV":
            break
        if word in ("not", "n't", "never"):
            return ""
        if (
            doc[i].text == ","
            and i + 1 < len(doc)
            and doc[i + 1].pos_ not in ("VERB", "AUX", "ADJ")
        ):
            return ""
        passive |= word in _AUX_PASSIVE
        having |= word in ("have", "has", "had")
        i += 1
    else:
        return ""
    return _verb_after(doc, i, noun, passive, having, i > last + 1)


def _verb_follows(doc: Doc, i: int) -> bool:
    return i + 1 < len(doc) and doc[i + 1].pos_ in ("VERB", "AUX", "ADJ")


def _says(doc: Doc, i: int, noun: str, passive: bool) -> bool:
    return sense(doc[i], noun) is not None and passive


def _state(doc: Doc, i: int) -> str:
    """An adjective of state, unless it begins the next phrase ("12 ... wounded soldiers")."""
    word = doc[i].lower_
    return ADJECTIVE.get(word, "") if doc[i].pos_ != "VERB" or doc[i].dep_ == "amod" else ""


def _both(doc: Doc, i: int, role: str) -> str:
    """ "25 killed and injured" counts neither alone: a role of its own, ``casualty``."""
    if role not in _HARM:
        return role
    j = i + 1
    while j < len(doc) and doc[j].lower_ in ("and", "or", "/"):
        j += 1
    if j >= len(doc) or doc[j].lower_ not in ADJECTIVE:
        return role
    if ADJECTIVE[doc[j].lower_] not in _HARM - {role}:
        return role
    if j + 1 < len(doc) and doc[j + 1].pos_ in OBJECT_STARTS and doc[j + 1].lower_ not in TIME:
        return role
    return "casualty"


def _verb_after(doc: Doc, i: int, noun: str, passive: bool, having: bool, gap: bool) -> str:
    if i >= len(doc):
        return ""
    verb = doc[i]
    word = verb.lower_
    found = sense(verb, noun)
    if found is None:
        return ADJECTIVE.get(word, "")
    if found.frame == "subject":
        return found.role if not passive or word == "fled" else ""
    participle = word.endswith(("ed", "en", "ot", "t", "in", "un", "ung")) or verb.tag_ == "VBN"
    if not participle:
        return ""
    if passive:
        return _both(doc, i, found.role)
    if i + 1 < len(doc) and doc[i + 1].lower_ in SELF:
        return found.role
    return "" if having or has_object(verb) else _both(doc, i, found.role)
