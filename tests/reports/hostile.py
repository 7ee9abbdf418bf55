"""The sample case with words that try to act in every place an article or user fills."""

from __future__ import annotations

import dataclasses
import hashlib

from claims.records import Reconciliation
from corpus.records import Skipped

EVIL = (
    "</script></style><script>document.title='owned'</script>"
    "<img src=x onerror=\"document.title='owned'\"><svg onload=alert(1)>{{ 7*7 }}{% raw %}"
    "<!--<script> \u202egnp.exe\u202c \x1b[2J\x1b]0;owned\x07\x9b31m \x00 ]]> &amp; "
    "[x](javascript:alert(1)) `code` **bold** | cell | @someone #1 =cmd|'/c calc'!A0 " + "A" * 1200
)
URLS = ("javascript:alert(1)", "data:text/html,<script>1</script>", 'https://x"onclick="a')


def spoil(rec: Reconciliation) -> Reconciliation:
    """Puts :data:`EVIL` into every free text; spans stay exact."""
    articles = tuple(
        dataclasses.replace(
            article,
            text=article.text + "\n\n" + EVIL,
            sha256=hashlib.sha256((article.text + "\n\n" + EVIL).encode()).hexdigest(),
            title=EVIL,
            outlet=article.outlet + EVIL,
            author=EVIL,
            agency=EVIL,
            path=EVIL,
            url=URLS[number % len(URLS)],
        )
        for number, article in enumerate(rec.articles)
    )
    texts = {article.id: article.text for article in articles}
    claims = []
    for claim in rec.claims:
        start, end = claim.start, len(texts[claim.article])
        claims.append(
            dataclasses.replace(
                claim,
                end=end,
                quote=texts[claim.article][start:end],
                text=claim.text + EVIL,
                speaker=claim.speaker and dataclasses.replace(claim.speaker, name=EVIL),
                names=tuple(dataclasses.replace(name, name=EVIL) for name in claim.names),
                figures=tuple(
                    dataclasses.replace(figure, noun=EVIL, role=EVIL, scope=EVIL)
                    for figure in claim.figures
                ),
            )
        )
    return dataclasses.replace(
        rec,
        articles=articles,
        claims=tuple(claims),
        clusters=tuple(dataclasses.replace(cluster, label=EVIL) for cluster in rec.clusters),
        relations=tuple(
            dataclasses.replace(relation, reason=EVIL, values=(EVIL, EVIL + "2"))
            for relation in rec.relations
        ),
        skipped=(Skipped(EVIL, EVIL),),
        stories=tuple(dataclasses.replace(story, label=EVIL) for story in rec.stories),
        run={"model": EVIL, "versions": {EVIL: EVIL}},
    )
