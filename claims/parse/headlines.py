"""Headlines of two statements that have lost the comma between them.

"Army Kills 12 in Vell Breaks Siege of Norden": on its way through feeds and sites the punctuation
of a headline gets lost. Where its words show that a second statement starts, the parser sees a
comma in the place of the space before it, so that the text keeps its length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from claims.names.demonyms import is_demonym
from claims.parse.english import stems
from claims.parse.tree import Tree, parsed_words
from claims.senses import VERBS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_Form = Literal["s", "base", "past", ""]

_FINITE = frozenset({"VBZ", "VBP", "VBD", "VBN", "VB"})
_HARM = words("killed wounded injured hurt dead arrested captured martyred detained missing")
_CONTENT = words(
    "say report show tell confirm believe think know see find mean reveal warn fear hope expect "
    "admit deny suggest allege announce want help let make keep get leave help vow claim"
)
"""Verbs after which another verb is what is said, shown or brought about."""
_JOINING = words(
    "and or but & as that who which whose where when while after before since if to how why what "
    "because than , ; : - -- ( ) \" '"
)
"""Words and marks after which a verb is joined already, or no statement of its own."""
_COUNTING = words("over at nearly almost about around some more up least most than to other")
_VAGUE = words("dozens hundreds thousands scores several others many")
_UNITS = words(
    "day days week weeks month months year years hour hours minute minutes mile miles km meters "
    "metres kilometers kilometres percent"
)
_NEWS = frozenset(VERBS) | {"claim"}
_BEHIND = words("in on into at near from for with of against across")


def stopped(doc: Doc) -> Doc:
    """The headline with its commas back, in the place of spaces; ``doc`` itself where none is
    missing."""
    cuts = frozenset(_cuts(doc))
    if not cuts:
        return doc
    texts: list[str] = []
    parsed: list[bool] = []  # whether a space follows, as a sentence has it
    spaces: list[bool] = []  # and so that the text keeps its length
    for token in doc:
        if token.i in cuts:
            # Between figures a comma would make one figure of them.
            texts.append(";" if doc[token.i - 1].like_num and token.like_num else ",")
            parsed[-1:] = [False, True]
            spaces[-1:] = [False, False]
        texts.append(token.text)
        parsed.append(bool(token.whitespace_))
        spaces.append(bool(token.whitespace_))
    return Tree.of(parsed_words(texts, parsed)).doc(spaces=spaces)


def _cuts(doc: Doc) -> Iterator[int]:
    """Indices of the words before which a comma is missing."""
    for token in doc[1:]:
        opens = _second_verb(doc, token) or _second_toll(doc, token.i) or _second_side(doc, token)
        if opens and _open(doc, token.i):
            yield token.i


def _open(doc: Doc, i: int) -> bool:
    """Whether nothing joins the word to what stands before."""
    before = doc[i - 1]
    return bool(before.whitespace_) and before.lower_ not in _JOINING and not before.is_punct


def _form(token: Token) -> _Form:
    """How a verb ends; nothing for a word that is none."""
    if token.tag_ not in _FINITE and token.tag_ not in {"NNS", "NN"}:
        return ""
    if token.pos_ != "VERB" and not stems(token.lower_) & _NEWS:
        return ""
    if token.tag_ in {"VBZ", "NNS"}:
        return "s"
    return "past" if token.tag_ in {"VBD", "VBN"} else "base"


def _verb(token: Token) -> bool:
    """Whether the parser takes a word for a finite verb or a participle."""
    return token.pos_ == "VERB" and token.tag_ in _FINITE and token.dep_ not in {"amod", "compound"}


def _told(token: Token) -> bool:
    """A verb that the parser took for a noun or an attribute: "army targets base"."""
    lost = token.tag_ == "VBD" or (token.tag_ == "NNS" and _form(token) == "s")
    before = token.nbor(-1)
    return lost and before.pos_ in {"NOUN", "PROPN"} and not _plural(before)


def _plural(token: Token) -> bool:
    return token.tag_ in {"NNS", "NNPS"}


def _second_verb(doc: Doc, token: Token) -> bool:
    """ "... in Vell breaks siege": a second verb in the form of the first."""
    form = _form(token)
    first = _first(doc, token)
    if not form or first is None or token.text[:1].isupper() or token.i + 1 >= len(doc):
        return False
    after, before = doc[token.i + 1], doc[token.i - 1]
    counts = _counted(doc, token.i + 1)
    if form != _form(first) and not (form == "past" and counts and token.i > first.i + 1):
        return False
    if before.pos_ in {"ADJ", "DET", "ADP", "PRON", "AUX", "PART", "ADV"} or before.tag_ == "POS":
        return False
    if before.like_num and before.i > 0:
        # "3 wounds" are counted, "kills 3 wounds 20" is not.
        return counts and _verb(doc[before.i - 1])
    if counts or before == first:
        return counts or (form == _form(first) and _verb(token) and after.pos_ != "ADP")
    if after.lower_ in _BEHIND:
        return _verb(token) and form != "past"
    nominal = after.pos_ in {"NOUN", "PROPN", "ADJ", "DET"}
    return nominal and _verb(token) and token.tag_ != "VBN"


def _first(doc: Doc, token: Token) -> Token | None:
    """The verb of the statement before, if nothing between joins the two."""
    for other in reversed(doc[: token.i]):
        if other.lower_ in _JOINING and not _range(other):
            return None
        if other.i > 0 and (_verb(other) or _told(other)):
            helped = any(c.dep_ in {"aux", "auxpass", "mark"} for c in other.children)
            return None if helped or other.lemma_.lower() in _CONTENT else other
    return None


def _range(token: Token) -> bool:
    """ "More than 12", "up to 12" and the hyphen of "US-led" join no statements."""
    if token.text == "-":
        return token.i > 0 and not token.nbor(-1).whitespace_
    return token.lower_ in {"than", "to"} and token.i + 1 < len(token.doc) and token.nbor().like_num


def _counted(doc: Doc, i: int) -> bool:
    """Whether a number of people or things with its "over" or "at least" starts here."""
    for token in doc[i : i + 3]:
        if token.like_num or token.lower_ in _VAGUE:
            return token.i + 1 == len(doc) or token.nbor().lower_ not in _UNITS
        if token.lower_ not in _COUNTING:
            return False
    return False


def _second_toll(doc: Doc, i: int) -> bool:
    """ "... in Vell 14 civilians killed": a number of its own before a participle."""
    before = doc[i - 1]
    if not _counted(doc, i) or before.lower_ in _COUNTING or before.pos_ in {"ADP", "DET", "ADJ"}:
        return False
    at = i
    while at < len(doc) and (doc[at].lower_ in _COUNTING or doc[at].like_num):
        at += 1
    while at < min(len(doc), i + 7) and doc[at].lower_ not in _HARM:
        if doc[at].pos_ not in {"NOUN", "PROPN", "ADJ"} and doc[at].lower_ not in _VAGUE:
            return False
        at += 1
    if at >= len(doc) or doc[at].lower_ not in _HARM or at == i:
        return False
    after = doc[at + 1] if at + 1 < len(doc) else None
    ends = after is None or after.is_punct or after.lower_ in _BEHIND | _HARM | {"&", "and"}
    # "Finds 12 killed", "mourns 5 killed": what is found and mourned.
    active = before.tag_ in {"VBZ", "VBP"} and before.lemma_ != "continue"
    told = any(_verb(t) or _told(t) or t.lower_ in _HARM for t in doc[1:i]) or _rises(doc, i)
    return ends and told and not active


def _rises(doc: Doc, i: int) -> bool:
    return doc[i - 1].like_num and i > 1 and doc[i - 2].lower_ == "to"


def _second_side(doc: Doc, token: Token) -> bool:
    """ "12 rebels killed in Vell Norden's army retakes ...": a people's own act."""
    if not is_demonym(token.text) or doc[token.i - 1].pos_ != "PROPN":
        return False
    first = _first(doc, token)
    if first is None or first.lower_ not in _HARM:
        return False
    rest = doc[token.i + 1 : token.i + 5]
    verb = next((t for t in rest if _verb(t)), None)
    return verb is not None and verb.tag_ in {"VBZ", "VBP"} and verb.i > token.i + 1
