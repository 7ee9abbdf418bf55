"""Short forms of names: what an acronym, a surname or a state's postal code stands for.

A short form means the long one of its own article, or else that of the other articles of its
story; of two that fit it means neither.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.names.demonyms import is_demonym
from claims.names.spelling import Form
from claims.names.stories import Stories
from claims.words import words

OFTEN = 3
"""Articles that must spell an acronym out, and none otherwise, for it to hold in the whole case."""

SEVERAL = 2
"""Other articles of a story that must have a man's full name for his surname alone to mean him."""
SHARE = 0.3
"""Least share of the articles with a bare name that hold a full name with that surname too (for
a body, of articles with its long name): a town that stands alone in a hundred articles is nobody's
surname in the one about "Greater Houston"."""
_HEADS = words("front movement party militia brigade brigades department hospital")
"""Generic last words of the names of bodies that are left out when the rest tells enough."""
_GIVEN_SHARE = 0.5
"""The same share for a given name: a town may be called like a child, in other articles."""

POSTAL = dict(
    row.split(" ", 1)
    for row in (
        "al alabama,ak alaska,az arizona,ar arkansas,ca california,co colorado,ct connecticut,"
        "de delaware,fl florida,ga georgia,hi hawaii,id idaho,il illinois,in indiana,ia iowa,"
        "ks kansas,ky kentucky,la louisiana,me maine,md maryland,ma massachusetts,mi michigan,"
        "mn minnesota,ms mississippi,mo missouri,mt montana,ne nebraska,nv nevada,"
        "nh newhampshire,nj newjersey,nm newmexico,ny newyork,nc northcarolina,nd northdakota,"
        "oh ohio,ok oklahoma,or oregon,pa pennsylvania,ri rhodeisland,sc southcarolina,"
        "sd southdakota,tn tennessee,tx texas,ut utah,vt vermont,va virginia,wa washington,"
        "wv westvirginia,wi wisconsin,wy wyoming"
    ).split(",")
)
"""Codes of the US states (USPS Publication 28, appendix B) to their names as ``Form.plain``."""
_CITIES = frozenset({"la"})
"""Codes that more often stand for a city."""


@dataclasses.dataclass(frozen=True, slots=True)
class Short:
    """A short form in one article."""

    article: str
    text: str
    long: str
    """The name it stands for, in its canonical spelling."""
    reason: str


@dataclasses.dataclass(frozen=True, slots=True)
class _Key:
    """What a short form and its long form have in common."""

    kind: str
    value: str


_OWN = frozenset({"given", "home"})
"""Kinds that hold only in an article which has the long form itself."""
_REASONS = {
    "initials": "initials of {}",
    "surname": "surname of {}",
    "given": "given name of {}",
    "postal": "code of {}",
    "bare": "{} shortened",
    "home": "{} without its country",
}


def _sought(shape: Form) -> tuple[_Key, ...]:
    """What a long form of this short one would offer; empty when it is none."""
    if shape.acronym:
        state = shape.acronym in POSTAL and shape.acronym not in _CITIES
        if state:
            return (_Key("postal", POSTAL[shape.acronym]),)
        return (_Key("initials", shape.acronym),)
    if len(shape.joined) < 2 or not shape.joined.isalpha():
        return ()
    kinds = ("surname", "given", "bare") if shape.single else ("bare", "home")
    return tuple(_Key(kind, shape.joined) for kind in kinds)


def _offered(shape: Form) -> Iterator[_Key]:
    """What a long form offers its short ones."""
    if not shape.acronym:
        yield from (_Key("initials", initials) for initials in shape.initials)
        yield _Key("postal", shape.plain)
    if shape.surname:
        yield _Key("surname", shape.surname)
        yield _Key("given", shape.given)
    yield from (_Key("bare", "".join(part)) for part in _parts(shape.words))
    if len(shape.words) > 2 and is_demonym(shape.words[0]):
        yield _Key("home", "".join(shape.words[1:]))  # the (Danish) National Council


