"""Sentences of two outlets that tell the same in other words, too alike for chance.

Both may rest on one text that the case does not hold: a wire report each outlet rewrote. That is
never sure. What is compared are the stems of the telling words, without names (two reports of one
event share those) and without quoted speech (that has its own source), in their order, weighed by
how rare they are in the case.
"""

from __future__ import annotations

import dataclasses
import functools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import snowballstemmer
from rapidfuzz.distance import LCSseq

from corpus.records import Article

FEWEST = 5
"""Stems that two sentences share in one order."""

SHARE = 0.5
"""Share of the weight of the sentence that says less."""

WEIGHT = 10.0
"""Least weight of the stems two sentences share."""

TOTAL = 20.0
"""Least weight over all sentences of two articles: two sentences that are alike, or one long one.
The four figures were set by reading what they link in ``fakes_dev``, ``gva_dev`` and the seeds;
of 8 pairs of articles linked there and without a passage in common, 7 are right."""

DAYS = 3
"""Most days between two articles that rest on one report."""

IMAGINED = 60
"""Imagined other articles that soften rarity in a small case, as for stories."""

COMMON = 0.1
"""Share of articles from which on a stem alone makes no two sentences meet."""

BLOCK = 2000
"""Sentences compared with all others at once."""

_STOP = frozenset(
    "the and you your yours yourself him his himself she her hers herself its itself they them "
    "their theirs themselves what which who whom this that these those are was were been being "
    "have has had having does did doing would should could ought cannot our ours ourselves but if "
    "because until while for with about against between into through during before after above "
    "below from down out off over under again further then once here there when where why how all "
    "any both each few more most other some such nor not only own same than too very".split()
)
"""Martin Porter's list of English stop words (snowballstem.org), those of three letters or more."""

_BREAK = re.compile(r"(?<=[.!?])[\"'”’)]*\s+(?=[A-Z\"'“‘(])|\n+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_QUOTED = re.compile(r"[\"“][^\"“”]{0,2000}[\"”]")


@dataclasses.dataclass(frozen=True, slots=True)
class Reworded:
    """One sentence of each of two articles."""

    a: tuple[int, int]
    b: tuple[int, int]
    """Spans in the articles' texts."""
    share: float
    """Share of the weight of the sentence that says less."""
    weight: float


@dataclasses.dataclass(frozen=True, slots=True)
class _Sentence:
    article: int
    start: int
    end: int
    stems: tuple[str, ...]


def reworded(articles: Sequence[Article]) -> dict[tuple[int, int], tuple[Reworded, ...]]:
    """Pairs of positions, the lower first, with their sentences in the order of the first.

    Articles of one outlet, and those published more than ``DAYS`` apart, are not compared.
    """
    rows = [list(_sentences(number, article.text)) for number, article in enumerate(articles)]
    weight = _weights([{stem for s in row for stem in s.stems} for row in rows])
    found: defaultdict[tuple[int, int], list[Reworded]] = defaultdict(list)
    for one, other in _meeting([s for row in rows for s in row], weight, len(rows)):
        if _comparable(articles[one.article], articles[other.article]):
            pair = _pair(one, other, weight)
            if pair is not None:
                found[one.article, other.article].append(pair)
    return {
        articles_: tuple(sorted(pairs, key=lambda p: (p.a, p.b)))
        for articles_, pairs in sorted(found.items())
        if sum(_best(pairs)) >= TOTAL
    }


def _best(pairs: Iterable[Reworded]) -> Iterable[float]:
    """The weight of each sentence of the first article once."""
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        best[pair.a] = max(best.get(pair.a, 0.0), pair.weight)
    return best.values()


def _sentences(number: int, text: str) -> Iterator[_Sentence]:
    at = 0
    for match in (*_BREAK.finditer(text), None):
        end = match.start() if match else len(text)
        stems = _stems(text[at:end])
        if len(stems) >= FEWEST:
            start = at + len(text[at:end]) - len(text[at:end].lstrip())
            yield _Sentence(number, start, at + len(text[at:end].rstrip()), stems)
        at = match.end() if match else end


def _stems(sentence: str) -> tuple[str, ...]:
    """Stems of the words that tell, in order; a capitalised one is a name unless it comes
    first."""
    plain = _QUOTED.sub(lambda match: " " * len(match[0]), sentence)
    told = [
        match[0].casefold()
        for number, match in enumerate(_WORD.finditer(plain))
        if number == 0 or not match[0][0].isupper()
    ]
    return tuple(_stem(word) for word in told if word not in _STOP)


_STEMMER = snowballstemmer.stemmer("english")


@functools.lru_cache(maxsize=2**16)
def _stem(word: str) -> str:
    stem: str = _STEMMER.stemWord(word)
    return stem


def _weights(rows: Sequence[set[str]]) -> dict[str, float]:
    """Rarity of each stem: the log of articles over articles that have it."""
    counts = Counter(stem for row in rows for stem in row)
    return {stem: math.log((len(rows) + IMAGINED) / n) for stem, n in counts.items()}


def _meeting(
    sentences: Sequence[_Sentence], weight: dict[str, float], articles: int
) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Pairs of sentences of two articles that share half the weight in rarer stems."""
    import numpy as np
    from scipy import sparse

    least = math.log((articles + IMAGINED) / max(3.0, COMMON * articles + 1))
    known = {stem: n for n, stem in enumerate(sorted(s for s in weight if weight[s] >= least))}
    cells = [
        (row, known[stem], math.sqrt(weight[stem]))
        for row, sentence in enumerate(sentences)
        for stem in set(sentence.stems)
        if stem in known
    ]
    if not cells:
        return
    rows, columns, values = (np.array(part) for part in zip(*cells, strict=True))
    shape = len(sentences), len(known)
    matrix = sparse.csr_matrix((values, (rows, columns)), shape=shape)
    turned = matrix.T.tocsc()
    for start in range(0, len(sentences), BLOCK):
        product = (matrix[start : start + BLOCK] @ turned).tocoo()
        near = product.data >= WEIGHT / 2
        for one, other in zip(
            (product.row[near] + start).tolist(), product.col[near].tolist(), strict=True
        ):
            if sentences[one].article < sentences[other].article:
                yield sentences[one], sentences[other]


def _comparable(a: Article, b: Article) -> bool:
    if a.outlet and a.outlet == b.outlet:
        return False
    days = a.published_date, b.published_date
    if days[0] is None or days[1] is None:
        return True
    return abs((days[0] - days[1]).days) <= DAYS


def _pair(one: _Sentence, other: _Sentence, weight: dict[str, float]) -> Reworded | None:
    steps = LCSseq.opcodes(one.stems, other.stems)
    told = {
        stem
        for step in steps
        if step.tag == "equal"
        for stem in one.stems[step.src_start : step.src_end]
    }
    both = sum(weight[stem] for stem in sorted(told))
    less = min(sum(weight[stem] for stem in sorted(set(s.stems))) for s in (one, other))
    if len(told) < FEWEST or both < WEIGHT or both < SHARE * less:
        return None
    return Reworded((one.start, one.end), (other.start, other.end), both / less, both)
