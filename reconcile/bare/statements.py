"""A short text as words with their places in its sentences: what two texts are compared by."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.names.demonyms import COUNTRIES, is_demonym
from claims.parse import parse
from claims.words import words
from corpus.records import Article
from corpus.sentences import sentences

if TYPE_CHECKING:
    from spacy.tokens import Token

_SIGNS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
    "``": '"', "''": '"',
}  # fmt: skip
"""Signs as treebanks write them."""

_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))

_SOUNDS = re.compile(r"\[[^\][]*\]")
"""How a name is spoken: nothing that is said of anything."""

_CONTENT = words("NOUN PROPN VERB ADJ NUM ADV")

_LIGHT = words(
    "be have do say get make take go become know call use also so very such other more most "
    "many much several some any all one only there then here just even still when where how "
    "about around well as now too rather quite mr mrs ms dr jr sr who which that name place "
    "thing person people part kind type sort form work way someone something include various "
    "fully least ever yet together currently once s"
)
"""Lemmas that say too little to be looked for in the other text."""

SUBJECTS = ("nsubj", "nsubjpass")

MONTHS = words(
    "january february march april may june july august september october november december"
)

DECADES = {
    name: str(digit)
    for digit, name in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), 2
    )
}
"""Name of a decade: the third digit of its years."""

CUES = words(
    "not n't n’t no never neither nor none nobody nothing nowhere without zero hardly barely "
    "scarcely refuse fail decline avoid lack unable incapable cannot unlike opposite "
    "except exclude other"
)
"""Lemmas that turn round what they govern, or what governs them."""

_YEAR = re.compile(r"(?:1\d|20)\d\ds?")
_NUMBER = re.compile(r"\d[\d.,]*(?:st|nd|rd|th)?")


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """A word of a text in its sentence."""

    at: int
    text: str
    folded: str
    """Lower case, without accents and dots: "u.s." and "US" are one."""
    lemma: str
    part: str
    """Part of speech (Universal Dependencies)."""
    link: str
    """What it is to its head (ClearNLP labels, as spaCy has them)."""
    head: int
    """Where its head stands; its own place at the top of a sentence."""
    sentence: int
    timed: bool
    """Whether it stands in a date or a time."""
    sort: str
    """What sort of value it is: a rival must be of the same."""
    content: bool
    """Whether it says something of what its text is about."""


@dataclasses.dataclass(frozen=True, eq=False)
class Statement:
    """A text, word by word."""

    words: tuple[Word, ...]

    def content(self) -> list[Word]:
        """The words that say what it is about."""
        return [w for w in self.words if w.content]

    def children(self, word: Word) -> Iterator[Word]:
        """What hangs on a word, in the order of the text."""
        return (w for w in self.words if w.head == word.at and w is not word)

    def above(self, word: Word) -> Iterator[Word]:
        """What a word hangs on, upwards, without itself."""
        while word.head != word.at:
            word = self.words[word.head]
            yield word

    def under(self, word: Word) -> frozenset[int]:
        """Places of a word and of all that hangs on it."""
        return frozenset(
            w.at for w in self.words if w is word or any(u is word for u in self.above(w))
        )

    @property
    def topic(self) -> frozenset[int]:
        """Places of the words that name what it is about: its first subject."""
        subject = next((w for w in self.words if w.link in SUBJECTS), None)
        return self.under(subject) if subject else frozenset()

    @property
    def root(self) -> Word:
        """The top of the first sentence."""
        return next(w for w in self.words if w.head == w.at)


def plain(text: str) -> str:
    """The text with signs as people write them, without how names are spoken."""
    valid = text.encode("utf-8", "replace").decode("utf-8")  # the parser takes no half characters
    return _SOUNDS.sub(" ", _SIGN.sub(lambda found: _SIGNS[found[0]], valid))


def read(article: Article) -> Statement:
    """The words of an article's sentences; there may be none."""
    found: list[Word] = []
    for number, parsed in enumerate(parse(sentences(article))):
        found += _words(parsed.doc, number, len(found))
    return Statement(tuple(found))


def _words(doc: Iterable[Token], number: int, base: int) -> Iterator[Word]:
    for token in doc:
        lemma = token.lemma_.casefold()
        yield Word(
            at=base + token.i,
            text=token.text,
            folded=fold(token.text),
            lemma=lemma,
            part=token.pos_,
            link=token.dep_,
            head=base + token.head.i,
            sentence=number,
            timed=token.ent_type_ in ("DATE", "TIME"),
            sort=sort(token.text, token.pos_),
            content=token.pos_ in _CONTENT
            and lemma not in _LIGHT | CUES
            and token.dep_ not in ("aux", "auxpass", "neg")
            and any(map(str.isalnum, token.text)),
        )


def fold(text: str) -> str:
    """The word in lower case, of letters, digits and commas only."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in parted if c.isalnum() or c == ",")


def sort(text: str, part: str) -> str:
    """What sort of value a word is, by its form and its part of speech."""
    lower, capital = text.casefold(), text[:1].isupper()
    forms = {
        "year": bool(_YEAR.fullmatch(lower)) or lower in DECADES,
        "month": capital and lower in MONTHS,
        "number": bool(_NUMBER.fullmatch(lower)) or part == "NUM",
        "nation": capital and is_demonym(lower),
        "country": lower in COUNTRIES,
    }
    named = {"PROPN": "name", "NOUN": "noun", "VERB": "verb"}.get(part, "quality")
    return next((name for name, fits in forms.items() if fits), named)
