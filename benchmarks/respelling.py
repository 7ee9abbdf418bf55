"""Foreign names as two outlets spell them: Vaatour and Vaatur, Orquami and Orkwami.

Writers of groups spell a name in one way; outlets do not. A pair of sentences with a name in
common is learnt now and then with the name respelt in one of them, whatever the two are to each
other, so that a spelling is no clash. Which letters are exchanged was set down by hand, in the
manner of Freeman, Condon and Ackerman 2006 ("Cross linguistic name matching in English and
Arabic").
"""

from __future__ import annotations

import dataclasses
import random
import re
from collections.abc import Callable

from benchmarks.groups import Told
from benchmarks.perturbing import edited

OFTEN = 0.35
"""How often a pair with a name in common has it respelt."""

_NAME = re.compile(r"\b[A-Z][a-z]{4,}\b")

_EXCHANGES = tuple(
    (one, other)
    for pair in (
        "ou u", "oo u", "ee i", "aa a", "ei ai", "ai ay", "y i", "q k", "kh k", "gh g", "sh ch",
        "j dj", "z s", "ph f", "c k", "w v", "o u", "e i", "e a", "ah a", "eh e", "dh d", "th t",
    )
    for one, other in (pair.split(), pair.split()[::-1])
)  # fmt: skip
_DOUBLE = re.compile(r"([bdfklmnprst])\1")
_SINGLE = re.compile(r"(?<=[aeiou])([bdfklmnprst])(?=[aeiou])")


def respelt(told: Told, is_word: Callable[[str], bool], chance: random.Random) -> Told:
    """The pair, now and then with a name of both sentences respelt in the second; the pair itself
    where they share none.

    Args:
        told: Two sentences.
        is_word: Whether a word is a common one, and no foreign name.
        chance: What decides.
    """
    if chance.random() >= OFTEN:
        return told
    shared = set(_NAME.findall(told.a.text)) & set(_NAME.findall(told.b.text))
    names = sorted(name for name in shared if not is_word(name))
    if not names:
        return told
    name = chance.choice(names)
    other = variant(name, chance)
    edits = [(*m.span(), other) for m in re.finditer(rf"\b{name}\b", told.b.text)]
    b, spans = edited(told.b, told.spans[1], edits)
    return dataclasses.replace(told, b=b, spans=(told.spans[0], spans))


def variant(name: str, chance: random.Random) -> str:
    """Another spelling of a name; its first letter stays large. The same where none is known."""
    low = name.lower()
    found = [
        low[:at] + other + low[at + len(one) :]
        for one, other in _EXCHANGES
        for at in (m.start() for m in re.finditer(one, low))
    ]
    found += [low[: m.start()] + m[1] + low[m.end() :] for m in _DOUBLE.finditer(low)]
    found += [low[: m.start()] + 2 * m[1] + low[m.end() :] for m in _SINGLE.finditer(low)]
    return chance.choice(found).capitalize() if found else name
