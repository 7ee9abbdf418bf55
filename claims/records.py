"""The words of the project: claims and what they carry, clusters, stories, relations, a case.

Field names are those of the case files. Every ``start``/``end`` is a code point offset
into the text of the claim's article, so that ``article.text[x.start:x.end] == x.text``.
"""

from __future__ import annotations

import dataclasses
from typing import Literal

from corpus.records import Article, Skipped, TextLink

Anchor = Literal["absolute", "published", "context", "none"]
WhenRole = Literal["event", "since", "until", "background"]
Bound = Literal["exact", "about", "at_least", "at_most", "vague"]
Voice = Literal["own", "named", "anonymous"]
Modality = Literal["asserted", "planned", "possible", "demanded", "denied"]
Polarity = Literal["affirmed", "negated"]
Stance = Literal["neutral", "committing", "distancing", "denying"]
Verdict = Literal["agree", "conflict", "update", "scope", "different"]
Kind = Literal[
    "figure", "date", "time", "age", "place", "actor", "name", "outcome", "extent", "manner"
]
AsOfFrom = Literal["text", "published", "none"]
MergeBasis = Literal[
    "passage", "source", "agency", "outlet", "edition", "declared", "article", "reworded"
]
Status = Literal["corroborated", "single_origin", "disputed", "superseded", "undatable"]
Opinion = Literal["agree", "conflict", "update", "scope", "different", "unsure"]
Act = Literal[
    "verdict", "note", "tag", "untag", "split", "merge", "same_name", "not_same_name",
    "undo", "redo",
]  # fmt: skip
Changed = Literal["quote_a", "quote_b", "values", "cluster_a", "cluster_b"]


@dataclasses.dataclass(frozen=True, slots=True)
class When:
    """A date expression and the interval it stands for."""

    text: str
    start: int
    end: int
    from_: str | None
    """First day (or minute) it may mean, ISO 8601, inclusive; ``None`` is open."""
    to: str | None
    """Last one, inclusive; ``None`` is open."""
    anchor: Anchor
    """What it was resolved against; ``none`` is undatable: both ends are ``None``."""
    role: WhenRole


@dataclasses.dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, as a range."""

    text: str
    start: int
    end: int
    low: float
    high: float | None
    """``None`` is open: "more than 80" has low 81 and no high."""
    noun: str
    """Lemma of what is counted, lower case: ``civilian``, ``person``, ``airstrike``."""
    unit: str
    """Unit of a measure in pint's spelling (``kilometer``), ISO code of money (``USD``),
    ``percent``, ``year`` of an age; empty for a count."""
    role: str
    """What befell the counted: ``killed``, ``injured``, ``missing``, ``displaced``,
    ``arrested``, ``fired``, ``captured``, ``age`` ...; empty when nothing is said."""
    scope: str
    """What narrows it, as written: ``including``, ``in Hama``, ``since March``; empty if none."""
    bound: Bound


@dataclasses.dataclass(frozen=True, slots=True)
class Speaker:
    """The source of an attributed claim."""

    name: str
    """Canonical name within the case, or the words as written when it has none."""
    cue: tuple[int, int] | None
    """Span of the words of saying."""
    start: int
    end: int
    """Span of the source as written."""
    via: tuple[str, ...] = ()
    """Who passed it on, from the source outwards: for "Lake News, citing a doctor" the doctor
    speaks and ``("Lake News",)`` is the way; empty where the outlet has it from the source."""
    stance: Stance = "neutral"
    """What the outlet's word of saying does: ``committing`` takes it for true ("revealed"),
    ``distancing`` does not ("claimed", "did not confirm"), ``denying`` is the source's no."""


@dataclasses.dataclass(frozen=True, slots=True)
class Name:
    """A name as written and the one spelling it has within the case."""

    text: str
    start: int
    end: int
    name: str


@dataclasses.dataclass(frozen=True, slots=True)
class Happening:
    """What a claim says happened: the part of it a date, a place or an actor belongs to."""

    sense: str
    """Coarse sense shared by verbs and nouns (``capture``, ``withdraw``, ``kill``), or the
    lemma where the table of senses has none."""
    start: int
    end: int
    """Span of the word that says it."""
    agent: str
    """Who did it, as written in the clause; empty when not said."""
    patient: str
    """To whom or what; empty when not said."""
    places: tuple[str, ...]
    """Names of places it is tied to, as written."""


