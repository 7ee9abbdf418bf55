"""From drafts to attributions: pronouns, who passed it on, order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.parse import Parsed
from claims.speakers.cues import BODIES, DOCUMENTS, GENERIC, NAMELESS, WATCHERS, stance
from claims.speakers.draft import Draft
from claims.speakers.records import Attribution, SourceVoice
from claims.speakers.sources import Source, source
from claims.titles import TITLES
from claims.walking import SUBJECTS, child_of
from claims.words import words

_NEXT = 2
"""Sentences within which a speaker has just spoken."""
_REACH = 4
"""Sentences a pronoun looks back for its speaker."""


def _kind(draft: Draft) -> str:
    """What may stand for this source later: a person, several, a body, or it can't be told."""
    head = draft.source.head
    if " and " in draft.source.name or head.tag_ in ("NNS", "NNPS") or head.lower_ == "police":
        return "they"
    lemma = head.lemma_.lower()
    if lemma in BODIES or lemma in DOCUMENTS or head.text.isupper():
        return "it"
    before = {t.lower_.rstrip(".") for t in head.lefts}
    if before & TITLES or lemma in TITLES or lemma in NAMELESS:
        return "person"
    return {"PERSON": "person", "ORG": "it", "GPE": "it"}.get(head.ent_type_, "any")


_FIGHTING = words(
    "front army movement party brigade force union alliance militia battalion league corps"
)
"""Last words of the names of bodies that fight or stand for something."""
_FITS = {
    "he": frozenset(("person", "any")),
    "she": frozenset(("person", "any")),
    "it": frozenset(("it", "any")),
    "they": frozenset(("they",)),
}


def _pronoun(draft: Draft) -> str:
    lower = draft.source.head.lower_
    return lower if lower in _FITS else ""


def _body(draft: Draft) -> str:
    """The noun by which a body is called again ("the group"); empty for other sources."""
    head = draft.source.head
    definite = any(c.lower_ in ("the", "its") for c in head.lefts)
    named = any(c.pos_ == "PROPN" and c.dep_ in ("compound", "poss") for c in head.lefts)
    owned = any(c.dep_ == "prep" for c in head.rights)
    if head.lemma_ in BODIES and head.pos_ == "NOUN" and definite and not named and not owned:
        return head.lemma_
    return ""


def _words(draft: Draft) -> set[str]:
    first = draft.source.first
    return {t.lemma_.lower() for t in draft.parsed.doc[first : draft.source.last + 1]}


def name_pronouns(
    drafts: Sequence[Draft], parsed: Sequence[Parsed]
) -> dict[int, tuple[str, SourceVoice]]:
    """Index of a draft to name and voice of the source its pronoun certainly means.

    "The group" and "it" mean the body whose doings the sentence before tells; else the speaker
    before, when it fits: one that can't be meant (a person for "it") is passed over. "The group"
    means the speaker last called so, else the speaker before.
    """
    found: dict[int, tuple[str, SourceVoice]] = {}
    for index, draft in enumerate(drafts):
        pronoun, body = _pronoun(draft), _body(draft)
        if not pronoun and not body:
            continue
        if (body in GENERIC or pronoun == "it") and not _spoke_here(drafts, index):
            subject = _body_before(draft, parsed)
            if subject is not None:
                found[index] = subject.name, "named"
                continue
        if pronoun in ("he", "she") and not _spoke_here(drafts, index):
            person = _person_told_of(draft, parsed)
            if person is not None:
                found[index] = person.name, "named"
                continue
        before = [
            k
            for k in range(index - 1, -1, -1)
            if not drafts[k].attitude and drafts[k].contents and drafts[k].span != draft.span
        ]
        if body:
            before = list(_so_called(drafts, index, before, body))
        back = _speaker_before(drafts, index, before, pronoun or "it", anywhere=bool(body))
        if back is not None:
            other = drafts[back].source
            found[index] = found.get(back, (other.name, other.voice))
    return found


def _spoke_here(drafts: Sequence[Draft], index: int) -> bool:
    """Whether somebody has spoken in the same sentence already."""
    return any(d.order == drafts[index].order and d.contents for d in drafts[:index])


