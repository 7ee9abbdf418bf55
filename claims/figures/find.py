"""A parsed sentence to its figures: the parts put together, in one order.

Numbers first, then what is no figure taken out, then units, then what is counted, then what
befell it, then parts and wholes. Each step is a table or a reader in a file of its own.
"""

from __future__ import annotations

import dataclasses
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.figures.ages import Age, find_ages
from claims.figures.attach import own_words, role_of
from claims.figures.bounds import BOUNDS, interval, way_before
from claims.figures.changes import tell_changes
from claims.figures.compounds import compounds
from claims.figures.draft import Draft
from claims.figures.families import OF_BOTH, family_before, of_family, stands_alone
from claims.figures.fates import tell_fates
from claims.figures.furniture import furniture, is_year, touches
from claims.figures.kinds import is_known, is_person
from claims.figures.nouns import (
    Phrase,
    frame_after,
    lemma,
    lemma_of_word,
    phrase_after,
    said_of,
)
from claims.figures.persons import PRONOUNS, persons
from claims.figures.quantities import Quantity, quantities
from claims.figures.roles import CASUALTY, NOUN, PERSON_NOUNS
from claims.figures.scopes import MANNERS, modifier, scope_after, window
from claims.figures.single import singles
from claims.figures.sole import soles
from claims.figures.subsets import join_parts
from claims.figures.sums import add_up
from claims.figures.units import DURATIONS, money_before, unit_after
from claims.figures.unnamed import left_out, tells_change
from claims.figures.words import word_set
from claims.parse import Parsed
from claims.records import Figure

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_WINDOW_BEFORE = re.compile(
    r"\b(?:past|last|next|previous|coming|first|final|every|recent|these|those)\s+$", re.IGNORECASE
)
_WINDOW_AFTER = re.compile(r"^\s+(?:ago|later|earlier|before|after|since|prior|from\s+now)\b", re.I)
_MILLIONS = re.compile(r"m\b")
"""Glued to a sum of money: "$1.2m"; elsewhere it is a metre."""
_LASTED = re.compile(r"\bfor\s+$", re.IGNORECASE)
""" "Was out for two days before finding him guilty" tells how long it took."""
_ADJECTIVAL = re.compile(r"^-\s?[A-Za-z]")
_NOTHING_COUNTED = word_set(
    "report account time thing way word side hand point question reason rest sense respect"
)
_BEFORE_ONE = word_set(
    "killing killed kills kill wounding wounded wounds wound injuring injured injures injure "
    "hurting hurts and leaving leaves"
) | {""}
_REMAINS = frozenset({"body", "corpse", "martyr", "slaying", "survivor"})
_FROM_AND = re.compile(r"\s+(?:from|of|with)\s[^,;.]{1,60}?\s(?:and|as well as)\s+", re.IGNORECASE)
""" "killing two men from Orsa and three men from Mora"."""
_MAX_FIGURE = 1e15
""" Digits beyond this are no number of a news text (hostile or a code)."""


def find_figures(parsed: Parsed) -> tuple[Figure, ...]:
    """The figures of a sentence, sorted by start; empty when there are none.

    An age may lie within the person it is of ("a 17-year-old boy"), a member within its sum ("a
    woman and two children"); no others overlap.

    ``text`` is cut from the sentence made plain: cut it anew from the article by the offsets
    where the article's own characters matter.
    """
    text, doc = parsed.sentence.text, parsed.doc
    ages = find_ages(doc)
    blocked = sorted([*furniture(text), *((age.start, age.end) for age in ages)])
    drafts = [d for q in quantities(text) if (d := _draft(doc, text, q, blocked)) is not None]
    drafts = _apart([*drafts, *compounds(doc), *soles(doc)])
    for more in (singles, persons):
        drafts = _apart([*drafts, *(d for d in more(doc, drafts) if not _meets(d, drafts))])
    aged = [_of_age(age) for age in ages]
    _share_noun(text, drafts)
    _hand_on(text, drafts)
    drafts = [d for d in drafts if d.role or not d.single]
    tell_changes(text, drafts)
    join_parts(text, drafts)
    tell_fates(text, drafts)
    drafts = [
        d for d in add_up(text, drafts, aged) if text[d.start : d.end].lower() not in PRONOUNS
    ]
    for n in range(len(drafts)):
        _finish(text, doc, drafts, n)
    drafts = sorted([*drafts, *aged], key=lambda d: (d.start, -d.end))
    return tuple(d.figure(text, parsed.sentence.start) for d in drafts if _worth(d))


def _meets(draft: Draft, drafts: list[Draft]) -> bool:
    return any(draft.start < d.end and d.start < draft.end for d in drafts)


