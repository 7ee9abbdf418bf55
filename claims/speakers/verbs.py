"""Attributions by a verb: "said", "told", "reported", "vowed"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.parse import Parsed
from claims.saying import DENYING
from claims.speakers.cues import (
    ALL_VERBS,
    BARE,
    BODIES,
    EVENTFUL,
    INTENT,
    JUDGING,
    NOUNS,
    NO_CONTENT,
    OPINION,
    PREPOSITIONS,
    REPLY_TO,
    SPEAKING,
    SPEECH,
    STATEMENTS,
)
from claims.speakers.draft import Draft, Span, trim
from claims.speakers.phrases import is_that_clause
from claims.speakers.sources import FIRST_PERSON, Source, source

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"))
_TIMES = frozenset("after before when while as because since until although".split())
_EFFECTS = frozenset("mean ensure make cause happen require guarantee do have be so such".split())
"""Words whose that-clause is a result, not something said or held."""
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday".split()
)
_RELATIVE = frozenset("who which that".split())
_QUOTING = frozenset(("quote", "cite"))
_AFTER_VERB = frozenset("dobj attr npadvmod oprd dep nsubj".split())
_LONG_SOURCE = 25
"""Tokens from a quotation's end to its verb."""
_ADJUNCTS = 9
"""Tokens of time and place after a verb at the sentence's end ("said on Thursday.")."""
_MAX_CLIMB = 4
QUOTES = frozenset(('"', "''", "``", "\u201c", "\u201d"))
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
_BRIDGES = frozenset("go continue appear seem begin start conclude end come".split())
"""Verbs before "to say" that change nothing about who says it."""
_SIDE = frozenset("say cite add quote note argue claim warn insist refer accuse call".split())
"""Participles of the speaker after what was said: "..., citing", "..., adding"."""


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in _SUBJECTS), None)


def _find_source(verb: Token) -> Token | None:
    """The noun whose saying it is: subject, agent, antecedent, or subject of a verb above."""
    token = verb
    if (above := _speaker_above(verb)) is not None:
        return _subject(above)
    for _ in range(_MAX_CLIMB):
        subject = _subject(token)
        passive = any(c.dep_ in ("auxpass", "nsubjpass") for c in token.children)
        if passive and token is verb:
            return _agent(verb)
        if subject is not None and token is verb and _cut_off(verb, subject):
            subject = _inverted(verb)
        if subject is not None:
            if subject.lower_ in _RELATIVE and token.dep_ == "relcl":
                return token.head
            return subject
        if token is verb and (found := _inverted(verb)) is not None:
            return found
        if token.dep_ == "acl" and token.tag_ in ("VBG", "VB"):
            return token.head if token.head.pos_ in _NOMINAL else None
        if token.dep_ == "acl" and token.tag_ in ("VBN", "VBD"):
            return _agent(token)
        if token.dep_ in ("relcl", "ROOT"):
            return None
        if token.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "parataxis"):
            return None
        if token.dep_ in ("ccomp", "parataxis") and token is verb and token.tag_ != "VBG":
            return None
        token = token.head
    return None


def _speaker_above(verb: Token) -> Token | None:
    """The verb of speech a participle after a comma belongs to, though the parse hangs it into
    the content: "X said ten had died, citing Y"."""
    if verb.tag_ != "VBG" or verb.dep_ not in ("advcl", "acl") or verb.lemma_ not in _SIDE:
        return None
    if not verb.i or verb.left_edge.i == 0 or verb.left_edge.nbor(-1).text not in (",", '"'):
        return None
    for token in verb.ancestors:
        if token.lemma_ in BARE and token.pos_ == "VERB" and _subject(token) is not None:
            return token
    return None


def _cut_off(verb: Token, subject: Token) -> bool:
    """A subject inside the quotation, with the verb outside and its own noun after it."""
    between = subject.doc[subject.right_edge.i : verb.i]
    return any(t.text in QUOTES for t in between) and _inverted(verb) is not None


