"""Words that hand a statement to a source, by the shape of what they take.

The verbs are those of Levin's classes 29.5 (conjecture), 33 (judgement) and 37 (communication),
"English Verb Classes and Alternations" (1993), trimmed to what news writes.
"""

from __future__ import annotations

from claims.records import Stance
from claims.saying import COMMITTING, DENYING, DISTANCING, SAYING
from claims.words import words

SPEECH = (SAYING - words("think hear put find show prove verify establish point continue read")) | (
    words(
        "conclude indicate emphasize emphasise testify tweet clarify elaborate joke complain "
        "lament quip exclaim shout write declare reiterate caution remind relate recount "
        "summarize confess brief assure notify predict propose wrote"
    )
)
"""Verbs of speech: what stands beside them may be a bare quotation or a clause without "that"."""

OPINION = words(
    "think believe feel expect hope fear doubt wonder worry know learn agree decide determine "
    "understand figure assume realize suspect conclude imply signal find show prove point see "
    "hold demonstrate forecast rule demand recommend wish remember"
)
"""Verbs of holding something for true, or of a document showing it: only with a clause."""

INTENT = words(
    "vow pledge promise threaten agree refuse decline offer urge demand ask plan intend want "
    "hope expect vote decide propose seek call encourage order beg implore advise persuade refuse "
    "prefer prepare intend aim wish long like exhort"
)
"""Verbs of will: the content is an infinitive."""

EVENTFUL = words(
    "report announce confirm deny reject dismiss refute dispute reveal disclose claim cite "
    "describe mention acknowledge estimate note allege admit declare blame document detail "
    "outline discuss recall predict propose demand recount state publicize record emphasize "
    "stress express explain question list count register"
)
"""Verbs of speech whose object may be a happening ("reported air strikes")."""

JUDGING = words(
    "call label describe accuse blame criticize criticise attack condemn praise blast slam "
    "mock denounce support back endorse oppose reject welcome defend hail dub decry deride "
    "ridicule applaud favor favour embrace advocate champion condone approve challenge "
    "chastise compare liken consider deem view regard rate tout portray characterize slander "
    "lambaste rebuke scold berate disavow admonish assail belittle castigate celebrate censure "
    "chide commend congratulate denigrate disparage excoriate extol fault insult laud malign "
    "reprimand scorn shame thank upbraid vilify salute honor greet despise detest dislike "
    "dread envy resent respect appreciate enjoy mourn tolerate value trust envision anticipate "
    "debate weigh consider reconsider reiterate cast paint brand term frame urge seek advise "
    "unveil tweet note mention issue chant yell shout sing repeat underscore stress emphasize "
    "signal minimize downplay exaggerate explain address explore question dismiss promise "
    "pledge propose offer promote want cite discuss express demand predict suggest claim deny "
    "admire doubt fear hate love prefer acknowledge highlight echo impose prohibit approve "
    "reference trash"
)
"""Verbs of judging somebody or something: the object is what the judgement is about."""

PREPOSITIONS: dict[str, frozenset[str]] = {
    "call": frozenset(("for", "on")),
    "point": frozenset(("to",)),
    "speak": frozenset(("of", "about")),
    "talk": frozenset(("about",)),
    "complain": frozenset(("about", "of")),
    "warn": frozenset(("of", "about", "against")),
    "refer": frozenset(("to",)),
    "allude": frozenset(("to",)),
    "push": frozenset(("for",)),
    "press": frozenset(("for",)),
    "boast": frozenset(("about", "of")),
    "ask": frozenset(("for", "about")),
    "worry": frozenset(("about",)),
    "care": frozenset(("about",)),
    "object": frozenset(("to",)),
    "agree": frozenset(("with", "to", "on")),
    "disagree": frozenset(("with",)),
    "react": frozenset(("to",)),
    "comment": frozenset(("on",)),
    "elaborate": frozenset(("on",)),
    "dwell": frozenset(("on",)),
    "opt": frozenset(("for",)),
    "hint": frozenset(("at",)),
    "advocate": frozenset(("for",)),
    "vote": frozenset(("for", "against")),
    "argue": frozenset(("for", "against", "about")),
    "apologize": frozenset(("for",)),
    "insist": frozenset(("on",)),
    "focus": frozenset(("on",)),
    "joke": frozenset(("about",)),
    "inquire": frozenset(("about",)),
    "rail": frozenset(("against",)),
    "lash": frozenset(("out",)),
    "side": frozenset(("with",)),
    "believe": frozenset(("in",)),
    "think": frozenset(("of", "about")),
    "know": frozenset(("about", "of")),
    "learn": frozenset(("of", "about")),
    "hear": frozenset(("of", "about")),
    "dream": frozenset(("of", "about")),
    "wonder": frozenset(("about",)),
    "write": frozenset(("about", "of")),
    "tweet": frozenset(("about",)),
    "campaign": frozenset(("for", "against")),
    "lobby": frozenset(("for", "against")),
    "hope": frozenset(("for",)),
    "threaten": frozenset(("with",)),
    "brag": frozenset(("about",)),
    "balk": frozenset(("at",)),
    "vie": frozenset(("for",)),
    "decide": frozenset(("on", "against")),
}
"""Verbs whose content follows a preposition."""

NOUNS = words(
    "claim report statement allegation announcement warning belief fear denial rumor rumour "
    "accusation estimate assertion suggestion conclusion promise demand hope argument "
    "assurance admission notion idea theory insistence contention prediction vow pledge threat "
    "confirmation speculation declaration concern indication view opinion worry refusal plan "
    "decision proposal comment remark criticism determination desire commitment pledge offer "
    "call stance rhetoric pronouncement acknowledgment"
)
"""Nouns of saying: "the group's claim that ..."."""

