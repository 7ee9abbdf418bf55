"""Trees mended where grammar leaves the parser no choice: one function, one error it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse import nouns
from claims.parse.closing import FINITE, SAYING
from claims.parse.subjects import NO_PASSIVE
from claims.parse.tree import Tree
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PAPERS = words("statement interview report tweet post briefing press conference letter release")
_TWO_OBJECTS = words("give award send offer show call name teach pay grant deny hand ask tell")
"""Verbs whose participle keeps an object in the passive ("men given a house")."""
_LISTENERS = words(
    "reporter reporters journalist journalists police officers detectives officials investigators "
    "newspaper paper agency station channel us me him her them"
)


_DESCRIBING = words("allied armed suspected affiliated masked unnamed unidentified")
"""Participles that say what sort somebody is, not what was done to them."""
_ARTICLES = frozenset({"DT", "CD", "JJ"})
_IN_PHRASE = words("det amod compound nummod poss nmod punct")


def grammatical(doc: Doc) -> Doc:
    """The same sentence with the errors of the table below mended, or ``doc`` itself."""
    for mend in _MENDS:
        doc = mend(doc)
    return doc


def _linked(doc: Doc) -> Doc:
    """ "In a statement that rebels had left": "that" is not what they left."""
    wrong = [
        t
        for t in doc
        if t.lower_ == "that"
        and t.tag_ == "IN"
        and t.head.i > t.i
        and (t.dep_ in {"dobj", "pobj"} or (t.dep_ == "advmod" and t.head.dep_ == "ccomp"))
    ]
    if not wrong:
        return doc
    tree = Tree.of(doc)
    for token in wrong:
        tree.hang(token, token.head, "mark")
    return tree.doc()


def _stated(doc: Doc) -> Doc:
    """ "Said in a statement that the town was safe": the clause is what was said."""
    for verb in doc:
        clauses = [c for c in verb.children if c.dep_ in {"ccomp", "parataxis", "dobj"}]
        if verb.lemma_ not in SAYING or clauses or verb.tag_ not in FINITE:
            continue
        for prep in (c for c in verb.children if c.lower_ in {"in", "at", "during"}):
            for paper in (c for c in prep.children if c.lemma_.lower() in _PAPERS):
                for clause in paper.children:
                    if clause.dep_ in {"acl", "ccomp", "relcl"} and _marked(clause):
                        return _rehung(doc, clause, verb, "ccomp")
    return doc


def _marked(clause: Token) -> bool:
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return that and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in clause.children)


def _rehung(doc: Doc, token: Token, head: Token, dep: str) -> Doc:
    tree = Tree.of(doc)
    tree.hang(token, head, dep)
    return tree.doc()


def _that(doc: Doc) -> Doc:
    """ "Reported that forces aimed to take Vell": what stands behind "that" has a verb."""
    for that in doc:
        noun = that.head
        verb = noun.head
        if that.lower_ != "that" or that.tag_ != "IN" or noun.pos_ != "NOUN":
            continue
        if verb.lemma_ not in SAYING or noun.dep_ not in {"dobj", "ccomp"}:
            continue
        later = [c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in {"VERB", "AUX"}]
        inner = [c for c in noun.children if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"}]
        predicate = next((c for c in (*later, *inner) if c.i > noun.i), None)
        if predicate is None:
            continue
        tree = Tree.of(doc)
        for child in predicate.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                tree.hang(child, noun, "dep")
        tree.hang(predicate, verb, "ccomp")
        tree.hang(noun, predicate, "nsubj")
        tree.hang(that, predicate, "mark")
        if predicate in inner:
            tree.retag(predicate, "VBD")
        return tree.doc()
    return doc


def _told(doc: Doc) -> Doc:
    """ "Told the Courier the man had left": the man's leaving is told, not the Courier left."""
    for verb in doc:
        if verb.lemma_ != "tell" or any(c.dep_ == "ccomp" for c in verb.children):
            continue
        for listener in (c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i):
            if listener.pos_ != "PROPN" and listener.lower_ not in _LISTENERS:
                continue
            for clause in listener.children:
                own = next((c for c in clause.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
                links = [t for t in clause.lefts if t.tag_ in {"WP", "WDT", "WRB", "WP$"}]
                that = all(t.lower_ == "that" and t.dep_ == "dobj" for t in links)
                # Nothing is shot "that" when somebody is: a passive has no object.
                if links and not (that and own is not None and own.dep_ == "nsubjpass"):
                    continue
                if clause.dep_ == "relcl" and own is not None and own.lower_ != "that":
                    tree = Tree.of(doc)
                    tree.hang(clause, verb, "ccomp")
                    for link in links:
                        tree.hang(link, clause, "mark")
                    return tree.doc()
    return doc


def _adding(doc: Doc) -> Doc:
    """ "The agency said, adding that ...": what is added is said, too, and apart from the rest."""
    tree = None
    for token in doc:
        adds = token.tag_ == "VBG" and token.lemma_ in SAYING
        if not adds or token.dep_ not in {"xcomp", "acl"}:
            continue
        verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
        content = any(c.dep_ == "ccomp" for c in token.children)
        # "said the head of the office, adding": the speaker adds it, not the office.
        spoken = [c for c in verb.children if c.dep_ == "nsubj"] if verb is not None else []
        behind = any(c.i > c.head.i and c.is_ancestor(token) for c in spoken)
        if verb is None or verb.lemma_ not in SAYING or not (token.dep_ == "xcomp" or behind):
            continue
        if token.dep_ == "xcomp" or content:
            tree = tree or Tree.of(doc)
            tree.hang(token, verb, "advcl")
    return tree.doc() if tree else doc


def _continued(doc: Doc) -> Doc:
    """ "Berg tells us the man argued and then returned": who argued returned, not Berg."""
    for verb in doc:
        if verb.lemma_ not in SAYING or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
            continue
        content = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
        if content is None:
            continue
        for joined in verb.children:
            alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in joined.children)
            later = joined.dep_ == "conj" and joined.i > content.i and alone
            other = joined.tag_ in FINITE and joined.tag_ != verb.tag_
            if later and other and joined.lemma_ not in SAYING:
                tree = Tree.of(doc)
                tree.hang(joined, content, "conj")
                for link in verb.children:
                    if link.dep_ == "cc" and content.i < link.i < joined.i:
                        tree.hang(link, content, "cc")
                return tree.doc()
    return doc


def _activated(doc: Doc) -> Doc:
    """ "A blast (that was) killed 12": a past form with an object is active."""
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


def _placed(doc: Doc) -> Doc:
    """ "In the province an army unit destroyed in a raid a depot": the unit destroyed it."""
    for noun in doc:
        if noun.dep_ != "appos" or noun.head.dep_ != "pobj" or noun.head.head.dep_ != "ROOT":
            continue
        place = noun.head.head
        verb = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i), None)
        if verb is None or verb.tag_ not in {"VBD", "VBN"} or noun.left_edge.tag_ not in _ARTICLES:
            continue
        if place.i == 0 and any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
            tree = Tree.of(doc)
            tree.hang(verb, verb, "ROOT")
            tree.retag(verb, "VBD")
            tree.hang(noun, verb, "nsubj")
            tree.hang(place, verb, "prep")
            for child in place.children:
                if child.i > verb.i:
                    tree.hang(child, verb, child.dep_)
            return tree.doc()
    return doc


