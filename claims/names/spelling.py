"""When two spellings are of one name."""

from __future__ import annotations

import dataclasses
import functools
import re

from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Levenshtein

from claims.names.demonyms import is_demonym
from claims.names.lexicon import (
    CALLED,
    COMPASS,
    EXACT,
    GENERATIONS,
    NOT_PERSON,
    OPENING,
    SHORTENED,
    STREETS,
)
from claims.titles import TITLES
from claims.words import words

RATIO = 80.0
"""Least rapidfuzz ratio: 25 of 26 variants in the seed articles pass it (design, "Parts")."""
SHORT = 5
"""Letters below which only the same plain form is the same name (Hama and Homs, Iran and Iraq)."""
_TYPO_RATIO = 85.0
_TYPO_LETTERS = 7
"""A misspelt word in a long name has at least this many letters."""

_WORD = 4
"""Letters from which a name in capitals throughout and the same word without are one name."""
_SLIP_EVERY = 4
"""Letters of a surname to a slip that it may have after the same given name, within a story."""
POSSESSIVE = "a possessive that lost its apostrophe (97)"
_LONG = 3
"""Words from which a name that is no person's is the same wherever it stands, one slip or not."""

_ARTICLE = re.compile(
    r"(?<![a-z])(?:(?:al|el|ul|il|a|an|ar|as|ash|at|ath|ad|az|er|es|esh|et|ed|ez|e)-|(?:al|el) )"
    r"(?=[a-z])"
)
_ASSIMILATED = re.compile(r"(?<=[a-z] )e(?=z|ss|rr|nn|tt|dd)")
"""An article written on to its word: "Ezzor"."""
_SERVANT = re.compile(r"\b(?:abd[aeou](?:l[ -]?|(?=([rnstdz])\1))|abd )(?=[a-z]{3})")
"""First part of names such as Abdul Rahman, Abdel-Rahman, Abd al-Rahman, which are one word."""
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
_LIKE_LONG = _LIKE | {frozenset("ao")}
"""The same in a word of at least ``_TYPO_LETTERS``: Hezbollah, Hizballah."""


@dataclasses.dataclass(frozen=True, slots=True)
class Form:
    """A name as it is compared."""

    plain: str
    """All words as one: no titles before, no articles, ASCII, lower case, nothing shortened."""
    words: tuple[str, ...]
    """The same word by word, with what transliterations of one word share made one."""
    skeleton: str
    """Consonants of all words."""
    acronym: str
    """Its letters when it is written as one (``HTS``, ``U.N.``), else empty."""
    initials: tuple[str, ...]
    """What an acronym of it could be; empty below two words."""
    titled: bool
    """A title or an article stands before it."""
    single: bool
    """Whether it is written as one word, hyphens or not."""
    given: str
    """First word of what may be a person's full name, written like ``words``; else empty."""
    surname: str
    """Its last one, parts that hang together by a hyphen as one; else empty."""

    @property
    def joined(self) -> str:
        """All words as one."""
        return "".join(self.words)

    def keys(self) -> tuple[str, ...]:
        """Names that may be one share a key."""
        found = [self.skeleton if len(self.joined) >= SHORT else "=" + self.joined]
        if self.joined.endswith("s"):
            for bare in (self.joined[:-1], _fold(self.plain[:-1])):
                found += [_skeleton(bare), "=" + bare]
        if self.surname:
            found += [f"{self.given} *", f"* {self.surname}"]
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


_CALLED_FOLDED = tuple(frozenset(map(_fold, called)) for called in CALLED)
TELLING = frozenset(map(_fold, EXACT))
"""``EXACT`` as words are compared."""


