"""The claim graph as GraphML, for Gephi and networkx."""

from __future__ import annotations

import io

import networkx as nx

from claims.records import Reconciliation
from reports import escape
from reports.graph import graph


def render(rec: Reconciliation) -> str:
    """``graph.graphml``: the graph of :func:`reports.graph.graph`.

    Characters XML cannot hold become U+FFFD. :func:`networkx.read_graphml` reads it back.
    """
    built = graph(rec)
    for _, attributes in built.nodes(data=True):
        _clean(attributes)
    for _, _, attributes in built.edges(data=True):
        _clean(attributes)
    clean = nx.relabel_nodes(built, {node: escape.xml(node) for node in built})
    buffer = io.BytesIO()
    nx.write_graphml(clean, buffer, prettyprint=False)
    return buffer.getvalue().decode("utf-8") + "\n"


def _clean(attributes: dict[str, object]) -> None:
    for key, value in attributes.items():
        if isinstance(value, str):
            attributes[key] = escape.xml(value)
