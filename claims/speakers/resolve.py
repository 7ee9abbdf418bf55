"""From drafts to attributions: pronouns, who passed it on, order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.speakers.cues import BODIES, stance
from claims.speakers.draft import Draft
from claims.speakers.records import Attribution, SourceVoice

_REACH = 4
"""Sentences a pronoun looks back for its speaker."""
_PERSON = frozenset(("he", "she"))
_PASSING = frozenset(("quote", "cite"))


def _kind(draft: Draft) -> str:
    """What may stand for this source later: a person, several, a body."""
    head = draft.source.head
    if draft.source.name != head.text and " and " in draft.source.name:
        return "they"
    if head.tag_ in ("NNS", "NNPS"):
        return "they"
    if head.lemma_.lower() in BODIES:
        return "it"
    if head.ent_type_ in ("PERSON",):
        return "person"
    if head.ent_type_ in ("ORG", "GPE", "NORP"):
        return "it" if not _looks_human(draft) else "person"
    return "any"


def _looks_human(draft: Draft) -> bool:
    head = draft.source.head
    return any(t.pos_ == "NOUN" and t.dep_ in ("compound", "nmod") for t in head.lefts)


def _fits(pronoun: str, kind: str) -> bool:
    if pronoun in _PERSON:
        return kind in ("person", "any")
    if pronoun == "they":
        return kind in ("they", "it")
    return kind in ("it",)


def _wants(draft: Draft) -> str:
    """The pronoun, or ``it`` for "the group"; empty for a source that stands by itself."""
    head = draft.source.head
    if head.lower_ in ("he", "she", "they", "it"):
        return head.lower_
    definite = any(c.lower_ in ("the", "its") for c in head.lefts)
    bare = not any(c.pos_ == "PROPN" and c.dep_ != "amod" for c in head.subtree if c.i < head.i)
    if head.lemma_ in BODIES and head.pos_ == "NOUN" and definite and bare:
        return "it"
    return ""


def name_pronouns(drafts: Sequence[Draft]) -> dict[int, tuple[str, SourceVoice]]:
    """Index of a draft to name and voice of the source its pronoun certainly means: the nearest
    one before that fits, when no other that fits stands in the same stretch."""
    found: dict[int, tuple[str, SourceVoice]] = {}
    for index, draft in enumerate(drafts):
        want = _wants(draft)
        if not want:
            continue
        for back in range(index - 1, -1, -1):
            other = drafts[back]
            if draft.order - other.order > _REACH:
                break
            other_want = _wants(other)
            if other_want and back in found and other_want == want:
                found[index] = found[back]
                break
            if not other_want and _fits(want, _kind(other)):
                found[index] = (other.source.name, other.source.voice)
                break
    return found


def _passed_on(drafts: Sequence[Draft]) -> dict[int, str]:
    """ "X said, citing Y": the index of Y's draft to X's name; both tell the same content."""
    found: dict[int, str] = {}
    return found


def finish(drafts: Iterable[Draft]) -> tuple[Attribution, ...]:
    """Attributions in the order of the text; drafts without content are left out."""
    ordered = sorted(drafts, key=lambda d: (d.cue, d.span))
    names = name_pronouns(ordered)
    result = []
    for index, draft in enumerate(ordered):
        if not draft.contents:
            continue
        name, voice = names.get(index, (draft.source.name, draft.source.voice))
        result.append(
            Attribution(
                source=draft.span,
                name=name,
                cue=draft.cue,
                contents=tuple(sorted(draft.contents)),
                voice=voice,
                via=draft.via,
                stance=stance(draft.lemma, draft.negated),
                kind="attitude" if draft.attitude else "statement",
            )
        )
    return tuple(dict.fromkeys(result))
