"""What the commands do: read sources, keep a case, judge lines."""

from __future__ import annotations

import dataclasses
import json
import uuid
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rapidfuzz.distance import LCSseq

from claims.aliases import Aliases, read_aliases
from claims.records import Claim, Reconciliation
from corpus.decoding import NotText, decode
from corpus.outlets import Outlets, read_outlets
from corpus.records import Article, Skipped
from corpus.sources import read
from reconcile import pipeline
from reconcile.decisions import apply, case_key, fold, naming, open_log, settle
from reconcile.embedding import CARRIED, SentenceEncoder
from reconcile.errors import ReconcileError
from reconcile.pairs import judge_pair
from reconcile.pipeline import Progress, quiet
from reconcile.reading.network import carried_reader
from reconcile.sides import read_pair
from reports.case import check_case, is_case, read_case, write_case


def run_case(
    sources: Sequence[str],
    case: Path,
    manifest: Path | None,
    model: str | None,
    aliases: Path | None,
    progress: Progress,
    store: str | None = None,
    outlets: Path | None = None,
) -> Reconciliation:
    """Reads sources into a case, reconciles all it then holds, and writes it.

    Articles the case already holds stay; one read again replaces what was read before, also
    where its text has changed since (the same place, and most of its words the same). What
    reviewers decided on the case is kept and applied; ``store`` is where they did, if not where
    the case remembers.

    Raises:
        ReconcileError, CaseError: With one line that says what to do; the case is as it was.
    """
    check_case(case)
    own = _own_word(outlets)
    held = read_case(case) if is_case(case) else None
    key = case_key(held) if held else uuid.uuid4().hex[:16]
    with open_log(case, store, key) as log:
        decided, _ = log.read()  # a store out of reach is said before hours are spent
        articles, skipped = read_all(sources, manifest, progress)
        known = {a.id: a for a in _not_read_again(held.articles if held else (), articles)}
        known |= {article.id: article for article in articles}
        if not known:
            why = f": {skipped[0].path}: {skipped[0].reason}" if skipped else ""
            raise ReconcileError(f"no article could be read{why}")
        names = naming.aliases(fold(decided), _aliases(aliases))
        rec = _reconciled(known.values(), skipped, model, aliases, names, outlets, own, progress)
        rec = dataclasses.replace(rec, run={"case": key, **rec.run})
        progress("writing", 0, 0)
        rec = apply(rec, log.read()[0])  # reviewers may have gone on meanwhile
        write_case(rec, case)
        if store:
            settle(case, log)
        progress("writing", 1, 1)
    return rec


SAME_ARTICLE = 0.6
"""Share of words in the same order from which on a text read from the same place is a new version
of what was read there before; another article in a file of the same name is well below."""


def _not_read_again(held: Iterable[Article], read: Iterable[Article]) -> Iterator[Article]:
    """The articles of a case but for those of which a new version was read."""
    places: dict[str, list[Article]] = {}
    for article in read:
        if article.path:
            places.setdefault(article.path, []).append(article)
    for article in held:
        versions = [new for new in places.get(article.path, ()) if new.id != article.id]
        if not any(_likeness(article.text, new.text) >= SAME_ARTICLE for new in versions):
            yield article


def _likeness(a: str, b: str) -> float:
    """Share of words in the same order, of the longer text's."""
    return float(LCSseq.normalized_similarity(a.casefold().split(), b.casefold().split()))


def reconcile_sources(
    *sources: str | Path,
    manifest: str | Path | None = None,
    model: str | None = None,
    aliases: str | Path | None = None,
    outlets: str | Path | None = None,
    progress: Progress = quiet,
) -> Reconciliation:
    """Reads sources and reconciles them; nothing is written.

    What could not be read is in ``skipped``. With nothing read, the case is empty.

    Raises:
        ReconcileError: There is no such manifest, or the model cannot be loaded.
    """
    names = [str(source) for source in sources]
    articles, skipped = read_all(names, Path(manifest) if manifest else None, progress)
    file = Path(aliases) if aliases else None
    owners = Path(outlets) if outlets else None
    return _reconciled(
        articles, skipped, model, file, _aliases(file), owners, _own_word(owners), progress
    )


def _reconciled(
    articles: Iterable[Article],
    skipped: Sequence[Skipped],
    model: str | None,
    aliases: Path | None,
    names: Aliases | None,
    outlets: Path | None,
    owners: Outlets | None,
    progress: Progress,
) -> Reconciliation:
    return pipeline.reconcile_articles(
        articles,
        SentenceEncoder(model or CARRIED),
        skipped,
        names,
        owners,
        {
            "model": model or CARRIED,
            "aliases": str(aliases) if aliases else None,
            "outlets": str(outlets) if outlets else None,
        },
        progress,
    )


def read_all(
    sources: Sequence[str], manifest: Path | None, progress: Progress
) -> tuple[list[Article], list[Skipped]]:
    """Articles of the sources, and what could not be read.

    Raises:
        ReconcileError: There is no such manifest.
    """
    if manifest is not None and not manifest.is_file():
        # Not merely skipped: without it every article would lose its date and outlet.
        raise ReconcileError(f"there is no manifest {manifest}; name a CSV file")
    articles: list[Article] = []
    skipped: list[Skipped] = []
    for number, item in enumerate(read(sources, manifest), 1):
        progress("reading", number, number)
        if isinstance(item, Article):
            articles.append(item)
        else:
            skipped.append(item)
    return articles, skipped


def claims_of(
    sources: Sequence[str], manifest: Path | None, aliases: Path | None, progress: Progress
) -> tuple[tuple[Claim, ...], list[Skipped]]:
    """The claims of all articles of the sources, sorted by id, and what could not be read."""
    articles, skipped = read_all(sources, manifest, progress)
    if not articles and skipped:
        raise ReconcileError(f"no article could be read: {skipped[0].path}: {skipped[0].reason}")
    found, _ = pipeline.claims_of(articles, _aliases(aliases), progress)
    return tuple(sorted(found, key=lambda claim: claim.id)), skipped


def judge_lines(
    lines: Iterable[str], model: str | None, progress: Progress
) -> Iterator[str | ReconcileError]:
    """A JSON line for each line of pairs, in order; an error for each that is none."""
    encoder, reader = SentenceEncoder(model or CARRIED), carried_reader()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            pair = read_pair(json.loads(line), number)
        except ValueError as error:
            yield ReconcileError(f"line {number}: no JSON: {error}")
            continue
        except ReconcileError as error:
            yield error
            continue
        judged = judge_pair(pair, encoder, reader)
        progress("pairs", number, number)
        yield json.dumps(
            {
                "id": pair.id,
                "verdict": judged.verdict,
                "kinds": judged.kinds,
                "score": round(judged.score, 3),
                "values": judged.values,
                "reason": judged.reason,
            },
            ensure_ascii=False,
        )


def _aliases(path: Path | None) -> Aliases | None:
    if path is None:
        return None
    try:
        return read_aliases(path.read_text("utf-8"))
    except ValueError as error:
        raise ReconcileError(f"{path}: {error}") from error


def _own_word(path: Path | None) -> Outlets | None:
    """The user's file of outlets."""
    if path is None:
        return None
    try:
        return read_outlets(decode(path.read_bytes()))
    except (ValueError, NotText) as error:
        raise ReconcileError(f"{path}: {error}") from error
