"""Two short texts as a whole: what tells whether they state one fact when no values meet."""

from __future__ import annotations

import math
import re

from reconcile.views import content_words
from reconcile.weighing import Features

NUMBER_WORDS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
"""From 2 on; "one" is mostly no number."""
_NUMBER = re.compile(rf"\d+(?:[.,:]\d+)*|\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_VALUE = {word: str(number) for number, word in enumerate(NUMBER_WORDS, 2)}
_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|den(?:y|ied|ies)|false|without)\b|n['’]t\b", re.I
)


def well_formed(text: str) -> str:
    """A text that can be written: half a surrogate pair, which JSON can hold, is no text; a mark of
    the same length stands in."""
    return text.encode("utf-8", "replace").decode("utf-8")


def numbers(text: str) -> frozenset[str]:
    """The numbers of a text as digits; "one" is left out."""
    found = (m[0].casefold() for m in _NUMBER.finditer(_THOUSANDS.sub("", text)))
    return frozenset(_VALUE.get(word, word) for word in found)


def text_features(a: str, b: str) -> Features:
    """What two texts share in numbers, words and negation, whatever was read from them."""
    mine, other = numbers(a), numbers(b)
    first, second = content_words(a), content_words(b)
    shared = len(first & second)
    return {
        "numbers:both": float(bool(mine and other)),
        "numbers:shared": float(bool(mine & other)),
        "numbers:apart": float(bool(mine and other and not mine & other)),
        "numbers:none": float(not mine and not other),
        "negation": float(bool(_NEGATION.search(a)) != bool(_NEGATION.search(b))),
        "overlap": shared / max(1, min(len(first), len(second))),
        "jaccard": shared / max(1, len(first | second)),
        "length": math.log1p(min(len(a), len(b))) - 5,
    }
