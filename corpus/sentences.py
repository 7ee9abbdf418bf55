"""An article's text cut into sentences, headlines, captions and the rest, offsets kept.

First into units: lines, or runs of lines where the text is hard-wrapped. A unit that is no
statement as a whole (a byline, a caption, a button) stays whole. From the others the datelines
and headlines in front are peeled off, the rest is cut by syntok; what syntok is known to cut
wrongly is mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.glue import byline_end, heading_end, repeated
from corpus.lines import agency_end, dateline_end, for_readers, inline, kind_of, label_end
from corpus.publication import line_end, title_end
from corpus.records import Article, Sentence, SentenceKind
from corpus.units import TERMINAL, Unit, strip, units_of

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‘’‚‛‹›′`´＇", "'"),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u200e\u200f\u061c\u2060\ufeff\u200b", " "),
        **dict.fromkeys(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))), " "),
    }
)
"""Same length, one character for one: quotes, dashes, marks of direction. Spaces are done apart."""

_SPACE = re.compile(r"\s")
_ELLIPSIS_INSIDE = re.compile(r"…(?=\s*[a-z])")

_WORD = re.compile(r"\w+")

_OPENING = (
    "He|She|They|It|We|You|The|This|That|These|Those|There|When|After|While|As|If|Once|Before|But"
    "|And|Then|Later|Meanwhile|At|In|On|By|During|According|A|An|His|Her|Their|Its|No|One|Two|Three"
    "|Four|Five|Some|Several|Many|More|Most|Both|All|Another|Other|Further|Additional|Police"
    "|Officers|Officials|Investigators|Deputies|Detectives|Witnesses|Authorities|Firefighters"
    "|Paramedics|Medics|Residents|Neighbors|Anyone|Nobody"
)
"""Words that begin a sentence, and no name of a day or a place after a time of day."""
_GLUED = re.compile(
    r"(?<=[a-z]{2}[.!?])(?=[A-Z][a-z]{2})"  # ended.The next
    r"|(?<=[A-Z]{2}[.!?])(?=[A-Z][a-z]{2})"
    r"|(?<=[a-z\d][.!?][\"”’'])(?=[A-Z][a-z]|[\"“])"  # ended."The next
    r"|(?<=[a-z][a-z\d][.!?])(?=[\"“][A-Z])"  # ended."The
    r"|(?<=[a-z][\"”]\.)(?=[\"“])"
    r"|(?<=\b[ap]\.m\.)(?=[A-Z][a-z])"
    # ended at 4 p.m. The next
    rf"|(?<=\b[ap]\.m\. )(?=(?:{_OPENING})\s(?![A-Z]))"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.|\S@)\S*$|\S/\S*$|\b[a-z-]{2,}\.[a-z]+\.$|^[\w-]+\.$", re.I
)

_OPEN_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:Lt|Col|Gov|Sgt|Sen|Rep|Det|Capt|Maj|Cpl|Pvt|Adm|Cmdr|Supt|Insp|Atty|Rev|Hon"
    r"|Gen|Brig|Amb|Pres|Prof|Dr|Mr|Mrs|Ms|Messrs|St|Mt|Ft|No|Nos|vs|Sheikh|Ald|Dep|Asst|Ofc|Spc|Msgr"
    r"|Fr|Sr|approx|est|incl|Fig|pp|ca|Jan|Feb|Apr|Aug|Sept|Oct|Nov|Dec)\.$"
)
_SAID = re.compile(
    r"(?:(?:[A-Z][\w'-]+ ){1,4}|[Hh]e |[Ss]he |[Tt]hey )(?:said|says|asked|cried|shouted|wrote|told"
    r"|added|replied|tweeted|exclaimed|yelled)\b"
)
_CLOSERS = re.compile(r"[\"”’')\]]+(?=\s|$)")

_HEADLINE_WORDS = 25
_HEADING_WORDS = 9
_LONG = 60
"""Characters from which on a sentence is not the same as another one by chance."""
_FRONTS = 6
"""Dates, titles and datelines that are looked for in front of a paragraph."""
_SHORT = 3
"""Words of what may be left of a line behind its date: a section's name."""


def sentences(article: Article) -> tuple[Sentence, ...]:
    """Every sentence and line of an article, in order.

    Each character that is no white space lies in exactly one of them; offsets are code points
    into ``article.text``. An empty text gives an empty tuple.
    """
    return tuple(_Splitter(article).run())


