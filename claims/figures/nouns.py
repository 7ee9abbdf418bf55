"""What a number counts: the noun phrase behind it and its lemma."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claims.figures.kinds import COMPOUNDS, SPELLINGS, is_known, is_person
from claims.figures.roles import ADJECTIVE, PERSON_NOUNS
from claims.figures.words import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Phrase(NamedTuple):
    """The counted, as found: empty noun and no head where the number stands alone."""

    noun: str
    head: Token | None
    last: int
    """Index of the last token of the phrase (that of the number when it stands alone)."""
    role: str
    """Role named inside it: "12 wounded civilians", "20 dead"; else empty."""
    part: str
    """ "of the victims", where the number takes some of a known whole; else empty."""


_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_SKIPPED = word_set("other others more further additional another such of the its their his")
_NOT_COUNTED = word_set(
    "ago later earlier am pm per percent th st nd rd while when overnight today yesterday tonight "
    "monday tuesday wednesday thursday friday saturday sunday reportedly mostly including"
)
_CLOSING = word_set("say report tell add announce state confirm note claim")
"""Verbs of saying that close a sentence behind a count: no "explain", which is one of those of
``claims.parse.closing``."""
_LINKING = word_set("were was are mostly all")
_BEFORE_THE = word_set("all both half")
_TAKEN_AS = word_set("prisoner captive hostage")
""" "Took 30 soldiers prisoner": said of the counted."""
_WORDS_OF_ALL = frozenset({"them", "those", "these", "us", "whom", "which", "you"})
IRREGULAR = {
    "people": "person",
    "persons": "person",
    "peoples": "person",
    "troops": "troop",
    "personnel": "personnel",
    "forces": "force",
    "police": "police",
    "children": "child",
    "women": "woman",
    "men": "man",
    "militia": "militia",
    "aircraft": "aircraft",
    "dead": "person",
    "lives": "life",
    "gunmen": "gunman",
    "servicemen": "serviceman",
    "wives": "wife",
    "casualties": "casualty",
    "others": "person",
    "olds": "person",
    "policemen": "policeman",
    "militiamen": "militiaman",
    "jihadis": "jihadi",
    "mujahideen": "mujahideen",
    "kids": "kid",
}


def lemma(token: Token) -> str:
    """Lower-case lemma of a noun; plain plurals the parser left are cut."""
    word = token.lower_.removeprefix("ex-")
    if word in IRREGULAR:
        return IRREGULAR[word]
    base = token.lemma_.lower().removeprefix("ex-")
    if base == word and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        for cut in (word[:-3] + "y" if word.endswith("ies") else word[:-1], word[:-2]):
            if is_known(cut):
                return cut
        if token.tag_ in ("NNS", "NNPS", "NNP"):
            return word[:-1]
    return base


def lemma_of_word(word: str) -> str:
    """The lemma of a lower-case noun that has not been parsed."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def phrase_after(doc: Doc, last: int) -> Phrase:
    """Reads the noun phrase behind the number whose last token has the index ``last``."""
    i, n = last + 1, frame_after(doc, last)
    if i < n and doc[i].text == "-" and i + 1 < n:
        i += 1
    of = i if i < n and doc[i].lower_ == "of" else -1
    known = False
    if of >= 0:
        if (some := _some_of(doc, of, last, n)) is not None:
            return some
        i += 1
        known = i < n and doc[i].lower_ == "the"  # "of the victims"
        i += known
    start = i
    if of < 0 and i < n and doc[i].lower_ == "the" and doc[last].lower_ not in _BEFORE_THE:
        return Phrase("", None, last, "", "")  # "told Channel 2 the family"
    while i < n and doc[i].lower_ in _SKIPPED and i < start + 3:
        i += 1
    skipped_other = i > start and doc[i - 1].lower_ in ("others", "other")
    head, role = _head_from(doc, i, n) if doc[i - 1].lower_ != "others" else (-1, "")
    if head < 0:
        alone = i - 1 if skipped_other else last
        word = doc[i].lower_.partition("/")[0] if i < n else ""
        if word in ADJECTIVE:
            return Phrase("", None, alone, ADJECTIVE[word], "")
        return Phrase("person" if skipped_other else "", None, alone, "", "")
    if doc[head].tag_ == "NNP" and not is_known(lemma(doc[head])) and not _plural_name(doc[head]):
        return Phrase("", None, last, role, "")
    noun = compound(doc, i, head)
    return Phrase(noun, doc[head], head, role, doc[of : head + 1].text if known else "")