def _objects(doc: Doc) -> Doc:
    """ "Rebels targeted with shells a district": the district has no subject, it was targeted."""
    for noun in doc:
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {"ROOT", "ccomp"}:
            continue
        own = next((c for c in noun.children if c.dep_ == "nsubj" and c.i < noun.i), None)
        verb = next((c for c in own.children if c.dep_ == "acl"), None) if own else None
        if own is None or verb is None or verb.tag_ not in {"VBN", "VBD"}:
            continue
        phrase = [c for c in noun.lefts if c.dep_ in _IN_PHRASE and c.i > own.i]
        first = min((c.left_edge.i for c in phrase), default=noun.i)
        if verb.right_edge.i != first - 1 or not any(c.dep_ == "prep" for c in verb.children):
            continue
        tree = Tree.of(doc)
        tree.supplant(verb, noun)
        tree.hang(own, verb, "nsubj")
        tree.hang(noun, verb, "dobj")
        tree.retag(verb, "VBD")
        for child in noun.children:
            apart = child.i > noun.i and child.dep_ in {"advcl", "acl", "punct", "npadvmod"}
            if child != own and (child.i < first or apart):
                tree.hang(child, verb, "advcl" if child.tag_ == "VBG" else child.dep_)
        return tree.doc()
    return doc


