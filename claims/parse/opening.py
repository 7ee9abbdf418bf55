"""Opening frames ("Neighbours told the paper ...") whose content the parser took apart.

A verb of saying has one clause for its content, and that clause has a subject. Where the tree
gives it two clauses, or one without a subject, the parser hung the first words of the content
from the frame ("told the Courier the couple | had ..."), or took a shortened relative clause for
the predicate ("said officers sent there | found ..."). Without the frame in front it seldom
errs: the content is parsed apart and put back, if that leaves nothing without its subject.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.clauses.frames import FRAMING, OF_SAYING, content_of
from claims.clauses.verbs import TENSED
from claims.parse.closing import FINITE
from claims.parse.grammar import grammatical
from claims.parse.subjects import SUBJECTS, group_start, lacks_subject, with_subjects
from claims.parse.tree import Tree, reparsed
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OCCASIONS = words("on in at during via through by to")
_LISTENED = words("tell inform remind assure warn")
"""Verbs with somebody who listens between them and what they report."""
_OPENS = frozenset({"DT", "PRP", "PRP$", "EX", "CD", "PDT"})
_JOINTS = frozenset({"PUNCT", "CCONJ", "ADV", "SCONJ", "PART"})
_LISTENER = 8
"""Words of the longest listener ("the Vell Courier's reporter Anna Berg")."""
_SHORTEST = 4
_DEPENDENT = frozenset({"pcomp", "relcl", "csubj", "acl"})
"""A frame inside a phrase ("by what witnesses say was ..."): it has no content of its own."""
_MOST = 3
"""Frames of one sentence that are mended."""


def opened(doc: Doc) -> Doc:
    """The sentence with the contents of its frames set right, or ``doc`` itself where they are."""
    for _ in range(_MOST):
        mended = next((m for v in doc if _torn(v) for m in [_mended(doc, v)] if m), None)
        if mended is None:
            break
        doc = mended
    return doc


def _torn(verb: Token) -> bool:
    """Whether what a verb of saying reports can't be one clause."""
    if verb.lemma_ not in FRAMING or verb.tag_ not in TENSED or verb.dep_ in _DEPENDENT:
        return False
    if not any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children):
        return False
    contents = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    verbal = [c for c in contents if c.pos_ in {"VERB", "AUX"}]
    return len(contents) > 1 or any(lacks_subject(c) for c in verbal)


def _mended(doc: Doc, verb: Token) -> Doc | None:
    """The sentence with the verb's content parsed apart; ``None`` if that mends nothing."""
    end = _end(verb)
    for start in _starts(doc, verb, end):
        if end - start < _SHORTEST or any(start <= t.i < end for t in verb.ancestors):
            continue
        content = grammatical(with_subjects(reparsed(doc, start, end)))
        if _whole(content) and _frames(content) >= _frames(doc[start:end]):
            return _put_back(doc, verb, content, start, end)
    return None


def _end(verb: Token) -> int:
    """Where the content ends: before what the speaker says or does next, or the full stop."""
    end = verb.right_edge.i + 1
    for child in verb.children:
        next_ = child.dep_ == "conj" or (child.tag_ == "VBG" and child.lemma_ in FRAMING)
        if child.i > verb.i and next_:
            end = min(end, child.left_edge.i)
    while end > verb.i + 1 and (verb.doc[end - 1].is_punct or verb.doc[end - 1].dep_ == "cc"):
        end -= 1
    return end


def _starts(doc: Doc, verb: Token, end: int) -> Iterator[int]:
    """Where the content may start, likeliest first."""
    first = verb.i + 1
    linked = next((t.i + 1 for t in doc[first:end] if t.lower_ == "that" and t.tag_ == "IN"), None)
    if linked is not None and not any(t.tag_ in TENSED for t in doc[first:linked]):
        yield linked
        return
    if verb.lemma_ in _LISTENED:
        who = [c for c in verb.children if c.dep_ == "dative" and c.i >= first]
        yield from (c.right_edge.i + 1 for c in who[:1])
        yield from (t.i for t in doc[first + 1 : first + _LISTENER] if t.tag_ in _OPENS)
    else:
        yield _after_occasion(doc, first, end)


def _after_occasion(doc: Doc, first: int, end: int) -> int:
    """The word after "on Tuesday" and "in a statement", or ``first`` where neither stands."""
    dated = doc[first].ent_type_ in {"DATE", "TIME"}
    if doc[first].lower_ not in _OCCASIONS and not dated:
        return first
    at = first if dated else first + 1
    while at < end and (doc[at].pos_ in {"DET", "ADJ", "PROPN", "NOUN", "NUM"}):
        last = doc[at].lower_ in OF_SAYING or doc[at].ent_type_ in {"DATE", "TIME"}
        after = doc[at + 1] if at + 1 < len(doc) else doc[at]
        if last and after.ent_type_ not in {"DATE", "TIME"} and after.lower_ not in OF_SAYING:
            return _after_occasion(doc, at + 1, end)
        at += 1
    return first


def _whole(content: Doc) -> bool:
    """Whether words parsed apart are one sound clause: a subject, and no verb without one."""
    root = next(t for t in content if t.head == t)
    own = [c for c in root.children if c.dep_ in SUBJECTS and c.i < root.i]
    if root.pos_ not in {"VERB", "AUX"} or not own or own[0].tag_ in {"WP", "WDT"}:
        return False
    helped = any(c.dep_ in {"aux", "auxpass"} and c.tag_ in FINITE for c in root.children)
    if root.tag_ not in TENSED and not helped:
        return False
    return not any(_torn(t) or _stranded(t) for t in content)


def _frames(tokens: Iterable[Token]) -> int:
    """How many frames there are among the words: none may be lost."""
    return sum(content_of(t) is not None for t in tokens)


def _stranded(verb: Token) -> bool:
    """Whether a verb has neither a subject nor a joint before it."""
    start = group_start(verb) if lacks_subject(verb) else 0
    return start > 0 and verb.doc[start - 1].pos_ not in _JOINTS


def _put_back(doc: Doc, verb: Token, content: Doc, start: int, end: int) -> Doc:
    tree = Tree.of(doc)
    root = tree.graft(content[: end - start], start)
    tree.hang(root, verb, "ccomp")
    for token in doc:
        if start <= token.head.i < end and not start <= token.i < end:
            between = verb.i < token.i < start and token.pos_ in {"NOUN", "PROPN", "PRON"}
            linked = token.lower_ == "that" and token.i == start - 1
            if linked:
                tree.hang(token, root, "mark")
            else:
                tree.hang(token, verb, "dative" if between else token.dep_)
    return tree.doc()
