"""Trees mended where grammar leaves the parser no choice: one function, one error it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.parse import nouns, predicates, speech
from claims.parse.closing import FINITE, SAYING
from claims.parse.tree import Tree, rehung
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PAPERS = words("statement interview report tweet post briefing press conference letter release")
_LISTENERS = words(
    "reporter reporters journalist journalists police officers detectives officials investigators "
    "newspaper paper agency station channel us me him her them"
)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUFFERING = words("succumb die survive recover")
"""What those spoken of do, never the speaker."""


def grammatical(doc: Doc) -> Doc:
    """The same sentence with the errors of the table below mended, or ``doc`` itself."""
    for mend in _MENDS:
        doc = mend(doc)
    return doc


def _linked(doc: Doc) -> Doc:
    """ "In a statement that rebels had left": "that" is not what they left, nor who left."""
    tree = None
    for that in doc:
        verb = that.head
        if that.lower_ != "that" or verb.i < that.i:
            continue
        object_ = that.tag_ == "IN" and that.dep_ in {"dobj", "pobj"}
        if object_ or (that.tag_ == "IN" and that.dep_ == "advmod" and verb.dep_ == "ccomp"):
            tree = tree or Tree.of(doc)
            tree.hang(that, verb, "mark")
        elif that.dep_ in _SUBJECTS and verb.dep_ == "ccomp":
            helping = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
            named = [c for v in (verb, *helping) for c in v.children if c.dep_ in _SUBJECTS]
            own = [c for c in named if that.i < c.i < verb.i]
            if own:
                tree = tree or Tree.of(doc)
                tree.hang(that, verb, "mark")
                tree.hang(own[0], verb, that.dep_)
    return tree.doc() if tree else doc


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
                        return rehung(doc, clause, verb, "ccomp")
    return doc


def _marked(clause: Token) -> bool:
    that = any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)
    return that and any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in clause.children)


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


def _continued(doc: Doc) -> Doc:
    """ "Berg tells us the man argued and then returned": who argued returned, not Berg."""
    for verb in doc:
        if verb.lemma_ not in SAYING or verb.tag_ not in {"VBZ", "VBP", "VBD"}:
            continue
        content = speech.content_behind(verb)
        if content is None:
            continue
        for joined in verb.children:
            alone = not any(c.dep_ in {"nsubj", "nsubjpass"} for c in joined.children)
            later = joined.dep_ == "conj" and joined.i > content.i and alone
            other = joined.tag_ != verb.tag_ or joined.lemma_ in _SUFFERING
            if later and other and joined.tag_ in FINITE and joined.lemma_ not in SAYING:
                tree = Tree.of(doc)
                tree.join(joined, content, content)
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


_MENDS = (
    _linked,
    nouns.relative,
    nouns.gerunds,
    nouns.dated,
    nouns.counted,
    nouns.wounded,
    nouns.harmed,
    predicates.aired,
    predicates.activated,
    predicates.placed,
    predicates.objects,
    predicates.dropped,
    predicates.allied,
    _before_that,
    _that,
    _told,
    speech.aged,
    speech.listening,
    speech.speaking,
    speech.adding,
    predicates.causing,
    speech.resulting,
    speech.including,
    speech.setting,
    speech.listed,
    _continued,
    _stated,
)
"""In this order: what makes nouns and verbs comes before what joins clauses."""
