"""How many children somebody has: "a mother of three" against "had two children"."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Iterator

from claims.figures import numerals
from claims.figures.sexes import sex
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.ties import SAME_STORY
from reconcile.views import REMEMBERED, View

_N = r"(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_YOUNG = r"(?:(?:young|small|little|minor|adult|grown|teenage|beloved|own) ){0,2}"
_CHILDREN = r"(?:children|kids)"
_END = (
    r"(?=\s?(?:$|[,.;:!?)\"”’—–]|(?:and|who|whose|was|is|were|had|has|from|of (?:his|her) own|by|"
    r"together|aged?|ages|neither|none|ranging|with (?:his|her|the) (?:wife|husband|ex|late|[A-Z])|"
    r"said|died|behind)\b))"
)
_PARENT = re.compile(
    rf"\b(?P<who>mother|father|mom|mum|dad|parent)(?: |-)of(?: |-){_N}\b"
    rf"(?: {_YOUNG}{_CHILDREN})?(?! (?:[a-z]+ )?(?:boys|girls|sons|"
    r"daughters|young|small|of|wom[ae]n|m[ae]n|others?|people|victims?|suspects?|teens?)\b|"
    r" grand|[- ]\w+[- ]old|-)",
    re.IGNORECASE,
)
_HAS = re.compile(
    rf"\b(?:(?P<who>he|she|who)(?:['’]d)? )?(?:(?:already|also|now) )?(?:had|has|leaves?|"
    rf"leaving|left)(?: behind)?(?: (?:his|her))? {_N} {_YOUNG}{_CHILDREN}{_END}",
    re.IGNORECASE,
)
"""Who *left* children leaves them behind, where nothing says in what place he left them."""

_NAME = r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}"
_BEFORE = re.compile(
    rf"(?P<name>{_NAME})(?:, \d{{1,3}},?)?,? ?(?:(?:who )?(?:is|was|had been|,) ?)?(?:an?|the)?"
    r"(?: [\w-]+){0,3} $|"
    rf"(?P<subject>{_NAME})(?:, \d{{1,3}},)?(?: [a-z]+)? $"
)
_AFTER = re.compile(rf"^,? (?P<name>{_NAME})")


@dataclasses.dataclass(frozen=True, slots=True)
class Parent:
    """Somebody with so many children."""

    count: int
    text: str
    name: str
    """As written; empty where none stands beside it."""
    sex: str


@functools.lru_cache(maxsize=REMEMBERED)
def parents(text: str) -> tuple[Parent, ...]:
    """Those of whom a text says how many children they have, in order; empty for none.

    Children by whom somebody is survived, or of one sex, may be a part of all, and are no count.
    """
    found = []
    for pattern in (_PARENT, _HAS):
        for match in pattern.finditer(text):
            after = _AFTER.match(text[match.end() :]) if pattern is _PARENT else None
            before = _BEFORE.search(text[max(0, match.start() - 80) : match.start()])
            name = after["name"] if after else ""
            if before and not name:
                name = before["name"] or before["subject"] or ""
            count = int(numerals(match["n"])[0].value)
            who = (match["who"] or "").split()[-1:]
            found.append((match.start(), Parent(count, match[0], name, sex("".join(who)))))
    return tuple(parent for _, parent in sorted(found, key=lambda row: row[0]))


def compare_offspring(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two counts of one's children: by name, or where either article tells of one parent only;
    nothing where an article gives both counts."""
    if alignment.story < SAME_STORY or alignment.time.match is Match.DIFFERS:
        return
    for one in parents(a.claim.quote):
        for other in parents(b.claim.quote):
            if one.count == other.count or (one.sex and other.sex and one.sex != other.sex):
                continue
            named = _one_name(one, other)
            if named is False or _gives(a, other) or _gives(b, one):
                continue
            if not named and not (_alone(a) and _alone(b)):
                continue
            values = f"{one.count} children", f"{other.count} children"
            signs = {"children": True, "named": bool(named), "one_sex": one.sex == other.sex != ""}
            reason = f"{one.text} against {other.text}: how many children one person has"
            yield Finding("conflict", "figure", values, reason, 0.6, held(signs), bool(named))


def _one_name(one: Parent, other: Parent) -> bool | None:
    """Whether the two are one by name; ``None`` where one of them has none beside the count."""
    if not (one.name and other.name):
        return None
    return one.name.split()[-1].casefold() == other.name.split()[-1].casefold()


def _gives(view: View, told: Parent) -> bool:
    """Whether an article has this count too, of whomever."""
    return any(parent.count == told.count for parent in parents(view.article.text))


def _alone(view: View) -> bool:
    """Whether an article tells one count of children only, and of one parent."""
    told = parents(view.article.text)
    names = {parent.name.split()[-1].casefold() for parent in told if parent.name}
    sexes = {parent.sex for parent in told if parent.sex}
    return len({parent.count for parent in told}) == 1 and len(names) <= 1 and len(sexes) <= 1
