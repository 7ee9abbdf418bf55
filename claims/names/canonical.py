"""One spelling for each name of a case, and the reason for every merge.

Names merge only by a rule that can be told, and only when every two spellings of a group pass
(complete linkage, no chains):

- *spelling*: the same consonants and like vowels after transliteration (anyascii), without
  articles (al-, a-, el-, ash- ...), apostrophes and doubled letters, at a rapidfuzz ratio of at
  least 80; of a long name one word may be misspelt.
- *acronym*: initials of a long form found in the same article.
- *surname* after the full name in the same article.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable

from claims.aliases import Aliases
from claims.names.spelling import Form, compare, form
from claims.records import NameMerge

_SURNAME_SHARE = 0.5
"""Share of the articles with the bare surname that must hold the full name too."""


@dataclasses.dataclass(slots=True)
class _Case:
    """What is counted over all mentions."""

    counts: Counter[str]
    articles: dict[str, set[str]]
    forms: dict[str, Form]
    aliases: Aliases

    def apart(self, a: str, b: str) -> bool:
        return frozenset((a, b)) in self.aliases.apart

    def rank(self, text: str) -> tuple[bool, int, int, str]:
        """Sorts the best spelling first: without a title, a possessive or capitals
        throughout, most frequent,
        longest, then by the alphabet."""
        shouted = text.isupper() and not self.forms[text].acronym
        possessive = text.endswith("s") and text[:-1] in self.counts
        return (
            self.forms[text].titled or shouted or possessive,
            -self.counts[text],
            -len(text),
            text,
        )


def canonical(
    mentions: Iterable[tuple[str, str]], aliases: Aliases | None = None
) -> tuple[dict[str, str], tuple[NameMerge, ...]]:
    """One spelling for each name of a case.

    The most frequent spelling wins, of equals the longest, then the first by the alphabet; an
    acronym or a surname takes the spelling of the long form. The order of the mentions does not
    matter.

    Args:
        mentions: Article id and the name as written, once a mention.
        aliases: The user's own merges, which win over every rule; the user's ``name`` is the
            spelling.

    Returns:
        Written to canonical spelling for every name given, and the merges (spellings that are
        not canonical) with their reasons, sorted.
    """
    aliases = aliases or Aliases()
    counts: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    for article, text in mentions:
        counts[text] += 1
        articles[text].add(article)
    for pair in aliases.same:
        for text in pair:
            counts.setdefault(text, 0)
    case = _Case(counts, articles, {text: form(text) for text in counts}, aliases)
    groups, reasons = _spellings(case)
    _ordered_merges(case, groups, reasons)
    _short_forms(case, groups, reasons)
    names = {text: groups[text][0] for text in counts}
    merges = sorted(
        (NameMerge(name, text, reasons[text]) for text, name in names.items() if text != name),
        key=lambda m: (m.name, m.variant),
    )
    known = {text for pair in aliases.same for text in pair if not articles.get(text)}
    return (
        {text: name for text, name in sorted(names.items()) if text not in known},
        tuple(m for m in merges if m.variant not in known),
    )


_Groups = dict[str, list[str]]
"""Each written name to its group: one list shared by its members, the canonical one first."""


def _spellings(case: _Case) -> tuple[_Groups, dict[str, str]]:
    """Groups by spelling, complete linkage, the surest pairs first."""
    groups: _Groups = {text: [text] for text in case.counts}
    pairs: dict[tuple[str, str], tuple[float, str]] = {}
    for a, b in sorted(_candidates(case)):
        verdict = None if case.apart(a, b) else compare(case.forms[a], case.forms[b])
        if verdict is not None:
            pairs[a, b] = verdict
    for (a, b), _ in sorted(pairs.items(), key=lambda item: (-item[1][0], item[0])):
        one, other = groups[a], groups[b]
        if one is not other and all((min(x, y), max(x, y)) in pairs for x in one for y in other):
            one.extend(other)
            for text in other:
                groups[text] = one
    reasons: dict[str, str] = {}
    for group in {id(g): g for g in groups.values()}.values():
        group.sort(key=case.rank)
        for text in group[1:]:
            reasons[text] = pairs[min(text, group[0]), max(text, group[0])][1]
    return groups, reasons


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


def _join(groups: _Groups, reasons: dict[str, str], to: str, text: str, reason: str) -> None:
    """Puts the group of ``text`` into that of ``to``, whose first stays the canonical one."""
    target, moved = groups[to], groups[text]
    if target is moved:
        return
    for member in moved:
        groups[member] = target
        reasons.setdefault(member, reason)
    reasons[text] = reason
    target.extend(moved)


def _ordered_merges(case: _Case, groups: _Groups, reasons: dict[str, str]) -> None:
    """The merges the user orders: his name is the spelling of the joined group."""
    for name, variant in case.aliases.same:
        _join(groups, reasons, name, variant, "told by the aliases file")
        group = groups[name]
        if group[0] != name:
            reasons[group[0]] = "told by the aliases file"
            group.remove(name)
            group.insert(0, name)
            reasons.pop(name, None)


def _short_forms(case: _Case, groups: _Groups, reasons: dict[str, str]) -> None:
    """Acronyms and surnames to the one long form found beside them in an article."""
    ordered = {text for pair in case.aliases.same for text in pair}
    shorts = {s for s in case.counts if case.articles.get(s) and s not in ordered}
    for find, reason in (
        (_long_forms, "initials of {} in the same article"),
        (_full_names, "surname of {} in the same article"),
    ):
        for short, found in sorted(find(case).items()):
            if short not in shorts:
                continue
            allowed = [f for f in found if not any(case.apart(short, m) for m in groups[f])]
            heads = {groups[f][0] for f in allowed}
            if len(heads) == 1 and allowed:
                head = heads.pop()
                if groups[short] is not groups[head]:
                    _join(groups, reasons, head, short, reason.format(head))


def _by_article(case: _Case) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for text in sorted(case.articles):
        for article in case.articles[text]:
            found[article].append(text)
    return found


def _long_forms(case: _Case) -> dict[str, set[str]]:
    """Each acronym to the long forms that stand in an article with it."""
    found: dict[str, set[str]] = defaultdict(set)
    for texts in _by_article(case).values():
        long: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            for initials in case.forms[text].initials:
                long[initials].append(text)
        for text in texts:
            if case.forms[text].acronym:
                found[text].update(long.get(case.forms[text].acronym, ()))
    return found


def _full_names(case: _Case) -> dict[str, set[str]]:
    """Each bare surname to the full names of persons that stand in an article with it."""
    found: dict[str, set[str]] = defaultdict(set)
    beside: Counter[str] = Counter()
    alone = {case.forms[t].joined for t in case.articles}
    for texts in _by_article(case).values():
        full: dict[str, list[str]] = defaultdict(list)
        for text in texts:
            shape = case.forms[text]
            if shape.person and not any(word in alone for word in shape.words[:-1]):
                full[shape.words[-1]].append(text)
        for text in texts:
            shape = case.forms[text]
            if len(shape.words) == 1 and shape.joined in full and not shape.acronym:
                found[text].update(full[shape.joined])
                beside[text] += 1
    return {
        text: names
        for text, names in found.items()
        if beside[text] >= _SURNAME_SHARE * len(case.articles[text])
    }
