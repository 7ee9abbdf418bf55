"""Where things lie inside ``report.html``: anchors that pictures and text share."""

from __future__ import annotations

import hashlib
import re

from claims.records import Claim, Cluster, Relation, Story
from reports.questions import Question

_PLAIN = re.compile(r"[A-Za-z0-9_.-]{1,64}\Z")


def slug(identifier: str) -> str:
    """An id as part of an anchor; one with odd characters is hashed."""
    if _PLAIN.match(identifier):
        return identifier
    return hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def to_claim(claim: Claim) -> str:
    """The claim, highlighted in its article."""
    return f"#article={slug(claim.article)}&claim={slug(claim.id)}"


def to_question(question: Question) -> str:
    """The card of a question."""
    return f"#q-{slug(question.id)}"


def to_relation(relation: Relation) -> str:
    """What was compared, on the card of the relation's question."""
    return f"#r-{slug(relation.id)}"


def to_cluster(cluster: Cluster) -> str:
    """The card of a cluster."""
    return f"#k-{slug(cluster.id)}"


def to_story(story: Story) -> str:
    """The articles of a story."""
    return f"#s-{slug(story.id)}"