def plain(text: str) -> str:
    """The text made plain for parsing, of the same length: one ordinary space for every white
    space, ASCII quotes and dashes, ``…`` a full stop, or a space inside a sentence."""
    text = _ELLIPSIS_INSIDE.sub(" ", text).replace("…", ".")
    return _SPACE.sub(" ", text.translate(_PLAIN))


Piece = tuple[int, int, SentenceKind]


class _Splitter:
    """One article on its way to sentences; holds what every step looks at."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.plain = plain(article.text)
        self.units = units_of(article.text)
        long_ones = [unit for unit in self.units if self._words(unit.start, unit.end) > 9]
        ended = sum(1 for unit in long_ones if self._ends(unit.start, unit.end))
        self.punctuated = ended * 10 >= len(long_ones) * 6
        self.started = False
        """Whether a statement has been seen: headlines stand before."""
        self.said: set[str] = set()
        """Long sentences so far: a lead that is printed twice states nothing the second time."""

    def run(self) -> Iterator[Sentence]:
        for number, unit in enumerate(self.units):
            for start, end, kind in self._unit(number, unit):
                start, end = strip(self.text, start, end)
                if start < end:
                    self.started = self.started or kind == "statement"
                    text = self.plain[start:end]
                    yield Sentence(start, end, text, self._once(text, kind), number)

    def _once(self, text: str, kind: SentenceKind) -> SentenceKind:
        if kind == "statement" and len(text) > _LONG:
            if text in self.said:
                return "furniture"
            self.said.add(text)
        return kind

    def _words(self, start: int, end: int) -> int:
        return sum(1 for _ in _WORD.finditer(self.plain, start, end))

    def _ends(self, start: int, end: int) -> bool:
        return bool(TERMINAL.search(self.plain[max(start, end - 8) : end].rstrip()))

    def _unit(self, number: int, unit: Unit) -> Iterator[Piece]:
        line = self.plain[unit.start : unit.end]
        kind = kind_of(line) or ("furniture" if self._teaser(number, unit) else None)
        at = unit.start
        if kind is None:
            for piece in self._front(number, unit):
                at = piece[1]
                yield piece
            rest = strip(self.text, at, unit.end)
            if at > unit.start and rest[0] < rest[1]:
                kind = kind_of(self.plain[rest[0] : rest[1]])
            if kind is None and rest[0] < rest[1] and self._headline(number, unit, *rest):
                kind = "furniture" if for_readers(self.plain[slice(*rest)]) else "headline"
        if kind == "caption":
            yield from ((start, end, kind) for start, end in self._cut(at, unit.end))
        elif kind:
            yield at, unit.end, kind
        else:
            yield from self._running(at, unit.end)

    def _teaser(self, number: int, unit: Unit) -> bool:
        """A lead cut short (``...``) that comes again whole further down."""
        stem = self.plain[unit.start : unit.end].rstrip()
        if not stem.endswith("..") and self.text[unit.end - 1] != "…":
            return False
        stem = stem.rstrip(". ")
        later = self.units[number + 1 : number + 4]
        return len(stem) > 20 and any(self.plain.startswith(stem, unit.start) for unit in later)

    # What stands in front of the statements of a unit

    def _front(self, number: int, unit: Unit) -> Iterator[Piece]:
        at = unit.start
        for _ in range(_FRONTS):
            start, _end = strip(self.text, at, unit.end)
            piece = self._opening(number, unit, start) if start < unit.end else None
            if piece is None:
                return
            at = piece[1]
            yield piece

    def _opening(self, number: int, unit: Unit, at: int) -> Piece | None:
        """One thing at ``at`` that is no statement yet: date, headline, dateline or label."""
        end = line_end(self.text, at, unit.end, whole=self.started or number > 0)
        if end is not None:
            left = strip(self.text, end, unit.end)
            brief = left[1] - left[0] <= 20 * _SHORT and self._words(*left) <= _SHORT
            if brief and not self._ends(*left):
                end = unit.end
            return at, end, "dateline"
        if not self.started:
            end = title_end(self.text, at, self.article.title)
            within = end is not None and end <= unit.end and end < self.units[-1].end
            if end is not None and within and not self._goes_on(end, unit.end):
                closed = re.compile(r"[ \t]*[.|]?(?=\s|$)").match(self.text, end, unit.end)
                return at, closed.end() if closed else end, "headline"
        end = dateline_end(self.plain, at, unit.end, first=not self.started)
        if end is not None:
            return at, end, "dateline"
        if at > unit.start and not self.started:
            end = agency_end(self.plain, at, unit.end)
            if end is not None:
                return at, end, "dateline"
        end = label_end(self.plain, at, unit.end)
        return (at, end, "furniture") if end is not None else None

    def _goes_on(self, end: int, stop: int) -> bool:
        """Whether the sentence goes on behind the words of the title: then they are its own."""
        rest = self.plain[end:stop].lstrip()
        return rest[:1].islower() or rest[:1] in {",", ";", "'"}

    def _headline(self, number: int, unit: Unit, start: int, end: int) -> bool:
        if self._ends(start, end) or len(self.units) == 1:
            return False
        words = self._words(start, end)
        last = number == len(self.units) - 1
        if not self.started and not last:
            return words <= _HEADLINE_WORDS
        if not self.punctuated or last or self.plain[start].islower():
            return False
        return words <= _HEADING_WORDS and not self.plain[end - 1].isdigit()

    # The statements

    def _running(self, start: int, end: int) -> Iterator[Piece]:
        at = start
        for first, last, kind in inline(self.plain, start, end):
            if first < at:
                continue
            pieces = list(self._cut(at, first))
            for number, (a, b) in enumerate(pieces):
                if kind == "caption" and number == len(pieces) - 1:
                    yield a, b, kind
                else:
                    yield from self._parted(a, b)
            yield first, last, kind
            at = last
        for a, b in self._cut(at, end):
            yield from self._parted(a, b)

    def _parted(self, start: int, end: int) -> Iterator[Piece]:
        """A sentence without the heading or the copy of itself that is run into it."""
        start, end = strip(self.text, start, end)
        again = repeated(self.plain, start, end)
        if again is not None:
            yield start, again, "furniture"
            start = again
        byline = byline_end(self.plain, start, end)
        if byline is not None:
            yield start, byline, "byline"
            start, end = strip(self.text, byline, end)
        kind = self._kind(start, end)
        heading = heading_end(self.plain, start, end) if kind == "statement" else None
        if heading is not None:
            yield start, heading, "headline"
            start, end = strip(self.text, heading, end)
        yield start, end, kind

    def _kind(self, start: int, end: int) -> SentenceKind:
        start, end = strip(self.text, start, end)
        kind = kind_of(self.plain[start:end])
        if kind is None and for_readers(self.plain[start:end]):
            return "furniture"
        return kind if kind and kind != "caption" else "statement"

    def _cut(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Sentences of a stretch of running text, edge to edge."""
        edges = [start]
        for a, b in pairwise([start, *self._glued(start, end), end]):
            edges += [edge for edge in _syntok(self.text[a:b], a) if edge > edges[-1]]
            if b > edges[-1]:
                edges.append(b)
        whole = [edge for edge in edges if edge < end]
        kept = whole[:1]
        for edge in whole[1:]:
            closers = _CLOSERS.match(self.text, edge, end)
            place = closers.end() if closers and self.text[edge - 1 : edge].isspace() else edge
            if not self._joins(kept[-1], place, end) and place > kept[-1]:
                kept.append(place)
        yield from pairwise([*kept, end])

    def _glued(self, start: int, end: int) -> Iterator[int]:
        for match in _GLUED.finditer(self.text, start, end):
            word = self.text[max(start, match.start() - 60) : match.start()].rsplit(maxsplit=1)
            if word and _ADDRESS.search(word[-1]) and word[-1][0] not in "\"“'":
                continue
            at = match.start()
            opens = self.text[at - 1] == '"' and self.text.count('"', start, at - 1) % 2 == 0
            yield at - 1 if opens else at

    def _joins(self, start: int, edge: int, end: int) -> bool:
        """Whether the sentence does not end at ``edge``, whatever syntok thinks."""
        before = self.plain[max(start, edge - 24) : edge].rstrip()
        after = self.plain[edge : edge + 80].lstrip()
        if not after or before.endswith((";", ",")) or not TERMINAL.search(before):
            return True
        if _OPEN_ABBREVIATION.search(before):
            return True
        if after[0].islower() and not after.startswith(("iP", "eB")):
            return before[-1:] != "." or before.endswith("..")
        return before.endswith(('?"', '!"', "?'", "!'")) and bool(_SAID.match(after))


def _syntok(text: str, base: int) -> Iterator[int]:
    """Starts of syntok's sentences."""
    if len(text) < 2 or not _BREAK.search(text):
        return
    from syntok import segmenter

    for paragraph in segmenter.analyze(_SPACE.sub(" ", text)):
        for sentence in paragraph:
            yield base + sentence[0].offset


_BREAK = re.compile(r"[.!?…;:。؟۔！？]")
