"""False friends: words that look like a date and are none.

Each check gets the tokens, the stretch and the parse, and says whether the date may stand.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from claims.dates.chart import Lexeme, Node
from claims.dates.clauses import token_at, verb_of
from claims.dates.lexicon import MONTHS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LEADS = frozenset(
    "in since until till of by before after during from through throughout around circa between "
    "for on last this next early late mid past and or to than - ( into over within".split()
)
_YEAR_LEADS = frozenset(
    "in since until till of by before after during from through throughout around circa about "
    "mid early late for into than".split()
)
_TO_LEADS = frozenset("back prior up dates dated dating".split())
_DETERMINERS = frozenset("the a an its his her their our this that 's whose".split())
_WHOSE = frozenset("his her their its my our your 's whose".split())
_COUNTED = frozenset(
    "people persons troops soldiers fighters men women children civilians residents refugees "
    "families homes houses rounds rockets shells strikes airstrikes prisoners detainees bodies "
    "dollars pounds euros feet meters metres miles kilometers kilometres km m percent % tons "
    "tonnes acres block hours days weeks months years times points votes students workers cars "
    "vehicles units pieces members officers militants rebels casualties dead deaths wounded".split()
)
"""Nouns a number before them counts."""
_NAME_BEFORE = frozenset("black bloody ruby freaky fat".split())
_NAME_AFTER = frozenset(
    "times telegraph mirror express herald post mail sun people world independent business "
    "movement alliance brigade brigades battalion coalition square street bridge avenue martyrs "
    "boulevard road university hospital school park football live magazine tribune gazette "
    "journal chronicle review st ave blvd".split()
)
"""Capitalised words after a date that make a name with it: papers, movements, streets."""
_STREET = frozenset(
    "st street ave avenue road rd drive dr boulevard blvd lane ln court ct place pl way highway "
    "hwy parkway pkwy terrace circle".split()
)
_RECURRING = frozenset("every each any all most alternate".split())
_SHORT_DAYS = frozenset(name for name in WEEKDAYS if len(name) <= 5 and name != "day")
_WORDLIKE_MONTHS = frozenset({"may", "march", "mar", "dec", "jan", "sep", "jun"})
_GIVEN_NAMES = frozenset({"april", "may", "june", "august", "jan"})
_SURNAMES = frozenset({"may", "march", "august", "june", "april"})
_MOVING = frozenset("move postpone delay reschedule change shift push put bring".split())
_TIME_WORDS = frozenset(
    "at around about by before after from between until o'clock oclock gmt local half shortly "
    "just noon midnight utc est edt".split()
)
_MODAL = frozenset({"AUX", "VERB"})


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A constituent among the tokens of its sentence."""

    doc: Doc
    lexemes: Sequence[Lexeme]
    node: Node

    def word(self, offset: int) -> str:
        """The token in lower case ``offset`` places before (negative) or after the stretch."""
        index = self.node.first + offset if offset < 0 else self.node.last - 1 + offset
        return self.lexemes[index].low if 0 <= index < len(self.lexemes) else ""

    def written(self, offset: int) -> str:
        index = self.node.first + offset if offset < 0 else self.node.last - 1 + offset
        return self.lexemes[index].text if 0 <= index < len(self.lexemes) else ""

    @property
    def inside(self) -> Sequence[Lexeme]:
        return self.lexemes[self.node.first : self.node.last]

    @property
    def lone(self) -> str:
        """The only word of the stretch, articles aside; empty when there are more."""
        words = [lexeme.low for lexeme in self.inside if lexeme.low != "the"]
        return words[0] if len(words) == 1 else ""

    def tag(self, offset: int) -> tuple[str, str, str]:
        """Part of speech, tag and dependency of the token ``offset`` places away (0: first)."""
        index = self.node.first + offset if offset <= 0 else self.node.last - 1 + offset
        if not 0 <= index < len(self.lexemes):
            return "", "", ""
        lexeme = self.lexemes[index]
        token = token_at(self.doc, lexeme.start, lexeme.end)
        return (token.pos_, token.tag_, token.dep_) if token is not None else ("", "", "")


