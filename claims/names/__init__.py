"""Proper names in a sentence: people, places, organisations. One spelling for each within a case
is found by :func:`canonical`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.names.canonical import Spelling, canonical
from claims.names.demonyms import COUNTRIES, is_demonym
from claims.parse import Parsed
from claims.titles import TITLES
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Spelling", "canonical", "find_names"]

_KINDS = words("PERSON GPE LOC ORG NORP FAC")
_OTHER_KINDS = words("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL")
_ARTICLES = words("a al an as at ar ash ad az el es ez ul il")
"""Arabic articles as they are transliterated (also assimilated: ash-Sham, an-Nusra)."""
_LINKS = words("bin ibn de da del van von der la le du e y abu bint ould")
_BODIES = words(
    "observatory front army network ministry center centre commission committee council office "
    "department union association organization organisation house bank university institute "
    "state movement party university school court coalition league fund agency secretary "
    "brigade brigades battalion division society federation board bureau lions shields "
    "ministry directorate authority city church hospital republic kingdom"
)
"""Nouns after which "of" or "for" goes on with the name."""
_PLACES = words("province city governorate")
"""Nouns that tell two places of one name apart, and so belong to the name."""
_CALENDAR = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue wed thu fri sat sun ramadan christmas easter am pm"
)
_NO_NAMES = words(
    "former ex late acting deputy senior read more comments photo photos video source sources "
    "share image updated update published tags tag related news advertisement courtesy caption "
    "latest breaking view skip close watch listen i god islam state media west east "
    "correction corrections clarification note exclusive "
    "north south airstrike airstrikes related internet christian muslim jew allah"
)
_ALONE_NOTHING = (
    _NO_NAMES
    | TITLES
    | _CALENDAR
    | _BODIES
    | frozenset(title + "s" for title in TITLES)
    | words(
        "street avenue road boulevard highway police officials authorities detectives "
        "dispatchers victims victim children caption original contact quoting monitoring "
        "watchdog suicide episode summit use precinct agencies tanks troops rebels forces "
        "deputies troopers residents witnesses internet instagram youtube facebook monitor "
        "arabic hebrew farsi mandarin latin"
    )
)
"""Words that name nothing when they stand alone, though the tagger takes them for names."""
_HEADLINE = 0.75
"""Share of capitalised words from which a line's capitals mean nothing."""
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


def find_names(parsed: Parsed) -> tuple[tuple[int, int], ...]:
    """Spans of the proper names of a sentence, as offsets into the article; may be empty.

    Runs of capitalised nouns and the parser's entity spans (of its entity types only the split
    into names and quantities is trusted). Left out at the edges: determiners, titles
    ("President"), possessive endings; left out altogether: weekdays, months, nationalities
    standing alone.
    """
    doc = parsed.doc
    loud = not parsed.loud and _is_headline(doc)
    spans = []
    run: list[Token] = []
    for token in [*doc, None]:
        if token is not None and _goes_on(run, token, loud):
            run.append(token)
            continue
        span = _trimmed(run)
        if span is not None:
            spans.append(parsed.span(*span))
        run = [token] if token is not None and _starts(token, loud) else []
    return tuple(spans)


def _is_headline(doc: Doc) -> bool:
    words = [t for t in doc if t.is_alpha and len(t) > 3]
    return len(words) > 3 and sum(t.text[0].isupper() for t in words) >= _HEADLINE * len(words)


def _named(token: Token, loud: bool) -> bool:
    """The token is part of a name by itself."""
    if token.is_punct or token.is_space or not any(c.isalpha() for c in token.text):
        return False
    capital = token.text[0].isupper() or _arabic(token)
    if not capital or token.ent_type_ in _OTHER_KINDS or token.lower_ in _CALENDAR:
        return False
    if token.ent_type_ in _KINDS:
        return token.pos_ in ("NOUN", "PROPN", "ADJ", "X") or not loud
    return token.pos_ == "PROPN" and not loud


def _arabic(token: Token) -> bool:
    """An article written on to a capitalised word: "al-Sham" as one token, or "al" + "-Sham"."""
    text = token.text
    if token.lower_.partition("-")[0] in _ARTICLES and "-" in text:
        return text.partition("-")[2][:1].isupper()
    return _glued_article(token)


def _glued_article(token: Token) -> bool:
    doc, at = token.doc, token.i
    if token.lower_ not in _ARTICLES or at + 2 >= len(doc):
        return False
    return doc[at + 1].text == "-" and not token.whitespace_ and doc[at + 2].text[:1].isupper()


