"""Ages of one person."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from claims.figures import comparable
from claims.figures.units import in_base_units
from claims.records import Figure
from reconcile.facts.age_groups import compare_age_groups
from reconcile.facts.aged import in_full, same_name
from reconcile.facts.cast import only_such
from reconcile.facts.figures import value
from reconcile.facts.parts_played import APART, part
from reconcile.facts.subjects import same_subject, subject
from reconcile.facts.told_ages import single_ages, told_ages
from reconcile.facts.wording import SUPERSEDED, says
from reconcile.findings import Alignment, Finding, Match
from reconcile.ties import ANY_STORY, SAME_STORY, TIES
from reconcile.views import View

OFF_BY = 3
"""Years by which two ages of one unnamed person may lie apart; further, they are mostly two
people."""

OWN = "own"
"""The sign of what is somebody's own, whatever happened to him: his age, told by his full name."""

GENERATION = 20
"""Years beyond which two ages told by one full name are of father and son, or of strangers."""

SAME_AGE_DAYS = 90
"""Most days between two publications that tell of one age, give or take a birthday."""

BIRTHDAY_DAYS = 7
"""The same where a birthday would explain the two."""

_THEN = re.compile(r"\b(?:when|at the time|then)\b", re.IGNORECASE)
"""Somebody's age of another day: "was 17 when he was arrested"."""

THIN_STORY = 0.3
"""Least probability of one story for the only ages of two articles to be one person's."""

ONE_OF = frozenset(
    "grandmother grandfather mother father stepmother stepfather wife husband ex-wife ex-husband "
    "boyfriend girlfriend suspect gunman shooter attacker assailant killer bomber driver pilot "
    "mayor teacher".split()
)
"""Of whom a story mostly has one: two ages of his lie as far apart as they will."""


