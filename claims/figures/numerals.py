"""Numbers as news writes them, in digits and in words, to values.

``numerals`` reads plain text and needs no parse, so that every other part can rest on it. The
grammar of number words is that of English cardinals (units, tens, hundred, scales in falling
order) with what newspapers add: "half a million", "two and a half", "4.2bn", "three dozen".
"""

from __future__ import annotations

import dataclasses
import re
from typing import Literal

from claims.figures.number_words import (
    DENOMINATORS,
    LARGE_SUM,
    PLURAL_DENOMINATORS,
    SCALES,
    SMALL,
    Token,
    clean,
    tokenize,
)
from claims.figures.words import word_set

NumeralKind = Literal["integer", "decimal", "fraction", "dozen"]


@dataclasses.dataclass(frozen=True, slots=True)
class Numeral:
    """One number: ``text[start:end]`` means ``value``."""

    start: int
    end: int
    value: float
    kind: NumeralKind
    digits: bool
    """Whether it begins with digits (an address or a year may hide in it)."""


def numerals(text: str) -> list[Numeral]:
    """All numbers of a text from left to right, without overlap; an empty list for none.

    Articles ("a", "an") and "half" alone count only as part of a number: "a dozen", "half a
    million", "half of". Ordinals are no numbers.
    """
    tokens = tokenize(text)
    found: list[Numeral] = []
    i = 0
    while i < len(tokens):
        reader = _Reader(text, tokens)
        read = reader.number(i)
        if read is None:
            i += 1
            continue
        value, stop, kind = read
        start = tokens[i].start
        digits = tokens[i].value is not None
        if (sign := _minus(text, start)) is not None and (digits or text[sign] != "-"):
            value, start = -value, sign
        found.append(Numeral(start, tokens[stop - 1].end, value, kind, digits))
        i = stop
    return found


_MINUS = re.compile(r"(?:\b(?:minus|negative)\s+|(?:^|(?<=[\s(<>=]))-)$", re.IGNORECASE)


def _minus(text: str, start: int) -> int | None:
    base = max(0, start - 12)
    match = _MINUS.search(text[base:start])
    if match is None or (match.group().startswith("-") and base + match.start() > 0 and start > 12):
        return None
    return base + match.start()


