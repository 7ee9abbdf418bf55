"""What the clause around a date says of it: to come or past, in the back, since or until."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.dates.chart import Lexeme
from claims.dates.spans import Reading, Setting
from claims.records import WhenRole
from claims.saying import DENYING, DISTANCING, NEUTRAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FUTURE_AUXILIARIES = frozenset("will shall 'll wo would sha".split())
PLANNING = frozenset(
    "schedule expect plan set slate intend hope aim vow pledge agree promise prepare invite "
    "postpone delay reschedule book propose want threaten due urge ask call order let".split()
)
"""Verbs (and "due") after which what is told is still to come."""
_MOVING = frozenset("move push shift".split())
"""Verbs that do so only with the new day itself: "moved to Friday"."""
_SCHEDULED = frozenset("due scheduled slated expected set planned upcoming".split())
NOT_TOLD_YET = frozenset(
    "meet begin start open arrive resume vote expire hold reopen convene kick".split()
)
"""Verbs whose present tense tells a time-table: "the talks begin on Monday"."""
REQUEST = re.compile(r"\b(?:please|let's|let us|shall we|can (?:you|we))\b", re.IGNORECASE)
_PAST_TAGS = frozenset({"VBD", "VBN"})
_SUBORDINATE = frozenset({"relcl", "advcl", "acl"})
_REPORTING = (NEUTRAL | DISTANCING | DENYING) | frozenset(
    "confirm acknowledge reveal admit identify name release testify".split()
)
"""Verbs whose day is that of the report, not that of what it tells."""
_APPOINTMENTS = frozenset(
    "poll election vote referendum runoff summit meeting hearing trial deadline conference talk "
    "ceremony concert match game race session congress anniversary primary".split()
)
"""Nouns for what is on a calendar before it comes."""
_UNPLANNED = frozenset(
    "shooting attack killing murder death crash explosion blast bombing raid massacre accident "
    "fire quake earthquake strike airstrike clash stabbing slaying robbery incident assault".split()
)
"""Nouns for what nobody has on a calendar: "retaliation would follow the shooting on Monday"."""
_FAR = 60
"""Days from publication beyond which a date is background to the news."""

_OPENERS: dict[str, WhenRole] = {
    "since": "since",
    "after": "since",
    "until": "until",
    "till": "until",
    "by": "until",
    "before": "until",
    "starting": "since",
    "commencing": "since",
    "beginning": "since",
    "effective": "since",
}
"""Words before a date that make it an edge. Those not in ``_ALWAYS`` only do so where the date
stands for itself: "after Monday", not "after Monday's raid"."""
_RECURRING = frozenset("every each".split())
_ALWAYS = frozenset({"since", "until", "till"})
_FILLERS = frozenset(
    "the at least about around early as late ever on in only just of start sometime".split()
)
_AS_FAR_AS = (["as", "early", "as"], ["as", "late", "as"])
_CLOSERS = frozenset("on onward onwards".split())
_OPEN = frozenset("from starting beginning".split())


def verb_of(token: Token) -> Token | None:
    """The verb whose clause a token is in; ``None`` in a fragment without one."""
    for step in (token, *token.ancestors):
        if step.pos_ in ("VERB", "AUX"):
            return step
    return None


def is_future(doc: Doc, start: int, end: int) -> bool:
    """Whether the clause around the characters ``[start, end)`` speaks of what is to come."""
    token = token_at(doc, start, end)
    verb = verb_of(token) if token is not None else None
    if verb is None or REQUEST.search(doc.text):
        return bool(REQUEST.search(doc.text))
    if token is not None and _on_a_schedule(token, verb):
        return True
    if token is not None and _of_unplanned(token):
        return False
    chain = [verb]
    while (
        chain[-1].tag_ in ("VB", "VBG", "VBN")
        and chain[-1].dep_ in ("xcomp", "ccomp", "acl", "conj", "advcl")
        and chain[-1].head.pos_ in ("VERB", "AUX", "ADJ", "NOUN")
        and len(chain) < 6
    ):
        chain.append(chain[-1].head)
    return any(_looks_ahead(step, token if step is verb else None) for step in chain)


def of_appointment(doc: Doc, start: int, end: int) -> bool:
    """Whether it names something with a day of its own: "the June 3 poll", "Monday's summit"."""
    token = token_at(doc, start, end)
    attributive = token is not None and token.dep_ in ("compound", "nmod", "poss", "nummod", "amod")
    return attributive and token is not None and token.head.lemma_ in _APPOINTMENTS


def is_report(doc: Doc, start: int, end: int) -> bool:
    """Whether a date is that of someone's speaking: "police said Monday"."""
    token = token_at(doc, start, end)
    verb = verb_of(token) if token is not None else None
    return verb is not None and verb.lemma_ in _REPORTING


def _of_unplanned(token: Token) -> bool:
    """Whether it dates a noun for what was not planned: "the shooting on Saturday"."""
    if token.dep_ == "pobj":
        # Whatever the parser hangs the preposition on: the noun right before it.
        link = token.head
        nouns = {link.head.lemma_, token.doc[link.i - 1].lemma_ if link.i else ""}
        return bool(nouns & _UNPLANNED)
    return token.dep_ in ("compound", "poss", "nmod") and token.head.lemma_ in _UNPLANNED


def _on_a_schedule(token: Token, verb: Token) -> bool:
    """ "Due in June", "the vote scheduled for Monday": what stands between date and verb."""
    for step in token.ancestors:
        if step == verb:
            return False
        if step.lower_ in _SCHEDULED:
            return True
    return False


