"""Keys and what they show, through Textual's pilot."""

from __future__ import annotations

import asyncio
import dataclasses
import html
import re
from collections.abc import Callable, Sequence

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from claims.records import Reconciliation
from reconcile.decisions import Log, StoreError, decide
from reconcile.review import browsing, screen
from reconcile.review.app import Review
from reconcile.review.keys import KEYS, VERDICTS
from reconcile.review.session import Session
from tests.reports.hostile import EVIL, spoil

Begin = Callable[..., Session]


def drive(
    session: Session, *keys: str, size: tuple[int, int] = (80, 24), encoding: str = "utf-8"
) -> list[str]:
    """Presses keys and gives the lines of the screen then; ``=text`` types, ``@WxH`` resizes."""
    (shown,) = scenes(session, keys, size=size, encoding=encoding)
    return shown


def scenes(
    session: Session,
    *acts: Sequence[str],
    size: tuple[int, int] = (80, 24),
    encoding: str = "utf-8",
) -> list[list[str]]:
    """The screen after each of several acts in one session; see :func:`drive`."""

    async def run() -> list[list[str]]:
        app = Review(session, "the-case", encoding)
        found = []
        async with app.run_test(size=size) as pilot:
            await settle(app, pilot)
            for keys in acts:
                for key in keys:
                    await press(key, pilot)
                    await settle(app, pilot)
                found.append(lines(app))
        return found

    return asyncio.run(run())


async def press(key: str, pilot: Pilot[None]) -> None:
    if key.startswith("="):
        await pilot.press(*("space" if c == " " else c for c in key[1:]))
    elif key.startswith("@"):
        width, height = key[1:].split("x")
        await pilot.resize_terminal(int(width), int(height))
    else:
        await pilot.press(key)


async def settle(app: Review, pilot: Pilot[None]) -> None:
    """Waits until what a key has set going is done: windows are opened by workers."""
    await pilot.pause()
    await pilot.pause()
    for _ in range(200):
        if not getattr(app.screen, "_settling", False):
            return
        await asyncio.sleep(0.02)


def lines(app: Review) -> list[str]:
    """What stands on the screen, by Textual's own picture of it."""
    picture = app.export_screenshot()
    width, height = app.size
    rows = [[" "] * width for _ in range(height)]
    for x, length, row, text in re.findall(
        r'<text[^>]*? x="([\d.]+)" [^>]*?textLength="([\d.]+)" '
        r'clip-path="url\(#[^)]*-line-(\d+)\)">(.*?)</text>',
        picture,
    ):
        shown = html.unescape(text).replace("\xa0", " ")
        column = round(float(x) / CELL)
        assert round(float(length) / CELL) == cell_len(shown)
        rows[int(row)][column : column + len(shown)] = shown
    return ["".join(row).rstrip() for row in rows]


CELL = 12.2
"""Width of a column in the picture."""


def said(shown: list[str]) -> str:
    return "\n".join(shown)


def test_one_screen_holds_all_that_a_verdict_needs(begin: Begin) -> None:
    shown = said(drive(begin()))
    for part in (
        "the-case · anna",
        "1 of 5 · 0 done · 5 left (≠ 3 → 1 = 1)",
        "How many workers were killed",
        "1 of 2\n",
        "≠ conflict (figures) 0.90",
        "3 workers killed against 9 workers killed",
        "North Daily · 2 March 2021",
        "said by county rescue service",
        "Three workers were killed when flames",
        "Southern Post · 2 March 2021",
        "said by Ana Berg",
        "Nine workers were killed in the fire",
        "Cluster of A and B: ≠ disputed, 3 outlets, 3 origins; 1 other claim",
        "About 10 workers",
        "c conflict  u update  a agree  s scope  d different  x unsure",
    ):
        assert part in shown, shown


def test_one_key_decides_and_goes_on(begin: Begin, log: Log) -> None:
    shown = [said(scene) for scene in scenes(begin(), *VERDICTS)]
    assert [event.opinion for event in log.read()[0]] == list(VERDICTS.values())
    assert "2 of 5 · 1 done · 4 left" in shown[0]
    for scene, opinion in zip(shown, VERDICTS.values(), strict=True):
        assert f"{opinion} (z undoes)" in scene


def test_space_skips_and_the_arrows_go_to_neighbours(begin: Begin, log: Log) -> None:
    shown = scenes(begin(), ["space"], ["left"], ["right", "right"], ["left", "left", "left"])
    places = ["2 of 5", "1 of 5", "3 of 5", "1 of 5"]
    assert all(f"{place} · 0 done" in said(s) for place, s in zip(places, shown, strict=True))
    assert "that is the end of the queue" in said(shown[-1])
    assert log.read()[0] == ()


