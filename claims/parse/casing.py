"""Headlines as a sentence would write them, for the parser's eyes alone.

A headline in Title Case or in CAPITALS gives its verbs and nouns the capitals of names, and the
parser takes them for names. So such a line is *truecased* before it is parsed: each word is
written as the article's own sentences write it inside (a word seen there in small letters is no
name), and a word that they lack as ordinary English does. After L. V. Lita, A. Ittycheriah,
S. Roukos and N. Kambhatla, "tRuEcasIng", ACL 2003; in place of their model of trigrams, which
one article is too short for, a capital in the body next to the same neighbour decides for a name
of several words ("Free Army"). The text keeps its length, so offsets hold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.names.demonyms import COUNTRIES, is_demonym
from claims.names.shorts import POSTAL
from claims.parse.english import parts_of, stems
from claims.words import words
from corpus.records import Sentence

_WORD = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['.][^\W\d_]+)*")
"""A word, with what an apostrophe or a stop inside joins to it ("Boston's", "p.m")."""
_OPENS = frozenset(':"([')
"""Marks behind which a sentence starts anew, so that a capital there means nothing."""

_ENGLISH = words(
    "a an the and or nor but as at by for from in into of off on onto out over to up with via vs "
    "after against amid among around before behind below between beyond down during including "
    "inside like near outside per since than through till toward towards under until upon while "
    "without within across along about above least despite am pm a.m p.m"
)
_FOREIGN = words("que de la al el le du der von van bin d s")
_SMALL = _ENGLISH | _FOREIGN
"""Words that a line in Title Case may write small, too."""
_CLOSED = _ENGLISH | words(
    "i'm is are was were be been being am has have had do does did will would can could may might "
    "must shall should cannot not no it its it's he she his her him they their them we our you "
    "your my me this that these those who whom whose which what when where why how if because so "
    "then there here all any both each every few more most other others some such only own same "
    "too "
    "very just still again yet also even now ago just we're they're you're he's she's don't didn't "
    "isn't wasn't can't won't doesn't that's there's what's who's i've we've they've i'll we'll "
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands million millions billion billions dozen dozens scores "
    "half several many year years old month months day days week weeks hour hours ex pro anti"
)
"""Words that are never names, written small inside a sentence."""
_ALWAYS = words(
    "i monday tuesday wednesday thursday friday saturday sunday january february april june "
    "july august september october november december christmas easter ramadan god islam "
    "us u.s usa uk u.k un u.n eu nato est edt cst cdt mst mdt pst pdt gmt bst utc tv dui dna"
)
"""Words that have their capitals everywhere; of two or three letters ones that are written in
capitals alone."""
_MONTHS = words("may march jan feb mar apr jun jul aug sep sept oct nov dec")
"""Months that are also other words, or cut short: so they are beside a number."""
_BESIDE = re.compile(r"(?<=\d )\w+|\w+\.? (?=\d)")
_STATES = frozenset(POSTAL.values())
_PLACES = frozenset({"GPE", "PERSON", "NORP", "LOC"})
"""Entities whose words keep their capitals where neither body nor grammar speaks against it."""
_LEAST = 2
"""Capitals behind the first word of a line whose capitals mean nothing."""
_QUIET = 0.3
"""Share of small words from which on a line's capitals are those of names."""
_MIXED = 4
"""Words for each small one in a line of mixed case."""
_SHOUT = 0.7
"""Share of words in capitals from which on a line is one in capitals."""
_ACRONYM = 3
"""Letters of an unknown word of a line in capitals that is left in capitals."""


class _Seen(NamedTuple):
    """How the sentences of an article write a word inside."""

    small: Counter[str]
    forms: dict[str, Counter[str]]
    """Word in small letters: how often in which form with a capital."""
    pairs: frozenset[tuple[str, str]]
    """Neighbours that both have capitals."""
    stems: frozenset[str]
    """Bases of the words that are written small."""


def cased(sentences: Sequence[Sentence], entities: Callable[[str], dict[int, str]]) -> list[str]:
    """The text of each sentence as the parser is to see it: its own but for loud lines.

    Args:
        sentences: Those of one article, or lines that belong together; the quiet ones tell how
            the loud ones' words are written.
        entities: Gives the entity type of the word at an offset of a text.
    """
    quiet = [s.text for s in sentences if _plain(s.text)]
    seen = _seen(quiet)
    return [
        _written(s.text, seen, entities(s.text)) if _loud(s, seen) else s.text for s in sentences
    ]


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def _key(word: str) -> str:
    """The word without its possessive ending, in small letters."""
    lower = word.lower()
    return lower[:-2] if lower.endswith("'s") and lower not in _CLOSED else lower


def _own(text: str) -> list[str]:
    """The words of a line that Title Case gives capitals."""
    return [w for m in _words(text) if len(w := m.group()) > 1 and w.lower() not in _SMALL]


def _plain(text: str) -> bool:
    """Whether a line's capitals tell names: it writes other words small."""
    own = _own(text)
    return sum(w[0].islower() for w in own) >= _QUIET * len(own)