def _some_of(doc: Doc, of: int, last: int, n: int) -> Phrase | None:
    """ "Four of them", "one of the five people", "two of the wounded": some of those told of, of
    the counted, of those in one state. ``None`` where a noun has to be looked for behind "of".

    Args:
        doc: The sentence.
        of: Index of the "of".
        last: Index of the number's last token.
        n: Where the words end that may be counted.
    """
    i = of + 1
    if i < n and doc[i].lower_ in _WORDS_OF_ALL:
        return Phrase(_said_of_them(doc, i), None, i, "", doc[of : i + 1].text)
    if (whole := _counted_whole(doc, i)) is not None:
        return Phrase(whole.noun, None, last, "", doc[of : whole.last + 1].text)
    if i + 1 >= n or doc[i].lower_ != "the":
        return None
    state = doc[i + 1]
    if state.lower_ not in ADJECTIVE or _noun_follows(doc, state.i):
        return None
    noun = said_of(doc, state.i) or "person"
    return Phrase(noun, state, state.i, ADJECTIVE[state.lower_], doc[of : i + 2].text)


def _head_from(doc: Doc, i: int, n: int) -> tuple[int, str]:
    """Index of the head of the noun phrase that begins at ``i`` and ends before ``n``, -1 for
    none; and the role named ahead of it ("wounded civilians"), empty for none."""
    head, role = -1, ""
    j = i
    while j < n and j < i + 8:
        token = doc[j]
        word = token.lower_
        if word in _NOT_COUNTED and token.pos_ != "PROPN":
            break
        if word in _TAKEN_AS and head >= 0:
            break
        if token.text == "(" and j > i and (closed := _aside_end(doc, j)):
            j = closed
            continue
        if word.partition("/")[0] in ADJECTIVE:
            if not _noun_follows(doc, j):
                break
            role = role or ADJECTIVE.get(word, "")
            j += 1
            continue
        if (
            j + 2 < n
            and doc[j + 1].text == "-"
            and not (token.whitespace_ or doc[j + 1].whitespace_)
        ):
            j += 2
            if j + 1 < n and not doc[j].whitespace_ and doc[j + 1].text == "-":
                continue
            if not _noun_follows(doc, j):
                head = j if doc[j].pos_ in ("NOUN", "PROPN") else head
            j += 1
            continue
        if j > i and _passed_over(doc, j):
            j += 1
            continue
        if not _modifies(token):
            break
        if token.pos_ in ("NOUN", "PROPN") or is_known(lemma(token)):
            head = j
            if _phrase_closes(doc, j):
                break
        j += 1
    return head, role


def _passed_over(doc: Doc, j: int) -> bool:
    """A quotation mark, or the "and" of two modifiers, inside a phrase whose noun follows."""
    if doc[j].text in ("'", "'s", '"'):
        return _noun_follows(doc, j)
    return doc[j].lower_ in ("and", "or") and _joins_modifiers(doc, j)


def frame_after(doc: Doc, last: int) -> int:
    """Where the words of saying begin that close the sentence behind the token ``last``, its end
    where none do: "wounded 50 state media said" counts no media."""
    for verb in doc[last + 1 :]:
        if verb.lemma_ not in _CLOSING or verb.dep_ != "ROOT":
            continue
        speaker = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.i > last), None)
        told = any(c.dep_ == "ccomp" and c.i <= last for c in verb.children)
        if speaker is not None and told and speaker.left_edge.i > last:
            return int(speaker.left_edge.i)
    return len(doc)


def _counted_whole(doc: Doc, i: int) -> Phrase | None:
    """ "One of (the) five people": the whole, which has a number of its own; else ``None``."""
    i += doc[i].lower_ in ("the", "those", "these") if i < len(doc) else 0
    if i >= len(doc) or doc[i].pos_ != "NUM":
        return None
    phrase = phrase_after(doc, i)
    if phrase.role and not phrase.noun:  # "of the 12 wounded"
        return phrase._replace(noun="person", last=min(phrase.last + 1, len(doc) - 1))
    return phrase if phrase.head is not None and phrase.noun else None