def test_undo_and_redo(begin: Begin) -> None:
    undone, no_more = scenes(begin(), ["c", "u", "z", "z"], ["z"])
    assert "0 done" in said(undone)
    assert "undone: ≠ conflict" in said(undone)
    assert "nothing to undo" in said(no_more)
    redone, no_more = scenes(begin(), ["y", "y"], ["y"])
    assert "2 done" in said(redone)
    assert "done again: → update" in said(redone)
    assert "nothing to redo" in said(no_more)


def test_letters_typed_into_a_note_decide_nothing(begin: Begin, log: Log) -> None:
    shown = said(drive(begin(), "n", "=cuasdx [b] z", "enter"))
    ((note,), _) = log.read()
    assert (note.act, note.text) == ("note", "cuasdx [b] z")
    assert "note by anna: cuasdx [b] z" in shown
    assert "1 of 5 · 0 done" in shown


def test_escape_drops_what_was_typed(begin: Begin, log: Log) -> None:
    shown = said(drive(begin(), "n", "=half a thought", "escape", "space"))
    assert log.read()[0] == ()
    assert "2 of 5" in shown


def test_a_tag_goes_on_and_off(begin: Begin) -> None:
    on, off = scenes(begin(), ["t", "=desk", "enter"], ["t", "=desk", "enter"])
    assert "tags: desk" in said(on)
    assert "tag off: desk" in said(off)
    assert "tags: desk" not in said(off)


def test_filter_search_and_jump(begin: Begin) -> None:
    clear = ["ctrl+a", "ctrl+k"]
    shown = scenes(
        begin(),
        ["f", "=kind:date", "enter"],
        ["f", *clear, "=kind:odd", "enter"],
        [*clear, "=volcano", "enter"],
        ["f", *clear, "enter"],
        ["slash", "=opened", "enter"],
        ["slash", *clear, "=volcano", "enter"],
        ["g", "=4", "enter"],
        ["g", "=zz", "enter"],
        ["slash", *clear, "=ana berg", "enter", "slash", "enter"],
    )
    expected = (
        ["kind:date", "1 of 1"],
        ["none of figure"],
        ["Nothing meets this filter"],
        ["1 of 5"],
        ["3 of 5"],
        ["no 'volcano'"],
        ["4 of 5"],
        ["no 'zz'"],
        ["1 of 5"],  # from 4 by way of 5
    )
    for scene, parts in zip(shown, expected, strict=True):
        for part in parts:
            assert part in said(scene), said(scene)


def test_the_list_of_the_queue_leads_to_a_relation(begin: Begin) -> None:
    listed, gone, back = scenes(begin(), ["a", "l"], ["=1934", "enter"], ["l", "escape"])
    assert "= ≠ figure" in said(listed)  # mine before the tool's
    assert "1 January 1931 / 1 January 1934" in said(listed)
    assert "3 of 5" in said(gone)
    assert "3 of 5" in said(back)


def test_the_whole_article_stands_in_a_pane_with_the_quote_in_view(
    begin: Begin, case: Reconciliation
) -> None:
    long = "\n".join(f"Line {number} says nothing." for number in range(400))
    articles = tuple(
        dataclasses.replace(a, text=a.text + "\n\n" + long) if a.id == "late" else a
        for a in case.articles
    )
    rec = dataclasses.replace(case, articles=articles)
    one, two, closed, end, home, beside = map(
        said,
        scenes(
            begin(rec=rec),
            ["1"],
            ["2"],
            ["2"],
            ["space", "2", "end"],
            ["home"],
            ["left", "1", "@200x50"],
        ),
    )
    assert "Its owner was not at home." in one
    assert "Southern Post" not in one
    assert "The night was clear." in two
    assert "Southern Post" in closed
    assert "Line 399 says nothing." in end
    assert "About 10 workers" in home
    assert "Its owner was not at home." in beside
    assert "Southern Post" in beside


def test_a_quote_far_down_is_in_view(begin: Begin, case: Reconciliation) -> None:
    head = "\n".join(f"Line {number} says nothing." for number in range(400)) + "\n\n"

    def moved(record: object) -> object:
        if getattr(record, "article", "") != "south":
            return record
        start = record.start + len(head)  # type: ignore[attr-defined]
        return dataclasses.replace(record, start=start, end=record.end + len(head))  # type: ignore

    rec = dataclasses.replace(
        case,
        articles=tuple(
            dataclasses.replace(a, text=head + a.text) if a.id == "south" else a
            for a in case.articles
        ),
        claims=tuple(map(moved, case.claims)),  # type: ignore[arg-type]
    )
    for size in ((80, 24), (200, 50)):
        shown = said(drive(begin(rec=rec), "2", size=size))
        assert "Line 399" in shown
        assert "Nine workers were killed" in shown[shown.index("Line 399") :]