def _dropped(doc: Doc) -> Doc:
    """ "Were hit by bombs dropped from helicopters": no "and" before it, so it says which bombs."""
    for verb in doc[1:]:
        noun = verb.nbor(-1)
        bare = verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"} and verb.n_lefts == 0
        if not bare or noun.dep_ != "pobj" or noun.i < verb.head.i:
            continue
        if verb.lemma_ in NO_PASSIVE:
            continue
        if any(c.dep_ in {"dobj", "agent"} for c in verb.children) or noun in verb.subtree:
            continue
        if any(c.dep_ == "prep" for c in verb.children):
            return _rehung(doc, verb, noun, "acl")
    return doc


def _allied(doc: Doc) -> Doc:
    """ "Killed five rebels and allied fighters": the fighters were killed, nobody allied them."""
    for verb in doc:
        things = [c for c in verb.children if c.dep_ == "dobj" and c.i > verb.i]
        first = [c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i]
        if verb.lower_ not in _DESCRIBING or verb.dep_ != "conj" or not things or not first:
            continue
        if things[0].left_edge != things[0] or things[0].i != verb.i + 1:
            continue
        tree = Tree.of(doc)
        tree.hang(things[0], first[0], "conj")
        tree.hang(verb, things[0], "amod")
        for child in (*verb.children, *verb.head.children):
            if child.dep_ == "cc" and first[0].i < child.i < verb.i:
                tree.hang(child, first[0], "cc")
            elif child.head == verb and child != things[0]:
                tree.hang(child, things[0], child.dep_)
        return tree.doc()
    return doc


def _before_that(doc: Doc) -> Doc:
    """ "Told them that after he shot her, hitting her arm, he fled": "that" opens the fleeing."""
    for that in doc:
        inner = that.head
        clause = inner.head
        opens = that.lower_ == "that" and that.dep_ == "mark" and inner.dep_ == "advcl"
        if not opens or inner.tag_ != "VBG" or clause.dep_ != "ccomp" or clause.i < inner.i:
            continue
        tree = Tree.of(doc)
        tree.hang(that, clause, "mark")
        for earlier in inner.children:
            if earlier.dep_ == "advcl" and earlier.i < inner.i:
                tree.hang(earlier, clause, "advcl")
                tree.hang(inner, earlier, "advcl")
        return tree.doc()
    return doc


def _raised(doc: Doc, noun: Token, verb: Token) -> Doc:
    """The verb in the place of its noun, the noun its subject."""
    tree = Tree.of(doc)
    tree.supplant(verb, noun)
    tree.hang(noun, verb, "nsubj")
    for child in noun.children:
        if child != verb and (child.i > verb.i or child.is_punct):
            tree.hang(child, verb, child.dep_)
    tree.retag(verb, "VBD")
    return tree.doc()


_MENDS = (
    _linked,
    nouns.relative,
    nouns.gerunds,
    nouns.dated,
    nouns.counted,
    nouns.wounded,
    nouns.harmed,
    _activated,
    _placed,
    _objects,
    _dropped,
    _allied,
    _before_that,
    _that,
    _told,
    _adding,
    _continued,
    _stated,
)
"""In this order: what makes nouns and verbs comes before what joins clauses."""
