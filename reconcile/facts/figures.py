"""Figures: the same thing counted in the same state, at the same time, with another number."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator

from claims.figures import Comparison, comparable, overlap, rival
from claims.figures.units import in_base_units
from claims.records import Claim, Figure, Verdict
from reconcile.alignment import telling
from reconcile.facts.wording import CUMULATIVE, NARROWER, OWN_DEATH, REST, REVISED, SINCE, SPAN
from reconcile.findings import Alignment, Finding, Match
from reconcile.views import View
from reports import words

RISING = frozenset({"killed", "injured", "missing", "displaced", "arrested", "captured", "fled"})
"""States whose count grows while a story unfolds: a later, higher one is news, not a clash."""

FIRM = RISING | frozenset(
    {"casualty", "abducted", "destroyed", "damaged", "fired", "rescued", "evacuated", "carried out"}
)
"""States in which two outlets' counts of one event are rivals."""

ANYBODY = frozenset(
    "person people civilian citizen resident local villager victim individual".split()
)
"""Nouns that outlets use for one and the same dead: "11 people" and "16 civilians"."""

LIKE_DISPUTE = 0.75
"""Least likeness of two claims of one article whose speakers give rival figures."""

SAME_STORY = 0.8
"""Least probability of one story for what leads two articles, or their day, to be of one event."""

SAME_WORDS = 0.9
"""Likeness from which on two claims are one sentence, told again on another day."""

ANY_STORY = 0.5
LIKE_TIED = 0.7
"""The same for claims at least so alike."""

LIKE_ROLELESS = 0.7
"""Least likeness of two claims whose figures say nothing of a state."""

ROUNDING = 0.15
"""Share by which two outlets' round figures of one distance or sum may differ."""

OTHER_SCALE = 10
"""Rival counts of one event do not lie this many times apart; a day's toll and a war's do."""

WINDOW_DAYS = 3
"""Two spans of time whose lengths differ by more do not count over the same window."""


@dataclasses.dataclass(frozen=True, eq=False)
class Two:
    """Two figures in the same state, and the claims they stand in."""

    a: View
    b: View
    fa: Figure
    fb: Figure
    alignment: Alignment

    @property
    def counted(self) -> Comparison:
        """How what is counted compares; anybody is anybody."""
        if {self.fa.noun, self.fb.noun} <= ANYBODY and _is_part(self.fa) == _is_part(self.fb):
            return "same"
        return comparable(self.fa, self.fb)


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """What is said of two figures of which ``holds`` is true."""

    holds: Callable[[Two], bool]
    verdict: Verdict | None
    """``None``: they are not compared."""
    weight: float
    reason: str
    """With the two values for ``{a}`` and ``{b}``."""


