"""Which tokens of a parse head a statement of their own, and which tokens are theirs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Literal

from claims.clauses.adverbials import factual
from claims.clauses.frames import according, belongs_to_content, carrier, content_of, parenthetic
from claims.clauses.relatives import states_more
from claims.clauses.verbs import AUXILIARIES, comma_before, counts, finite, predicates, subject
from claims.parse.tokens import META
from claims.words import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Role = Literal["main", "conj", "relative", "adverbial", "participle"]

_NEVER_RESULT = words(
    "use include accord cite follow regard concern involve base say add speak refer quote "
    "note depend consider pend exclude be have"
)
"""Participles that hang on the main verb rather than tell what came of it."""
_MEANS = words("shoot stab beat strangle hit strike drown gun bomb shell")
_OUTCOMES = words("kill wound injure murder rob hurt")
_CHARGING = words("charge accuse convict suspect acquit plead sentence")
_IDIOMS = words("advantage part place aim care note heed")
_OPEN = words("if unless whether")
_CLOCK = words("a.m. p.m. a.m p.m am pm")
_JOINTS = words("and but or then , ; - --")
_GROUP = words("aux auxpass advmod neg preconj npadvmod")
"""What may stand between "and" and the verb it joins."""


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
    # "At 4 a.m." is one time, whatever verb the parser hangs its "a.m." on.
    owner = tuple(owner[t.i - 1] if _of_clock(t) else owner[t.i] for t in doc)
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


def _of_clock(token: Token) -> bool:
    before = token.doc[token.i - 1] if token.i else token
    return token.lower_ in _CLOCK and before.text[-1:].isdigit() and token.i > 0


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
        if bare and joined != "participle" and not comma_before(token):
            return None
        if bare and (joined == "participle" or token.head.tag_ != "VBG"):
            return "participle" if subject(token) is None else None
        return "conj"
    if token.dep_ == "relcl":
        return "relative" if states_more(token) else None
    if token.dep_ in {"advcl", "acl"}:
        if token.dep_ == "advcl" and factual(token):
            return "adverbial"
        return "participle" if _result(token) else None
    if token.dep_ == "parataxis" and subject(token) is not None and finite(token):
        return "main"
    if token.dep_ == "ccomp" and (parent in heads) and _run_on(token):
        return "main"
    if token.dep_ == "ccomp" and frames.get(parent, -1) >= 0 and finite(token):
        # "Shells fell, the monitor said five were hurt": a second statement of the same frame.
        own = subject(token)
        quoted = token.head.i > 0 and token.head.nbor(-1).text in {'"', "''"}
        other = own is not None and own.tag_ not in {"WP", "WDT"}
        return "main" if other and not quoted and token.i > parent else None
    return None


def _conjoined(token: Token, first: Token) -> bool:
    """Whether a conjunct states something apart from the verb it is joined to."""
    if not predicates(token) or not predicates(first):
        return False
    if any(c.tag_ == "TO" or c.lower_ in _OPEN for c in token.children):
        return False
    own = subject(token)
    if own is not None:
        # "... or who needs help": of a clause that only says who is meant.
        return own.tag_ not in {"WP", "WDT"} and (finite(token) or token.tag_ != "VBG")
    if not _linked(token, first):
        return False
    between = [t for t in token.doc[first.i + 1 : token.i] if not t.is_punct]
    said = [t for t in between if t.dep_ not in {"cc", "advmod", "aux", "auxpass", "neg", "prt"}]
    passive = any(c.dep_ == "auxpass" for c in first.children)
    more = [t for t in token.subtree if t.i > token.i and not t.is_punct and t.dep_ != "cc"]
    if not said and (first.lemma_ in _MEANS and token.lemma_ in _OUTCOMES):
        return False  # "was shot and killed" is one thing
    # "shot and killed a man": the object belongs to both, so they stay together.
    other_voice = not passive and any(c.dep_ == "auxpass" for c in token.children)
    return other_voice or ((bool(said) or passive) and (bool(more) or passive))


def _linked(token: Token, first: Token) -> bool:
    """Whether "and" or a comma stands right before a verb without a subject of its own: another
    word there would be its subject, and the parse is wrong."""
    start = token.i
    for child in reversed(list(token.lefts)):
        group = child.dep_ in _GROUP or child.ent_type_ in {"DATE", "TIME"}
        if child.i < first.i or child.right_edge.i != start - 1 or not group:
            break
        start = child.left_edge.i
    before = token.doc[start - 1]
    return before.dep_ == "cc" or before.lower_ in _JOINTS


def _result(token: Token) -> bool:
    """Whether a participle tells what came of it: ", killing two children"."""
    if token.tag_ != "VBG" or token.lemma_.lower() in _NEVER_RESULT:
        return False
    if any(c.dep_ in {"mark", "prep", "advmod"} and c.i < token.i for c in token.children):
        return False
    governor = _verb_above(token)
    if governor is None or governor.i > token.i or subject(token) is not None:
        return False
    if governor.lemma_ in _CHARGING:
        return False  # "charged with theft, endangering a child": what he is charged with
    things = [c for c in token.children if c.dep_ in {"dobj", "nsubj", "ccomp"} and c.i > token.i]
    if not things or any(t.lemma_ in _IDIOMS for t in things):
        return False
    return comma_before(token) or any(counts(c) for c in things if c.dep_ == "dobj")


def _verb_above(token: Token) -> Token | None:
    return next((t for t in token.ancestors if predicates(t)), None)


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