def _of_age(age: Age) -> Draft:
    return Draft(age.start, age.end, age.low, age.high, "exact", age.noun, age.unit, "age")


def _apart(drafts: list[Draft]) -> list[Draft]:
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.start, -d.end)):
        if not kept or draft.start >= kept[-1].end:
            kept.append(draft)
    return kept


def _worth(draft: Draft) -> bool:
    """A number that counts nothing and measures nothing says nothing."""
    if draft.high is not None and abs(draft.high) > _MAX_FIGURE:
        return False
    if draft.low == draft.high == 0 and not (draft.role or draft.unit or draft.scope):
        return False
    if draft.unit == "percent" and draft.low == 100 and not (draft.role or is_known(draft.noun)):
        return False  # "all efforts"
    return bool(draft.noun or draft.unit or draft.role)


def _draft(doc: Doc, text: str, q: Quantity, blocked: list[tuple[int, int]]) -> Draft | None:
    """The figure of a number, or ``None`` where it measures and counts nothing."""
    if touches(blocked, q.core, q.close):
        return None
    measure = _measure(text, q)
    if measure is not None:
        if measure.unit == "percent" and measure.noun:
            _attach_share(doc, measure)
        return measure if measure.unit else None
    span = doc.char_span(q.start, q.end, alignment_mode="expand")
    if span is None or _glued(doc, q, span.start):
        return None
    phrase = phrase_after(doc, span.end - 1)
    if not _counts(doc, text, q, span, phrase):
        return None
    word = _word(text, q)
    draft = Draft(
        q.start, max(q.end, _end(doc, phrase.last)), q.low, q.high, q.bound, phrase.noun, q.unit,
        first=span.start, last=max(phrase.last, span.end - 1), head=phrase.head,
        bare=not phrase.noun, scope=phrase.part,
    )  # fmt: skip
    if draft.bare and not draft.unit:
        draft.noun = said_of(doc, draft.last) or left_out(doc, span, q.end)
        draft.bare = not draft.noun
    if q.low < 0:
        draft.low, draft.high = abs(q.low), abs(q.high or 0)
    if _changed(text, q, phrase):
        return dataclasses.replace(draft, end=q.end, noun="", bare=True)
    _attach(doc, draft, phrase)
    if word in ("both", "all") and draft.scope in ("of them", "of whom", "of those"):
        draft.scope = ""  # the whole is no part
    if word == "both" and not _plural(phrase):
        draft.noun = "person"
        return draft if draft.role in OF_BOTH else None
    if draft.bare and (family := family_before(doc, span.start)) is not None:
        return of_family(doc, draft, family)
    return draft


def _counts(doc: Doc, text: str, q: Quantity, span: Span, phrase: Phrase) -> bool:
    """Whether the number of the tokens ``span`` counts something, by the phrase behind it."""
    word, plural = _word(text, q), _plural(phrase)
    if q.digits and is_year(text, q.core, q.close, plural):
        return False
    if text[q.close : q.end].startswith("-") and phrase.head is not None and not plural:
        return False  # "the 55-plus community"
    if word == "one" and q.low == q.high == 1 and not _one(doc, q, phrase):
        return False
    if word == "both" and not plural and not stands_alone(doc, span, phrase):
        return False
    if word == "most" and _superlative(doc, span.end):
        return False
    if phrase.noun in _NOTHING_COUNTED or (word == "mostly" and not is_known(phrase.noun)):
        return False
    of_something = bool(phrase.part or phrase.noun)
    return q.unit != "percent" or of_something or _changed(text, q, phrase)


def _changed(text: str, q: Quantity, phrase: Phrase) -> bool:
    """Whether it is the share by which something rose or fell: "rose by half"."""
    share = q.unit == "percent" and not phrase.part
    return share and bool(q.values) and tells_change(text, q.start)


def _word(text: str, q: Quantity) -> str:
    """The number as written, without what bends it."""
    return text[q.core : q.close].lower()


def _attach_share(doc: Doc, draft: Draft) -> None:
    """ "12 percent of the houses were destroyed": what befell the noun befell the share."""
    whole = next((t for t in doc if t.idx > draft.end and t.pos_ in ("NOUN", "PROPN")), None)
    if whole is not None and lemma(whole) == draft.noun:
        draft.role = role_of(doc, whole.i, whole.i, draft.noun, whole, tolls=False)