def compare_figures(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What the figures of two claims say of each other; nothing when none can be compared."""
    pairs = list(_partners(a.claim.figures, b.claim.figures))
    met = {id(f) for pair in pairs if overlap(*pair) and not rival(*pair) for f in pair}
    for fa, fb in pairs:
        if (id(fa) in met) != (id(fb) in met) or (id(fa) in met and not overlap(fa, fb)):
            continue  # one of the two has found its counterpart in another figure of the claim
        two = Two(a, b, fa, fb, alignment)
        rule = next(rule for rule in RULES if rule.holds(two))
        if rule.verdict is not None:
            values = value(fa), value(fb)
            reason = rule.reason.format(a=values[0], b=values[1])
            yield Finding(rule.verdict, "figure", values, reason, rule.weight)


def _partners(first: Iterable[Figure], second: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that count in the same state; ages are another comparator's."""
    others = [f for f in second if f.role != "age"]
    for figure in first:
        if figure.role == "age":
            continue
        for other in others:
            if figure.role == other.role and comparable(figure, other) != "other":
                yield figure, other


def _untied(two: Two) -> bool:
    """Whether nothing ties the two counts to one happening within the story.

    An article tells of several attacks; that two articles tell one story is not enough.
    """
    if _one_number(two) and two.fa.role:
        return False
    if two.a.article.id == two.b.article.id:
        voices = {_voice(two.a.claim), _voice(two.b.claim)}
        apart = two.alignment.place.match is Match.DIFFERS or two.a.aside or two.b.aside
        dispute = "" not in voices and len(voices) == 2
        return apart or not dispute or two.alignment.likeness < LIKE_DISPUTE
    alignment = two.alignment
    if alignment.names.match is Match.DIFFERS or _other_day(two) or _other_place(two):
        return True
    if two.a.aside or two.b.aside:
        return alignment.place.match is not Match.SAME
    return not any(holds(two) for holds in TIES)


def _other_day(two: Two) -> bool:
    """Whether the two are told of two single days: each day of a war has its toll."""
    first, second = two.a.day, two.b.day
    if first is None or second is None or two.alignment.likeness >= SAME_WORDS:
        return False
    return first.days == second.days == 1 and first.gap(second) > 0


def _other_place(two: Two) -> bool:
    """Whether each names a telling place or body that the other's article says nothing of."""
    return _stands_alone(two.a, two.b) and _stands_alone(two.b, two.a)


def _stands_alone(own: View, other: View) -> bool:
    named = {n for n in own.names | own.places if telling(own, (n,))}
    about = other.names | other.places | other.before | other.scene
    return bool(named) and not named & about


def _lead_both(two: Two) -> bool:
    return two.a.leading and two.b.leading and two.alignment.story >= SAME_STORY


def _alike(two: Two) -> bool:
    return two.alignment.likeness >= LIKE_TIED and two.alignment.story >= ANY_STORY


def _same_day(two: Two) -> bool:
    return two.alignment.time.match is Match.SAME and two.alignment.story >= SAME_STORY


def _same_names(two: Two) -> bool:
    shared = (two.a.names & two.b.names) | (two.a.places & two.b.places)
    return telling(two.a, shared)


TIES: tuple[Callable[[Two], bool], ...] = (_lead_both, _alike, _same_day, _same_names)
"""What ties two counts to one happening: both lead their articles, or the claims are alike, or
name the same day of one story, or share a telling name of their own."""


def _windows_differ(two: Two) -> bool:
    """Whether one counts over days the other does not; a month named for a day is no window."""
    first, second = _window(two.a), _window(two.b)
    return first is not None and second is not None and abs(first - second) > WINDOW_DAYS


def _window(view: View) -> int | None:
    """Days that a claim counts over, 1 where it names none, ``None`` for a span undated."""
    windows = [w for w in view.claim.when if w.role in ("since", "until") or SPAN.search(w.text)]
    if not windows:
        return None if _cumulative(view) or SINCE.search(view.claim.text) else 1
    return view.event.days if view.event else None


def _a_part(two: Two) -> bool:
    return two.counted == "subset" or _is_part(two.fa) != _is_part(two.fb)


def _is_part(figure: Figure) -> bool:
    return figure.scope.startswith("of ")


def _unlike(two: Two) -> bool:
    unknown = two.counted == "unknown" and not (two.fa.role and "" in (two.fa.noun, two.fb.noun))
    return unknown or (not two.fa.role and two.fa.noun != two.fb.noun)


def _one_number(two: Two) -> bool:
    return overlap(two.fa, two.fb) and not rival(two.fa, two.fb)


def _no_rivals(two: Two) -> bool:
    """Whether the two are of a sort that does not clash, whatever their numbers."""
    fa, fb = two.fa, two.fb
    single = any(f.high is not None and f.high <= 1 for f in (fa, fb))  # tells of one, or of none
    near = bool(fa.unit) and _near(fa, fb)
    return single or near or "vague" in (fa.bound, fb.bound) or not _firm(two)


def _firm(two: Two) -> bool:
    """Whether the state counted is one that outlets mean alike when they use the word.

    Who was "taken to hospital" or "treated" depends on where and when one looks.
    """
    if two.fa.role in FIRM:
        return True
    if two.fa.role == "shot":
        return {two.fa.noun, two.fb.noun} <= {"person", "victim"}
    same = two.alignment.participants.match is Match.SAME
    return same and two.fa.noun == two.fb.noun and two.alignment.likeness >= LIKE_ROLELESS


def _near(a: Figure, b: Figure) -> bool:
    """Whether two measures differ by no more than outlets' rounding of them."""
    first, second = (in_base_units(f.low, f.unit)[0] for f in (a, b))
    return abs(first - second) <= ROUNDING * max(first, second)


def _growing(two: Two) -> bool:
    open_ = two.fa.high is None and two.fb.high is None
    return open_ and _cumulative(two.a) and _cumulative(two.b)


def _other_scale(two: Two) -> bool:
    low, high = sorted((two.fa.low, two.fb.low))
    return high >= OTHER_SCALE * max(1.0, low)


def _one_cumulative(two: Two) -> bool:
    return _cumulative(two.a) != _cumulative(two.b)


def _cumulative(view: View) -> bool:
    return bool(CUMULATIVE.search(view.claim.text))


def _the_rest(two: Two) -> bool:
    return any(
        f.text.casefold().startswith(("another", "additional", "other ", "more "))
        or REST.search(view.claim.quote[: max(0, f.start - view.claim.start)])
        for view, f in ((two.a, two.fa), (two.b, two.fb))
    )


def _narrower(two: Two) -> bool:
    first, second = (bool(NARROWER.search(view.claim.text)) for view in (two.a, two.b))
    return first != second


def _revised(two: Two) -> bool:
    """Whether a claim, or the source it hands it to ("an earlier version"), tells of a change."""
    speakers = [view.claim.speaker for view in (two.a, two.b)]
    texts = [two.a.claim.text, two.b.claim.text, *(s.name for s in speakers if s)]
    return any(REVISED.search(text) for text in texts)


def _same_outlet(two: Two) -> bool:
    outlet = two.a.article.outlet
    same = bool(outlet) and outlet == two.b.article.outlet
    return same and two.a.article.id != two.b.article.id


def _attacker(two: Two) -> bool:
    if two.fa.role != "killed" or abs(two.fa.low - two.fb.low) != 1:
        return False
    claims = (two.a.claim, *two.a.neighbours, two.b.claim, *two.b.neighbours)
    return any(OWN_DEATH.search(claim.text) for claim in claims)


def _risen(two: Two) -> bool:
    """Whether the later publication gives the higher count of a state that grows."""
    first, second = two.a.published, two.b.published
    if not first or not second or first == second or two.fa.role not in RISING:
        return False
    early, late = (two.fa, two.fb) if first < second else (two.fb, two.fa)
    return late.low > early.low


def _both_in_one(two: Two) -> bool:
    return _explained(two.fa, two.a, two.b) or _explained(two.fb, two.b, two.a)


def _explained(figure: Figure, own: View, other: View) -> bool:
    """Whether the other article gives this very number too, of the same state, or its summands.

    Where it has them from two speakers, it reports rivals, and they stay rivals.
    """
    lows = [f.low for f in other.claim.figures if f.role == figure.role]
    for claim in other.neighbours:
        for given in claim.figures:
            if given.role != figure.role or comparable(figure, given) == "other":
                continue
            same = (given.low, given.high) == (figure.low, figure.high)
            if same and _voice(claim) == _voice(other.claim):
                return True
            lows.append(given.low)
    return any(x + y == figure.low for i, x in enumerate(lows) for y in lows[i + 1 :])


def _voice(claim: Claim) -> str:
    return claim.speaker.name.casefold() if claim.speaker else ""


def _always(two: Two) -> bool:
    return True


RULES: tuple[Rule, ...] = (
    Rule(_untied, None, 0.0, ""),
    Rule(_windows_differ, "scope", 0.5, "{a} and {b} count over spans of different length"),
    Rule(_a_part, "scope", 0.7, "{a} and {b} count a whole and a part of it"),
    Rule(_unlike, None, 0.0, ""),
    Rule(_one_number, "agree", 0.6, "{a} and {b} can be one number"),
    Rule(_no_rivals, None, 0.0, ""),
    Rule(_growing, "agree", 0.4, "{a} and {b} are lower bounds of one growing total"),
    Rule(_other_scale, "scope", 0.5, "{a} and {b} are of another order: one counts for longer"),
    Rule(_one_cumulative, "scope", 0.5, "{a} and {b}: one counts over a longer time"),
    Rule(_the_rest, "scope", 0.5, "{a} and {b}: one counts those the other has not counted"),
    Rule(_narrower, "scope", 0.5, "{a} and {b}: one counts only those who died in one way"),
    Rule(_revised, "update", 0.7, "{a} and {b}: one text says that the number has changed"),
    Rule(_same_outlet, "update", 0.7, "the same outlet gives {a} and {b} in two articles"),
    Rule(_attacker, "scope", 0.5, "{a} and {b} count with and without the attacker"),
    Rule(_risen, "update", 0.7, "{a} and {b}: the later article gives the higher count"),
    Rule(_both_in_one, "scope", 0.3, "{a} and {b} are both given by one of the articles"),
    Rule(_always, "conflict", 0.8, "{a} against {b}, stated for the same time"),
)
"""The questions in their order: the first rule that holds decides."""


def value(figure: Figure) -> str:
    """The normalised value of a figure: ``58 or more people killed``, ``40 kilometers``."""
    if figure.role == "age":
        return f"{words.span(figure.low, figure.high)} {words.plural(figure.unit or 'year')} old"
    return words.figure(dataclasses.replace(figure, scope=""))