@dataclasses.dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one article."""

    id: str
    """Hash of the article's id and the span: the same words keep their id over runs."""
    article: str
    start: int
    end: int
    quote: str
    """Exactly ``article.text[start:end]``."""
    text: str
    """The claim as it reads on its own."""
    speaker: Speaker | None
    voice: Voice
    modality: Modality
    polarity: Polarity
    when: tuple[When, ...]
    figures: tuple[Figure, ...]
    names: tuple[Name, ...]
    happening: Happening | None
    cluster: str = ""
    """Id of its cluster; empty until clustered."""
    origin: str = ""
    """On whose word it rests, one of the ``origins`` of its cluster; empty until clustered."""


@dataclasses.dataclass(frozen=True, slots=True)
class FigureStatement:
    """One statement of a figure: who said which value for which time."""

    claim: str
    origin: str
    """On whose word it rests, as in ``Cluster.origins``."""
    low: float
    high: float | None
    as_of: str | None
    """The day (or time) it was stated for, ISO 8601; ``None`` when not known."""
    as_of_from: AsOfFrom
    """``text``: the claim says it ("as of Friday"); ``published``: its article's date."""
    latest: bool
    """Whether its origin states nothing later; only these make the range."""


@dataclasses.dataclass(frozen=True, slots=True)
class ClusterFigure:
    """The range of one figure over the latest statements of a cluster, minimum to maximum."""

    noun: str
    role: str
    low: float
    high: float | None
    claims: tuple[str, ...]
    """All claims of the cluster that give it, later ones and those they replace."""
    unit: str = ""
    as_of: str | None = None
    """As-of time of the latest statement; ``None`` when no statement's time is known."""
    history: tuple[FigureStatement, ...] = ()
    """Every statement, oldest first, those of superseded clusters included; undated ones
    last."""


@dataclasses.dataclass(frozen=True, slots=True)
class OriginMerge:
    """Two claims of a cluster that count as one origin, and why."""

    a: str
    b: str
    """Claim ids."""
    basis: MergeBasis
    """``passage``: both quotes lie in one shared passage; ``source``: both name one source;
    ``agency``: both rest on one agency; ``outlet``: one outlet; ``edition``: editions of one
    outlet, or an outlet and its own agency; ``declared``: the user's file says so; ``article``:
    own words beside the named source in one article; ``reworded``: likely one text, reworded."""
    sure: bool
    """``False`` is likely: merged for the standing (what may be one origin is not shown to be
    two), and to be shown as likely."""
    evidence: str
    """One sentence for the user."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One of the values a disputed cluster holds, and who states it."""

    value: str
    """The value as the relations compare it; empty when they give none."""
    claims: tuple[str, ...]
    origins: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of the same fact."""

    id: str
    label: str
    """The claim text nearest to the middle of the cluster."""
    claims: tuple[str, ...]
    status: Status
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    """Independent origins, ``kind:name``: ``source:`` a named source, ``agency:`` a news
    agency, ``outlet:`` an outlet (or its owner), ``article:`` an article of no known outlet."""
    from_: str | None
    to: str | None
    figures: tuple[ClusterFigure, ...]
    merges: tuple[OriginMerge, ...] = ()
    """Why there are fewer origins than claims: ``len(claims) - len(origins)`` of them."""
    sides: tuple[Side, ...] = ()
    """Of a disputed cluster: who says what, claims of other clusters included."""
    superseded_by: tuple[str, ...] = ()
    """Of a superseded cluster: ids of the clusters that replaced it."""
    missing: tuple[str, ...] = ()
    """Of an undatable cluster: what would have to be known, a sentence each."""


@dataclasses.dataclass(frozen=True, slots=True)
class Story:
    """Articles that most likely tell of one event; an article is in one story or in none."""

    id: str
    label: str
    """The title of its earliest article that has one, else the first words of its earliest."""
    articles: tuple[str, ...]
    """Ids, sorted; two or more."""
    from_: str | None
    to: str | None
    """First and last day of publication; ``None`` where no article of it is dated."""


@dataclasses.dataclass(frozen=True, slots=True)
class Relation:
    """What two claims are to each other."""

    id: str
    a: str
    b: str
    """Claim ids; for ``update`` b is the later."""
    verdict: Verdict
    kinds: tuple[Kind, ...]
    values: tuple[str, ...]
    """The two normalised values that were compared, a's first; empty when none were."""
    reason: str
    """One sentence that names the rule and the values."""
    score: float
    """0 to 1, how sure the tool is that the pair is a ``conflict``."""
    origin: str
    """``same`` when both claims rest on one origin, ``independent`` otherwise."""


@dataclasses.dataclass(frozen=True, slots=True)
class NameMerge:
    """Two spellings taken for one name, and why."""

    name: str
    variant: str
    reason: str
    articles: tuple[str, ...] = ()
    """Ids of the articles in which it holds: a surname is another man's elsewhere. Empty: all."""


