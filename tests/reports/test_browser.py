"""The HTML report in a real browser."""

from __future__ import annotations

import base64
import dataclasses
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import PROGRAM, Browser
from hostile import spoil

from claims.records import Reconciliation
from reports import html

pytestmark = pytest.mark.skipif(
    PROGRAM is None, reason="no chromium; make tests installs it where it may"
)

CONTRAST = """
(() => {
  const curve = (part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const channel = (value) => curve(value / 255);
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const behind = (element) => {
    for (; element; element = element.parentElement) {
      const colour = parse(getComputedStyle(element).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const element of document.querySelectorAll("body *:not(script):not(option):not(title)")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const ink = element instanceof SVGElement ? style.fill : style.color;
    const pair = [light(parse(ink)), light(behind(element))].sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) poor.push(`${element.className || element.tagName}: ${ratio.toFixed(2)}`);
  }
  return [...new Set(poor)];
})()
"""
"""Elements whose text has less contrast than WCAG 2.1 AA wants (4.5 to 1)."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as started:
        yield started


@pytest.fixture
def page(rec: Reconciliation, tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    path.write_text(html.render(rec), "utf-8")
    return path


def quiet(browser: Browser) -> None:
    assert browser.complaints() == []
    # Chromium counts the icon of its own date field, which is in the browser, as "data:".
    asked = [url[:5] for url in browser.requests() if not url.startswith("data:image/svg")]
    assert asked == ["file:"]


def test_a_link_shows_the_quote_in_its_article(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('#q-r1 .ways a').click()")
    browser.settle()
    assert browser.run("document.querySelector('.text mark.hit').textContent").startswith("Twelve")
    assert browser.run("document.activeElement.className") == "conflict hit"
    assert "Ada Brandt" in browser.run("document.querySelector('#article-a1 aside').textContent")
    top = browser.run("document.querySelector('.text mark.hit').getBoundingClientRect().top")
    assert 0 < top < browser.run("innerHeight")
    quiet(browser)


def test_a_shared_link_opens_there(browser: Browser, page: Path) -> None:
    browser.open(page, "#article=a2&claim=c06")
    browser.settle()
    assert "3 May" in browser.run("document.querySelector('.text mark.hit').textContent")
    assert browser.run("document.querySelectorAll('.article[open]').length") == 1


def test_marks_work_from_the_keyboard(browser: Browser, page: Path) -> None:
    browser.open(page, "#article=a1")
    browser.settle()
    browser.run("document.querySelectorAll('#article-a1 mark')[2].focus()")
    for kind in ("keyDown", "keyUp"):
        browser.send("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r")
    browser.settle()
    assert "bridge" in browser.run("document.querySelector('#article-a1 aside h4').textContent")


def test_a_story_hides_with_its_articles(browser: Browser, page: Path) -> None:
    def hidden() -> list[bool]:
        found: list[bool] = browser.run(
            "[...document.querySelectorAll('.story')].map((e) => e.hidden)"
        )
        return found

    browser.open(page)
    assert hidden() == [False, False]
    browser.run(
        "(() => { const form = document.querySelector('.filter'); form.elements.q.value = 'ferry';"
        "form.dispatchEvent(new Event('input')); })()"
    )
    browser.settle()
    assert hidden() == [True, False]
    # A link into a story that the filter hides shows the article all the same.
    browser.run("location.hash = '#article=a3'")
    browser.settle()
    assert browser.run("document.querySelector('#article-a3 summary').checkVisibility()")
    browser.run("location.hash = '#s-s1'")
    browser.settle()
    assert browser.run("document.querySelector('#s-s1 h3').checkVisibility()")
    quiet(browser)


@pytest.mark.parametrize(
    "field, value, left",
    [
        ("q", "chain bridge", {"q-r3", "article-a1", "article-a2", "article-a4"}),
        ("q", "no such words", set()),
        ("kinds", "date", {"q-r3", "article-a1", "article-a2"}),
        ("status", "corroborated", {"k-k3", "article-a1", "article-a3"}),
        ("from", "2031-05-06", {"q-r4", "k-k3", "q-r6", "article-a3"}),
        ("to", "2031-05-03", set()),
    ],
)
def test_filters(field: str, value: str, left: set[str], browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(
        f"(() => {{ const form = document.querySelector('.filter'); form.elements"
        f"[{field!r}].value = {value!r}; form.dispatchEvent(new Event('input')); }})()"
    )
    browser.settle()
    shown = "[...document.querySelectorAll('.card,.article')].filter((e) => !e.hidden)"
    assert set(browser.run(f"{shown}.map((e) => e.id)")) == left
    browser.run("document.querySelector('.filter').reset()")
    browser.settle()
    assert browser.run(f"{shown}.length") == 11
    quiet(browser)


def test_quotes_load_when_opened(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('#k-k3 details').open = true")
    browser.settle()
    assert browser.run("document.querySelectorAll('#k-k3 blockquote').length") == 2


def test_hostile_articles_do_nothing(browser: Browser, rec: Reconciliation, tmp_path: Path) -> None:
    path = tmp_path / "hostile.html"
    path.write_text(html.render(spoil(rec)), "utf-8")
    browser.open(path, "#article=a1&claim=c01")
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    browser.run("document.querySelectorAll('.text mark').forEach((each) => each.click())")
    browser.settle()
    assert browser.run("document.title").startswith("Reconciliation report")
    assert browser.run("document.querySelectorAll('img,svg:not(.picture),iframe').length") == 0
    assert browser.run("document.querySelectorAll('script').length") == 2
    assert browser.run("document.querySelectorAll('a:not([href^=\"#\"])').length") == 0
    browser.send(
        "Emulation.setDeviceMetricsOverride",
        width=390,
        height=800,
        deviceScaleFactor=1,
        mobile=True,
    )
    assert browser.run("document.documentElement.scrollWidth") <= 390
    browser.send("Emulation.clearDeviceMetricsOverride")
    quiet(browser)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast(scheme: str, browser: Browser, page: Path) -> None:
    browser.open(page, "#article=a1&claim=c01")
    browser.theme(scheme)
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    browser.settle()
    assert browser.run(CONTRAST) == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280, 1920])
def test_nothing_is_wider_than_the_screen(width: int, browser: Browser, page: Path) -> None:
    browser.open(page, "#article=a1&claim=c01")
    browser.send(
        "Emulation.setDeviceMetricsOverride",
        width=width,
        height=800,
        deviceScaleFactor=1,
        mobile=width < 600,
    )
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    browser.settle()
    assert browser.run("document.documentElement.scrollWidth") <= width
    browser.send("Emulation.clearDeviceMetricsOverride")


def test_huge_words_do_not_halt_the_page(
    browser: Browser, rec: Reconciliation, tmp_path: Path
) -> None:
    """Kerning words of 5,000 letters took 9 s; without it, half of one."""
    path = tmp_path / "huge.html"
    path.write_text(html.render(spoil(rec)).replace("A" * 1200, "A" * 5000), "utf-8")
    begun = time.monotonic()
    browser.open(path)
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    browser.settle()
    assert time.monotonic() - begun < 5
    assert browser.run("getComputedStyle(document.querySelector('h3')).fontKerning") == "none"


def test_other_pages_are_kerned(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.run("getComputedStyle(document.querySelector('h3')).fontKerning") == "auto"


def test_an_update_is_a_line_in_time(browser: Browser, page: Path) -> None:
    browser.open(page)
    steps = browser.run("[...document.querySelectorAll('#q-r4 .step')].map((e) => e.textContent)")
    assert steps == ["4 May 2031, 18:20", "6 May 2031, 2 days later"]


SHOWN = "[...document.querySelectorAll('.card,.article')].filter((e) => !e.hidden).map((e) => e.id)"


def test_a_cell_shows_what_two_outlets_have_in_common(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(
        "document.querySelector('.matrix td a[aria-label^=\"Harbour Post and Valley\"]').click()"
    )
    browser.settle()
    assert browser.run(SHOWN) == ["q-r1", "q-r3"]
    assert browser.run("document.querySelector('#pictures').hidden")
    assert "2 of" in browser.run("document.querySelector('.filter output').textContent")
    quiet(browser)


def test_a_search_can_be_shared(browser: Browser, page: Path) -> None:
    browser.open(page, "#find=chain%20bridge&kinds=date")
    browser.settle()
    assert browser.run("document.querySelector('.filter').elements.q.value") == "chain bridge"
    assert browser.run(SHOWN) == ["q-r3", "article-a1", "article-a2"]
    link = "document.querySelector('.filter output a').getAttribute('href')"
    assert browser.run(link) == "#find=chain+bridge&kinds=date"


def test_an_edge_leads_to_what_was_compared(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(
        "document.querySelector('#graph a.edge.conflict').dispatchEvent("
        "new MouseEvent('click', { bubbles: true, cancelable: true }))"
    )
    browser.settle()
    assert browser.run("document.activeElement.id").startswith("r-r")
    assert browser.run("document.activeElement.closest('details').open")
    assert browser.run("document.activeElement.checkVisibility()")


def test_a_node_leads_to_its_words(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run("document.querySelector('#q-r1 .drawn').open = true")
    browser.run(
        "document.querySelector('#q-r1 a.node[href$=\"claim=c01\"]').dispatchEvent("
        "new MouseEvent('click', { bubbles: true, cancelable: true }))"
    )
    browser.settle()
    assert browser.run("document.querySelector('.text mark.hit').textContent").startswith("Twelve")


def test_a_link_reaches_what_is_filtered_out(browser: Browser, page: Path) -> None:
    browser.open(page, "#find=no%20such%20words")
    browser.settle()
    assert browser.run(SHOWN) == []
    browser.run("location.hash = 'q-r3'")
    browser.settle()
    assert browser.run(SHOWN) == ["q-r3"]
    assert browser.run("document.activeElement.id") == "q-r3"


def test_whatever_can_be_reached_has_a_name(browser: Browser, page: Path) -> None:
    browser.open(page, "#article=a1&claim=c01")
    browser.run("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    browser.settle()
    browser.send("Accessibility.enable")
    nodes = browser.send("Accessibility.getFullAXTree")["nodes"]
    wanted = {"link", "button", "combobox", "searchbox", "Date", "textbox", "image", "heading"}
    found = [node for node in nodes if node.get("role", {}).get("value") in wanted]
    assert len(found) > 60
    assert [n for n in found if not n.get("ignored") and not n.get("name", {}).get("value")] == []


def test_the_keyboard_comes_to_the_findings_first(browser: Browser, page: Path) -> None:
    browser.open(page)
    for kind in ("keyDown", "keyUp"):
        browser.send("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab")
    assert browser.run("document.activeElement.className") == "skip"
    for kind in ("keyDown", "keyUp"):
        browser.send("Input.dispatchKeyEvent", type=kind, key="Enter", code="Enter", text="\r")
    browser.settle()
    assert browser.run("document.activeElement.id") == "findings"


def test_a_printed_page_holds_what_is_folded_away(browser: Browser, page: Path) -> None:
    browser.open(page)
    pdf = base64.b64decode(browser.send("Page.printToPDF")["data"])
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > 1
    assert browser.run("document.querySelector('#k-k3 details').open")
    assert browser.run("document.querySelectorAll('#k-k3 blockquote').length") == 2
    browser.send("Emulation.setEmulatedMedia", media="print")
    assert not browser.run("document.querySelector('.filter').checkVisibility()")
    assert browser.run(CONTRAST) == []
    browser.send("Emulation.setEmulatedMedia", media="")


def test_of_a_large_case_disputes_are_printed(
    browser: Browser, rec: Reconciliation, tmp_path: Path
) -> None:
    more = tuple(
        dataclasses.replace(rec.articles[0], id=f"more{number:03d}") for number in range(420)
    )
    path = tmp_path / "large.html"
    large = dataclasses.replace(rec, articles=(*rec.articles, *more))
    path.write_text(html.render(large), "utf-8")
    browser.open(path)
    browser.send("Emulation.setEmulatedMedia", media="print")
    seen = (
        "['#q-r1', '#k-k3', '#article-a1'].map((e) => document.querySelector(e).checkVisibility())"
    )
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run(seen) == [True, False, False]
    # What a filter has chosen is printed, whatever it is.
    browser.run(
        "(() => { const form = document.querySelector('.filter'); "
        "form.elements.status.value = 'corroborated'; form.dispatchEvent(new Event('input')); })()"
    )
    browser.settle()
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert browser.run(seen)[:2] == [False, True]
    browser.send("Emulation.setEmulatedMedia", media="")