def _after_quote(verb: Token, head: Token | None) -> Token | None:
    """The noun between a closing quotation mark and a verb of speech whose subject the parser
    lost: '..." Adam Smith, a spokesman for the group, told'."""
    if verb.lemma_ not in BARE or verb.tag_ not in _FINITE:
        return None
    marks = [t.i for t in verb.doc[: verb.i] if t.text in QUOTES]
    if not marks or verb.i - marks[-1] > _LONG_SOURCE:
        return None
    if head is not None and head.i > marks[-1]:
        return None
    noun = next((t for t in verb.doc[marks[-1] + 1 : verb.i] if t.pos_ in ("NOUN", "PROPN")), None)
    while noun is not None and noun.dep_ == "compound" and noun.i < noun.head.i < verb.i:
        noun = noun.head
    return noun


def _beside_verb(verb: Token, head: Token | None) -> Token | None:
    """The noun right before a verb of speech that ends its sentence, where the parser took
    another one or none: "The raids hit a school the Observatory said". Texts stripped of commas
    and quotation marks are full of these."""
    doc = verb.doc
    if verb.lemma_ not in BARE or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i < 3:
        return None
    at = verb.i - 1
    while at > 0 and (doc[at].pos_ == "ADV" or doc[at].dep_ == "aux" and doc[at].head == verb):
        at -= 1
    if doc[at].pos_ not in ("NOUN", "PROPN") or doc[at].ent_type_ in ("DATE", "TIME"):
        return None
    noun = doc[at]
    if noun.lemma_ in BODIES and noun.i and noun.nbor(-1).text[:1].isupper():
        noun = noun.nbor(-1)
    while noun.i > 1 and (start := _left_of_name(noun)) and start.lower_ in ("for", "of"):
        noun = start.nbor(-1)
    if head is not None:
        between = doc[head.i + 1 : verb.i]
        if head.i >= noun.i or not any(t.pos_ == "VERB" and t.dep_ != "acl" for t in between):
            return None
        if any(t.dep_ == "relcl" for t in between):
            return None
    ends = not any(t.pos_ == "VERB" for t in doc[verb.i + 1 :]) and len(doc) - verb.i <= _ADJUNCTS
    return noun if ends else None


def _left_of_name(noun: Token) -> Token | None:
    """The token before the unbroken run of capitalised words that ends in ``noun``."""
    at = noun.i
    while at > 0 and noun.doc[at].text[:1].isupper():
        at -= 1
    return noun.doc[at] if at < noun.i else None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _inverted(verb: Token) -> Token | None:
    """The noun right after a verb of speech the parser gave no subject: "..., said the monitor"."""
    if verb.lemma_ not in SPEECH or verb.tag_ not in _FINITE or verb.lemma_ == "tell":
        return None
    for child in verb.rights:
        if child.dep_ in _AFTER_VERB and child.pos_ in ("NOUN", "PROPN", "PRON"):
            near = child.left_edge.i - verb.i <= 2
            return child if near and child.ent_type_ != "DATE" else None
        if child.dep_ == "ccomp" and child.i - verb.i <= 8:
            # The parser takes the source for the subject of a clause after it: no verb there.
            return child if child.pos_ in ("NOUN", "PROPN") else None
    return None


def _cue(parsed: Parsed, verb: Token) -> Span:
    """The verb with the auxiliaries, negation and particle that stand right beside it."""
    first = last = verb
    while first.i and (previous := first.nbor(-1)).head == verb and previous.dep_ in (
        "aux",
        "auxpass",
        "neg",
    ):
        first = previous
    if last.i + 1 < len(verb.doc) and (following := last.nbor(1)).head == verb:
        if following.dep_ in ("prt",):
            last = following
    return parsed.span(first, last)


def _holds(word: Token) -> bool:
    """Any other word with a that-clause: "is confident that", "made clear that"."""
    if word.pos_ not in ("VERB", "ADJ", "AUX") or word.lemma_ in _EFFECTS:
        return False
    return any(
        c.dep_ == "ccomp" and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        for c in word.children
    )


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _is_cue(verb: Token) -> bool:
    if verb.lemma_ not in ALL_VERBS or verb.pos_ not in ("VERB", "AUX"):
        return verb.lower_ in ("said", "says") or _holds(verb)
    if verb.dep_ in ("amod", "compound") or verb.lower_ == "according":
        return False
    if verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return verb.lemma_ in SPEECH and verb.head.lemma_ in _BRIDGES
    return True


