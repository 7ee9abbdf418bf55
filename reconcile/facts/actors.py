"""Who did it: one act, two parties that are not one."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterator

from reconcile.alignment import alike
from reconcile.facts.acts import ACTS, blames, doers
from reconcile.facts.parties import opposed, sides
from reconcile.facts.states import ruled, rulers, states
from reconcile.findings import Alignment, Finding, Match, held
from reconcile.views import REMEMBERED, View, content_words, telling

LIKE = 0.5
"""Least likeness of two claims for opposed doers to be a clash whatever the weights say."""

LIKE_ACT = 0.6
"""Least likeness of two claims of one place, or of one toll, to be of one act."""

ANYBODY = content_words(
    "civilian person member fighter militant terrorist rebel insurgent gunman soldier troops army "
    "forces opposition regime government dozen dozens scores hundred several many others woman "
    "women man men child children resident attack attacks airstrike strike strikes raid raids air "
    "position positions area areas city town village dead wounded injured killed near group "
    "neighbourhood neighbourhoods neighborhood neighborhoods isil isis daesh stronghold "
    "strongholds rocket rockets shell shells missile missiles bomb bombs north south east west "
    "northern southern eastern western central including further held controlled around one two "
    "three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
)
"""Words for whom and what any act hits."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_NAME = re.compile(r"\b(?:al-)?([A-Z][a-z]+?)(?:['’]s?|s)?\b")


def compare_actors(a: View, b: View, alignment: Alignment) -> Iterator[Finding]:
    """One act on one target at one time, laid to two sides, two states or two names."""
    mine, others = doers(a.claim), doers(b.claim)
    if not mine or not others or not _one_act(a, b, alignment):
        return
    if any(_one_party(a, b, x, y) for x in mine for y in others):
        return
    for one in mine:
        for other in others:
            if found := _compare(a, b, alignment, one, other):
                yield found
                return


def _one_act(a: View, b: View, alignment: Alignment) -> bool:
    """Whether both may tell of one act: the day does not part them, nor do the means unless one
    thing was hit, and they share what was hit, how many it befell, or the place and nearly all
    else."""
    if alignment.means.match is Match.DIFFERS and not _same_object(a, b):
        return False
    if blames(a.claim) and blames(b.claim) and alignment.means.match is Match.SAME:
        return True
    place = _same_place(a, b)
    if alignment.time.match is Match.DIFFERS:
        return False
    alike_told = alignment.likeness >= LIKE_ACT
    return (
        _same_object(a, b)
        or (bool(_tolls(a) & _tolls(b)) and (place or alike_told))
        or ((place or _swapped(a, b)) and alike_told)
    )


def _swapped(a: View, b: View) -> bool:
    """Whether who did it in one account suffers it in the other, and the other way round."""
    first, second = a.claim.happening, b.claim.happening
    if first is None or second is None or first.sense != second.sense:
        return False
    (x, y), (z, w) = (
        [content_words(part) for part in (told.agent, told.patient)] for told in (first, second)
    )
    return alike(x, w) and alike(y, z) and not alike(x, z) and not alike(y, w)


def _same_object(a: View, b: View) -> bool:
    """Whether what was hit has words in common that not every act of a war has."""
    first, second = (_object(view) for view in (a, b))
    return alike(first, second) or bool((_joined(a) & second) | (first & _joined(b)))


def _object(view: View) -> frozenset[str]:
    """Words for what was hit, without the names that all articles use."""
    written = view.claim.happening.patient if view.claim.happening else ""
    common = [n for n in view.named_in(written) if not telling(view, (n,))]
    return view.participant("patient") - ANYBODY - content_words(" ".join(common))


def _joined(view: View) -> frozenset[str]:
    """What was hit, two words that stand side by side as one: "market place" is "marketplace"."""
    return _in_twos(view.claim.happening.patient) if view.claim.happening else frozenset()


@functools.lru_cache(maxsize=REMEMBERED)
def _in_twos(written: str) -> frozenset[str]:
    """Each two words of a text that stand side by side, as one."""
    row = _WORD.findall(written.casefold())
    return content_words(" ".join(x + y for x, y in itertools.pairwise(row)))


def _same_place(a: View, b: View) -> bool:
    return telling(a, (a.names | a.places) & (b.names | b.places))


def _tolls(view: View) -> frozenset[float]:
    """How many were killed or hurt; one or two are so in many acts."""
    return frozenset(
        f.low
        for f in view.claim.figures
        if f.role in ("killed", "injured") and f.low == f.high and f.low > 2
    )


def parties_of(view: View, who: str) -> tuple[frozenset[str], frozenset[str]]:
    """Sides and states that a doer's words name; who is named by the head of a government is of
    it, and a government without a state is the one of which the article tells."""
    named, own = sides(who), states(who)
    if not named and rulers(view.article.text) & {*_NAME.findall(who)}:
        named = frozenset({"government"})
    if "government" in named and not own and (home := ruled(view.article.text)):
        own = frozenset({home})
    return named, own


def _one_party(a: View, b: View, one: str, other: str) -> bool:
    """Whether two doers share words, a name, a side or a state."""
    (first, own), (second, its) = parties_of(a, one), parties_of(b, other)
    if own and its:
        return bool(own & its)
    names = a.named_in(one) & b.named_in(other)
    return bool(names) or bool(first & second) or alike(content_words(one), content_words(other))


def _compare(a: View, b: View, alignment: Alignment, one: str, other: str) -> Finding | None:
    (first, own), (second, its) = parties_of(a, one), parties_of(b, other)
    mine, others = _doer_names(a, one), _doer_names(b, other)
    two_states = bool(own and its) and not own & its
    foreign = bool((own and second & _REBELS and not its) or (its and first & _REBELS and not own))
    at_odds = opposed(one, other)
    befallen = _same_object(a, b) or bool(_tolls(a) & _tolls(b)) or _swapped(a, b)
    two_names = bool(mine and others) and befallen
    if not (at_odds or two_states or foreign or two_names):
        return None
    acts = a.claim.happening, b.claim.happening
    signs = {
        "opposed": at_odds,
        "two_states": two_states,
        "foreign": foreign,
        "two_names": two_names,
        "same_place": alignment.place.match is Match.SAME,
        "telling": telling(a, a.names & b.names),
        "same_object": _same_object(a, b),
        "same_toll": bool(_tolls(a) & _tolls(b)),
        "swapped": _swapped(a, b),
        "same_means": alignment.means.match is Match.SAME,
        "same_happening": alignment.happening.match is Match.SAME,
        "both_act": all(act is not None and act.sense in ACTS for act in acts),
        "both_told": _tells_of(a, other, others, its) and _tells_of(b, one, mine, own),
    }
    values = one, other
    reason = f"{one} against {other} as who did it"
    one_act = signs["same_object"] and (signs["same_place"] or signs["telling"])
    strict = at_odds and one_act and alignment.likeness >= LIKE and signs["both_act"]
    return Finding("conflict", "actor", values, reason, 0.7, held(signs), strict)


def _doer_names(view: View, who: str) -> frozenset[str]:
    """Names in a doer's words that are no place's of his article."""
    happened = (c.happening for c in (view.claim, *view.neighbours))
    places = {place.casefold() for told in happened if told for place in told.places}
    return view.named_in(who) - places - view.places


_REBELS = frozenset({"opposition", "rebels", "jihadist"})


def _tells_of(view: View, who: str, names: frozenset[str], of: frozenset[str]) -> bool:
    """Whether an article names a doer too, or lays something to him or to his state."""
    claims = (view.claim, *view.neighbours)
    if names & frozenset(n.name.casefold() for claim in claims for n in claim.names):
        return True
    words = content_words(who)
    return any(
        (of and states(other) & of) or alike(content_words(other), words)
        for claim in view.neighbours
        for other in doers(claim)
    )
