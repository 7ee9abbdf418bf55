"""What of the articles ends in no claim: ``python -m benchmarks.lost [--show]``.

A figure, a date or a word that no claim holds can never be compared. Of articles drawn from each
set it counts the figures and dates of statements, headlines and captions of which most words are
in no claim, and the content words of which the same is true, those of sources and of words of
saying apart. Much of what is left is rightly in none: days of saying, credits, page furniture.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.data import article, rows
from claims.clauses import carry_names, split
from claims.dates import find_dates
from claims.extract import STATING, half_within
from claims.figures import find_figures
from claims.parse import Parsed, parse
from claims.records import When
from claims.speakers import attributions
from corpus.records import Article
from corpus.sentences import sentences

SETS = ("fakes_dev", "gva_dev", "ecb_dev")
ARTICLES = 40
SEED = 11
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})


def read(given: Article) -> Iterator[tuple[Parsed, list[str], Counter[str]]]:
    """Each sentence with the claims it gives, and what of it is there and lost."""
    parsed = tuple(parse(s for s in sentences(given) if s.kind in STATING))
    said = attributions(parsed, given.text)
    frames = [span for one in said for span in (one.source, one.cue)]
    dated: list[When] = []
    for number, (sentence, clauses) in enumerate(
        zip(parsed, carry_names(parsed, [split(s) for s in parsed]), strict=True)
    ):
        tokens = {i for clause in clauses for i in clause.tokens}
        covered = [sentence.span(sentence.doc[i], sentence.doc[i]) for i in sorted(tokens)]
        dates = find_dates(sentence, given.published_date, dated, parsed[:number])
        dated.extend(dates)
        words = [sentence.span(t, t) for t in sentence.doc if t.pos_ in CONTENT]
        found = {
            "dates": [(when.start, when.end) for when in dates],
            "figures": [(figure.start, figure.end) for figure in find_figures(sentence)],
            "words": [w for w in words if not any(a <= w[0] and w[1] <= b for a, b in frames)],
        }
        counts = Counter({"sentences": 1, "without claim": not clauses})
        for name, spans in found.items():
            counts[name] += len(spans)
            counts[f"lost {name}"] += sum(not half_within(*span, covered) for span in spans)
        yield sentence, [clause.text for clause in clauses], counts


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints the figures of each set; always 0, as nothing is pinned."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="print what loses a figure or a date")
    show = parser.parse_args(arguments).show
    for name in SETS:
        data = rows(f"{name}.jsonl")
        if data is None:
            continue
        total: Counter[str] = Counter()
        for row in random.Random(SEED).sample(data, ARTICLES):
            for sentence, claims, counts in read(article(row)):
                total += counts
                if show and counts["lost figures"] + counts["lost dates"]:
                    print(sentence.sentence.text, *claims, sep="\n    = ")
        print(
            f"{name}: {total['without claim']} of {total['sentences']} sentences without a claim; "
            + ", ".join(
                f"{total[f'lost {what}']} of {total[what]} {what} in none"
                for what in ("figures", "dates", "words")
            ),
            flush=True,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
