"""What befell a phrase by the parse: from its head up to the verb or noun that governs it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.figures.nouns import lemma
from claims.figures.roles import ADJECTIVE, NOUN, Sense, sense
from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SELF = frozenset({"himself", "herself", "themselves", "self", "itself"})
OBJECT_STARTS = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON"})
TIME = word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday today overnight last this "
    "late early"
)
_MANY = word_set(
    "scores dozens hundreds thousands several many two three four five six seven eight nine ten "
    "eleven twelve"
)
_SOURCES = word_set(
    "ngo monitor monitors police official officials report reports activists medics"
)


def has_object(verb: Token) -> bool:
    """Whether a noun phrase follows, so that the verb is active: "rebels killed 12 soldiers"."""
    i = verb.i + 1
    if (other := _coordinated(verb)) is not None:
        return has_object(other)  # "shot and killed a motorist"
    behind = [token.lower_ for token in verb.doc[i : i + 3]]
    if _source_follows(verb.doc, i):
        return False
    if any(word in ADJECTIVE for word in behind[:1]) or (behind[1:] and _state_of(behind)):
        return False  # "2 killed 5 injured": the next number has a state of its own
    if any(child.dep_ in ("dobj", "obj") and child.i > verb.i for child in verb.children):
        return True
    if i < len(verb.doc) and verb.doc[i].pos_ == "ADP" and verb.doc[i].lower_ in ("down", "up"):
        i += 1
    if i >= len(verb.doc):
        return False
    after = verb.doc[i]
    if after.lower_ in TIME or after.ent_type_ in ("DATE", "TIME"):
        return False
    return after.pos_ in OBJECT_STARTS and after.lower_ not in ("that", "who", "which")


def _coordinated(verb: Token) -> Token | None:
    """The past verb that "and" joins right behind: it shares the object."""
    doc, i = verb.doc, verb.i + 2
    if i >= len(doc) or doc[i - 1].lower_ not in ("and", "or"):
        return None
    i += doc[i].pos_ == "ADV" and i + 1 < len(doc)
    if doc[i].tag_ == "VBG" and verb.tag_ != "VBG":
        return None  # "leaving nine injured and causing damage"
    return doc[i] if doc[i].tag_ in ("VBD", "VBN", "VBG", "VBZ") else None


def _state_of(words: list[str]) -> bool:
    """A number and its own state: "150 injured", "scores wounded", "9 others hurt"."""
    counted = words[0].isdigit() or words[0] in _MANY
    more = words[2:] if words[1] in ("others", "people", "more") else []
    return counted and any(word in ADJECTIVE for word in (words[1], *more))


def _source_follows(doc: Doc, i: int) -> bool:
    """Whether who says so comes next and not whom: "50 rebels killed, NGO", "12 killed Orsa TV
    said"; in texts that have lost their commas."""
    rest = doc[i : i + 5]
    if not len(rest) or rest[0].pos_ not in ("NOUN", "PROPN"):
        return False
    if rest[0].lower_ in _SOURCES and (len(rest) == 1 or rest[1].text in (".", "-", "|")):
        return True
    said = next((n for n, token in enumerate(rest) if token.pos_ == "VERB"), None)
    return said is not None and rest[said].lower_ in ("said", "says", "reported", "reports")


def by_parse(head: Token, noun: str, depth: int = 0) -> str:
    """Climbs from the phrase's head to the verb or noun that governs it."""
    if depth > 4:
        return ""
    if depth == 0 and (role := _modified(head, noun)):
        return role
    above = head.head
    if above.i == head.i:
        return ""
    match head.dep_:
        case "nsubjpass":
            return _if(sense(above, noun), "object")
        case "nsubj":
            return _if(sense(above, noun), "subject") or _complement(above) or _to_self(above, noun)
        case "dobj" | "obj":
            return _if(sense(above, noun), "object") or _included(above)
        case "pobj":
            return _through(head, above, noun)
        case "conj" | "appos":
            return by_parse(above, noun, depth + 1)
        case "attr":
            return _subject_state(above)
        case "nummod" | "compound" | "amod" | "nmod" | "quantmod":
            return by_parse(above, noun, depth + 1) if above.i > head.i else ""
    return ""


def _if(found: Sense | None, frame: str) -> str:
    return found.role if found is not None and found.frame == frame else ""


def _to_self(verb: Token, noun: str) -> str:
    """ "a boy accidentally shot himself": the subject is the one it befell."""
    if any(child.lower_ in SELF for child in verb.children if child.dep_ in ("dobj", "obj")):
        return _if(sense(verb, noun), "object")
    return ""


def _complement(verb: Token) -> str:
    """ "12 are dead", "three remain in critical condition"."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in ADJECTIVE:
            return ADJECTIVE[child.lower_]
    return ""


def _subject_state(verb: Token) -> str:
    """ "the dead were 12 civilians", "among the wounded are three children"."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass"):
            states = [c.lower_ for c in child.children if c.dep_ in ("acl", "relcl", "amod")]
            named = [ADJECTIVE[state] for state in states if state in ADJECTIVE]
            return (
                ADJECTIVE.get(child.lower_, "") or NOUN.get(lemma(child), "") or "".join(named[:1])
            )
    return ""


def _included(verb: Token) -> str:
    return _subject_state(verb) if verb.lemma_ == "include" else ""


def _modified(head: Token, noun: str) -> str:
    """A clause on the noun: "22 people killed in", "three men who died"."""
    for child in head.children:
        if child.i > head.i and child.dep_ in ("acl", "relcl"):
            found = sense(child, noun)
            if found is None:
                continue
            passive = child.tag_ == "VBN" and not has_object(child)
            active = child.dep_ == "relcl" and not any(c.dep_ == "auxpass" for c in child.children)
            if found.frame == "subject" or (passive and not active):
                return found.role
    return ""


def _through(head: Token, preposition: Token, noun: str) -> str:
    """ "the killing of three", "among the 12 killed"."""
    above = preposition.head
    if preposition.lower_ == "of" and above.pos_ in ("NOUN", "PROPN"):
        if above.lower_ in ("lives", "life"):
            return "killed"
        base = lemma(above)
        return NOUN.get(base, "") if base not in ("body",) or above.tag_ == "NNS" else ""
    if preposition.lower_ == "including" and preposition.dep_ == "prep":
        return by_parse(above, noun, 1)  # "killed civilians, including two boys"
    if preposition.lower_ == "of" and above.pos_ in ("NUM", "ADJ"):
        return by_parse(above, noun, 1)
    return ""
