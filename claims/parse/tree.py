"""Making a parse anew: from a tree that is given, or by parsing a stretch apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.parse import language

if TYPE_CHECKING:
    from spacy.tokens import Doc


def made(
    doc: Doc,
    heads: list[int],
    deps: list[str],
    tags: list[str],
    pos: list[str],
    lemmas: list[str],
    morphs: list[str],
    texts: list[str] | None = None,
) -> Doc:
    """A doc of the same words (or of ``texts`` in their place) and entities with the given tree."""
    from spacy.tokens import Doc as MakeDoc
    from spacy.tokens import Span

    root = deps.index("ROOT")
    result = MakeDoc(
        doc.vocab,
        words=texts or [t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        heads=_acyclic(heads, root),
        deps=deps,
        tags=tags,
        pos=pos,
        lemmas=lemmas,
        morphs=morphs,
    )
    result.set_ents([Span(result, e.start, e.end, label=e.label_) for e in doc.ents])
    return result


def reparsed(doc: Doc, first: int, last: int) -> Doc:
    """The tokens of a stretch parsed as a sentence of their own, a full stop behind them."""
    stop = [] if doc[last - 1].is_punct else ["."]
    spaces = [bool(t.whitespace_) for t in doc[first:last]]
    texts = [t.text for t in doc[first:last]]
    return parsed_words(texts + stop, spaces + [False] * len(stop))


def parsed_words(texts: Sequence[str], spaces: Sequence[bool]) -> Doc:
    """Words parsed as one sentence."""
    from spacy.tokens import Doc as MakeDoc

    doc = MakeDoc(language().vocab, words=list(texts), spaces=list(spaces))
    for _, pipe in language().pipeline:
        doc = pipe(doc)
    return doc


def _acyclic(heads: list[int], root: int) -> list[int]:
    """Heads without circles: a token that does not reach the root is hung under it."""
    result = list(heads)
    for index in range(len(result)):
        seen, at = set(), index
        while at not in seen and at != root:
            seen.add(at)
            at = result[at]
        if at != root:
            result[index] = root
    return result
