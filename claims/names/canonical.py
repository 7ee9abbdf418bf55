"""One spelling for each name of a case, and the reason for every merge.

Names merge only by a rule that can be told:

- *spelling*: the same consonants and like vowels after transliteration (anyascii), without
  articles (al-, a-, el-, ash- ...), apostrophes and doubled letters, at a rapidfuzz ratio of at
  least 80; of a long name one word may be misspelt, of a person's the middle name be left out.
  Most pairs of a group must be alike (average linkage, no chains). What differs in
  more than article, title, apostrophe, capitals or blanks merges only within one story: in
  unrelated articles "Brian Davis" and "Bryan Davis" are two men.
- *short forms*: an acronym, a surname, a state's code; article by article (see ``shorts``).
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from claims.aliases import Aliases
from claims.names.shorts import short_forms
from claims.names.spelling import POSSESSIVE, Form, Likeness, compare, form
from claims.names.stories import Stories
from claims.records import NameMerge

_ORDERED = "told by the aliases file"
_OFTEN = 3
"""A name with an "s" at its end that is this much more frequent than without is no possessive."""
_LINKAGE = 0.6
"""Share of the pairs across two groups of spellings that must be alike."""
_BOTH = 2
"""Articles that write both of two unlike spellings from which they are two things."""


@dataclasses.dataclass(frozen=True, slots=True)
class Spelling:
    """The canonical spelling of each name written in a case."""

    everywhere: Mapping[str, str]
    """Of a name in whichever article it stands."""
    within: Mapping[tuple[str, str], str]
    """Of a short form in one article: (article id, name as written)."""

    def of(self, article: str, text: str) -> str:
        """The canonical spelling; ``text`` itself where it is not known."""
        return self.within.get((article, text)) or self.everywhere.get(text, text)


@dataclasses.dataclass(frozen=True, slots=True)
class _Case:
    """What is counted over all mentions."""

    counts: Mapping[str, int]
    articles: Mapping[str, frozenset[str]]
    """The articles that write a name."""
    forms: Mapping[str, Form]
    surnames: frozenset[str]
    """Last words of full names, as they are: "Williams" is no possessive of "William"."""
    stories: Stories
    aliases: Aliases

    def apart(self, a: str, b: str) -> bool:
        return frozenset((a, b)) in self.aliases.apart

    def rank(self, text: str) -> tuple[bool, int, int, str]:
        """Sorts the best spelling first: without a title, a possessive or capitals
        throughout, most frequent, longest, then by the alphabet."""
        shouted = text.isupper() and not self.forms[text].acronym
        bare = self.counts.get(text[:-1], 0) if text.endswith("s") else 0
        possessive = 0 < self.counts[text] < _OFTEN * bare
        return (
            self.forms[text].titled or shouted or possessive,
            -self.counts[text],
            -len(text),
            text,
        )

    def one_name(self, a: str, b: str, like: Likeness) -> bool:
        """Whether two spellings that are alike stand for one thing, by where they stand."""
        if like.reason == POSSESSIVE:
            return self._possessive(a, b)
        if like.sure:
            return True
        together = self.articles[a] & self.articles[b]
        if len(together) >= _BOTH and " " not in a and like.reason.startswith("spelling"):
            return False
        return self.stories.near(self.articles[a], self.articles[b])

    def _possessive(self, a: str, b: str) -> bool:
        longer, shorter = (a, b) if len(a) > len(b) else (b, a)
        owner = {self.forms[longer].plain, self.forms[shorter].plain} & self.surnames
        if owner == {self.forms[longer].plain}:
            return False
        return " " in shorter or self.stories.near(self.articles[a], self.articles[b])


def canonical(
    mentions: Iterable[tuple[str, str]], aliases: Aliases | None = None
) -> tuple[Spelling, tuple[NameMerge, ...]]:
    """One spelling for each name of a case.

    The most frequent spelling wins, of equals the longest, then the first by the alphabet; a
    short form takes the spelling of its long form, article by article. The order of the mentions
    does not matter.

    Args:
        mentions: Article id and the name as written, once a mention.
        aliases: The user's own merges, which win over every rule; the user's ``name`` is the
            spelling.

    Returns:
        The spellings, and the merges (names that are not written in their canonical spelling)
        with their reasons, sorted.
    """
    aliases = aliases or Aliases()
    case = _case(tuple(mentions), aliases)
    groups, reasons = _spellings(case)
    _ordered_merges(case, groups, reasons)
    heads = {text: group[0] for text, group in groups.items()}
    merges = [
        NameMerge(head, text, reasons[text])
        for text, head in heads.items()
        if text != head and case.articles.get(text)
    ]
    within, short_merges = _short_forms(case, heads, groups)
    written = {text: head for text, head in sorted(heads.items()) if case.articles.get(text)}
    return Spelling(written, within), tuple(
        sorted(merges + short_merges, key=lambda m: (m.name, m.variant, m.reason))
    )


def _case(mentions: tuple[tuple[str, str], ...], aliases: Aliases) -> _Case:
    counts: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    for article, text in mentions:
        counts[text] += 1
        articles[text].add(article)
    for pair in aliases.same:
        for text in pair:
            counts.setdefault(text, 0)
    forms = {text: form(text) for text in counts}
    names: dict[str, set[str]] = defaultdict(set)
    for text, found in articles.items():
        for article in found:
            # Acronyms tie nothing together: it is them that are to be told apart by the story.
            names[article].update(() if forms[text].acronym else (forms[text].plain,))
    return _Case(
        counts=counts,
        articles=defaultdict(frozenset, {t: frozenset(found) for t, found in articles.items()}),
        forms=forms,
        surnames=frozenset(text.split()[-1].casefold() for text in counts if forms[text].surname),
        stories=Stories({article: frozenset(found) for article, found in names.items()}),
        aliases=aliases,
    )


_Groups = dict[str, list[str]]
"""Each written name to its group: one list shared by its members, the canonical one first."""


def _spellings(case: _Case) -> tuple[_Groups, dict[str, str]]:
    """Groups by spelling, the surest pairs first. Most pairs of a group are alike (average
    linkage, no chains), and each group was joined by a pair that stands for one thing; then
    possessives go to the group of their name."""
    groups: _Groups = {text: [text] for text in case.counts}
    pairs: dict[tuple[str, str], Likeness] = {}
    for a, b in sorted(_candidates(case)):
        like = None if case.apart(a, b) else compare(case.forms[a], case.forms[b])
        if like is not None:
            pairs[a, b] = like
    reasons: dict[str, str] = {}
    surest = sorted(pairs.items(), key=lambda item: (-item[1].score, item[0]))
    for possessive in (False, True):
        for (a, b), like in surest:
            one, other = groups[a], groups[b]
            if (like.reason == POSSESSIVE) != possessive or one is other:
                continue
            if case.one_name(a, b, like) and _linked(case, one, other, pairs, possessive):
                for text in other:
                    reasons.setdefault(text, like.reason)
                    groups[text] = one
                for text in one:
                    reasons.setdefault(text, like.reason)
                one.extend(other)
    for group in {id(g): g for g in groups.values()}.values():
        group.sort(key=case.rank)
        for text in group[1:]:
            to_first = pairs.get((min(text, group[0]), max(text, group[0])))
            reasons[text] = to_first.reason if to_first else reasons[text]
        reasons.pop(group[0], None)
    return groups, reasons


def _linked(
    case: _Case,
    one: Sequence[str],
    other: Sequence[str],
    pairs: Mapping[tuple[str, str], Likeness],
    possessive: bool,
) -> bool:
    """Whether enough of the spellings of two groups are alike, and none is kept apart."""
    crossed = [(min(x, y), max(x, y)) for x in one for y in other]
    if any(case.apart(x, y) for x, y in crossed):
        return False
    return possessive or sum(pair in pairs for pair in crossed) >= _LINKAGE * len(crossed)


def _candidates(case: _Case) -> set[tuple[str, str]]:
    """Pairs that share a key: the consonants, or all words of a long name but one."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for text, shape in case.forms.items():
        for key in shape.keys():  # noqa: SIM118 - a method of Form, no mapping
            blocks[key].append(text)
    return {
        (min(a, b), max(a, b))
        for block in blocks.values()
        for i, a in enumerate(block)
        for b in block[i + 1 :]
    }


