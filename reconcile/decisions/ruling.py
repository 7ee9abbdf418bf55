"""What the reviewers hold of each relation, and which decisions have to be asked again."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence

from claims.records import Change, Claim, Decision, Quoted, Ruling, Stale
from reconcile.decisions.finding import Index, plain
from reconcile.decisions.state import State
from reconcile.ids import relation_id

ON_RELATIONS = frozenset({"verdict", "note", "tag", "untag"})
"""Acts on a relation."""


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """Where a decision on a relation belongs now."""

    decision: Decision
    relation: str
    """Id of the relation of the two claims; as it was where one of them is gone."""
    a: Claim | None
    b: Claim | None
    """The claims of the same words, or those that have taken their place."""
    changes: tuple[Change, ...]
    holds: bool
    """Whether both quotes stand as they did."""


def find(index: Index, decision: Decision) -> Found:
    """A decision on a relation, held against the case as the tool now sees it.

    A quote is the same when its article has a claim of the same words, wherever they stand.
    Values have changed when the tool compares others now. A cluster has changed when other
    quotes are in it; the case may have grown by an article.
    """
    same, now = _sides(index, decision)
    holds = None not in same and same[0] != same[1]
    a, b = now
    changes = [*_quotes(decision, same, now)]
    if holds and a and b:
        changes += [*_values(index, decision, a, b), *_clusters(index, decision, a, b)]
    relation = relation_id(a.id, b.id) if a and b and a.id != b.id else decision.relation
    return Found(decision, relation, a, b, tuple(changes), holds)


def changed_quotes(index: Index, decision: Decision) -> tuple[Change, ...]:
    """The quotes of a split or a merge that are no longer as they were; it is then not applied."""
    return tuple(_quotes(decision, *_sides(index, decision)))


def _sides(index: Index, decision: Decision) -> tuple[list[Claim | None], list[Claim | None]]:
    """The claims of the same words as its two quotes; and these or, where they are gone, those
    that have taken their place."""
    sides = (decision.a, decision.b)
    same = [index.same(side) if side else None for side in sides]
    like = [
        index.like(side) if side and not own else own for own, side in zip(same, sides, strict=True)
    ]
    return same, like


def _quotes(
    decision: Decision, same: Sequence[Claim | None], now: Sequence[Claim | None]
) -> Iterator[Change]:
    if decision.a and not same[0]:
        yield Change("quote_a", decision.a.quote, now[0].quote if now[0] else "")
    if decision.b and not same[1]:
        yield Change("quote_b", decision.b.quote, now[1].quote if now[1] else "")


def _values(index: Index, decision: Decision, a: Claim, b: Claim) -> Iterator[Change]:
    """Other values than those decided on; none where the tool relates the two no more."""
    if decision.a is None or decision.b is None or index.between(a.id, b.id) is None:
        return
    before, after = (decision.a.value, decision.b.value), index.values(a.id, b.id)
    if before != after:
        yield Change("values", " / ".join(before), " / ".join(after))


def _clusters(index: Index, decision: Decision, a: Claim, b: Claim) -> Iterator[Change]:
    if decision.a is None or decision.b is None:
        return
    moved = {
        side.article: claim.article
        for side, claim in ((decision.a, a), (decision.b, b))
        if side.article != claim.article
    }
    first = _cluster(index, decision.a, a, moved)
    second = _cluster(index, decision.b, b, moved)
    if first:
        yield Change("cluster_a", *first)
    if second and second != first:
        yield Change("cluster_b", *second)


def _cluster(
    index: Index, side: Quoted, claim: Claim, moved: dict[str, str]
) -> tuple[str, str] | None:
    """The cluster before and now in words, ``None`` where it holds the same quotes."""
    before = {_moved(member, moved) for member in side.members}
    after = set(index.members(claim))
    if before == after:
        return None
    parts = [
        f"{verb} {_quotes_of(index, keys)}"
        for verb, keys in (("joined by", after - before), ("left by", before - after))
        if keys
    ]
    return f"{len(before)} quotes", f"{len(after)} quotes: {'; '.join(parts)}"


def _moved(member: str, moved: dict[str, str]) -> str:
    article, mark, digest = member.rpartition("#")
    return f"{moved.get(article, article)}{mark}{digest}"


def _quotes_of(index: Index, keys: Iterable[str]) -> str:
    """The quotes behind keys; one that is gone by its article."""
    found = []
    for each in sorted(keys):
        claim = index.by_key.get(each)
        article = index.articles.get(each.rpartition("#")[0])
        outlet = article.outlet if article else "an article that is gone"
        found.append(f"“{plain(claim.quote)}” ({outlet})" if claim else f"a quote of {outlet}")
    return ", ".join(found)


def rulings(index: Index, state: State) -> tuple[Ruling, ...]:
    """What the reviewers hold of each relation they decided, noted or tagged, sorted by it."""
    groups: dict[str, list[Found]] = {}
    for decision in state.in_force:
        if decision.act in ON_RELATIONS:
            if decision.id not in index.found:
                index.found[decision.id] = find(index, decision)
            found = index.found[decision.id]
            groups.setdefault(found.relation, []).append(found)
    return tuple(_ruling(index, id_, group) for id_, group in sorted(groups.items()))


def _ruling(index: Index, relation: str, group: Sequence[Found]) -> Ruling:
    last: dict[str, Found] = {}
    tags: dict[str, bool] = {}
    for found in group:
        decision = found.decision
        if decision.act == "verdict":
            last.pop(decision.reviewer, None)  # so that they stay in the order of their times
            last[decision.reviewer] = found
        elif decision.act in ("tag", "untag"):
            tags[decision.text] = decision.act == "tag"
    opinions = [f.decision.opinion for f in last.values() if f.holds]
    sure = {opinion for opinion in opinions if opinion != "unsure"}
    now = index.relations.get(relation)
    return Ruling(
        relation=relation,
        opinion=sure.pop() if len(sure) == 1 else "unsure" if opinions and not sure else None,
        disagree=len(sure) > 1,
        decisions=tuple(found.decision for found in last.values()),
        notes=tuple(found.decision for found in group if found.decision.act == "note"),
        tags=tuple(sorted(tag for tag, on in tags.items() if on)),
        stale=tuple(
            Stale(found.decision.id, found.changes, found.holds)
            for found in last.values()
            if found.changes
        ),
        tool=index.said(now.a, now.b) if now else None,
    )
