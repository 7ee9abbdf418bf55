"""Which news agencies an article credits: in its dateline, byline, foot, rights line or metadata.

A credit stands by itself. An agency named in a sentence ("told AFP", "Reuters reported") is a
source of that sentence, and a photo's credit ("AFP Photo") is the photo's.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator

from corpus.records import Article, Credit, CreditPlace

_SPELLINGS = {
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "AP": ("AP", "The Associated Press", "Associated Press", "AP News"),
    "Reuters": ("Reuters", "REUTERS", "Thomson Reuters"),
    "dpa": ("dpa", "DPA", "Deutsche Presse-Agentur"),
    "UPI": ("UPI", "United Press International"),
    "TASS": ("TASS", "ITAR-TASS", "Itar-Tass"),
    "Rossiya Segodnya": ("RIA Novosti", "RIA", "Sputnik", "Rossiya Segodnya"),
    "Interfax": ("Interfax",),
    "Xinhua": ("Xinhua", "Xinhua News Agency", "Xinhuanet"),
    "Anadolu": ("Anadolu Agency", "Anadolu", "AA"),
    "SANA": ("SANA", "Syrian Arab News Agency"),
    "IRNA": ("IRNA", "Islamic Republic News Agency"),
    "WAFA": ("WAFA",),
    "EFE": ("EFE",),
    "ANSA": ("ANSA",),
    "Kyodo": ("Kyodo", "Kyodo News"),
    "Yonhap": ("Yonhap", "Yonhap News Agency"),
    "PTI": ("PTI", "Press Trust of India"),
    "IANS": ("IANS",),
    "AAP": ("AAP", "Australian Associated Press"),
    "PA Media": ("PA Media", "Press Association"),
    "The Canadian Press": ("The Canadian Press", "Canadian Press"),
    "Tribune News Service": ("Tribune News Service", "TNS"),
}
"""Agencies that sell their text to outlets, by the spellings they are credited with; what one
company sells under several names (RIA Novosti and Sputnik) is one."""

UNNAMED = "agencies"
"""What is credited where a text says only "agencies": no origin, but a word of warning."""

_BY_SPELLING = {spelling: name for name, all_ in _SPELLINGS.items() for spelling in all_}
_FOLDED = {spelling.casefold(): name for spelling, name in _BY_SPELLING.items()}
_ONE = "(?:" + "|".join(sorted(map(re.escape, _BY_SPELLING), key=len, reverse=True)) + r")(?![\w-])"
_SOME = rf"{_ONE}(?:(?:, and |, |/| and | & ){_ONE})*"
_S = r"[ \t\xa0]"
_NAMED = r"[A-Z][\w.'’&-]*"
_HOUSE = rf"(?:[\w.]{{1,30}}(?:{_S}[\w.]{{1,30}}){{0,3}}/)?"

_HEAD = (
    # BEIRUT (Reuters) - ... ; WASHINGTON (Local Station/AP) -- ...
    re.compile(rf"\({_HOUSE}({_SOME})(?:/[\w. ]{{1,30}})?\){_S}*(?:--|[-–—:])"),
    # BRIM, 3 March (The Associated Press) The ...: a photo's credit has no dateline before it
    re.compile(rf"(?:^|\. ){_S}*[A-Z]{{3,}}[A-Z .]{{0,20}}[^\n.()]{{0,20}}\(({_SOME})\){_S}+[A-Z]"),
    # Headline AFP Sunday 5 June 2016 Text
    re.compile(
        rf"(?:^|(?<!told)(?<!with)(?<!to)(?<!by){_S})({_SOME}){_S}+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
        r"[a-z]*,? \d{1,2} [A-Z][a-z]+ \d{4}"
    ),
)
_BYLINE = re.compile(
    rf"(?:[Bb][Yy]:?{_S}+)?(?:{_NAMED},?{_S}+){{0,5}}(?:[,|/–—-]{_S}*)?(?<![\w(])({_SOME})"
    rf"(?:{_S}+(?:[Ss]taff|[Ww]riters?|[Cc]orrespondent))?\W*"
)
_FOOT_LINE = re.compile(rf"\W*(?:(?i:source:?|sources:|from|by|via){_S}+)?({_SOME})\W*")
_FOOT_END = re.compile(
    rf"(?:[.!?\"”’]{_S}*(?:--?|[–—/]){_S}?|\((?:(?i:source:?|from){_S}+)?)({_SOME})\)?\W*$"
)
_SIGNED = re.compile(
    r"\(?\bReporting by [A-Z][^\n()]{2,200}; ?(?:\w+ by [^\n();]{2,80}; ?)*[Ee]diting by"
)
"""How Reuters signs off: the outlets that print its text keep it."""
_PARTLY = (
    # With AFP ; (With AFP and Reuters) ; With additional inputs from PTI
    re.compile(
        rf"(?:^|[.!?\"”]{_S}*\(?|\(){_S}*[Ww]ith{_S}+"
        rf"(?:(?:additional{_S}+)?(?:reporting|inputs?|information){_S}+(?:from|by){_S}+)?"
        rf"({_SOME})(?:\)|\W*$)",
        re.MULTILINE,
    ),
    re.compile(
        rf"(?i:(?:additional|further|other){_S}+reporting{_S}+(?:by|from)){_S}+"
        rf"(?:[^\n.;()]{{0,60}}[\s,])?({_SOME}|[Aa]gencies)"
    ),
    re.compile(
        rf"({_SOME}|\b[Aa]gencies)(?:{_S}+(?:[Ww]riters?|reporters?|correspondents?)[^\n.]{{0,80}}?)?"
        rf"{_S}+(?:also{_S}+)?contributed to this"
    ),
    # Orla Post and Agencies
    re.compile(
        rf"(?:^|[/(|]{_S}*|\b[Ss]ource:?{_S}+|\b[Ww]ith{_S}+|\b[Bb]y{_S}+)(?:{_NAMED}{_S}+){{0,4}}?"
        rf"(?:(?:and|&|\+){_S}+)?\b([Aa]gencies|AGENCIES)\b(?=\W*(?:$|[)\n]|Related|Read))",
        re.MULTILINE,
    ),
)
"""Credits of a part of the text: the rest is the outlet's."""
_RIGHTS = (
    re.compile(
        rf"(?i:copyright|©){_S}*(?i:\(c\)|©)?{_S}*(?:\d{{4}})?,?{_S}*(?:[Bb]y{_S}+)?"
        rf"((?:The{_S}+)?{_NAMED}(?:{_S}+{_NAMED}){{0,4}})"
    ),
    re.compile(r"\bThe (Thomson Reuters) Trust Principles"),
)
_NO_HOLDER = frozenset("all rights reserved the and its tm inc this no part".split())

