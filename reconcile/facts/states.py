"""States and their peoples, as words for who did a thing."""

from __future__ import annotations

import functools
import re

from reconcile.views import REMEMBERED

_ROWS = """
us: us u.s. usa american americans america washington united-states
britain: british britain uk britons london
france: french france paris
germany: german germany
russia: russian russians russia moscow kremlin
ukraine: ukrainian ukrainians ukraine kiev kyiv
turkey: turkish turks turkey ankara
israel: israeli israelis israel
syria: syrian syrians syria syrias damascus
iran: iranian iranians iran tehran
iraq: iraqi iraqis iraq baghdad
saudi: saudi saudis riyadh
jordan: jordanian jordan
lebanon: lebanese lebanon
egypt: egyptian egyptians egypt
yemen: yemeni yemenis yemen
libya: libyan libyans libya
qatar: qatari qatar
emirates: emirati uae
palestine: palestinian palestinians gaza
afghanistan: afghan afghans afghanistan
pakistan: pakistani pakistanis pakistan
india: indian indians india
china: chinese china beijing
japan: japanese japan
korea: korean koreans
myanmar: burmese myanmar
nigeria: nigerian nigerians nigeria
sudan: sudanese sudan
ethiopia: ethiopian ethiopians ethiopia
eritrea: eritrean eritrea
somalia: somali somalis somalia
kenya: kenyan kenya
congo: congolese congo
rwanda: rwandan rwanda
armenia: armenian armenians armenia
azerbaijan: azerbaijani azeri azerbaijan
georgia: georgian georgians
serbia: serbian serbs serbia
kosovo: kosovan kosovo
croatia: croatian croats croatia
mexico: mexican mexicans mexico
colombia: colombian colombians colombia
venezuela: venezuelan venezuela
spain: spanish spain
italy: italian italians italy
poland: polish poland
"""
_STATE = {
    word: row.partition(":")[0]
    for row in _ROWS.strip().splitlines()
    for word in row.partition(":")[2].split()
}
_WORD = re.compile(r"\bUS\b|\b(?:U\.S\.)|[A-Za-z]+(?:-(?:led|backed|made|allied|held|born|based))?")
_APART = ("-backed", "-made", "-allied", "-held", "-born", "-based")
"""Who is backed by a state is not the state."""


def states(written: str) -> frozenset[str]:
    """The states that words for an actor name; "Turkish-backed rebels" name none.

    "us" in small letters is no state.
    """
    found = set()
    for match in _WORD.finditer(written.replace("United States", "US")):
        word = match[0]
        if word.endswith(_APART) or word == "us":
            continue
        if state := _STATE.get(word.casefold().removesuffix("-led")):
            found.add(state)
    return frozenset(found)


_RULED = re.compile(
    r"\b([A-Z][a-z]+)['’]?s? (?:Arab )?(?:government|regime|army|air force|troops|armed forces)\b"
)


def ruled(text: str) -> str:
    """Whose "the government" and "the army" of an article are: the state named most often
    before such words; empty where none is."""
    named = [s for m in _RULED.finditer(text) for s in states(m[1])]
    return max(sorted(set(named)), key=named.count, default="")


_RULER = re.compile(
    r"\b(?:[Gg]overnment|[Rr]egime) of (?:President |Prime Minister )?(?:[A-Z][\w-]+ ){0,2}?"
    r"(?:al-)?(?P<of>[A-Z][a-z]+)\b(?! [A-Z])|"
    r"(?<=[a-z] )(?:al-)?(?P<whose>[A-Z][a-z]+?)(?:['’]s?|s)? (?:regime|government)\b"
)


@functools.lru_cache(maxsize=REMEMBERED)
def rulers(text: str) -> frozenset[str]:
    """The names whose government an article tells of: "the regime of Lind", "Lind's regime"; no
    state's, no people's and no town's of which it says "in" and "near"."""
    found = {m["of"] or m["whose"] for m in _RULER.finditer(text)}
    return frozenset(n for n in found if not states(n) and not _placed(n).search(text))


def _placed(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:in|near|from|outside|around) {re.escape(name)}\b")
