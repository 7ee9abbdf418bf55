"""Figures: the same thing counted in the same state, at the same time, with another number."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterable, Iterator

from claims.figures import Comparison, comparable, overlap, rival
from claims.figures.units import in_base_units
from claims.records import Claim, Figure, Verdict
from reconcile.facts.wording import (
    CUMULATIVE,
    EARLY,
    JOINED,
    NARROWER,
    OWN_DEATH,
    REST,
    REVISED,
    SINCE,
    SPAN,
)
from reconcile.findings import Alignment, Finding, Match
from reconcile.ties import tied, two_voices, voice
from reconcile.views import REMEMBERED, View, at_two_dates, of_one_outlet
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

HURT = frozenset({"injured", "shot", "hospitalised"})
"""States that outlets use for the same victims."""

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

    name: str
    holds: Callable[[Two], bool]
    verdict: Verdict | None
    """``None``: they are not compared."""
    weight: float
    reason: str
    """With the two values for ``{a}`` and ``{b}``."""
    sure: bool = False
    """Whether it leaves no room for a clash, whatever the weights say."""


def compare_figures(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What the figures of two claims say of each other; nothing when none can be compared."""
    near = tied(a, b, alignment)
    pairs = list(_partners(a.claim.figures, b.claim.figures))
    met = {id(f) for pair in pairs if _one_number(*pair) for f in pair}
    for fa, fb in pairs:
        if not _one_number(fa, fb) and not met.isdisjoint((id(fa), id(fb))):
            continue  # one of the two has found its counterpart in another figure of the claim
        two = Two(a, b, fa, fb, alignment)
        given = value(fa), value(fb)
        rule = next((rule for rule in RULES if rule.holds(two)), None)
        if rule is not None:
            if rule.verdict is not None and (near or _named(two)):
                yield _finding(rule, given)
            continue
        read = [rule for rule in READINGS if rule.holds(two)]
        if read and near:
            yield _finding(read[0], given)
        if any(rule.sure for rule in read):
            continue
        signs = {name for name, holds in SIGNS.items() if holds(two)} | {r.name for r in read}
        reason = f"{given[0]} against {given[1]}, stated for the same time"
        yield Finding("conflict", "figure", given, reason, 0.8, frozenset(signs))


def _finding(rule: Rule, given: tuple[str, str]) -> Finding:
    assert rule.verdict is not None
    reason = rule.reason.format(a=given[0], b=given[1])
    return Finding(rule.verdict, "figure", given, reason, rule.weight)


def _named(two: Two) -> bool:
    """Whether the two are one number of one state: that alone ties them enough to agree."""
    return bool(two.fa.role) and _one_number(two.fa, two.fb)


