"""Which word of the longer text says what each word of the shorter one says."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping

from reconcile.bare.lexicon import kin, nouns, verbs
from reconcile.bare.statements import DECADES, SUBJECTS, Statement, Word

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_AMOUNTS = {word: str(i) for i, word in enumerate(_NUMBERS)} | {
    word: str(i) for i, word in enumerate(_RANKS, 1)
}

_ONE_ROOT = 4
"""Letters at the beginning that the name of a country and of its people have in common."""

_SURE = 0.9
"""Likeness from which on two words are the same, not one a kind of the other."""


@dataclasses.dataclass(frozen=True, eq=False)
class Aligned:
    """The shorter text laid on the longer one."""

    short: Statement
    long: Statement
    partner: Mapping[int, int]
    """Place of a content word of the shorter text: of the word that says the same."""
    spoken: frozenset[int]
    """Places of the longer text's words that say what any word of the shorter one says."""

    def of(self, word: Word) -> Word | None:
        """What says the same as ``word`` in the longer text."""
        at = self.partner.get(word.at)
        return None if at is None else self.long.words[at]

    def partners(self, places: frozenset[int]) -> frozenset[int]:
        """Places of what says the same as the words at ``places``."""
        return frozenset(self.partner[at] for at in places if at in self.partner)

    def meets(self, mine: Word | None, its: Word | None) -> bool:
        """Whether a word of the longer text says what one of the shorter says."""
        return mine is not None and its is not None and self.partner.get(mine.at) == its.at

    @property
    def topic(self) -> frozenset[int]:
        """Places of the shorter text's words that name what it is about: its subject."""
        return self.short.topic

    @property
    def said(self) -> list[Word]:
        """The content words of the shorter text that say something of its subject."""
        topic = self.topic
        return [w for w in self.short.content() if w.at not in topic]

    @property
    def missing(self) -> list[Word]:
        """Those of them that the longer text does not have."""
        return [w for w in self.said if w.at not in self.partner]

    @property
    def home(self) -> int:
        """The sentence of the longer text that has most of the shorter one; the first of equals."""
        counts = Counter(self.long.words[at].sentence for at in self.partner.values())
        return min(counts, key=lambda s: (-counts[s], s)) if counts else 0


def one_thing(aligned: Aligned) -> bool:
    """Whether the longer text says what it says of what the shorter one is about: of its subject
    or first word, or of a pronoun where it names the subject nowhere."""
    sentence = [w for w in aligned.long.words if w.sentence == aligned.home]
    subject = next((w for w in sentence if w.link in SUBJECTS), None)
    if subject is None:
        return False
    names = aligned.long.under(subject)
    topic = [w.at for w in aligned.short.content() if w.at in aligned.topic]
    there = [aligned.partner[at] for at in topic if at in aligned.partner]
    if topic and (2 * len(names.intersection(there)) >= len(topic) or sentence[0].at in there):
        return True
    return subject.part == "PRON" and not there


def likeness(short: Word, long: Word) -> float:
    """How much of what ``short`` says ``long`` says, 0 to 1; 0: not the same thing."""
    a, b = short.folded, long.folded
    if a == b or amount(a) == amount(b) or _in_decade(a, b):
        return 1.0
    if {"number", "year"} & {short.sort, long.sort}:
        return 0.0
    if kin(short.lemma, long.lemma) or kin(a, b):
        return 0.9
    named = {short.sort, long.sort} <= {"country", "nation", "name"}
    if named and min(len(a), len(b)) >= _ONE_ROOT and abs(len(a) - len(b)) <= 3:
        return 0.8 if a[:_ONE_ROOT] == b[:_ONE_ROOT] else 0.0
    if short.part == long.part == "VERB":
        return 0.8 if verbs().kind_of(long.lemma, short.lemma) else 0.0
    nominal = {short.part, long.part} <= {"NOUN", "PROPN"}
    return 0.8 if nominal and nouns().kind_of(long.lemma, short.lemma) else 0.0


def amount(folded: str) -> str:
    """A number as digits; another word as it is."""
    bare = folded.replace(",", "")
    if bare[:-2].isdigit() and bare[-2:] in ("st", "nd", "rd", "th"):
        return bare[:-2]
    return _AMOUNTS.get(bare, bare)


def _in_decade(decade: str, year: str) -> bool:
    """Whether a year lies in a decade: 1947 in "the forties" and in "the 1940s"."""
    if not (len(year) == 4 and year.isdigit()):
        return False
    if decade in DECADES:
        return year[2] == DECADES[decade]
    return len(decade) == 5 and decade[3:] == "0s" and decade[:3] == year[:3]


def lay(short: Statement, long: Statement) -> Aligned:
    """Finds each content word of the shorter text in the longer one.

    Of several that say the same, the one in the sentence that has most of the text is taken, and
    there the one nearest to what else the text says.
    """
    candidates = long.content()
    offers = {w.at: [(likeness(w, o), o) for o in candidates] for w in short.content()}
    offers = {at: [t for t in told if t[0] > 0] for at, told in offers.items()}
    for mine, its in initials(short, long):
        offers[mine.at] = offers.get(mine.at) or [(1.0, its)]
    offers = {at: told for at, told in offers.items() if told}
    counts = Counter(s for told in offers.values() for s in {o.sentence for _, o in told})
    sole = {at: told[0][1].at for at, told in offers.items() if len(told) == 1}
    topic = short.topic
    sole = {at: there for at, there in sole.items() if at not in topic} or sole

    def fit(at: int, offer: tuple[float, Word]) -> tuple[bool, int, int, float, int]:
        like, word = offer
        far = sum(abs(word.at - other) for own, other in sole.items() if own != at)
        return like >= _SURE, counts[word.sentence], -far, like, -word.at

    partner = {at: max(told, key=lambda t: fit(at, t))[1].at for at, told in offers.items()}
    spoken = frozenset(o.at for told in offers.values() for _, o in told)
    return Aligned(short, long, partner, spoken)


def initials(short: Statement, long: Statement) -> Iterator[tuple[Word, Word]]:
    """Words of a name in one text, and its initials in the other: "European Union" and "EU"."""
    for mine, its, turned in ((short, long, False), (long, short, True)):
        spelt = {"".join(w.folded[:1] for w in name): name for name in _names(its)}
        for word in mine.words:
            if word.text.isupper() or "." in word.text:
                for part in spelt.get(word.folded, ()):
                    yield (part, word) if turned else (word, part)


def _names(statement: Statement) -> Iterator[tuple[Word, ...]]:
    """Runs of two capitalised words or more."""
    run: list[Word] = []
    for word in statement.words:
        if word.text[:1].isupper() and word.part != "DET":
            run.append(word)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = []
    if len(run) > 1:
        yield tuple(run)
