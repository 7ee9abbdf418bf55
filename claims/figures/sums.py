"""Persons told of one after the other, added up: "a man and two women were killed" is three.

The sum is a figure of its own beside the counted ones it is made of; persons not counted ("a
man", "his wife", "Ann Lee") go into it.
"""

from __future__ import annotations

import re

from claims.figures.draft import Draft
from claims.figures.kinds import is_person
from claims.figures.persons import BEFALLEN
from claims.records import Bound

_LINK = re.compile(
    r"\s*[,;]?\s*(?:\b(?:and|&|as\swell\sas|along\swith|plus)\b)?\s*(?:(?:also|then|finally|his|her|their)\s)?[,;]?\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\b(?:and|as\swell\sas|along\swith|plus)\b|&", re.IGNORECASE)
_NAMED = re.compile(r"[A-Z](?![a-z]*\s(?:man|woman|boy|girl)\b)")
_ARTICLE = re.compile(r"an?\b", re.IGNORECASE)
_MOST = 12
"""More than so many persons are not told of one by one; a longer chain is a misread list."""


def add_up(text: str, drafts: list[Draft], ages: list[Draft]) -> list[Draft]:
    """The drafts with each chain of persons as one sum, sorted.

    Who was no count of his own goes into the sum; a counted member of the sum's own noun ("and
    two others") points at it, one of a noun of its own ("two children") stays as it is.
    """
    kept: list[Draft] = []
    for chain in _chains(text, drafts, ages):
        if len(chain) == 1 or not _adds(text, chain, ages):
            kept.extend(chain)
            continue
        whole = _sum(chain)
        kept.append(whole)
        for draft in chain:
            if draft.low > 1 or draft.high != 1:
                if draft.noun == whole.noun and not draft.scope:
                    draft.scope = "of " + text[whole.start : whole.end]
                kept.append(draft)
    return sorted(kept, key=lambda d: (d.start, -d.end))


def _chains(text: str, drafts: list[Draft], ages: list[Draft]) -> list[list[Draft]]:
    chains: list[list[Draft]] = []
    for draft in drafts:
        if chains and _joined(text, chains[-1][-1], draft, ages):
            chains[-1].append(draft)
        else:
            chains.append([draft])
    return chains


def _joined(text: str, before: Draft, after: Draft, ages: list[Draft]) -> bool:
    if (
        before.role != after.role
        or before.role not in BEFALLEN
        or not (_member(text, before) and _member(text, after))
    ):
        return False
    gap = _between(text, before, after, ages)
    if _LINK.fullmatch(gap) is None:
        return False
    if _AND.search(gap) or _without_article(text, before):
        return True
    return _is_list(text, before, after)


def _between(text: str, before: Draft, after: Draft, ages: list[Draft]) -> str:
    """What stands between two drafts, their ages taken out."""
    gap = text[before.end : after.start]
    for age in ages:
        if before.end <= age.start and age.end <= after.start:
            gap = gap.replace(text[age.start : age.end], "", 1)
    gap = re.sub(r"\(\s*\)|^-in-law\b", "", gap)
    return re.sub(r"^\s*,\s*,", ",", gap)


def _member(text: str, draft: Draft) -> bool:
    if draft.unit or not draft.role or draft.bound == "vague" or draft.scope.startswith("of "):
        return False
    return draft.low > 0 and is_person(draft.noun or "person")


def _is_list(text: str, before: Draft, after: Draft) -> bool:
    """Joined by a comma only: two names, or two phrases; a name beside a phrase is the same one."""
    one = [_NAMED.match(text[d.start : d.end]) is not None and d.pointed for d in (before, after)]
    if one[0] != one[1]:
        return False
    opened = [_ARTICLE.match(text[d.start : d.end]) is not None for d in (before, after)]
    listed = after.head is not None and after.head.dep_ == "conj"
    return one[0] or listed or opened[0] or not opened[1]  # "his father, a doctor" is one


def _adds(text: str, chain: list[Draft], ages: list[Draft]) -> bool:
    last = _between(text, chain[-2], chain[-1], ages)
    joined = bool(_AND.search(last)) or _without_article(text, chain[0])
    return joined and len(chain) <= _MOST


def _without_article(text: str, draft: Draft) -> bool:
    """ "Woman, two children killed": where the article is left out, a comma is an "and"."""
    one_word = " " not in text[draft.start : draft.end]
    return draft.low == draft.high == 1 and not draft.pointed and one_word


def _sum(chain: list[Draft]) -> Draft:
    nouns = {d.noun or "person" for d in chain}
    bound: Bound = "exact" if all(d.bound == "exact" for d in chain) else "about"
    highs = [d.high for d in chain]
    return Draft(
        chain[0].start, chain[-1].end, sum(d.low for d in chain),
        None if None in highs else sum(high for high in highs if high is not None),
        "at_least" if None in highs else bound,
        nouns.pop() if len(nouns) == 1 else "person", role=chain[0].role, first=chain[0].first,
        last=chain[-1].last, head=chain[0].head, explicit=True,
    )  # fmt: skip
