"""Words for peoples and faiths, which name nobody when they stand alone."""

from __future__ import annotations

from claims.words import words

DEMONYMS = words(
    "afghan african albanian alawite algerian american arab argentine armenian asian assyrian "
    "australian austrian azeri bahraini bangladeshi belarusian belgian bosnian brazilian "
    "british bulgarian burmese cambodian canadian caucasian chechen chilean chinese christian "
    "circassian colombian croatian cuban cypriot czech danish druze dutch egyptian emirati "
    "english eritrean estonian ethiopian european filipino finnish french gazan georgian "
    "german greek gulf hungarian icelandic indian indonesian iranian iraqi irish islamic "
    "islamist israeli italian japanese jewish jihadist jordanian kazakh kenyan korean kurdish "
    "kurd kuwaiti kyrgyz latvian lebanese libyan lithuanian malaysian maronite mexican "
    "moroccan muslim nigerian norwegian omani pakistani palestinian persian peruvian polish "
    "portuguese qatari roman romanian russian rwandan salafi saudi scottish serbian serb shia "
    "shiite shi'ite slovak slovenian somali spanish sudanese sunni swedish swiss syrian "
    "taiwanese tajik takfiri thai tibetan tunisian turkic turkish turk turkmen turkoman "
    "ugandan ukrainian uzbek venezuelan vietnamese welsh western yazidi yemeni zionist "
    "hispanic latino democratic republican soviet sufi wahhabi baathist communist northern "
    "southern eastern central"
)
"""Lower case, singular."""

COUNTRIES = words(
    "afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain "
    "bangladesh belarus belgium bolivia bosnia brazil britain bulgaria cambodia cameroon canada "
    "chad chile china colombia congo croatia cuba denmark ecuador egypt england eritrea estonia "
    "ethiopia europe finland france gabon georgia germany ghana greece guatemala guinea haiti "
    "hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kenya "
    "kosovo kuwait latvia lebanon liberia libya lithuania macedonia malaysia mali malta mexico "
    "moldova mongolia montenegro morocco mozambique myanmar namibia nepal nicaragua niger "
    "nigeria norway oman pakistan palestine panama peru poland portugal qatar romania russia "
    "rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden "
    "switzerland syria taiwan tanzania thailand tunisia turkey uganda ukraine uruguay "
    "uzbekistan venezuela vietnam wales yemen zambia zimbabwe"
)
"""Names of countries in one word, lower case (UN members and parts of the United Kingdom)."""

_TAILS = ("-backed", "-led", "-allied", "-held", "-based", "-made", "-run", "-controlled")


def is_demonym(word: str) -> bool:
    """Whether ``word`` is one, also in the plural, doubled ("Turkish-Syrian") or in "-backed"."""
    lower = word.casefold().replace("’", "'")
    for tail in _TAILS:
        lower = lower.removesuffix(tail)
    parts = [part for part in lower.split("-") if part]
    return bool(parts) and all(p in DEMONYMS or p.removesuffix("s") in DEMONYMS for p in parts)