def _glued(place: Place) -> bool:
    """Part of a longer number, code or address of the web: 133-03-2016, a/2016, x_2016."""
    text = place.doc.text
    start, end = place.inside[0].start, place.inside[-1].end
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if re.search(r"[\w&=#@$£€/]\Z", before) or re.match(r"\w|[/&=]\w|[.,]\d", after):
        return True
    digits = place.inside[0].low[0].isdecimal()
    return (digits and bool(re.search(r"[\d\w][-.:,]\Z|[$£€]\s\Z", before))) or (
        place.inside[-1].low[-1].isdecimal() and bool(re.match(r"[-:]\d", after))
    )


def _ends_badly(place: Place) -> bool:
    return place.inside[-1].low in {",", "of", "in", "/", "-", "the", "on", "at"} or place.inside[
        0
    ].low in {",", "-", "/", ":"}


def _recurring(place: Place) -> bool:
    return place.word(-1) in _RECURRING or (
        place.word(-1) in {"other", "one"} and place.word(-2) in _RECURRING
    )


def _modal(place: Place) -> bool:
    """ "This may take", "to march": a month's name that is a verb here."""
    for index, lexeme in enumerate(place.inside, start=place.node.first):
        if lexeme.low not in {"may", "march"} or lexeme.text[:1].isupper():
            continue
        beside = (*place.lexemes[max(index - 1, 0) : index], *place.lexemes[index + 1 : index + 2])
        classes = {name for neighbour in beside for name, _ in neighbour.classes}
        token = token_at(place.doc, lexeme.start, lexeme.end)
        if classes.isdisjoint({"<num>", "<ord>", "<year>"}) and (
            token is not None and token.pos_ in _MODAL
        ):
            return len(place.inside) > 1 or place.word(-1) not in {"in", "since", "of"}
    return False


def _bare_clock(place: Place) -> bool:
    """ "2:51" alone is the length of a film or a score; "at 2:51" is a time."""
    if place.node.category != "TIME":
        return False
    classes = {name for lexeme in place.inside for name, _ in lexeme.classes}
    words = {lexeme.low for lexeme in place.inside}
    return classes.isdisjoint({"<ampm>", "<part>"}) and words.isdisjoint(_TIME_WORDS)


def _in_ones_decade(place: Place) -> bool:
    """ "In his 20s", "mid-60s" are ages; "the 90s", "'90s" and "1990s" are years."""
    for index, lexeme in enumerate(place.inside, start=place.node.first):
        if dict(lexeme.classes).get("<decade>") is None:
            continue
        short = not re.match(r"'|\d{4}", lexeme.low)
        return short and (index == 0 or place.lexemes[index - 1].low != "the")
    return False


def _day_after_day(place: Place) -> bool:
    return place.word(1) == "day" and place.inside[-1].low in {"after", "before"}


def _rescheduled(place: Place) -> bool:
    """ "Moved from Monday to Tuesday" gives two days, not a stretch."""
    if place.node.category != "RANGE" or "from" not in (place.inside[0].low, place.word(-1)):
        return False
    token = token_at(place.doc, place.inside[0].start, place.inside[-1].end)
    verb = verb_of(token) if token is not None else None
    return verb is not None and verb.lemma_ in _MOVING


def _name(place: Place) -> bool:
    """ "The Sunday Times", "Black September", "April 6 Movement"."""
    if place.word(-1) in _NAME_BEFORE and place.inside[0].text[:1].isupper():
        return True
    after = place.written(1)
    return after[:1].isupper() and after.lower() in _NAME_AFTER


def _ones_year(place: Place) -> bool:
    """ "His last year of school", "her last days": a part of a life."""
    words = [lexeme.low for lexeme in place.inside]
    return words[0] in {"last", "next", "past"} and place.word(-1) in _WHOSE


_FEASTS = frozenset("halloween christmas easter thanksgiving".split())
_HELD_EARLY = frozenset("party parties costume costumes themed decorations lights tree ham".split())


def _feast_of_its_own(place: Place) -> bool:
    """ "A Halloween party", "Christmas lights": held, or hung, on other days than the feast's."""
    return place.lone in _FEASTS and place.word(1) in _HELD_EARLY


def _two_lengths(place: Place) -> bool:
    """ "The last three months, and two days ago": a length and a date, not one sum."""
    return place.inside[-1].low == "ago" and place.word(-1) in {"last", "past", "previous"}


def _on_a_day(place: Place) -> bool:
    """ "On a Sunday" is any Sunday; "in a Sunday interview" is one."""
    return (
        place.lone in WEEKDAYS
        and place.word(-1) in {"a", "an"}
        and place.tag(1)[0] not in ("NOUN", "PROPN", "ADJ")
    )


