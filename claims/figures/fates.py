"""What came of those shot or hurt, where the sentence goes on to say it.

"Shot in the head and died": killed. "Shot in the leg", "shot and taken to a hospital": injured;
"shot" alone leaves it open. A cue counts only where no other count stands before it.
"""

from __future__ import annotations

import re

from claims.figures.draft import Draft
from claims.figures.kinds import is_person
from claims.figures.words import word_set

HURT = word_set("shot injured hospitalised treated")
"""Roles that a later death in the same sentence turns into ``killed``."""

_FILL = (
    r"(?:(?:was|were|had|has|have|later|also|then|subsequently|soon|shortly|afterwards?|there|eventually"
    r"|both|reportedly|since|afterward|after|instantly|still)\s){0,5}"
)
_DIED = re.compile(
    rf"(?:\b(?:and|but|where|before|who|which|when)|,)\s(?:(?P<one>he|she)\s|(?P<many>they|both|all)\s"
    rf"|the\s(?:man|woman|boy|girl|teen|teenager|victim|child|baby|toddler)\s)?{_FILL}"
    r"(?:die[sd]|dying|passed\saway|(?:pronounced|declared)\s(?:dead|deceased)|succumb(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_HAS_DIED = re.compile(
    r"[^.;]{0,80}?\b(?:has|have|had)\s(?:since\s|now\s|also\s|later\s)?died\b", re.IGNORECASE
)
""" "One of the five people shot on Sunday has died": said of the part."""

_HURT_WORD = r"(?:injured|wounded|hurt|burned)"
_SINCE = r"(?:\s(?:later|since|then|subsequently|has|have|had|now|also|already))"
_OF_HURT = re.compile(
    rf"(?:\smore)?(?:\s(?:people|persons|victims))?\s(?:"
    rf"(?:of|among)\s(?:the|those)\s(?:\w+\s)?{_HURT_WORD}{_SINCE}{{0,3}}"
    rf"|who\s(?:was|were|had\sbeen)\s(?:\w+\s)?{_HURT_WORD}{_SINCE}{{1,3}})\sdied\b",
    re.IGNORECASE,
)
""" "Three more of the injured have died", "nine people who were wounded have died"."""
_THOSE_HURT = re.compile(rf"\s{_HURT_WORD}{_SINCE}{{1,3}}\sdied\b", re.IGNORECASE)
""" "Two of those wounded later died"."""

_AFTER = re.compile(
    r"\s(?:is|are|was|were|remains?|remained)\s[^,.;]{0,60}?\bafter\s(?:being|they\swere|he\swas|she\swas)\s"
    r"shot\b",
    re.IGNORECASE,
)
""" "Four people are recovering after being shot"."""

_LIMB = (
    r"(?:legs?|arms?|hands?|foot|feet|wrists?|ankles?|knees?|shoulders?|thighs?|cal(?:f|ves)|elbows?"
    r"|buttocks|fingers?|toes?|hips?|forearms?|shins?|ears?|butt|extremities)"
)
_LIVED = re.compile(
    r"\bnon-?\s?life-?\s?threatening\b|\bnot\s(?:\w+\s){0,3}?life-?\s?threatening\b"
    r"|\bexpected\sto\s(?:survive|recover|live|be\sok|be\sokay|make)\b|\b(?:survived|recovering|survives)\b"
    r"|\bin\s(?:\w+\s){0,3}?(?:critical|serious|stable|fair|good|guarded|grave)\s(?:but\s\w+\s)?condition\b"
    r"|\b(?:taken|rushed|transported|airlifted|flown|driven|brought|sent|transferred)\s(?:by\s\w+\s)?to\s"
    r"(?:[\w.'-]+\s){0,6}?(?:hospitals?|clinic|infirmary|center|centre|trauma|medical|er)\b"
    r"|\band\s(?:was\s|were\s)?(?:\w+ly\s)?(?:wounded|injured|hurt|hospitali[sz]ed|treated)\b"
    rf"|\bin\s(?:(?:the|his|her|their|both|each|one|a|an|left|right|upper|lower|back|of|side)\s){{0,4}}"
    rf"{_LIMB}\b(?!\sand\s(?:head|chest))",
    re.IGNORECASE,
)


def tell_fates(text: str, drafts: list[Draft]) -> None:
    """Gives drafts of those hurt the role that the rest of the sentence says; changes them."""
    counts = [d for d in drafts if not d.unit]
    for n, draft in enumerate(counts):
        if not draft.role and draft.scope.startswith("of ") and _HAS_DIED.match(text, draft.end):
            draft.role = "killed"
        if not draft.role and is_person(draft.noun) and _AFTER.match(text, draft.end):
            draft.role = "shot"
        if draft.role not in HURT:
            continue
        others = (d.start for d in counts[n + 1 :] if d.start >= draft.end)
        tail = text[draft.end : next(others, len(text))]
        died = _DIED.search(tail)
        if (died and _agrees(died, draft)) or _died_since(text, draft):
            draft.role = "killed"
        elif draft.role == "shot" and _LIVED.search(tail):
            draft.role = "injured"


def _died_since(text: str, draft: Draft) -> bool:
    """Whether those counted are some of the hurt, who died."""
    those = text[draft.start : draft.end].casefold().endswith(("those", "these"))
    pattern = _THOSE_HURT if those else _OF_HURT
    return pattern.match(text, draft.end) is not None


def _agrees(match: re.Match[str], draft: Draft) -> bool:
    """A singular pronoun does not take up many, nor "they" one."""
    if match["one"]:
        return draft.low == draft.high == 1
    return not (match["many"] and draft.high == 1)