def form(text: str) -> Form:
    """The form of a written name; of one without letters the words are what is left of it."""
    ascii_text = anyascii(text).strip()
    acronym = ascii_text.replace(".", "").replace("'s", "")
    is_acronym = acronym.isalpha() and acronym.isupper() and 2 <= len(acronym) <= 6
    lower = re.sub(r"'s?(?![a-z])", "", ascii_text.lower())
    plain = _ASSIMILATED.sub("", _ARTICLE.sub("", re.sub(r"['`’]", "", lower))).replace(".", "")
    plain = _SERVANT.sub("abdul", plain)
    raw = re.findall(r"[a-z0-9]+", plain)
    count = len(raw)
    while len(raw) > 1 and (raw[0] in TITLES or raw[0] == "the"):
        raw = raw[1:]
    titled = len(raw) < count
    raw = _in_full(raw)
    folded = tuple(_fold(word) for word in raw) or (ascii_text.lower(),)
    spelled = _spelled_out(ascii_text)
    big = [word for word in raw if word not in _SMALL] if spelled else []
    initials = {"".join(w[0] for w in big), "".join(w[0] for w in raw)} if len(big) > 1 else set()
    given, surname = _person(plain, raw, ascii_text)
    return Form(
        plain="".join(raw) or ascii_text.lower(),
        words=folded,
        skeleton=_skeleton("".join(folded)),
        acronym=acronym.lower() if is_acronym else "",
        initials=tuple(sorted(i for i in initials if len(i) >= 2)),
        titled=titled,
        single=" " not in plain.strip(),
        given=given,
        surname=surname,
    )


def _in_full(raw: list[str]) -> list[str]:
    """The words of a longer name with what is shortened in it written out."""
    if len(raw) < 2:
        return raw
    end = len(raw) - 1 - (raw[-1] in COMPASS and len(raw) > 2)
    found = list(raw)
    found[end] = SHORTENED.get(raw[end], raw[end])
    found[0] = OPENING.get(raw[0], raw[0])
    if not STREETS.isdisjoint(found):
        found = [COMPASS.get(word, word) for word in found]
    return found[2:] if found[:2] == ["city", "of"] and len(found) > 2 else found


def _spelled_out(written: str) -> bool:
    """Whether initials may be made of a name: no common noun in it ("Lake county"), no acronym."""
    bare = re.sub(r"\b[A-Za-z]{1,4}-(?=[A-Z])", "", written)  # an article before its word
    parts = [w for w in re.findall(r"[A-Za-z]+", bare) if w.lower() not in _SMALL]
    return written.isupper() or all(w[0].isupper() and not w[1:].isupper() for w in parts if w)


def _person(plain: str, raw: list[str], written: str) -> tuple[str, str]:
    """Given name and surname of what may be a person's full name; empty for other names."""
    named = [word for word in raw if word not in GENERATIONS]
    if not 2 <= len(named) <= 4 or "&" in written or " " not in plain.strip():
        return "", ""
    if any(not w.isalpha() or w in NOT_PERSON or w in _SMALL or is_demonym(w) for w in named):
        return "", ""
    if any(len(w) > 2 and w.isupper() for w in written.split()) and not written.isupper():
        return "", ""  # a label or a broadcaster run into the name
    if named[0] in COMPASS:
        return "", ""
    last = [w for w in plain.split() if re.sub("[^a-z]", "", w) not in GENERATIONS][-1]
    surname = "".join(_fold(part) for part in re.findall(r"[a-z0-9]+", last))
    fits = len(surname) > 1 and surname != _fold(named[0])
    return (_fold(named[0]), surname) if fits else ("", "")


@dataclasses.dataclass(frozen=True, slots=True)
class Likeness:
    """How two spellings are alike."""

    score: float
    """0 to 100."""
    reason: str
    sure: bool
    """Whether they are one name wherever they stand; otherwise only within one story."""


_SAME = "the same but for article, title, apostrophe, capitals or an abbreviation (100)"
_FOLDED = "the same but for how a sound is written (98)"


def compare(a: Form, b: Form) -> Likeness | None:
    """How both may be spellings of one name, or ``None`` when they may not."""
    shouted = a.plain == b.plain and len(a.plain) >= _WORD
    if shouted or bool(a.acronym) == bool(b.acronym):
        if a.plain == b.plain:
            parted = a.words != b.words
            if not parted:
                return Likeness(100.0, _SAME, True)
            long = max(len(a.words), len(b.words)) >= _LONG
            return Likeness(99.0, "the same but for spaces and hyphens (99)", long)
        if a.joined == b.joined and not a.acronym:
            return Likeness(98.0, _FOLDED, False)
    for one, other in ((a, b), (b, a)):
        lost = one.plain == other.plain + "s" or one.joined == other.joined + "s"
        if lost and not one.acronym and len(one.words) == len(other.words):
            return Likeness(97.0, POSSESSIVE, True)
    if a.acronym or b.acronym or _digits(a) != _digits(b):
        return None
    if min(len(a.joined), len(b.joined)) < SHORT:
        return None
    if a.surname and b.surname and (kind := _same_person(a, b)):
        return Likeness(96.0, f"{kind} (96)", False)
    ratio = fuzz.ratio(a.joined, b.joined)
    kind = _kind(a, b) if ratio >= RATIO else ""
    long = len(a.words) >= _LONG and not (a.surname and b.surname)
    return Likeness(min(ratio, 95.0), f"{kind} ({ratio:.0f})", long) if kind else None


