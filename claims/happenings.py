"""What a clause says happened: its sense, who did it, to whom, where."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from claims.clauses import Clause
from claims.clauses.asides import bearer
from claims.clauses.relatives import antecedent, relative_pronoun
from claims.parse import Parsed
from claims.participants import said
from claims.places import place_names, run_text, runs
from claims.records import Happening
from claims.senses import (
    ADJECTIVES,
    COMPOUNDS,
    LIGHT_PHRASES,
    LIGHT_VERBS,
    NOUNS,
    VERBS,
)
from claims.states import FALL_VERBS, HELD_VERBS, holder, holding, kept, taken
from claims.walking import SUBJECTS, child_of, passive, subject_of, under
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_THROUGH = words(
    "allow force manage begin start continue try attempt want help fail plan seek enable let "
    "appear seem able refuse decide intend cause need prepare set schedule expect believe "
    "report order know"
)
"""Verbs that hand the happening to the verb below them ("managed to seize")."""
_EMPTY = words("come happen occur follow mean precede erupt rage flare resume break")
"""Verbs that only say of an event that it was."""
_DOING = LIGHT_VERBS - words("see witness have face suffer undergo report")
"""Light verbs whose subject does what their object names."""
_TOWARDS_CARE = frozenset({"hospital", "clinic", "center", "centre", "infirmary"})
_BOUND = frozenset({"into", "for", "at", "from"})
"""Prepositions that make one word with their verb though they have an object."""
_LEADING = frozenset({"end", "result", "lead", "culminate", "conclude"})
_LEADS_BY = frozenset({"with", "in", "to"})
_QUANTITIES = words(
    "dozen dozens number series hundred hundreds thousand thousands wave string pair couple "
    "lot total group kind spate barrage"
)
_PLACES = words(
    "town city village district neighborhood neighbourhood province area region territory "
    "stronghold airport airbase base capital checkpoint hill road bastion crossing "
    "countryside"
)
_TAKERS = words(
    "rebel army force militant insurgent government regime troop fighter opposition jihadist "
    "coalition militia alliance soldier"
)
_GROUND = words("territory ground land")
"""Words for what was taken that name nothing by themselves."""
_SUFFERED = words("die survive born burn collapse sink end begin explode")
"""Senses whose grammatical subject is what they befall."""
_PLACED_PATIENT = words(
    "capture withdraw hold enter advance besiege attack airstrike shell bomb repel destroy"
)
_OF_AGENT = words(
    "withdraw advance flee arrive return meet agree protest resign surrender visit clash "
    "escape deploy"
)
"""Nominal senses whose "of" names the one who does it ("the withdrawal of the army")."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Core:
    """The word that says it and where its participants hang."""

    sense: str
    word: Token
    agent: Token | None
    patient: Token | None


def happening(parsed: Parsed, clause: Clause) -> Happening | None:
    """What the clause says happened, or ``None`` when it names no event and no state.

    Participants and places are as written; empty where the clause does not say them.
    """
    if not clause.tokens or clause.root >= len(parsed.doc):
        return None
    core = _core(parsed.doc[clause.root])
    if core is None:
        return None
    start, end = parsed.span(core.word, core.word)
    allowed = frozenset(clause.tokens)
    core = _grounded(_left(core, parsed, allowed), parsed, allowed)
    agent, patient = said(core.agent, allowed), said(core.patient, allowed)
    if clause.subset:
        patient = _part(parsed, clause) or patient
    places = place_names(parsed.doc, allowed)
    if core.sense in _PLACED_PATIENT and core.patient is not None and _may_lie(core.patient):
        places += [run_text(run) for run in runs(core.patient, allowed)]
    places = places or _restated(core, parsed)
    return Happening(core.sense, start, end, agent, patient, tuple(dict.fromkeys(places)))


def _restated(core: _Core, parsed: Parsed) -> list[str]:
    """Places of "territory" in "recaptured X, taking back territory that rebels had seized": those
    of the verb above that says the same."""
    if core.patient is None or core.patient.lemma_.lower() not in _GROUND:
        return []
    everything = frozenset(range(len(parsed.doc)))
    for above in core.word.ancestors:
        if above.pos_ != "VERB" or above.i > core.word.i:
            continue
        other = _acting(above, subject_of(above))
        if other.sense == core.sense and other.patient is not None:
            found = [run_text(run) for run in runs(other.patient, everything)]
            if found:
                return found
    return []


