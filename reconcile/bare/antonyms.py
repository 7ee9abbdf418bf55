"""Opposite words in one place: "won" and "lost" of one side, "best" and "worst" of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bare.aligning import Aligned, one_thing
from reconcile.bare.lexicon import opposite
from reconcile.bare.predicates import arguments, cues, framed, governor, negated
from reconcile.bare.records import Rival
from reconcile.bare.statements import Statement, Word
from reconcile.findings import held


def opposites(aligned: Aligned) -> Iterator[Rival]:
    """Opposite words in one place; of verbs also elsewhere in the text, which is weaker."""
    for word in () if negated(aligned) else aligned.missing:
        for other in aligned.long.words:
            if other.at in aligned.spoken or not _opposite(word, other):
                continue
            place = _one_place(aligned, word, other)
            turned = cues(aligned.short, word) % 2 != cues(aligned.long, other) % 2
            alike = word.part == other.part or {word.part, other.part} == {"NOUN", "VERB"}
            if turned or framed(aligned.long, other):
                continue
            if not (place or (word.part == "VERB" and alike)):
                continue
            values = word.text, other.text
            what = "opposites"
            signs = {
                "place": place,
                "home": other.sentence == aligned.home,
                "verb": word.part == "VERB",
                "unlike": not alike,
            }
            yield Rival("opposite", "outcome", values, what, held(signs))


def _opposite(word: Word, other: Word) -> bool:
    if not (other.content or other.lemma == "against"):
        return False
    return opposite(word.lemma, other.lemma) or opposite(word.folded, other.folded)


def _one_place(aligned: Aligned, word: Word, other: Word) -> bool:
    """Whether the two words hang on one word or hold one, or are said of one thing."""
    short, long = aligned.short, aligned.long
    if word.part == other.part == "VERB":
        mine, its = arguments(short, word), arguments(long, other)
        same = aligned.partners(mine.agent) & its.agent
        return bool(same or aligned.partners(mine.patient) & its.patient)
    borne = aligned.partners(_bearers(short, word)) & _bearers(long, other)
    if word.part != other.part and borne:
        return True
    below = frozenset(x.at for x in short.children(word))
    if aligned.partners(below) & {x.at for x in long.children(other)}:
        return True
    (mine_on, way), (its_on, its_way) = governor(short, word), governor(long, other)
    return aligned.meets(mine_on, its_on) or (way == its_way == "is" and one_thing(aligned))


def _bearers(statement: Statement, word: Word) -> frozenset[int]:
    """Places of what a word is said of: who does it or suffers it, is it or has it."""
    if word.part == "VERB":
        told = arguments(statement, word)
        return _named(statement, told.agent) | _named(statement, told.patient)
    upper, way = governor(statement, word)
    found = statement.under(word) - {word.at}
    if upper is None:
        return found
    if way == "mod":
        return found | {upper.at}
    if way == "is" or word.part == "ADP":
        found |= _named(statement, arguments(statement, upper).agent)
    return found


def _named(statement: Statement, places: frozenset[int]) -> frozenset[int]:
    """The word an argument is named by, and not what that hangs together with: the shop, not the
    museum it stands by; all of it where that word says nothing ("40 % of the voters")."""
    top = [statement.words[at] for at in places if statement.words[at].head not in places]
    if top and all(word.content for word in top):
        return frozenset(word.at for word in top)
    return places
