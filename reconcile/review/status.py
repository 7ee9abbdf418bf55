"""Where a reviewer stands, as styled text: the top line, the head of a relation, the help."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from claims.records import Act, Changed, Decision, Ruling, Stale
from reconcile.review.content import SYMBOL, lines, plain, reason, verdict
from reconcile.review.keys import KEYS, bottom_rows
from reconcile.review.queue import Group, Item
from reconcile.review.session import Session
from reports import words
from reports.escape import safe

GROUP: Final[dict[Group, str]] = {"conflict": "≠", "update": "→", "doubt": "=", "rest": "·"}
_DIM = "dim"
_LONG = 160
"""Code points of a value that changed shown in the head, or of a quote on the line that tells."""


def top(session: Session, case: str, width: int) -> Content:
    """One line: the case, who reviews, the filter, the relation's id; the place in the queue, done
    and left."""
    counts = session.counts()
    left = " ".join(f"{GROUP[group]} {amount}" for group, amount in counts.left.items())
    place = f"{session.position + 1} of {len(session.queue)}" if session.queue else "none"
    right = f"{place} · {counts.done} done · {counts.to_do} left" + (f" ({left})" if left else "")
    id_ = session.current.id if session.current else ""
    about = " · ".join(part for part in (case, session.reviewer, session.filter, id_) if part)
    room = width - len(right) - 3
    shown = safe(about)
    shown = shown if len(shown) <= room else shown[: max(0, room - 1)] + "…"
    return Content(f" {shown:<{max(0, room)}} {right} "[:width])


def head(session: Session, item: Item) -> Content:
    """What the tool says of a relation and why; what reviewers have said of it."""
    ruling = session.ruling(item)
    ruled = _ruled(session, item, ruling) if ruling else ()
    return lines([*_asked(session, item), reason(item.relation), *ruled])


def _asked(session: Session, item: Item) -> Iterator[Content]:
    """The question, and which of its relations this one is; nothing where there is none."""
    if item.asks:
        same = [other.id for other in session.queue if other.dispute == item.dispute]
        place = f"  {same.index(item.id) + 1} of {len(same)}" if len(same) > 1 else ""
        yield Content.assemble(plain(item.asks, "bold"), (place, _DIM))


def _ruled(session: Session, item: Item, ruling: Ruling) -> Iterator[Content]:
    stale = {each.decision: each for each in ruling.stale}
    for decision in ruling.decisions:
        mine = decision.reviewer == session.reviewer
        yield Content.assemble(
            plain("you" if mine else decision.reviewer, "bold"),
            (" decided " if decision.id not in stale else " had decided ", _DIM),
            verdict(decision.opinion or ""),
            (f"  {_moment(decision.at)}", _DIM),
        )
        if decision.id in stale:
            yield from _changed(stale[decision.id], mine)
    if ruling.disagree:
        yield Content.styled(
            "reviewers disagree: the tool's verdict stays until they agree", "bold"
        )
    for note in ruling.notes:
        yield Content.assemble((f"note by {safe(note.reviewer)}: ", _DIM), plain(note.text))
    if ruling.tags:
        yield Content.assemble(("tags: ", _DIM), plain(", ".join(ruling.tags)))


_CHANGED: Final[dict[Changed, str]] = {
    "quote_a": "the words of A",
    "quote_b": "the words of B",
    "values": "the values compared",
    "cluster_a": "the cluster of A",
    "cluster_b": "the cluster of B",
}


def _changed(stale: Stale, mine: bool) -> Iterator[Content]:
    for change in stale.changes:
        yield Content.assemble(
            ("  changed since: ", "bold $warning"),
            _CHANGED.get(change.what, change.what),
            (" were " if change.what in ("quote_a", "quote_b", "values") else " was ", _DIM),
            plain(_cut(change.before) or "nothing"),
            (" now ", _DIM),
            plain(_cut(change.after) or "gone"),
        )
    if mine:
        still = "it still holds" if stale.holds else "it holds no more"
        yield Content.styled(f"  {still}: decide again, or the same key to keep it", "bold")


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else text[:_LONG].rstrip() + "…"


def _moment(at: str) -> str:
    return f"{words.day(at)} UTC" if at else ""


def nothing(session: Session) -> Content:
    """What is said when the queue is empty."""
    if session.filter:
        return plain("Nothing meets this filter. f changes it; an empty one is the work list.")
    return plain("Nothing was flagged in this case. f and verdict:any shows every relation.")


def described(decision: Decision) -> str:
    """A decision in a few words."""
    symbol = SYMBOL.get(decision.opinion or "", "")
    names = " and ".join(f"“{name}”" for name in decision.names)
    quote = _cut(decision.a.quote) if decision.a else ""
    told: dict[Act, str] = {
        "verdict": f"{symbol} {decision.opinion} for {_values(decision) or quote}",
        "note": f"note: {_cut(decision.text)}",
        "tag": f"tag on: {decision.text}",
        "untag": f"tag off: {decision.text}",
        "split": f"split off its cluster: {quote}",
        "merge": f"clusters merged: that of {quote}",
        "same_name": f"{names} are one name",
        "not_same_name": f"{names} are two names",
        "undo": "took a decision back",
        "redo": "took a decision up again",
    }
    return told[decision.act]


def _values(decision: Decision) -> str:
    values = [side.value for side in (decision.a, decision.b) if side and side.value]
    return " / ".join(words.value(value) for value in values)


def row(session: Session, number: int, item: Item) -> Content:
    """A line of the queue's list: number, standing, the tool's verdict, the two values."""
    relation, own = item.relation, session.own(item)
    sign = SYMBOL[own.opinion] if own and own.opinion else " "
    sign = "!" if session.stale(item) else sign
    told = " / ".join(words.value(value) for value in relation.values) or relation.reason
    return Content.assemble(
        (f"{number + 1:>5} ", _DIM),
        (f"{sign} ", "bold"),
        (f"{SYMBOL[relation.verdict]} {', '.join(relation.kinds):<8.8} ", ""),
        plain(told),
        plain(f"  {', '.join(item.outlets)}", _DIM),
    )


def bottom(width: int) -> Content:
    """The keys most used, on at most two rows."""
    return lines(
        Content("  ").join(
            [Content.assemble((key.shown, "bold"), (f" {key.brief}", _DIM)) for key in row]
        )
        for row in bottom_rows(width)
    )


_MORE: Final = (
    ("j k", "scroll, as the arrows do"),
    ("Esc", "close what is open"),
    ("", ""),
    ("Filters", 'kind:figure outlet:"Harbour Post" status:disputed speaker:brandt bridge'),
    ("", "is:open is:decided is:stale is:disagreed is:noted tag:WORD by:REVIEWER"),
    ("", "verdict:scope shows what is left out at first; verdict:any shows all"),
    ("", "a minus leaves out: -outlet:wire; an empty filter is the work list"),
    ("", ""),
    ("Marks", "bold: the quote; reversed: the value compared; underlined: on one side only"),
    ("Top line", "left to do: ≠ conflicts, → updates, = doubtful agreements, · asked again"),
    ("List", "before the tool's verdict stands yours; ! is to be decided again"),
)


def help_text() -> Content:
    """Every key and what it does, filters and marks."""
    rows = [*((key.shown, key.does) for key in KEYS), *_MORE]
    return lines(Content.assemble((f"{name:<9}", "bold"), plain(told)) for name, told in rows)