def _attach(doc: Doc, draft: Draft, phrase: Phrase) -> None:
    own = own_words(doc, draft.first, draft.last, draft.noun)
    draft.role = own or phrase.role
    draft.explicit = bool(draft.role)
    if not draft.role:
        draft.role = role_of(doc, draft.first, draft.last, draft.noun, draft.head)
    told = own and phrase.part and own != phrase.role  # "two of the wounded died"
    if phrase.head is not None and not told and (role := _event_noun(phrase)):
        draft.role, draft.explicit = role, True


def _event_noun(phrase: Phrase) -> str:
    """The counted noun itself says what befell: "12 deaths", "55 wounded", "nine bodies"."""
    assert phrase.head is not None
    base = phrase.head.lower_ if phrase.head.lower_ in NOUN else lemma(phrase.head)
    return NOUN.get(base, "") if base in PERSON_NOUNS or base in _REMAINS else ""


def _end(doc: Doc, last: int) -> int:
    return int(doc[last].idx + len(doc[last]))


def _superlative(doc: Doc, after: int) -> bool:
    """ "the most violent clashes": no share of the clashes."""
    return after < len(doc) and doc[after].pos_ in ("ADJ", "ADV", "VERB")


def _plural(phrase: Phrase) -> bool:
    return phrase.head is not None and phrase.head.tag_ in ("NNS", "NNPS")


def _glued(doc: Doc, q: Quantity, first: int) -> bool:
    """Inside a longer word or code: "T-72", "3D", "four-door"."""
    text = doc.text
    if q.core and (text[q.core - 1].isalnum() or (text[q.core - 1] in "-_/." and q.digits)):
        beside = text[q.core - 2 : q.core - 1]
        if text[q.core - 1] == "/" and beside.isalpha():
            return False
        return beside == "" or beside.isalnum()
    # "100-plus people": what bends the number is no word that it is glued to.
    close = max(q.close, q.end)
    after = text[close : close + 2]
    if after[:1].isalpha() or after[:1] == "_":
        return True
    return bool(_ADJECTIVAL.match(after)) and not _counts_persons(text[close : close + 16])


def _counts_persons(tail: str) -> bool:
    return bool(re.match(r"-(?:member|person|man|strong)\b", tail))


def _one(doc: Doc, q: Quantity, phrase: Phrase) -> bool:
    """ "one" counts before a noun or as somebody; not as "this one", "one can say"."""
    before = text_before(doc.text, q.start)
    span = doc.char_span(q.start, q.end, alignment_mode="expand")
    if before == "that" and span is not None and span.start and doc[span.start - 1].tag_ == "IN":
        before = ""  # "said that one person"
    if before in ("no", "not", "the", "this", "that", "each", "every", "any", "which", "another"):
        return False
    if phrase.head is not None or phrase.part or phrase.noun or before in _BEFORE_ONE:
        return True
    return bool(re.match(r"\s(?:dead|was|were|is)\b", doc.text[q.close : q.close + 6]))


def text_before(text: str, start: int) -> str:
    """The word that ends before an offset, lower case; empty at the start."""
    match = re.search(r"(\w+)\s+$", text[max(0, start - 20) : start])
    return match[1].lower() if match else ""


def _measure(text: str, q: Quantity) -> Draft | None:
    """Money, shares, distances, spans of time; one without a unit says: a measure of no use."""
    low, high, end, start = q.low, q.high, q.end, q.start
    if money := money_before(text, q.core):
        start, unit = min(q.start, money[0]), money[1]
        bound = q.bound
        begin, way = way_before(text, money[0])
        if way and q.bound == "exact" and q.high is not None:
            start, bound = begin, BOUNDS[way]
            low, high = interval(q.low, q.high, way, whole=False)
        if match := _MILLIONS.match(text, q.close):
            low, high, end = low * 1e6, None if high is None else high * 1e6, max(end, match.end())
        if (after := unit_after(text, q.close)) and (after[1] == unit or after[2] == 0.01):
            end = max(end, after[0])
        return Draft(start, end, low, high, bound, "", unit)
    if q.unit:
        return None
    # "20-some years": the unit stands behind what bends the number.
    after = unit_after(text, q.end if text[q.close : q.end].startswith("-") else q.close)
    if after is None:
        return None
    end, unit, factor = max(end, after[0]), after[1], after[2]
    if unit in DURATIONS and _is_window(text, q, end):
        return Draft(start, end, low, high, q.bound)
    if unit in ("kilogram", "pound") and text[end : end + 5] == " bomb":
        return Draft(start, end, low, high, q.bound, "", unit)
    low, high = _unstepped(q, low), high
    low, high = low * factor, None if high is None else high * factor
    noun = _share_of(text, end) if unit == "percent" else ""
    return Draft(start, end, low, high, q.bound, noun, unit)