def _body_before(draft: Draft, parsed: Sequence[Parsed]) -> Source | None:
    """The named body that is the subject of the sentence before, in the same paragraph."""
    if not draft.order:
        return None
    before, here = parsed[draft.order - 1], parsed[draft.order]
    if before.sentence.paragraph != here.sentence.paragraph:
        return None
    root = next((t for t in before.doc if t.head.i == t.i), None)
    subject = child_of(root, *SUBJECTS) if root is not None else None
    if subject is None or subject.pos_ != "PROPN" or subject.tag_ == "NNPS":
        return None
    acronym = any(c.dep_ == "appos" and c.text.isupper() for c in subject.children)
    if acronym or subject.lemma_.lower() in BODIES | _FIGHTING:
        return source(before, subject)
    return None


def _person_told_of(draft: Draft, parsed: Sequence[Parsed]) -> Source | None:
    """The person by name whom the sentence before is about, in the same paragraph, where it ends
    outside a quotation and names nobody else as its subject."""
    if not draft.order:
        return None
    before, here = parsed[draft.order - 1], parsed[draft.order]
    if before.sentence.paragraph != here.sentence.paragraph:
        return None
    root = next((t for t in before.doc if t.dep_ == "ROOT"), None)
    subject = (
        child_of(root, *SUBJECTS) if root is not None and root.pos_ in ("VERB", "AUX") else None
    )
    if subject is None or subject.pos_ != "PROPN" or subject.ent_type_ != "PERSON":
        return None
    return source(before, subject)


def _so_called(
    drafts: Sequence[Draft], index: int, before: Sequence[int], body: str
) -> Sequence[int]:
    """Who "the group" or "the monitor" can be: a named body that has just spoken, for a noun
    that tells nothing; else the last speaker called by that noun."""
    if body in GENERIC:
        near = [k for k in before if drafts[index].order - drafts[k].order <= _NEXT]
        if near and _kind(drafts[near[0]]) == "it" and drafts[near[0]].source.head.pos_ == "PROPN":
            return near[:1]
    words = WATCHERS if body in WATCHERS else {body}
    same = [k for k in before if words & _words(drafts[k]) and not _body(drafts[k])]
    return [k for k in same if drafts[k].source.voice == "named"][:1]


def _speaker_before(
    drafts: Sequence[Draft], index: int, before: Sequence[int], pronoun: str, anywhere: bool
) -> int | None:
    for back in before:
        other = drafts[back]
        far = drafts[index].order - other.order > _REACH
        if far and not (anywhere and len(before) == 1):
            return None
        called = _pronoun(other)
        if called == pronoun:
            return back
        if called in ("i", "we") or (called and called != pronoun):
            continue
        if _kind(other) in _FITS[pronoun]:
            return back
    return None


def _hand_over(drafts: Sequence[Draft]) -> list[Draft]:
    """ "X said ..., citing Y": Y takes X's contents, and X remains as the way only."""
    gone: set[int] = set()
    for draft in drafts:
        if draft.passed_by < 0 or draft.contents:
            continue
        for number, other in enumerate(drafts):
            same = other.order == draft.order and other.source.head.i == draft.passed_by
            if same and other.contents and other is not draft and not other.attitude:
                draft.contents = list(other.contents)
                gone.add(number)
                break
    return [draft for number, draft in enumerate(drafts) if number not in gone]


def _idle(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """A wish or judgement inside what somebody says: nobody hands anything over there."""
    at = draft.cue[0]
    return draft.attitude and any(
        start <= at < end for other in drafts if other is not draft for start, end in other.contents
    )


def finish(drafts: Iterable[Draft], parsed: Sequence[Parsed]) -> tuple[Attribution, ...]:
    """Attributions in the order of the text; drafts without content are left out."""
    ordered = _hand_over(sorted(drafts, key=lambda d: (d.cue, d.span)))
    names = name_pronouns(ordered, parsed)
    surnames = {e.text.split()[-1] for p in parsed for e in p.doc.ents if " " in e.text}
    result = []
    for index, draft in enumerate(ordered):
        if not draft.contents or _idle(draft, ordered):
            continue
        name, voice = names.get(index, (draft.source.name, draft.source.voice))
        if voice == "anonymous" and name in surnames:
            voice = "named"
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
