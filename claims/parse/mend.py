"""Mends the parse of a sentence whose closing "the monitor said" the parser misread.

Agency copy often reaches us without its commas and with half of its quotation marks
("A blast killed 12 and wounded 30 the monitor said"): the parser then makes the content a
modifier of the speaker. Where the words show such a close, content and frame are parsed apart
and joined again, the content as the complement of the verb of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.frames import COMPARING
from claims.parse.tokens import mended_words
from claims.parse.tree import made, reparsed
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SAYING = words("say tell report add announce state confirm explain note claim")
_TAIL = 14
"""Words that may follow the verb of saying up to the end of the sentence."""
_ROLES = words(
    "group monitor organisation organization director head chief spokesman spokeswoman agency "
    "official officer minister president commander activist activists tv television network "
    "police witness witnesses resident residents source sources governor spokesperson"
)
_TITLES = _ROLES | {"state", "news", "medical", "army", "military", "security"}
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mend(doc: Doc) -> Doc:
    """The same text with a better tree, or ``doc`` itself where nothing needs mending."""
    doc = mended_words(doc)
    edge = _edge(doc)
    if edge is not None and not _already(doc, *edge):
        doc = _joined(doc, *edge)
    return _stated(_relative(_activated(_linked(doc))))


def _linked(doc: Doc) -> Doc:
    """Mends "in a statement that rebels had left", where "that" is taken for what they left."""
    wrong = [
        t.i
        for t in doc
        if t.lower_ == "that" and t.tag_ == "IN" and t.dep_ in {"dobj", "pobj"} and t.head.i > t.i
    ]
    if not wrong:
        return doc
    return made(
        doc,
        [t.head.i for t in doc],
        ["mark" if t.i in wrong else t.dep_ for t in doc],
        [t.tag_ for t in doc],
        [t.pos_ for t in doc],
        [t.lemma_ for t in doc],
        [str(t.morph) for t in doc],
    )


_PAPERS = words("statement interview report tweet post briefing press conference letter release")


def _stated(doc: Doc) -> Doc:
    """Mends "said in a statement that the town was safe": the clause is what was said."""
    for verb in doc:
        clauses = [c for c in verb.children if c.dep_ in {"ccomp", "parataxis", "dobj"}]
        if verb.lemma_ not in _SAYING or clauses or verb.tag_ not in _FINITE:
            continue
        for prep in (c for c in verb.children if c.lower_ in {"in", "at", "during"}):
            for paper in (c for c in prep.children if c.lemma_.lower() in _PAPERS):
                for clause in paper.children:
                    if clause.dep_ in {"acl", "ccomp", "relcl"} and _marked(clause):
                        return _rehung(doc, clause, verb)
    return doc


def _marked(clause: Token) -> bool:
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return that and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in clause.children)


def _rehung(doc: Doc, clause: Token, verb: Token) -> Doc:
    return made(
        doc,
        [verb.i if t == clause else t.head.i for t in doc],
        ["ccomp" if t == clause else t.dep_ for t in doc],
        [t.tag_ for t in doc],
        [t.pos_ for t in doc],
        [t.lemma_ for t in doc],
        [str(t.morph) for t in doc],
    )


def _activated(doc: Doc) -> Doc:
    """Mends "a blast (that was) killed 12": a past form with an object is active."""
    for noun in doc:
        if noun.dep_ not in {"ROOT", "ccomp"} or noun.pos_ not in {"NOUN", "PROPN"}:
            continue
        inner = [t for c in noun.children if c.dep_ == "prep" for t in c.children]
        for verb in (c for thing in (noun, *inner) for c in thing.children):
            past = verb.dep_ == "acl" and verb.tag_ in {"VBD", "VBN"} and verb.i > noun.i
            object_ = any(c.dep_ == "dobj" for c in verb.children)
            if past and object_ and verb.lemma_ not in _TWO_OBJECTS:
                return _raised(doc, noun, verb)
    return doc


_TWO_OBJECTS = words("give award send offer show call name teach pay grant deny hand ask tell")
"""Verbs whose participle keeps an object in the passive ("men given a house")."""


_MADE = words("gain area territory town village city position attack raid strike loss advance")
_MAKERS = words(
    "rebel force troop fighter militant soldier insurgent jihadist government regime army"
)


def _relative(doc: Doc) -> Doc:
    """Mends "the gains rebels made": the parser takes it for rebels that are made."""
    for who in doc[1:-1]:
        thing, verb = doc[who.i - 1], doc[who.i + 1]
        pair = thing.lemma_.lower() in _MADE and who.lemma_.lower() in _MAKERS
        plural = thing.tag_ == "NNS" and thing.dep_ == "compound" and thing.head == who
        made_ = verb.dep_ == "acl" and verb.head == who and verb.tag_ in {"VBN", "VBD"}
        if not (pair and plural and made_) or any(c.dep_ == "agent" for c in verb.children):
            continue
        heads, deps = [t.head.i for t in doc], [t.dep_ for t in doc]
        for child in who.children:
            heads[child.i] = thing.i
        heads[thing.i], deps[thing.i] = who.head.i, who.dep_
        heads[who.i], deps[who.i] = verb.i, "nsubj"
        heads[verb.i], deps[verb.i] = thing.i, "relcl"
        if who.head == who:
            heads[thing.i] = thing.i
        return _retold(doc, heads, deps, verb.i)
    return doc


def _raised(doc: Doc, noun: Token, verb: Token) -> Doc:
    """The verb in the place of its noun, the noun its subject."""
    heads, deps = [t.head.i for t in doc], [t.dep_ for t in doc]
    heads[verb.i] = verb.i if noun.dep_ == "ROOT" else noun.head.i
    deps[verb.i] = noun.dep_
    heads[noun.i], deps[noun.i] = verb.i, "nsubj"
    for child in noun.children:
        if child.i > verb.i or child.is_punct:
            heads[child.i] = verb.i
    return _retold(doc, heads, deps, verb.i)


def _retold(doc: Doc, heads: list[int], deps: list[str], verb: int) -> Doc:
    """The doc with a new tree, one of its verbs in the past tense."""
    return made(
        doc,
        heads,
        deps,
        ["VBD" if t.i == verb else t.tag_ for t in doc],
        [t.pos_ for t in doc],
        [t.lemma_ for t in doc],
        [str(t.morph) for t in doc],
    )


def _edge(doc: Doc) -> tuple[int, int] | None:
    """Where a closing frame starts, and its verb; ``None`` when no frame closes the sentence."""
    for token in reversed(doc):
        if token.tag_ not in {"VBD", "VBZ", "VBP"} or token.lemma_ not in _SAYING:
            continue
        tail = [t for t in doc[token.i + 1 :] if not t.is_punct]
        adds = bool(tail) and tail[0].tag_ == "VBG"
        if (len(tail) > _TAIL and not adds) or not _closes(tail, token):
            continue
        start = _speaker_start(doc, token)
        if start is not None and _states(doc, start):
            return start, token.i
    return None


def _closes(tail: list[Token], verb: Token) -> bool:
    """Whether nothing but the listener, the day and the occasion follow the verb."""
    if not tail:
        return True
    opens = tail[0].lower_ in {
        "on",
        "in",
        "by",
        "to",
        "at",
        "from",
        "late",
        "early",
        "during",
        "of",
    }
    named = tail[0].ent_type_ in {"DATE", "TIME"} or (
        verb.lemma_ == "tell" and tail[0].pos_ in {"PROPN", "NOUN", "DET", "PRON"}
    )
    if tail[0].tag_ == "VBG" and tail[0].lemma_ in _SAYING | {"refer", "speak", "cite"}:
        return True
    finite = any(t.tag_ in _FINITE and t.dep_ not in {"relcl"} for t in tail)
    return (opens or named) and not finite


def _speaker_start(doc: Doc, verb: Token) -> int | None:
    """First token of the subject right before the verb, read off the words, not the tree."""
    last = verb.i - 1
    while last > 0 and doc[last].pos_ == "ADV":
        last -= 1
    if doc[last].tag_ == "PRP":
        return last
    first = last
    while first > 0 and _nominal(doc, first):
        first -= 1
    if doc[first].lower_ in _ARTICLES:
        before = doc[first - 1] if first else doc[first]
        if before.lower_ in COMPARING:
            return None
        if first and before.pos_ == "ADP":
            return _named_start(doc, first + 1, last)
        if before.lower_ in _ROLES and before.pos_ in {"NOUN", "PROPN"}:
            # "a monitoring group the Syrian Centre": one speaker, its comma lost.
            return _run_start(doc, first - 1)
        return first
    if not _nominal(doc, first):
        first += 1
    return _named_start(doc, first, last)


_BINDING = words("ADP VERB AUX DET CCONJ PRON")
_ARTICLES = frozenset({"the", "a", "an", "one", "another"})


def _nominal(doc: Doc, i: int) -> bool:
    """Whether a token can stand inside a speaker's name or office."""
    token = doc[i]
    if token.ent_type_ in {"DATE", "TIME"} or token.lower_ in {"others", "people"}:
        return False
    if token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.text in {"-", "'s", "&"}:
        return True
    if token.tag_ == "VBN" and i > 0 and doc[i - 1].text == "-":
        return True
    joins = token.lower_ in {"of", "for", "and"}
    return joins and i + 1 < len(doc) and doc[i + 1].pos_ in {"PROPN", "ADJ"}


