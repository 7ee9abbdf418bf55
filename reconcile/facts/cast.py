"""Who the persons of an article are, as far as an age goes with them: part played, sex, of age or
not; and whether one of them is the only such, so that two articles tell of one person whose ages
lie far apart.

"A 40-year-old woman was also wounded" and "a 36-year-old woman was also shot" are of one woman
where either article tells of just one woman who was hurt, though nothing else names her.
"""

from __future__ import annotations

import dataclasses
import functools
import re

from claims.figures.sexes import sex
from claims.figures.units import in_base_units
from claims.records import Claim, Figure
from reconcile.facts.parts_played import HARMS, HELD_FOR, SUFFERED, part
from reconcile.facts.told_ages import single_ages
from reconcile.views import REMEMBERED, View

GROWN = 18
"""Years from which somebody is no minor."""

FARTHEST = 12
"""Years by which the ages of one victim may lie apart in two articles."""

_HARMED = frozenset({"killed", "injured", "shot", "hospitalised"})
_HURT = frozenset({"injured", "hospitalised"})
_PARTS = {
    "doer": "suspect gunman shooter attacker assailant killer murderer bomber robber",
    "victim": "victim bystander",
}
_BY_NOUN = {noun: name for name, nouns in _PARTS.items() for noun in nouns.split()}
"""Nouns that say the part by themselves."""
_OWN_HAND = re.compile(
    r"\b(?:(?:committ?(?:ed|ing)?|apparent|by) suicide|"
    r"(?:took|taken|taking) (?:his|her) own life)\b",
    re.IGNORECASE,
)
_SEVERAL = {
    ("female", True): r"women|females|(?:another|second|third|other|two) (?:[\w-]+ )?(?:woman|wife|"
    r"mother|female)",
    ("male", True): r"men|males|(?:another|second|third|other) (?:[\w-]+ )?(?:man|male|husband|"
    r"father)",
    (
        "female",
        False,
    ): r"girls|daughters|sisters|(?:another|second|third|other) (?:[\w-]+ )?(?:girl|"
    r"daughter|child|teen\w*)",
    ("male", False): r"boys|sons|brothers|(?:another|second|third|other) (?:[\w-]+ )?(?:boy|son|"
    r"child|teen\w*)",
}
"""Words that tell of several of one sex, of age and not."""
_MANY = {key: re.compile(rf"\b(?:{row})\b", re.IGNORECASE) for key, row in _SEVERAL.items()}
_DOERS = re.compile(
    r"\b(?:suspects|gunmen|shooters|attackers|assailants|robbers|killers|accomplices?|"
    r"co-defendants?|(?:another|second|third|other) (?:[\w-]+ )?(?:suspect|gunman|shooter|attacker|"
    r"man|woman|person|teen\w*)|(?:two|three|four|five|six|several|both) (?:[\w-]+ )?(?:men|women|"
    r"people|persons|teens|teenagers|boys|girls)\b[^.;]{0,60}\b(?:arrest|charg|custody|detain|"
    r"wanted|sought)\w*)\b",
    re.IGNORECASE,
)
"""Words that tell of several who did it."""
_TOLD_BY = re.compile(r"\b(?:he|she|his|her|him|man|woman|boy|girl|(?:mother|father)(?= of\b))\b")
_TITLE = re.compile(r"([\w-]+),? (?:\d{1,3}[- ]year[- ]old )?$")
_STOP = re.compile(r"[.!?;\n]|\b(?:and|by|with|while|when)\b|[A-Z]\w+")


@dataclasses.dataclass(frozen=True, slots=True)
class Person:
    """Somebody whose age an article tells."""

    parts: frozenset[str]
    """``victim``, ``doer``, ``caller``; empty where none is told."""
    sex: str
    """``female``, ``male``, empty where nothing says."""
    grown: bool | None
    """Whether of age; ``None`` where the age leaves it open."""
    states: frozenset[str]
    """What befell him: ``killed``, ``injured`` ..."""


def only_such(a: View, b: View, fa: Figure, fb: Figure) -> bool:
    """Whether the two are of one part and sex and, in either article, of nobody else there."""
    one, other = person(a, fa), person(b, fb)
    common = one.parts & other.parts & {"victim", "doer"}
    if not common or one.grown is None or one.grown != other.grown:
        return False
    if "doer" not in common and (_apart(fa, fb) > FARTHEST or _two_fates(one, other)):
        return False
    if not _one_sex(one, other, "doer" in common):
        return False
    return not (_several(a, fa, one) or _several(b, fb, other))


def _one_sex(one: Person, other: Person, doers: bool) -> bool:
    """Whether the two are of one sex; of doers, of whom a story mostly has one, it may be told of
    only one of them."""
    return one.sex == other.sex != "" or (doers and bool(one.sex) != bool(other.sex))


