"""When two spellings are of one name."""

from __future__ import annotations

import dataclasses
import functools
import re

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from claims.names.demonyms import is_demonym
from claims.titles import TITLES
from claims.words import words

RATIO = 80.0
"""Least rapidfuzz ratio: 25 of 26 variants in the seed articles pass it (design, "Parts")."""
SHORT = 5
"""Letters below which only the same plain form is the same name (Hama and Homs, Iran and Iraq)."""
_TYPO_RATIO = 85.0
_TYPO_LETTERS = 7
"""A misspelt word in a long name has at least this many letters."""

_ARTICLE = re.compile(
    r"(?<![a-z])(?:(?:al|el|ul|il|a|an|ar|as|ash|at|ath|ad|az|er|es|esh|et|ed|ez|e)-|(?:al|el) )"
    r"(?=[a-z])"
)
_ASSIMILATED = re.compile(r"(?<=[a-z] )e(?=zz|ss|rr|nn|tt|dd)")
"""An article written on to its word: "Ezzor"."""
_SMALL = words("of for the and in at to de la")
_VOWELS = "aeiouy"
_FOLDS = (
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee|ie(?!$)"), "i"),
    (re.compile(r"ey|ay|ei"), "ai"),
    (re.compile(r"(.)\1"), r"\1"),
    (re.compile(r"(?<=[aeiou])h$"), ""),
)
_CONSONANTS = (("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("q", "k"), ("ck", "k"))
_LIKE = frozenset(
    frozenset(pair) for pair in ("ae", "ei", "ou", "iy", "ey", "qk", "ck", "gj", "zs", "uw")
)
"""Letters that transliterations of one word change for one another."""
_EXACT = words(
    "north south east west northern southern eastern western northwest northeast southwest "
    "southeast upper lower new old first second third fourth fifth sixth seventh eighth ninth "
    "tenth one two three four five city province governorate district village street road "
    "airport hospital university river lake mount school camp battalion brigade division army "
    "front party union state states"
)
"""Words that tell names apart: never spelling variants of another word."""
_NOT_PERSON = _EXACT | words(
    "free national united syria direct news agency tv radio group network ministry council "
    "observatory party movement jaish jabhat hayat kafr khan tel tal tell deir bab wadi jabal "
    "saint port san los fort cape islamic police department county times post media forces "
    "force house white security international democratic"
)


@dataclasses.dataclass(frozen=True, slots=True)
class Form:
    """A name as it is compared."""

    words: tuple[str, ...]
    """Plain words: no titles before, no articles, ASCII, lower case, doubled letters once."""
    skeleton: str
    """Consonants of all words."""
    acronym: str
    """Its letters when it is written as one (``HTS``, ``U.N.``), else empty."""
    initials: tuple[str, ...]
    """What an acronym of it could be; empty below two words."""
    titled: bool
    """A title or an article stands before it."""
    person: bool
    """It may be a person's full name."""

    @property
    def joined(self) -> str:
        """All words as one."""
        return "".join(self.words)

    def keys(self) -> tuple[str, ...]:
        """Names that may be one share a key."""
        found = [self.skeleton if len(self.joined) >= SHORT else "=" + self.joined]
        if self.joined.endswith("s"):
            found.append(_skeleton(self.joined[:-1]))
        if len(self.words) >= 3:
            found += [
                " ".join(("*", *self.words[:i], "?", *self.words[i + 1 :]))
                for i in range(len(self.words))
            ]
        return tuple(dict.fromkeys(found))


def _skeleton(word: str) -> str:
    for pattern, plain in _CONSONANTS:
        word = word.replace(pattern, plain)
    return re.sub(rf"[{_VOWELS}]", "", re.sub(r"(.)\1+", r"\1", word))


@functools.lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    for pattern, plain in _FOLDS:
        word = pattern.sub(plain, word)
    return word


def form(text: str) -> Form:
    """The form of a written name; of one without letters the words are what is left of it."""
    ascii_text = anyascii(text).strip()
    acronym = ascii_text.replace(".", "").replace("'s", "")
    is_acronym = acronym.isalpha() and acronym.isupper() and 2 <= len(acronym) <= 6
    lower = re.sub(r"'s?(?![a-z])", "", ascii_text.lower())
    plain = _ASSIMILATED.sub("", _ARTICLE.sub("", re.sub(r"['`’]", "", lower))).replace(".", "")
    raw = re.findall(r"[a-z0-9]+", plain)
    count = len(raw)
    while len(raw) > 1 and (raw[0] in TITLES or raw[0] == "the"):
        raw = raw[1:]
    words = tuple(_fold(word) for word in raw) or (ascii_text.lower(),)
    big = [word for word in raw if word not in _SMALL]
    initials = {"".join(w[0] for w in big), "".join(w[0] for w in raw)} if len(big) > 1 else set()
    person = (
        2 <= len(raw) <= 4
        and all(word.isalpha() and word not in _NOT_PERSON | _SMALL for word in raw)
        and not any(is_demonym(word) for word in raw)
    )
    return Form(
        words=words,
        skeleton=_skeleton("".join(words)),
        acronym=acronym.lower() if is_acronym else "",
        initials=tuple(sorted(i for i in initials if len(i) >= 2)),
        titled=len(raw) < count,
        person=person,
    )


def compare(a: Form, b: Form) -> tuple[float, str] | None:
    """Score (0 to 100) and reason when both may be spellings of one name, else ``None``."""
    if a.words == b.words and bool(a.acronym) == bool(b.acronym):
        return 100.0, "the same but for article, title, apostrophe or doubled letters (100)"
    if a.joined == b.joined and a.acronym == b.acronym:
        return 99.0, "the same but for spaces and hyphens (99)"
    if a.acronym or b.acronym or _digits(a) != _digits(b):
        return None
    if min(len(a.joined), len(b.joined)) < SHORT:
        return None
    for one, other in ((a, b), (b, a)):
        if one.joined == other.joined + "s" and len(one.words) == len(other.words):
            return 98.0, "a possessive that lost its apostrophe (98)"
    ratio = fuzz.ratio(a.joined, b.joined)
    if ratio < RATIO:
        return None
    if len(a.words) != len(b.words):
        fits = _alike(a.joined, b.joined) and not (set(a.words) ^ set(b.words)) & _EXACT
        return (ratio, f"spelling without spaces ({ratio:.0f})") if fits else None
    different = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if all(_alike(x, y, alone=len(a.words) == 1) for x, y in different):
        return ratio, f"spelling ({ratio:.0f})"
    if len(a.words) >= 3 and len(different) == 1 and _misspelt(*different[0]):
        return ratio, f"one word misspelt ({ratio:.0f})"
    return None


def _digits(shape: Form) -> list[str]:
    return sorted(word for word in shape.words if any(c.isdigit() for c in word))


def _alike(x: str, y: str, alone: bool = True) -> bool:
    """Two transliterations of one word: the same consonants, like vowels, the same kind of end.

    A short word (Tal, Tel) may vary only beside another word.
    """
    if x == y:
        return True
    if {x, y} & _EXACT or _skeleton(x) != _skeleton(y):
        return False
    short = min(len(x), len(y)) < SHORT
    if (short and alone) or (not short and fuzz.ratio(x, y) < RATIO):
        return False
    if (x[-1] in _VOWELS) != (y[-1] in _VOWELS) or (x[0] in _VOWELS) != (y[0] in _VOWELS):
        return False
    return all(
        frozenset((x[op.src_pos], y[op.dest_pos])) in _LIKE
        for op in Levenshtein.editops(x, y)
        if op.tag == "replace"
    )


def _misspelt(x: str, y: str) -> bool:
    """A slip of one letter within a long word."""
    if min(len(x), len(y)) < _TYPO_LETTERS or {x, y} & _EXACT:
        return False
    return Levenshtein.distance(x, y) == 1 and fuzz.ratio(x, y) >= _TYPO_RATIO
