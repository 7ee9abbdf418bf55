"""Parts and wholes: "58 people, including 11 children", and other words that narrow a figure.

A part takes what befell its whole, and its scope says "of " and the whole as written.
"""

from __future__ import annotations

import re

from claims.figures.draft import Draft
from claims.figures.kinds import is_known, is_person, kinship
from claims.figures.roles import ADJECTIVE, CASUALTY

_PART = re.compile(
    r"(?:\bincluding|\binclud(?:ed|es|e|ing)|\bamong\s+(?:them|whom|which)(?:\s+(?:were|was|are))?"
    r"|\bof\s+(?:them|whom|which|these|those)|\bcounting|\bcomprising|\bmade\s+up\s+of)"
    r"[\s,:]*(?:also\s+|were\s+|was\s+|are\s+|the\s+|some\s+)?$",
    re.IGNORECASE,
)
_OF_THEM = re.compile(
    r"^[\s,]*(?:of\s+(?:them|whom|these|those)\b|(?:of\s+)?(?:the\s+)?(?:victims|dead)\s+(?:were|are)\b)",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"^[\s,]*(?:(?:were|was|are|is)\s+)?(?:among|amongst)\s+(?:the\s+|a\s+total\s+of\s+)?$", re.I
)
_INSERTED = re.compile(
    r"^(?:,[^,]{0,40},|\s+(?:including|counting|and)\s[^,;.]{0,40}?(?=\s(?:were|was)\samong))", re.I
)
""" "Eight rebels, two of them boys, were among ..." and "Six rebels including a boy were ..."."""
_CONTINUES = re.compile(
    r"^\s*(?:,|and|,\s*and|as\s+well\s+as|plus|along\s+with)?\s*$", re.IGNORECASE
)
_ITS_OF = re.compile(r"\bof\s+(?:the\s+|those\s+)?$", re.IGNORECASE)
_NO_NUMBER = (
    r"(?P<whole>(?:the|those)\s+(?:(?:people|civilians|persons|ones|who|were)\s+){0,2}"
    r"(?P<state>dead|killed|wounded|injured|missing|casualties|victims|deceased|arrested|displaced))\b"
)
_AMONG_STATE = re.compile(
    rf"^\s*among\s+{_NO_NUMBER}[^,;.]{{0,40}}?\b(?:were|was|are|is)\s+(?:also\s+)?$",
    re.IGNORECASE,
)
""" "Among the dead were 12 children": the whole has no number."""
_OF_STATE = re.compile(
    rf"^\s*of\s+{_NO_NUMBER}[^,;.]{{0,40}},\s+(?:[^,;]{{1,30}}\s(?:were|was)\s[^,;]{{1,30}}?"
    r"(?:,|\sand|,\sand)\s+)?$",
    re.IGNORECASE,
)
""" "Of those killed in the raid, 12 were children and two were nurses"."""
_AMONG_COUNTED = re.compile(r"(?:^|,\s|:\s)among\s+(?:the\s+)?$", re.IGNORECASE)
_WERE = re.compile(r"^(?:\s[\w-]+){0,5}?\s(?:were|was|are|is)\s+(?:also\s+)?$", re.IGNORECASE)
""" "Among 20 killed in the raid were 12 children"."""
_IN_STATE = re.compile(
    r"^(?:,?\s+and\s[^,;.]{1,40}?)?\s+"
    r"(?:(?:were|was|are|is)\s+(?:also\s+)?among|made\s+up\s+(?:the\s+rest|most|half|all)\s+of)\s+"
    + _NO_NUMBER,
    re.IGNORECASE,
)
""" "12 children and a nurse were among those killed"."""
_GOVERNED = re.compile(
    r"\b(?:of|from|by|with|in|for)\s(?:(?:the|these|those|his|her|their)\s)?$", re.I
)
""" "The wives of the five men were among the dead"."""
_PRONOUNS = frozenset({"of them", "of those", "of these", "of whom"})


def join_parts(text: str, drafts: list[Draft]) -> None:
    """Points parts at their wholes and hands on the whole's role; changes the drafts."""
    for n, draft in enumerate(drafts):
        whole = _whole_of(text, drafts, n)
        if whole is None:
            _among_state(text, draft, drafts[n - 1] if n else None)
            continue
        draft.scope = "of " + text[whole.start : whole.end]
        if not draft.explicit or not draft.role:
            draft.role = whole.role or draft.role
        if draft.bare:
            draft.noun = whole.noun


def _among_state(text: str, draft: Draft, before: Draft | None) -> None:
    """Makes a draft a part of those who share a fate and have no number: "of those killed"."""
    ahead = text[: draft.start]
    match = _AMONG_STATE.match(ahead) or _OF_STATE.match(ahead)
    if match is None and not _GOVERNED.search(text[max(0, draft.start - 20) : draft.start]):
        match = _IN_STATE.match(text[draft.end :])
    if match is not None:
        draft.scope = "of " + match["whole"]
        draft.role = draft.role or ADJECTIVE.get(match["state"].lower(), "")
    elif (
        before is not None
        and (not draft.role or (not draft.explicit and draft.role == before.role))
        and _AMONG_STATE.match(text[: before.start])
        and _CONTINUES.match(text[before.end : draft.start])
    ):
        draft.scope, draft.role = before.scope, before.role


def _whole_of(text: str, drafts: list[Draft], n: int) -> Draft | None:
    draft = drafts[n]
    if draft.role == "age" or (draft.unit and draft.unit != "percent"):
        return None
    counts = [d for d in drafts[:n] if not d.unit and not d.scope.startswith("of ")]
    if text[draft.start : draft.end].lower().startswith("mostly"):
        return _fitting(counts, draft)
    if _PART.search(text[max(0, draft.start - 40) : draft.start]):
        return _fitting(counts, draft)
    if counts and _OF_THEM.match(text[draft.end : draft.end + 30]):
        return _fitting(counts, draft)
    before = drafts[n - 1] if n else None
    if before is not None and _AMONG_COUNTED.search(text[: before.start]):
        return before if _WERE.match(text[before.end : draft.start]) else None
    if draft.scope in _PRONOUNS:
        return _fitting([d for d in drafts[:n] if not d.unit], draft)
    for whole in drafts[n + 1 : n + 3]:
        gap = _INSERTED.sub("", text[draft.end : whole.start])
        if _AMONG.match(gap) and not whole.unit:
            return whole
    if before is None:
        return None
    like = before.scope.startswith("of ") and before.role == draft.role and not draft.explicit
    if like and _CONTINUES.match(text[before.end : draft.start]):
        return next(
            (d for d in reversed(counts) if before.scope == "of " + text[d.start : d.end]), None
        )
    if _ITS_OF.search(text[max(0, before.start - 12) : before.start]):
        head = text[: before.start].strip().lower()
        if head in ("of the", "of", "of those") and not before.unit:
            return before
    return None


def _counts_persons(draft: Draft) -> bool:
    """By the noun, or by the role where no table has the noun ("600 Syrians")."""
    if is_known(draft.noun):
        return is_person(draft.noun)
    return not draft.noun or draft.role in CASUALTY


def _fitting(wholes: list[Draft], part: Draft) -> Draft | None:
    """The nearest figure before that the part can be among: not smaller, and of its kind."""
    for whole in reversed(wholes):
        if whole.high is not None and part.unit == "" and part.low > whole.high:
            continue
        persons = _counts_persons(part), _counts_persons(whole)
        if all(persons) or (not any(persons) and kinship(part.noun, whole.noun) != "other"):
            return whole
    return None
