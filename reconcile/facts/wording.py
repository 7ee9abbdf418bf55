"""Words by which a text says what its number stands for: tables of patterns for figures."""

from __future__ import annotations

import functools
import re

from reconcile.views import REMEMBERED


@functools.lru_cache(maxsize=REMEMBERED)
def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a pattern is found in a text; remembered, as every figure of a text is asked of."""
    return bool(pattern.search(text))


def _pattern(*words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


REVISED = _pattern(
    r"r[io]sen?|rises|rising|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|increas\w+|went up",
    r"new toll|latest toll|updated?|revis\w+|correct(?:s|ed|ing|ions?)",
    r"(?:has|have) since|earlier (?:\w+ )?(?:reports?|toll|count)|previous\w*|initial\w*|at first",
    r"so far|later died|succumb\w*",
    r"(?:later|earlier) (?:said|reported|put|gave|told|announced|counted|spoke)",
)
"""The number takes the place of another."""

EARLY = _pattern(
    r"preliminary (?:\w+ )?(?:toll|count|figures?|reports?|information)|provisional(?:ly)?",
    r"(?:toll|number|count|figures?)[\w ]{0,30} (?:could|may|might|likely to|expected to|set to) "
    r"(?:still )?(?:rise|climb|increase|grow|go up)",
    r"(?:expected|likely|feared) to (?:rise|climb|increase)|breaking(?: news)?:|"
    r"(?:still|being) (?:pulled|recovered|dug|trapped|searching)",
    r"breaking news(?: alert)?|#(?:developing|breaking)|initial (?:death )?(?:toll|count)s?",
    r"(?:still|working to|trying to|continu\w+ to) (?:be )?(?:retriev|recover|pull|dig)\w*"
    r" (?:the |more |out )?(?:\w+ )?(?:victims?|bodies|survivors?|people|dead|wounded)",
)
"""The toll an article gives is a first one, and it says so."""

RAISED = _pattern(
    r"(?:later|subsequently) (?:said|reported|put|told|announced|counted)",
    r"(?:has|have|had) (?:since )?(?:risen|climbed|reached)",
    r"(?:rais|updat|revis)(?:es?|ed|ing) (?:\w+ ){0,3}(?:toll|count|number|figure)s?",
    r"(?:toll|number|count) (?:\w+ ){0,3}(?:rose|rises|climbed|jumped|reached)",
    r"(?:new|latest|updated|revised|earlier) (?:death )?(?:toll|count)s?",
    r"earlier (?:said|reported|report|reports)|had (?:earlier|previously|initially)",
)
"""An article's number takes the place of a lower one."""

RULING = _pattern(
    r"(?:pro-)?(?:government|regime)", r"army|loyalists?|security forces|police|pro-\w+"
)
"""Who holds power, in what is counted: "regime forces"."""

JOINED = re.compile(
    r"\b(?:in|on|near|at) (?:the )?(?:\w+ of )?[A-Z][\w'’-]*(?:,? [A-Z][\w'’-]*)*"
    r",? and (?:(?:in|on|near|at|the|nearby|neighbou?ring|\w+ of) )*[A-Z]"
)
"""Two places joined; a comma alone joins a town to its province."""

COUNTRYWIDE = _pattern(
    r"(?:across|throughout|around|over|all over) (?:the )?(?:whole |entire )?(?:country|nation)",
    r"(?:nation|country)-?wide",
    r"(?:in|across) (?:various|several|different|many) "
    r"(?:provinces|governorates|regions|cities|towns|villages|parts|areas)",
)
"""A count of more than one place."""

CUMULATIVE = _pattern(
    r"so far this|(?:in|over) the (?:past|last) (?!\d+ hours|24|hour|day\b)\w+|this year",
    r"(?:since|during|in|of) (?:(?:the|its|their|a) )?(?:\w+[- ]){0,2}"
    r"(?:war|conflict|uprising)(?![- ](?:torn|ravaged|zone|monitor|plane|ship|crime|veteran))",
    r"(?:war|conflict|uprising|revolt) (?:has|have|that|which|began|started|killed|left)",
    r"since (?:then|the (?:beginning|start|outbreak))",
    r"per (?:day|week|month|year)|each (?:day|month|year)|every (?:day|week|month|year)|daily",
    r"(?:overall|grand) total of",
)
"""A count over a longer time than one event."""