@dataclasses.dataclass(frozen=True, slots=True)
class OutletMerge:
    """Two outlets, or an outlet and an agency, that count as one origin, and why."""

    name: str
    """The outlet, as its articles name it."""
    one: str
    """The owner, main outlet or agency that stands for it."""
    basis: Literal["declared", "edition", "agency"]
    evidence: str
    """One sentence for the user."""


@dataclasses.dataclass(frozen=True, slots=True)
class Quoted:
    """One side of what a reviewer decided on: the exact words, and where they stood."""

    article: str
    sha256: str
    """Of the article's text then: whether it has changed since."""
    outlet: str
    source: str
    """The article's URL, or its path where it has none."""
    start: int
    end: int
    quote: str
    """Exactly ``article.text[start:end]`` then."""
    value: str
    """The value the tool compared; empty when it compared none."""
    cluster: str
    """Id of the claim's cluster then, as the tool had made it."""
    members: tuple[str, ...]
    """The quotes of that cluster, a key each (article and hash of the words), sorted."""


@dataclasses.dataclass(frozen=True, slots=True)
class Said:
    """What the tool had said of a pair."""

    verdict: Verdict
    kinds: tuple[Kind, ...]
    values: tuple[str, ...]
    reason: str
    score: float


@dataclasses.dataclass(frozen=True, slots=True)
class Decision:
    """One event of the log of a case's reviewers. Nothing of the log is ever changed."""

    id: str
    at: str
    """When, UTC, ISO 8601 with microseconds; within one store later events have later times."""
    reviewer: str
    act: Act
    relation: str = ""
    """Id of the relation then; empty where the act is on none."""
    a: Quoted | None = None
    b: Quoted | None = None
    """What it is on: both sides of a relation; the claim split off; a claim of each of the two
    clusters merged."""
    opinion: Opinion | None = None
    """Of the act ``verdict``."""
    kinds: tuple[Kind, ...] = ()
    """Of the act ``verdict``, where the reviewer names what clashes."""
    text: str = ""
    """The note or the tag, as typed."""
    names: tuple[str, ...] = ()
    """The two spellings that are (not) one name, the canonical one first."""
    said: Said | None = None
    """What the tool had said then."""
    target: str = ""
    """Of ``undo`` and ``redo``: id of the decision undone or taken up again."""


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """What is no longer as it was when a decision was made."""

    what: Changed
    before: str
    after: str
    """Empty when it is gone."""


@dataclasses.dataclass(frozen=True, slots=True)
class Stale:
    """A decision to be asked again, and why."""

    decision: str
    changes: tuple[Change, ...]
    holds: bool
    """Whether it is still applied: both quotes stand as they did."""


@dataclasses.dataclass(frozen=True, slots=True)
class Ruling:
    """What the reviewers hold of one relation."""

    relation: str
    opinion: Opinion | None
    """The verdict in force; ``None`` where reviewers disagree, none has given one, or the
    quotes have changed since."""
    disagree: bool
    """Whether reviewers hold different verdicts; the tool's then stands, marked as disputed."""
    decisions: tuple[Decision, ...]
    """The last verdict of each reviewer, earliest first."""
    notes: tuple[Decision, ...]
    tags: tuple[str, ...]
    stale: tuple[Stale, ...]
    """Those of ``decisions`` to be asked again."""
    tool: Said | None
    """What the tool says now; ``None`` when it relates the two claims no more."""


@dataclasses.dataclass(frozen=True, slots=True)
class ToolSaid:
    """What the tool itself made, before reviewers' decisions were applied."""

    claims: tuple[Claim, ...]
    clusters: tuple[Cluster, ...]
    relations: tuple[Relation, ...]
    merges: tuple[NameMerge, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Reconciliation:
    """A whole case as a report sees it. Everything is sorted by id."""

    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    clusters: tuple[Cluster, ...]
    relations: tuple[Relation, ...]
    skipped: tuple[Skipped, ...]
    merges: tuple[NameMerge, ...]
    run: dict[str, object]
    """What ``run.json`` holds: versions, model and digest, options, counts, seconds a stage."""
    links: tuple[TextLink, ...] = ()
    """Articles that have text in common (``origins.jsonl``)."""
    outlet_merges: tuple[OutletMerge, ...] = ()
    """Outlets that count as one (``run.json``)."""
    stories: tuple[Story, ...] = ()
    """Articles gathered by the event they tell of (``stories.jsonl``); empty in a case written
    before there were any."""
    decisions: tuple[Decision, ...] = ()
    """Every decision in force, in the order they were made."""
    rulings: tuple[Ruling, ...] = ()
    """What reviewers hold of each relation they decided on, sorted by relation."""
    tool: ToolSaid | None = None
    """What decisions were applied to; ``None`` when none were."""