def _loud(sentence: Sentence, seen: _Seen) -> bool:
    """Whether the capitals of a line mean nothing: it writes large what is no name.

    A few words of a headline may be small ("Rebels kill 5 Soldiers Near Vell"), but none that
    Title Case writes large and a sentence can hardly do without ("was", "he").
    """
    line = [m.group() for m in _words(sentence.text)][1:]
    behind = [w for w in line if len(w) > 1 and w.lower() not in _SMALL]
    small = [w for w in behind if w[0].islower()]
    if len(behind) - len(small) < _LEAST or len(behind) < _MIXED * len(small):
        return False
    if any(w in _CLOSED for w in small) or (small and sentence.kind == "statement"):
        return False
    signs = [w for w in line if w[0].isupper() and len(w) > 1 and _written_small(_key(w), seen)]
    if small:
        return len(signs) >= _LEAST
    ordered = any(a.lower() == "to" and "verb" in parts_of(b.lower()) for a, b in pairwise(line))
    return bool(signs) or ordered or any(_inflected(_key(w), seen) for w in behind)


def _written_small(key: str, seen: _Seen) -> bool:
    """Whether the article, or everybody, writes the word small."""
    if key in _ALWAYS or key in _FOREIGN:
        return False
    return key in _CLOSED or seen.small[key] > sum(seen.forms.get(key, Counter()).values())


def _inflected(key: str, seen: _Seen) -> bool:
    """A plural or a verb's form is no name, where a noun may be anybody's."""
    named = key in seen.forms or key in _ALWAYS or is_demonym(key) or key in COUNTRIES
    return not named and bool(stems(key) - {key})


def _seen(texts: Iterable[str]) -> _Seen:
    small: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    pairs: set[tuple[str, str]] = set()
    for text in texts:
        before: re.Match[str] | None = None
        for match in _words(text):
            word = match.group()
            opens = before is None or not _inside(text, before.end(), match.start())
            large = word[0].isupper()
            if not large:
                small[_key(word)] += 1
            elif not opens:
                form = word[: len(_key(word))]
                forms.setdefault(_key(word), Counter())[form] += 1
            if large and before is not None and before.group()[0].isupper():
                joined = text[before.end() : match.start()] in {" ", "-"}
                pairs |= {(_key(before.group()), _key(word))} if joined else set()
            before = match
    return _Seen(small, forms, frozenset(pairs), frozenset(b for w in small for b in stems(w)))


def _inside(text: str, end: int, start: int) -> bool:
    """Whether no new sentence or quotation starts between two words."""
    between = text[end:start]
    return not _OPENS & set(between) and not re.search(r"[.!?]\s", between)


def _written(text: str, seen: _Seen, entities: dict[int, str]) -> str:
    """A loud line as a sentence would write it."""
    found = _words(text)
    long = [m.group() for m in found if len(m.group()) > 1]
    shout = len(long) > _LEAST and sum(w.isupper() for w in long) >= _SHOUT * len(long)
    persons = _persons(found, entities)
    result = list(text)
    for number, match in enumerate(found):
        word = match.group()
        near = tuple(_key(m.group()) for m in found[max(0, number - 1) : number + 2])
        # Behind a number the line goes on: "5 Civilians Killed".
        first = not any(c.isalnum() for c in text[: match.start()])
        dated = word.lower() in _MONTHS and bool(_BESIDE.match(text, match.start()))
        entity = "PERSON" if match.start() in persons else entities.get(match.start(), "")
        whole = match.start() in persons and "verb" not in parts_of(word.lower())
        unseen = not (seen.small[_key(word)] or _key(word) in seen.forms)
        keep = first or dated or (whole and unseen) or _name(word, near, seen, entity, shout)
        form = _form(word, seen, shout, first) if keep else word.lower()
        if len(form) == len(word):
            result[match.start() : match.end()] = form
    return "".join(result)


def _persons(found: list[re.Match[str]], entities: dict[int, str]) -> set[int]:
    """Offsets of the words of a person's name, one word of which English does not know."""
    result: set[int] = set()
    run: list[re.Match[str]] = []
    for match in [*found, None]:
        if match is not None and entities.get(match.start()) == "PERSON":
            run.append(match)
            continue
        if len(run) > 1 and any(not parts_of(_key(m.group())) for m in run):
            result |= {m.start() for m in run}
        run = []
    return result


def _name(word: str, near: tuple[str, ...], seen: _Seen, entity: str, shout: bool) -> bool:
    """Whether a word keeps its capital inside a sentence."""
    key = _key(word)
    large = sum(seen.forms.get(key, Counter()).values())
    if key in _ALWAYS or is_demonym(key) or key in COUNTRIES | _STATES:
        return True
    if word.isupper() and (len(word) > 1 or word not in "AI") and (not shout or len(word) == 1):
        return True  # "ISIL" in a line in Title Case, an initial
    if any(pair in seen.pairs for pair in pairwise(near) if key in pair):
        return True
    if key in _CLOSED:
        return False
    if large or seen.small[key]:
        return large > seen.small[key]
    parts = parts_of(key)
    if stems(key) & seen.stems:
        return False
    return not parts or (entity in _PLACES and parts == {"noun"} and key in stems(key))


def _form(word: str, seen: _Seen, shout: bool, first: bool) -> str:
    """The word with the capitals it has as a name, or at the start of a sentence."""
    if not shout:
        return word
    key = _key(word)
    forms = seen.forms.get(key)
    if forms and key not in _CLOSED:
        return forms.most_common(1)[0][0] + word[len(key) :].lower()
    known = key in _CLOSED or bool(parts_of(key))
    if key in _ALWAYS and len(key) <= _ACRONYM and key.isalpha():
        return word if key not in {"i"} or len(word) == 1 else word.capitalize()
    if len(key) <= _ACRONYM and not known and not is_demonym(key):
        return word
    return word.upper() if "." in word else word.capitalize()
