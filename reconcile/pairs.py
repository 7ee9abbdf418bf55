"""Pairs of texts to verdicts: what ``reconcile judge`` does."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from claims.extract import extract, unify
from claims.records import Verdict
from reconcile.bare.judging import CONTRADICTION, Compared, compare, contradiction
from reconcile.bare.statements import plain
from reconcile.embedding import Encoder, Vectors
from reconcile.findings import Alignment, Judgement, Match, Part
from reconcile.judge import Laid, clashed, event_probability, lay, sentence, unclashed
from reconcile.overlap import overlap_features
from reconcile.reading.records import Reader, Reading
from reconcile.reading.rivals import doubt, read_texts, reason, rival_words
from reconcile.sides import Pair, Side, article_of, excerpt_of, of_text
from reconcile.stories import lead, link
from reconcile.texts import text_features
from reconcile.trees import Trees
from reconcile.views import View, views
from reconcile.weighing import Clash, Features, Model, logit, model, shared_features, trees

CLASH = 0.6
"""Least probability of a conflict for two texts to be said to clash; of a conflict or an update,
where an update is the likelier."""

READ = 0.705
"""Least probability of a conflict for two texts to be said to clash in words that no comparator
knows, but that are read as a clash."""

DOUBT = 0.4
"""Least probability of a conflict for the reason of an agreement to name words that may clash."""

VERDICTS: tuple[Verdict, ...] = ("agree", "scope", "different")
"""What two texts that do not clash may be to each other."""

REASONS: dict[Verdict, str] = {
    "agree": "The two tell of one thing, and nothing that was read in them differs.",
    "scope": "The two tell of one event, and of other parts of it.",
    "different": "The two share too little to be about one event.",
}
"""What is said where no single comparison gives the reason."""

_NONE = Part(Match.MISSING)
NOTHING = Judgement(
    "different", (), (), "One of the texts states nothing.", 0.0, 0.0,
    Alignment(0.0, 0.0, 0.0, 0.0, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE,
              frozenset()),
)  # fmt: skip
"""What is said of a pair of which one text holds no claim."""


def judge_pair(pair: Pair, encoder: Encoder, reader: Reader | None = None) -> Judgement:
    """Judges one pair of texts by the claims of both, and by what a reader reads in them as they
    stand; by the claims alone where there is none.

    Raises:
        ReconcileError: A model cannot be loaded.
    """
    return judge_meeting(pair, meet(pair, encoder, reader))


def judge_meeting(pair: Pair, meeting: Meeting) -> Judgement:
    """Judges two texts whose claims have met; of bare texts their statements word by word too."""
    laid = meeting.laid()
    judged = _judge_claims(pair, meeting, laid)
    if pair.bare:
        judged = _judge_bare(pair, meeting, judged)
    return judged if judged.verdict == "conflict" else _judge_read(pair, meeting, laid, judged)


def _judge_read(pair: Pair, meeting: Meeting, laid: Sequence[Laid], judged: Judgement) -> Judgement:
    """Says a conflict in words that are read as one, where all that is weighed says so; that there
    may be one, where it is not sure enough."""
    told = read_clash(pair, meeting, laid)
    if meeting.reading is None or told is None:
        return judged
    if judged.score < READ:
        unsure = judged.verdict == "agree" and judged.score >= DOUBT
        return (
            dataclasses.replace(judged, reason=doubt(meeting.reading, told)) if unsure else judged
        )
    return dataclasses.replace(
        judged,
        verdict="conflict",
        kinds=(meeting.reading.kind,),
        values=told,
        reason=sentence(reason(meeting.reading, told)),
        sameness=0.0,
    )


def read_clash(pair: Pair, meeting: Meeting, laid: Sequence[Laid]) -> tuple[str, str] | None:
    """The words of two texts that are read as a clash; ``None`` where none are, and where a rule
    has said what else the two texts are."""
    if any(two.told("conflict", "update", "scope") or two.parted for two in laid):
        return None
    return rival_words(meeting.reading, pair.a.text, pair.b.text)


def _judge_bare(pair: Pair, meeting: Meeting, judged: Judgement) -> Judgement:
    """What the claims do not say of two bare texts: another value, a negation, another kind."""
    compared = compare_bare(pair) if judged.verdict not in ("conflict", "update") else None
    told = contradiction(compared, meeting.nearest) if compared else None
    if told is None:
        return judged
    score = max(judged.score, told.sure)
    if told.sure < CONTRADICTION:
        return dataclasses.replace(judged, score=score)
    return dataclasses.replace(
        judged,
        verdict="conflict",
        kinds=(told.rival.kind,),
        values=told.rival.values,
        reason=sentence(told.rival.reason),
        score=score,
        sameness=0.0,
    )


def compare_bare(pair: Pair) -> Compared | None:
    """The shorter of two bare texts laid on the longer; ``None`` where there is nothing to lay."""
    return compare(
        article_of(Side(plain(pair.a.text)), "a"), article_of(Side(plain(pair.b.text)), "b")
    )


def _judge_claims(pair: Pair, meeting: Meeting, laid: Sequence[Laid]) -> Judgement:
    """Judges two texts by their claims.

    What is weighed of the texts says whether the likeliest clash of any two claims is one, then a
    strict rule does; where there is neither, the two claims that are most alike and what the texts
    share say whether they state one fact.
    """
    if not laid:
        return NOTHING
    near = max(laid, key=lambda two: two.alignment.likeness)
    worst, clash = likeliest(laid)
    features = pair_features(pair, laid, near, clash, meeting.reading)
    features |= overlap_features(meeting.first, meeting.second, meeting.likeness)
    weighed = weigh(features, model("score"), trees("score"))
    score, said = weighed["conflict"], said_clash(weighed)
    if clash is not None and said is not None:
        return dataclasses.replace(clashed(worst, clash, said), score=score)
    read = [unclashed(two) for two in laid]
    if ruled := [judgement for judgement in read if judgement.verdict == "conflict"]:
        return dataclasses.replace(max(ruled, key=lambda j: j.sameness), score=score)
    told = trees("verdict").probabilities(features)
    verdict = max(VERDICTS, key=lambda name: told[name])
    calm = max(read, key=lambda judgement: _fit(judgement, verdict))
    if calm.verdict != verdict:
        sameness = 0.0 if verdict == "different" else told[verdict]
        calm = Judgement(verdict, (), (), REASONS[verdict], 0.0, sameness, near.alignment)
    return dataclasses.replace(calm, score=score)


def weigh(features: Features, line: Model, grown: Trees) -> Mapping[str, float]:
    """How likely a conflict, an update or neither is: the mean of what a line through the signs
    says and what trees say, of which each is wrong elsewhere."""
    first, second = line.probabilities(features), grown.probabilities(features)
    return {name: (first[name] + second[name]) / 2 for name in line.classes}


def said_clash(weighed: Mapping[str, float]) -> Verdict | None:
    """What two texts with rival values are said to be; ``None`` where it is not sure enough."""
    conflict, update = weighed["conflict"], weighed["update"]
    if conflict >= CLASH:
        return "conflict"
    return "update" if conflict + update >= CLASH and update > conflict else None


def _fit(judgement: Judgement, verdict: Verdict) -> tuple[bool, float]:
    return judgement.verdict == verdict, judgement.sameness


def likeliest(laid: Sequence[Laid]) -> tuple[Laid, Clash | None]:
    """The two claims that clash most surely, and their clash; ``None`` where no values differ."""
    found = [(two, two.clash("pair")) for two in laid]
    return max(found, key=lambda row: row[1].sure if row[1] else -1.0)


def pair_features(
    pair: Pair,
    laid: Sequence[Laid],
    near: Laid,
    clash: Clash | None,
    reading: Reading | None = None,
) -> Features:
    """What of two texts is weighed: their nearest claims, their words, the likeliest clash, and
    what is read in them as they stand."""
    features = shared_features(near.a, near.b, near.alignment)
    features |= text_features(pair.a.text, pair.b.text)
    if reading is not None:
        features |= reading.features()
    features |= {f"found:{f.verdict}": 1.0 for two in laid for f in two.findings}
    features["event"] = logit(event_probability(near.alignment))
    if clash is not None:
        features["clash"] = 1.0
        features["one event"] = logit(clash.event)
        features["conflict"] = logit(clash.conflict)
        features["update"] = logit(clash.update)
    return features


@dataclasses.dataclass(frozen=True, eq=False)
class Meeting:
    """The claims of two texts, ready to be judged."""

    first: tuple[View, ...]
    second: tuple[View, ...]
    likeness: Vectors
    """Cosines, a row a claim of the first text, a column a claim of the second."""
    story: float
    reading: Reading | None = None
    """What is read in the two texts as they stand; ``None`` where nothing reads them, where one is
    empty, and where they are too long."""

    @property
    def nearest(self) -> float:
        """Highest cosine of any two claims; 0 where a text holds none."""
        return float(self.likeness.max()) if self.first and self.second else 0.0

    def laid(self) -> list[Laid]:
        """Every claim of one text laid beside every claim of the other, without what is no clash
        because both texts give both values."""
        laid = [
            lay(a, b, self.story, float(self.likeness[x, y]))
            for x, a in enumerate(self.first)
            for y, b in enumerate(self.second)
        ]
        return list(uncrossed(laid))


def uncrossed(laid: Sequence[Laid]) -> Iterator[Laid]:
    """Drops conflicts of which one value is, somewhere in the other text, compared as its own.

    Two texts that both tell of the 7th and of the 10th do not clash on either; of the labelled
    pairs none of those so dropped is a conflict.
    """
    found = [finding for two in laid for finding in two.findings]
    first = {(finding.kind, finding.values[0]) for finding in found}
    second = {(finding.kind, finding.values[1]) for finding in found}
    for two in laid:
        kept = tuple(
            f
            for f in two.findings
            if f.verdict != "conflict"
            or ((f.kind, f.values[1]) not in first and (f.kind, f.values[0]) not in second)
        )
        yield dataclasses.replace(two, findings=kept)


def meet(pair: Pair, encoder: Encoder, reader: Reader | None = None) -> Meeting:
    """Reads the claims of both texts in their contexts, and embeds those of the texts alone."""
    articles = article_of(pair.a, "a"), article_of(pair.b, "b")
    claims, _ = unify(claim for article in articles for claim in extract(article))
    seen = views(articles, claims)
    first = of_text([v for v in seen if v.article.id == "a"], pair.a)
    second = of_text([v for v in seen if v.article.id == "b"], pair.b)
    # Apart from the claims: the encoder would pad each of them to a lead's length.
    story = float(link(articles, encoder.encode([lead(a) for a in articles])).score[0, 1])
    vectors = encoder.encode([v.claim.text for v in (*first, *second)])
    likeness = vectors[: len(first)] @ vectors[len(first) :].T
    reading = read_texts(excerpt_of(pair.a), excerpt_of(pair.b), reader) if reader else None
    return Meeting(tuple(first), tuple(second), likeness, story, reading)
