"""A statement's words put so that they read on their own."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.clauses.frames import content_of
from claims.clauses.heads import (
    AUXILIARIES,
    SUBJECTS,
    Head,
    Layout,
    antecedent,
    measure,
    relative_pronoun,
    subject,
)
from claims.clauses.verbforms import past, third_person
from claims.clauses.write import Item
from claims.saying import SAYING
from claims.senses import EVENT_NOUNS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_HARM = words("kill wound injure hurt arrest detain shoot displace")
_SPEECH = SAYING | words(
    "urge call demand accuse condemn blame appeal criticize welcome praise express"
)
_PLACE = words("in at near outside inside around across")


@dataclasses.dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it is written out."""

    root: int
    items: tuple[Item, ...]
    """Its words in reading order."""
    own: frozenset[int]
    """Tokens the quote has to hold."""
    subset: bool = False
    loose: frozenset[int] = frozenset()
    """Words it keeps to read well though another statement says them: their dates and figures
    are the other's."""

    @property
    def tokens(self) -> tuple[int, ...]:
        """What it says and what it shares, in the order of the sentence."""
        words = {i for i in self.items if isinstance(i, int)} | self.own
        return tuple(sorted((words - self.loose) or words))


def draft(doc: Doc, plan: Layout, head: Head) -> Draft:
    """The statement of a head, with what it shares with its governor carried over."""
    own = _own(doc, plan, head)
    span = measure(doc[head.index]) if head.role == "adverbial" else []
    aside = frozenset(t.i for t in span if t.i in own)
    own = trim(doc, [i for i in own if i not in aside]) or own
    builder = {"relative": relative, "participle": _participle}.get(head.role, _plain)
    items = tuple(builder(doc, plan, head, own))
    # "Three days after" dates neither of the two by itself: only the quote keeps it.
    return Draft(head.index, items, frozenset(own) | aside, loose=aside)


def _own(doc: Doc, plan: Layout, head: Head) -> list[int]:
    """Its tokens without the words that join it to others and without punctuation at the edges."""
    verb = doc[head.index]
    tokens = set(plan.tokens(head.index))
    gone = [c for c in verb.children if c.dep_ == "conj" and plan.owner[c.i] != head.index]
    kept = [c for c in verb.children if c.dep_ == "conj" and plan.owner[c.i] == head.index]
    for child in verb.children:
        joins = child.dep_ in {"cc", "preconj"} and gone and not kept
        links = child.dep_ == "mark" and child.lower_ in {"that", *_LINKS}
        asks = head.role == "adverbial" and child.tag_ == "WRB"
        if joins or links or asks:
            tokens.discard(child.i)
    return trim(doc, sorted(tokens))


_LINKS = words("after when while as before although though because whereas since")


def trim(doc: Doc, tokens: Sequence[int]) -> list[int]:
    """Without punctuation and joining words at the edges; brackets and currency stay."""
    tokens = list(tokens)
    while tokens and (_edge(doc[tokens[0]]) or doc[tokens[0]].dep_ == "cc"):
        tokens.pop(0)
    while tokens and (_edge(doc[tokens[-1]]) or doc[tokens[-1]].dep_ == "cc"):
        tokens.pop()
    return tokens


def _edge(token: Token) -> bool:
    return token.is_space or (token.is_punct and token.text not in {"%", "?", "(", ")", "[", "]"})


def phrase(
    doc: Doc, plan: Layout, top: Token, before: int | None = None, *, whole: bool = False
) -> list[int]:
    """Tokens of a phrase as it may stand elsewhere: no clauses of their own.

    Unless ``whole``, what is only said beside it is left out as well.
    """
    inside = {plan.owner[top.i]}
    tokens = []
    for token in top.subtree:
        path = [token, *(a for a in token.ancestors if a in top.subtree)] if token != top else [top]
        nested = not whole and any(aside(p) for p in path if p != top)
        if nested or plan.owner[token.i] not in inside:
            continue
        if before is None or token.i < before:
            tokens.append(token.i)
    return trim(doc, tokens)


def aside(token: Token) -> bool:
    """Whether a phrase is said beside the name: an apposition behind a comma, a clause."""
    if token.dep_ == "appos":
        edge = token.left_edge.i
        before = token.doc[edge - 1].text if edge > 0 else ""
        # A name may hold a hyphen ("al-Dibs"); a dash stands between spaces.
        return before == "," or (before in {"-", "--"} and bool(token.doc[edge - 1].whitespace_))
    return token.dep_ in {"relcl", "parataxis"}


def effective_subject(doc: Doc, plan: Layout, verb: Token) -> list[int]:
    """Tokens of the subject a verb has or shares with the verb it is joined to."""
    for above in (verb, *verb.ancestors):
        own = subject(above)
        if own is not None:
            pronoun = own.tag_ in {"WDT", "WP"}
            if pronoun and above.dep_ == "relcl":
                return phrase(doc, plan, antecedent(above), before=above.left_edge.i)
            return phrase(doc, plan, own)
        if above != verb and above.dep_ in {"relcl", "acl"} and above.tag_ != "VBG":
            return phrase(doc, plan, above.head, before=above.left_edge.i)
    return []


