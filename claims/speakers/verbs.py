"""Attributions by a verb: "said", "told", "reported", "vowed"."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.parse import Parsed
from claims.speakers.contents import clause, contents, frame_tokens, front, linear, shows
from claims.speakers.cues import (
    ALL_VERBS,
    BARE,
    BEARINGS,
    EVENTFUL,
    FORCES,
    INSTITUTIONS,
    INTENT,
    JUDGING,
    OPINION,
    QUOTE_ONLY,
    SPEAKING,
    SPEECH,
    STATEMENTS,
)
from claims.speakers.draft import Draft, Span, trim
from claims.speakers.sources import FIRST_PERSON, Source, source
from claims.speakers.who import NOMINAL, after_quote, agent, beside_verb, find_source
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_EFFECTS = words("mean ensure make cause happen require guarantee do have be so such")
"""Words whose that-clause is a result, not something said or held."""
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")
_QUOTING = frozenset(("quote", "cite"))
_BRIDGES = words("go continue appear seem begin start conclude end come")
"""Verbs before "to say" that change nothing about who says it."""


def _cue(parsed: Parsed, verb: Token) -> Span:
    """The verb with the auxiliaries, negation and particle that stand right beside it."""
    first = last = verb
    while (
        first.i
        and (previous := first.nbor(-1)).head == verb
        and previous.dep_
        in (
            "aux",
            "auxpass",
            "neg",
        )
    ):
        first = previous
    following = last.nbor(1) if last.i + 1 < len(verb.doc) else None
    if following is not None and following.head == verb and following.dep_ == "prt":
        last = following
    return parsed.span(first, last)


def _holds(word: Token) -> bool:
    """Any other word with a that-clause: "is confident that", "made clear that"."""
    if word.pos_ not in ("VERB", "ADJ", "AUX") or word.lemma_ in _EFFECTS:
        return False
    if word.pos_ == "ADJ" and word.lemma_ in BEARINGS and word.dep_ == "acomp":
        return True
    return any(
        c.dep_ == "ccomp" and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        for c in word.children
    )


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children)


def _misread(noun: Token) -> bool:
    """A verb the tagger took for a noun, with subject and clause: "Neighbors claim it broke"."""
    deps = {c.dep_ for c in noun.children}
    return noun.pos_ == "NOUN" and noun.lemma_ in SPEECH and {"nsubj", "ccomp"} <= deps


def _is_cue(verb: Token) -> bool:
    if _misread(verb):
        return True
    if verb.lemma_ not in ALL_VERBS or verb.pos_ not in ("VERB", "AUX"):
        return verb.lower_ in ("said", "says") or _holds(verb)
    if verb.dep_ in ("amod", "compound") or verb.lower_ == "according":
        return False
    if verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return verb.lemma_ in SPEECH and verb.head.lemma_ in _BRIDGES
    return True


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


def by_verbs(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """Attributions of one sentence that rest on a verb; those still without content are open."""
    for verb in parsed.doc:
        if not _is_cue(verb):
            continue
        if (passed := _passed_on(parsed, order, verb, text)) is not None:
            yield passed
            continue
        head = find_source(verb)
        head = after_quote(verb, head) or beside_verb(verb, head) or head
        if head is None or head.pos_ not in NOMINAL or not _may_speak(verb, head):
            continue
        who = source(parsed, head)
        frame = frame_tokens(verb, who)
        tokens = contents(verb, frame, who.head)
        weak = not tokens and verb.lemma_ in BARE
        tokens = linear(verb, frame) if weak else tokens
        tokens = front(verb, tokens, frame) if verb.lemma_ in SPEECH else tokens
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
            open=verb.lemma_ in SPEECH | QUOTE_ONLY,
            weak=weak,
            attitude=_judges(verb) and not shows(verb, who.head),
        )


def _passed_on(parsed: Parsed, order: int, verb: Token, text: str) -> Draft | None:
    """ "X reported ..., citing Y" and "X quoted Y as saying ...": Y is the source, by way of X.

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
    by = agent(carrier) if passive is not None else find_source(carrier) or _passer(carrier)
    who = source(parsed, told)
    tokens = clause(verb, set()) if quoted else set()
    return Draft(
        order=order,
        parsed=parsed,
        source=who,
        cue=_cue(parsed, verb),
        contents=_pieces(parsed, tokens, text),
        lemma="say",
        via=() if by is None else (source(parsed, by).name,),
        open=quoted,
        passed_by=by.i if by is not None and not quoted else -1,
    )