_HEAD_LINES = 6
_FOOT_LINES = 5
_FEWEST_LETTERS = 3
_REACH = 400
"""Code points of the head that may hold a dateline."""


def credits(article: Article) -> tuple[Credit, ...]:
    """Every credit of an article in the order of the text, those of its metadata first; empty
    when it credits no one. What stands twice in one place is given once."""
    given = _metadata(article)
    found = [Credit(name, "metadata", given, 0, 0) for name in _given(given)]
    found += [Credit(name, "byline", article.author, 0, 0) for name in _in_author(article.author)]
    seen = {(credit.agency, credit.where) for credit in found}
    in_text = sorted(_in_text(article), key=lambda c: (c.start, c.end, c.agency))
    parts = [(credit.start, credit.end) for credit in in_text if not credit.whole]
    for credit in in_text:
        if credit.whole and any(s < credit.end and credit.start < e for s, e in parts):
            continue  # "With AFP" on a line of its own looks like a byline
        if (credit.agency, credit.where) not in seen:
            seen.add((credit.agency, credit.where))
            found.append(credit)
    return tuple(found)


def agency_of(article: Article, found: Iterable[Credit]) -> str:
    """The agencies an article credits, by their short names, parted by ``, ``: its metadata's
    where it has one, otherwise those credited with all of the text, otherwise with a part."""
    if given := _metadata(article):
        return given
    named = counted(found)
    chosen = [credit for credit in named if credit.whole] or named
    return ", ".join(dict.fromkeys(credit.agency for credit in chosen))