def _looks_ahead(step: Token, dated: Token | None) -> bool:
    """Whether a verb speaks of what is to come; ``dated`` is its date where it has one itself."""
    own = dated is not None
    helpers = [child for child in step.children if child.dep_ in ("aux", "auxpass")]
    if any(helper.lower_ in FUTURE_AUXILIARIES for helper in helpers):
        return True
    if step.lower_ in FUTURE_AUXILIARIES:
        return True
    if step.lower_ == "going" and any(child.dep_ == "xcomp" for child in step.children):
        return True
    if own and step.tag_ == "VBN" and step.lower_ in ("scheduled", "slated", "due"):
        return True
    if step.lemma_ in PLANNING or (own and step.lemma_ in _MOVING):
        # "Scheduled for Monday" looks ahead; "announced the plan on Monday" does not, and with
        # the date on the planning verb itself only "for", "until" and "to" do.
        if dated is None:
            return True
        link = dated.head
        return link.head == step and link.lower_ in ("for", "until", "to", "till")
    if own and step.tag_ == "VB" and step.dep_ == "ROOT" and not helpers:
        return True
    if (
        own
        and step.tag_ == "VB"
        and any(h.lower_ in ("can", "may", "might", "must", "should", "could") for h in helpers)
    ):
        return not any(h.lower_ in ("have",) for h in helpers)
    return own and step.lemma_ in NOT_TOLD_YET and step.tag_ in ("VBZ", "VBP")


def token_at(doc: Doc, start: int, end: int) -> Token | None:
    """The token that carries the stretch: the root of its span, or of what overlaps it."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def _in_background_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether it dates a subordinate clause in the past perfect."""
    token = token_at(doc, start, end)
    verb = verb_of(token) if token is not None else None
    while verb is not None and verb.dep_ in ("xcomp", "conj") and verb.head.pos_ == "VERB":
        if any(c.lower_ in ("had", "'d") for c in verb.children):
            break
        verb = verb.head
    if verb is None or verb.dep_ not in _SUBORDINATE or verb.tag_ not in _PAST_TAGS:
        return False
    return any(c.lower_ in ("had", "'d") and c.dep_ in ("aux", "auxpass") for c in verb.children)


def _in_since_clause(doc: Doc, start: int, end: int) -> bool:
    """Whether it dates what follows a "since": "since the raids began in May"."""
    token = token_at(doc, start, end)
    if token is None:
        return False
    for step in token.ancestors:
        if step.pos_ in ("VERB", "AUX"):
            break
        if step.lower_ == "since":
            return True
    verb = verb_of(token)
    while verb is not None and verb.i < token.i:
        marks = [child for child in verb.children if child.dep_ in ("mark", "prep")]
        if verb.dep_ == "pcomp":
            marks.append(verb.head)
        if any(mark.lower_ == "since" and mark.i < verb.i for mark in marks):
            return True
        verb = verb.head if verb.dep_ == "xcomp" else None
    return False


def role_of(
    doc: Doc,
    lexemes: Sequence[Lexeme],
    stretch: tuple[int, int],
    reading: Reading | None,
    setting: Setting,
) -> WhenRole:
    """What a date over the tokens ``stretch`` is to its clause."""
    first, last = stretch
    if lexemes[last - 1].low == "date":
        return "until"
    after = lexemes[last].low if last < len(lexemes) else ""
    before = first - 1
    while before >= 0 and lexemes[before].low in _FILLERS and first - before < 5:
        before -= 1
    opener = lexemes[before].low if before >= 0 else ""
    if first > 2 and [t.low for t in lexemes[first - 3 : first]] in _AS_FAR_AS:
        return "since" if lexemes[first - 2].low == "early" else "until"
    beyond = lexemes[last + 1].low if last + 1 < len(lexemes) else ""
    if opener in _OPEN and after in _CLOSERS:
        return "since"
    third = lexemes[last + 2].low if last + 2 < len(lexemes) else ""
    onward = beyond == "later" or (beyond == "after" and (not third or not third[0].isalnum()))
    if after in ("or", "and") and onward and third != "than":
        return "since"
    if opener == "than" and before > 0 and lexemes[before - 1].low in ("later", "earlier"):
        later = lexemes[before - 1].low == "later"
        negated = before > 1 and lexemes[before - 2].low in ("no", "not")
        return "since" if later != negated else "until"
    counted = before > 1 and any(name == "<unit>" for name, _ in lexemes[before - 1].classes)
    counted = counted and lexemes[before - 2].low not in _RECURRING
    role = None if counted and opener not in _ALWAYS else _OPENERS.get(opener)
    if role and (opener in _ALWAYS or _stands_alone(doc, lexemes, last)):
        return role
    start, end = lexemes[first].start, lexemes[last - 1].end
    if _in_since_clause(doc, start, end):
        return "since"
    if reading is not None and setting.published is not None:
        gap = max(
            (setting.published - reading.end.date()).days,
            (reading.day - setting.published).days,
        )
        if gap > _FAR:
            return "background"
    return "background" if _in_background_clause(doc, start, end) else "event"


def _stands_alone(doc: Doc, lexemes: Sequence[Lexeme], last: int) -> bool:
    """Whether no noun follows that the date would only qualify."""
    if last >= len(lexemes):
        return True
    following = lexemes[last]
    if following.low == "'s" or following.text == "'":
        return False
    token = token_at(doc, following.start, following.end)
    return token is None or token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM")