def _frame_tokens(verb: Token, who: Source) -> set[int]:
    """Source, verb with its auxiliaries, who was told, and adjuncts of the saying."""
    frame = set(range(who.first, who.last + 1)) | {verb.i}
    frame |= {t.i for t in who.head.subtree} if who.head.head == verb else set()
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt", "dative", "advmod", "npadvmod"):
            frame |= {t.i for t in child.subtree}
        elif child.dep_ == "dobj" and verb.lemma_ in REPLY_TO:
            frame |= {t.i for t in child.subtree}
        elif child.dep_ == "prep" and child.i > verb.i:
            frame |= {t.i for t in child.subtree}
    return frame


def _pieces(parsed: Parsed, tokens: set[int], text: str) -> list[Span]:
    """The stretches of neighbouring tokens, trimmed, without those of punctuation only."""
    doc, spans, run = parsed.doc, [], [-9]
    for i in [*sorted(tokens), len(doc) + 9]:
        if run[-1] != i - 1:
            if len(run) and run[0] >= 0:
                span = trim(text, parsed.span(doc[run[0]], doc[run[-1]]))
                if span and any(c.isalnum() for c in text[span[0] : span[1]]):
                    spans.append(span)
            run = []
        run.append(i)
    return spans


def _clause(verb: Token, frame: set[int]) -> set[int]:
    """Tokens of the clause that is the verb's content by the parse."""
    found: set[int] = set()
    for child in verb.children:
        if child.dep_ == "ccomp" or (child.dep_ == "parataxis" and child.pos_ == "VERB"):
            if not _when(child):
                found |= {t.i for t in child.subtree} - _asides(child)
    if not found and verb.dep_ in ("ccomp", "parataxis", "advcl", "dep") and _postposed(verb):
        found = {t.i for t in verb.head.subtree} - {t.i for t in verb.subtree}
    return found - frame


def _when(clause: Token) -> bool:
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _TIMES for c in clause.children)


def _asides(clause: Token) -> set[int]:
    """Participles of saying after a comma within a content: they belong to the speaker."""
    found: set[int] = set()
    for token in clause.subtree:
        if token.tag_ == "VBG" and token.dep_ == "advcl" and token.lemma_ in _SIDE:
            if token.left_edge.i and token.left_edge.nbor(-1).text == ",":
                found |= {t.i for t in token.subtree}
    return found


def _postposed(verb: Token) -> bool:
    """``CONTENT, X said``: the clause the verb hangs on stands before it without a conjunction."""
    head = verb.head
    if verb.lemma_ not in SPEECH or verb.tag_ not in _FINITE or head.lemma_ in STATEMENTS:
        return False
    marks = any(c.dep_ in ("mark", "advmod") and c.i < verb.i for c in verb.children)
    return head.i < verb.i and not marks and head.pos_ in ("VERB", "AUX")


def _infinitive(verb: Token) -> set[int]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp", "advcl") and any(
            c.tag_ == "TO" for c in child.children
        ):
            return {t.i for t in child.subtree}
    return set()


def _that_clause(noun: Token) -> Token | None:
    """What was denied in "denied reports that ...": the clause, not the reports."""
    if noun.lemma_ not in NOUNS or noun.head.lemma_ not in DENYING:
        return None
    return next((c for c in noun.children if is_that_clause(c)), None)


def _object(verb: Token) -> set[int]:
    """Object with its predicate ("a success", "as a success", "of being late"), if it says
    anything."""
    found: set[int] = set()
    empty = True
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") or (found and child.dep_ in ("oprd", "xcomp")):
            clause = _that_clause(child)
            found |= {t.i for t in (clause.subtree if clause is not None else child.subtree)}
            idle = child.lemma_.lower() in NO_CONTENT or child.lemma_ == "life"
            empty = empty and idle
        elif child.dep_ == "prep" and found and child.lower_ in ("as", "of", "for", "to", "against"):
            found |= {t.i for t in child.subtree}
            empty = False
        elif child.dep_ == "ccomp" and verb.lemma_ in JUDGING and not _when(child):
            found |= {t.i for t in child.subtree}
            empty = False
    return set() if empty else found


