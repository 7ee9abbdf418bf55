"""Figures: the same thing counted in the same state, at the same time, with another number."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping

from claims.figures import comparable
from claims.records import Figure, Verdict
from reconcile.facts import counts_elsewhere as elsewhere
from reconcile.facts import enumerated, other_counts, prints, provinces, scenes, spans
from reconcile.facts import two_figures as own
from reconcile.facts.hands import two_hands
from reconcile.facts.shot_sums import told_with_the_dead
from reconcile.facts.two_figures import Two, one_number
from reconcile.findings import Alignment, Finding, both_give, held
from reconcile.ties import tied, two_voices
from reconcile.views import View, at_two_dates
from reconcile.wars import both_totals
from reports import words


@dataclasses.dataclass(frozen=True, slots=True)
class Rule:
    """What is said of two figures of which ``holds`` is true."""

    name: str
    holds: Callable[[Two], bool]
    verdict: Verdict | None = None
    """``None``: they are not compared."""
    weight: float = 0.0
    reason: str = ""
    """With the two values for ``{a}`` and ``{b}``."""
    sure: bool = False
    """Whether it leaves no room for a clash, whatever the weights say."""


_WEAK = frozenset({"weak"})
"""Of an agreement that says little by itself."""


def compare_figures(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """What the figures of two claims say of each other; nothing when none can be compared."""
    near = tied(a, b, alignment)
    pairs = list(_partners(a.claim.figures, b.claim.figures))
    met = {id(f) for pair in pairs if one_number(*pair) for f in pair}
    for fa, fb in pairs:
        if not one_number(fa, fb) and not met.isdisjoint((id(fa), id(fb))):
            continue  # one of the two has found its counterpart in another figure of the claim
        two = Two(a, b, fa, fb, alignment)
        given = value(fa), value(fb)
        rule = next((rule for rule in RULES if rule.holds(two)), None)
        if rule is not None:
            if rule.verdict is not None and (near or _named(two)):
                weak = own.says_little(two) and not near
                signs = _signs(AGREEING, two) | (_WEAK if weak else frozenset())
                yield _finding(rule, given, signs)
            continue
        read = [rule for rule in READINGS if rule.holds(two)]
        if read and near:
            newer = read[0].verdict == "update" and prints.first_newer(two)
            yield _finding(read[0], given, first_newer=newer)
        if any(rule.sure for rule in read):
            continue
        signs = _signs(SIGNS, two) | {rule.name for rule in read}
        said = "told on two days" if at_two_dates(a, b) else "stated for the same time"
        reason = f"{given[0]} against {given[1]}, {said}"
        yield Finding("conflict", "figure", given, reason, 0.8, signs)


def _signs(table: Mapping[str, Callable[[Two], bool]], two: Two) -> frozenset[str]:
    return held({name: holds(two) for name, holds in table.items()})


def _finding(
    rule: Rule,
    given: tuple[str, str],
    signs: frozenset[str] = frozenset(),
    first_newer: bool = False,
) -> Finding:
    assert rule.verdict is not None
    reason = rule.reason.format(a=given[0], b=given[1])
    if rule.verdict == "agree":
        reason = both_give(given, reason)
    return Finding(
        rule.verdict, "figure", given, reason, rule.weight, signs, first_newer=first_newer
    )


def _named(two: Two) -> bool:
    """Whether the two are one number of one state: that alone ties them enough to agree."""
    return bool(two.fa.role) and one_number(two.fa, two.fb)


def _partners(first: Iterable[Figure], second: Iterable[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of figures that count in the same state; ages are another comparator's."""
    others = [f for f in second if f.role != "age"]
    for figure in first:
        if figure.role == "age":
            continue
        for other in others:
            if own.one_state(figure.role, other.role) and comparable(figure, other) != "other":
                yield figure, other


