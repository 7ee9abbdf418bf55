"""Names with an article and a hyphen ("al-Sabbal") parsed as the one word they are.

The tokenizer makes three words of them, and the parser then hangs the three from different
places ("loyal to Omar al", "Sabbal entered"). So article and hyphen are left out while the
sentence is parsed, and put back after, the name their head: everything that follows sees the
tokens it knows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ARTICLES = words("al el ul a ad adh an ar as ash at ath az")
"""The Arabic article as news romanises it, assimilated or not (ALA-LC romanization, rule 17)."""


_CUT = "articles"
"""Key of ``doc.user_data``: index of a name in the joined doc to the article cut off it."""


class _Row(NamedTuple):
    word: str
    space: bool
    head: int
    dep: str
    tag: str
    pos: str
    lemma: str = ""
    morph: str = ""


def joined(doc: Doc) -> Doc:
    """The doc with each such name as one word, its article left out; ``doc`` itself without."""
    from spacy.tokens import Doc as MakeDoc

    firsts = {t.i: t.text for t in doc[:-2] if _opens(t)}
    if not firsts:
        return doc
    kept = [t for t in doc if not {t.i, t.i - 1} & set(firsts)]
    result = MakeDoc(
        doc.vocab, words=[t.text for t in kept], spaces=[bool(t.whitespace_) for t in kept]
    )
    result.user_data[_CUT] = {n: firsts[t.i - 2] for n, t in enumerate(kept) if t.i - 2 in firsts}
    return result


def _opens(token: Token) -> bool:
    hyphen, name = token.nbor(1), token.nbor(2)
    glued = not token.whitespace_ and not hyphen.whitespace_
    return glued and token.lower_ in ARTICLES and hyphen.text == "-" and name.text[:1].isupper()


def parted(doc: Doc) -> Doc:
    """The parsed doc with the words ``joined`` took out; ``doc`` itself where it took none."""
    from spacy.tokens import Doc as MakeDoc
    from spacy.tokens import Span

    articles: dict[int, str] = doc.user_data.get(_CUT, {})
    if not articles:
        return doc
    place: list[int] = []  # index of each old token in the new doc
    rows: list[_Row] = []
    for token in doc:
        if token.i in articles:
            at = len(rows) + 2
            rows.append(_Row(articles[token.i], False, at, "compound", "NNP", "PROPN"))
            rows.append(_Row("-", False, at, "punct", "HYPH", "PUNCT"))
        place.append(len(rows))
        rows.append(
            _Row(
                token.text,
                bool(token.whitespace_),
                -1,
                token.dep_,
                token.tag_,
                token.pos_,
                token.lemma_,
                str(token.morph),
            )
        )
    for token in doc:
        rows[place[token.i]] = rows[place[token.i]]._replace(head=place[token.head.i])
    words_, spaces, heads, deps, tags, pos, lemmas, morphs = map(list, zip(*rows, strict=True))
    result = MakeDoc(
        doc.vocab,
        words=words_,
        spaces=spaces,
        heads=heads,
        deps=deps,
        tags=tags,
        pos=pos,
        lemmas=[lemma or word for lemma, word in zip(lemmas, words_, strict=True)],
        morphs=morphs,
    )
    result.set_ents(
        [
            Span(
                result,
                place[e.start] - 2 * (e.start in articles),
                place[e.end - 1] + 1,
                label=e.label_,
            )
            for e in doc.ents
        ]
    )
    return result
