"""Closing frames ("... the monitor said") that the parser misread.

Agency copy often reaches us without its commas and with half of its quotation marks
("A blast killed 12 and wounded 30 the monitor said"): the parser then makes the content a
modifier of the speaker. Where the words show such a close, content and frame are parsed apart
and joined again, the content as the complement of the verb of saying.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.clauses.frames import COMPARING
from claims.clauses.verbs import TENSED
from claims.parse.tree import Tree, reparsed
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SAYING = words("say tell report add announce state confirm explain note claim")
FINITE = TENSED | {"MD"}
_GOING_ON = SAYING | words("refer speak cite quote stress update blame")
"""Participles of a speaker who goes on."""
_AFTER_QUOTE = SAYING | words("read write ask reply recall insist warn tweet post continue argue")
_TAIL = 14
"""Words that may follow the verb of saying up to the end of the sentence."""
_SPEAKER = 20
"""Words of the longest speaker, office and faction included."""
_ROLES = words(
    "group monitor organisation organization director head chief spokesman spokeswoman agency "
    "official officer minister president commander activist activists tv television network "
    "police witness witnesses resident residents source sources governor spokesperson"
)
_BODIES = words("observatory ministry council coalition commission centre center")
_OCCASIONS = words("on in by to at from late early during of")
_TITLES = _ROLES | {"state", "news", "medical", "army", "military", "security", "local"}


def closed(doc: Doc) -> Doc:
    """The sentence with its closing frame set right, or ``doc`` itself where it needs none."""
    edge = _after_quote(doc) or _after_relative(doc) or _edge(doc) or _inverted(doc)
    return doc if edge is None or _already(doc, *edge) else _joined(doc, *edge)


def _after_quote(doc: Doc) -> tuple[int, int] | None:
    """A frame behind the closing mark of a quotation: nothing else can stand there."""
    marks = [t.i for t in doc if t.text in {'"', "''"}]
    if not marks or len(marks) > 2 or (len(marks) == 2 and marks[0] > 0):
        return None
    start = marks[-1] + 1
    if marks[-1] < 2:
        return None
    verb = next((t for t in doc[start:] if t.lemma_ in _AFTER_QUOTE and t.tag_ != "VBG"), None)
    if verb is None or verb.i - start > _SPEAKER or not _states(doc, marks[-1]):
        return None
    # Another verb before it is one of a clause about the speaker, or this is no frame.
    before = doc[start : verb.i]
    clause = any(t.tag_ in {"WP", "WDT"} for t in before)
    finite = any(t.tag_ in FINITE for t in before)
    if doc[marks[-1] - 1].text in {",", "?", "!"}:
        return (start, verb.i) if clause or not finite else None
    # Without its comma the mark may close a single word: only a name may follow.
    named = all(_nominal(doc, t.i) or t.lower_ in _ARTICLES or t.tag_ == "PRP" for t in before)
    return (start, verb.i) if named and _closes(list(doc[verb.i + 1 :]), verb) else None


def _after_relative(doc: Doc) -> tuple[int, int] | None:
    """ ", a fighter who called himself Abu Omar told the Courier", after half a quotation."""
    verb = next((t for t in reversed(doc) if t.lemma_ in SAYING and t.tag_ in FINITE), None)
    if verb is None or not any(t.text == '"' for t in doc[: verb.i]):
        return None
    comma = next((t.i for t in reversed(doc[: verb.i]) if t.text == ","), None)
    if comma is None or verb.i - comma > _SPEAKER or not _states(doc, comma):
        return None
    between = doc[comma + 1 : verb.i]
    who = next((t.i for t in between if t.lower_ == "who"), None)
    told = who is not None and any(t.tag_ in FINITE for t in doc[who : verb.i])
    opens = doc[comma + 1].pos_ in {"DET", "PROPN", "NOUN", "ADJ", "NUM"}
    frame = told and opens and _closes(list(doc[verb.i + 1 :]), verb)
    return (comma + 1, verb.i) if frame else None


def _edge(doc: Doc) -> tuple[int, int] | None:
    """Where a closing frame starts, and its verb; ``None`` when no frame closes the sentence."""
    for token in reversed(doc):
        if token.lemma_ not in SAYING or not (token.tag_ in TENSED or _has(token)):
            continue
        tail = [t for t in doc[token.i + 1 :] if not t.is_punct]
        adds = bool(tail) and tail[0].tag_ == "VBG"
        if (len(tail) > _TAIL and not adds) or not _closes(tail, token):
            continue
        start = _speaker_start(doc, token.nbor(-1) if _has(token) else token)
        if start is not None and _states(doc, start):
            return start, token.i
    return None


def _has(token: Token) -> bool:
    """Whether a verb of saying stands behind "has" ("... the ministry has said")."""
    return token.tag_ == "VBN" and token.i > 1 and token.nbor(-1).lower_ in {"has", "have"}


def _inverted(doc: Doc) -> tuple[int, int] | None:
    """ "... said the monitor, which tracks the war": nobody says a monitor."""
    verb = next((t for t in reversed(doc) if t.lower_ == "said"), None)
    if verb is None or verb.i + 2 >= len(doc):
        return None
    tail = doc[verb.i + 1 :]
    clause = next((t.i for t in tail if t.tag_ in {"WP", "WDT"} or _adds(t)), len(doc))
    name = [t for t in doc[verb.i + 1 : clause] if not t.is_punct]
    office = any(t.lemma_.lower() in _ROLES | _BODIES or t.pos_ == "PROPN" for t in name)
    nominal = all(_nominal(doc, t.i) or t.lower_ in _ARTICLES for t in name)
    before = doc[verb.i - 1] if verb.i else None
    alone = before is not None and before.tag_ not in {"PRP", "WP", "WDT"} | FINITE
    return (verb.i, verb.i) if office and nominal and alone and _states(doc, verb.i) else None


def _adds(token: Token) -> bool:
    """Whether the speaker goes on from here: "said the monitor adding that ..."."""
    return token.tag_ == "VBG" and token.lemma_ in _GOING_ON


def _closes(tail: list[Token], verb: Token) -> bool:
    """Whether nothing follows the verb but the listener, the day and the occasion, or what the
    speaker goes on with."""
    if not tail:
        return True
    opens = tail[0].lower_ in _OCCASIONS
    named = tail[0].ent_type_ in {"DATE", "TIME"} or (
        verb.lemma_ == "tell" and tail[0].pos_ in {"PROPN", "NOUN", "DET", "PRON"}
    )
    if tail[0].tag_ == "VBG" and tail[0].lemma_ in _GOING_ON:
        return True
    parts = tail[0].lower_ == "including"  # of those told of: "killed 30 he said including 12"
    finite = any(t.tag_ in FINITE and t.dep_ != "relcl" for t in tail)
    return (opens or named or parts) and not finite


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
            placed = _placed_start(doc, first - 1)
            return placed if placed is not None else _named_start(doc, first + 1, last)
        office = before.lower_ in _ROLES and before.pos_ in {"NOUN", "PROPN"}
        if office and doc[first].lower_ == "the":
            # "a monitoring group the Syrian Centre": one speaker, its comma lost.
            return _run_start(doc, first - 1)
        return first
    if not _nominal(doc, first):
        first += 1
    placed = _placed_start(doc, first - 1)
    if placed is not None:
        return placed
    return first - 1 if _counts_speakers(doc, first, last) else _named_start(doc, first, last)


def _counts_speakers(doc: Doc, first: int, last: int) -> bool:
    """ "... four civilians two residents said", "..., two aides said": a count of its own."""
    if first < 3 or not (doc[first - 1].like_num or doc[first - 1].lower_ == "several"):
        return False
    comma = doc[first - 2].text == ","
    behind_noun = doc[first - 2].tag_ in {"NNS", "NNPS", "NNP"}
    offices = doc[last].tag_ == "NNS" and doc[last].lemma_.lower() in _ROLES
    return comma or (behind_noun and offices)


def _placed_start(doc: Doc, preposition: int) -> int | None:
    """ "... in the town a source at Vell Police Command told": where the unnamed speaker opens
    whose place or office stands before the verb; ``None`` where that is not certain."""
    if preposition < 4 or doc[preposition].lower_ not in {"in", "at", "from", "inside"}:
        return None
    article, noun = doc[preposition - 2], doc[preposition - 1]
    if article.lower_ not in {"a", "an"} and noun.lower_ in _ROLES:
        article = doc[preposition - 3]  # "a security source"
    unnamed = noun.lower_ in _ROLES and article.lower_ in {"a", "an"}
    apart = article.nbor(-1).pos_ in {"NOUN", "PROPN", "NUM"}
    return article.i if unnamed and apart else None


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
        return _with_body(doc, first, offices[0]) if offices[0] > first else None
    # "... in their homes Omar said": a name right after a common noun.
    name = last
    while name > first and (doc[name].pos_ == "PROPN" or doc[name].text == "-"):
        name -= 1
    return name + 1 if first <= name < last and doc[name].tag_ in {"NN", "NNS"} else None


def _with_body(doc: Doc, first: int, office: int) -> int:
    """ "... several raids Observatory head Omar": the office with the body it is held in."""
    at = office
    while at > first and doc[at - 1].text[:1].isupper() and doc[at - 1].pos_ in {"NOUN", "PROPN"}:
        at -= 1
    apart = doc[at - 1].is_lower and doc[at - 1].pos_ in {"NOUN", "VERB", "ADV"}
    return at if apart else office


def _states(doc: Doc, start: int) -> bool:
    """Whether the words before the frame hold a statement."""
    words = doc[:start]
    said = any(t.tag_ in FINITE for t in words)
    return said and sum(not t.is_punct for t in words) >= 4


def _already(doc: Doc, start: int, verb: int) -> bool:
    """Whether the tree has the content as a complement of the verb and nothing else across the
    edge, in either direction."""
    across = [t for t in doc[:start] if not t.is_punct and t.head.i >= start]
    back = any(t.head.i < start and not t.is_punct for t in doc[start:])
    return not back and len(across) == 1 and across[0].head.i == verb and across[0].dep_ == "ccomp"


def _joined(doc: Doc, start: int, verb: int) -> Doc:
    tree = Tree.of(doc)
    content = tree.graft(reparsed(doc, 0, start)[:start], 0)
    frame = tree.graft(reparsed(doc, start, len(doc))[: len(doc) - start], start)
    tree.hang(content, verb, "ccomp")
    if frame != verb:
        tree.hang(frame, verb, "dep")
    tree.hang(verb, verb, "ROOT")
    return tree.doc()
