"""How surely two bare texts contradict each other, by weights learnt for them alone.

A logistic regression (``benchmarks/train_texts.py``) over what the comparators found and how much
of the shorter text the longer one has. Without anything found there is no contradiction: what a
text leaves out it does not deny.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Sequence
from importlib.resources import files

from reconcile.bare.aligning import Aligned, one_thing
from reconcile.bare.predicates import negated
from reconcile.bare.records import Rival
from reconcile.findings import held
from reconcile.weighing import Features, Model, read_model

CLASSES = ("other", "contradiction")

LITTLE = 2
"""Words missing beside the value from which on the longer text tells of something else."""

_WITH_BRIEF = ("covered", "all", "topic", "one thing", "likeness", "found")
"""What tells more of a longer text of one sentence than of a whole story."""


def rival_features(rival: Rival, around: frozenset[str] = frozenset()) -> Features:
    """What is weighed of one rival: what it is, and what stands around it (``around``)."""
    signs = sorted(rival.signs | around)
    return {rival.rule: 1.0} | {f"{rival.rule}:{sign}": 1.0 for sign in signs}


def around(aligned: Aligned, rival: Rival) -> frozenset[str]:
    """How much of what stands around the rival the longer text has: all else, or little."""
    own = rival.values[0].split()
    rest = sum(word.text not in own for word in aligned.missing)
    topic = [w.at for w in aligned.short.content() if w.at in aligned.topic]
    signs = {
        "one thing": one_thing(aligned),
        "rest": not rest,
        "little": rest >= LITTLE,
        "topic": all(at in aligned.partner for at in topic),
    }
    return held(signs)


def features(aligned: Aligned, found: Sequence[Rival], likeness: float) -> Features:
    """What of two texts is weighed: what was found, and what else they share.

    Args:
        aligned: The shorter text laid on the longer.
        found: What the comparators found.
        likeness: Highest cosine of the embeddings of any two claims; 0 where there are none.
    """
    said, missing, thing = aligned.said, aligned.missing, one_thing(aligned)
    topic = [w for w in aligned.short.content() if w.at in aligned.topic]
    told: Features = {
        "covered": 1 - len(missing) / max(1, len(said)),
        "all": float(not missing),
        "topic": sum(w.at in aligned.partner for w in topic) / max(1, len(topic)),
        "one thing": float(thing),
        "length": math.log1p(len(aligned.long.words)) - 3,
        "said": math.log1p(len(said)) - 1,
        "likeness": likeness,
        "negated": float(negated(aligned)),
        "found": float(bool(found)),
    }
    for name in [f"missing:{word.sort}" for word in missing]:
        told[name] = min(3.0, told.get(name, 0.0) + 1)
    for rival in found:
        told |= rival_features(rival, around(aligned, rival))
    brief = float(len({w.sentence for w in aligned.long.words}) == 1)
    told |= {f"brief:{name}": brief * told[name] for name in _WITH_BRIEF}
    return told | {"brief": brief, "found:covered": told["found"] * told["covered"]}


@functools.cache
def model() -> Model:
    """The learnt weights."""
    told = files("reconcile.bare").joinpath("weights.json").read_text("utf-8")
    return read_model(json.loads(told)["texts"])


def foremost(aligned: Aligned, found: Sequence[Rival]) -> Rival:
    """The rival that speaks most for a contradiction: the reason that is given."""

    def weight(rival: Rival) -> float:
        weighed = rival_features(rival, around(aligned, rival))
        shares = model().reasons(weighed, "contradiction")
        return sum(share for _, share in shares)

    return max(found, key=weight)
