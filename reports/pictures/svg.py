"""SVG elements, written by lxml: whatever an article holds is escaped."""

from __future__ import annotations

from collections.abc import Sequence

import markupsafe
from lxml import etree

from reports import escape

Element = etree._Element
Point = tuple[float, float]


def element(
    tag: str, *children: Element | None, text: str = "", **attributes: str | float | None
) -> Element:
    """An element; ``class_`` is written ``class``, ``stroke_width`` ``stroke-width``.

    Attributes and children that are ``None`` are left out.
    """
    made = etree.Element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.rstrip("_").replace("_", "-"), _plain(value))
    if text:
        made.text = _plain(text)
    made.extend(child for child in children if child is not None)
    return made


def drawing(
    children: Sequence[Element], label: str, size: tuple[float, float] | None, kind: str
) -> markupsafe.Markup:
    """An ``svg`` with an accessible name.

    Args:
        children: What it shows.
        label: Its name for who does not see it.
        size: Width and height in pixels, which shrink together on a narrow screen; ``None`` where
            everything across is in percent and the style sheet gives the height.
        kind: Its class.
    """
    made = element("svg", *children, class_=f"picture {kind}", role="group", aria_label=label)
    if size:
        made.set("viewBox", f"0 0 {size[0]:g} {size[1]:g}")
        made.set("width", f"{size[0]:g}")
        made.set("height", f"{size[1]:g}")
    return markupsafe.Markup(etree.tostring(made, encoding="unicode"))  # escaped by lxml


def link(href: str, title: str, *children: Element, class_: str) -> Element:
    """Shapes that lead to a place inside the report, named by ``title``."""
    return element("a", element("title", text=title), *children, href=href, class_=class_)


def _plain(value: str | float) -> str:
    if isinstance(value, str):
        return escape.xml(escape.safe(value))
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