def _plain(doc: Doc, plan: Layout, head: Head, own: list[int]) -> list[Item]:
    verb = doc[head.index]
    if head.role != "conj":
        return [*own, *_shared(doc, plan, verb)]
    governor = verb.head
    auxiliaries = _auxiliaries(verb, governor)
    at = next((n for n, i in enumerate(own) if i >= verb.i), len(own))
    if subject(verb) is None and _counted_before(doc, verb, own[:at]):
        return [*own[:at], "were", *own[at:], *_shared(doc, plan, verb)]
    if subject(verb) is None:
        front = effective_subject(doc, plan, _speaking(verb, governor))
        early = _leading(doc, plan, governor, verb)
        return [*front, *early, *auxiliaries, *own, *_shared(doc, plan, verb)]
    return [*own[:at], *auxiliaries, *own[at:], *_shared(doc, plan, verb)]


_OTHERS = words("many more others dozens scores hundreds several")


def _counted_before(doc: Doc, verb: Token, before: Sequence[int]) -> bool:
    """Whether "many more" in "20 were killed and many more wounded" is the second verb's subject,
    which the parser takes for a degree."""
    said = [doc[i] for i in before if doc[i].dep_ not in {"cc", "punct"}]
    quantity = all(t.lower_ in _OTHERS | {"at", "least", "than"} or t.like_num for t in said)
    harmed = verb.tag_ in {"VBN", "VBD"} and verb.lemma_ in _HARM
    return bool(said) and quantity and harmed and not any(c.dep_ == "dobj" for c in verb.children)


def _speaking(verb: Token, governor: Token) -> Token:
    """The verb whose subject a joined verb shares: "said X had fallen and urged ..." is the
    speaker's urging, however the parser hung it."""
    frame = governor.head
    speaks = verb.lemma_ in _SPEECH and governor.dep_ == "ccomp" and content_of(frame) == governor
    return frame if speaks else governor


def _auxiliaries(verb: Token, governor: Token) -> list[Item]:
    """Helping verbs left out in a conjunct ("were killed and 30 wounded")."""
    if any(c.dep_ in AUXILIARIES for c in verb.children):
        return []
    passive = any(c.dep_ == "auxpass" for c in governor.children)
    own = subject(verb)
    if own is not None:
        bare = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and passive and verb.lemma_ in _HARM)
        if not bare or any(c.dep_ == "dobj" for c in verb.children):
            return []
        return ["was" if single(own) else "were"]
    tag = verb.tag_
    if tag == "VBD" and past(verb.lemma_) != verb.lower_:
        tag = "VBN"
    wanted = {"VBN": AUXILIARIES, "VBG": AUXILIARIES, "VB": AUXILIARIES}.get(tag)
    if wanted is None or (tag == "VBN" and governor.tag_ not in {"VBN", "VBD"}):
        return []
    return [c.i for c in governor.children if c.dep_ in wanted and c.tag_ != "TO"]


def single(noun: Token) -> bool:
    if noun.lower_ in {"one", "another"} or any(c.lower_ in {"one", "1"} for c in noun.children):
        return True
    return noun.tag_ in {"NN", "NNP"} and not any(
        c.dep_ in {"nummod", "conj"} for c in noun.children
    )


def dated(token: Token) -> bool:
    """Whether a modifier says when."""
    return token.dep_ in {"prep", "npadvmod", "advmod"} and any(
        t.ent_type_ in {"DATE", "TIME"} for t in token.subtree
    )


def placed(token: Token) -> bool:
    """Whether a modifier says where."""
    return (
        token.dep_ == "prep"
        and token.lower_ in _PLACE
        and not dated(token)
        and any(t.pos_ == "PROPN" or t.ent_type_ in {"GPE", "LOC", "FAC"} for t in token.subtree)
    )


def occasioned(token: Token) -> bool:
    """Whether a modifier names the event it happened in ("in a blast", "due to shelling")."""
    objects = [t for c in (token, *token.children) for t in c.children if t.dep_ == "pobj"]
    return (
        token.dep_ in {"prep", "agent"}
        and not dated(token)
        and any(t.lemma_.lower() in EVENT_NOUNS for t in objects)
    )


def _leading(doc: Doc, plan: Layout, governor: Token, verb: Token) -> list[Item]:
    """When and where said before the first of joined verbs: they govern both."""
    items: list[Item] = []
    for kind in (dated, placed):
        if any(kind(c) for c in verb.children):
            continue
        for child in governor.children:
            if kind(child) and child.i < governor.i:
                items += phrase(doc, plan, child)
    return items


