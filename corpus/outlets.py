"""Which outlets are one house: editions, an outlet and its own agency, owners the user declares.

What the user's file says overrules what is found here.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal
from urllib.parse import urlsplit

from tld import get_fld

from corpus.agencies import house_agency
from corpus.records import Article, Credit

NONE = frozenset({"-", "none", "no"})
"""Words by which the file says that an outlet has no owner or no agency, whatever was found."""


@dataclasses.dataclass(frozen=True, slots=True)
class Declared:
    """What the user says of one outlet."""

    outlet: str
    owner: str
    """Empty where the file leaves it open; ``none`` where it says there is none."""
    agency: str
    """The same; several are parted by ``;``."""


Outlets = Mapping[str, Declared]
"""What was declared, by ``fold`` of the outlet's name."""


def fold(name: str) -> str:
    """A name as it is compared: no capitals, single spaces."""
    return " ".join(name.split()).casefold()


def read_outlets(text: str) -> Outlets:
    """Reads a CSV ``outlet,owner,agency``; ``owner`` or ``agency`` may be missing as columns.

    Outlets with one owner are one origin, and so are an outlet and the agency it is declared to
    print. ``none`` says that there is no owner or agency, and an outlet that owns itself is apart
    from all others.

    Raises:
        ValueError: A column is missing, or a line names no outlet, nothing about it, or one a
            second time; the message names the line.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        columns = {(name or "").strip() for name in rows.fieldnames or ()}
        if "outlet" not in columns or not columns & {"owner", "agency"}:
            raise ValueError("outlets: want the columns outlet, owner and agency")
        found: dict[str, Declared] = {}
        for row in rows:
            fields = {(name or "").strip(): _field(value) for name, value in row.items()}
            declared = Declared(*(fields.get(name, "") for name in ("outlet", "owner", "agency")))
            where = f"outlets, line {rows.line_num}"
            if not declared.outlet or not (declared.owner or declared.agency):
                raise ValueError(f"{where}: want an outlet and its owner or agency")
            if fold(declared.outlet) in found:
                raise ValueError(f"{where}: {declared.outlet!r} a second time")
            found[fold(declared.outlet)] = declared
    except csv.Error as error:
        raise ValueError(f"outlets, line {rows.line_num}: {error}") from error
    return found


def _field(value: str | list[str] | None) -> str:
    """A cell; what stands beyond the last column comes as a list and is left."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return "none" if text.casefold() in NONE else text


Basis = Literal["declared", "edition", "agency"]


@dataclasses.dataclass(frozen=True, slots=True)
class House:
    """What stands for an outlet as an origin."""

    key: str
    """``outlet:NAME`` or ``agency:NAME``."""
    basis: Basis | None
    """How it is known; ``None``: the outlet stands for itself."""
    evidence: str


_EDITION = re.compile(
    r"\b(?:english|arabic|french|german|spanish|portuguese|russian|turkish|persian|farsi|urdu|hindi"
    r"|chinese|kurdish|hebrew|online|website|web|digital|print|weekend|international edition"
    r"|\w+ edition)\b"
)
"""Words that tell an edition or a language of an outlet, not another outlet."""

_REGIONAL = re.compile(
    r"\b(?:us|usa|uk|america|americas|europe|asia|africa|arabia|turkey|india|australia|canada"
    r"|middle east|international|global|world)$"
)
"""The same at the end of a name, where the name without it is an outlet of the case: there is no
"Radio Free" of which Europe and Asia would be editions."""

_HOSTS = frozenset(
    "archive.org archive.is archive.today webcache.googleusercontent.com google.com yahoo.com "
    "msn.com medium.com substack.com blogspot.com wordpress.com facebook.com twitter.com x.com "
    "t.me telegram.org youtube.com github.io pressreader.com newspapers.com flipboard.com "
    "reddit.com linkedin.com instagram.com tumblr.com apple.news smartnews.com dailymotion.com "
    "vk.com".split()
)
"""Sites that carry outlets of others: their address says nothing of ownership."""