def _may_lie(patient: Token) -> bool:
    """Whether the names in a patient can be where it lies: those of "soldiers" and "raids" are
    not."""
    lemma = patient.lemma_.lower()
    return lemma not in _TAKERS | NOUNS.keys() and patient.ent_type_ != "NORP"


def _left(core: _Core, parsed: Parsed, allowed: frozenset[int]) -> _Core:
    """What "left 12 dead" says is the dying, not the leaving."""
    if core.word.lemma_ != "leave":
        return core
    for token in parsed.doc[core.word.i + 1 :]:
        sense = ADJECTIVES.get(token.lower_) or _harmed(token)
        if token.i in allowed and sense:
            between = [t for t in parsed.doc[core.word.i + 1 : token.i] if t.i in allowed]
            if any(t.pos_ in {"AUX", "SCONJ"} or t.tag_.startswith("W") for t in between):
                return core  # "left the place where two were killed"
            things = [t for t in between if t.pos_ in {"NOUN", "PROPN"}]
            things += [t for t in between if t.pos_ == "NUM"]
            counted = things[0] if things else None
            return _Core(sense, token, core.agent, counted)
    return core


def _harmed(token: Token) -> str:
    """What "killed" of "left 12 killed" says; empty for any other word."""
    sense = VERBS.get(token.lemma_.lower(), "") if token.tag_ in {"VBN", "VBD"} else ""
    return sense if sense in {"kill", "injure"} else ""


def _grounded(core: _Core, parsed: Parsed, allowed: frozenset[int]) -> _Core:
    """Relative words give way to what they stand for, a subject of another clause to its own."""
    agent, patient = _antecedent(core.agent), _antecedent(core.patient)
    if agent is not None and agent.i not in allowed:
        agent = next(
            (t for t in parsed.doc if t.i in allowed and t.dep_ in SUBJECTS and t.i < core.word.i),
            None,
        )
    if patient is not None and patient.i not in allowed:
        patient = None
    if patient is None and agent is not None and core.sense in {"kill", "injure"}:
        # "25 killed, 80 injured": the counted are those it befell.
        counted = agent.like_num or any(c.dep_ == "nummod" for c in agent.children)
        agent, patient = (None, agent) if counted else (agent, None)
    if patient is not None and _noun_sense(patient) == core.sense and core.word.i != patient.i:
        # "the capture, which rebels made": the thing captured is meant, not the capturing.
        patient = _nominal(patient).patient or patient
    return dataclasses.replace(core, agent=agent, patient=patient)


def _antecedent(token: Token | None) -> Token | None:
    if token is None or token.tag_ not in {"WDT", "WP"}:
        return token
    clause = next((t for t in token.ancestors if t.dep_ == "relcl"), None)
    return antecedent(clause) if clause is not None else None


def _part(parsed: Parsed, clause: Clause) -> str:
    """The part of a counted whole as its quote has it, without "including"."""
    dropped = {"including", "among", "them", "whom", ","}
    at = [
        i
        for i in clause.tokens
        if clause.start <= parsed.sentence.start + parsed.doc[i].idx < clause.end
        and parsed.doc[i].lower_ not in dropped
    ]
    return parsed.doc[at[0] : at[-1] + 1].text if at else ""


def _core(root: Token) -> _Core | None:
    if root.pos_ in {"VERB", "AUX"}:
        return _verbal(root)
    held = holding(root)
    if held is not None:
        return _Core("hold", held, holder(held), bearer(root))
    if root.dep_ == "appos" and root.lemma_.lower() not in NOUNS:
        return _Core("be", root, None, bearer(root))
    if root.lemma_.lower() in NOUNS:
        return _nominal(root)
    adjective = ADJECTIVES.get(root.lemma_.lower())
    if adjective is not None:
        return _Core(adjective, root, None, child_of(root, *SUBJECTS) or root)
    for child in root.children:
        harm = ADJECTIVES.get(child.lower_) or VERBS.get(child.lemma_.lower(), "")
        if child.dep_ in {"acl", "amod"} and child.i > root.i and harm:
            return _Core(harm, child, None, root)
    return None


