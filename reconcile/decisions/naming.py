"""Which spellings are one name, by the reviewers' word."""

from __future__ import annotations

import dataclasses

from claims.aliases import Aliases
from claims.records import Claim, Decision, Name, NameMerge, Reconciliation
from reconcile.decisions.state import State


def _last(state: State) -> list[Decision]:
    """The last word on each pair of spellings, earliest first."""
    found: dict[frozenset[str], Decision] = {}
    for decision in state.in_force:
        if decision.act in ("same_name", "not_same_name") and len(set(decision.names)) == 2:
            pair = frozenset(decision.names)
            found.pop(pair, None)
            found[pair] = decision
    return list(found.values())


def aliases(state: State, given: Aliases | None) -> Aliases | None:
    """What the reviewers decided on names, for a run; the user's file has the last word."""
    decided = _last(state)
    if not decided:
        return given
    base = given or Aliases()
    held = {frozenset(pair) for pair in base.same} | base.apart
    fresh = [decision for decision in decided if frozenset(decision.names) not in held]
    same = [(d.names[0], d.names[1]) for d in fresh if d.act == "same_name"]
    apart = [frozenset(d.names) for d in fresh if d.act == "not_same_name"]
    return Aliases((*base.same, *same), base.apart | frozenset(apart))


def rename(rec: Reconciliation, state: State) -> tuple[tuple[Claim, ...], tuple[NameMerge, ...]]:
    """Claims with the canonical names decided, and the merges of names that then hold.

    Who is meant by a pronoun or what a pair of claims was judged to be is not worked out anew:
    that takes a run, which heeds the same decisions.
    """
    decided = _last(state)
    if not decided:
        return rec.claims, rec.merges
    texts = {article.id: article.text for article in rec.articles}
    claims = rec.claims
    merges = list(rec.merges)
    for decision in decided:
        pair = frozenset(decision.names)
        merges = [merge for merge in merges if frozenset((merge.name, merge.variant)) != pair]
        if decision.act == "same_name":
            name, variant = decision.names
            reason = f"{decision.reviewer} decided that they are one name"
            merges.append(NameMerge(name, variant, reason))
        claims = tuple(_renamed(claim, decision, texts.get(claim.article, "")) for claim in claims)
    return claims, tuple(merges)


def _renamed(claim: Claim, decision: Decision, text: str) -> Claim:
    names = tuple(_name(name, decision) for name in claim.names)
    speaker = claim.speaker
    if speaker is not None:
        written = text[speaker.start : speaker.end]
        called = _called(speaker.name, written, decision)
        speaker = speaker if called == speaker.name else dataclasses.replace(speaker, name=called)
    if names == claim.names and speaker is claim.speaker:
        return claim
    return dataclasses.replace(claim, names=names, speaker=speaker)


def _name(name: Name, decision: Decision) -> Name:
    called = _called(name.name, name.text, decision)
    return name if called == name.name else dataclasses.replace(name, name=called)


def _called(name: str, written: str, decision: Decision) -> str:
    """The canonical name of a mention, by one decision."""
    if decision.act == "same_name":
        return decision.names[0] if name == decision.names[1] else name
    if name in decision.names:
        return next((own for own in decision.names if own == " ".join(written.split())), name)
    return name