def counted(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """The credits that say who an origin is: the user's word alone, where there is one, and
    otherwise all that name somebody."""
    every = tuple(found)
    chosen = tuple(credit for credit in every if credit.where == "declared") or every
    return tuple(credit for credit in chosen if credit.agency not in ("", UNNAMED))


def _metadata(article: Article) -> str:
    """The agency that an article's metadata gives, though a run before has filled the field."""
    if not article.credits:
        return article.agency
    return next((credit.text for credit in article.credits if credit.where == "metadata"), "")


def house_agency(name: str) -> str:
    """The agency's short name where ``name`` is one of its spellings (an outlet "Xinhuanet" is
    Xinhua); empty otherwise."""
    bare = re.sub(r"^the |^www\.|\.(?:com|net|org|ru|news|sy)$", "", name.strip().casefold())
    return _FOLDED.get(bare, "")


def agencies_in(words: str) -> tuple[str, ...]:
    """Short names of the agencies that some words name, in their order."""
    return tuple(dict.fromkeys(_BY_SPELLING[match[0]] for match in re.finditer(_ONE, words)))


def _given(written: str) -> Iterable[str]:
    return [
        house_agency(part) or part.strip() for part in re.split(r"[,;/]", written) if part.strip()
    ]


def _in_author(written: str) -> Iterable[str]:
    """An agency as author, with or without a writer's name; not a name that is like one."""
    return agencies_in(written) if _BYLINE.fullmatch(written.strip()) else ()


def _in_text(article: Article) -> Iterator[Credit]:
    text = article.text
    yield from _matches(text, _HEAD, "dateline", 0, _REACH)
    lines = [
        match.span() for match in re.finditer(r"[^\n]*[^\s][^\n]*", text) if len(match[0]) < 120
    ]
    # A line is looked at only when short: a credit stands by itself.
    for start, end in lines[:_HEAD_LINES]:
        if start < 4 * _REACH:
            yield from _line(text, _BYLINE, "byline", start, end)
    for start, end in lines[-_FOOT_LINES:]:
        yield from _line(text, _FOOT_LINE, "foot", start, end)
    foot = max(0, len(text) - 2 * _REACH)
    for match in re.finditer(r"[^\n]+", text[foot:].rstrip()):
        yield from _matches(text, (_FOOT_END,), "foot", foot + match.start(), foot + match.end())
    own = _letters(article.outlet.split()[0]) if article.outlet.strip() else ""
    for signed in _SIGNED.finditer(text, foot):
        if not own or own not in _letters(signed[0]):  # another wire may sign off so, too
            yield Credit("Reuters", "foot", signed[0], *signed.span(), whole=False)
    head = min(2 * _REACH, foot)
    for credit in (
        *_matches(text, _PARTLY, "byline", 0, head),
        *_matches(text, _PARTLY, "foot", foot, len(text)),
    ):
        yield dataclasses.replace(credit, whole=False)
    yield from _rights(article, foot)


def _matches(
    text: str, patterns: Iterable[re.Pattern[str]], where: CreditPlace, start: int, end: int
) -> Iterator[Credit]:
    for pattern in patterns:
        for match in pattern.finditer(text, start, min(end, len(text))):
            yield from _credits(match, where)


def _line(
    text: str, pattern: re.Pattern[str], where: CreditPlace, start: int, end: int
) -> Iterator[Credit]:
    stretch = text[start:end]
    lead = len(stretch) - len(stretch.lstrip())
    if match := pattern.fullmatch(text, start + lead, start + len(stretch.rstrip())):
        yield from _credits(match, where)


def _credits(match: re.Match[str], where: CreditPlace) -> Iterator[Credit]:
    for name in agencies_in(match[1]) or (UNNAMED,):
        yield Credit(name, where, match[0], *match.span())


def _rights(article: Article, foot: int) -> Iterator[Credit]:
    """Holders of the text's rights, other than the outlet itself."""
    for pattern in _RIGHTS:
        for match in pattern.finditer(article.text, foot):
            holder = _holder(match[1])
            if holder and not _alike(holder, article.outlet):
                named = agencies_in(holder)
                yield Credit(named[0] if named else holder, "copyright", match[0], *match.span())


def _holder(words: str) -> str:
    kept: list[str] = []
    for word in words.split():
        if word.strip(".,").casefold() in _NO_HOLDER and kept != []:
            break
        kept.append(word.rstrip(".,"))
        if word.endswith((".", ",")):
            break
    name = " ".join(kept)
    return "" if name.casefold() in _NO_HOLDER else name


def _alike(holder: str, outlet: str) -> bool:
    """Whether a holder of rights is the outlet, by letters: "WBTV" and "wbtv.com", or by its
    first word: "CBS Radio" and "boston.cbslocal.com"."""
    name = _letters(re.sub(r"\.\w{2,4}$", "", outlet))
    first = _letters(holder.removeprefix("The ").split()[0])
    return any(
        len(part) >= _FEWEST_LETTERS and part in whole
        for part, whole in ((name, _letters(holder)), (_letters(holder), name), (first, name))
    )


def _letters(name: str) -> str:
    return re.sub(r"\W|_", "", name).casefold()