def _prepositional(verb: Token) -> set[int]:
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in PREPOSITIONS.get(verb.lemma_, ()):
            return {t.i for t in child.subtree} - {child.i}
    return set()


def _linear(verb: Token, frame: set[int]) -> set[int]:
    """What stands before or after the words of saying when the parse gives no content."""
    if any(c.dep_ == "dobj" and c.i not in frame for c in verb.children):
        return set()
    doc = verb.doc
    if verb.tag_ not in _FINITE:
        return set()
    that = next((t for t in doc[verb.i + 1 :] if t.lower_ == "that" and t.dep_ == "mark"), None)
    if that is not None:
        return set(range(that.i, len(doc)))
    first, last = _ends(verb, frame)
    before, after = range(0, first), range(last + 1, len(doc))
    for side in (before, after):
        if len(side) >= 3 and any(doc[i].pos_ in ("VERB", "AUX") for i in side):
            return set(side)
    return set()


def _ends(verb: Token, frame: set[int]) -> tuple[int, int]:
    """First and last token of the unbroken frame around the verb, with punctuation after it."""
    doc, first, last = verb.doc, verb.i, verb.i
    while first - 1 in frame:
        first -= 1
    while last + 1 < len(doc) and (last + 1 in frame or doc[last + 1].is_punct):
        last += 1
    return first, last


def _around(verb: Token, frame: set[int]) -> set[int]:
    """Both sides of words of saying put into the middle: "The town, it said, had fallen"."""
    if verb.lemma_ not in BARE or verb.tag_ not in _FINITE:
        return set()
    doc = verb.doc
    first, last = _ends(verb, frame)
    if first == 0 or doc[first - 1].text != "," or doc[last].text != "," or last + 2 >= len(doc):
        return set()
    following = doc[last + 1]
    if following.tag_ == "VBG" or following.dep_ == "cc" or following.text in QUOTES:
        return set()
    if any(t.lemma_ in SPEECH and t.pos_ == "VERB" for t in doc if t.i not in frame):
        return set()
    return set(range(first)) | set(range(last + 1, len(doc)))


def _contents(verb: Token, frame: set[int]) -> set[int]:
    lemma = verb.lemma_
    if found := _around(verb, frame):
        return found
    wide = lemma in STATEMENTS | EVENTFUL | INTENT or lemma not in ALL_VERBS
    if wide and (found := _clause(verb, frame)):
        return found
    if lemma in INTENT and (found := _infinitive(verb)):
        return found
    if found := _prepositional(verb):
        return found
    if lemma in EVENTFUL | JUDGING and (found := _object(verb)):
        return found
    return set()


def _front(verb: Token, tokens: set[int], frame: set[int]) -> set[int]:
    """Widens a content that stands before "X said" at the sentence's end to the whole front."""
    doc = verb.doc
    if not tokens or max(tokens) > verb.i:
        return tokens
    if any(t.i > verb.i and t.pos_ in ("VERB",) and t.i not in frame for t in doc):
        return tokens
    first = min(tokens)
    lead = set(range(first))
    others = any(doc[i].lemma_ in SPEECH and doc[i].pos_ == "VERB" for i in lead)
    return tokens if others or lead & frame else tokens | lead


