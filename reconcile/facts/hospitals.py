"""Where a victim was taken, or died: two hospitals, or the scene against a hospital."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from reconcile.alignment import alike
from reconcile.facts.cues import HARM, parted, told_of_name
from reconcile.findings import Alignment, Finding, held
from reconcile.views import REMEMBERED, View

_HOSPITAL = re.compile(
    r"((?:[A-Z][\w.’'-]{1,30} (?:and )?){1,5})(?:Hospital|Medical Center|Medical Centre|Clinic|"
    r"Trauma Center|Health(?! Organi[sz]ation| Minist\w+| Department)|hospital)\b"
)
_FIRST = re.compile(r"^(?:(?:The|An?|At|In|From|One|Another|His|Her|Their|This|Local) )+")
"""Words with a capital at the head of a sentence, which are no part of a name."""
_SCENE = re.compile(r"\b(?:at|on) the (?:scene|spot)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:pronounced dead|died|dead|pronounced)\b", re.IGNORECASE)
_IN_HOSPITAL = re.compile(
    r"\b(?:died|dead|succumbed)\b[^.;!?\n]{0,60}\b(?:at|in|to) [^.;,!?\n]{0,40}"
    r"(?:[Hh]ospital|Medical Cent(?:er|re))\b"
    r"|(?:[Hh]ospital|Medical Cent(?:er|re))\b[^.;!?\n]{0,40}\b(?:where|and|but)\b[^.;!?\n]{0,30}"
    r"\b(?:died|pronounced|succumbed)\b"
)
"""A death in a hospital, and no death beside somebody's stay in one."""
_MOVED = r"(?:taken|transported|transferred|rushed|brought|airlifted|flown|hospitali[sz]ed|treated)"
_TAKEN = re.compile(rf"\b{_MOVED}\b", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:(?:the )?(?:\w+ )?survivors|(?:all|both|each)(?: of)?(?: the| them)?(?: \w+)?"
    r" (?:victims|wounded|injured|patients|men|women|people|teens|teenagers|boys|girls|children|"
    rf"was|were))\b[^.;]{{0,60}}?\b{_MOVED}\b[^.;]{{0,30}}?\b(?:to|at) ",
    re.IGNORECASE,
)
"""All who were hurt, and where they are."""
_COMMON = frozenset("the university general regional memorial national of at county city".split())


SAME_STORY = 0.3
"""Least probability of one story for two hospitals to be of one victim."""


def hospitals(text: str) -> list[str]:
    """Names of hospitals without the word for it, as written; empty when none is named."""
    found = (_FIRST.sub("", m[1]).strip() for m in _HOSPITAL.finditer(text))
    return [name for name in found if name]


def compare_hospitals(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two hospitals one victim was taken to, or a death at the scene and in a hospital."""
    first, second = _where(a.claim.text), _where(b.claim.text)
    if first is None or second is None or _words(first) & _words(second):
        return
    scene = "the scene" in (first, second)
    if parted(a, b, alignment) or alignment.story < SAME_STORY:
        return
    if alignment.ties >= {"names_differ", "other_place"}:
        return
    if not scene and {told_of_name(a.claim.text, first), told_of_name(b.claim.text, second)} & HARM:
        return  # it was hit itself
    if "a hospital" in (first, second) and not scene:
        return
    if scene and (_both(a.article.text) or _both(b.article.text)):
        return  # one of several died there
    if scene and not (_DEAD.search(a.claim.text) and _DEAD.search(b.claim.text)):
        return
    mine, other = a.participant("patient"), b.participant("patient")
    whole = not scene and (_all_in_one(a, b, second) or _all_in_one(b, a, first))
    if not scene and not whole and (_tells(a, second) or _tells(b, first)):
        return  # taken from one to the other
    signs = {
        "scene": scene,
        "same_patient": alike(mine, other),
        "hospital": True,
        "all_in_one": whole,
    }
    reason = f"{first} against {second}: where one victim was taken or died"
    yield Finding("conflict", "place", (first, second), reason, 0.5, held(signs))


def _all_in_one(view: View, other: View, elsewhere: str) -> bool:
    """Whether a claim has all who were hurt taken to its hospital, and its article knows of no
    other; the other one may know both, and says who was taken where."""
    if not _ALL.search(view.claim.text) or _tells(view, elsewhere):
        return False
    return bool(_TAKEN.search(other.claim.text))


def _tells(view: View, name: str) -> bool:
    """Whether the article names a hospital, in whatever spelling of its words."""
    words = _words(name)
    return bool(words) and words <= _words(view.article.text)


@functools.lru_cache(maxsize=REMEMBERED)
def _both(text: str) -> bool:
    """Whether an article tells of a death at the scene and of one in a hospital."""
    deaths = [text[max(0, m.start() - 80) : m.end() + 80] for m in _DEAD.finditer(text)]
    scene = any(_SCENE.search(part) for part in deaths)
    return scene and bool(_IN_HOSPITAL.search(text))


@functools.lru_cache(maxsize=REMEMBERED)
def _where(text: str) -> str | None:
    """The one hospital of a text, or the scene of a death; ``None`` for none and for several."""
    named = hospitals(text)
    if named:
        return named[0] if len(named) == 1 else None
    if _SCENE.search(text):
        return "the scene"
    return "a hospital" if _IN_HOSPITAL.search(text) else None


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w{3,}", name.casefold())) - _COMMON