def _shared(doc: Doc, plan: Layout, verb: Token) -> list[Item]:
    """Occasion, place and time said with a "when" clause or a second toll, if it has none."""
    items: list[Item] = []
    for kind in (occasioned, placed, dated):
        if any(kind(c) for c in verb.children):
            continue
        for other in _sharing(plan, verb):
            found = next((c for c in other.children if kind(c) and c.i > other.i), None)
            fresh = phrase(doc, plan, found, whole=True) if found is not None else []
            if fresh and fresh[0] not in items:
                items += fresh
                break
    return items


def _sharing(plan: Layout, verb: Token, depth: int = 0) -> list[Token]:
    """The heads whose occasion, place and time hold for the verb as well, nearest first."""
    near = [c for c in verb.children if _shares(c, verb) and plan.owner[c.i] == c.i]
    if depth < 2:
        near += [far for c in near for far in _sharing(plan, c, depth + 1)]
    return near


def _shares(other: Token, verb: Token) -> bool:
    """Whether time and place said after ``other`` hold for ``verb`` as well."""
    if other.i < verb.i:
        return False
    if other.dep_ == "conj":
        return verb.lemma_ in _HARM | {"die"} and other.lemma_ in _HARM | {"die"}
    return other.dep_ == "advcl" and any(
        c.lower_ == "when" and c.i < other.i for c in other.children
    )


def relative(doc: Doc, plan: Layout, head: Head, own: list[int]) -> list[Item]:
    """The antecedent in the place of the relative word, objects moved behind the verb."""
    verb = doc[head.index]
    pronoun = relative_pronoun(verb)
    named = phrase(doc, plan, antecedent(verb), before=verb.left_edge.i)
    if pronoun is None or not named:
        return list(own)
    if pronoun.tag_ == "WP$":
        return _replaced(own, [pronoun.i], [*named, "'s"])
    top = pronoun
    while top.head != verb and top.head != top:
        top = top.head
    if top.dep_ in SUBJECTS or top.i > verb.i:
        return _replaced(own, [pronoun.i], [*named])
    moved: list[Item] = []
    for token in top.subtree:
        moved += named if token == pronoun else [token.i]
    if pronoun.lower_ == "where":
        moved = ["in", *named]
    elif pronoun.lower_ == "when":
        return [i for i in own if i != pronoun.i]
    out = {t.i for t in top.subtree}
    rest = [i for i in own if i not in out]
    if top.dep_ != "dobj":
        return [*rest, *moved]
    particle = next((c.i for c in verb.children if c.dep_ == "prt" and c.i > verb.i), verb.i)
    return [*(i for i in rest if i <= particle), *moved, *(i for i in rest if i > particle)]


def _replaced(own: Iterable[int], out: Sequence[int], by: Sequence[Item]) -> list[Item]:
    items: list[Item] = []
    for index in own:
        items += by if index == out[0] else [index]
    return items


def _participle(doc: Doc, plan: Layout, head: Head, own: list[int]) -> list[Item]:
    """The subject of the main verb and the participle as a finite verb."""
    verb = doc[head.index]
    governor = doc[head.governor]
    rest = [i for i in own if i != verb.i]
    front: list[Item] = [*effective_subject(doc, plan, governor)]
    if (verb.lemma_ in _OUTCOME and not _eventful(governor)) or _befallen(verb, governor):
        front = ["This"]
    if not front:
        return list(own)
    return [*front, *_finite_form(verb, governor), *rest]


_OUTCOME = words(
    "allow enable force prompt cause spark trigger mean raise bring let lead make render "
    "complicate ensure create"
)
"""Participles whose subject is what happened, not who did it."""


_DAMAGE = _HARM | words("destroy damage trap leave claim cause level flatten maim")
_BEFALLS = words("come suffer face sustain collapse capsize sink crash")
"""Verbs whose subject meets with something."""


def _befallen(verb: Token, governor: Token) -> bool:
    """Whether the harm may come from what befell the subject ("rebels were hit by shells, killing
    nine") rather than from the subject."""
    passive = any(c.dep_ == "auxpass" for c in governor.children)
    return verb.lemma_ in _DAMAGE and (passive or governor.lemma_ in _BEFALLS)


def _eventful(verb: Token) -> bool:
    """Whether the subject of a verb is itself something that happened."""
    own = subject(verb)
    return own is not None and own.lemma_.lower() in EVENT_NOUNS


def _finite_form(verb: Token, governor: Token) -> list[Item]:
    being = [c.i for c in governor.children if c.dep_ == "aux" and c.lemma_ == "be"]
    lemma = verb.lemma_.lower()
    if governor.tag_ == "VBG" and being:
        return [*being, verb.i]
    if governor.tag_ in {"VBZ", "VBP"}:
        return [third_person(lemma) if governor.tag_ == "VBZ" else lemma]
    return [past(lemma)]
