"""Mends the words of a sentence before its tree: shortened titles, "ex-" cut off, names that look
like verbs, keywords run into the text."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claims.parse.tree import Tree, parsed_words, reworded
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

META = "apart"
"""Dependency of a word that is no part of the sentence: a keyword, a byline. None of spaCy's own
(its "meta" is a number in front of a headline)."""

_SHORT = words("sgt ald det cpl supt insp cmdr lt capt col maj sr jr no rep gov dep")
"""Titles written short, whose full stop the tokenizer takes for the sentence's."""
_STAND_IN = "Port"
"""A word of places no tagger takes for a verb."""
_MOUNDS = words("tell")
"""First words of place names that are also verbs with a person for their object."""
_OPENS = words(
    "the a an at two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty dozens hundreds "
    "scores"
)
"""Words that open a sentence, and no name or keyword."""
_KEYWORDS = 5
"""Words in a row without a verb that make a run of keywords."""
_HEADLINE = 6
"""Words of the shortest headline that ends in its source."""
_LABELS = words("monitor ngo watchdog activists observatory report")
_MEDIA = words("tv media television")
_STAFF = words("staff reporter reporters writer correspondent desk newsroom agencies editors")
_BYLINE = 7
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET"})
_VERBAL = frozenset({"VBD", "VBZ", "VBP", "MD"})


def mended_words(doc: Doc) -> Doc:
    """The same text with its words set right, or ``doc`` itself where they are."""
    return _without_label(_without_keywords(_with_names(_with_former(_with_titles(doc)))))


def _with_titles(doc: Doc) -> Doc:
    """ "Sgt" and its full stop as one word, so that the name after it stays in the sentence."""
    stops = [
        t.i + 1
        for t in doc[:-2]
        if t.lower_ in _SHORT
        and t.text[:1].isupper()
        and not t.whitespace_
        and doc[t.i + 1].text == "."
        and doc[t.i + 2].text[:1].isupper()
    ]
    return _glued(doc, stops)


def _with_former(doc: Doc) -> Doc:
    """ "Ex-girlfriend" as one word where the parser has made two parts of the sentence of it."""
    cut = [t.i for t in doc[:-2] if _cut_former(t)]
    return _glued(doc, [at for i in cut for at in (i + 1, i + 2)])


def _cut_former(ex: Token) -> bool:
    """Whether it is an "ex" whose noun, behind a hyphen, does not govern it."""
    hyphen, noun = ex.nbor(1), ex.nbor(2)
    written = ex.lower_ == "ex" and hyphen.text == "-" and noun.is_alpha
    if not written or ex.whitespace_ or hyphen.whitespace_:
        return False
    goes_on = ex.doc[noun.i + 1 : noun.i + 2].text == "-"
    return not noun.is_ancestor(ex) and not goes_on


def _glued(doc: Doc, behind: Collection[int]) -> Doc:
    """The sentence parsed anew, the tokens ``behind`` made one with those before them; ``doc``
    itself where there are none."""
    if not behind:
        return doc
    texts: list[str] = []
    spaces: list[bool] = []
    for token in doc:
        if token.i in behind:
            texts[-1] += token.text
            spaces[-1] = bool(token.whitespace_)
        else:
            texts.append(token.text)
            spaces.append(bool(token.whitespace_))
    return parsed_words(texts, spaces)


def _with_names(doc: Doc) -> Doc:
    """ "Tell Rimun had been ...": a place, not a wish to be told."""
    taken = [t.i for t in doc[:-1] if _name_like_a_verb(t)]
    if not taken:
        return doc
    tree = Tree.of(reworded(doc, dict.fromkeys(taken, _STAND_IN)))
    for i in taken:
        tree.lemmas[i] = doc[i].text
    return tree.doc([t.text for t in doc])


def _name_like_a_verb(token: Token) -> bool:
    after = token.nbor(1)
    verb = token.tag_ in {"VB", "VBP"} and token.text[:1].isupper() and token.text[1:].islower()
    if not verb or not token.whitespace_ or after.pos_ != "PROPN" or not after.text.istitle():
        return False
    if token.dep_ == "compound" and token.head.pos_ == "PROPN":
        return True
    if token.lower_ not in _MOUNDS:
        return False
    # "Tell Anna the town fell" has a clause with a subject beside the one who is told.
    clause = next((c for c in token.children if c.dep_ == "ccomp"), None)
    if token.i == 0 or token.nbor(-1).is_punct:
        return clause is not None and not any(
            c.dep_ in {"nsubj", "nsubjpass", "mark"} and c.left_edge.i > after.i
            for c in clause.children
        )
    # In a headline every verb has a capital.
    return any(_verb_in_text(t) for t in token.doc)


