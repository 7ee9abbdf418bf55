"""Persons whom a claim names only in its speaker: "Nora Lind's family said", "the aunt of Nora
Lind told"."""

from __future__ import annotations

import re

from reconcile.views import View

_WORD = r"(?<![\w’'-])[A-Z][\w’'-]{0,40}\w"
_NAME = rf"{_WORD}(?: [A-Z]\.)?(?: (?:de |la |van |bin )?{_WORD}){{1,2}}"
_KIN = (
    r"(?:family|relatives?|parents?|mother|father|mom|dad|brothers?|sisters?|siblings?|sons?|"
    r"daughters?|wife|husband|widow|girlfriend|boyfriend|fianc[eé]e?|cousins?|aunts?|uncles?|"
    r"niece|nephew|grand(?:mother|father|parents?|son|daughter)|neighbou?rs?|friends?|"
    r"roommates?|co-?workers?|lawyers?|attorneys?|loved ones)"
)
_OF = re.compile(
    rf"(?P<of>{_NAME})['’]s? (?:[a-z-]+ ){{0,3}}?{_KIN}\b"
    rf"|\b(?i:{_KIN}) (?:members? )?(?:of|for) (?:the late )?(?:\d{{1,2}}-year-old )?"
    rf"(?P<for>{_NAME})"
)


def named_by_kin(view: View) -> tuple[str, ...]:
    """Names, as written, of those whose kin, friends or lawyers a claim has for its source; empty
    where the source is anybody else, or nobody."""
    speaker = view.claim.speaker
    if speaker is None:
        return ()
    written = view.article.text[speaker.start : speaker.end]
    return tuple(match["of"] or match["for"] for match in _OF.finditer(written))