def _short_weekday(place: Place) -> bool:
    """ "Sun", "sat", "wed": a day only where a capital and a lead say so."""
    if place.lone not in _SHORT_DAYS:
        return False
    return not (
        place.inside[0].text[:1].isupper()
        and place.word(-1) in {"on", "last", "next", "this", "since", "until", "by", "from", ","}
    )


def _lone_month(place: Place) -> bool:
    """ "May", "march", "April" the name."""
    low = place.lone
    if low not in MONTHS:
        return False
    text, lead = place.inside[0].text, place.word(-1)
    if low in _WORDLIKE_MONTHS or not text[:1].isupper():
        if place.tag(0)[0] in _MODAL and lead not in {"in", "since", "of", "last", "until"}:
            return True
        if lead not in _LEADS or lead in {"to", "and", "or", "-", "("}:
            return not (text[:1].isupper() and place.word(1) in {"'s"} and lead in {"the", ""})
    if text.isupper() and len(text) == 3 and lead not in _LEADS:
        return True
    if low in _GIVEN_NAMES and lead not in _LEADS:
        pos, _, dep = place.tag(0)
        name_follows = place.written(1)[:1].isupper()
        return name_follows or dep in ("nsubj", "nsubjpass", "dobj") or pos in _MODAL
    return (
        low in _SURNAMES
        and place.written(-1)[:1].isupper()
        and place.tag(-1)[0] == "PROPN"
        and lead not in _LEADS
    )


def _counting(place: Place) -> bool:
    """ "In April 15 people died": the number counts what follows it."""
    last = place.inside[-1]
    if not last.low.isdecimal() or len(place.inside) < 2:
        return False
    if int(last.low) > 31 and place.word(1) not in _COUNTED:
        return False
    follows = place.word(1) in _COUNTED
    return follows and place.word(-1) != "on"


def _that_clause(place: Place) -> bool:
    """ "Said that Monday would bring": the word only joins clauses."""
    return place.inside[0].low == "that" and place.tag(0)[0] == "SCONJ"


def _proper_today(place: Place) -> bool:
    """ "Russia Today" and the like."""
    text = place.inside[0].text
    return (
        place.lone in {"today", "tomorrow", "yesterday", "tonight"}
        and text[:1].isupper()
        and place.node.first > 0
        and place.written(-1)[:1].isupper()
    )


def _foreign_independence(place: Place) -> bool:
    """Another country's independence day has another date."""
    words = [lexeme.low for lexeme in place.inside]
    return words[:2] == ["independence", "day"] and place.word(-1) in {"'s", "'"}


def _odd_season(place: Place) -> bool:
    """ "The fall of Aleppo"."""
    return place.lone in SEASONS and place.word(1) in {"of", "offensive"}


def _bare_year(place: Place) -> bool:
    """A number is a year where a word before it says so and it counts nothing."""
    if not place.inside[-1].low.isdecimal():
        # "In nineteen eighty-four", but not "two thousand twenty meals".
        counts = place.tag(1)[0] in ("NOUN", "ADJ", "NUM", "PROPN")
        return place.word(-1) not in {"in", "since", "until", "by", "of"} or counts
    if place.word(1) in {"or", "and"} and place.word(2) in {"later", "after"}:
        return place.word(-1) not in _YEAR_LEADS | {"on"}
    year = int(place.inside[-1].low)
    lead, before, after = place.word(-1), place.word(-2), place.word(1)
    if after == "'s" and 1900 <= year <= 2099:
        return False
    if after in _COUNTED or _street_follows(place):
        return True
    if lead in _DETERMINERS:
        pos, tag, _ = place.tag(1)
        named = pos == "NUM" and place.written(1)[:1].isupper()  # "the 1967 Six Day War"
        plain = 1800 <= year <= 2099 and (named or pos in ("NOUN", "PROPN", "ADJ", "VERB"))
        return not plain or (tag == "NNS" and year % 100 == 0)
    if lead == "to":
        return before not in _TO_LEADS
    if lead in {"and", "or", ",", "-"}:
        return not re.fullmatch(r"(1[89]|20)\d\d", before)
    if lead == "(":
        return after not in {")", ","} or not 1900 <= year <= 2099
    if lead not in _YEAR_LEADS:
        return True
    if lead in {"for", "about", "around", "than", "into", "by", "of"} and not 1900 <= year <= 2099:
        return True
    pos, tag, _ = place.tag(1)
    if tag == "NNS" and place.node.first > 1:
        return lead not in {"in", "since", "during"} or year % 100 == 0
    if tag == "NNS":
        return year % 100 == 0
    return pos == "NOUN" and not 1800 <= year <= 2099


