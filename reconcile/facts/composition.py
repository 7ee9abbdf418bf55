"""Of whom a few consisted: "a man and two women" against "two men and a woman"."""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from claims.figures import numerals
from claims.records import Claim
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import REMEMBERED, View
from reports import words

_NUMBER = r"(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})"
_NOUN = (
    r"(?P<{0}>m[ea]n|wom[ea]n|boys?|girls?|males?|females?|sons?|daughters?|brothers?|sisters?"
    r"|child(?:ren)?|adults?|teen(?:ager)?s?|civilians?|soldiers?|(?:police )?officers?)"
)
_AGE = r"(?:[\w-]+[- ]year[- ]old[- ])?(?:(?:other|young|adult|teenage|elderly) )?"
_BARE = r" and (?:men|women|child|girls|boys)"
"""What goes on so has one number for both."""

_PART = re.compile(
    rf"(?P<n>{_NUMBER}) {_AGE}{_NOUN.format('noun')}\b(?!['’]s|{_BARE})"
    r"(?P<more>,? and |, (?=\w+ ))?",
    re.IGNORECASE,
)
_LEMMA = {
    "men": "man", "women": "woman", "children": "child", "males": "man", "male": "man",
    "females": "woman", "female": "woman",
}  # fmt: skip

_SEX = {"man": "male", "boy": "male", "son": "male", "brother": "male"} | {
    "woman": "female", "girl": "female", "daughter": "female", "sister": "female",
}  # fmt: skip
_STAGE = {"man": "adult", "woman": "adult", "adult": "adult"} | {
    "boy": "child", "girl": "child", "child": "child",
}  # fmt: skip

SAME_STORY = 0.3
"""Least probability of one story for two groups to be one."""

MIXED = 2
"""Least kinds of persons on one side: two girls may be two of the children."""

FATES = {
    "killed": frozenset("kill die find".split()),
    "hurt": frozenset("injure shoot attack hospitalise treat".split()),
    "held": frozenset("arrest charge detained convict".split()),
}
"""What befell them; of two that differ other persons are told."""


OTHER_FATES = ({"held", "killed"}, {"held", "hurt"})
"""Who was hurt may have died of it."""


def compare_compositions(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """As many persons on both sides, but not the same ones; nothing where either tells of fewer
    than two, or of another fate."""
    first, second = makeup(a.claim), makeup(b.claim)
    if not first or not second or {_fate(a.claim), _fate(b.claim)} in OTHER_FATES:
        return
    if alignment.story < SAME_STORY:
        return
    if alignment.time.match is Match.DIFFERS or max(len(first), len(second)) < MIXED:
        return
    for table in (_SEX, _STAGE):
        one, other = _by(table, first), _by(table, second)
        if one and other and one != other and sum(one.values()) == sum(other.values()):
            break
    else:
        return
    if makeup_of(b, first) or makeup_of(a, second):
        return
    values = _told(first), _told(second)
    signs = {"composition"}
    if alignment.happening.match is Match.SAME:
        signs.add("same_happening")
    if _fate(a.claim) and _fate(a.claim) == _fate(b.claim):
        signs.add("same_fate")
    reason = f"{values[0]} against {values[1]} as those of whom it is told"
    yield Finding("conflict", "actor", values, reason, 0.6, frozenset(signs))


@functools.lru_cache(maxsize=REMEMBERED)
def makeup(claim: Claim) -> Mapping[str, int]:
    """How many of each noun the one row of persons in a claim holds; empty for fewer than two
    persons, or for two rows."""
    rows: list[Counter[str]] = []
    at = -1
    for match in _PART.finditer(claim.text):
        if match.start() != at:
            rows.append(Counter())
        noun = match["noun"].lower()
        noun = _LEMMA.get(noun) or noun.removesuffix("s")
        number = numerals(match["n"])
        rows[-1][noun] += int(number[0].value) if number else 1
        at = match.end() if match["more"] else -1
    several = [row for row in rows if len(row) > 1]
    chosen = several if several else [row for row in rows if sum(row.values()) > 1]
    return chosen[0] if len(chosen) == 1 and len(rows) <= 2 else {}


def _by(table: Mapping[str, str], row: Mapping[str, int]) -> Counter[str]:
    """How many of each kind; empty where a noun says nothing of it."""
    if not row.keys() <= table.keys():
        return Counter()
    found: Counter[str] = Counter()
    for noun, number in row.items():
        found[table[noun]] += number
    return found


def makeup_of(view: View, row: Mapping[str, int]) -> bool:
    """Whether another claim of an article tells of the very same persons."""
    return any(makeup(claim) == row for claim in view.neighbours)


def _fate(claim: Claim) -> str:
    told = claim.happening.sense if claim.happening else ""
    return next((fate for fate, senses in FATES.items() if told in senses), "")


def _told(row: Mapping[str, int]) -> str:
    return " and ".join(
        f"{number} {noun if number == 1 else words.plural(noun)}" for noun, number in row.items()
    )