def test_what_follows_is_shown_before_a_split_is_made(begin: Begin, log: Log) -> None:
    choice, asked, kept = map(said, scenes(begin(), ["S"], ["enter"], ["n"]))
    assert "Which claim leaves its cluster?" in choice
    assert "B Southern Post" in choice
    assert "Do it?  y yes  n no" in asked
    assert "becomes" in asked
    assert "disputed" in asked
    assert "nothing changed" in kept
    assert log.read()[0] == ()
    done, undone = map(said, scenes(begin(), ["S", "enter", "y"], ["z"]))
    assert "split off its cluster: Three" in done
    assert "undone: split off" in undone
    assert [event.act for event in log.read()[0]] == ["split", "undo"]


def test_clusters_are_merged_and_names_decided_the_same_way(begin: Begin, log: Log) -> None:
    merged, asked, _ = map(
        said,
        scenes(
            begin(),
            ["g", "=4", "enter", "M", "enter", "y"],
            ["N", "=lind", "enter", "enter"],
            ["y"],
        ),
    )
    assert "clusters merged" in merged
    assert "Lindholm is NOT Lindholm mill" in asked
    assert [event.act for event in log.read()[0]] == ["merge", "not_same_name"]
    assert log.read()[0][1].names == ("Lindholm", "Lindholm mill")


def test_a_status_follows_a_decision_by_itself(begin: Begin) -> None:
    """With both clashes decided away, the cluster is disputed no more (a later toll stands)."""
    session = begin()
    session.decide("agree")
    session.decide("agree")
    shown = said(drive(session, "g", "=1", "enter"))
    assert "Cluster of A and B: → superseded" in shown


def test_another_reviewers_decision_is_shown_as_it_comes(
    begin: Begin, case: Reconciliation, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "POLL", 0.05)
    session = begin()
    assert session.current is not None
    relation = session.current.id

    async def run() -> str:
        app = Review(session, "the-case")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            log.append(decide(case, relation, "update", "ben [b]"))
            for _ in range(100):
                await asyncio.sleep(0.05)
                if "ben [b] decided" in said(lines(app)):
                    break
            return said(lines(app))

    shown = asyncio.run(run())
    assert "ben [b]: → update" in shown
    assert "ben [b] decided → update" in shown
    shown = said(drive(begin(), "c", "left"))
    assert "you decided ≠ conflict" in shown
    assert "reviewers disagree" in shown


def test_a_stale_decision_is_shown_with_what_changed_and_asked_again(
    begin: Begin, case: Reconciliation
) -> None:
    drive(begin(), "c")
    changed = tuple(
        dataclasses.replace(r, values=("3 workers killed", "8 workers killed"))
        if r.score == 0.9
        else r
        for r in case.relations
    )
    rec = dataclasses.replace(case, relations=changed)
    shown = said(drive(begin(rec=rec)))
    assert "1 of 5 · 0 done" in shown
    assert "you had decided ≠ conflict" in shown
    assert "the values compared were 3 workers killed / 9 workers killed" in shown
    assert "now 3 workers killed / 8 workers killed" in re.sub(r"\s+", " ", shown)
    assert "1 done" in said(drive(begin(rec=rec), "c"))


def test_every_size_is_usable(begin: Begin, log: Log) -> None:
    sizes = ("80x24", "60x20", "40x12", "120x40", "200x50", "20x6")
    keys = ("c", "left", "1", "1", "question_mark", "escape", "l", "escape")
    shown = scenes(begin(), *((f"@{size}", *keys) for size in sizes))
    assert len(log.read()[0]) == len(sizes)
    for size, scene in zip(sizes, shown, strict=True):
        assert any("1 done" in line for line in scene) or size == "20x6"


def test_a_resize_lays_the_sides_out_anew(begin: Begin) -> None:
    stacked, beside, again = scenes(begin(), [], ["@200x50"], ["@80x24"])
    assert not any("North Daily" in line and "Southern Post" in line for line in stacked)
    assert any("North Daily" in line and "Southern Post" in line for line in beside)
    assert again == stacked


