"""Whom a claim rests on: the source it names, or the one its article names for it.

A person who speaks for a body ("Observatory director ...") and the body are one source; an
unnamed "war monitor" is the monitor that the article names elsewhere; what was told to an agency,
or seen by its reporter, is the agency's.
"""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claims.records import Claim
from corpus.agencies import agencies_in, house_agency
from corpus.outlets import House, fold
from corpus.records import Article

_PRONOUNS = frozenset("i we he she it they you this that these those who one".split())

_SPEAKS_FOR = (
    "spokesman|spokeswoman|spokesperson|director|head|chief|chairman|chairwoman|founder|"
    "co-founder|secretary-general|executive director|media director|press officer"
)
"""Who says what the body says; a leader, a member or a commander may speak for himself."""

_WORD = r"(?:(?:al|el|a|ad|an|ar|as|ash|at|az)[-\s])?[A-Z][\w'’-]*"
"""A word of a name, with the Arabic article: half a name would make one of two bodies."""
_NAME = rf"{_WORD}(?:\s+(?:(?:of|for|and|the|in|de)\s+){{0,2}}{_WORD}){{0,6}}"
_OVER = (
    r"(?:[A-Z][^,.;:\n]{0,50}?(?:['’]s|-(?:affiliated|backed|linked|aligned))\s+"
    r"(?:\([A-Z]+\)\s+)?)?"
)
"""What stands over the body: "the Free Army's ... brigade" speaks for the brigade."""
_AFTER = re.compile(
    rf",?\s+(?:the\s+|a\s+|its\s+|who is\s+)?(?:\w+\s+){{0,2}}?(?:{_SPEAKS_FOR})"
    rf"\s+(?:of|for|at|with)\s+(?:the\s+)?{_OVER}({_NAME})"
)
_BEFORE = re.compile(
    rf"(?:({_NAME})(?:['’]s)?\s+(?:{_SPEAKS_FOR}),?\s+"
    rf"|(?:{_SPEAKS_FOR})\s+(?:of|for|at|with)\s+(?:the\s+)?{_OVER}({_NAME}),?\s+)$"
)
_NEAR = 120
"""Code points around a name in which the body stands that it speaks for."""

_CALLED = {
    "monitor": "monitor", "monitoring": "monitor", "watchdog": "watchdog",
    "observatory": "observator", "agency": "agenc", "broadcaster": "broadcast",
    "charity": "charit", "ngo": "ngo", "ministry": "ministr", "spokesman": "spokesman",
    "spokeswoman": "spokeswoman", "coroner": "coroner", "sheriff": "sheriff", "mayor": "mayor",
    "governor": "governor", "prosecutor": "prosecutor",
}  # fmt: skip
"""What an unnamed source is called, and the beginning of the word by which its article calls the
named one."""

_MONITORING = re.compile(r"\bmonitoring (?:group|organi[sz]ation|body)\b")

_ROLES = {
    "police": "police officer detective investigator deputy",
    "authorities": "authority authorities",
    "prosecutors": "prosecutor",
    "state media": "state media|state television|state tv|state news agency",
    "the army": "army|military",
}
"""Institutions that are named by what they are: of one event there is one police."""

_ROLE_OF = {
    word: role
    for role, words in _ROLES.items()
    for word in (words.split("|") if "|" in words else words.split())
}

_REPORTER = (
    r"(?:journalist|reporter|correspondent|photographer|cameraman|team|crew|staff|stringer|witness"
    r"|television|tv)s?"
)
_SEEN = re.compile(
    rf"\b((?:[A-Z][\w-]*\s+){{1,3}})(?:\w+\s+)?{_REPORTER}\b[^.\n]{{0,80}}?"
    r"\b(?:saw|see|sees|seen|witness\w*|heard|hears|observed|visited|counted|watched)\b"
)
_TOLD = re.compile(r"\btold\s+(?:the\s+)?((?:[A-Z][\w-]*\s*){1,3})")


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """Who stands behind a claim."""

    keys: tuple[str, ...]
    """``source:NAME``, ``agency:NAME`` or ``outlet:NAME``; the first one names it, another is
    the body a person speaks for. Empty where only a role is known."""
    role: str
    """``police`` and the like; empty for others."""
    evidence: str
    """How it is known, where the claim itself does not say; empty otherwise."""