DOCUMENTS = words(
    "statement report estimate figure data toll count tally document study survey poll "
    "assessment analysis message post tweet filing affidavit record statistic footage letter "
    "memo communique bulletin dispatch investigation finding research average "
    "forecast projection index census complaint affidavit warrant indictment"
)
"""Papers that speak: named by who wrote them where that is said."""

PICTURES = words("video photo photograph recording image picture map chart film")
"""Things that show something without saying it."""

SHOWING = words("show find indicate suggest put reveal detail see give list record count document")
"""Verbs by which a paper tells something with an object ("the poll shows Lee ahead")."""

BEARINGS = words(
    "worried concerned afraid confident convinced sure certain frustrated angry sceptical "
    "skeptical optimistic pessimistic hopeful adamant critical fearful wary doubtful furious "
    "unhappy happy proud disappointed outraged alarmed clear aware upset incensed coy supportive"
)
"""Adjectives of what somebody holds or feels: with a clause, or about something."""

REPLY_TO = words("tell inform assure notify brief remind warn persuade advise")
"""Verbs whose object is who was told."""

BARE = words(
    "say add tell report state explain note claim confirm announce reply write tweet declare "
    "insist warn argue stress reveal recall conclude testify recount remark"
)
"""Verbs that hand over a clause standing beside them, though the parse joins them by nothing."""

QUOTE_ONLY = words("respond continue read laugh begin conclude interject interrupt yell")
"""Verbs that hand over a quotation beside them and nothing else ("Police responded to a call")."""

SMALL_CLAUSE = words("find see hear show put hold")
"""Verbs that also take a clause without a tense: "found the man hurt" tells nothing said."""

ONLY_THAT = words("hold rule demonstrate prove")
"""Verbs whose clause is something said only with its "that"."""

SIDE = words("say cite add quote note argue claim warn insist refer accuse call")
"""Participles of the speaker beside what was said: "..., citing", "..., adding"."""

STATEMENTS = SPEECH | OPINION
ALL_VERBS = (
    STATEMENTS | QUOTE_ONLY | INTENT | EVENTFUL | JUDGING | SHOWING | frozenset(PREPOSITIONS)
)

NO_CONTENT = words(
    "nothing little it so this that these something anything more much hello goodbye goodnight "
    "no yes thing word one what which whatever them him her me us you himself herself "
    "themselves itself who"
)
"""Objects that tell nothing."""

NOT_A_SOURCE = words(
    "plan schedule law rule custom tradition size age rank need taste type kind category "
    "legend agreement script procedure protocol principle preference ability weight height "
    "reputation standard"
)
"""What may follow "according to" without being a source."""

NAMELESS = words(
    "source official activist witness resident eyewitness doctor medic diplomat analyst expert "
    "observer local people person man woman critic supporter insider aide opponent neighbor "
    "neighbour onlooker bystander survivor friend relative villager refugee fighter commander "
    "rebel soldier reporter correspondent journalist someone somebody they other many some "
    "most several few"
)
"""Heads that name nobody."""

INSTITUTIONS = words(
    "police authority military army government ministry agency observatory monitor group court "
    "department office regime opposition state council coalition organization organisation "
    "committee commission sheriff prosecutor union party parliament television tv newspaper "
    "channel network mayor president minister spokesman spokeswoman spokesperson coroner "
    "detective investigator campaign company hospital university institute watchdog statement "
    "report monitoring command force administration embassy kremlin pentagon centre center "
    "chief governor general school college district church radio station newsroom media medium"
)
"""Offices and bodies: known as themselves, even without a name of their own."""

FORCES = words("officer deputy trooper firefighter paramedic ranger")
"""Members by whom a force is meant in the plural: "officers said" is the police."""

OFFICES = words("head director leader commander founder editor owner chairman chairwoman secretary")
"""Offices that one person holds: "the head of the clinic" can be asked."""

RECORDS = words("complaint affidavit warrant indictment filing record lawsuit")
"""Papers of a court or an office: whoever doubts them can look them up."""

SPEAKING = (
    NAMELESS
    | INSTITUTIONS
    | DOCUMENTS
    | FORCES
    | words(
        "voter democrat republican candidate nominee lawmaker senator leader member student "
        "parent mother father worker team nation country judge family panel moderator host "
        "lawyer attorney protester ally rival board bank executive speaker author writer "
        "scientist economist businessman politician delegate envoy ambassador director head "
        "scholar editor owner teacher soldier militant victim suspect driver brother sister "
        "son daughter husband wife officer everyone nobody anyone everybody public community "
        "majority half none"
    )
)
"""Common nouns that can speak or want something."""

GENERIC = words("group organization organisation company network coalition")
"""Of those, the ones that tell nothing about which body it is."""

WATCHERS = words("monitor monitoring observatory watchdog")
"""Words for one kind of body: "the monitor" may be an Observatory."""

BODIES = words(
    "group monitor observatory agency organization organisation ministry statement watchdog "
    "department network channel newspaper council coalition committee company campaign"
)
"""Nouns by which an article calls a named body again: "the group"."""


def stance(lemma: str, negated: bool) -> Stance:
    """What the word of saying does to its content; a saying that did not happen distances, and
    so does a denial that did not ("did not deny")."""
    if (lemma in DENYING or lemma == "denial") and not negated:
        return "denying"
    if negated or lemma in DISTANCING or lemma in ("allegation", "accusation", "rumor", "rumour"):
        return "distancing"
    if lemma in COMMITTING or lemma in ("admission", "confirmation"):
        return "committing"
    return "neutral"