def _passer(carrier: Token) -> Token | None:
    """Who says what another is cited for, where the parse has lost him: "Lake radio added
    quoting the minister"."""
    return beside_verb(carrier.head, None) if carrier.tag_ == "VBG" else None


def _described(who: Source, tokens: set[int]) -> tuple[Source, set[int]]:
    """Gives "a fighter who called himself", left at a content's end, back to its source."""
    doc = who.head.doc
    comma = next((i for i in range(who.first - 1, 0, -1) if doc[i].text == ","), None)
    if comma is None or who.first - comma > 14 or who.first - 1 not in tokens:
        return who, tokens
    between = doc[comma + 1 : who.first]
    if not any(t.lower_ == "who" for t in between) or doc[comma + 1].tag_ != "DT":
        return who, tokens
    widened = dataclasses.replace(who, first=comma + 1)
    return widened, {i for i in tokens if not comma <= i < who.first}


def _without_day(parsed: Parsed, verb: Token, tokens: set[int]) -> set[int]:
    """ "said on Tuesday it had left": the day right after the verb is that of the saying."""
    doc, at = parsed.doc, verb.i + 1
    while at in tokens and (doc[at].lower_ == "on" or doc[at].lower_ in _DAYS):
        at += 1
    day = at > verb.i + 1 and doc[at - 1].lower_ in _DAYS
    return tokens - set(range(verb.i, at)) if day and at in tokens else tokens


def _judges(verb: Token) -> bool:
    """An attitude: no verb of statement, or the citing of a thing ("citing the cold")."""
    if verb.lemma_ in _QUOTING and verb.tag_ == "VBG":
        return True
    return verb.lemma_ not in STATEMENTS and not _reports(verb)


def _reports(verb: Token) -> bool:
    """A verb of reporting with a happening for its object: "reported air strikes"."""
    return verb.lemma_ in EVENTFUL and verb.lemma_ not in JUDGING


def _may_speak(verb: Token, head: Token) -> bool:
    lower = head.lower_
    if lower in (
        "him",
        "them",
        "me",
        "us",
        "there",
        "you",
        "what",
        "this",
        "that",
        "which",
        "it",
        "nothing",
        "nobody",
        "none",
    ) and (lower != "it" or _impersonal(verb)):
        return False
    if any(c.dep_ == "det" and c.lower_ == "no" for c in head.children):
        return False
    thing = head.pos_ == "NOUN" and head.ent_type_ != "NORP" and head.lemma_.lower() not in SPEAKING
    if thing and (verb.lemma_ not in STATEMENTS or verb.tag_ == "VBG"):
        return False
    if any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in verb.children):
        return False
    return not (lower in FIRST_PERSON and verb.lemma_ in OPINION | INTENT)


def _impersonal(verb: Token) -> bool:
    return any(c.dep_ == "auxpass" for c in verb.children) or verb.lemma_ in ("seem", "appear")


def _told(verb: Token) -> tuple[str, ...]:
    """The medium or body that was told: the way the words took."""
    if verb.lemma_ != "tell":
        return ()
    for child in verb.children:
        body = child.pos_ == "NOUN" and child.lemma_.lower() in INSTITUTIONS | FORCES
        if child.dep_ in ("dobj", "dative") and (child.pos_ == "PROPN" or body):
            words: Sequence[Token] = [t for t in child.lefts if t.dep_ == "compound"]
            return (child.doc[(words[0].i if words else child.i) : child.i + 1].text,)
    return ()