def _share_of(text: str, end: int) -> str:
    match = re.match(r"\s+of\s+(?:the\s+|all\s+|its\s+|those\s+)?([a-z]+)", text[end : end + 40])
    if match is None:
        return ""
    return lemma_of_word(match[1])


def _is_window(text: str, q: Quantity, end: int) -> bool:
    """ "the past 24 hours", "two days later" are dates, not figures."""
    before = text[max(0, q.start - 16) : q.start]
    return bool(
        _WINDOW_BEFORE.search(before)
        or (not _LASTED.search(before) and _WINDOW_AFTER.match(text[end : end + 12]))
    )


def _share_noun(text: str, drafts: list[Draft]) -> None:
    """ "40 army and 25 rebel fighters": the first number counts fighters too, of the army."""
    for before, after in pairwise(drafts):
        singular = before.head is not None and before.head.tag_ in ("NN", "NNP", "JJ")
        plural = after.head is not None and after.head.tag_ in ("NNS", "NNPS")
        if not (singular and plural and before.low > 1) or before.unit or is_person(before.noun):
            continue
        if text[before.end : after.start].strip(" ,") in ("and", "or"):
            assert before.head is not None
            assert after.head is not None
            before.scope = before.scope or before.head.text
            after.scope = after.scope or text[_own_start(text, after) : after.head.idx].strip()
            before.noun, before.role = after.noun, after.role or before.role


def _own_start(text: str, draft: Draft) -> int:
    """Where the words between a draft's number and its noun begin."""
    read = quantities(text[draft.start : draft.end])
    return draft.start + (read[0].end if read else 0)


def _hand_on(text: str, drafts: list[Draft]) -> None:
    """Coordinated figures share what befell them: "12 men and 3 women were killed"."""
    counts = [d for d in drafts if not d.unit]
    for before, after in pairwise(counts):
        gap = text[before.end : after.start]
        if not re.fullmatch(
            r"\s*(?:,\s*)?(?:(?:and|or|as well as|along with|in addition to|plus)\s+)?(?:also\s+)?",
            gap,
        ):
            if _FROM_AND.fullmatch(gap) and before.explicit and _goes_on(after):
                after.role = before.role
            continue
        if after.role and not before.role and not before.bare:
            before.role = after.role
        elif before.role and not after.role and not after.bare:
            after.role = before.role


def _goes_on(draft: Draft) -> bool:
    """Whether a person has no state of its own, nor a verb whose subject it is."""
    subject = draft.head is not None and draft.head.dep_ in ("nsubj", "nsubjpass")
    return not draft.explicit and not subject and is_person(draft.noun)


def _finish(text: str, doc: Doc, drafts: list[Draft], n: int) -> None:
    draft = drafts[n]
    if draft.unit and draft.unit != "percent":
        return
    if not draft.noun and draft.role in CASUALTY:
        draft.noun = "person"
    frame = frame_after(doc, draft.last)
    if frame < len(doc):
        text = text[: doc[frame].idx]
    if draft.scope or draft.low == draft.high == 1:
        draft.scope = draft.scope or scope_after(text, _ends(text, draft))
        return
    rest = drafts[n + 1 :]
    behind = (d.start for d in rest if d.start >= draft.end and not d.scope.startswith("of "))
    draft.scope = (
        (window(text, draft.start, draft.end, next(behind, len(text))) if draft.role else "")
        or (modifier(doc, draft.first, draft.head.i) if draft.head is not None else "")
        or (_manner(text, draft) if draft.role == "killed" else "")
        or scope_after(text, _ends(text, draft))
    )


def _manner(text: str, draft: Draft) -> str:
    beside = MANNERS.search(text[max(0, draft.start - 14) : draft.start]) or MANNERS.search(
        text[draft.end : draft.end + 20]
    )
    return beside.group() if beside else ""


_STATE_WORDS = re.compile(
    r"\s*(?:,\s)?(?:(?:who|that)\s)?(?:(?:have|has|had|were|was|are|been|being|reportedly|also)\s){0,4}"
    r"(?:killed|dead|wounded|injured|displaced|arrested|shot|died|missing|fled|hurt|uprooted)\b",
    re.IGNORECASE,
)


def _ends(text: str, draft: Draft) -> list[int]:
    """Where a scope may begin: behind the phrase, and behind what befell it."""
    ends = [draft.end]
    if match := _STATE_WORDS.match(text, draft.end):
        ends.append(match.end())
    return ends


def _unstepped(q: Quantity, low: float) -> float:
    """ "More than 50 km" begins at 50, where "more than 50 people" begins at 51."""
    return max(q.values) if q.high is None and q.values and low == max(q.values) + 1 else low