NARROWER = _pattern(
    r"in (?:the )?hospitals?|at the scene|on the spot|under the rubble|instantly",
    r"of (?:his|her|their) (?:wounds|injuries)",
    r"of (?:the|those|them)(?: \w+)? (?:killed|dead|victims|wounded)",
)
"""Only those who died in one place or way are counted."""

REST = re.compile(
    r"\b(?:another|additional|further|(?:second|third|fourth|fifth|last)"
    r"|(?:as well as|in addition to|besides|apart from|other than) (?:the|these|those))\W*$",
    re.IGNORECASE,
)
"""What stands before a number of those not counted yet."""

_COUNTING = r"including|counting|among (?:them|whom|the dead)(?: (?:is|are|was|were))?|along with"
_ATTACKER = (
    r"(?:the |a |an |his |her |their )?(?:\w+ )?"
    r"(?:gun(?:man|men)|shooters?|attackers?|assailants?|suicide bombers?|bombers?|hijackers?"
)

COUNTED_IN = _pattern(rf"(?:{_COUNTING}) {_ATTACKER}|suspects?)")
"""An attacker who is told as one of those counted."""

OWN_DEATH = _pattern(
    "murder-suicide", "suicide", "himself", "herself", "self-inflicted",
    r"took (?:his|her) own life", rf"(?:{_COUNTING}|as well as|and) {_ATTACKER})",
)  # fmt: skip
"""An attacker's own death, which outlets count or leave out."""

SOON_AFTER = re.compile(
    r"\b(?:just|only|merely|barely|less than|(?:with)?in)\s(?:[\w-]+\s){0,3}?"
    r"(?:hours?|days?|weeks?|months?)\s(?:after|before)\s[^,;.]{0,60}$",
    re.IGNORECASE,
)
"""What stands before the number of an event that a text calls to mind beside its own: "just days
after five people were killed"."""

SUPERSEDED = re.compile(
    r"\b(?:initial|earlier) reports?\b(?! from| of)|\binitially\b|\boriginally\b(?! from)|"
    r"\b(?:as|than) (?:was )?(?:first|initially|originally|previously) "
    r"(?:reported|thought|believed|said|stated|announced)\b|\bnot \w+,? as \w+ reported\b",
    re.IGNORECASE,
)
"""A value that its own text takes back."""

SINCE = _pattern("since")

SINCE_START = _pattern(
    r"since (?:the |its |their )?(?:very )?(?:beginning|start|outbreak|onset)(?: of)?",
    r"since (?:the |its )?(?:\w+ ){0,2}(?:war|conflict|uprising|revolt|revolution|crisis|strikes?|"
    r"campaign|offensive|operation|truce|ceasefire)s? (?:began|started|broke out|erupted)",
)
"""A count of all that a war or an offensive has cost so far."""

LASTING = _pattern(
    r"(?:in|within|over|during|for|of) (?:(?:just|only|about|around|nearly|almost|the|less than|"
    r"more than|under|over|past|last|previous|span of|period of) ){0,4}"
    r"(?P<number>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|few|several|past|last)"
    r"[- ](?P<unit>hour|day|week|month|year)s?\b(?!-| (?:ago|old|earlier|later|before|after)\b)",
)
"""A span told by its length: "in less than a month"."""

NTH_IN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|\w+th|time|times|\w+est|worst|most|since|again)\b[^,;.]{0,160}$",
    re.IGNORECASE,
)
"""What stands before a span in which something else happened as well: "the worst in a year"."""

SPAN = re.compile(r"\b(?:between|from|over|past|last|during|this) \w+", re.IGNORECASE)
"""A date that is a span to count over, not a day told vaguely."""