def by_verbs(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """Attributions of one sentence that rest on a verb; those still without content are open."""
    for verb in parsed.doc:
        if not _is_cue(verb):
            continue
        if (passed := _passed_on(parsed, order, verb, text)) is not None:
            yield passed
            continue
        head = _find_source(verb)
        head = _after_quote(verb, head) or _beside_verb(verb, head) or head
        if head is None or head.pos_ not in _NOMINAL or not _may_speak(verb, head):
            continue
        who = source(parsed, head)
        frame = _frame_tokens(verb, who)
        tokens = _contents(verb, frame)
        weak = not tokens and verb.lemma_ in BARE
        tokens = _linear(verb, frame) if weak else tokens
        tokens = _front(verb, tokens, frame) if verb.lemma_ in SPEECH else tokens
        tokens -= set(range(who.first, who.last + 1)) | {verb.i}
        who, tokens = _described(who, tokens)
        yield Draft(
            order=order,
            parsed=parsed,
            source=who,
            cue=_cue(parsed, verb),
            contents=_pieces(parsed, _without_day(parsed, verb, tokens), text),
            lemma=verb.lemma_,
            negated=_negated(verb),
            via=_told(verb),
            open=verb.lemma_ in SPEECH,
            weak=weak,
            attitude=verb.lemma_ not in STATEMENTS and not _reports(verb),
        )


def _passed_on(parsed: Parsed, order: int, verb: Token, text: str) -> Draft | None:
    """"X reported ..., citing Y" and "X quoted Y as saying ...": Y is the source, by way of X.

    The content of the first is X's, and is handed over when all drafts are there.
    """
    quoted = verb.lemma_ == "say" and verb.dep_ == "pcomp" and verb.head.lower_ == "as"
    carrier = verb.head.head if quoted else verb
    if carrier.lemma_ not in _QUOTING or not (quoted or verb.tag_ == "VBG"):
        return None
    passive = next((c for c in carrier.children if c.dep_ == "nsubjpass"), None)
    told = passive or next((c for c in carrier.children if c.dep_ == "dobj"), None)
    if told is None or (told.pos_ != "PROPN" and told.lemma_.lower() not in SPEAKING):
        return None
    by = _agent(carrier) if passive is not None else _find_source(carrier)
    who = source(parsed, told)
    tokens = _clause(verb, set()) if quoted else set()
    return Draft(
        order=order,
        parsed=parsed,
        source=who,
        cue=_cue(parsed, verb),
        contents=_pieces(parsed, tokens, text),
        lemma="say",
        via="" if by is None else source(parsed, by).name,
        open=quoted,
        passed_by=by.i if by is not None and not quoted else -1,
    )


def _described(who: Source, tokens: set[int]) -> tuple[Source, set[int]]:
    """Gives "a fighter who called himself", left at a content's end, back to its source."""
    doc = who.head.doc
    comma = next((i for i in range(who.first - 1, 0, -1) if doc[i].text == ","), None)
    if comma is None or who.first - comma > 14 or who.first - 1 not in tokens:
        return who, tokens
    between = doc[comma + 1 : who.first]
    if not any(t.lower_ == "who" for t in between) or not doc[comma + 1].tag_ == "DT":
        return who, tokens
    widened = dataclasses.replace(who, first=comma + 1)
    return widened, {i for i in tokens if not comma <= i < who.first}


def _without_day(parsed: Parsed, verb: Token, tokens: set[int]) -> set[int]:
    """"said on Tuesday it had left": the day right after the verb is that of the saying."""
    doc, at = parsed.doc, verb.i + 1
    while at in tokens and (doc[at].lower_ == "on" or doc[at].lower_ in _DAYS):
        at += 1
    day = at > verb.i + 1 and doc[at - 1].lower_ in _DAYS
    return tokens - set(range(verb.i, at)) if day and at in tokens else tokens


def _reports(verb: Token) -> bool:
    """A verb of reporting with a happening for its object: "reported air strikes"."""
    return verb.lemma_ in EVENTFUL and verb.lemma_ not in JUDGING


def _may_speak(verb: Token, head: Token) -> bool:
    lower = head.lower_
    if lower in ("there", "you", "what", "this", "that", "which", "it") and (
        lower != "it" or _impersonal(verb)
    ):
        return False
    if verb.lemma_ not in STATEMENTS and head.pos_ == "NOUN" and head.ent_type_ != "NORP":
        if head.lemma_.lower() not in SPEAKING:
            return False
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in verb.children):
        return False
    return not (lower in FIRST_PERSON and verb.lemma_ in OPINION | INTENT)


def _impersonal(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children) or verb.lemma_ in ("seem", "appear")


def _told(verb: Token) -> str:
    """The named medium that was told: the way the words took."""
    if verb.lemma_ != "tell":
        return ""
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.pos_ == "PROPN":
            words: Sequence[Token] = [t for t in child.lefts if t.dep_ == "compound"]
            return child.doc[(words[0].i if words else child.i) : child.i + 1].text
    return ""
