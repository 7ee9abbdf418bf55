"""Kinds of premises that a text names: a home, a warehouse, a bar, a church."""

from __future__ import annotations

import re

_A = r"(?:the|a|an|his|her|their|its|one|another|this|that|\w+['’]s?)"

_WORDS = {
    "home": r"home|house|apartment(?: building| complex)?|residence|townhouse|townhome|duplex|"
    r"mobile home|trailer|condo(?:minium)?|dwelling|residential building|tenement",
    "works": r"warehouse|industrial (?:building|unit|site|park|complex)|factory|plant|workshop|"
    r"mill|foundry|sawmill|quarry",
    "store": r"store|shop|supermarket|market|mall|gas station|pharmacy|laundromat|barbershop|"
    r"barber shop|salon|bodega|deli|bank|pawn shop",
    "bar": r"bar|club|nightclub|lounge|tavern|pub|restaurant|diner|cafe|café|hotel|motel|"
    r"casino|inn",
    "worship": r"church|mosque|temple|synagogue|chapel|shrine",
    "school": r"school|college|university|classroom|kindergarten|nursery|day ?care",
    "stage": r"theater|theatre|cinema|arena|stadium|concert hall|museum",
    "law": r"courthouse|police station|barracks",
}
"""Kind of premises to the words for it; two kinds are never one place, while a lounge may be a
restaurant, and a home a flat. Hospitals and jails are where people are brought."""

_NO_OTHER = (
    r"(?!['’]s|s\b|-| (?:parking|lot|yard|grounds|shooting|attack|killing|slaying|party|worker|"
    r"employee|owner|manager|guard|driver|bus|student|teacher|board|district|resident|complex['’]s|"
    r"security|staff|van|car|truck|office|door|window|street|road|avenue|drive|in which|"
    r"where (?:he|she) lived))"
)
PREMISES = {
    kind: re.compile(
        rf"\b(?:in|inside|within|at) (?:{_A} )(?!(?:front|back|rear|side)\b)"
        rf"(?:[\w’'-]+ ){{0,3}}?(?P<what>{words})\b{_NO_OTHER}",
        re.IGNORECASE,
    )
    for kind, words in _WORDS.items()
}
"""How a text says that something was in or at premises of a kind."""

_OF_THE_WHOLE = re.compile(
    r"\b(?:it (?:all )?(?:happened|occurred|unfolded|began|took place)|"
    r"(?:shooting|stabbing|attack|incident|homicide|slaying|violence|gunfire|blast|explosion)s?)\b"
    r"(?:(?!\b(?:when|after|before|and|as|who|victims?)\b)[^,;]){0,60}$",
    re.IGNORECASE,
)


def of_the_whole(text: str, start: int) -> bool:
    """Whether what stands at an offset says where an attack was, and not one of those hit: "it
    happened in a store", "the shooting inside a store"."""
    return _OF_THE_WHOLE.search(text[:start]) is not None
