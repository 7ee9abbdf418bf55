"""Words that spellings of names are compared by."""

from __future__ import annotations

from claims.words import words

SHORTENED = {
    "st": "street", "str": "street", "sts": "streets", "ave": "avenue", "aves": "avenues",
    "av": "avenue", "rd": "road",
    "blvd": "boulevard", "dr": "drive", "ln": "lane", "hwy": "highway", "pkwy": "parkway",
    "ct": "court", "pl": "place", "sq": "square", "dept": "department", "co": "county",
    "univ": "university", "inc": "incorporated", "corp": "corporation", "junior": "jr",
    "senior": "sr",
}  # fmt: skip
"""Last words of longer names as they are shortened (USPS Publication 28, appendix C1)."""
OPENING = {"st": "saint", "ste": "saint", "mt": "mount", "ft": "fort"}
"""First words of longer names as they are shortened."""
COMPASS = {"n": "north", "s": "south", "e": "east", "w": "west"} | {
    "ne": "northeast", "nw": "northwest", "se": "southeast", "sw": "southwest",
}  # fmt: skip
"""Beside the name of a street."""
STREETS = words("street avenue road boulevard drive lane highway parkway court place square way")
CALLED = tuple(
    frozenset(row.split())
    for row in (
        "abraham abe,albert al bert,alexander alex,andrew andy drew,anthony tony,arthur art,"
        "benjamin ben,charles charlie chuck,christopher chris,daniel dan danny,david dave,"
        "donald don,douglas doug,edward ed eddie ted,elizabeth liz beth betty,eugene gene,"
        "francis frank,frederick fred,gerald gerry jerry,gregory greg,harold harry hal,"
        "henry hank harry,jacob jake,james jim jimmy,jeffrey jeff,jennifer jen jenny,"
        "jonathan jon,joseph joe,joshua josh,katherine kate kathy,kenneth ken,lawrence larry,"
        "leonard len,margaret maggie peggy,matthew matt,michael mike,nathaniel nathan nate,"
        "nicholas nick,patricia pat patty,patrick pat,peter pete,philip phil,randall randy,"
        "raymond ray,richard rick rich dick,robert rob bob bobby,ronald ron,russell russ,"
        "samuel sam,stephen steve,steven steve,susan sue,terence terry,theodore ted,"
        "thomas tom tommy,timothy tim,victoria vicky,vincent vince,walter walt,"
        "william will bill billy,zachary zach"
    ).split(",")
)
"""Given names of English and what their bearers are called."""
GENERATIONS = words("jr sr ii iii iv")
"""What tells a father from his son; no surname."""
EXACT = GENERATIONS | words(
    "north south east west northern southern eastern western northwest northeast southwest "
    "southeast northeastern northwestern southeastern southwestern upper lower new old first "
    "second third fourth fifth sixth seventh eighth ninth tenth one two three four five city "
    "province governorate district village street road airport hospital university river "
    "lake mount school camp battalion brigade division army front party union state states"
)
"""Words that tell names apart: never spelling variants of another word."""
NOT_PERSON = EXACT | words(
    "free national united syria direct news agency tv radio group network ministry council "
    "observatory party movement jaish jabhat hayat kafr khan tel tal tell deir bab wadi "
    "jabal saint port san los fort cape islamic police department county times post media "
    "forces force house white security international democratic inn mall mission nation "
    "nations court courts park plaza center centre church club bar store market square "
    "bridge tower house home homes apartments hotel motel restaurant cafe grill lounge "
    "casino museum library stadium arena theater theatre office services service society "
    "association foundation company inc corp llc bank journal tribune herald gazette "
    "chronicle daily channel station star sun today line lines hall heights hills valley "
    "creek springs beach island bay point avenue ave boulevard blvd lane drive highway place "
    "crisis team unit bureau board court league act law bill day night week news weather "
    "sports video close skip more follow his her possession murder assault homicide "
    "community rescue fire medical committee commission federation app command ambush health "
    "children sheriff chief commissioner minister governor officer sergeant spokesman "
    "spokeswoman observers rights human army farms farm base gate crossing quarter "
    "neighborhood town alleged"
)
"""Words that no person's full name has."""
