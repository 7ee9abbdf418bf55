"""Who did it: somebody else, or who did it and who suffered it change places."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.bare.aligning import Aligned
from reconcile.bare.predicates import Arguments, arguments, counterpart, negated, phrase, predicate
from reconcile.bare.records import Rival
from reconcile.bare.statements import Statement, Word
from reconcile.findings import held


def roles(aligned: Aligned) -> Iterator[Rival]:
    """Who did it and to whom change places."""
    if (told := _both(aligned)) is None:
        return
    mine, its = told
    crossed = aligned.partners(mine.agent) & its.patient, aligned.partners(mine.patient) & its.agent
    if not all(crossed):
        return
    names = [" ".join(aligned.long.words[at].text for at in sorted(places)) for places in crossed]
    verb = predicate(aligned.short).text
    values = f"{names[0]} {verb} {names[1]}", f"{names[1]} {verb} {names[0]}"
    what = "swapped roles"
    yield Rival("roles", "actor", values, what)


def actors(aligned: Aligned) -> Iterator[Rival]:
    """Somebody else did or suffered it: another name where the longer text has its own."""
    if (told := _both(aligned)) is None:
        return
    for part in ("agent", "patient"):
        mine, its = (getattr(side, part) for side in told)
        name, other = _name(aligned.short, mine), _name(aligned.long, its)
        if name is None or other is None or aligned.partners(mine) or other.at in aligned.spoken:
            continue
        values = phrase(aligned.short, name), phrase(aligned.long, other)
        what = f"another {part}"
        yield Rival("actor", "actor", values, what, held({"all": not aligned.missing, part: True}))


def _both(aligned: Aligned) -> tuple[Arguments, Arguments] | None:
    """The arguments of one verb in both texts; ``None`` where they share none."""
    word, other = predicate(aligned.short), counterpart(aligned)
    if other is None or {word.part, other.part} != {"VERB"} or negated(aligned):
        return None
    return arguments(aligned.short, word), arguments(aligned.long, other)


def _name(statement: Statement, places: frozenset[int]) -> Word | None:
    """The head of an argument, where it is a name."""
    inside = [statement.words[at] for at in sorted(places)]
    return next((w for w in inside if w.head not in places and w.part == "PROPN"), None)
