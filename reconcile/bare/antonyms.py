"""Opposite words in one place: "won" and "lost" of one side, "best" and "worst" of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bare.aligning import Aligned, one_thing
from reconcile.bare.lexicon import opposite
from reconcile.bare.predicates import arguments, cues, framed, governor
from reconcile.bare.records import Rival
from reconcile.bare.statements import Word
from reconcile.findings import held


def opposites(aligned: Aligned) -> Iterator[Rival]:
    """Opposite words in one place; of verbs also elsewhere in the text, which is weaker."""
    for word in aligned.missing:
        for other in aligned.long.words:
            if other.at in aligned.spoken or not _opposite(word, other):
                continue
            place = _one_place(aligned, word, other)
            turned = cues(aligned.short, word) % 2 != cues(aligned.long, other) % 2
            if turned or framed(aligned.long, other) or not (place or word.part == "VERB"):
                continue
            values = word.text, other.text
            reason = f"opposites: one says «{values[0]}», the other «{values[1]}»"
            signs = {
                "place": place,
                "home": other.sentence == aligned.home,
                "verb": word.part == "VERB",
            }
            yield Rival("opposite", "outcome", values, reason, held(signs))


def _opposite(word: Word, other: Word) -> bool:
    if word.part != other.part and {word.part, other.part} != {"NOUN", "VERB"}:
        return False
    return opposite(word.lemma, other.lemma) or opposite(word.folded, other.folded)


def _one_place(aligned: Aligned, word: Word, other: Word) -> bool:
    """Whether the two words hang on one word or hold one, or verbs have one subject or object."""
    short, long = aligned.short, aligned.long
    if word.part == "VERB":
        mine, its = arguments(short, word), arguments(long, other)
        same = aligned.partners(mine.agent) & its.agent
        return bool(same or aligned.partners(mine.patient) & its.patient)
    below = frozenset(x.at for x in short.children(word))
    if aligned.partners(below) & {x.at for x in long.children(other)}:
        return True
    (mine_on, way), (its_on, its_way) = governor(short, word), governor(long, other)
    return aligned.meets(mine_on, its_on) or (way == its_way == "is" and one_thing(aligned))