def _partners(first: Iterable[Figure], second: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that count in the same state; ages are another comparator's."""
    others = [f for f in second if f.role != "age"]
    for figure in first:
        if figure.role == "age":
            continue
        for other in others:
            if _one_state(figure.role, other.role) and comparable(figure, other) != "other":
                yield figure, other


def _one_state(a: str, b: str) -> bool:
    return a == b or {a, b} <= HURT


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


def _one_number(a: Figure, b: Figure) -> bool:
    return overlap(a, b) and not rival(a, b)


def _no_rivals(two: Two) -> bool:
    """Whether the two are of a sort that does not clash, whatever their numbers."""
    fa, fb = two.fa, two.fb
    single = any(f.high is not None and f.high <= 1 for f in (fa, fb))  # tells of one, or of none
    near = bool(fa.unit) and _near(fa, fb)
    return single or near or "vague" in (fa.bound, fb.bound) or not _firm(two)


def _firm(two: Two) -> bool:
    """Whether the state counted is one that outlets mean alike when they use the word.

    Who was "treated" depends on where and when one looks.
    """
    if two.fa.role in FIRM or {two.fa.role, two.fb.role} <= HURT:
        return True
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
    """Whether a claim, or its frame ("he said in a new toll"), tells of a change."""
    return any(REVISED.search(view.sentence) for view in (two.a, two.b))


def _same_outlet(two: Two) -> bool:
    return of_one_outlet(two.a, two.b) and two.a.article.id != two.b.article.id


def _attacker(two: Two) -> bool:
    if two.fa.role != "killed" or abs(two.fa.low - two.fb.low) != 1:
        return False
    claims = (two.a.claim, *two.a.neighbours, two.b.claim, *two.b.neighbours)
    return any(OWN_DEATH.search(claim.text) for claim in claims)


def _risen(two: Two) -> bool:
    """Whether the later publication gives the higher count of a state that grows."""
    first, second = two.a.published, two.b.published
    rising = not RISING.isdisjoint((two.fa.role, two.fb.role))
    if not first or not second or first == second or not rising:
        return False
    early, late = (two.fa, two.fb) if first < second else (two.fb, two.fa)
    return late.low > early.low


def _given_too(two: Two) -> bool:
    """Whether one of the articles gives the other's number as well, on the same word.

    Where it has them from two speakers, it reports rivals, and they stay rivals.
    """
    return _gives(two.fa, two.b) or _gives(two.fb, two.a)


def _gives(figure: Figure, other: View) -> bool:
    return any(
        (given.low, given.high) == (figure.low, figure.high) and voice(claim) == voice(other.claim)
        for claim in other.neighbours
        for given in _alike(figure, claim)
    )


def _summed(two: Two) -> bool:
    """Whether one of the articles gives two numbers that the other's is the sum of."""
    return _adds_up(two.fa, two.fb, two.b) or _adds_up(two.fb, two.fa, two.a)


def _adds_up(total: Figure, part: Figure, other: View) -> bool:
    rest = total.low - part.low
    return rest > 1 and any(
        given.low == rest
        for claim in (other.claim, *other.neighbours)
        for given in _alike(total, claim)
        if given is not part
    )


def _alike(figure: Figure, claim: Claim) -> Iterator[Figure]:
    """The figures of a claim that count the same kind of thing in the same state."""
    for given in claim.figures:
        if given.role == figure.role and comparable(figure, given) != "other":
            yield given


def _one_source(two: Two) -> bool:
    """Whether both are counts of one named source, told in two articles."""
    if two.a.article.id == two.b.article.id or _a_part(two):
        return False
    return voice(two.a.claim) == voice(two.b.claim) != "" and two.a.claim.voice == "named"


def _early(two: Two) -> bool:
    """Whether the article with the lower count of a state that grows calls it a first one."""
    if not {two.fa.role, two.fb.role} <= RISING or two.a.article.id == two.b.article.id:
        return False
    if two.fa.low == two.fb.low or _a_part(two):
        return False
    low = two.a if two.fa.low < two.fb.low else two.b
    return _first_count(low.article.text)


@functools.lru_cache(maxsize=REMEMBERED)
def _first_count(text: str) -> bool:
    return bool(EARLY.search(text))


def _more_places(two: Two) -> bool:
    """Whether one counts for the other's place and for others beside it."""
    first, second = two.a.places, two.b.places
    return bool(first and second) and (first < second or second < first) and _several(two)


def _several(two: Two) -> bool:
    """Whether the wider of two claims joins its places: "in Orsa and Mora", not "in Orsa, Vell"."""
    wide = max((two.a, two.b), key=lambda view: len(view.places))
    return bool(JOINED.search(wide.claim.text))


def _top(figure: Figure, view: View) -> bool:
    """Whether it is the highest number its article gives of that state, wars' totals apart."""
    given = [f.low for f in view.others(figure.role) if f.low < OTHER_SCALE * figure.low]
    return figure.low >= max(given, default=0.0)


def _first(figure: Figure, view: View) -> bool:
    """Whether its article gives no other number of that state before it."""
    earlier = [f for f in view.others(figure.role) if f.start < figure.start]
    return all(f.low == figure.low for f in earlier)


def _bounded(two: Two) -> bool:
    return two.fa.bound != "exact" or two.fb.bound != "exact"


def _off_by_one(two: Two) -> bool:
    return abs(two.fa.low - two.fb.low) <= 1


def _double(two: Two) -> bool:
    low, high = sorted((two.fa.low, two.fb.low))
    return high >= 2 * low


RULES: tuple[Rule, ...] = (
    Rule("unlike", _unlike, None, 0.0, ""),
    Rule(
        "one_number", lambda two: _one_number(two.fa, two.fb), "agree", 0.6,
        "{a} and {b} can be one number",
    ),
    Rule("no_rivals", _no_rivals, None, 0.0, ""),
    Rule("growing", _growing, "agree", 0.4, "{a} and {b} are lower bounds of one growing total"),
)  # fmt: skip
"""Asked first and in this order: what holds leaves no room for a clash."""

READINGS: tuple[Rule, ...] = (
    Rule(
        "one_source", _one_source, "update", 0.7,
        "{a} and {b}: two counts of one source", sure=True,
    ),
    Rule(
        "early", _early, "update", 0.7,
        "{a} and {b}: the lower is told as a first count", sure=True,
    ),
    Rule(
        "summed", _summed, "scope", 0.6,
        "{a} and {b}: one is the sum of parts that the other gives", sure=True,
    ),
    Rule(
        "places", _more_places, "scope", 0.6,
        "{a} and {b}: one counts for more places than the other", sure=True,
    ),
    Rule("windows", _windows_differ, "scope", 0.5, "{a} and {b} count over spans unlike in length"),
    Rule("part", _a_part, "scope", 0.7, "{a} and {b} count a whole and a part of it"),
    Rule(
        "other_scale", _other_scale, "scope", 0.5,
        "{a} and {b} are of another order: one counts for longer",
    ),
    Rule("cumulative", _one_cumulative, "scope", 0.5, "{a} and {b}: one counts over a longer time"),
    Rule("rest", _the_rest, "scope", 0.5, "{a} and {b}: one counts those the other leaves out"),
    Rule(
        "narrower", _narrower, "scope", 0.5,
        "{a} and {b}: one counts only those who died in one way",
    ),
    Rule(
        "revised", _revised, "update", 0.7,
        "{a} and {b}: one text says that the number has changed",
    ),
    Rule(
        "one_outlet", _same_outlet, "update", 0.7,
        "the same outlet gives {a} and {b} in two articles",
    ),
    Rule("attacker", _attacker, "scope", 0.5, "{a} and {b} count with and without the attacker"),
    Rule("risen", _risen, "update", 0.7, "{a} and {b}: the later article gives the higher count"),
)  # fmt: skip
"""What else two different numbers may mean; the first that holds is the reading of a pair that
is no clash. Each is a sign too: how far it speaks against a clash is learnt."""

SIGNS: dict[str, Callable[[Two], bool]] = {
    "same_noun": lambda two: two.fa.noun == two.fb.noun,
    "anybody": lambda two: two.counted == "same",
    "killed": lambda two: two.fa.role == "killed",
    "two_states": lambda two: two.fa.role != two.fb.role,
    "noun_part": lambda two: two.counted == "subset",
    "roleless": lambda two: not two.fa.role,
    "measure": lambda two: bool(two.fa.unit),
    "given_too": _given_too,
    "tops": lambda two: _top(two.fa, two.a) and _top(two.fb, two.b),
    "one_top": lambda two: _top(two.fa, two.a) != _top(two.fb, two.b),
    "firsts": lambda two: _first(two.fa, two.a) and _first(two.fb, two.b),
    "one_first": lambda two: _first(two.fa, two.a) != _first(two.fb, two.b),
    "scoped": lambda two: two.fa.scope != two.fb.scope,
    "mixed": lambda two: " and " in two.fa.text or " and " in two.fb.text,
    "third": lambda two: max(two.fa.low, two.fb.low) <= 1.34 * min(two.fa.low, two.fb.low),
    "later": lambda two: at_two_dates(two.a, two.b),
    "bounded": _bounded,
    "voices": lambda two: two_voices(two.a, two.b),
    "off_by_one": _off_by_one,
    "double": _double,
    "few": lambda two: min(two.fa.low, two.fb.low) <= 2,
    "many": lambda two: min(two.fa.low, two.fb.low) >= 1000,
}
"""What of two rival figures may tell a clash from two things counted."""


def value(figure: Figure) -> str:
    """The normalised value of a figure: ``58 or more people killed``, ``40 kilometers``."""
    if figure.role == "age":
        return f"{words.span(figure.low, figure.high)} {words.plural(figure.unit or 'year')} old"
    return words.figure(dataclasses.replace(figure, scope=""))