RULES: tuple[Rule, ...] = (
    Rule("war_totals", lambda two: both_totals(two.a, two.fa, two.b, two.fb)),
    Rule("sums", told_with_the_dead),
    Rule("unlike", own.unlike),
    Rule("unsaid", own.unsaid),
    Rule(
        "one_number", lambda two: one_number(two.fa, two.fb), "agree", 0.6,
        "{a} and {b} can be one number",
    ),
    Rule("far_below", own.far_below),
    Rule("no_rivals", own.no_rivals),
    Rule("summand", own.summand),
    Rule("other_days", other_counts.other_days),
    Rule("another_time", other_counts.another_time),
    Rule("opposed", other_counts.opposed),
    Rule("two_hands", two_hands),
    Rule("scenes", scenes.apart),
    Rule("two_towns", provinces.two_towns),
    Rule(
        "growing", spans.growing, "agree", 0.4,
        "{a} and {b} are lower bounds of one growing total",
    ),
)  # fmt: skip
"""Asked first and in this order: what holds leaves no room for a clash."""

READINGS: tuple[Rule, ...] = (
    Rule(
        "told_part", other_counts.told_part, "scope", 0.7,
        "{a} and {b}: one is told as a part of another count", sure=True,
    ),
    Rule(
        "both_told", elsewhere.told_in_both, "scope", 0.6,
        "{a} and {b}: both articles give both, in the same words", sure=True,
    ),
    Rule(
        "one_source", elsewhere.one_source, "update", 0.7,
        "{a} and {b}: two counts of one source", sure=True,
    ),
    Rule(
        "early", elsewhere.early, "update", 0.7,
        "{a} and {b}: the lower is told as a first count", sure=True,
    ),
    Rule(
        "both_sides", other_counts.both_sides, "scope", 0.6,
        "{a} and {b}: one counts the dead of two sides together", sure=True,
    ),
    Rule(
        "summed", elsewhere.summed, "scope", 0.6,
        "{a} and {b}: one is the sum of parts that the other gives", sure=True,
    ),
    Rule(
        "places", elsewhere.more_places, "scope", 0.6,
        "{a} and {b}: one counts for more places than the other", sure=True,
    ),
    Rule(
        "in_province", provinces.in_province, "scope", 0.6,
        "{a} and {b}: one counts for a province, the other for a town in it", sure=True,
    ),
    Rule(
        "since_start", other_counts.since_start, "scope", 0.5,
        "{a} and {b}: one counts since the beginning, the other one event", sure=True,
    ),
    Rule(
        "windows", spans.windows_differ, "scope", 0.5,
        "{a} and {b} count over spans unlike in length", sure=True,
    ),
    Rule(
        "part_given_too", elsewhere.part_given_too, "scope", 0.7,
        "{a} and {b} count a whole and a part of it, and one article gives both", sure=True,
    ),
    Rule(
        "shot_dead", elsewhere.shot_dead, "scope", 0.6,
        "{a} and {b}: one counts the dead with the wounded", sure=True,
    ),
    Rule(
        "superseded", enumerated.superseded, "update", 0.7,
        "{a} and {b}: the text of one says that it no longer holds", sure=True,
    ),
    Rule(
        "with_the_dead", enumerated.with_the_dead, "scope", 0.6,
        "{a} and {b}: the higher counts the dead among the hurt", sure=True,
    ),
    Rule(
        "with_the_attacker", enumerated.with_the_attacker, "scope", 0.7,
        "{a} and {b}: one counts the attacker too", sure=True,
    ),
    Rule(
        "several_attacks", enumerated.several_attacks, "scope", 0.6,
        "{a} and {b}: the higher counts for several attacks", sure=True,
    ),
    Rule(
        "added", enumerated.added, "scope", 0.6,
        "{a} and {b}: the lower adds to those told of before", sure=True,
    ),
    Rule(
        "with_names", enumerated.with_names, "scope", 0.6,
        "{a} and {b}: the lower counts those who have been named", sure=True,
    ),
    Rule(
        "edited", prints.edited, "update", 0.7,
        "{a} and {b}: two prints of one text, one of them brought up to date", sure=True,
    ),
    Rule("part", own.a_part, "scope", 0.7, "{a} and {b} count a whole and a part of it"),
    Rule(
        "other_scale", spans.other_scale, "scope", 0.5,
        "{a} and {b} are of another order: one counts for longer",
    ),
    Rule(
        "cumulative", spans.one_cumulative, "scope", 0.5,
        "{a} and {b}: one counts over a longer time",
    ),
    Rule("rest", own.the_rest, "scope", 0.5, "{a} and {b}: one counts those the other leaves out"),
    Rule(
        "narrower", own.narrower, "scope", 0.5,
        "{a} and {b}: one counts only those who died in one way",
    ),
    Rule(
        "raising", enumerated.raising, "update", 0.7,
        "{a} and {b}: the text of the lower says that the toll is going up", sure=True,
    ),
    Rule(
        "revised", own.revised, "update", 0.7,
        "{a} and {b}: one text says that the number has changed",
    ),
    Rule(
        "one_outlet", elsewhere.same_outlet, "update", 0.7,
        "the same outlet gives {a} and {b} in two articles",
    ),
    Rule(
        "attacker", elsewhere.attacker, "scope", 0.5,
        "{a} and {b} count with and without the attacker",
    ),
    Rule(
        "risen", elsewhere.risen, "update", 0.7,
        "{a} and {b}: the later article gives the higher count",
    ),
)  # fmt: skip
"""What else two different numbers may mean; the first that holds is the reading of a pair that
is no clash. Each is a sign too: how far it speaks against a clash is learnt."""