class _Reader:
    """Reads one number at a token; each method gives (value, next index) or None."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens

    def word(self, i: int) -> str:
        return self.tokens[i].word if 0 <= i < len(self.tokens) else ""

    def close(self, i: int) -> bool:
        """Token i follows the one before with nothing but space or a hyphen between."""
        if not 0 < i < len(self.tokens):
            return False
        gap = self.text[self.tokens[i - 1].end : self.tokens[i].start]
        return not gap.strip()

    def glued(self, i: int) -> bool:
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def skip(self, i: int, *words: str) -> int | None:
        """The index after these words in a row."""
        for word in words:
            if not (self.word(i) == word and self.close(i)):
                return None
            i += 1
        return i

    def number(self, i: int) -> tuple[float, int, NumeralKind] | None:
        if self._inside_code(i):
            return None
        for read in (self.share, self.slash, self.dozens, self.with_fraction):
            if (result := read(i)) is not None:
                return result
        return None

    def _inside_code(self, i: int) -> bool:
        """Digits glued to letters before them: T72, COVID-19 is dealt with elsewhere."""
        token = self.tokens[i]
        if self.text[max(0, token.start - 2) : token.start].strip(" (") == "R":
            return not LARGE_SUM.match(self.text, token.start)  # rand
        return (
            token.value is not None and self.glued(i) and bool(re.match(r"[a-z]", self.word(i - 1)))
        )

    # -- fractions ------------------------------------------------------------------------------

    def share(self, i: int) -> tuple[float, int, NumeralKind] | None:
        """ "half a million", "a third of", "two thirds", "three quarters of a million"."""
        part = self.fraction(i)
        if part is None:
            return None
        value, j = part
        k = self.skip(j, "of") or j
        k = self.skip(k, "a") or self.skip(k, "an") or (k if k == j else j)
        if self.close(k) and (scale := SCALES.get(self.word(k)) or _SCALE_LIKE.get(self.word(k))):
            return clean(value * scale), k + 1, "dozen" if scale == 12 else "integer"
        if self.word(i) == "half" and self.word(k) in _HALF_BUT:
            return None
        return value, j, "fraction"

    def fraction(self, i: int) -> tuple[float, int] | None:
        if self.word(i) == "half" or (self.word(i) == "quarter" and self.word(i + 1) in SCALES):
            return 1 / DENOMINATORS[self.word(i)], i + 1
        single = self.word(i) in ("a", "an", "one")
        if single:
            j = self._hyphen(i + 1)
            if self.close(j) and (below := DENOMINATORS.get(self.word(j))):
                return (1 / below, j + 1) if self._fraction_may_end(j, i) else None
            return None
        above = self.cardinal(i)
        if above is None:
            return None
        j = self._hyphen(above[1])
        below = PLURAL_DENOMINATORS.get(self.word(j)) if self.close(j) else None
        return (above[0] / below, j + 1) if below and below < 1e2 else None

    def _fraction_may_end(self, j: int, i: int) -> bool:
        """ "a third man" is the third of them; "a third of", "a third." is a share."""
        if self.word(j) in ("half", "quarter") or j > i + 1:
            return True
        nearest = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        if nearest is None or self.text[self.tokens[j].end : nearest.start].strip():
            return True
        return nearest.word in _AFTER_FRACTION or nearest.word in SCALES

    def _hyphen(self, j: int) -> int:
        return j + 1 if self.word(j) == "-" and self.close(j) and self.close(j + 1) else j

    def slash(self, i: int) -> tuple[float, int, NumeralKind] | None:
        """ "3/4", "2 1/4", "2½"; a date or "9/11" is none: the lower part is 2 to 10."""
        token = self.tokens[i]
        if token.value is None:
            return None
        if self._is_sign(token):
            return token.value, i + 1, "fraction"
        nearest = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        if nearest and nearest.value is not None and self._is_sign(nearest) and self.close(i + 1):
            return token.value + nearest.value, i + 2, "fraction"
        if (part := self._over(i)) is not None:
            return part, i + 3, "fraction"
        if token.plain and self.close(i + 1) and (part := self._over(i + 1)) is not None:
            return token.value + part, i + 4, "fraction"
        return None

    @staticmethod
    def _is_sign(token: Token) -> bool:
        """A fraction in one character: "½"."""
        return not token.plain and token.end - token.start == 1 and (token.value or 1) < 1

    def _over(self, i: int) -> float | None:
        """The value of tokens i..i+2 as "above/below"."""
        if i + 2 >= len(self.tokens) or self.word(i + 1) != "/":
            return None
        above, below = self.tokens[i], self.tokens[i + 2]
        if above.value is None or below.value is None or not (above.plain and below.plain):
            return None
        if not (self.glued(i + 1) and self.glued(i + 2)) or self.word(i + 3) == "/":
            return None
        if i > 0 and self.word(i - 1) == "/" and self.glued(i):
            return None
        return above.value / below.value if 0 < above.value < below.value <= 10 else None

    # -- whole numbers --------------------------------------------------------------------------

    def dozens(self, i: int) -> tuple[float, int, NumeralKind] | None:
        """ "a dozen", "two dozen", "three dozens"; "half a dozen" is a share of one."""
        count: tuple[float, int] | None
        count = (1.0, i + 1) if self.word(i) == "a" else self.cardinal(i)
        if self.word(i) == "dozen":
            return 12.0, i + 1, "dozen"
        if count is None or not self.close(count[1]):
            return None
        scale = self.word(count[1])
        if scale == "dozen" or (scale == "dozens" and self.word(i) != "a"):
            return 12 * count[0], count[1] + 1, "dozen"
        return None

    def with_fraction(self, i: int) -> tuple[float, int, NumeralKind] | None:
        """A cardinal with what may follow: "and a half (million)", "point five"."""
        start = i
        if self.word(i) in ("a", "an") and self._scale_follows(i + 1):
            start = i + 1
        whole = self.cardinal(start)
        if whole is None:
            return None
        value, j = whole
        if point := self._point(j):
            return value + point[0], point[1], "decimal"
        if (k := self.skip(j, "and")) is not None and (part := self.fraction(k)):
            last = self._last_scale(j)
            if self.close(part[1]) and (scale := SCALES.get(self.word(part[1]))):
                if last == 1:
                    return clean((value + part[0]) * scale), part[1] + 1, "integer"
                return value + part[0] * scale, part[1] + 1, "integer"
            return value + part[0] * last, part[1], "fraction" if last == 1 else "integer"
        return value, j, "integer" if float(value).is_integer() else "decimal"

    def _scale_follows(self, i: int) -> bool:
        return self.close(i) and (self.word(i) in SCALES or self.word(i) == "hundred")

    def _last_scale(self, j: int) -> float:
        return SCALES.get(self.word(j - 1), 1.0)

    def _point(self, j: int) -> tuple[float, int] | None:
        k = self.skip(j, "point")
        if k is None or self.word(k) not in SMALL:
            return None
        digits = ""
        while (pair := self._below_hundred(k)) is not None and self.close(k):
            digits += str(int(pair[0]))
            k = pair[1]
        return float(f"0.{digits}"), k

    def cardinal(self, i: int) -> tuple[float, int] | None:
        """ "two hundred and two thousand", "3 hundred and 21", "twenty-one trillion", "4.2 bn"."""
        total, ceiling, j = 0.0, float("inf"), i
        while True:
            group = self._group(j)
            if group is None:
                break
            value, k = group
            scale = 1.0
            while self.close(k) and self.word(k) in SCALES:
                scale *= SCALES[self.word(k)]
                k += 1
            value = clean(value * scale)
            if value >= ceiling or (j > i and value == 0):
                break
            total, j, ceiling = total + value, k, scale
            if scale == 1:
                break
            nearest = self.skip(j, "and") or j
            if not self.close(nearest) or self._part(nearest):
                break
            after = self._group(nearest)
            if after is None or after[0] >= ceiling or after[0] == 0:
                break
            if self._above(after[1], ceiling):
                break
            j = nearest
        if j == i:
            return None
        return total, j

    def _above(self, i: int, ceiling: float) -> bool:
        """The scale at i is as high as the one before: another number begins."""
        return self.close(i) and SCALES.get(self.word(i), 0) >= ceiling

    def _group(self, i: int) -> tuple[float, int] | None:
        """What stands before a scale: digits, or words below a thousand."""
        if i >= len(self.tokens):
            return None
        if self.word(i) == "hundred":
            value, j = 100.0, i + 1
        elif self.word(i) in SCALES and self.word(i) in _BARE_SCALES:
            return 1.0, i
        else:
            head = self._below_hundred(i)
            if head is None:
                return None
            value, j = head
            if not (self.close(j) and self.word(j) == "hundred"):
                return value, j
            value, j = value * 100, j + 1
        k = self.skip(j, "and") or j
        rest = self._below_hundred(k) if self.close(k) and not self._part(k) else None
        if rest and 0 < rest[0] < 100 and self.word(rest[1]) != "hundred" and rest[0].is_integer():
            return value + rest[0], rest[1]
        return value, j

    def _part(self, i: int) -> bool:
        """A share begins here ("three quarters", "one half"), so it is no further whole part."""
        head = self._below_hundred(i)
        if head is None or not self.close(head[1]):
            return False
        below = self.word(self._hyphen(head[1]))
        return below in PLURAL_DENOMINATORS or (head[0] == 1 and below in DENOMINATORS)

    def _below_hundred(self, i: int) -> tuple[float, int] | None:
        if i >= len(self.tokens):
            return None
        token = self.tokens[i]
        if token.value is not None:
            return None if self._inside_code(i) else (token.value, i + 1)
        value = SMALL.get(token.word)
        if value is None:
            return None
        if value >= 20:
            j = self._hyphen(i + 1)
            unit = SMALL.get(self.word(j), 0) if self.close(j) else 0
            if 0 < unit < 10:
                return float(value + unit), j + 1
        return float(value), i + 1


_SCALE_LIKE = {"dozen": 12.0, "hundred": 100.0}
_BARE_SCALES = frozenset({"thousand", "million", "billion", "trillion"})
_HALF_BUT = frozenset({"hour", "brother", "sister", "time", "way", "mast", "staff", "-"})
_AFTER_FRACTION = word_set(
    "of are were was is have has had said say more less as in to and or from since by on the "
    "a an their its his her plus equals"
)