def _without_label(doc: Doc) -> Doc:
    """Sets the source at a headline's end apart, its colon lost: "12 dead in Vell monitor"."""
    at = _label(doc)
    if at == len(doc):
        return doc
    tree = Tree.of(doc)
    root = tree.graft(parsed_words(*_spelt(doc[:at])), 0)
    for token in doc[at:]:
        tree.hang(token, root, META)
    return tree.doc()


def _spelt(span: Span) -> tuple[list[str], list[bool]]:
    return [t.text for t in span], [bool(t.whitespace_) for t in span]


def _label(doc: Doc) -> int:
    """First word of a source that closes a headline; the number of words when there is none."""
    none = len(doc)
    if none < _HEADLINE or doc[-1].lower_ not in _LABELS | _MEDIA:
        return none
    at = none - 1
    if doc[at].lower_ in _MEDIA:
        if doc[at - 1].lower_ != "state":
            return none
        at -= 1
    before = doc[at - 1]
    start = at - 1
    while start > 0 and (doc[start].pos_ in _NOMINAL or _hyphened(doc[start])):
        start -= 1
    # "Bomb kills UN monitor" ends in its object; what follows a place or a sum of people is none.
    placed = start < at - 1 and doc[start].lower_ in {"in", "at", "near", "outside"}
    counted = before.tag_ == "NNS" and any(t.like_num for t in doc[at - 4 : at])
    return at if placed or (counted and doc[at].text[:1].isupper()) else none


def _hyphened(token: Token) -> bool:
    """A hyphen, or what one joins to a noun ("rebel-held")."""
    return token.text == "-" or (token.i > 0 and token.nbor(-1).text == "-")


def _without_keywords(doc: Doc) -> Doc:
    """Keywords or a byline before the sentence's first word are set apart from it."""
    start = _furniture(doc)
    if not start:
        return doc
    tree = Tree.of(doc)
    root = tree.graft(parsed_words(*_spelt(doc[start:])), start)
    for token in doc[:start]:
        tree.hang(token, root, META)
    return tree.doc()


def _furniture(doc: Doc) -> int:
    """Number of words before the sentence that are none of it; 0 when there are none."""
    if len(doc) < 4:
        return 0
    if doc[0].lower_ == "by" and doc[1].text[:1].isupper():
        staff = next((t.i for t in doc[2:_BYLINE] if t.lower_ in _STAFF), None)
        named = staff is not None and all(t.text[:1].isupper() for t in doc[1:staff])
        opens = staff is not None and staff + 3 < len(doc) and doc[staff + 1].text[:1].isupper()
        return staff + 1 if staff is not None and named and opens else 0
    if not doc[0].text[:1].isupper():
        return 0
    verb = next((t.i for t in doc if _verb_in_text(t)), 0)
    if doc[0].lower_ == "tags" and not doc[1].is_punct:
        return _sentence_start(doc, 2, verb) or _last_name(doc, verb)
    if any(t.pos_ in {"ADP", "DET"} for t in doc[:_KEYWORDS]):
        return 0
    return _sentence_start(doc, _KEYWORDS, verb)


def _verb_in_text(token: Token) -> bool:
    """A finite verb in small letters: the verbs of a headline have capitals."""
    return token.tag_ in _VERBAL and token.pos_ in {"VERB", "AUX"} and token.text.islower()


def _sentence_start(doc: Doc, first: int, verb: int) -> int:
    """The capitalised article or number that opens a sentence after keywords; 0 for none."""
    for token in doc[first:verb]:
        if token.is_punct and token.text not in {"-", "[", "]"}:
            return 0
        capital = token.text.istitle()
        opens = token.lower_ in _OPENS and (token.lower_ != "at" or token.nbor(1).is_lower)
        before = doc[token.i - 1]
        apart = bool(before.whitespace_) and before.pos_ not in {"DET", "ADP"}
        if capital and opens and apart and len(doc) - token.i > _KEYWORDS:
            return token.i
    return 0


def _last_name(doc: Doc, verb: int) -> int:
    """Where the subject of a sentence after "Tags" starts: the last capital before its verb,
    which a noun in small letters follows."""
    at = verb - 1
    while at > 0 and not doc[at].text[:1].isupper():
        at -= 1
    return at if at >= 2 and at + 3 < len(doc) else 0