class Sources:
    """The sources of a case."""

    def __init__(
        self,
        articles: Iterable[Article],
        claims: Sequence[Claim],
        houses: Mapping[str, House],
    ) -> None:
        self._articles = {article.id: article for article in articles}
        self._houses = {fold(name): house.key for name, house in houses.items()}
        self._spelling = {name.text: name.name for claim in claims for name in claim.names}
        named = [claim for claim in claims if _is_named(claim)]
        self._named: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in named:
            self._named[claim.article].append(claim)
        self._known = {claim.speaker.name for claim in named if claim.speaker}
        self._bodies = dict(self._affiliations(named))

    def of(self, claim: Claim) -> Source | None:
        """Who stands behind a claim; ``None`` where nobody but the article's outlet does."""
        article = self._articles.get(claim.article)
        if article is None:
            return None
        seen = self._seen(claim)
        if seen is not None or claim.speaker is None:
            return seen
        if _is_named(claim):
            return self._named_source(claim.speaker.name)
        return self._unnamed(claim, article)

    def _named_source(self, name: str, evidence: str = "") -> Source:
        keys = [self._key(name)]
        if name in self._bodies:
            keys.append(self._key(self._bodies[name]))
        return Source(tuple(dict.fromkeys(keys)), _role(name), evidence)

    def _key(self, name: str) -> str:
        """An agency and an outlet of the case are the same as a source and as a voice."""
        agency = house_agency(name)
        return f"agency:{agency}" if agency else self._houses.get(fold(name), f"source:{name}")

    def _affiliations(self, named: Iterable[Claim]) -> Iterator[tuple[str, str]]:
        for claim in named:
            article, speaker = self._articles.get(claim.article), claim.speaker
            if article is None or speaker is None:
                continue
            for start, end in self._mentions(article, speaker.start, speaker.end):
                after = _AFTER.match(article.text, end, end + _NEAR)
                before = _BEFORE.search(article.text[max(0, start - _NEAR) : start])
                if found := (after and after[1]) or (before and (before[1] or before[2])):
                    body = self._body(found, claim.article)
                    if body and body != speaker.name:
                        yield speaker.name, body

    def _mentions(self, article: Article, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The name in a source as written: "Observatory director Rami Noor" holds it last."""
        yield start, end
        written = article.text[start:end]
        for match in re.finditer(rf"\b(?:{_SPEAKS_FOR}),?\s+(?=[A-Z])", written):
            yield start + match.end(), end

    def _body(self, found: str, article: str) -> str:
        """The source of the case that a body's name means: itself, or the only one of the
        article whose name ends or begins with it; a body that says nothing itself stays."""
        name = self._spelling.get(found, found)
        if name in self._known:
            return name
        words = set(fold(name).split())
        known = {c.speaker.name for c in self._named[article] if c.speaker}
        fits = sorted(other for other in known if words < set(fold(other).split()))
        return fits[0] if len(fits) == 1 else name

    def _unnamed(self, claim: Claim, article: Article) -> Source | None:
        speaker = claim.speaker
        if speaker is None:
            return None
        told = _TOLD.search(article.text, speaker.start, speaker.end + _NEAR // 2)
        if told and (agencies := agencies_in(told[1])):
            return Source((f"agency:{agencies[0]}",), "", f"it was told to {agencies[0]}")
        called = fold(_MONITORING.sub("monitor", speaker.name))
        if " and " in called:
            return None  # two sources, of which neither has a name
        if stem := _CALLED.get(called.split()[-1] if called else ""):
            fits = {
                other.speaker.name
                for other in self._named[claim.article]
                if other.speaker and stem in self._around(article, other)
            }
            if len({self._key(name) for name in fits}) == 1:
                name = min(fits)
                return self._named_source(
                    name, f"“{speaker.name}” is the source that the article calls {name}"
                )
        role = _role(speaker.name)
        if role:
            return Source((), role, "")
        # Who alone has heard a nameless source answers for it.
        via = [name for name in speaker.via if any(letter.isupper() for letter in name)]
        return self._named_source(via[-1], f"it has it from {via[-1]}") if via else None

    def _around(self, article: Article, claim: Claim) -> str:
        speaker = claim.speaker
        if speaker is None:
            return ""
        return article.text[max(0, speaker.start - 40) : speaker.end + 60].casefold()

    def _seen(self, claim: Claim) -> Source | None:
        """What an agency's reporter saw is the agency's own, whoever prints it."""
        match = _SEEN.search(claim.quote)
        written = match[1] if match else ""
        if claim.speaker is not None and not _is_named(claim):
            written += " " + claim.speaker.name if re.search(_REPORTER, claim.speaker.name) else ""
        agencies = agencies_in(written)
        if not agencies:
            return None
        return Source((f"agency:{agencies[0]}",), "", f"a reporter of {agencies[0]} saw it")


def _is_named(claim: Claim) -> bool:
    """Whether the speaker has a name: a pronoun that was not resolved, or a description in small
    letters, is none."""
    if claim.speaker is None or claim.voice != "named":
        return False
    name = claim.speaker.name
    return name.casefold() not in _PRONOUNS and any(letter.isupper() for letter in name)


def _role(name: str) -> str:
    """The institution that a source is by what it is called; empty for others."""
    folded = fold(name)
    words = folded.split()
    for word in ("police", "sheriff"):
        if word in words:
            return "police"
    last = words[-1] if words else ""
    return _ROLE_OF.get(folded) or _ROLE_OF.get(last) or _ROLE_OF.get(last.removesuffix("s"), "")
