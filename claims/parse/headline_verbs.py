"""Headlines whose verb the parser takes for a noun.

"Bombing results in death of guard", "Forces bombard suburbs": without an article or a helping
verb the parser has little to tell verbs from plurals by. Where a headline has no verb at all, the
likeliest word of it is parsed as a past tense that nobody can take for a noun, and put back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.closing import FINITE
from claims.parse.english import parts_of, stems
from claims.parse.tree import Tree, reworded
from claims.senses import VERBS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_HAPPENING = words("die react result flee escape appear arrive testify surrender resign plead vow")
_WITHOUT_OBJECT = _HAPPENING | words("agree respond")
"""Verbs that headlines follow with a preposition, where most others would be nouns."""
_STRUCK = words("shot hurt hit cut")
"""Participles that are nouns, too."""
_AIMS = words(
    "way chance plan bid move right time reason effort attempt deal call vote offer threat "
    "response guide reaction road need decision order agreement ability failure pledge promise "
    "refusal fight battle campaign push race key answer damage danger visit trip return attack "
    "approach thing place people support help hope request proposal measure law tip step"
)
"""Nouns that an infinitive says more of, or that "to" joins to another noun."""
_TAKES, _GOES, _TAKEN = "took", "went", "taken"
"""Stand-ins: with an object, without, a participle."""
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})


def predicated(doc: Doc) -> Doc:
    """The headline with its verb found; ``doc`` itself where it has one, or none is likely."""
    if any(t.tag_ in FINITE and t.pos_ in {"VERB", "AUX"} and t.i > 0 for t in doc):
        return doc
    if sum(t.text == "/" for t in doc) > 1:
        return doc  # an address
    bare = next((t for t in doc if _bare(t)), None)
    if bare is not None:
        tree = Tree.of(doc)
        tree.retag(bare, "VBP")
        return tree.doc()
    planned = _planned(doc)
    if planned is not None:
        return planned
    if any(t.tag_ in {"VBN", "VB"} and t.pos_ == "VERB" for t in doc):
        return doc
    for token in doc[1:]:
        found = _as_verb(doc, token)
        if found is not None:
            return found
    return doc


def _bare(token: Token) -> bool:
    """ "Bombs in Vell kill 13": an infinitive with a subject and nothing that governs it."""
    if token.tag_ != "VB" or token.dep_ != "ROOT" or not token.is_alpha:
        return False
    who = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
    if who is None or any(c.dep_ in {"aux", "mark"} for c in token.children):
        return False
    # "Survivors: Believe us" is an order.
    return not any(t.text == ":" for t in token.doc[who.i : token.i])


def _planned(doc: Doc) -> Doc | None:
    """ "Coach to host awards": the verb with its subject, which the parser may take for a noun
    that is hosted to; ``None`` where somebody is to do nothing."""
    to = next((t for t in doc[1:-1] if t.lower_ == "to"), None)
    if to is None:
        return None
    who, act = to.nbor(-1), to.nbor(1)
    named = who.pos_ == "PROPN" or (who.pos_ == "NOUN" and who.lemma_.lower() not in _AIMS)
    if not named or any(t.pos_ in {"DET", "VERB", "ADP"} for t in doc[: to.i]):
        return None
    if act.tag_ == "VB":
        return _hoisted(who, act) if act.dep_ in {"acl", "relcl"} and act.head == who else None
    after = doc[act.i + 1] if act.i + 1 < len(doc) else None
    nominal = after is not None and after.pos_ in _NOMINAL | {"ADJ", "DET"}
    if not nominal or "verb" not in parts_of(act.lower_) or act.tag_ not in {"NN", "JJ"}:
        return None
    parsed = reworded(doc, {to.i: "will"})
    verb = parsed[act.i]
    if verb.tag_ != "VB" or verb.dep_ != "ROOT":
        return None
    tree = Tree.of(parsed)
    tree.retag(to, "TO", "PART")
    tree.lemmas[to.i] = "to"
    return tree.doc([t.text for t in doc])


def _hoisted(who: Token, act: Token) -> Doc:
    """The verb in the place of the noun that it hung from, the noun its subject."""
    tree = Tree.of(who.doc)
    passive = any(c.dep_ == "auxpass" for c in act.children)
    tree.lift(act, who, "nsubjpass" if passive else "nsubj")
    return tree.doc()


def _as_verb(doc: Doc, token: Token) -> Doc | None:
    """The headline parsed with a word as its verb; ``None`` where that gives no sentence."""
    stand_in = _stand_in(doc, token)
    if not stand_in:
        return None
    parsed = reworded(doc, {token.i: stand_in})
    verb = parsed[token.i]
    who = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i]
    if stand_in != _TAKEN and not (verb.dep_ == "ROOT" and who):
        return None
    if verb.pos_ != "VERB":
        return None
    tree = Tree.of(parsed)
    tag = "VBN" if stand_in == _TAKEN else "VBZ" if token.lower_.endswith("s") else "VBP"
    tree.retag(verb, tag)
    tree.lemmas[token.i] = _base(token)
    return tree.doc([t.text for t in doc])


def _base(token: Token) -> str:
    """The verb's base form."""
    if token.lower_ == "shot":
        return "shoot"
    found = stems(token.lower_)
    news = found & frozenset(VERBS)
    return min(news or found or {token.lower_}, key=lambda base: (len(base), base))


def _stand_in(doc: Doc, token: Token) -> str:
    """What a word that may be the headline's verb is parsed as; empty where it is none."""
    before = doc[token.i - 1]
    if not token.text.islower() or not (before.pos_ in _NOMINAL or _person(before)):
        return ""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    ends = after is None or after.is_punct or after.pos_ in {"ADP", "ADV", "SCONJ", "PART"}
    if token.lower_ in _STRUCK:
        return _TAKEN if ends and _person(before) else ""
    parts, bases = parts_of(token.lower_), stems(token.lower_)
    if token.lower_.endswith("s") == (before.tag_ in {"NNS", "NNPS"}) or "verb" not in parts:
        return ""
    if parts == {"verb"} or bases & _WITHOUT_OBJECT:
        return _GOES if ends else _TAKES
    return _TAKES if not ends and bases & frozenset(VERBS) else ""


def _person(token: Token) -> bool:
    """A number of people, or an age that stands for one."""
    return token.like_num or token.lower_ in {"old", "olds", "people", "man", "woman", "teen"}
