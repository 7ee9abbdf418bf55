"""Comparators: each looks at one kind of fact in two claims about the same event."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reconcile.facts.actors import compare_actors
from reconcile.facts.addresses import compare_addresses
from reconcile.facts.advances import compare_advances
from reconcile.facts.ages import compare_ages
from reconcile.facts.alternatives import compare_alternatives
from reconcile.facts.classed_counts import compare_classed_counts
from reconcile.facts.composition import compare_compositions
from reconcile.facts.conditions import compare_conditions
from reconcile.facts.control import compare_control
from reconcile.facts.dates import compare_dates
from reconcile.facts.denials import compare_denials
from reconcile.facts.directions import compare_sides
from reconcile.facts.extent import compare_extents
from reconcile.facts.fates import compare_fates
from reconcile.facts.figures import compare_figures
from reconcile.facts.foiled import compare_foiled
from reconcile.facts.hospitals import compare_hospitals
from reconcile.facts.lone_counts import compare_lone_counts
from reconcile.facts.means import compare_means
from reconcile.facts.offices import compare_offices
from reconcile.facts.offspring import compare_offspring
from reconcile.facts.outcome import compare_outcomes
from reconcile.facts.persons import compare_persons
from reconcile.facts.places import compare_named_places, compare_places
from reconcile.facts.residences import compare_residences
from reconcile.facts.shot_sums import compare_shot_sums
from reconcile.facts.spots import compare_spots
from reconcile.facts.streets import compare_streets
from reconcile.facts.times import compare_times
from reconcile.facts.unknowns import compare_unknowns
from reconcile.facts.victims import compare_sexes, compare_victims
from reconcile.facts.war_totals import compare_war_totals
from reconcile.facts.wounds import compare_wounds
from reconcile.findings import Alignment, Finding
from reconcile.views import View

Comparator = Callable[[View, View, Alignment], Iterator[Finding]]

COMPARATORS: tuple[Comparator, ...] = (
    compare_figures,
    compare_war_totals,
    compare_shot_sums,
    compare_lone_counts,
    compare_offspring,
    compare_classed_counts,
    compare_dates,
    compare_times,
    compare_ages,
    compare_places,
    compare_named_places,
    compare_wounds,
    compare_addresses,
    compare_streets,
    compare_sides,
    compare_spots,
    compare_residences,
    compare_hospitals,
    compare_persons,
    compare_offices,
    compare_actors,
    compare_denials,
    compare_victims,
    compare_sexes,
    compare_compositions,
    compare_means,
    compare_alternatives,
    compare_conditions,
    compare_fates,
    compare_control,
    compare_advances,
    compare_extents,
    compare_foiled,
    compare_unknowns,
    compare_outcomes,
)
"""Every comparator, in the order in which their findings are told."""

IN_ONE_ARTICLE: tuple[Comparator, ...] = (compare_figures, compare_actors, compare_outcomes)
"""What speakers may dispute inside one article; times and ages there are of several things."""