def _starts(token: Token, loud: bool) -> bool:
    return _named(token, loud) or (_glued_article(token) and not token.text[0].isupper())


def _goes_on(run: list[Token], token: Token, loud: bool) -> bool:
    if not run:
        return False
    last = run[-1]
    glued = not last.whitespace_
    if token.text in ("-", "'", "’"):
        return glued and not token.whitespace_ and token.i + 1 < len(token.doc)
    if token.tag_ == "POS":
        return token.ent_iob_ == "I" and _capital_after(token)
    if last.text in ("-", "'", "’"):
        inside = token.ent_iob_ == "I" and token.pos_ not in ("VERB", "NUM")
        return token.text[:1].isupper() or (glued and (last.text != "-" or inside))
    if token.text == "&" or (token.lower_ == "al" and _capital_after(token)):
        return _capital_after(token)
    if token.lower_ in _LINKS | {"bin"} or _glued_article(token):
        return _capital_after(token) or _glued_article(token)
    if token.lower_ in ("of", "for"):
        return run[-1].lower_ in _BODIES and _capital_after(token, article=True)
    if token.lower_ == "the" and last.lower_ in ("of", "for"):
        return True
    if token.lower_ == "and":
        return token.ent_type_ == "ORG" and token.ent_iob_ == "I" and _capital_after(token)
    if token.lower_ in _PLACES and last.text[:1].isupper() and len(run) <= 3:
        return not is_demonym(last.text)
    if last.lower_ in _PLACES and last.text[0].islower():
        return False
    return _named(token, loud) and not _breaks(last, token)


def _breaks(last: Token, token: Token) -> bool:
    """A new entity begins, and the two do not hang together in the parse."""
    if last.lower_.endswith("s") and last.lower_[:-1] in COUNTRIES:
        return True  # "Jordans Amman": an apostrophe was lost on the way
    if token.ent_iob_ != "B" or not last.ent_type_:
        return False
    joined = last.head == token or token.head == last or last.head == token.head
    return not (joined and "PERSON" in (last.ent_type_, token.ent_type_)) or (
        last.ent_type_ != token.ent_type_
    )


def _capital_after(token: Token, article: bool = False) -> bool:
    at = token.i + 1
    doc = token.doc
    if article and at < len(doc) and doc[at].lower_ == "the":
        at += 1
    return at < len(doc) and (doc[at].text[:1].isupper() or _arabic(doc[at]))


def _plain(token: Token) -> str:
    return _EDGES.sub("", token.lower_)


def _trimmed(run: list[Token]) -> tuple[Token, Token] | None:
    """First and last token of the name in a run, or ``None`` when nothing of it is a name."""
    run = _after_title(run)
    while run and (_leads(run) or not _plain(run[0])):
        run = run[1:]
    while run and (not _plain(run[-1]) or run[-1].tag_ == "POS" or _trails(run[-1])):
        run = run[:-1]
    if not run:
        return None
    words = [w for t in run if (w := _plain(t)) and w not in ("s",)]
    if len(words) == 1 and (len(words[0]) < 2 or words[0] in _ALONE_NOTHING):
        return None
    if all(is_demonym(w) or w in _PLACES for w in words):
        return None
    return run[0], run[-1]


def _after_title(run: list[Token]) -> list[Token]:
    """The person's name after a title inside the run: "Lake County Sheriff Ann Lee"."""
    for at in range(len(run) - 2, 0, -1):
        if _plain(run[at]) in TITLES and run[at + 1].ent_type_ == "PERSON":
            return run[at + 1 :]
    return run


def _leads(run: list[Token]) -> bool:
    """The first token stands before the name without being part of it."""
    word = _plain(run[0])
    if run[0].pos_ in ("DET", "NUM"):
        return True
    if len(run) == 1:
        return False
    if word in _BEFORE and (word not in _BODY_FIRST or run[1].ent_type_ == "PERSON"):
        return True
    if word in TITLES:
        return True
    # "Syrian President Smith": the nationality goes with the title.
    return is_demonym(run[0].text) and _plain(run[1]) in TITLES


_BEFORE = words(
    "former ex late acting deputy senior read share caption tags tag latest breaking view skip "
    "watch listen advertisement photo photos video courtesy multiple several police"
)
"""Words that stand before a name, and are no name's first word but in a heading."""
_BODY_FIRST = words("police video photo")
"""Those of them that are part of a name unless it is a person's: "Police Scotland"."""


def _trails(token: Token) -> bool:
    return token.lower_ in ("of", "for", "and", "the", "&") or token.pos_ in ("VERB", "NUM")
