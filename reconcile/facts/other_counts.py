"""Two figures in one state that are no rivals, however unlike: one is told as a part, or they count
two opposed sides, or two days."""

from __future__ import annotations

from claims.figures.kinds import among, kinship
from claims.records import Figure
from reconcile.alignment import FAR_DAYS
from reconcile.facts.parties import sides
from reconcile.facts.two_figures import Two, is_part
from reconcile.facts.wording import CUMULATIVE, RULING, SINCE, SINCE_START, SOON_AFTER, says
from reconcile.sentences import sentence_bounds
from reconcile.views import View

ENEMIES = frozenset(
    "rebel terrorist militant jihadist jihadi insurgent extremist islamist takfiri".split()
)
"""Nouns that are said only of those who fight a government or are fought by it."""

AGAINST_GOVERNMENT = frozenset({"opposition", "rebels", "jihadist"})
"""Sides of those who do; see ``parties.SIDES``."""


def told_part(two: Two) -> bool:
    """Whether a lower count is told as some of a whole ("two of the dead", "nine, among them four
    children"), and the other's is no such part and not of its kind alone: no rival of it."""
    both_ways = (two.fa, two.fb), (two.fb, two.fa)
    return any(
        is_part(part)
        and not is_part(whole)
        and part.low < whole.low
        and (among(part.noun, whole.noun) or kinship(part.noun, "person") == "same")
        for part, whole in both_ways
    )


def opposed(two: Two) -> bool:
    """Whether one counts an army's dead and the other those of its enemies."""
    return {_side(two.fa), _side(two.fb)} == {"army", "enemy"}


def both_sides(two: Two) -> bool:
    """Whether one counts the dead of an army and of its enemies together, and the other those of
    one of them alone."""
    both_ways = (two.fa, two.fb), (two.fb, two.fa)
    return any(_of_both(whole) and _side(part) for whole, part in both_ways)


def _of_both(figure: Figure) -> bool:
    words = figure.text.casefold()
    enemies = sides(words) & AGAINST_GOVERNMENT or any(enemy in words for enemy in ENEMIES)
    return " and " in words and bool(RULING.search(figure.text)) and bool(enemies)


def _side(figure: Figure) -> str:
    """``army`` for troops of a government, ``enemy`` for who is called so; empty for others."""
    noun, ruling = figure.noun, RULING.search(figure.text)
    if " and " in figure.text:
        return ""  # a sum of both, at times
    named = sides(figure.text)  # "opposition fighters"
    if not ruling and (noun in ENEMIES or (named and named <= AGAINST_GOVERNMENT)):
        return "enemy"
    ruled = ruling and (kinship(noun, "force") == "same" or among(noun, "force"))
    return "army" if ruled or kinship(noun, "soldier") == "same" else ""


def another_time(two: Two) -> bool:
    """Whether one alone is of an event that its sentence only calls to mind: "just days after"."""
    return _called_to_mind(two.a, two.fa) != _called_to_mind(two.b, two.fb)


def _called_to_mind(view: View, figure: Figure) -> bool:
    text = view.article.text
    return says(SOON_AFTER, text[sentence_bounds(text, figure.start)[0] : figure.start])


def since_start(two: Two) -> bool:
    """Whether one counts since a war or an offensive began, and the other not over any time."""
    both_ways = (two.a.sentence, two.b.sentence), (two.b.sentence, two.a.sentence)
    return any(
        says(SINCE_START, total) and not says(CUMULATIVE, one) and not says(SINCE, one)
        for total, one in both_ways
    )


def other_days(two: Two) -> bool:
    """Whether each claim names one day for what happened, and they are far from each other.

    Where both say the same weekday, a date of publication may be wrong.
    """
    first, second = _named_days(two.a), _named_days(two.b)
    if not first or not second or first & second or two.a.event is None or two.b.event is None:
        return False
    return two.a.event.days == two.b.event.days == 1 and two.a.event.gap(two.b.event) >= FAR_DAYS


def _named_days(view: View) -> set[str]:
    """The days, as written, that a claim names for what happened."""
    return {w.text.casefold() for w in view.claim.when if w.role == "event" and w.from_}
