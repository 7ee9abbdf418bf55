"""Which tokens of a parse head a statement of their own, and which tokens are theirs."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from claims.clauses.frames import according, belongs_to_content, carrier, content_of, parenthetic
from claims.parse.tokens import META
from claims.senses import EVENT_NOUNS, NOUNS, VERBS
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Role = Literal["main", "conj", "relative", "adverbial", "participle", "gap"]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
AUXILIARIES = frozenset({"aux", "auxpass"})
RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})

_THINGS = frozenset({"pobj", "dobj", "nsubj", "nsubjpass"})
_FACTUAL = words("when after while as before although though because whereas")
"""Conjunctions whose clause states a fact; "if", "unless", "until" do not. "Since" opens the
window a figure is counted over, so its clause stays with it."""
_NEVER_RESULT = words(
    "use include accord cite follow regard concern involve base say add speak refer quote "
    "note depend consider pend exclude be have"
)
"""Participles that hang on the main verb rather than tell what came of it."""
_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SPANS = words("second minute hour day night week month year moment time later")
_SINGULAR = frozenset({"has", "was", "is"})
_EMPTY = frozenset({"come", "happen", "occur", "follow"})
_MEANS = words("shoot stab beat strangle hit strike drown gun bomb shell")
_OUTCOMES = words("kill wound injure murder rob hurt")
_DOES_HARM = words("leave kill injure wound claim cause displace destroy damage")
_SOON = words("shortly soon just immediately right moments minutes hours days")
_IDIOMS = words("advantage part place aim care note heed")
_COUNTLESS = frozenset({"DATE", "TIME", "ORDINAL"})
_VAGUE_COUNTS = words("dozen dozens hundred hundreds thousand thousands score scores several")


@dataclasses.dataclass(frozen=True, slots=True)
class Head:
    """The head of a statement."""

    index: int
    role: Role
    governor: int
    """The head it depends on; itself when it depends on none."""


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """A sentence shared out among its statements."""

    heads: tuple[Head, ...]
    owner: tuple[int, ...]
    """Head of each token of the doc; -1 for a token of a frame."""

    def tokens(self, head: int) -> list[int]:
        """Indices of the tokens of a head, in order."""
        return [i for i, owner in enumerate(self.owner) if owner == head]


def subject(verb: Token) -> Token | None:
    """The verb's own subject."""
    return next((c for c in verb.children if c.dep_ in SUBJECTS), None)


def counts(token: Token) -> bool:
    """Whether a token of the phrase under ``token`` counts something (dates and ages do not)."""
    return any(
        (t.like_num or t.lower_ in _VAGUE_COUNTS) and t.ent_type_ not in _COUNTLESS
        for t in token.subtree
    )


def layout(doc: Doc) -> Layout:
    """Finds the statements of a parsed sentence and shares its tokens out among them."""
    frames: dict[int, int] = {}
    heads: dict[int, Head] = {}
    for token in doc:
        content = content_of(token)
        if content is not None:
            frames[token.i] = content.i
            carrying = carrier(token)
            if carrying is not None:
                frames[carrying.i] = content.i
            if token.dep_ == "pcomp":
                frames[token.head.i] = -1
        elif according(token) and _takes_subject(token):
            continue
        elif (according(token) or parenthetic(token)) and token.dep_ != "ROOT":
            frames[token.i] = -1
    for token in sorted(doc, key=_depth):
        role = _role(token, heads, frames)
        if role is not None:
            governor = _climb(token, heads, frames)
            above = heads.get(token.head.i)
            if role == "participle" and above is not None and above.role == "participle":
                governor = above.governor
            heads[token.i] = Head(token.i, role, token.i if governor is None else governor)
    told = {
        i for verb, inner in frames.items() if inner >= 0 for i in _date_of_saying(doc, verb, inner)
    }
    told |= {t.i for t in doc if t.dep_ == META}
    owner = tuple(-1 if t.i in told else _owner(t, heads, frames) for t in doc)
    for head in [h for h in heads.values() if h.governor != h.index]:
        if sum(o == head.index and _weighs(doc[i]) for i, o in enumerate(owner)) < 2:
            # A lone word states nothing: it goes back to the statement it came from.
            owner = tuple(head.governor if o == head.index else o for o in owner)
            del heads[head.index]
            heads = {
                i: dataclasses.replace(h, governor=head.governor) if h.governor == head.index else h
                for i, h in heads.items()
            }
    return Layout(tuple(heads[i] for i in sorted(heads)), owner)


def _date_of_saying(doc: Doc, verb: int, content: int) -> set[int]:
    """A date between the verb of saying and the subject: "said on Tuesday it had left"."""
    inner = doc[content]
    first = inner.left_edge
    own = subject(inner)
    if own is None or first.head != inner or not verb < first.i < own.i:
        return set()
    loose = first.dep_ in {"prep", "npadvmod"} and first.i == verb + 1
    dated = any(t.ent_type_ in {"DATE", "TIME"} for t in first.subtree)
    last = first.right_edge.i
    if not (loose and dated) or last + 1 >= len(doc) or doc[last + 1].is_punct:
        return set()
    return {t.i for t in first.subtree}