def _kind(a: Form, b: Form) -> str:
    """In which way two names that look alike are spellings of one; empty when they are not."""
    if len(a.words) != len(b.words):
        fits = _alike(a.joined, b.joined) and not (set(a.words) ^ set(b.words)) & TELLING
        return "spelling without spaces" if fits else ""
    different = [(x, y) for x, y in zip(a.words, b.words, strict=True) if x != y]
    if all(_alike(x, y, alone=len(a.words) == 1) for x, y in different):
        return "spelling"
    slip = len(a.words) >= _LONG and len(different) == 1 and _slip(*different[0])
    return "one word misspelt" if slip else ""


def _same_person(a: Form, b: Form) -> str:
    """In which way two full names may be one person's; empty when they may not."""
    if {*a.words} & GENERATIONS != {*b.words} & GENERATIONS:
        return ""
    middles = sorted((a.words[1:-1], b.words[1:-1]), key=len)
    if (a.given, a.surname) == (b.given, b.surname):
        return _middles(*middles)
    if a.surname == b.surname:
        if any({a.given, b.given} <= called for called in _CALLED_FOLDED):
            return "a given name shortened"
        slip = bool(middles[0]) and middles[0] == middles[1] and _typo(a.given, b.given)
        return "a given name misspelt" if slip else ""
    slip = len(a.given) > 1 and a.given == b.given and _typo(a.surname, b.surname)
    return "a surname misspelt" if slip else ""


def _middles(fewer: tuple[str, ...], more: tuple[str, ...]) -> str:
    """What differs between the names around two middle names; empty when they are two men's."""
    if not fewer:
        return "a middle name left out"
    pairs = list(zip(fewer, more, strict=False))
    if len(fewer) != len(more):
        return ""
    if all(x == y or (x[0] == y[0] and min(len(x), len(y)) == 1) for x, y in pairs):
        return "a middle name shortened"
    return "a middle name misspelt" if all(x == y or _typo(x, y) for x, y in pairs) else ""


def _typo(x: str, y: str) -> bool:
    """Whether a part of a person's name is the other with a slip or two, the rest being equal."""
    shorter = min(len(x), len(y))
    return shorter >= SHORT and OSA.distance(x, y) <= 1 + shorter // _SLIP_EVERY


def _digits(shape: Form) -> list[str]:
    return sorted(word for word in shape.words if any(c.isdigit() for c in word))


def _alike(x: str, y: str, alone: bool = True) -> bool:
    """Two transliterations of one word: the same consonants, like vowels, the same kind of end.

    A short word (Tal, Tel) may vary only beside another word.
    """
    if x == y:
        return True
    if {x, y} & TELLING or _skeleton(x) != _skeleton(y):
        return False
    short = min(len(x), len(y)) < SHORT
    if (short and alone) or (not short and fuzz.ratio(x, y) < RATIO):
        return False
    if (x[-1] in _VOWELS) != (y[-1] in _VOWELS) or (x[0] in _VOWELS) != (y[0] in _VOWELS):
        return False
    like = _LIKE if min(len(x), len(y)) < _TYPO_LETTERS else _LIKE_LONG
    return all(
        frozenset((x[op.src_pos], y[op.dest_pos])) in like
        for op in Levenshtein.editops(x, y)
        if op.tag == "replace"
    )


def _slip(x: str, y: str) -> bool:
    """A slip of one letter within a long word, or a country for its people: Syria(n)."""
    if {x + "n", x + "i"} & {y} or {y + "n", y + "i"} & {x}:
        return is_demonym(x) or is_demonym(y)
    if min(len(x), len(y)) < _TYPO_LETTERS or {x, y} & TELLING:
        return False
    return Levenshtein.distance(x, y) == 1 and fuzz.ratio(x, y) >= _TYPO_RATIO
