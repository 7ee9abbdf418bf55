"""The one holder of an office under two names."""

from __future__ import annotations

import pytest

from reconcile.facts.offices import holders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the principal, Carl Stone, who came.", [("principal", "Carl Stone")]),
        ("Principal Carl Stone came out.", [("principal", "Carl Stone")]),
        ("The school's headteacher Anna Reiss wept.", [("principal", "Anna Reiss")]),
        ("Anna Reiss, mayor of Lund, said so.", [("mayor", "Anna Reiss")]),
        ("Anna Reiss, the town's mayor, said so.", [("mayor", "Anna Reiss")]),
        ("The skipper, Juan Prado, swam ashore.", [("skipper", "Juan Prado")]),
        ("Former mayor Anna Reiss said so.", []),
        ("Deputy Mayor Anna Reiss said so.", []),
        ("Anna Reiss, the former mayor, said so.", []),
        ("The mayor said that Anna Reiss had left.", []),
        ("Officer Carl Stone came.", []),
        ("The principal cause was Carl Stone.", []),
    ],
)
def test_holders(text: str, expected: list[tuple[str, str]]) -> None:
    assert list(holders(text)) == expected
