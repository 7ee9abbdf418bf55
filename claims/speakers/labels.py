"""Speakers set beside their words without a verb: "SMITH: ...", "... - Adam Smith"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.parse import Parsed
from claims.parse.tokens import META
from claims.saying import SAYING
from claims.speakers.cues import DOCUMENTS, SPEAKING
from claims.speakers.draft import Draft, trim
from claims.speakers.sources import Source, source
from claims.walking import child_of
from claims.words import words

_TRANSCRIPT = re.compile(r'"?[A-Z][A-Z.\'-]+(?: [A-Z][A-Z.\'-]+){0,3}: ')
"""A speaker in capitals at the head of a line, as transcripts have it."""
_SIGNATURE = 80
"""Characters of a dash and a name at most."""
_LEAST = 3
_MOST = 6


_SIGNED = re.compile(r"[-–—―]{1,2} ?([A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|de|al|bin|von)){0,4}),?$")
"""A name after a dash at the end of a line, as under a quotation."""


def signed(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """A quotation with its speaker's name after a dash, as letters and captions have it."""
    line = parsed.sentence.text.rstrip()
    match = _SIGNED.search(line[-_SIGNATURE:])
    if match is None:
        return
    at = len(line) - len(line[-_SIGNATURE:])
    first, dash = at + match.start(1), at + match.start()
    name = [t for t in parsed.doc if first <= t.idx < at + match.end(1)]
    before = text[: parsed.sentence.start + dash].rstrip()
    if not name or before[-1:] not in ('"', "”", "'"):
        return
    noun = name[-1]
    who = Source(noun, name[0].i, noun.i, match.group(1), "named")
    start = parsed.sentence.start
    cue = (start + dash, start + first)
    yield Draft(order, parsed, who, (cue[0], cue[0] + 1), [], "say", open=True)


def by_labels(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "Police: two dead", "Fire kills two: monitor", "SMITH: I agree": a colon between the
    speaker's label and the content, at the head or the end of a line.

    A place before a colon ("AMMAN: ...") is a dateline: only nouns that can speak, persons'
    names, and capitals over a whole transcript line count.
    """
    doc = parsed.doc
    for colon in doc:
        if colon.text != ":":
            continue
        head_side = colon.i <= _MOST and len(doc) - colon.i - 1 >= _LEAST
        tail_side = len(doc) - colon.i - 1 <= _MOST and colon.i >= _LEAST and not doc[-1].is_punct
        label = doc[: colon.i] if head_side else doc[colon.i + 1 :] if tail_side else None
        content = doc[colon.i + 1 :] if head_side else doc[: colon.i]
        if label is None or not len(label) or not any(t.is_alpha for t in content):
            continue
        noun = next((t for t in reversed(list(label)) if t.pos_ in ("NOUN", "PROPN")), None)
        if noun is None or not _speaks(noun.lemma_.lower(), noun.ent_type_, parsed, head_side):
            continue
        span = trim(text, parsed.span(content[0], content[-1]))
        if span is not None:
            cue = parsed.span(colon, colon)
            yield Draft(order, parsed, source(parsed, noun), cue, [span], "say", open=head_side)
        return


def closing(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "Blast kills 12 in Vell monitor": a source without its colon at a headline's end, which
    the mended parse has set apart."""
    doc = parsed.doc
    first = len(doc)
    while first > 0 and doc[first - 1].dep_ == META:
        first -= 1
    if first == len(doc) or first < _LEAST:
        return
    span = trim(text, parsed.span(doc[0], doc[first - 1]))
    label = doc[-1]
    if span is not None:
        who = Source(label, first, label.i, doc[first:].text, "named")
        yield Draft(order, parsed, who, parsed.span(doc[first], label), [span], "say")


_REPORTING = re.compile(
    r"((?:[A-Z][\w.'’-]* ){0,3}[A-Z][\w.'’-]+) (reports|claims|says|adds)[.\s]*\Z"
)
"""A name and a verb at the end of a line; the tagger takes "reports" for a noun."""
_BEFORE = 6
"""Words that stand before it at least."""
_LEADING = words("to of the a an by from in on with for according and")


def reporting(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "The port was hit Lake News reports.", its comma lost."""
    line = parsed.sentence.text
    match = _REPORTING.search(line[-_SIGNATURE:])
    if match is None:
        return
    shift = len(line) - len(line[-_SIGNATURE:])
    name = [t for t in parsed.doc if match.start(1) <= t.idx - shift < match.end(1)]
    verb = next((t for t in parsed.doc if t.idx - shift == match.start(2)), None)
    if not name or verb is None or verb.pos_ != "NOUN" or name[0].i < _BEFORE:
        return
    before = parsed.doc[name[0].i - 1]
    span = trim(text, parsed.span(parsed.doc[0], before))
    if span is not None and before.lower_ not in _LEADING and not before.is_punct:
        who = Source(name[-1], name[0].i, name[-1].i, match.group(1), "named")
        yield Draft(order, parsed, who, parsed.span(verb, verb), [span], "report")


def announcing(parsed: Parsed, order: int, text: str) -> Iterator[Draft]:
    """ "The police released a statement:" before a quotation, whatever the verb; without a
    quotation after it nothing is handed over."""
    if not parsed.sentence.text.rstrip().endswith(":"):
        return
    root = next((t for t in parsed.doc if t.dep_ == "ROOT"), None)
    subject = child_of(root, "nsubj") if root is not None else None
    paper = any(t.lemma_.lower() in DOCUMENTS for t in parsed.doc)
    if root is None or subject is None or not paper or root.lemma_ in SAYING:
        return
    if subject.pos_ == "PROPN" or subject.lemma_.lower() in SPEAKING:
        cue = parsed.span(root, root)
        yield Draft(order, parsed, source(parsed, subject), cue, [], "say", open=True)


def _speaks(lemma: str, entity: str, parsed: Parsed, head_side: bool) -> bool:
    if lemma in SPEAKING or (entity == "PERSON" and head_side):
        return True
    return head_side and bool(_TRANSCRIPT.match(parsed.sentence.text)) and entity != "GPE"
