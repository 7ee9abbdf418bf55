"""First simple version; being deepened."""

from __future__ import annotations

import re

from corpus.records import Article, Sentence


def sentences(article: Article) -> tuple[Sentence, ...]:
    from syntok import segmenter

    found: list[Sentence] = []
    paragraph = 0
    for line in re.finditer(r"[^\n]+", article.text):
        if not line[0].strip():
            continue
        for piece in segmenter.analyze(line[0]):
            for tokens in piece:
                start = line.start() + tokens[0].offset
                end = line.start() + tokens[-1].offset + len(tokens[-1].value)
                text = "".join(" " if c.isspace() else c for c in article.text[start:end])
                found.append(Sentence(start, end, text, "statement", paragraph))
        paragraph += 1
    return tuple(found)