def _aside_end(doc: Doc, opened: int) -> int:
    """Index behind a short aside in brackets after which the noun comes, as in
    "12 ISIL (Daesh) militants"; 0 where it does not."""
    for j in range(opened + 1, min(opened + 5, len(doc) - 1)):
        if doc[j].text == ")":
            return j + 1 if doc[j + 1].tag_ in ("NNS", "NNPS") else 0
    return 0


def _said_of_them(doc: Doc, i: int) -> str:
    """ "four of them children": the noun that is said of "them", otherwise persons; empty for
    "which"."""
    if doc[i].lower_ == "which":
        return ""
    if i + 1 < len(doc) and doc[i].lower_ == "those" and doc[i + 1].lower_ in ADJECTIVE:
        i += 1  # "three of those injured were children"
    return said_of(doc, i) or "person"


def said_of(doc: Doc, i: int) -> str:
    """The person's noun that is said of the token before: "11 were children"; else empty."""
    j = i + 1
    while j < len(doc) and doc[j].lower_ in _LINKING:
        j += 1
    if j >= len(doc) or doc[j].lower_ in ADJECTIVE or not is_person(lemma(doc[j])):
        return ""
    return lemma(doc[j])


def _plural_name(token: Token) -> bool:
    """ "40 Syrians" counts; "207 MOSCOW (Agency)" has run into a dateline."""
    return token.lower_.endswith("s") and not token.text.isupper()


def _modifies(token: Token) -> bool:
    if token.pos_ in _MODIFIERS:
        return not (token.pos_ == "NUM" and token.text.isdigit())
    if token.tag_ in ("VBN", "VBG") and token.dep_ in ("amod", "compound"):
        return True
    return token.tag_ != "IN" and is_known(lemma(token)) and token.pos_ in ("X", "VERB", "ADV")


def _noun_follows(doc: Doc, j: int) -> bool:
    if j + 1 >= len(doc):
        return False
    token = doc[j + 1]
    if token.lower_ in ADJECTIVE or token.ent_type_ in ("DATE", "TIME"):
        return False
    return token.pos_ in ("NOUN", "ADJ") or (token.pos_ == "PROPN" and token.tag_ == "NNPS")


def _joins_modifiers(doc: Doc, j: int) -> bool:
    """ "regime and rebel fighters": the word before is no plural and a noun follows later."""
    before, rest = doc[j - 1], doc[j + 1 : j + 4]
    if before.tag_ in ("NNS", "NNPS") or (is_person(lemma(before)) and before.tag_ == "NNS"):
        return False
    return (
        len(rest) >= 2
        and rest[0].pos_ in ("ADJ", "NOUN", "PROPN")
        and rest[1].tag_ in ("NNS", "NNPS")
        and rest[0].tag_ not in ("NNS", "NNPS")
    )


def _phrase_closes(doc: Doc, j: int) -> bool:
    """A plural noun ends the phrase unless a noun that it modifies follows it at once."""
    if j + 1 >= len(doc):
        return True
    follower = doc[j + 1]
    if doc[j].tag_ not in ("NNS", "NNPS"):
        return False
    if follower.tag_ == "POS":
        return False
    if doc[j].dep_ == "compound" and doc[j].head.i == follower.i and is_known(lemma(follower)):
        return False
    if follower.tag_ in ("NNS", "NNPS") and doc[j].lower_ not in ("arms", "sports", "women"):
        return True
    return not (doc[j].dep_ in ("compound", "nmod", "poss") and follower.pos_ == "NOUN")


def compound(doc: Doc, first: int, head: int) -> str:
    """The lemma of a head noun, with the word before it where both name a kind."""
    base = lemma(doc[head])
    if head > first or head > 0:
        before = doc[head - 1]
        at = head - 2 if before.text == "-" and head > 1 else head - 1
        pair = f"{lemma(doc[at])} {base}"
        if pair in SPELLINGS:
            return SPELLINGS[pair]
        if pair in COMPOUNDS:
            return pair
    if doc[head].pos_ == "PROPN" and doc[head].lower_ not in IRREGULAR and not is_known(base):
        return base if doc[head].text.islower() else lemma(doc[head])
    return "person" if base in PERSON_NOUNS else base