def _ordered_merges(case: _Case, groups: _Groups, reasons: dict[str, str]) -> None:
    """The merges the user orders: his name is the spelling of the joined group."""
    for name, variant in case.aliases.same:
        group, moved = groups[name], groups[variant]
        if group is not moved:
            for member in moved:
                groups[member] = group
            reasons[variant] = _ORDERED
            for member in moved:
                reasons.setdefault(member, _ORDERED)
            group.extend(moved)
        if group[0] != name:
            reasons[group[0]] = _ORDERED
            group.remove(name)
            group.insert(0, name)
            reasons.pop(name, None)


def _short_forms(
    case: _Case, heads: Mapping[str, str], groups: _Groups
) -> tuple[dict[tuple[str, str], str], list[NameMerge]]:
    """Short forms by article and name, and the merges they are, each with its articles."""
    ordered = {text for pair in case.aliases.same for text in pair}
    texts: dict[str, list[str]] = defaultdict(list)
    for text in sorted(case.articles):
        for article in case.articles[text]:
            texts[article].append(text)
    within: dict[tuple[str, str], str] = {}
    held: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for short in short_forms(texts, case.forms, heads, case.stories):
        forbidden = any(case.apart(short.text, member) for member in groups[short.long])
        if short.text in ordered or forbidden:
            continue
        within[short.article, short.text] = short.long
        held[short.long, short.text, short.reason].append(short.article)
    return within, [
        NameMerge(name, variant, reason, tuple(sorted(articles)))
        for (name, variant, reason), articles in held.items()
    ]