_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/[^/]+/(?=https?:)", re.IGNORECASE)


def houses(articles: Sequence[Article], outlets: Outlets | None = None) -> dict[str, House]:
    """The house of each outlet of a case, by the outlet's name as its articles give it."""
    declared = outlets or {}
    names = sorted({article.outlet for article in articles if article.outlet})
    sites = _sites(articles)
    first: dict[str, str] = {}
    found: dict[str, House] = {}
    # The shortest name of a group stands for it: "Lantern" for "Lantern Online".
    for name in sorted(names, key=lambda name: (len(name), name)):
        found[name] = _declared(declared.get(fold(name))) or _found(name, names, sites, first)
    return {name: found[name] for name in names}


def _declared(row: Declared | None) -> House | None:
    """What the file says of an outlet's house; ``None`` where it leaves it open.

    An outlet declared to have no owner stands for itself, whatever its name looks like.
    """
    if row is None or not row.owner:
        return None
    owner = row.outlet if row.owner == "none" else row.owner
    agency = house_agency(owner)
    key = f"agency:{agency}" if agency else f"outlet:{owner}"
    return House(key, "declared", f"{row.outlet} belongs to {owner}, as the file of outlets says.")


def _found(
    name: str, names: Sequence[str], sites: Mapping[str, str], first: dict[str, str]
) -> House:
    """The agency of that name; else the first outlet of the same name but for the edition, or
    of the same site; else the outlet itself."""
    if agency := house_agency(name):
        return House(f"agency:{agency}", "agency", f"{name} is a name of the agency {agency}.")
    marks = {
        f"name:{_bare(name, names)}": "their names differ in the edition only",
        f"site:{sites.get(name, '')}": f"both are on {sites.get(name, '')}",
    }
    marks.pop("site:", None)
    known = [(mark, why) for mark, why in marks.items() if mark in first]
    main = first[known[0][0]] if known else name
    for mark in marks:
        first.setdefault(mark, main)
    if main == name:
        return House(f"outlet:{name}", None, "")
    why = f"{name} and {main} count as one outlet: {known[0][1]}."
    return House(f"outlet:{main}", "edition", why)


def _bare(name: str, names: Sequence[str]) -> str:
    """A name without article, web suffix and words of edition."""
    plain = _plain(name)
    bare = " ".join(_EDITION.sub(" ", plain).split()) or plain
    without = " ".join(_REGIONAL.sub(" ", bare).split())
    return without if without in {_plain(other) for other in names} else bare


def _plain(name: str) -> str:
    return re.sub(r"^the |^www\.|\.(?:com|net|org|co\.\w\w|\w\w)$", "", fold(name))


def _sites(articles: Iterable[Article]) -> dict[str, str]:
    """The one registered domain of each outlet's addresses; none for outlets with several."""
    seen: dict[str, set[str]] = {}
    for article in articles:
        if site := _site(article.url):
            seen.setdefault(article.outlet, set()).add(site)
    return {outlet: next(iter(found)) for outlet, found in seen.items() if len(found) == 1}


def _site(url: str) -> str:
    address = _ARCHIVED.sub("", url)
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    domain = get_fld(address, fail_silently=True) or ""
    return "" if domain in _HOSTS or host in _HOSTS else domain


def declare(articles: Iterable[Article], outlets: Outlets | None) -> Iterator[Article]:
    """The articles in their order; where the file says whose text an outlet prints, that is its
    agency, and what its articles credit no longer counts (``corpus.agencies.counted``)."""
    for article in articles:
        row = (outlets or {}).get(fold(article.outlet))
        if row is None or not row.agency:
            yield article
            continue
        named = [part.strip() for part in row.agency.split(";") if part.strip()]
        agencies = [house_agency(name) or name for name in named if name != "none"]
        yield dataclasses.replace(
            article,
            agency=", ".join(agencies),
            credits=(
                *(Credit(name, "declared", "", 0, 0) for name in agencies or [""]),
                *article.credits,
            ),
        )