def _takes_subject(token: Token) -> bool:
    """Whether "according to the agency rebels have ..." has swallowed the subject."""
    verb = token.head
    return token.i < verb.i and finite(verb) and subject(verb) is None


def _weighs(token: Token) -> bool:
    return not token.is_punct and token.dep_ not in AUXILIARIES | {"cc", "mark", "det"}


def _depth(token: Token) -> tuple[int, int]:
    return sum(1 for _ in token.ancestors), token.i


def _role(token: Token, heads: dict[int, Head], frames: dict[int, int]) -> Role | None:
    """The role in which a token heads a statement; ``None`` for the many that head none."""
    if token.i in frames:
        return None
    if token.dep_ == "ROOT" or frames.get(token.head.i) == token.i:
        return "main"
    parent = token.head.i
    if token.dep_ == "conj" and (parent in heads or parent in frames):
        if not _conjoined(token, token.head):
            return None
        joined = heads[parent].role if parent in heads else "main"
        bare = token.tag_ == "VBG" and not any(c.dep_ in AUXILIARIES for c in token.children)
        if bare and joined != "participle" and not _comma_before(token):
            return None
        if bare and (joined == "participle" or token.head.tag_ != "VBG"):
            return "participle" if subject(token) is None else None
        return "conj"
    if token.dep_ == "relcl":
        return "relative" if _states_more(token) else None
    if token.dep_ in {"advcl", "acl"}:
        if token.dep_ == "advcl" and _factual(token):
            return "adverbial"
        return "participle" if _result(token) else None
    if token.dep_ == "parataxis" and subject(token) is not None and _predicates(token):
        return "main"
    if token.dep_ == "ccomp" and (parent in heads) and _run_on(token):
        return "main"
    return None


