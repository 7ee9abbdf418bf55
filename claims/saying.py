"""Words of saying: verbs and nouns that hand a statement to a source."""

from __future__ import annotations

NEUTRAL = frozenset(
    "say tell add report state announce explain note describe write recount quote cite inform "
    "mention declare stress estimate believe think hear recall continue reply answer ask "
    "comment remark observe tweet post read put".split()
)
"""Verbs that only hand over the words."""

COMMITTING = frozenset(
    "reveal confirm acknowledge admit show find disclose prove document verify point "
    "establish concede".split()
)
"""Verbs by which the outlet takes the content for true."""

DISTANCING = frozenset(
    "claim allege assert insist maintain contend suggest accuse purport argue warn vow "
    "threaten promise pledge hint speculate boast".split()
)
"""Verbs by which the outlet keeps its distance."""

DENYING = frozenset("deny reject dismiss refute dispute rebuff".split())
"""Verbs whose content the source says is not so."""

SAYING = NEUTRAL | COMMITTING | DISTANCING | DENYING
"""All verb lemmas of saying."""
