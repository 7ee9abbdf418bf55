"""What a reviewer may change of clusters and names at a relation, to choose from."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterator

from rapidfuzz import fuzz

from claims.records import Claim, Cluster, Decision
from reconcile.decisions import merge, name_pair, split
from reconcile.review.queue import Item
from reconcile.review.session import Session
from reports import words


@dataclasses.dataclass(frozen=True, slots=True)
class Proposal:
    """A change that is not made yet."""

    text: str
    make: Callable[[], Decision]


def splits(session: Session, item: Item) -> Iterator[Proposal]:
    """Each claim that may leave its cluster, the two of the relation first."""
    view = session.view
    pair = _pair(session, item)
    others = [claim for claim in _members(session, item) if claim not in pair]
    for claim in (*pair, *others):
        cluster = view.clusters.get(claim.cluster)
        if cluster is not None and len(cluster.claims) > 1:
            letter = "AB"[pair.index(claim)] if claim in pair else "·"
            outlet = words.outlet(view.article(claim))
            yield Proposal(
                f"{letter} {outlet}: {claim.quote}",
                functools.partial(split, session.index, claim.id, session.reviewer),
            )


def merges(session: Session, item: Item) -> Iterator[Proposal]:
    """Pairs of clusters to merge: those of the two claims with each other, then each with every
    other cluster, those that share a relation or most names with it first."""
    a, b = _pair(session, item)
    if a.cluster != b.cluster:
        yield Proposal(
            "the clusters of A and of B",
            functools.partial(merge, session.index, a.id, b.id, session.reviewer),
        )
    one = a.cluster == b.cluster
    for letter, claim in (("the cluster", a),) if one else (("A", a), ("B", b)):
        for cluster in _by_nearness(session, claim):
            if cluster.id in (a.cluster, b.cluster):
                continue
            status = words.STATUS[cluster.status][1]
            size = words.count(len(cluster.claims), "claim")
            yield Proposal(
                f"{letter} + {cluster.label} ({status}, {size})",
                functools.partial(
                    merge, session.index, claim.id, cluster.claims[0], session.reviewer
                ),
            )


def _by_nearness(session: Session, claim: Claim) -> list[Cluster]:
    """All clusters: first those of claims related to this one, then by names shared with it."""
    view = session.view
    related = {
        view.claims[end].cluster
        for relation in view.relations_of.get(claim.id, ())
        for end in (relation.a, relation.b)
        if end in view.claims
    }
    names = {name.name for name in claim.names}
    shared: dict[str, int] = {}
    for other in session.shown.claims:
        common = sum(name.name in names for name in other.names)
        shared[other.cluster] = max(common, shared.get(other.cluster, 0))
    return sorted(
        session.shown.clusters,
        key=lambda cluster: (cluster.id not in related, -shared.get(cluster.id, 0), cluster.id),
    )


def names(session: Session, item: Item) -> tuple[str, ...]:
    """Names in the two claims, then those in the other claims of their clusters."""
    claims = (*_pair(session, item), *_members(session, item))
    return tuple(dict.fromkeys(name.name for claim in claims for name in claim.names))


def pairs(session: Session, name: str) -> Iterator[Proposal]:
    """What a name may be: not one with a spelling it now stands for, or one with another name of
    the case, the most alike first."""
    written = {n.text for claim in session.shown.claims for n in claim.names if n.name == name}
    for variant in sorted(written - {name}):
        yield Proposal(
            f"{name} is NOT {variant} (now taken for one)",
            functools.partial(name_pair, name, variant, False, session.reviewer),
        )
    others = {n.name for claim in session.shown.claims for n in claim.names} - {name}
    for other in sorted(others, key=lambda other: (-fuzz.WRatio(name, other), other)):
        yield Proposal(
            f"{name} and {other} are one",
            functools.partial(name_pair, name, other, True, session.reviewer),
        )


def _pair(session: Session, item: Item) -> tuple[Claim, Claim]:
    return session.view.claims[item.relation.a], session.view.claims[item.relation.b]


def _members(session: Session, item: Item) -> list[Claim]:
    """The claims of the clusters of the two claims."""
    clusters = dict.fromkeys(claim.cluster for claim in _pair(session, item))
    view = session.view
    return [c for key in clusters if key in view.clusters for c in view.members(view.clusters[key])]
