"""Finite forms of English verbs, for a participle that becomes a sentence.

The irregular forms are those of the verbs that news tells results with; any other verb is
regular. Source: the table of irregular verbs in Quirk et al., *A Comprehensive Grammar of the
English Language* (1985), chapter 3.
"""

from __future__ import annotations

from claims.words import words

_IRREGULAR = dict(
    pair.split(":")
    for pair in words(
        "leave:left take:took bring:brought send:sent hit:hit strike:struck break:broke "
        "cut:cut set:set put:put lose:lost win:won shoot:shot drive:drove give:gave make:made "
        "go:went come:came see:saw fall:fell rise:rose flee:fled fight:fought hold:held "
        "keep:kept find:found get:got begin:began seek:sought spread:spread bear:bore "
        "build:built burst:burst buy:bought catch:caught deal:dealt draw:drew eat:ate "
        "feed:fed feel:felt fly:flew forget:forgot freeze:froze grow:grew hang:hung "
        "hear:heard hide:hid hurt:hurt know:knew lay:laid lead:led lend:lent let:let lie:lay "
        "light:lit mean:meant meet:met overrun:overran overtake:overtook pay:paid read:read "
        "rebuild:rebuilt retake:retook run:ran say:said sell:sold shake:shook shed:shed "
        "show:showed shut:shut sink:sank speak:spoke spend:spent split:split stand:stood "
        "steal:stole sweep:swept swear:swore tear:tore tell:told think:thought throw:threw "
        "undergo:underwent wear:wore withdraw:withdrew withstand:withstood write:wrote be:was "
        "have:had do:did become:became blow:blew bleed:bled bind:bound choose:chose "
    )
)
_VOWELS = frozenset("aeiou")
_DOUBLING = words(
    "stop trap strip slip wrap rob grab plan ban drop ship step plot spot clip tap tip pin "
    "rip stab chop flip grip jam mob nab net pop scrap shred skip slam snap stun tag trim "
    "whip equip commit admit permit submit refer prefer occur compel expel control repel "
    "rebel propel"
)


def past(lemma: str) -> str:
    """The past tense: ``kill`` gives ``killed``, ``leave`` gives ``left``."""
    if lemma in _IRREGULAR:
        return _IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    if lemma in _DOUBLING:
        return lemma + lemma[-1] + "ed"
    return lemma + "ed"


def third_person(lemma: str) -> str:
    """The present with he, she or it: ``kill`` gives ``kills``, ``crush`` ``crushes``."""
    special = {"have": "has", "be": "is", "do": "does", "go": "goes"}
    if lemma in special:
        return special[lemma]
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"
