"""Verbs the parser left without their subject.

In English a verb with a tense has its subject right before it, or shares one by way of "and" or
a comma. Where neither holds the parser was led up the garden path: it took a reduced relative
clause for the predicate ("the missiles fired at Vell killed ..."), or the subject for a member of
the list before it ("took villages from rebels and fighting has blocked ...").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse.tree import Tree

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_HELPING = frozenset({"aux", "auxpass"})
_BEFORE = _HELPING | {"advmod", "neg"}
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
_DATES = frozenset({"DATE", "TIME"})
_OTHER_SUBJECTS = frozenset({"dobj", "conj", "pobj", "attr", "npadvmod", "dep"})


def with_subjects(doc: Doc) -> Doc:
    """The same sentence with such subjects found, or ``doc`` itself where none is missing."""
    doc = _off_auxiliaries(doc)
    for verb in doc:
        if not _lacks_subject(verb):
            continue
        start = _group_start(verb)
        if start == 0 or doc[start - 1].pos_ in {"PUNCT", "CCONJ", "ADV", "SCONJ", "PART"}:
            continue
        tree = _reduced(doc, verb, start) or _swallowed(doc, verb, start)
        if tree is not None:
            return with_subjects(tree.doc())
    return doc


def _off_auxiliaries(doc: Doc) -> Doc:
    """A subject hung from a helping verb ("his arm" from "was") goes to the main verb."""
    wrong = [
        t for t in doc if t.dep_ in _SUBJECTS and t.head.dep_ in _HELPING and t.head.head != t.head
    ]
    wrong = [t for t in wrong if not any(c.dep_ in _SUBJECTS for c in t.head.head.children)]
    if not wrong:
        return doc
    tree = Tree.of(doc)
    for token in wrong:
        passive = token.head.dep_ == "auxpass"
        tree.hang(token, token.head.head, "nsubjpass" if passive else token.dep_)
    return tree.doc()


def _lacks_subject(verb: Token) -> bool:
    if verb.pos_ not in {"VERB", "AUX"} or verb.dep_ in _HELPING:
        return False
    if any(c.dep_ in _SUBJECTS or c.tag_ in {"WP", "WDT", "TO"} for c in verb.children):
        return False
    helped = [c for c in verb.children if c.dep_ in _HELPING and c.i < verb.i]
    if helped:
        return any(c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in helped)
    # "killed 12": a participle cannot have an object, so it is a past tense.
    past = verb.tag_ == "VBN" and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)
    joined = verb.dep_ in {"conj", "ccomp", "parataxis", "dep"}
    return verb.tag_ in {"VBD", "VBZ"} or (past and joined)


def _group_start(verb: Token) -> int:
    """Index of the first word of the verb's group ("has also been hit")."""
    at = verb.i
    while (
        at > 0
        and verb.doc[at - 1].head in (verb, verb.doc[at])
        and (verb.doc[at - 1].dep_ in _BEFORE)
    ):
        at -= 1
    return at


def _reduced(doc: Doc, verb: Token, start: int) -> Tree | None:
    """ "The missiles fired at Vell killed 12": "fired at Vell" only says which missiles."""
    for first in reversed(doc[:start]):
        if first.pos_ != "VERB" or first.right_edge.i != start - 1:
            continue
        subject = next((c for c in first.children if c.dep_ in _SUBJECTS and c.i < first.i), None)
        if subject is None or subject.tag_ in {"WP", "WDT", "PRP", "EX"}:
            continue
        kids = list(first.children)
        finite = any(c.dep_ in _HELPING and c.tag_ != "TO" and c.tag_ != "VB" for c in kids)
        to = any(c.tag_ == "TO" for c in kids)
        passive = first.tag_ in {"VBN", "VBD"} and not finite
        if any(c.dep_ in {"dobj", "cc"} for c in kids) or not (passive or to):
            continue
        tree = Tree.of(doc)
        tree.supplant(verb, first)
        if first.dep_ == "ROOT":
            tree.hang(verb, verb, "ROOT")
        tree.hang(first, subject, "relcl" if to else "acl")
        tree.retag(first, "VBN")
        for child in kids:
            if child.i < subject.left_edge.i or child == subject:
                tree.hang(child, verb, child.dep_)
        for joined in first.conjuncts:
            if joined.head == first and joined != verb and joined.i > verb.i:
                tree.hang(joined, verb, joined.dep_)
        helped = any(c.dep_ == "auxpass" for c in verb.children)
        tree.hang(subject, verb, "nsubjpass" if helped else "nsubj")
        if verb.tag_ == "VBN" and not any(c.dep_ in _HELPING for c in verb.children):
            tree.retag(verb, "VBD")
        return tree
    return None


def _swallowed(doc: Doc, verb: Token, start: int) -> Tree | None:
    """ "... from rebels and fighting has blocked ...": the noun right before the verb."""
    noun = _noun_before(doc, verb, start)
    if noun is None or noun.ent_type_ in _DATES or not _agrees(noun, verb):
        return None
    first = noun.left_edge.i
    before = doc[first - 1] if first else None
    joined = noun.dep_ == "conj" and before is not None and before.dep_ == "cc"
    clause = noun.dep_ == "dobj" and noun.head.dep_ == "advcl" and noun.head.head == verb
    if not joined and not clause:
        return None
    if joined and verb.dep_ not in {"conj", "ccomp", "dep"}:
        return None
    tree = Tree.of(doc)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    tree.hang(noun, verb, "nsubjpass" if passive else "nsubj")
    if joined and before is not None and verb.head.i < before.i:
        tree.hang(before, verb.head, "cc")
        tree.hang(verb, verb.head, "conj")
    return tree


def _noun_before(doc: Doc, verb: Token, start: int) -> Token | None:
    """The head of the noun phrase that ends right before the verb's group."""
    at = doc[start - 1]
    if at.pos_ not in _NOMINAL:
        return None
    best = None
    for token in (at, *at.ancestors):
        if token == verb or token.i >= start or token.pos_ not in _NOMINAL | {"ADP", "ADJ"}:
            break
        if token.pos_ in _NOMINAL and token.dep_ in _OTHER_SUBJECTS:
            best = token
            if token.dep_ == "conj":
                break
    return best if best is not None and best.right_edge.i == start - 1 else None


def _agrees(noun: Token, verb: Token) -> bool:
    """Whether number does not speak against it ("missiles launches")."""
    tag = next((c.tag_ for c in verb.children if c.dep_ in _HELPING), verb.tag_)
    plural = noun.tag_ in {"NNS", "NNPS"}
    return not (plural and tag == "VBZ") and not (not plural and tag == "VBP")
