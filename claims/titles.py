"""Words that stand before a name without being part of it."""

from __future__ import annotations

from claims.words import words

TITLES = words(
    "president vice prime minister premier chancellor king queen prince princess emir sheikh "
    "shaykh sultan ayatollah imam pope bishop archbishop cardinal reverend rev father mr mrs "
    "ms miss dr doctor prof professor sir dame lord lady judge justice attorney senator sen "
    "representative rep congressman congresswoman governor gov mayor councilman councilwoman "
    "councilmember ambassador envoy secretary undersecretary adviser advisor general gen "
    "lieutenant lt colonel col major maj brigadier brig captain capt sergeant sgt corporal cpl "
    "private pvt officer detective det deputy sheriff chief commander cmdr admiral adm marshal "
    "commissioner superintendent inspector spokesman spokeswoman spokesperson director "
    "chairman chairwoman chair leader coach pastor coroner prosecutor trooper foreign-minister "
    "ceo founder analyst reporter correspondent journalist del speaker candidate nominee "
    "magistrate alderman ald principal investigator classmate sophomore freshman neighbor "
    "neighbour pio "
    "archimandrite archdeacon prophet patriarch imam "
    "activist lawyer co-founder constable manager editor author pollster"
)
"""Lower case, without the full stop: "Lt." is ``lt``."""
