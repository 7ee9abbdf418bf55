"""What one claim says is not known yet, and the other tells: a later one is an update."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterator

from claims.records import Kind, Name
from reconcile.facts.subjects import one_person, subject
from reconcile.facts.ways import QUESTIONS, ways
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, at_two_dates

LIKE = 0.6
"""Least likeness of two claims for one to tell the cause that the other does not know."""

_CAUSE = re.compile(r"\b(?:origin|causes?|source)\b", re.IGNORECASE)
_NOT = r"(?:not|n['’]t|nor|neither|never|yet to|unable to|declined to|refused to|no)\b"


def _pattern(*rows: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(rows)})", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True)
class Matter:
    """Something that is found out in time."""

    kind: Kind
    unknown: re.Pattern[str]
    """Words that say it is not known."""
    told: Callable[[View, View, Alignment], str]
    """What the second claim tells of what is open in the first; nothing where it tells nothing."""


def _name(opened: View, view: View, alignment: Alignment) -> str:
    """Names given to somebody who may be the one that was not named."""
    text = view.claim.text
    one, other = subject(opened), subject(view)
    if "other" in one.kinds:  # one of several, of whom others may be named
        return ""
    given = _GIVEN.search(text)
    if given and one.kinds & other.kinds - {"one", "several"}:
        after = text[given.start() :]
        return ", ".join(sorted(n.name for n in view.claim.names if n.text in after and _full(n)))
    if "suspect" in one.kinds:
        return ""
    aged = [n.name for n in view.claim.names if _full(n) and _aged(n.text, text)]
    return ", ".join(sorted(aged)) if _HARM.search(text) or "victim" not in one.kinds else ""


def _full(name: Name) -> bool:
    words = name.text.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _aged(name: str, text: str) -> bool:
    """Whether an age stands beside a name, as it does where somebody is named first."""
    at = text.find(name)
    return bool(_AGE_AFTER.match(text, at + len(name)) or _AGE_BEFORE.search(text, 0, max(at, 0)))


_IN_QUESTION = frozenset({"will", "hand"})
"""Questions of which one way is as good as all: "whether it was an accident"."""


def _manner(opened: View, view: View, alignment: Alignment) -> str:
    """A way that was one of those in question, or the cause of what was of unknown cause."""
    asked, told = ways(opened.claim.text), ways(view.claim.text)
    for name in sorted(asked.keys() & told.keys()):
        person = QUESTIONS[name].personal and one_person(opened, view) is Match.SAME
        if person and len(told[name]) == 1 and (len(asked[name]) > 1 or name in _IN_QUESTION):
            return next(iter(told[name]))
    alike = alignment.likeness >= LIKE and alignment.place.match is not Match.DIFFERS
    caused = alike or _CAUSED.search(view.claim.text)
    if _CAUSE.search(opened.claim.text) and caused and not asked.get("attack"):
        return ", ".join(sorted(told.get("attack", ())))
    return ""


def _motive(opened: View, view: View, alignment: Alignment) -> str:
    told = ways(view.claim.text).get("motive", frozenset())
    alike = alignment.likeness >= LIKE
    return ", ".join(sorted(told)) if alike and not unknown(view.claim.text) else ""


_GIVEN = _pattern(r"identified (?:[\w.]+ ){0,8}as", r"named")
_HARM = _pattern(r"kill\w+", r"died", r"death", r"dead", r"shot", r"victims?", r"wounded")
_AGE_AFTER = re.compile(r",? (?:aged? )?\d{1,3}\b")
_AGE_BEFORE = re.compile(r"\d{1,3}-year-old $")
_CAUSED = _pattern(r"caused by", r"due to", r"the result of", r"carried out by", r"was the work of")


MATTERS: dict[str, Matter] = {
    "name": Matter(
        "name",
        _pattern(
            rf"{_NOT}[\w ,’']{{0,30}}(?:identified|named|identify)\b",
            r"unidentified\b",
            rf"(?:names?|identit(?:y|ies))\b[\w ,’']{{0,40}}(?:{_NOT}|withheld|unknown)",
            r"(?:withh[eo]ld\w*|not (?:yet )?releas\w+) (?:the |his |her |their )?(?:name|identit)",
        ),
        _name,
    ),
    "manner": Matter(
        "manner",
        _pattern(
            r"(?:origin|causes?|circumstances|nature|source)\b[\w ]{0,40}(?:unknown|unclear|"
            r"undetermined|under investigation|not (?:yet |immediately )?(?:known|clear))",
            r"(?:unclear|not (?:yet |immediately )?(?:clear|known)|unknown|"
            r"undetermined)\b[\w ]{0,20}"
            r"(?:how|what caused|whether|if)\b",
            r"(?:determine|investigating|find out) (?:how|whether|if|what caused)\b",
        ),
        _manner,
    ),
    "motive": Matter(
        "manner",
        _pattern(
            r"(?:motive|reason)\b[\w ]{0,30}(?:unknown|unclear|not|under investigation)\b",
            r"no (?:known |clear |apparent )?motive\b",
            r"(?:unclear|unknown|not (?:clear|known))[\w ]{0,20}(?:why|what (?:led|prompted|"
            r"sparked))",
        ),
        _motive,
    ),
}


@functools.lru_cache(maxsize=REMEMBERED)
def unknown(text: str) -> frozenset[str]:
    """The matters that a text says are not known."""
    return frozenset(name for name, matter in MATTERS.items() if matter.unknown.search(text))


def compare_unknowns(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Something not known in one claim and told in the other, where that is not the earlier one."""
    open_a, open_b = unknown(a.claim.text), unknown(b.claim.text)
    if not open_a | open_b or alignment.time.match is Match.DIFFERS:
        return
    for name in sorted(open_a ^ open_b):
        first, second = (a, b) if name in open_a else (b, a)
        if _earlier(second, first):
            continue
        matter = MATTERS[name]
        told = matter.told(first, second, alignment)
        if not told:
            continue
        values = ("not known", told) if first is a else (told, "not known")
        signs = {f"unknown_{name}": True, "later": at_two_dates(a, b)}
        reason = f"{values[0]} against {values[1]}: what was not known yet is told"
        yield Finding("update", matter.kind, values, reason, 0.6, held(signs))


def _earlier(a: View, b: View) -> bool:
    """Whether ``a`` was published on an earlier day than ``b``."""
    return a.published is not None and b.published is not None and a.published < b.published