def _predicates(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"}


def _conjoined(token: Token, first: Token) -> bool:
    """Whether a conjunct states something apart from the verb it is joined to."""
    if not _predicates(token) or not _predicates(first):
        return False
    if any(c.tag_ == "TO" for c in token.children):
        return False
    if subject(token) is not None:
        return True
    if not any(t.dep_ == "cc" or t.text in {",", ";", "-"} for t in token.doc[first.i : token.i]):
        return False
    between = [t for t in token.doc[first.i + 1 : token.i] if not t.is_punct]
    said = [t for t in between if t.dep_ not in {"cc", "advmod", "aux", "auxpass", "neg", "prt"}]
    passive = any(c.dep_ == "auxpass" for c in first.children)
    more = [t for t in token.subtree if t.i > token.i and not t.is_punct and t.dep_ != "cc"]
    if not said and (first.lemma_ in _MEANS and token.lemma_ in _OUTCOMES):
        return False  # "was shot and killed" is one thing
    # "shot and killed a man": the object belongs to both, so they stay together.
    return (bool(said) or passive) and (bool(more) or passive)


def _comma_before(token: Token) -> bool:
    first = min(t.i for t in token.subtree)
    return first > 0 and token.doc[first - 1].is_punct


def relative_pronoun(verb: Token) -> Token | None:
    """The relative word of the clause that ``verb`` heads."""
    return next((t for t in verb.subtree if t.i <= verb.i and t.tag_ in _RELATIVE_TAGS), None)


def antecedent(verb: Token) -> Token:
    """The noun a relative clause speaks of, past a date in between ("on Sunday, which")."""
    noun = verb.head
    pronoun = relative_pronoun(verb)
    if verb.lemma_ in _DOES_HARM and pronoun is not None and pronoun.tag_ == "WDT":
        # "clashes near the river which left 12 dead": the clashes did, not the river.
        events = [t for t in verb.doc[: verb.left_edge.i] if t.lemma_.lower() in EVENT_NOUNS]
        if events and (noun.pos_ == "PROPN" or verb.lemma_ == "leave"):
            return events[-1]
    noun = past_dates(noun, verb)
    if pronoun is not None and pronoun.dep_ == "dobj":
        return _thing_of(noun, verb) or noun
    return noun


def past_dates(noun: Token, before: Token) -> Token:
    """The noun itself, or for a date the last thing named before it: "took X on Sunday, a town"."""
    while noun.ent_type_ in {"DATE", "TIME"} and noun.i > 0:
        things = [t for t in before.doc[: noun.i] if t.dep_ in _THINGS]
        if not things:
            break
        noun = things[-1]
    return noun


def _thing_of(act: Token, verb: Token) -> Token | None:
    """ "The capture of X, which rebels had seized": it is X they seized, not the capture."""
    sense = NOUNS.get(act.lemma_.lower(), "")
    if not sense or sense != VERBS.get(verb.lemma_.lower()):
        return None
    for child in act.children:
        if child.lower_ == "of":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return next((c for c in act.children if c.dep_ == "compound" and c.pos_ == "PROPN"), None)


def _states_more(token: Token) -> bool:
    """Whether a relative clause tells a fact rather than which one is meant."""
    pronoun = relative_pronoun(token)
    if pronoun is None or not finite(token):
        return False
    named = token.head.pos_ == "PROPN" and pronoun.lower_ == "which"
    if pronoun.lower_ in RELATIVE and (_comma_before(token) or named):
        return True
    if token.head.tag_ in {"NNS", "NNPS"} and any(c.lower_ in _SINGULAR for c in token.children):
        return False  # "infighting between groups that has killed": another noun is meant
    objects = [c for c in token.children if c.dep_ == "dobj" and c.i != pronoun.i]
    return pronoun.head.i == token.i and any(counts(c) for c in objects)


def finite(token: Token) -> bool:
    """Whether a verb has a tense, its own or that of a helping verb."""
    if token.tag_ in _FINITE:
        return True
    return any(
        c.dep_ in AUXILIARIES and (c.tag_ in _FINITE or c.tag_ == "MD") for c in token.children
    )


def _factual(token: Token) -> bool:
    """Whether an adverbial clause states a fact: "after rebels withdrew"."""
    if not finite(token) or subject(token) is None:
        return False
    links = [c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i]
    if not any(c.lower_ in _FACTUAL for c in links):
        return False
    if any(c.tag_ == "MD" for c in token.children):
        return False
    if not _predicates(token.head) or (_measured(links) and not _otherwise_dated(token)):
        return False
    if token.head.lemma_ in _EMPTY and not any(
        c.dep_ in {"prep", "dobj"} and c.i > token.head.i for c in token.head.children
    ):
        return False  # "The raids came after ..." says nothing without it
    return not any(c.lower_ in {"if", "even", "long", "far"} for c in links)


def measure(token: Token) -> list[Token]:
    """The words of "three days" before "after the army left"; empty when there are none."""
    links = [c for c in token.children if c.dep_ in {"mark", "advmod"} and c.i < token.i]
    first = min((link.i for link in links if link.lower_ in _FACTUAL), default=0)
    spans = [c for c in token.children if c.dep_ == "npadvmod" and c.i < first]
    return [t for span in spans if span.lemma_.lower() in _SPANS for t in span.subtree]


def _otherwise_dated(token: Token) -> bool:
    """Whether the main clause has a day of its own beside "three days after the army left"."""
    content = content_of(token.head) or token.head
    return bool(measure(token)) and any(
        c.dep_ in {"prep", "npadvmod"} and any(t.ent_type_ in {"DATE", "TIME"} for t in c.subtree)
        for c in content.children
    )


def _measured(links: Sequence[Token]) -> bool:
    """Whether a span of time stands before the conjunction ("a week after the army left")."""
    first = min(link.i for link in links)
    if any(link.lower_ in _SOON for link in links):
        return True
    return first > 0 and links[0].doc[first - 1].lemma_.lower() in _SPANS


def _result(token: Token) -> bool:
    """Whether a participle tells what came of it: ", killing two children"."""
    if token.tag_ != "VBG" or token.lemma_.lower() in _NEVER_RESULT:
        return False
    if any(c.dep_ in {"mark", "prep", "advmod"} and c.i < token.i for c in token.children):
        return False
    governor = _verb_above(token)
    if governor is None or governor.i > token.i or subject(token) is not None:
        return False
    things = [c for c in token.children if c.dep_ in {"dobj", "nsubj", "ccomp"} and c.i > token.i]
    if not things or any(t.lemma_ in _IDIOMS for t in things):
        return False
    return _comma_before(token) or any(counts(c) for c in things if c.dep_ == "dobj")


def _verb_above(token: Token) -> Token | None:
    return next((t for t in token.ancestors if _predicates(t)), None)


def _run_on(token: Token) -> bool:
    """Whether two sentences are glued: the parser makes the first a complement of the second."""
    later = token.head
    own = subject(later)
    return (
        token.i < later.i
        and own is not None
        and own.i > max(t.i for t in token.subtree)
        and subject(token) is not None
        and finite(token)
        and finite(later)
    )


def _climb(token: Token, heads: dict[int, Head], frames: dict[int, int]) -> int | None:
    """The nearest head above a token, through frames to what they report."""
    for above in token.ancestors:
        if above.i in heads:
            return above.i
        inner = frames.get(above.i, -1)
        if inner in heads and inner != token.i:
            return inner
    return None


def _owner(token: Token, heads: dict[int, Head], frames: dict[int, int]) -> int:
    """The head a token belongs to, or -1 for a token of a frame."""
    below = token
    while below.i not in heads:
        if below.i in frames:
            return -1
        above = below.head
        inner = frames.get(above.i, -1)
        if inner in heads and belongs_to_content(below, above):
            return inner
        if above.i == below.i:
            return below.i
        below = above
    return below.i
