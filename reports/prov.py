"""Where everything comes from, in W3C PROV as PROV-JSONLD.

`PROV-DM <https://www.w3.org/TR/prov-dm/>`_ for the words, the W3C member submission
`PROV-JSONLD <https://www.w3.org/submissions/prov-jsonld/>`_ for the form. ``prov`` gives the
context and reads it back: ``ProvDocument.deserialize(content=text, format="jsonld")``. The rows
are written here, because ``prov`` takes half a minute for 20,000 claims. The JSON-LD context is
inside the file, so that nothing needs a network to read it.
"""

from __future__ import annotations

import functools
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from prov.model import ProvDocument

from claims.records import Claim, Cluster, Reconciliation, Relation, Ruling, Story
from corpus.records import Article
from reports import escape

NAMESPACE = "urn:reconcile:"
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
RUN = "case:run"
TOOL = "case:reconcile"

Row = dict[str, Any]


def render(rec: Reconciliation) -> str:
    """``provenance.jsonld``, a line a record.

    Entities are articles, claims, clusters, relations and stories; agents outlets, speakers and the
    tool; the run is the activity. A claim is derived from its article (``rec:start`` and
    ``rec:end`` in code points) and, where it names its speaker, has a primary source: what
    that speaker said, an entity attributed to the speaker. Clusters and relations are derived
    from their claims. A story is a ``prov:Collection`` of its articles. A relation that reviewers
    decided is attributed to them.
    """
    rows = ",\n  ".join(
        json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in _rows(rec)
    )
    return f'{{\n "@context": {_context()},\n "@graph": [\n  {rows}\n ]\n}}\n'


@functools.cache
def _context() -> str:
    """The JSON-LD context that ``prov`` writes for a document with our namespaces."""
    document = ProvDocument()
    document.add_namespace("case", NAMESPACE + "case:")
    document.add_namespace("rec", NAMESPACE + "term:")
    written = json.loads(document.serialize(format="jsonld", context="embed") or "")
    return json.dumps(written["@context"], separators=(",", ":"))


def _rows(rec: Reconciliation) -> Iterator[Row]:
    yield from _run(rec)
    agents: set[str] = set()
    for article in rec.articles:
        yield from _article(article, agents)
    articles = {article.id for article in rec.articles}
    for claim in rec.claims:
        yield from _claim(claim, claim.article in articles, agents)
    stated = {claim.id for claim in rec.claims}
    for cluster in rec.clusters:
        yield from _cluster(cluster, stated)
    for story in rec.stories:
        yield from _story(story, articles)
    known = {relation.id for relation in rec.relations}
    for relation in rec.relations:
        yield from _relation(relation, stated)
    for ruling in rec.rulings:
        if ruling.relation in known:
            yield from _ruling(ruling, agents)


def _key(kind: str, identifier: str) -> str:
    """A qualified name of its own for whatever an id holds."""
    if not _PLAIN.match(identifier):
        identifier = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"case:{kind}-{identifier}"


def _literal(value: str | float) -> Row:
    """A value as PROV-JSONLD writes it."""
    if isinstance(value, str):
        return {"@value": escape.xml(value)}
    return {"@value": str(value), "@type": "xsd:int" if isinstance(value, int) else "xsd:double"}


def _facts(**facts: str | float | None) -> Row:
    """Attributes in our namespace; what is empty is left out."""
    return {
        f"rec:{name}": [_literal(value)]
        for name, value in facts.items()
        if value is not None and value != ""
    }


def _entity(key: str, kind: str, **more: Any) -> Row:
    return {"@type": "Entity", "@id": key, "type": [f"rec:{kind}"], **more}


def _agent(key: str, label: str, agents: set[str], **more: Any) -> Iterator[Row]:
    """An agent, once."""
    if key not in agents:
        agents.add(key)
        yield {"@type": "Agent", "@id": key, **more, "label": [_literal(label)]}


def _derivation(made: str, used: str, **more: Any) -> Row:
    return {"@type": "Derivation", "generatedEntity": made, "usedEntity": used, **more}


def _generation(key: str) -> Row:
    return {"@type": "Generation", "entity": key, "activity": RUN}