def test_without_colour_signs_and_attributes_tell(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def run() -> tuple[str, str]:
        app = Review(begin(), "the-case")
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            return said(lines(app)), app.export_screenshot()

    shown, picture = asyncio.run(run())
    assert "≠ conflict" in shown
    colours = set(re.findall(r"fill: (#[0-9a-f]{6})", picture))
    assert colours <= {"#c5c8c6", "#868887", "#292929"}  # the picture's own, and these dimmed


def test_an_ascii_terminal_gets_ascii_of_the_same_width(begin: Begin) -> None:
    keys = ([], ["1"], ["1", "question_mark"], ["escape", "S"])
    plain, full = scenes(begin(), *keys, encoding="ascii"), scenes(begin(), *keys)
    for ascii_, other in zip(plain, full, strict=True):
        assert said(ascii_).isascii()
        assert not said(other).isascii()
        assert [len(line) for line in ascii_] == [cell_len(line) for line in other]
    assert "! conflict" in said(plain[0])


def test_what_an_article_holds_neither_acts_nor_breaks_the_screen(
    begin: Begin, case: Reconciliation, log: Log
) -> None:
    rec = spoil(case)
    end, shown = map(
        said,
        scenes(
            begin(rec=rec),
            ["1", "end"],
            ["1", "l", "escape", "S", "escape", "N", "escape", "t", "=[b]", "enter", "c"],
            size=(200, 50),
        ),
    )
    assert "␛[2J" in end
    assert EVIL[:10] in end
    for screen_ in (end, shown):
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", screen_)
    assert [event.act for event in log.read()[0]] == ["tag", "verdict"]


def test_a_full_disk_is_said_and_the_relation_stays(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin()

    def full(*args: object) -> None:
        raise StoreError("cannot write to the decisions: disk [full]")

    monkeypatch.setattr(Log, "append", full)
    decided, noted = map(said, scenes(session, ["c"], ["n", "=x", "enter"]))
    assert "NOT WRITTEN: cannot write to the decisions: disk [full]" in decided
    assert "1 of 5 · 0 done" in decided
    assert "NOT WRITTEN" in noted


def test_help_names_every_key_and_each_is_bound(begin: Begin) -> None:
    shown = said(drive(begin(), "question_mark", size=(120, 60)))
    for key in KEYS:
        assert key.does in shown
    bound = {key for binding in screen.ReviewScreen.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert {key.key for key in KEYS} <= bound
    for key in KEYS:
        name = key.action.partition("(")[0]
        assert hasattr(screen.ReviewScreen, f"action_{name}")


def test_a_case_with_nothing_flagged_says_so_and_keys_do_no_harm(
    begin: Begin, case: Reconciliation
) -> None:
    empty = dataclasses.replace(case, relations=())
    keys = ("c", "space", "right", "z", "y", "1", "w", "n", "t", "S", "M", "N", "full_stop")
    assert "Nothing was flagged" in said(drive(begin(rec=empty), *keys))


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0", "SSH_CONNECTION": "1 2"}, "linux", False),
        ({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, "linux", False),
        ({}, "darwin", True),
        ({"SSH_CLIENT": "x"}, "darwin", False),
    ],
)
def test_a_browser_opens_only_where_the_reviewer_sees_it(
    environ: dict[str, str], platform: str, expected: bool
) -> None:
    assert browsing.can_open(environ, platform) is expected


@pytest.mark.parametrize(
    ("url", "opened"),
    [
        ("https://news.example/a?b=c", True),
        ("http://news.example/", True),
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("https://x.example/\x1b]0;owned", False),
        ("--help", False),
        ("", False),
    ],
)
def test_only_web_addresses_are_opened(
    monkeypatch: pytest.MonkeyPatch, url: str, opened: bool
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(browsing.webbrowser, "open", lambda url: asked.append(url) or True)
    assert browsing.open_address(url) is opened
    assert asked == ([url] if opened else [])


@pytest.mark.parametrize(
    ("url", "over_ssh", "expected"),
    [
        ("https://north.example/fire", True, "https://north.example/fire"),
        ("https://north.example/fire", False, "opened https://north.example/fire"),
        ("javascript:alert(1)", False, "not opened, no http address: javascript:alert(1)"),
        ("", False, "no address is known for A"),
    ],
)
def test_the_address_is_opened_or_shown(
    begin: Begin,
    case: Reconciliation,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    over_ssh: bool,
    expected: str,
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(browsing.webbrowser, "open", lambda url: asked.append(url) or True)
    monkeypatch.setattr(browsing, "can_open", lambda environ: not over_ssh)
    articles = tuple(dataclasses.replace(a, url=url) for a in case.articles)
    shown = said(drive(begin(rec=dataclasses.replace(case, articles=articles)), "w"))
    assert expected in shown
    assert asked == ([url] if expected.startswith("opened") else [])
