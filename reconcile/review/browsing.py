"""Whether a web address may be opened here, and opening it."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Mapping

from reports.escape import web_address


def can_open(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a browser would open before the reviewer's eyes.

    Not over ssh, where it would open on the other machine; and not without a display, where
    ``webbrowser`` would start a text browser in the middle of the session.
    """
    if any(name in environ for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")):
        return False
    graphical = any(environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    return platform in ("darwin", "win32") or graphical


def open_address(url: str) -> bool:
    """Opens ``url`` in the browser; False where it is no ``http`` or ``https`` address, or no
    browser came up."""
    return bool(web_address(url)) and webbrowser.open(url)