def compare_ages(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """Two ages told of one person: of one name, or the only one left of a kind in both claims;
    and the ages of a group, where one claim gives their range or a bare list.

    Nothing where nobody's age is given in both, or where a text takes it back.
    """
    for fa, fb in _matched(a, b):
        values = value(fa), value(fb)
        named = _named(fa) and _named(fb)
        if _one_age(fa, fb):
            if named or (fa.noun == fb.noun and alignment.happening.match is Match.SAME):
                yield Finding("agree", "age", values, f"both give {values[0]}", 0.6)
            continue
        if _two_persons(a, b, fa, fb) or not (named or _one_story(a, b, alignment)):
            continue
        if _of_both(a, b, fa, fb) or any(says(SUPERSEDED, view.sentence) for view in (a, b)):
            continue
        who = next((f.noun for f in (fa, fb) if _named(f)), f"the {fa.noun or fb.noun or 'person'}")
        reason = f"{values[0]} against {values[1]} for the age of {who}"
        signs = frozenset(name for name, holds in SIGNS.items() if holds(a, b, fa, fb))
        own = named and _own(a, b, fa, fb, alignment)
        signs |= {OWN} if own else frozenset()
        yield Finding("conflict", "age", values, reason, 0.8 if named else 0.6, signs, strict=own)
    yield from compare_age_groups(a, b, alignment)


def _own(a: View, b: View, fa: Figure, fb: Figure, alignment: Alignment) -> bool:
    """Whether two ages are most likely one man's, whatever else the claims tell of him: he is
    called by his full name in both, the articles may tell one story, neither gives him another
    age, and no birthday lies between them. Of the labelled ages told so all are conflicts."""
    if not in_full(fa.noun, fb.noun) or alignment.story < ANY_STORY:
        return False
    if not a.published or not b.published or _apart(fa, fb) > GENERATION:
        return False
    days = abs((a.published - b.published).days)
    if days > (SAME_AGE_DAYS if _apart(fa, fb) > 1 else BIRTHDAY_DAYS):
        return False
    if any(_THEN.search(view.claim.text) for view in (a, b)):
        return False
    return all(
        len({f.low for f in _all(view) if _named(f) and same_name(f.noun, figure.noun)}) == 1
        for view, figure in ((a, fa), (b, fb))
    )


def _one_story(a: View, b: View, alignment: Alignment) -> bool:
    """Whether two who are not named can be one: something ties the claims, or their articles; and
    where these name nothing in common, they are surely of one story all the same. Where an article
    tells nobody else's age, less will do."""
    if alignment.names.match is Match.DIFFERS and alignment.story < SAME_STORY:
        return False
    same_days = alignment.time.match is not Match.DIFFERS
    least = THIN_STORY if _ages_told(a) == _ages_told(b) == 1 else ANY_STORY
    return bool(alignment.ties & TIES.keys()) or (alignment.story >= least and same_days)


def _ages_told(view: View) -> int:
    """How many ages an article tells."""
    return len({figure.low for figure in _all(view)})


def _matched(a: View, b: View) -> Iterator[tuple[Figure, Figure]]:
    """Ages of one person: by name; else what is left, one on each side, once equal ages met; and
    the one that each claim gives, where the claims say that they are of one."""
    left, right = told_ages(a), told_ages(b)
    if len(left) == len(right) == 1 and _known_one(a, b, left[0], right[0]):
        yield left[0], right[0]
        return
    for same in (_one_named, _same_name, _one_person):
        for one in tuple(left):
            other = next((f for f in right if same(one, f)), None)
            if other is not None:
                left.remove(one)
                right.remove(other)
                yield one, other
    sole = list(_sole(left, right))
    yield from sole
    rest = itertools.product(left, right)
    yield from (row for row in rest if row not in sole and _only_such(a, b, *row))


def _known_one(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether the claims say that the two are one, whose ages lie far apart: they have one part in
    the story, or the claim with the one's age names the other."""
    if (_named(fa) and _named(fb)) or comparable(fa, fb) == "other" or _one_age(fa, fb):
        return False
    if _apart(fa, fb) <= OFF_BY or _ages_told(a) != 1 or _ages_told(b) != 1:
        return False
    return _names_him(a, b, fa, fb) or _one_part(a, b)


def _names_him(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether the claim that gives the age of one without his name names nobody but him whose age
    the other gives."""
    if _named(fa) == _named(fb):
        return False
    named, other = (fa, b) if _named(fa) else (fb, a)
    surname = named.noun.split()[-1]
    persons = [name for name in other.claim.names if name.name not in other.places]
    return bool(persons) and all(name.text.split()[-1] == surname for name in persons)


def _one_part(a: View, b: View) -> bool:
    """Whether both claims tell of the one suspect of the story."""
    one, other = (dataclasses.replace(subject(view), ages=frozenset()) for view in (a, b))
    if "several" in one.kinds | other.kinds or "suspect" not in one.kinds & other.kinds:
        return False
    return same_subject(one, other) is Match.SAME


def _sole(left: Sequence[Figure], right: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Those of whom each can be nobody else of the other side."""
    for one in left:
        for other in right:
            others = (
                sum(_may_be_one(one, f) for f in right),
                sum(_may_be_one(f, other) for f in left),
            )
            if others == (1, 1) and _may_be_one(one, other):
                yield one, other


def _only_such(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether nobody else in either article can be who the other tells of, however far apart the
    two ages lie."""
    if _one_age(fa, fb) or (_named(fa) and _named(fb)):
        return False
    return only_such(a, b, fa, fb)


def _named(figure: Figure) -> bool:
    """Whether the age is told of somebody by name."""
    return figure.noun[:1].isupper()


def _one_age(a: Figure, b: Figure) -> bool:
    """Whether somebody may be of both ages: who is 18 months old is one year old."""
    (first, end), (other, last) = _years(a), _years(b)
    return first < last and other < end


def _years(figure: Figure) -> tuple[float, float]:
    """From the day one is so old to the day one is older, in years."""
    unit = figure.unit.casefold() or "year"
    year, _ = in_base_units(1, "year")
    last = figure.low if figure.high is None else figure.high
    low, high = (in_base_units(end, unit)[0] / year for end in (figure.low, last + 1))
    return low, high


def _apart(a: Figure, b: Figure) -> float:
    """Years between two ages, or between the nearer ends of what they may be."""
    (first, end), (other, last) = _years(a), _years(b)
    if _exact(a) and _exact(b):
        return abs(first - other)
    return max(other - end + 1, first - last + 1, 0)


def _exact(figure: Figure) -> bool:
    return figure.low == figure.high


def _same_name(a: Figure, b: Figure) -> bool:
    if not (_named(a) and _named(b)):
        return False
    return same_name(a.noun, b.noun)


def _one_named(a: Figure, b: Figure) -> bool:
    return _same_name(a, b) and _one_age(a, b)


def _one_person(a: Figure, b: Figure) -> bool:
    return _one_age(a, b) and _may_be_one(a, b)


def _may_be_one(a: Figure, b: Figure) -> bool:
    """Whether two descriptions can be one person's; a name can be anybody's."""
    if _named(a) and _named(b):
        return False
    alike = _named(a) or _named(b) or comparable(a, b) != "other"
    near = _apart(a, b) <= OFF_BY or (a.noun == b.noun and a.noun in ONE_OF)
    return alike and near


def _two_persons(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether the two ages are of two: one suffered what the other did, an article gives both to
    somebody, or the other's to him whom the one names."""
    parts = {part(a.claim, fa), part(b.claim, fb)}
    if parts in APART and not _same_name(fa, fb):
        return True
    if fa.noun == fb.noun and _another(a, fa) != _another(b, fb):
        return True
    if _named(fa) != _named(fb):
        named, other = (fa, b) if _named(fa) else (fb, a)
        return any(_one_named(named, f) for f in _all(other))
    return not _named(fa) and _gives(a, fb) and _gives(b, fa)


def _another(view: View, figure: Figure) -> bool:
    """Whether a claim tells the age of another one than its article has told of: "his other son,
    who is 11"."""
    noun = re.escape(figure.noun)
    told = rf"\b(?:other|another|second|third)(?: [\w-]+)? (?:{noun}|{re.escape(figure.text)})\b"
    return re.search(told, view.claim.text, re.IGNORECASE) is not None


def _of_both(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether an article tells of him whose age the other gives: by name, as at another time; or
    of one so old as well, unless each tells of its own one first."""
    if _named(fa) and _named(fb):
        return any(_one_named(fb, f) for f in _all(a)) or any(_one_named(fa, f) for f in _all(b))
    return _given_too(a, b, fa, fb) and not _both_first(a, b, fa, fb)


def _all(view: View) -> list[Figure]:
    """The single ages an article gives."""
    return told_ages(view) + [f for claim in view.neighbours for f in single_ages(claim)]


def _told(view: View, noun: str) -> set[float]:
    """The ages an article gives of anybody who is called so."""
    return {f.low for f in _all(view) if f.noun == noun}


def _only_one(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether both articles give one age only to anybody who is called so."""
    return _told(a, fa.noun) == {fa.low} and _told(b, fb.noun) == {fb.low}


def _given_too(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether one of the articles gives the other's age to somebody as well."""
    return _gives(a, fb) or _gives(b, fa)


def _gives(view: View, figure: Figure) -> bool:
    return any(_one_age(f, figure) for f in _all(view))


def _both_first(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether each is the first age that its article gives: that of whom its story is."""
    return _first(a) == fa.low and _first(b) == fb.low


def _first(view: View) -> float | None:
    claims = sorted((view.claim, *view.neighbours), key=lambda claim: (claim.start, claim.end))
    told = (min(ages, key=lambda f: f.start) for claim in claims if (ages := single_ages(claim)))
    return next((figure.low for figure in told), None)


def _left_over(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether the two are all that is left once the ages of which both articles tell are met."""
    first, second = ({f.low for f in _all(view)} for view in (a, b))
    return first - second == {fa.low} and second - first == {fb.low}


def _same_act(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether both ages stand in what is told of one act."""
    first, second = a.claim.happening, b.claim.happening
    return first is not None and second is not None and first.sense == second.sense


SIGNS: dict[str, Callable[[View, View, Figure, Figure], bool]] = {
    "named": lambda a, b, fa, fb: _named(fa) and _named(fb),
    "one_year": lambda a, b, fa, fb: _apart(fa, fb) <= 1,
    "one_named": lambda a, b, fa, fb: _named(fa) != _named(fb),
    "same_noun": lambda a, b, fa, fb: fa.noun == fb.noun,
    "only_one": _only_one,
    "given_too": _given_too,
    "both_first": _both_first,
    "alone": lambda a, b, fa, fb: len(told_ages(a)) == len(told_ages(b)) == 1,
    "left_over": _left_over,
    "same_act": _same_act,
    "same_part": lambda a, b, fa, fb: part(a.claim, fa) == part(b.claim, fb) not in ("", "self"),
    "named_given": lambda a, b, fa, fb: _named(fa) != _named(fb) and _given_too(a, b, fa, fb),
    "far": lambda a, b, fa, fb: _apart(fa, fb) > OFF_BY,
    "names_him": _names_him,
    "one_part": lambda a, b, fa, fb: _one_part(a, b),
    "about": lambda a, b, fa, fb: not (_exact(fa) and _exact(fb)),
    "only_such": _only_such,
    "only_ages": lambda a, b, fa, fb: _ages_told(a) == _ages_told(b) == 1,
}
"""What of two ages may tell one person from two."""
