"""What a line of an article is, when it is no statement: tables of patterns, one a habit.

The patterns are read against plain text (ASCII quotes and dashes, ordinary spaces) and must
fit a whole line or a whole sentence, so that a sentence *about* comments, photos or Twitter
is left alone.
"""

from __future__ import annotations

import re

from corpus.publication import AGENCY
from corpus.records import SentenceKind

_FURNITURE = (
    # Buttons, counters and widgets.
    r"\d+ min(?:ute)?s?(?: read)?|(?:estimated )?reading time:? ?\d+ min(?:ute)?s?",
    r"(?:share|print|e-?mail|tweet|copy|copy link(?: copy)?|save|embed|play|close|menu|search|home"
    r"|video|videos|photos?|gallery|slideshow|audio|listen|facebook|twitter|whatsapp|telegram"
    r"|linkedin|pinterest|reddit|google ?(?:plus|\+)|flipboard|autoplay|loading|more ?image"
    r"|next|previous|back|top|top stories|world|local|news|politics|show|hide|tags|topics"
    r"|x)(?:[ |/,]+(?:share|print|e-?mail|tweet|copy|copy link|embed|save|facebook|twitter"
    r"|whatsapp|linkedin|pinterest|views? [\d,]+|related|comments?|autoplay|\d+))*",
    r"(?:(?:play|show|hide|view|read|watch)(?: full| the| all)? (?:transcript|video"
    r"|gallery|comments"
    r"|replies|facebook|captions?|photos?|less|more)[ ,|]*)+",
    r"share (?:this|on|via)\b.{0,60}|share (?:article|story|page|post)",
    r"(?:print|e-?mail|save|bookmark|rate) this(?: page| article| story)?",
    r"read or share this story:?.*|get short url|short url:?.*|copy this code .{0,80}",
    r"(?:\d+ )?comments?(?: \(?\d+\)?| off| closed| are closed| on this story)?"
    r"|(?:leave|post|add|view|write|show|no|be the first to) (?:a |your |all )?comments?"
    r"|comment via .{1,40}|community standards ?(?:discussion)?|discussion",
    r"views? ?:? ?[\d,]+|[\d,]+ (?:views|shares|likes|retweets)",
    # Pointers elsewhere.
    r"(?:read|see|watch|listen)(?: also| more| next| full story)?(?: ?:.*| also| more| next| here)",
    r"(?:also read|see also|more on this|more from|related|related (?:coverage"
    r"|stories|articles|news"
    r"|content|topics|links|video)|recommended|most (?:read|popular)|trending|don't miss|up next"
    r"|you (?:may|might) (?:also )?like|tags?|topics?|keywords?|filed under|also)(?: ?:.*)?",
    r"(?:read|see|get) (?:the )?(?:full|whole|entire|original) (?:story|article|report)\b.{0,60}",
    r"(?:click|tap) (?:here|on|to)\b.{0,120}|continue reading\b.{0,60}|story continues.{0,40}",
    r"(?:follow|like|join|find) (?:us\b|me\b|@\w+"
    r"|.{1,60} on (?:twitter|facebook|instagram|telegram|x\b)).{0,120}",
    r"(?:download|get) (?:the|our) .{1,60}\bapps?\b.{0,60}",
    r"(?:sign up|subscribe|register (?:now|here|for|to)|log ?in|donate|support us)\b.{0,160}",
    r"(?:article|story) continues (?:below|after).{0,40}"
    r"|advertisements?|advert|sponsored(?: by .{1,40})?"
    r"|ad|promoted|(?:this|the) (?:article|story) (?:was )?(?:originally"
    r"|first) (?:appeared|published).*",
    r"stay with .{1,80} for (?:updates|more|the latest).{0,60}|check back for .{1,80}"
    r"|this is a (?:developing|breaking) (?:news )?story.{0,120}",
    r"(?:report|submit|send|have|got) (?:an? |us )?(?:error|typo|tip|correction|news tip).{0,120}",
    r"\(?copyright ?(?:©|\(c\)|\d{4}|by\b|:).{0,200}|\(c\) ?\d{4}.{0,160}|\(?©.{0,200}"
    r"|all rights reserved.{0,120}",
    r".{1,60} all rights reserved\.?|our standards ?:.{0,80}|terms (?:of (?:use"
    r"|service)|and conditions).{0,40}"
    r"|privacy policy|cookie policy",
    r"this material may not be published, broadcast, .{1,80}",
    # Addresses alone.
    r"more|buy photos?|see more(?: \w+)?|scroll down.{0,30}|slideshow.{0,20}|\[?click to enlarge\]?"
    r"|please enable javascript.{0,60}",
    r"(?:original|previous|earlier|full|latest) (?:story|coverage|report)s?(?: ?:.*)?",
    r"(?:twitter|e-?mail) ?: ?\S+|download app.{0,60}|sign in\b.{0,60}",
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|[@#]\w+(?: [@#]\w+)*\.?",
    # A lead cut short in a teaser.
    r".*\[ ?(?:\.{1,3}|…) ?\]",
    # Notes on the page itself.
    r"this (?:article|story|piece|report) (?:is|was|has been) (?:an? )?(?:edited|translated|adapted"
    r"|abridged|republished|reprinted|produced|compiled|written)\b.{0,160}",
    r"(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,2}) reports?(?: (?:live )?from .{1,40}| live)?\.?",
    r".{0,120}\bspam you\b.{0,80}|(?:close )?(?:get )?e-?mail notifications\b.{0,100}"
    r"|your notification .{0,60}|there was a problem saving .{0,60}"
    r"|.{0,160}\bdelivered to your inbox\b.{0,60}",
    r"(?:don'?t|never) miss (?:out|another|a|any)\b.{0,160}",
    r"(?-i:[A-Z]{2,6})(?: \d{1,3})?\.?|(?-i:[A-Z]+(?: [A-Z]+)?/[A-Z]{2,6})",
    # Credits at the foot.
    rf"[-( ]*(?:with|from|by|via|source ?:?)? ?{AGENCY}(?:(?:,|/| and|, and|\|) ?{AGENCY})*[ ).-]*",
    r"\(? ?source ?: [^.]{1,80}\)?\.?",
    r"title ?:",
)

_BYLINE = (
    r"(?:(?i:written |posted |reported )?[Bb][Yy]:? )(?-i:(?:[A-Z][\w.'-]*|@\w+|and|of|for|in|the"
    r"|de|al|al-\w+|bin|van|von|&|/|-)(?: ?, ?| ?\| ?| |$)){1,14}",
    r"by:? (?-i:[A-Z]).{2,60}\b(?:updated|posted|published):? .{4,40}",
    r"(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|translation) by\b"
    r".{1,390}",
    r"(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}(?:,? and [A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3})?),?"
    r" (?:also )?contributed to this (?:report|story|article)\.?",
    r"(?:.{1,60} )?contributed (?:reporting )?to this (?:report|story|article)\.?",
    r"(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){1,3}),? ?(?:[|,-] ?)?(?:staff (?:writer|reporter)|"
    r"correspondent|(?-i:[A-Z]\w+) (?:staff|wire))",
    r"(?:(?-i:[A-Z][\w.'-]*) ){0,3}staff (?:writer|reporter|report)s?|news desk|web desk",
)

_CREDIT = (
    r"(?:file )?(?:photo|photograph|image|picture|video|screengrab|screenshot"
    r"|photo credit|credit)s?"
)
_WHO = r"(?-i:[A-Z][\w.'&/-]*(?:[ ,/]{1,2}(?:[A-Z][\w.'&/-]*|of|and|the|for|via)){0,8})"
_IN_BRACKETS = (
    rf"[(\[] ?(?:(?-i:[A-Z][\w.&'-]*)[ /-]){{0,4}}(?:{_CREDIT})"
    rf"(?: ?(?:[:/]|by|via|courtesy(?: of)?) ?[^()\[\]]{{1,60}}| {AGENCY}| ?)[)\]]\.?"
)
"""``(Reuters Photo)``, ``(Photo: A. Name)``, but not ``(a photo from Monday shows ...)``."""

_CAPTION = (
    rf"(?:{_CREDIT}|caption|photo caption)(?: ?: .+| (?:by|via|from|courtesy(?: of)?) {_WHO})",
    rf".+[.!?'\")] ?(?:{_CREDIT}) ?(?:: ?|by |via |from |courtesy(?: of)? ){_WHO}",
    rf".*{_IN_BRACKETS}",
    rf".+\[ ?[^\[\]]{{2,60}}/ ?(?:{AGENCY}|(?-i:[A-Z][\w ]{{2,30}}))\]\.?",
    r".+[.!?] (?:/|\|) (?-i:[A-Z])[\w'.& /-]{2,60}",
    r"file(?: photo)?(?: -|:) .+|in this .{0,40}\b(?:photo|image|picture|frame grab)\b.+",
)

_NOT_A_PLACE = (
    r"UPDATED?|ORIGINAL|BREAKING|WATCH|PHOTOS?|VIDEOS?|READ|MORE|NOTE|CORRECTION|FACTBOX|TIMELINE"
    r"|EXCLUSIVE|ANALYSIS|OPINION|EDITORIAL|LIVE|ALERT|CAPTURED|RELATED|WARNING|PREVIOUS(?:LY)?"
    r"|ALSO|ALL|STORY|GUIDE|EARLIER|LATEST|DEVELOPING|QUESTION|ANSWER|INTERVIEW|SUMMARY"
    r"|BACKGROUND|CLARIFICATION"
)
_CAPITALS = r"(?-i:[A-Z][A-Z.'-]+(?: [A-Z][A-Z.'-]+){0,3})"
_REGION = r"(?:, ?(?-i:[A-Z][\w.'-]*)(?: (?-i:[A-Z][\w.'-]*)){0,2}){0,2}"
_DAY = r"(?:,? ?\(?(?:[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9})(?:, ?\d{4}| \d{4})?\)?)?"
_TEXT = r"(?=[\"'(]?(?-i:[A-Z\d]))"
_DASH = r"(?: (?:--|-) ?|(?:--|-) )"
"""With a space on one side at least: ``U.S.-Russian`` is no dateline."""
_DATELINE = (
    rf"(?!(?:{_NOT_A_PLACE})\b){_CAPITALS}{_REGION}(?:/{_CAPITALS}{_REGION})?{_DAY}"
    rf" ?(?:\([^()]{{2,40}}\))?{_DASH}{_TEXT}",
    rf"(?-i:[A-Z][\w.'-]+(?: [A-Z][\w.'-]+){{0,3}}){_REGION}{_DAY} ?\([^()]{{2,30}}\)"
    rf"(?:{_DASH}|: ?){_TEXT}",
    rf"\({AGENCY}\){_DASH}{_TEXT}",
    rf"(?!(?:{_NOT_A_PLACE})\b){_CAPITALS}{_REGION} \((?-i:[A-Z]{{3,5}})\) {_TEXT}",
    rf"\(\d{{1,2}}/\d{{1,2}}/\d{{2,4}}\){_DASH}{_TEXT}",
)
_DATES = (
    r"\(?(?:published|posted|updated|created|(?:last )?(?:updated|modified))(?: on| at)? ?:? "
    r"(?=[^()]{0,40}\d)(?=\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)[^().]{4,20}\.?[^().]{0,24}\)?\.?",
    r"-? ?updated:? .{1,20} ago|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\.?(?: [A-Z]{2,4})?:?",
    rf"{_CAPITALS}{_REGION} ?(?:\([^()]{{2,40}}\))? ?(?:--|-)?(?<=[)-])",
    r"\(?(?:updated|published) [\d.:/ -]{6,24}\)?",
)
"""Datelines alone on a line: when a page was put up, the hours of a running report, a place."""

_BARE_DATELINE = re.compile(
    rf"(?!(?:{_NOT_A_PLACE})\b)[A-Z]{{4,}}(?: [A-Z]{{3,}}){{0,2}} ?: ?(?=[\"'(]?[A-Z\d])"
    rf"|(?!(?:{_NOT_A_PLACE})\b)[A-Z]{{4,}}(?: [A-Z]{{4,}}){{0,1}}(?: [A-Z][a-z]+)? "
    r"(?=(?:A|An|The|At|Nearly|Some|More|About|Around|Over|Almost|Dozens|Hundreds|Thousands|Two"
    r"|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|Fourteen|Fifteen|Twenty)\b )"
)
"""At the start of an article only: ``PLACE:`` (further down it is a speaker of an interview)
and, for text that lost its punctuation, ``PLACE At least 70 people``."""

_AGENCY_FRONT = re.compile(rf"{AGENCY}(?:(?:,|/| and) ?{AGENCY})* (?=[A-Z\"])")

_LABEL = re.compile(
    rf"(?:(?:{_NOT_A_PLACE})(?: STORY| REPORT)? ?(?::|-(?= ))"
    r"|(?:Original|Previous|Earlier) [Ss]tory ?:|Advertisement(?= [A-Z]))\s*(?=\S)"
)
"""``UPDATE:`` before a sentence."""

_BUTTONS = re.compile(
    r"\b(?=(?:\w+ ){0,3}(?:Print|Tweet|Views|Copy Link)\b)"
    r"(?:(?:Print|Tweet|Email|Share|Views [\d,]+|Related|Comments|Copy Link|Copy|Facebook|Twitter"
    r"|Save)\b ?){2,}"
)
"""A row of buttons run into the text."""

_WIDGET = re.compile(
    r"\b(?:Get short URL|Read Also|Comment via \w+)\b(?: \d[\d ]*)?"
    r"|\bSlideshow \(\d+ Images?\)|\bView Full Caption\b"
)
"""Widgets of a page run into its text."""

_FOOT = re.compile(rf"(?<=[.!?\"'])\s*(?:--?|/)\s?{AGENCY}[.\s]*$")
"""``... he said.--AFP``: the agency behind the last sentence."""

_AGENCIES = r"(?-i:[A-Z][\w.]*(?: [A-Z][\w.]*){0,3})(?:,| and|/) ?agencies"
_INLINE_CREDIT = re.compile(_IN_BRACKETS, re.IGNORECASE)

_INLINE_DATE = re.compile(
    rf"(?<=\w )(?-i:{AGENCY})(?: [A-Z][a-z]+day)? \d{{1,2}} [A-Z][a-z]{{2,8}} \d{{4}}(?= [A-Z])"
)
"""``... in Vell AP Thursday 1 Aug 2013 At least ...``: a page's head run into its text."""
_INLINE_AGENCY = re.compile(
    rf"(?:(?<=[.!?\"'] )|(?<![\s\S]))[(\[](?:{AGENCY}|{_AGENCIES})"
    rf"(?:(?:/|,| and) ?{AGENCY})*[)\]](?= [A-Z])",
    re.IGNORECASE,
)

_PAGE_WORDS = re.compile(
    r"\b(?:Terms of Use|Privacy Policy|Cookie Policy|Contact Us|About Us|Careers|Press Releases"
    r"|Live TV|Related News|Related Articles|Follow us|Newsletter|Latest News|All rights reserved"
    r"|Youtube|Instagram|Facebook|Twitter|Android|iOS|Sign up|Subscribe|respect your privacy)\b",
    re.IGNORECASE,
)
_PAGE = 3
"""Different words of a page's foot that make a line one, however long."""

_PHONE = re.compile(r"(?:\(\d{3}\) ?|\b\d{3}[-. ])\d{3}[-. ] ?(?:\d{4}|[A-Z]{4})\b|\S@\w+\.\w")
_ASKS = re.compile(
    r"\b(?:call(?:ing)?|contact(?:ing)?|text|phoned?|reach|dial|e-?mail(?:ed)?|notify|come forward"
    r"|crime ?stoppers)\b",
    re.IGNORECASE,
)
_READERS = re.compile(
    r"(?:(?:police|detectives|investigators|authorities)"
    r" (?:are asking|ask|urge|asked|would like) )?"
    r"(?:any(?:one|body) (?:with|who|having)|if you (?:have|know|saw|recogni[sz]e))\b",
    re.IGNORECASE,
)
_ALSO = re.compile(r", (?:but|and)(?: police)?(?: is| are)? (?:asking|urging|asks?|urges?)\b")
"""Before the request something is told."""
_TIPS = re.compile(
    r".{0,80}\bsend\b.{0,20}\banonymous (?:information|tips?)\b"
    r"|(?:anonymous )?(?:tips|tipsters|callers)\b[^.]{0,60}\b(?:anonymous(?:ly)?|phoned|reward|made"
    r"|submitted|left|online|call)\b"
    r"|you (?:can|may|do not|don't)\b[^.]{0,60}\banonymous\b",
    re.IGNORECASE,
)


def _table(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_KINDS: tuple[tuple[SentenceKind, re.Pattern[str]], ...] = (
    ("furniture", _table(_FURNITURE)),
    ("byline", _table(_BYLINE)),
    ("caption", _table(_CAPTION)),
    ("dateline", _table(_DATES)),
)
_LONGEST = 400
"""Characters of the longest line that is looked up in the tables; furniture is short."""

_DATELINES = _table(_DATELINE)


def kind_of(line: str) -> SentenceKind | None:
    """What a whole line (plain text, no spaces around it) is; ``None`` for a possible
    statement or headline."""
    if not any(map(str.isalpha, line)):
        return "furniture"
    if len(line) > _LONGEST:
        return None
    return next((kind for kind, table in _KINDS if table.fullmatch(line)), None)


def for_readers(sentence: str) -> bool:
    """Whether a sentence speaks to the readers of the page, not of the event: whom to call with
    what they know, where to subscribe. A run of the words of a page's foot is one, too."""
    if _TIPS.match(sentence):
        return True
    if len({found.lower() for found in _PAGE_WORDS.findall(sentence)}) >= _PAGE:
        return True
    asks = _ASKS.search(sentence) is not None and not _ALSO.search(sentence)
    return asks and (_READERS.match(sentence) is not None or _PHONE.search(sentence) is not None)


def dateline_end(plain: str, start: int, end: int, first: bool) -> int | None:
    """Where the dateline that opens ``plain[start:end]`` ends; ``None`` when none does.

    ``first`` says that nothing but headlines stands before it.
    """
    match = _DATELINES.match(plain, start, min(end, start + 160))
    if match is None and first:
        match = _BARE_DATELINE.match(plain, start, min(end, start + 160))
    return match.end() if match else None


def agency_end(plain: str, start: int, end: int) -> int | None:
    """Where an agency's name ends that stands between a headline and its text."""
    match = _AGENCY_FRONT.match(plain, start, end)
    return match.end() if match else None


def label_end(plain: str, start: int, end: int) -> int | None:
    """Where a label in capitals (``UPDATE:``) that opens the line ends."""
    match = _LABEL.match(plain, start, end)
    return match.end() if match else None


def inline(plain: str, start: int, end: int) -> list[tuple[int, int, SentenceKind]]:
    """Stretches inside running text that are no part of it: rows of buttons, photo credits."""
    found: list[tuple[int, int, SentenceKind]] = [
        (match.start(), match.end(), "furniture")
        for table in (_BUTTONS, _WIDGET, _INLINE_AGENCY)
        for match in table.finditer(plain, start, end)
    ]
    foot = _FOOT.search(plain, max(start, end - 40), end)
    if foot:
        found.append((foot.start(), end, "furniture"))
    found += [
        (match.start(), match.end(), "dateline")
        for match in _INLINE_DATE.finditer(plain, start, end)
    ]
    found += [
        (match.start(), match.end(), "caption")
        for match in _INLINE_CREDIT.finditer(plain, start, end)
    ]
    return sorted(found)