_OF_EITHER: dict[str, Callable[[Two], bool]] = {
    "two_states": lambda two: two.fa.role != two.fb.role,
    "roleless": lambda two: not two.fa.role,
    "scoped": lambda two: two.fa.scope != two.fb.scope,
    "bounded": own.bounded,
    "tops": lambda two: elsewhere.is_top(two.fa, two.a) and elsewhere.is_top(two.fb, two.b),
    "one_top": lambda two: elsewhere.is_top(two.fa, two.a) != elsewhere.is_top(two.fb, two.b),
    "elsewhere": scenes.elsewhere,
}
"""What is asked of two figures, rivals or not."""

SIGNS: dict[str, Callable[[Two], bool]] = {
    **_OF_EITHER,
    "one_article": lambda two: two.a.article.id == two.b.article.id,
    "anybody": lambda two: two.counted == "same",
    "killed": lambda two: two.fa.role == "killed",
    "part_fits": own.part_fits,
    "part_larger": own.part_larger,
    "measure": lambda two: bool(two.fa.unit),
    "given_too": elsewhere.given_too,
    "firsts": lambda two: elsewhere.is_first(two.fa, two.a) and elsewhere.is_first(two.fb, two.b),
    "one_first": lambda two: elsewhere.is_first(two.fa, two.a) != elsewhere.is_first(two.fb, two.b),
    "mixed": lambda two: " and " in two.fa.text or " and " in two.fb.text,
    "third": own.within_a_third,
    "later": lambda two: at_two_dates(two.a, two.b),
    "voices": lambda two: two_voices(two.a, two.b),
    "one_wording": own.one_wording,
    "same_voice": own.same_voice,
    "crossed": elsewhere.crossed,
    "copied": elsewhere.copied,
    "retold": elsewhere.retold,
    "rest_told": elsewhere.rest_told,
    "raised": elsewhere.raised,
    "off_by_one": own.off_by_one,
    "few": lambda two: min(two.fa.low, two.fb.low) <= 2,
    "many": lambda two: min(two.fa.low, two.fb.low) >= 1000,
}
"""What of two rival figures may tell a clash from two things counted."""

AGREEING: dict[str, Callable[[Two], bool]] = {
    **_OF_EITHER,
    "near": own.near_numbers,
    "equal": lambda two: two.fa.low == two.fa.high == two.fb.low == two.fb.high,
    "vague": lambda two: "vague" in (two.fa.bound, two.fb.bound),
    "single": lambda two: max(two.fa.low, two.fb.low) <= 1,
    "few": lambda two: max(two.fa.low, two.fb.low) <= 3,
    "many": lambda two: min(two.fa.low, two.fb.low) >= 10,
    "great": lambda two: min(two.fa.low, two.fb.low) >= 1000,
    "same_noun": lambda two: two.fa.noun == two.fb.noun,
    "part": own.a_part,
    "cumulative": spans.one_cumulative,
    "windows": spans.windows_differ,
    "apart": scenes.apart,
}
"""What of two figures that can be one number may tell one count from two that meet by chance.
``few`` and ``many`` are other numbers here than among rivals: two small ones are easily equal."""


def value(figure: Figure) -> str:
    """The normalised value of a figure: ``58 or more people killed``, ``40 kilometers``."""
    if figure.role == "age":
        return f"{words.span(figure.low, figure.high)} {words.plural(figure.unit or 'year')} old"
    return words.figure(dataclasses.replace(figure, scope=""))
