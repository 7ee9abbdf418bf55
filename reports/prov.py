"""Where everything comes from, in W3C PROV as PROV-JSONLD.

`PROV-DM <https://www.w3.org/TR/prov-dm/>`_ for the words, the W3C member submission
`PROV-JSONLD <https://www.w3.org/submissions/prov-jsonld/>`_ for the form, written by ``prov``,
which reads it back: ``ProvDocument.deserialize(content=text, format="jsonld")``. The JSON-LD
context is inside the file, so that nothing needs a network to read it.
"""

from __future__ import annotations

import hashlib
import re
from typing import Any

from prov.model import ProvDocument

from claims.records import Claim, Cluster, Reconciliation, Relation
from corpus.records import Article
from reports import escape

NAMESPACE = "urn:reconcile:"
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*\Z")
RUN = "case:run"


def render(rec: Reconciliation) -> str:
    """``provenance.jsonld``.

    Entities are articles, claims, clusters and relations; agents outlets, speakers and the
    tool; the run is the activity. A claim is derived from its article (``rec:start`` and
    ``rec:end`` in code points) and, where it names its speaker, has a primary source: what
    that speaker said, an entity attributed to the speaker. Clusters and relations are derived
    from their claims.
    """
    document = ProvDocument()
    document.add_namespace("case", NAMESPACE + "case:")
    document.add_namespace("rec", NAMESPACE + "term:")
    _add_run(document, rec)
    for article in rec.articles:
        _add_article(document, article)
    known = {article.id for article in rec.articles}
    for claim in rec.claims:
        _add_claim(document, claim, claim.article in known)
    stated = {claim.id for claim in rec.claims}
    for cluster in rec.clusters:
        _add_cluster(document, cluster, stated)
    for relation in rec.relations:
        _add_relation(document, relation, stated)
    text = document.serialize(format="jsonld", context="embed", indent=1, ensure_ascii=False)
    return f"{text}\n"


def _key(kind: str, identifier: str) -> str:
    """A qualified name of its own for whatever an id holds."""
    if not _PLAIN.match(identifier):
        identifier = hashlib.sha256(identifier.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"case:{kind}-{identifier}"


def _facts(**facts: Any) -> dict[Any, Any]:
    """Attributes in our namespace; what is empty is left out."""
    return {
        f"rec:{name}": escape.xml(value) if isinstance(value, str) else value
        for name, value in facts.items()
        if value not in ("", None)
    }


def _add_run(document: ProvDocument, rec: Reconciliation) -> None:
    """The run with what identifies it; times are in run.json, so that bytes don't change."""
    versions = rec.run.get("versions")
    named = versions if isinstance(versions, dict) else {}
    facts = {name: str(value) for name, value in rec.run.items() if name.startswith("model")}
    attributes: dict[Any, Any] = {"prov:label": "reconcile run", **_facts(**facts)}
    listed = [f"{name} {named[name]}" for name in sorted(named)]
    pairs = [*attributes.items(), *(("rec:version", text) for text in listed)]
    document.activity(RUN, other_attributes=pairs)
    document.agent(
        "case:reconcile", {"prov:type": document.valid_qualified_name("prov:SoftwareAgent")}
    )
    document.association(RUN, "case:reconcile")


def _add_article(document: ProvDocument, article: Article) -> None:
    key, outlet = _key("article", article.id), _key("outlet", article.outlet)
    document.entity(
        key,
        {
            "prov:type": document.valid_qualified_name("rec:Article"),
            "prov:label": escape.xml(article.title or article.path),
            **_facts(
                id=article.id,
                sha256=article.sha256,
                url=article.url,
                path=article.path,
                published=article.published,
                publishedFrom=article.published_from,
                agency=article.agency,
            ),
        },
    )
    if not document.get_record(outlet):
        document.agent(
            outlet,
            {
                "prov:type": document.valid_qualified_name("prov:Organization"),
                "prov:label": escape.xml(article.outlet or "unnamed outlet"),
            },
        )
    document.attribution(key, outlet)
    document.usage(RUN, key)
    if article.origin and article.origin != article.id:
        document.derivation(key, _key("article", article.origin))


def _add_claim(document: ProvDocument, claim: Claim, in_case: bool) -> None:
    key = _key("claim", claim.id)
    document.entity(
        key,
        {
            "prov:type": document.valid_qualified_name("rec:Claim"),
            "prov:value": escape.xml(claim.quote),
            **_facts(id=claim.id, text=claim.text, voice=claim.voice),
        },
    )
    document.generation(key, RUN)
    if in_case:
        document.derivation(
            key,
            _key("article", claim.article),
            activity=RUN,
            other_attributes={
                "prov:type": document.valid_qualified_name("prov:Quotation"),
                "rec:start": claim.start,
                "rec:end": claim.end,
            },
        )
    if claim.speaker and claim.voice == "named":
        _add_source(document, key, claim.speaker.name)


def _add_source(document: ProvDocument, claim: str, name: str) -> None:
    speaker, said = _key("speaker", name), f"case:said-{claim.removeprefix('case:claim-')}"
    if not document.get_record(speaker):
        document.agent(speaker, {"prov:label": escape.xml(name)})
    document.entity(said, {"prov:type": document.valid_qualified_name("rec:Statement")})
    document.attribution(said, speaker)
    document.primary_source(claim, said)


def _add_cluster(document: ProvDocument, cluster: Cluster, stated: set[str]) -> None:
    key = _key("cluster", cluster.id)
    document.entity(
        key,
        {
            "prov:type": document.valid_qualified_name("rec:Cluster"),
            "prov:label": escape.xml(cluster.label),
            **_facts(id=cluster.id, status=cluster.status),
        },
    )
    document.generation(key, RUN)
    for claim in cluster.claims:
        if claim in stated:
            document.derivation(key, _key("claim", claim), activity=RUN)


def _add_relation(document: ProvDocument, relation: Relation, stated: set[str]) -> None:
    key = _key("relation", relation.id)
    document.entity(
        key,
        {
            "prov:type": document.valid_qualified_name("rec:Relation"),
            **_facts(
                id=relation.id,
                verdict=relation.verdict,
                kinds=" ".join(relation.kinds),
                values=" | ".join(relation.values),
                reason=relation.reason,
                score=relation.score,
            ),
        },
    )
    document.generation(key, RUN)
    for claim in (relation.a, relation.b):
        if claim in stated:
            document.derivation(key, _key("claim", claim), activity=RUN)
