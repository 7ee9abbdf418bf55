"""The record of one attribution."""

from __future__ import annotations

import dataclasses
from typing import Literal

from claims.records import Stance

ContentKind = Literal["statement", "attitude"]
SourceVoice = Literal["named", "anonymous"]


@dataclasses.dataclass(frozen=True, slots=True)
class Attribution:
    """One handing of words to a source. All spans are offsets into the article's text."""

    source: tuple[int, int]
    """The source as written: the noun with its modifiers, without relative clauses."""
    name: str
    """The source's words, cleaned; for a pronoun, the name of the source it certainly means."""
    cue: tuple[int, int]
    """The words of saying: ``said``, ``according to``."""
    contents: tuple[tuple[int, int], ...]
    """What was said, in the order of the text; never empty."""
    voice: SourceVoice
    via: tuple[str, ...]
    """Who passed it on ("Reuters, citing a hospital doctor": Reuters); empty if nobody."""
    stance: Stance
    """What the outlet's word of saying does to the content."""
    kind: ContentKind
    """``statement``: the content is told as so; ``attitude``: it is wished for, judged or
    promised ("vowed to go", "condemned the strike"), and nobody tells it as a fact."""
