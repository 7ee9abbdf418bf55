"""Fits the weights of ``reconcile.stories``: ``python -m benchmarks.train_stories``.

Logistic regression over the signs of two articles, on the pairs of ``gva_dev`` published at most
a week apart; two articles tell one story where they are of one incident. Prints the weights and
their precision and recall, cross-validated with whole incidents held out.
"""

from __future__ import annotations

import sys

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.data import EVAL, rows
from corpus.records import Article
from corpus.sources import read
from reconcile.embedding import SentenceEncoder
from reconcile.stories import MOST_DAYS, lead, signs


def main() -> int:
    """Prints the weights, or says that the data is absent."""
    data = rows("gva_dev.jsonl")
    if data is None:
        return 0
    incident = {row["id"]: row["incident"] for row in data}
    articles = [a for a in read([str(EVAL / "gva_dev.jsonl")]) if isinstance(a, Article)]
    vectors = SentenceEncoder().encode([lead(article) for article in articles])
    likeness, gap, shared, ratio = signs(articles, vectors)
    first, second = np.nonzero(np.triu(gap <= MOST_DAYS, k=1))
    columns = (likeness, np.log1p(gap), np.log1p(shared), ratio)
    x = np.stack([column[first, second] for column in columns], axis=1)
    stories = np.array([incident[article.id] for article in articles])
    y = stories[first] == stories[second]
    model = LogisticRegression(C=10, max_iter=1000)
    held = cross_val_predict(
        model, x, y, groups=stories[first], cv=GroupKFold(5), method="predict_proba"
    )[:, 1]
    for threshold in (0.15, 0.5, 0.7):
        linked = held >= threshold
        print(
            f"threshold {threshold}: precision {y[linked].mean():.3f}, "
            f"recall {linked[y].mean():.3f}, pairs {len(y)}, of one story {int(y.sum())}"
        )
    model.fit(x, y)
    print("likeness, gap, shared, ratio:", model.coef_[0].round(2).tolist())
    print("bias:", model.intercept_.round(2).tolist())
    return 0


if __name__ == "__main__":
    sys.exit(main())
