"""The reports on reviewers: agreement, the tool's record, and the decisions as they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from claims.records import Change, Decision, Reconciliation, Ruling, Stale
from reconcile.decisions.finding import index, plain
from reconcile.decisions.measures import Agreement, Score, agreements, total
from reconcile.decisions.ruling import changed_quotes
from reconcile.decisions.state import State
from reports import words
from reports.jsonlines import from_json, to_json
from reports.markdown import text

_CHANGED = {
    "quote_a": "the first quote",
    "quote_b": "the second quote",
    "values": "the values",
    "cluster_a": "the cluster",
    "cluster_b": "the second quote's cluster",
}


def agreement(rec: Reconciliation) -> bytes:
    """Markdown: how far reviewers agree, two by two, and every relation on which they don't.

    With fewer than two reviewers it says so.
    """
    return ("\n".join(_agreement(rec)) + "\n").encode("utf-8", "replace")


def _agreement(rec: Reconciliation) -> Iterator[str]:
    yield "# Agreement between reviewers"
    yield ""
    found = agreements(rec.rulings)
    if not found:
        yield _too_few(rec)
        return
    yield "| reviewers | decided by both | alike | Cohen's kappa |"
    yield "| --- | ---: | ---: | ---: |"
    yield from map(_row, found)
    yield ""
    yield (
        "Kappa is 1 where they always agree and 0 where they agree as often as chance would have "
        "it. “Unsure” is left out, and decisions whose quotes have changed since."
    )
    open_ = [ruling for ruling in rec.rulings if ruling.disagree]
    yield ""
    yield f"## {words.count(len(open_), 'disagreement')}"
    for ruling in open_:
        yield from _disagreement(ruling)


def _too_few(rec: Reconciliation) -> str:
    names = sorted({decision.reviewer for r in rec.rulings for decision in r.decisions})
    if not names:
        return "Nobody has decided anything yet; agreement takes two reviewers."
    decided = words.count(sum(bool(ruling.decisions) for ruling in rec.rulings), "relation")
    if len(names) == 1:
        return f"Only {text(names[0])} has decided ({decided}); agreement takes two reviewers."
    return "Fewer than two reviewers were sure of anything; agreement takes two."


def _row(pair: Agreement) -> str:
    share = f"{pair.same} ({pair.same / pair.both:.0%})" if pair.both else "0"
    kappa = f"{pair.kappa:.2f}" if pair.kappa is not None else "not defined"
    return f"| {text(pair.first)}, {text(pair.second)} | {pair.both} | {share} | {kappa} |"


def _disagreement(ruling: Ruling) -> Iterator[str]:
    yield ""
    yield f"### `{text(ruling.relation)}`"
    yield ""
    last = ruling.decisions[-1]
    for side in (last.a, last.b):
        if side:
            yield f"- “{text(plain(side.quote))}” *{text(side.outlet or 'unnamed outlet')}*"
    for decision in ruling.decisions:
        day = words.day(decision.at[:10])
        yield f"- {text(decision.reviewer)}, {day}: **{decision.opinion}**"
    for noted in ruling.notes:
        yield f"  - {text(noted.reviewer)} notes: {text(noted.text)}"
    if ruling.tool:
        yield f"- the tool: {ruling.tool.verdict}. {text(ruling.tool.reason)}"


def bench(rec: Reconciliation, parts: Iterable[Score]) -> str:
    """What ``reconcile bench`` prints: a line of each verdict, then one of each of its kinds.

    With nothing decided it says so.
    """
    held = list(parts)
    if not held:
        return "Nobody has decided anything yet."
    rows = [("the tool had said", "decided", "agreed", "", "the reviewers instead")]
    for verdict in dict.fromkeys(part.verdict for part in held):
        rows.append(_bench_row(verdict or "nothing", total(held, verdict)))
        rows += [
            _bench_row(f"  {words.KIND.get(part.kind, part.kind)}", part)
            for part in held
            if part.verdict == verdict and part.kind
        ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        f"{name:<{widths[0]}}  {decided:>{widths[1]}}  {agreed:>{widths[2]}}  "
        f"{share:>{widths[3]}}  {instead}".rstrip()
        for name, decided, agreed, share, instead in rows
    ]
    whole = bench_json(rec, held)
    said = words.count(whole["decided"], "verdict")
    relations = words.count(whole["relations"], "relation")
    lines += ["", f"{said} on {relations}; the tool had agreed with {whole['agreed']}."]
    if whole["disagree"]:
        lines.append(f"On {words.count(whole['disagree'], 'relation')} reviewers disagree.")
    return "\n".join(lines)


def _bench_row(name: str, score: Score) -> tuple[str, str, str, str, str]:
    share = "" if score.share is None else f"{score.share:.0%}"
    instead = [f"{verdict} {amount}" for verdict, amount in score.instead]
    unsure = [f"unsure {score.unsure}"] if score.unsure else []
    return name, str(score.decided), str(score.agreed), share, ", ".join([*instead, *unsure])


def bench_json(rec: Reconciliation, parts: Iterable[Score]) -> dict[str, Any]:
    """The same for a script."""
    held = list(parts)
    return {
        "relations": sum(bool(ruling.decisions) for ruling in rec.rulings),
        "decided": sum(part.decided for part in held),
        "agreed": sum(part.agreed for part in held),
        "unsure": sum(part.unsure for part in held),
        "disagree": sum(ruling.disagree for ruling in rec.rulings),
        "rows": [
            {
                "verdict": part.verdict or None,
                "kind": part.kind or None,
                "decided": part.decided,
                "agreed": part.agreed,
                "share": part.share,
                "unsure": part.unsure,
                "instead": dict(part.instead),
            }
            for part in held
        ],
    }


def listing(rec: Reconciliation, state: State) -> list[dict[str, Any]]:
    """Every decision, in the order they were made, with its ``state`` and what has ``changed``.

    ``verdict`` is its ``opinion`` under the name that a relation has for it; ``relation_now`` is
    the relation of its two claims in the case as it is. ``state`` is ``in force``,
    ``stale`` (asked again; ``holds`` says whether it is still applied), ``replaced`` by a later
    verdict of the same reviewer, or ``undone``.
    """
    stale = {each.decision: each for ruling in rec.rulings for each in ruling.stale}
    tool = index(rec)
    for decision in state.in_force:
        gone = changed_quotes(tool, decision) if decision.act in ("split", "merge") else ()
        if gone:
            stale[decision.id] = Stale(decision.id, gone, holds=False)
    current = {decision.id for ruling in rec.rulings for decision in ruling.decisions}
    now = {d.id: r.relation for r in rec.rulings for d in (*r.decisions, *r.notes)}
    undone = {decision.id for decision in state.undone}
    rows = []
    for decision in sorted((*state.in_force, *state.undone), key=lambda d: (d.at, d.id)):
        held = stale.get(decision.id)
        if decision.id in undone:
            standing = "undone"
        elif held:
            standing = "stale"
        elif decision.act == "verdict" and decision.id not in current:
            standing = "replaced"
        else:
            standing = "in force"
        rows.append(
            {
                **to_json(decision),
                "verdict": decision.opinion,
                "state": standing,
                "holds": standing == "in force" or bool(held and held.holds),
                "changed": to_json(held.changes) if held else [],
                "relation_now": now.get(decision.id, decision.relation),
            }
        )
    return rows


def cells(row: dict[str, Any]) -> tuple[str, str, str, str, str]:
    """A row of :func:`listing` for a terminal: when, who, what, on what, how it stands."""
    decision = from_json(Decision, row)
    changes = [from_json(Change, each) for each in row["changed"]]
    standing = row["state"] + "".join(f"; {change(each)}" for each in changes)
    if row["state"] == "stale" and row["holds"]:
        standing += "; still applied"
    on = row["relation_now"] or " + ".join(
        f"“{_shortened(plain(side.quote))}”" for side in (decision.a, decision.b) if side
    )
    return decision.at[:16].replace("T", " "), decision.reviewer, act(decision), on, standing


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else quote[: _SHOWN - 1].rstrip() + "…"


_SHOWN = 60
"""Most characters of a quote in a list."""


def change(what: Change) -> str:
    """A change in words."""
    name = _CHANGED[what.what]
    if not what.after:
        return f"{name} is gone: {what.before}"
    return f"{name} changed: {what.before} → {what.after}"


def act(decision: Decision) -> str:
    """What was decided, in a few words."""
    if decision.act == "verdict":
        kinds = f" ({', '.join(decision.kinds)})" if decision.kinds else ""
        return f"{decision.opinion}{kinds}"
    if decision.act in ("note", "tag", "untag"):
        return f"{decision.act}: {decision.text}"
    if decision.act in ("same_name", "not_same_name"):
        return (" = " if decision.act == "same_name" else " ≠ ").join(decision.names)
    return decision.act
