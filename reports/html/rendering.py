"""Templates, style and script put together."""

from __future__ import annotations

import base64
import functools
import hashlib
import re
from pathlib import Path
from typing import Any

import jinja2
import markupsafe

from claims.records import Reconciliation
from corpus.records import Article
from reports import escape, links, words
from reports.html.page import Page
from reports.view import View

_TEMPLATES = Path(__file__).parents[1] / "templates"
_STYLES = ("report.css", "pictures.css", "narrow.css")
_HUGE = re.compile(r"\S{400}")


def render(rec: Reconciliation) -> str:
    """``report.html``."""
    view = View(rec)
    style, script = "".join(map(_asset, _STYLES)), _asset("report.js")
    template = environment().get_template("report.html.j2")
    return template.render(
        page=Page(view),
        view=view,
        rec=rec,
        plain=_holds_huge_words(rec),
        style=markupsafe.Markup(style),
        script=markupsafe.Markup(script),
        policy=(
            f"default-src 'none'; style-src '{_digest(style)}'; "
            f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
        ),
    )


@functools.cache
def environment() -> jinja2.Environment:
    """Templates that escape what is put into them, and make characters that act visible."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.globals.update(links=links, words=words)
    environment.filters["default_name"] = lambda name: name or "unnamed outlet"
    return environment


def _visible(value: Any) -> Any:
    """What every expression of the template goes through before it is escaped."""
    return escape.safe_block(value) if type(value) is str else value


def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")


def _digest(content: str) -> str:
    """The hash by which a content security policy knows an inline block."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _holds_huge_words(rec: Reconciliation) -> bool:
    """Whether a text holds a word so long that kerning it would halt the browser.

    Chromium shapes a word again from its start for each line it breaks it into, and with kerning
    between all its letters that is quadratic: seconds for 5,000 letters.
    """
    texts = [text for a in rec.articles for text in _shown_of(a)]
    texts += [text for left_out in rec.skipped for text in (left_out.path, left_out.reason)]
    texts += [relation.reason for relation in rec.relations]
    return any(_HUGE.search(text) for text in texts)


def _shown_of(article: Article) -> tuple[str, ...]:
    shown = (article.title, article.outlet, article.author, article.agency, article.url)
    return (article.text, article.path, *shown)