def _run(rec: Reconciliation) -> Iterator[Row]:
    """The run with what identifies it; times are in run.json, so that bytes don't change."""
    versions = rec.run.get("versions")
    named = versions if isinstance(versions, dict) else {}
    facts = {name: str(value) for name, value in rec.run.items() if name.startswith("model")}
    row: Row = {"@type": "Activity", "@id": RUN, "label": [_literal("reconcile run")]}
    row |= _facts(**facts)
    if named:
        row["rec:version"] = [_literal(f"{name} {named[name]}") for name in sorted(named)]
    yield row
    yield {"@type": "Agent", "@id": TOOL, "type": ["prov:SoftwareAgent"]}
    yield {"@type": "Association", "activity": RUN, "agent": TOOL}


def _article(article: Article, agents: set[str]) -> Iterator[Row]:
    key, outlet = _key("article", article.id), _key("outlet", article.outlet)
    facts = _facts(
        id=article.id,
        sha256=article.sha256,
        url=article.url,
        path=article.path,
        published=article.published,
        publishedFrom=article.published_from,
        agency=article.agency,
    )
    yield _entity(key, "Article", label=[_literal(article.title or article.path)], **facts)
    yield from _agent(
        outlet, article.outlet or "unnamed outlet", agents, type=["prov:Organization"]
    )
    yield {"@type": "Attribution", "entity": key, "agent": outlet}
    yield {"@type": "Usage", "activity": RUN, "entity": key}
    if article.origin and article.origin != article.id:
        yield _derivation(key, _key("article", article.origin))


def _claim(claim: Claim, in_case: bool, agents: set[str]) -> Iterator[Row]:
    key = _key("claim", claim.id)
    facts = _facts(id=claim.id, text=claim.text, voice=claim.voice)
    yield _entity(key, "Claim", value=[_literal(claim.quote)], **facts)
    yield _generation(key)
    if in_case:
        span = _facts(start=claim.start, end=claim.end)
        article = _key("article", claim.article)
        yield _derivation(key, article, activity=RUN, type=["prov:Quotation"], **span)
    if claim.speaker and claim.voice == "named":
        speaker = _key("speaker", claim.speaker.name)
        said = f"case:said-{key.removeprefix('case:claim-')}"
        yield from _agent(speaker, claim.speaker.name, agents)
        yield _entity(said, "Statement")
        yield {"@type": "Attribution", "entity": said, "agent": speaker}
        yield _derivation(key, said, type=["prov:PrimarySource"])


def _from_claims(key: str, claims: Iterable[str], stated: set[str]) -> Iterator[Row]:
    yield _generation(key)
    for claim in claims:
        if claim in stated:
            yield _derivation(key, _key("claim", claim), activity=RUN)


def _cluster(cluster: Cluster, stated: set[str]) -> Iterator[Row]:
    key = _key("cluster", cluster.id)
    facts = _facts(id=cluster.id, status=cluster.status)
    yield _entity(key, "Cluster", label=[_literal(cluster.label)], **facts)
    yield from _from_claims(key, cluster.claims, stated)


def _story(story: Story, articles: set[str]) -> Iterator[Row]:
    key = _key("story", story.id)
    facts = _facts(id=story.id, **{"from": story.from_, "to": story.to})
    kinds = ["prov:Collection", "rec:Story"]
    yield _entity(key, "Story", label=[_literal(story.label)], **facts) | {"type": kinds}
    yield _generation(key)
    for article in story.articles:
        if article in articles:
            yield {"@type": "Membership", "collection": key, "entity": _key("article", article)}


def _relation(relation: Relation, stated: set[str]) -> Iterator[Row]:
    key = _key("relation", relation.id)
    facts = _facts(
        id=relation.id,
        verdict=relation.verdict,
        kinds=" ".join(relation.kinds),
        values=" | ".join(relation.values),
        reason=relation.reason,
        score=relation.score,
    )
    yield _entity(key, "Relation", **facts)
    yield from _from_claims(key, (relation.a, relation.b), stated)


def _ruling(ruling: Ruling, agents: set[str]) -> Iterator[Row]:
    """Who decided on a relation, and what."""
    for decision in ruling.decisions:
        reviewer = _key("reviewer", decision.reviewer)
        yield from _agent(reviewer, decision.reviewer, agents, type=["prov:Person"])
        yield {
            "@type": "Attribution",
            "entity": _key("relation", ruling.relation),
            "agent": reviewer,
            **_facts(opinion=decision.opinion, at=decision.at),
        }
