"""Making a parse anew: from a tree that is given, or by parsing a stretch apart."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.parse import language
from claims.parse.whole_names import joined, parted

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


@dataclasses.dataclass(slots=True)
class Tree:
    """A parse that can be written on: one entry a token."""

    source: Doc
    heads: list[int]
    deps: list[str]
    tags: list[str]
    pos: list[str]
    lemmas: list[str]
    morphs: list[str]

    @classmethod
    def of(cls, doc: Doc) -> Tree:
        """The parse of ``doc`` as it is."""
        return cls(
            doc,
            [t.head.i for t in doc],
            [t.dep_ for t in doc],
            [t.tag_ for t in doc],
            [t.pos_ for t in doc],
            [t.lemma_ for t in doc],
            [str(t.morph) for t in doc],
        )

    def hang(self, token: Token | int, head: Token | int, dep: str) -> None:
        """Hangs a token elsewhere. A token that takes the root's place has itself for head."""
        at = token if isinstance(token, int) else token.i
        self.heads[at] = head if isinstance(head, int) else head.i
        self.deps[at] = dep

    def supplant(self, new: Token, old: Token) -> None:
        """Puts ``new`` where ``old`` hangs; ``old`` has to be hung elsewhere after. A word that
        ``old`` hangs under stays where it is."""
        if not new.is_ancestor(old):
            self.hang(new, new if old.head == old else old.head, old.dep_)

    def lift(self, verb: Token, noun: Token, subject: str) -> None:
        """Puts a verb in the place of the noun that it hung from, the noun its subject."""
        self.supplant(verb, noun)
        self.hang(noun, verb, subject)
        for child in noun.children:
            if child != verb and (child.i > verb.i or child.is_punct):
                self.hang(child, verb, child.dep_)

    def join(self, token: Token, first: Token, after: Token) -> None:
        """Hangs a token as the second of ``first``, with the "and" that stands between ``after``
        and it."""
        for link in token.head.children:
            if link.dep_ == "cc" and after.i < link.i < token.i:
                self.hang(link, first, "cc")
        self.hang(token, first, "conj")

    def graft(self, parsed: Iterable[Token], start: int) -> int:
        """Puts words parsed apart in the place of those from ``start`` on; gives their root."""
        root = start
        for token in parsed:
            at = start + token.i
            self.hang(at, start + token.head.i, token.dep_)
            self.tags[at], self.pos[at] = token.tag_, token.pos_
            self.lemmas[at], self.morphs[at] = token.lemma_, str(token.morph)
            root = at if token.head.i == token.i else root
        return root

    def retag(self, token: Token, tag: str, pos: str = "VERB") -> None:
        """Another part of speech."""
        self.tags[token.i], self.pos[token.i] = tag, pos

    def doc(self, texts: list[str] | None = None, spaces: list[bool] | None = None) -> Doc:
        """The doc of the same words (or of ``texts`` in their place, with ``spaces`` behind them)
        and entities with this tree; a token that does not reach the root is hung under it."""
        from spacy.tokens import Doc as MakeDoc
        from spacy.tokens import Span

        old = self.source
        result = MakeDoc(
            old.vocab,
            words=texts or [t.text for t in old],
            spaces=spaces or [bool(t.whitespace_) for t in old],
            heads=_acyclic(self.heads, self.deps.index("ROOT")),
            deps=self.deps,
            tags=self.tags,
            pos=self.pos,
            lemmas=self.lemmas,
            morphs=self.morphs,
        )
        result.set_ents([Span(result, e.start, e.end, label=e.label_) for e in old.ents])
        return result


def rehung(doc: Doc, token: Token, head: Token, dep: str) -> Doc:
    """The doc with one token hung elsewhere."""
    tree = Tree.of(doc)
    tree.hang(token, head, dep)
    return tree.doc()


def reparsed(doc: Doc, first: int, last: int) -> Doc:
    """The tokens of a stretch parsed as a sentence of their own, a full stop behind them."""
    stop = [] if doc[last - 1].is_punct else ["."]
    spaces = [bool(t.whitespace_) for t in doc[first:last]]
    texts = [t.text for t in doc[first:last]]
    return parsed_words(texts + stop, spaces + [False] * len(stop))


def reworded(doc: Doc, stand_ins: Mapping[int, str]) -> Doc:
    """The sentence parsed with stand-ins for some of its words, by their index."""
    texts = [stand_ins.get(t.i, t.text) for t in doc]
    return parsed_words(texts, [bool(t.whitespace_) for t in doc])


def parsed_words(texts: Sequence[str], spaces: Sequence[bool]) -> Doc:
    """Words parsed as one sentence."""
    from spacy.tokens import Doc as MakeDoc

    doc = joined(MakeDoc(language().vocab, words=list(texts), spaces=list(spaces)))
    for _, pipe in language().pipeline:
        doc = pipe(doc)
    return parted(doc)


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