def _parts(written: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What is left of a body's name when it is shortened."""
    if len(written) > 1 and written[-1] in _HEADS and not is_demonym(written[-2]):
        yield written[:-1]  # the Future (Party)
    if "for" in written[2:]:
        yield written[: written.index("for")]  # the Danish Observatory (for Bird Life)


def short_forms(
    articles: Mapping[str, Sequence[str]],
    forms: Mapping[str, Form],
    heads: Mapping[str, str],
    stories: Stories,
) -> Iterator[Short]:
    """The short forms of each article with what they stand for.

    Args:
        articles: The names written in each article, each once.
        forms: The form of each name.
        heads: The canonical spelling of each name.
        stories: Which articles tell of one story.
    """
    case = _Case.of(articles, forms, heads, stories)
    for article in sorted(articles):
        for text in articles[article]:
            sought = (*_sought(forms[text]), *_sought(forms[heads[text]]))
            for key in dict.fromkeys(key for key in sought if case.means(key)):
                found, where = case.find(article, key)
                found -= {heads[text]}
                if len(found) == 1:
                    (long,) = found
                    reason = f"{_REASONS[key.kind].format(long)} {where}"
                    yield Short(article, text, long, reason)
                    break


_Offers = Mapping[_Key, frozenset[str]]
"""The long names of an article by what they have in common with their short forms."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Case:
    """What the articles of a case offer."""

    offers: Mapping[str, _Offers]
    everywhere: _Offers
    """What is spelled out by many articles."""
    insiders: Mapping[str, frozenset[str]]
    """Words of each article's full names besides their surnames."""
    alone: Mapping[str, int]
    """Number of articles in which a name stands, by its words as one."""
    beside: Mapping[_Key, int]
    """Number of articles that have both a short form and its long form."""
    offered: Mapping[_Key, int]
    """Number of articles that have a long form."""
    stories: Stories

    @classmethod
    def of(
        cls,
        articles: Mapping[str, Sequence[str]],
        forms: Mapping[str, Form],
        heads: Mapping[str, str],
        stories: Stories,
    ) -> _Case:
        alone = Counter(forms[text].joined for texts in articles.values() for text in texts)
        offers = {a: _offers(texts, forms, heads, alone) for a, texts in articles.items()}
        beside: Counter[_Key] = Counter()
        for article, texts in articles.items():
            sought = {key for text in texts for key in _sought(forms[text])}
            beside.update(key for key in sought if key in offers[article])
        return cls(
            offers=offers,
            everywhere=_spelled_out(offers),
            insiders={
                article: frozenset(word for text in texts for word in _inside(forms[text]))
                for article, texts in articles.items()
            },
            alone=alone,
            beside=beside,
            offered=Counter(key for offer in offers.values() for key in offer),
            stories=stories,
        )

    def means(self, key: _Key) -> bool:
        """Whether a short form stands beside its long form often enough to mean it."""
        least = {"surname": SHARE, "given": _GIVEN_SHARE}.get(key.kind, 0.0)
        if key.kind == "bare":
            return self.offered.get(key, 0) >= SHARE * self.alone[key.value]
        return self.beside.get(key, 0) >= least * self.alone[key.value]

    def find(self, article: str, key: _Key) -> tuple[frozenset[str], str]:
        """The long names a short form of an article may stand for, and where they were found."""
        found = self.offers[article].get(key, frozenset())
        if found or key.kind in _OWN:
            return found, "in the same article"
        inside = key.kind == "surname" and key.value in self.insiders[article]
        # Two letters stand for too many things to be looked for in other articles of the story.
        if not inside and (key.kind != "initials" or len(key.value) > 2):
            found = self._in_story(article, key)
        if found or key.kind != "initials":
            return found, "in an article of the same story"
        agreed = self.everywhere.get(key, frozenset())
        return agreed if len(agreed) == 1 else frozenset(), "wherever it is spelled out"

    def _in_story(self, article: str, key: _Key) -> frozenset[str]:
        """What other articles of the story offer; a surname's full name must be in several."""
        least = SEVERAL if key.kind == "surname" else 1
        linked = self.stories.linked(article)
        counts = Counter(name for other in linked for name in self.offers[other].get(key, ()))
        return frozenset(counts) if counts and max(counts.values()) >= least else frozenset()


def _offers(
    texts: Sequence[str],
    forms: Mapping[str, Form],
    heads: Mapping[str, str],
    alone: Mapping[str, int],
) -> _Offers:
    """The long names of an article by what they offer."""
    here = {forms[text].joined for text in texts}
    found: dict[_Key, set[str]] = defaultdict(set)
    for text in texts:
        shape = forms[text]
        for key in _offered(shape):
            # "Port Sudan" beside "Port": what stands alone more often is no given name.
            place = shape.given in here and alone[shape.given] > alone[shape.surname]
            # "Newburgh" beside "Newburgh Health": a child is called by its surname somewhere, too.
            thing = shape.surname not in here
            if not {"surname": place, "given": thing}.get(key.kind, False):
                found[key].add(heads[text])
    return {key: frozenset(names) for key, names in found.items()}


def _inside(shape: Form) -> Iterator[str]:
    """Words of a full name besides its surname: "Vincent and Maria Rossi" is no Mr Vincent."""
    return (word for word in shape.words if shape.surname and word != shape.surname)


def _spelled_out(offers: Mapping[str, _Offers]) -> dict[_Key, frozenset[str]]:
    """What is offered by many articles."""
    names: dict[_Key, set[str]] = defaultdict(set)
    count: dict[_Key, int] = defaultdict(int)
    for offer in offers.values():
        for key, found in offer.items():
            names[key] |= found
            count[key] += 1
    return {key: frozenset(found) for key, found in names.items() if count[key] >= OFTEN}