def _run_start(doc: Doc, i: int) -> int:
    while i > 0 and _nominal(doc, i):
        i -= 1
    return i if doc[i].lower_ in _ARTICLES else i + 1


def _named_start(doc: Doc, first: int, last: int) -> int | None:
    """Start of a speaker without an article, or ``None`` when it cannot be told from the rest."""
    before = doc[first - 1] if first else None
    if before is not None and before.pos_ not in _BINDING:
        return first if first <= last else None
    # What stands behind a preposition is not the speaker: an office has to open the name.
    offices = [i for i in range(first, last + 1) if doc[i].lower_ in _TITLES]
    if offices:
        return offices[0] if offices[0] > first else None
    # "... in their homes Omar said": a name right after a common noun.
    name = last
    while name > first and doc[name].pos_ == "PROPN":
        name -= 1
    return name + 1 if first <= name < last and doc[name].tag_ in {"NN", "NNS"} else None


def _states(doc: Doc, start: int) -> bool:
    """Whether the words before the frame hold a statement."""
    words = doc[:start]
    said = any(t.tag_ in _FINITE for t in words)
    return said and sum(not t.is_punct for t in words) >= 4


def _already(doc: Doc, start: int, verb: int) -> bool:
    """Whether the tree has the content as a complement of the verb and nothing across the edge."""
    across = [t for t in doc[:start] if not t.is_punct and t.head.i >= start]
    return len(across) == 1 and across[0].head.i == verb and across[0].dep_ == "ccomp"


def _joined(doc: Doc, start: int, verb: int) -> Doc:
    heads, deps, tags, pos, lemmas, morphs = [], [], [], [], [], []
    for first, last in ((0, start), (start, len(doc))):
        for token in reparsed(doc, first, last)[: last - first]:
            root = token.head.i == token.i
            main = root and first > 0
            heads.append(verb if root else min(token.head.i + first, last - 1))
            deps.append("ccomp" if root and not first else token.dep_)
            if main and token.i + first != verb:
                deps[-1] = "dep"
            tags.append(token.tag_)
            pos.append(token.pos_)
            lemmas.append(token.lemma_)
            morphs.append(str(token.morph))
    heads[verb], deps[verb] = verb, "ROOT"
    return made(doc, heads, deps, tags, pos, lemmas, morphs)
