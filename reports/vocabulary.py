"""The words of questions: what was done, what happened, what is asked about it."""

from __future__ import annotations

import re

from claims.records import Kind

_IRREGULAR = {
    "build": "built",
    "find": "found",
    "hit": "hit",
    "hold": "held",
    "repel": "repelled",
    "shoot": "shot",
    "shoot_down": "shot down",
    "strike": "struck",
    "take": "taken",
    "withdraw": "withdrawn",
}
_REGULAR = (
    "abduct acquit arrest attack besiege bomb capture charge close convict damage deny destroy "
    "detain die dismiss displace escape evacuate flee free hospitalise injure kill open "
    "recapture reject release rescue seize sentence shell survive treat"
)
_DOUBLED = {"acquit": "acquitted", "flee": "fled", "deny": "denied", "die": "died"}
PARTICIPLES: dict[str, str] = (
    {word: word + ("d" if word.endswith("e") else "ed") for word in _REGULAR.split()}
    | _DOUBLED
    | _IRREGULAR
)
"""Past participles of the senses that claims are compared by."""

INTRANSITIVE = frozenset({"charge", "deny", "die", "escape", "flee", "survive", "withdraw"})
"""Senses of :data:`PARTICIPLES` that say nothing of a patient: no "When was X died?"."""
LASTING = frozenset({"besiege", "hold"})
"""Senses of states: asked about only where no claim tells of an act."""
ACTIVE = {"take": "took", "shoot_down": "shot down"}
"""Past tenses that aren't the participle."""
VERBS = {
    "arrive": "arrive",
    "begin": "start",
    "collapse": "collapse",
    "crash": "crash",
    "die": "die",
    "end": "end",
    "explode": "explode",
    "flee": "flee",
    "happen": "happen",
    "leave": "leave",
    "occur": "happen",
    "start": "start",
    "withdraw": "withdraw",
}
"""Senses of claims that read well as "Where did X ...?"."""

FIGHTERS = frozenset(
    "terrorist militant jihadist jihadi insurgent extremist rebel fighter gunman takfiri "
    "militiaman mercenary".split()
)
"""Words of one party for the armed men of another."""
PEOPLE = frozenset(
    "person people civilian citizen resident local villager victim individual body fatality "
    "casualty death martyr".split()
)

ASKS_OF_PATIENT: dict[Kind, str] = {
    "date": "When {was} {patient} {participle}?",
    "time": "At what time {was} {patient} {participle}?",
    "place": "Where {was} {patient} {participle}?",
    "actor": "Who {active} {patient}?",
    "manner": "How {was} {patient} {participle}?",
}
"""Of what was done to somebody or something, by sense and patient."""
ASKS_OF_AGENT: dict[Kind, str] = {
    "date": "On what date did {agent} {verb}?",
    "time": "At what time did {agent} {verb}?",
    "place": "Where did {agent} {verb}?",
    "manner": "How did {agent} {verb}?",
}
"""Of what somebody or something did."""
ASKS_OF_NAME: dict[Kind, str] = {
    "age": "How old is {name}?",
    "outcome": "What became of {name}?",
    "extent": "What became of {name}?",
}
"""Of a person or a thing with a name."""
ASKS_OF_EVENT: dict[Kind, str] = {
    "date": "On what date was {event}?",
    "time": "At what time was {event}?",
    "place": "Where was {event}?",
    "actor": "Who was behind {event}?",
    "outcome": "What was the outcome of {event}?",
    "extent": "How far did {event} go?",
    "name": "Who is named in reports of {event}?",
    "manner": "How did {event} come about?",
}
"""Of one of :data:`EVENTS`, with its place and day."""
AS_IT_STANDS: dict[Kind, str] = {
    "date": "On what date was this?",
    "time": "At what time was this?",
    "age": "How old was this person?",
    "place": "Where was this?",
    "actor": "Who did this?",
    "name": "Who was this?",
    "outcome": "What came of this?",
    "extent": "How far did this go?",
    "manner": "How did this happen?",
    "figure": "How many?",
}
"""What is asked when the claims say no more; what it is about is shown below it."""

EVENTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (phrase, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE))
    for phrase, pattern in (
        ("the earthquake", r"(?:earth)?quakes?"),
        ("the flood", r"floods?|flooding"),
        ("the storm", r"storm|hurricane|typhoon|cyclone|tornado"),
        ("the landslide", r"landslides?|mudslides?"),
        ("the crash", r"crash(?:es|ed)?|collision|derailment"),
        ("the collapse", r"collapsed?"),
        (
            "the fire",
            r"(?<!opened )(?<!open )(?<!under )(?<!artillery )(?<!mortar )(?<!rocket )(?<!tank )"
            r"(?<!sniper )(?<!friendly )fire(?! (?:chief|service|brigade|department|crew|official|"
            r"engine|truck|station|marshal|officer|authorit))|blaze|flames",
        ),
        ("the stampede", r"stampede"),
        ("the ambush", r"ambush(?:es|ed)?"),
        ("the shooting", r"shootings?|gunman|gunmen|shot dead|opened fire"),
        ("the stabbing", r"stabbings?|stabbed"),
        ("the chemical attack", r"chemical attack|sarin|chlorine|poison gas|nerve gas"),
        (
            "the air strikes",
            r"air ?-?(?:strikes?|raids?)|aerial (?:attacks?|bombardments?)|warplanes|barrel bombs?",
        ),
        ("the shelling", r"shell(?:s|ing|ed)?|mortars?|rockets?|artillery"),
        ("the bombing", r"(?:car |suicide )?bomb(?:ing|ings|s|er|ers)?|blasts?|explosions?"),
        ("the clashes", r"clash(?:es|ed)?|fighting|battles?"),
        ("the attack", r"attack(?:s|ed)?|assault|raids?|strikes?|offensive|massacre"),
    )
)
"""What happened, the more telling first, and the words by which a claim tells of it."""

AIMED = frozenset({"the attack", "the air strikes", "the chemical attack", "the shelling"})
"""Events that are "on" a place."""