def _verbal(verb: Token, depth: int = 0) -> _Core:
    """The core of a clause around a verb, seen through the verbs that carry no sense."""
    inner = _inner(verb)
    if inner is not None and depth < 3:
        below = _verbal(inner, depth + 1)
        return dataclasses.replace(below, agent=below.agent or subject_of(verb))
    subject = subject_of(verb)
    event = _event_of(verb, subject)
    if event is not None:
        core = _nominal(event)
        does = verb.lemma_ in _DOING or any(n in _DOING for n in _with_particle(verb))
        own = subject if does and not passive(verb) else None
        aim = core.patient or _aim(verb)
        core = dataclasses.replace(core, patient=aim)
        return dataclasses.replace(core, agent=core.agent or own)
    state = _state(verb, subject)
    if state is not None:
        return state
    if verb.lemma_ == "be":
        return _copular(verb, subject)
    return _acting(verb, subject)


def _state(verb: Token, subject: Token | None) -> _Core | None:
    """What a preposition says rather than its verb: "is under rebel control", "is in jail"."""
    if kept(verb) or taken(verb):
        return _Core("detained" if kept(verb) else "arrest", verb, None, subject)
    if verb.lemma_ not in HELD_VERBS | FALL_VERBS:
        return None
    for prep in verb.children:
        held = holding(prep) if prep.dep_ == "prep" else None
        if held is not None:
            sense = "hold" if verb.lemma_ in HELD_VERBS else "capture"
            return _Core(sense, held, holder(held), subject)
    how = child_of(verb, "acomp", "attr")
    if verb.lemma_ in HELD_VERBS and how is not None and how.lower_ in {"held", "controlled"}:
        by = next((c for c in how.children if c.dep_ == "npadvmod" and c.i < how.i), None)
        if by is not None:
            return _Core("hold", how, by, subject)
    return None


def _inner(verb: Token) -> Token | None:
    """The verb that carries the happening below "managed to", "allowed them to", "was able to"."""
    if verb.lemma_ in _THROUGH or verb.lower_ in {"able"}:
        return child_of(verb, "xcomp", "ccomp", pos="VERB")
    if verb.lemma_ == "be":
        adjective = child_of(verb, "acomp")
        if adjective is not None and adjective.lower_ in {"able", "unable"}:
            return child_of(adjective, "xcomp", pos="VERB")
    return None


def _event_of(verb: Token, subject: Token | None) -> Token | None:
    """The event noun to which a verb leaves its sense."""
    thing = _counted(child_of(verb, "dobj"))
    if thing is not None and _light(verb) and _noun_sense(thing):
        return thing
    for prep in verb.children:
        if verb.lemma_ in _LEADING and prep.dep_ == "prep" and prep.lower_ in _LEADS_BY:
            result = _counted(child_of(prep, "pobj"))
            if result is not None and _noun_sense(result):
                return result
    about = _counted(subject)
    told = verb.lemma_ in {"confirm", "report", "announce", "verify"} and passive(verb)
    empty = verb.lemma_ in _EMPTY or told or _phrase(verb) == "happen"
    if empty and about is not None and _noun_sense(about):
        return about
    return None


def _aim(word: Token) -> Token | None:
    """What an attack is on or against; not the day it was on."""
    for preposition in ("on", "against"):
        thing = under(word, preposition)
        if thing is not None and thing.ent_type_ not in {"DATE", "TIME"}:
            return thing
    return None


def _light(verb: Token) -> bool:
    return not _phrase(verb) and (
        verb.lemma_ in LIGHT_VERBS or any(name in LIGHT_VERBS for name in _with_particle(verb))
    )


def _phrase(verb: Token) -> str:
    thing = child_of(verb, "dobj", "acomp")
    return LIGHT_PHRASES.get((verb.lemma_, thing.lemma_.lower()), "") if thing is not None else ""


def _with_particle(verb: Token) -> list[str]:
    """The verb with each particle behind it: ``pull_out``; "went on strike" is no ``go_on``."""
    near = [c for c in verb.children if verb.i < c.i <= verb.i + 2]
    particles = [
        c
        for c in near
        if c.dep_ in {"prt", "advmod"}
        or (c.dep_ == "prep" and (c.lower_ in _BOUND or child_of(c, "pobj") is None))
    ]
    return [f"{verb.lemma_.lower()}_{c.lower_}" for c in particles]


def _copular(verb: Token, subject: Token | None) -> _Core:
    what = child_of(verb, "attr", "acomp")
    if what is not None:
        sense = _noun_sense(what) or ADJECTIVES.get(what.lemma_.lower(), "")
        if sense:
            return _Core(sense, what, None, subject)
    if subject is not None and _noun_sense(subject) and list(subject.children):
        return _nominal(subject)
    return _Core("be", verb, None, subject)


