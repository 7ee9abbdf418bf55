"""Articles to claims: sentences, parse, clauses, and what each clause carries."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable, Iterator, Sequence

from claims.aliases import Aliases
from claims.clauses import Clause, carry_names, split
from claims.dates import find_dates
from claims.figures import find_figures
from claims.happenings import happening
from claims.modality import modality
from claims.names import Spelling, canonical, find_names
from claims.parse import Parsed, parse
from claims.records import Claim, Figure, Name, NameMerge, When
from claims.speakers import Attribution, attributions, speaker, speaking
from corpus.records import Article, SentenceKind
from corpus.sentences import sentences

STATING: frozenset[SentenceKind] = frozenset({"statement", "headline", "caption"})
"""Kinds of sentence that state something; the others are page furniture and credits."""


def extract(article: Article) -> tuple[Claim, ...]:
    """The claims of an article in the order of their quotes; empty when it states nothing.

    Names are as written: ``unify`` gives them the one spelling they have within a case.
    """
    parsed = tuple(parse(s for s in sentences(article) if s.kind in STATING))
    rows = carry_names(parsed, [split(sentence) for sentence in parsed])
    said = attributions(parsed, article.text)
    dated: list[When] = []
    claims: dict[str, Claim] = {}
    for number, (sentence, clauses) in enumerate(zip(parsed, rows, strict=True)):
        parts = _Parts.of(sentence, article, dated, parsed[:number])
        dated.extend(parts.dates)
        for clause in clauses:
            claim = _claim(article, sentence, clause, parts, said)
            claims.setdefault(claim.id, claim)
    return tuple(sorted(claims.values(), key=lambda claim: (claim.start, claim.end)))


def unify(
    claims: Iterable[Claim], aliases: Aliases | None = None
) -> tuple[tuple[Claim, ...], tuple[NameMerge, ...]]:
    """Gives every name and speaker of a case its canonical spelling.

    Returns:
        The claims in the same order, and the merges that were made, with their reasons.
    """
    claims = tuple(claims)
    mentions = [(c.article, n.text) for c in claims for n in c.names]
    mentions += [(c.article, c.speaker.name) for c in claims if c.speaker and c.voice == "named"]
    mentions += [(c.article, name) for c in claims if c.speaker for name in c.speaker.via]
    spelling, merges = canonical(mentions, aliases)
    return tuple(_renamed(claim, spelling) for claim in claims), merges


def _renamed(claim: Claim, spelling: Spelling) -> Claim:
    article = claim.article
    names = tuple(dataclasses.replace(n, name=spelling.of(article, n.text)) for n in claim.names)
    source = claim.speaker
    if source is not None:
        via = tuple(spelling.of(article, name) for name in source.via)
        source = dataclasses.replace(source, name=spelling.of(article, source.name), via=via)
    return dataclasses.replace(claim, names=names, speaker=source)


@dataclasses.dataclass(frozen=True, slots=True)
class _Parts:
    """What was found in a sentence, before it is shared out to the clauses."""

    dates: tuple[When, ...]
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]

    @classmethod
    def of(
        cls, parsed: Parsed, article: Article, dated: Sequence[When], earlier: Sequence[Parsed]
    ) -> _Parts:
        # Extractors see the sentence made plain; what is kept is the article's own writing.
        text = article.text
        return cls(
            dates=tuple(
                dataclasses.replace(w, text=text[w.start : w.end])
                for w in find_dates(parsed, article.published_date, dated, earlier)
            ),
            figures=tuple(
                dataclasses.replace(f, text=text[f.start : f.end]) for f in find_figures(parsed)
            ),
            names=tuple(
                Name(text[start:end], start, end, text[start:end])
                for start, end in find_names(parsed)
            ),
        )


def _claim(
    article: Article,
    parsed: Parsed,
    clause: Clause,
    parts: _Parts,
    said: Sequence[Attribution],
) -> Claim:
    mode, polarity = modality(parsed, clause.root, clause.tokens)
    attribution = speaking(clause.start, clause.end, said)
    covered = _Covered.of(parsed, clause)
    return Claim(
        id=claim_id(article.id, clause.start, clause.end),
        article=article.id,
        start=clause.start,
        end=clause.end,
        quote=article.text[clause.start : clause.end],
        text=clause.text,
        speaker=speaker(clause.start, clause.end, said),
        voice=attribution.voice if attribution else "own",
        modality="denied" if attribution and attribution.stance == "denying" else mode,
        polarity=polarity,
        # A date or a name may be carried over from the clause before; a figure counts once.
        when=tuple(w for w in parts.dates if covered.any(w.start, w.end)),
        figures=tuple(
            f
            for f in parts.figures
            if covered.any(f.start, f.end) and clause.start <= f.start and f.end <= clause.end
        ),
        names=tuple(n for n in parts.names if covered.any(n.start, n.end)),
        happening=happening(parsed, clause),
    )


@dataclasses.dataclass(frozen=True, slots=True)
class _Covered:
    """The stretches of the article that a clause's tokens cover."""

    stretches: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, parsed: Parsed, clause: Clause) -> _Covered:
        doc = parsed.doc
        return cls(tuple(parsed.span(doc[i], doc[i]) for i in clause.tokens))

    def any(self, start: int, end: int) -> bool:
        """Whether at least half of the words from start to end belong to the clause."""
        return half_within(start, end, self.stretches)


def half_within(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    """Whether at least half of the words from start to end lie in the stretches."""
    inside = sum(max(0, min(end, e) - max(start, s)) for s, e in stretches)
    return 2 * inside >= end - start - (end - start) // 4


def claim_id(article: str, start: int, end: int) -> str:
    """Id of the claim at a span of an article: stable over runs."""
    return "c" + hashlib.sha256(f"{article}\0{start}\0{end}".encode()).hexdigest()[:12]


PROCESSES_FROM = 64
"""Articles from which on several processes read them: each takes seconds to start."""

MOST_PROCESSES = 8
"""Each holds the parser, some 300 MB."""


def extract_all(articles: Iterable[Article]) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """Articles with their claims, in order; of many, a process a core reads them (joblib, which
    heeds ``LOKY_MAX_CPU_COUNT``).

    Raises:
        joblib.externals.loky.process_executor.TerminatedWorkerError: A process was killed.
    """
    articles = tuple(articles)
    if len(articles) < PROCESSES_FROM:
        return ((article, extract(article)) for article in articles)
    from joblib import Parallel, cpu_count, delayed

    processes = Parallel(min(cpu_count(), MOST_PROCESSES), return_as="generator")
    return zip(articles, processes(delayed(extract)(article) for article in articles), strict=True)