def _street_follows(place: Place) -> bool:
    if not place.written(1)[:1].isupper() and not place.written(1)[:1].isdecimal():
        return False
    return any(place.word(offset) in _STREET for offset in range(2, 6)) or (
        place.word(1) in _STREET
    )


def _bare_day(place: Place) -> bool:
    """ "The 21st" with nothing after it that it could count or rank."""
    pos, _, _ = place.tag(1)
    leads = {"on", "until", "till", "by", "since", "from", "around", "before", "after", "to", "and"}
    if place.inside[0].low in WEEKDAYS:
        return pos not in ("", "PUNCT", "ADP", "CCONJ") or place.word(1) in {"-", ":"}
    return (
        place.word(-1) not in leads
        or pos not in ("", "PUNCT", "CCONJ", "SCONJ")
        or not re.match(r"\d", place.inside[-1].low)
    )


def _bare_slash(place: Place) -> bool:
    """ "4/23" needs a lead; "24/7" and fractions have none."""
    leads = set("on since until by from between to and or - , this next".split())
    return place.word(-1) not in leads or place.inside[0].low in {"1/2", "1/3", "1/4", "2/3", "3/4"}


def _bare_season(place: Place) -> bool:
    return place.word(-1) not in {"in", "over", "during", "throughout", "since", "by"} or (
        place.word(1) in {"of", "offensive"}
    )


def _bare_quarter(place: Place) -> bool:
    """ "In Q1"; alone it may be anything, a tram or a question."""
    return place.word(-1) not in {"in", "since", "for", "during", "of", "from", "and", "to", "by"}


def _dating(place: Place) -> bool:
    """ "Up to date", "to date the bones"; "the worst to date" stands alone."""
    return place.word(-1) in {"up", "from", "due"} or place.tag(1)[0] not in (
        "", "PUNCT", "CCONJ", "ADP", "SCONJ", "VERB", "AUX", "ADV",
    )  # fmt: skip


def _last_unit(place: Place) -> bool:
    """ "The last day" is a window only after "over", "in" and the like."""
    words = [lexeme.low for lexeme in place.inside]
    return (
        len(words) == 3
        and words[:2] == ["the", "last"]
        and place.word(-1) not in {"over", "in", "during", "within", "for", "throughout"}
    )


def _time_number(place: Place) -> bool:
    """ "On Monday 3-1": a score."""
    words = [lexeme.low for lexeme in place.inside]
    return (
        place.node.category == "MOMENT"
        and words[-1].isdecimal()
        and int(words[-1]) < 100
        and place.tag(1)[0] not in ("", "PUNCT", "ADP", "CCONJ", "SCONJ")
    )


Check = Callable[[Place], bool]
_ALL: tuple[Check, ...] = (
    _modal,
    _bare_clock,
    _in_ones_decade,
    _day_after_day,
    _two_lengths,
    _ones_year,
    _feast_of_its_own,
    _rescheduled,
    _glued, _ends_badly, _recurring, _name, _on_a_day, _short_weekday, _lone_month, _counting,
    _that_clause, _proper_today, _foreign_independence, _odd_season, _last_unit, _time_number,
)  # fmt: skip
_BARE: dict[str, Check] = {
    "BAREYEAR": _bare_year,
    "BAREDAY": _bare_day,
    "SLASHDAY": _bare_slash,
    "BARESEASON": _bare_season,
    "BAREQUARTER": _bare_quarter,
    "TODATE": _dating,
}
"""What stands for a date only in the right company."""


def names_something_else(doc: Doc, lexemes: Sequence[Lexeme], node: Node) -> bool:
    """Whether the constituent is part of a name, so that nothing in it is a date either."""
    return _name(Place(doc, lexemes, node))


def may_stand(doc: Doc, lexemes: Sequence[Lexeme], node: Node) -> bool:
    """Whether no false friend's mark is on the constituent."""
    place = Place(doc, lexemes, node)
    if any(check(place) for check in _ALL):
        return False
    bare = _BARE.get(node.category)
    return bare is None or not bare(place)