def _acting(verb: Token, subject: Token | None) -> _Core:
    named = [VERBS[name] for name in _with_particle(verb) if name in VERBS]
    lemma = verb.lemma_.lower()
    phrase = _phrase(verb)
    sense = phrase or (named[0] if named else VERBS.get(lemma, lemma))
    thing = child_of(verb, "dobj")
    if phrase and thing is not None:
        parts = (under(t, p) for p in ("of", "over") for t in (thing, verb))
        thing = next((t for t in parts if t is not None), None)
    if lemma in {"take", "bring", "rush", "transport", "airlift"} and not named:
        goal = under(verb, "to")
        if goal is not None and goal.lemma_.lower() in _TOWARDS_CARE:
            sense = "hospitalise"
        elif lemma == "take" and thing is not None and _taken(subject, thing, goal):
            sense = "capture"
    if phrase in {"injure", "die", "collapse"} or sense == "survive":
        return _Core(sense, verb, None, subject)  # it befalls them, as its opposite does
    if lemma == "fall" and not named and subject is not None:
        to = under(verb, "to")
        taker = to is not None and to.lemma_.lower() in _TAKERS
        if _is_place(subject) or (taker and subject.pos_ == "PROPN"):
            return _Core("capture", verb, to, subject)
    if sense == "attack" and subject is not None:
        cause = _noun_sense(_counted(subject) or subject)
        sense = cause if cause in {"airstrike", "shell", "explode"} else sense
    if passive(verb):
        return _Core(sense, verb, under(verb, "by"), subject)
    if thing is None and verb.dep_ == "relcl" and relative_pronoun(verb) is None:
        thing = antecedent(verb)
    if thing is None and sense in _SUFFERED:
        return _Core(sense, verb, None, subject)
    if thing is None and sense == "withdraw":
        thing = under(verb, "from") or under(verb, "of")
    if thing is None and sense in {"advance", "remain", "hold"}:
        thing = next((t for p in ("into", "in", "on", "towards") if (t := under(verb, p))), None)
    if thing is None and sense == "kill" and verb.tag_ == "VBN":
        return _Core(sense, verb, None, subject)
    return _Core(sense, verb, subject, thing)


def _taken(subject: Token | None, thing: Token, goal: Token | None) -> bool:
    """Whether "took X" is a capture: of a town, or by an army of something with a name."""
    by_force = subject is not None and subject.lemma_.lower() in _TAKERS
    return thing.lemma_.lower() in _PLACES or (by_force and thing.pos_ == "PROPN" and goal is None)


def _nominal(noun: Token) -> _Core:
    """The core of an event noun: "the fall of X to Y", "the army's capture of X"."""
    sense = _noun_sense(noun)
    of, by, to = under(noun, "of"), under(noun, "by"), under(noun, "to")
    owner = child_of(noun, "poss")
    before = next((c for c in noun.children if c.dep_ in {"compound", "nmod"} and _actor(c)), None)
    if sense in _OF_AGENT:
        place = under(noun, "from") or under(noun, "into")
        return _Core(sense, noun, by or owner or of or before, place)
    agent = by or owner
    if noun.lemma_.lower() == "fall":
        agent = to or by or (under(of, "to") if of is not None else None)
    patient = of or _aim(noun) or (before if sense == "capture" else None)
    if of is None and owner is not None and sense in {"die", "kill", "arrest", "release"}:
        agent, patient = by, owner
    return _Core(sense, noun, agent, patient)


def _actor(token: Token) -> bool:
    return token.pos_ in {"PROPN", "NOUN"} and token.lemma_.lower() not in NOUNS


def _noun_sense(noun: Token) -> str:
    """The sense of an event noun with what stands before it; empty for other nouns."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return ""
    lemma = noun.lemma_.lower()
    for child in noun.children:
        pair = (child.lemma_.lower(), lemma)
        if child.i < noun.i and pair in COMPOUNDS:
            return COMPOUNDS[pair]
    if lemma == "fall" and under(noun, "of") is None:
        return ""
    return NOUNS.get(lemma, "")


def _counted(noun: Token | None) -> Token | None:
    """What a word of quantity counts: "dozens of strikes" gives ``strikes``."""
    if noun is not None and noun.lemma_.lower() in _QUANTITIES:
        return under(noun, "of") or noun
    return noun


def _is_place(noun: Token) -> bool:
    return noun.lemma_.lower() in _PLACES or (noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON")