def person(view: View, figure: Figure) -> Person:
    """Him of whom an article tells an age."""
    low, high = _years(figure)
    grown = True if low >= GROWN else False if high < GROWN else None
    named = figure.noun[:1].isupper()
    claims = (view.claim, *view.neighbours)
    of = sex_of_name(view.article.text, figure.noun) if named else sex(figure.noun)
    told = [claim for claim in claims if _tells(claim, figure)]
    parts = frozenset().union(*(_played(claim, figure) for claim in told))
    if named or not parts:
        parts |= frozenset().union(*(_elsewhere(claim, figure.noun) for claim in claims))
    states = frozenset(
        f.role
        for claim in told
        for f in claim.figures
        if f.role in _HARMED and f.low == 1 and _is_of(f, figure)
    )
    return Person(parts | ({"victim"} if states else set()), of, grown, states)


def _tells(claim: Claim, figure: Figure) -> bool:
    """Whether a claim tells this very age of one called so."""
    return any(f.noun == figure.noun and f.low == figure.low for f in single_ages(claim))


def _is_of(count: Figure, age: Figure) -> bool:
    """Whether who is counted is the one so old."""
    return age.text in count.text or age.noun == count.noun or _word(age.noun, count.text)


def _word(word: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text) is not None


def _played(claim: Claim, figure: Figure) -> frozenset[str]:
    """What parts the claim that gives his age says he has."""
    told = part(claim, figure)
    agent = claim.happening.agent if claim.happening else ""
    if told == "self" or (_OWN_HAND.search(claim.text) and _word(figure.noun, agent)):
        return frozenset({"doer", "victim"})
    return frozenset(filter(None, (told, _BY_NOUN.get(figure.noun, ""))))


def _elsewhere(claim: Claim, noun: str) -> frozenset[str]:
    """The part a claim gives to him who is called by a name, or as "the man"."""
    told = claim.happening
    if told is None:
        return frozenset()
    called = _called(noun)
    done, suffered = called.search(told.agent), called.search(told.patient)
    if (done or suffered) and told.sense in HELD_FOR:
        return frozenset({"doer"})
    if suffered and told.sense in HARMS | SUFFERED:
        return frozenset({"victim"})
    return frozenset({"doer"}) if done and told.sense in HARMS else frozenset()


@functools.lru_cache(maxsize=REMEMBERED)
def _called(noun: str) -> re.Pattern[str]:
    """A name by itself, not "Lind's friend"; or the noun with "the" alone."""
    if noun[:1].isupper():
        return re.compile(rf"\b{re.escape(noun)}\b(?!['’])")
    return re.compile(rf"^the {re.escape(noun)}$", re.IGNORECASE)


def _several(view: View, figure: Figure, mine: Person) -> bool:
    """Whether an article tells of somebody else who may be such a one."""
    many = _MANY.get((mine.sex, mine.grown is True), _DOERS)
    for several in (many, _DOERS) if "doer" in mine.parts else (many,):
        if several.search(view.article.text):
            return True
    for claim in (view.claim, *view.neighbours):
        for f in single_ages(claim):
            if f.low != figure.low and _may_be(person(view, f), mine):
                return True
        if any(_other_fate(f, figure, mine) for f in claim.figures):
            return True
    return False


def _may_be(other: Person, mine: Person) -> bool:
    parts = not (other.parts and mine.parts) or bool(other.parts & mine.parts)
    sexes = not (other.sex and mine.sex) or other.sex == mine.sex
    return parts and sexes and other.grown in (None, mine.grown)


def _other_fate(count: Figure, figure: Figure, mine: Person) -> bool:
    """Whether one of this sex died where this one was hurt, or the other way round."""
    if count.noun != figure.noun or not mine.states or count.low != 1:
        return False
    return ("killed" in mine.states and count.role in _HURT) or (
        mine.states <= _HURT and count.role == "killed"
    )


def _two_fates(one: Person, other: Person) -> bool:
    """Whether one was killed and the other only hurt."""
    killed = "killed" in one.states, "killed" in other.states
    return any(killed) and not all(killed) and bool(one.states and other.states)


@functools.lru_cache(maxsize=REMEMBERED)
def sex_of_name(text: str, name: str) -> str:
    """The sex of one who is named, by the nouns and pronouns beside the name in a text; empty
    where there are none, or they differ."""
    found = set()
    for match in re.finditer(rf"\b{re.escape(name)}\b", text):
        before = _TITLE.search(text[max(0, match.start() - 40) : match.start()])
        after = text[match.end() : match.end() + 120]
        stop = _STOP.search(after)
        pronoun = _TOLD_BY.search(after[: stop.start()] if stop else after)
        word = (before and sex(before[1])) or (pronoun and sex(pronoun[0]))
        if word and not after.startswith(("'", "’")):
            found.add(word)
    return found.pop() if len(found) == 1 else ""


def _years(figure: Figure) -> tuple[float, float]:
    year, _ = in_base_units(1, "year")
    high = figure.low if figure.high is None else figure.high
    low, last = (in_base_units(n, figure.unit or "year")[0] / year for n in (figure.low, high))
    return low, last


def _apart(a: Figure, b: Figure) -> float:
    (first, end), (other, last) = _years(a), _years(b)
    return max(other - end, first - last, 0)
