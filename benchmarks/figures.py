"""How many figures are understood: ``python -m benchmarks.figures [--articles N]``.

**Numbers.** The English cases of Recognizers-Text (``recognizers.jsonl``): numbers, ranges and
money. A value is right when a numeral (or range, or sum of money) with that value is read. Left
out, with the reason, in ``LEFT_OUT``: what no news text holds. Cases that expect nothing are
counted apart.

**Casualties.** Articles on 200 shootings with the incident's killed and injured
(``gva_dev.jsonl``). Of the figures with the role the most frequent value is taken, the
earliest among equals. One person told of ("a man", "Ann Lee") is heard only where the article
gives no number, nobody ("no officer was hurt") only where it gives nothing else, and parts of a
number in the same state ("11 of the 58 killed") never. The data counts a dead suspect as killed
and everyone shot and not dead as injured, so where an article gives no injured it is those shot,
less the killed. Printed are: of the articles on incidents with some killed (injured), for how
many a figure is found (coverage), and of all articles in which one is found, how many are right.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from benchmarks.data import rows
from benchmarks.floors import holds
from claims.figures import find_figures, numerals, quantities
from claims.parse import parse
from claims.records import Figure
from corpus.records import Article, Sentence
from corpus.sentences import sentences

LEFT_OUT: dict[str, str] = {
    r"\^|\de[+-]?\d|x10": "powers and exponents: formulas, not news",
    r"(?:twent|thirt|fort|fift)\w*[- ](?:\w+ )?(?:\w+(?:st|nd|rd|th)s?\b)": "shares by large parts",
    r"\w+(?:-| )firsts?\b|\w+illionths?|hundredths|hundred[- ](?:and )?fifths?|hundred fifths"
    r"|thousand fifths|hundred three fifths|three and three fifths": "shares by large parts",
    r"\bover\b(?! (?:3|thirty) years)": "a over b: spoken arithmetic",
    r"\d,\d{1,2}(?!\d)(?!,\d)|\d\.\d{3},": "decimal comma: not English news",
    r"\bdo?zs\b|\b10G\b|[\d.] G\b": "abbreviations that no paper prints",
    r"^\d+(?:\.\d+){2,}|222|SCP|5/17": "parts of addresses, codes and dates: no numbers in news",
    r"out of five hundred|1 in twenty|one out of three": "ratios: given in percent, see the ranges",
    r"three-nought-four|22,24,26": "lists of single digits",
    r"[<>=]|equal|~": "signs and words of algebra",
    r"tenth and the fifteenth": "ranks: ordinals are no figures",
    r"2 in 5": "ratios: given in percent",
    r"mao|rmb|元|₡|₾|₭|ரூ|satoshi|\bsen\b|usd 20|dollar dollar|dollar 50|50 50|50 dollar"
    r"|and one and one|and two and three|c \$ 100 and fifty|1 \$|\$ 30": "money no news text holds",
}


def left_out(text: str) -> str:
    """Why a case is left out; empty when it is measured."""
    for pattern, reason in LEFT_OUT.items():
        if re.search(pattern, text, re.IGNORECASE):
            return reason
    return ""


def _close(a: float, b: float) -> bool:
    return math.isclose(a, b, rel_tol=1e-9)


def _interval(value: str) -> tuple[float | None, float | None, bool, bool]:
    low, high = value[1:-1].split(",")
    return (
        float(low) if low else None,
        float(high) if high else None,
        value[0] == "(",
        value[-1] == ")",
    )


def _range_right(text: str, value: str) -> bool:
    """Same bounds; a strict one is one off in whole numbers, shares are in percent."""
    low, high, open_low, open_high = _interval(value)
    for q in quantities(text):
        scale = 100 if q.unit == "percent" else 1
        lows = {0.0} if low is None else {low * scale, low * scale + (1 if open_low else 0)}
        highs = {None} if high is None else {high * scale, high * scale - (1 if open_high else 0)}
        if q.low in lows and q.high in highs:
            return True
    return False


def _number_right(text: str, value: str) -> bool:
    return any(_close(numeral.value, float(value)) for numeral in numerals(text))


def _found(text: str) -> list[Figure]:
    sentence = Sentence(0, len(text), text, "statement", 0)
    return [figure for parsed in parse([sentence]) for figure in find_figures(parsed)]


def _money_right(text: str, value: float) -> bool:
    """The sum is the figure's, or lies in the interval that "about" makes of it."""
    for figure in _found(text):
        low, high = figure.low, figure.high
        if not figure.unit:
            continue
        if _close(low, value) or (high is not None and _close(high, value)):
            return True
        if high is not None and figure.bound == "about" and low < value < high < 1.3 * low:
            return True
    return False


def measure_numbers(data: Iterable[dict[str, Any]], show: bool) -> float:
    """Share of expected values read; prints a line a kind of case."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    quiet, every = [0, 0], [0, 0]
    dropped: Counter[str] = Counter()
    for case in data:
        model, text = case["model"], re.sub(r"[\u00a0\u202f]", " ", case["input"])
        text = text.replace("–", "-")
        if model not in ("NumberModel", "NumberRangeModel", "CurrencyModel"):
            continue
        values = [r["Resolution"].get("value") for r in case["results"]]
        if reason := left_out(text):
            dropped[reason] += 1
            if model == "NumberModel":
                every[1] += len(values)
                every[0] += sum(_number_right(text, value) for value in values)
            continue
        values = [value for value in values if value]
        if not values and model == "NumberModel":
            quiet[1] += 1
            quiet[0] += not [f for f in _found(text) if not f.unit]
        for value in values:
            total[model] += 1
            if model == "NumberModel":
                good = _number_right(text, value)
            elif model == "NumberRangeModel":
                good = _range_right(text, value)
            else:
                cents = case["results"][0]["Resolution"].get("unit") in ("Cent", "Pence", "Penny")
                good = _money_right(text, float(value) / (100 if cents else 1))
            right[model] += good
            if show and not good:
                print(f"    {model}: {text[:90]!r} wants {value}")
    for model in sorted(total):
        print(f"  {model}: {right[model]} of {total[model]} ({right[model] / total[model]:.3f})")
    every = [every[0] + right["NumberModel"], every[1] + total["NumberModel"]]
    print(f"  NumberModel with the cases left out: {every[0]} of {every[1]}")
    print(f"  quiet where nothing is to be found: {quiet[0]} of {quiet[1]}")
    for reason, count in sorted(dropped.items()):
        print(f"  left out, {count} cases: {reason}")
    return right["NumberModel"] / max(1, total["NumberModel"])


TIERS = 4


def _tier(figure: Figure) -> int:
    """0: a number of its own; 1: some of a whole named ("two of the victims"); 2: one person told
    of ("a man", "Ann Lee"); 3: nobody, which is mostly said of some ("no officer was hurt")."""
    if figure.low == 0:
        return 3
    if figure.low == 1 and not re.match(r"one\b|1\b", figure.text, re.IGNORECASE):
        return 2
    return 1 if figure.scope.startswith("of ") else 0


def _commonest(figures: list[Figure], tier: int, *roles: str) -> int | None:
    """The most frequent value with one of the roles; the earliest seen among equals.

    A part of a number in the same state is no toll ("11 of the 58 killed"); "one of the five
    people shot has died" is.
    """
    wholes = {(f"of {f.text}", f.role) for f in figures}
    values = Counter(
        int(f.low)
        for f in figures
        if f.role in roles and not f.unit and f.bound != "vague" and _tier(f) == tier
        and (f.scope, f.role) not in wholes
    )  # fmt: skip
    return max(values, key=lambda v: values[v]) if values else None


def _injured(figures: list[Figure], tier: int, killed: int) -> int | None:
    """Those called injured, else those shot less the killed, else those taken to a hospital."""
    injured = _commonest(figures, tier, "injured")
    shot = _commonest(figures, tier, "shot")
    if injured is None and shot is not None and shot >= killed:
        injured = shot - killed
    return _commonest(figures, tier, "hospitalised", "treated") if injured is None else injured


def casualties(figures: list[Figure]) -> tuple[int | None, int | None]:
    """Killed and injured that an article gives, by the data's way of counting."""
    killed = injured = None
    for tier in range(TIERS):
        killed = _commonest(figures, tier, "killed") if killed is None else killed
    for tier in range(TIERS):
        if injured is None:
            injured = _injured(figures, tier, killed or 0)
    return killed, injured


def article_of(row: dict[str, Any]) -> Article:
    """A row of the evaluation data as an article, its gold labels left behind."""
    return Article(
        row["id"], "", "", row["outlet"], row["title"], "", "", row["published"], "metadata", "en",
        "", row["id"], row["text"],
    )  # fmt: skip


def measure_casualties(
    data: list[dict[str, Any]], gold: dict[str, dict[str, Any]], show: bool
) -> dict[str, float]:
    """Share right where a figure is given, and coverage, by role; prints them and the speed."""
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    holding: Counter[str] = Counter()
    covered: Counter[str] = Counter()
    count, seconds = 0, 0.0
    for row in data:
        figures: list[Figure] = []
        for parsed in parse(sentences(article_of(row))):
            began = time.perf_counter()
            figures.extend(find_figures(parsed))
            seconds += time.perf_counter() - began
            count += 1
        incident = gold[row["incident"]]
        for role, found in zip(("killed", "injured"), casualties(figures), strict=True):
            holding[role] += incident[role] > 0
            if found is None:
                continue
            covered[role] += incident[role] > 0
            given[role] += 1
            right[role] += found == incident[role]
            if show and found != incident[role]:
                print(f"    {row['id']}: {role} {found}, incident {incident[role]}")
    shares = {}
    for role in ("killed", "injured"):
        shares[role] = right[role] / max(1, given[role])
        shares[f"{role}.coverage"] = covered[role] / max(1, holding[role])
        print(
            f"  {role}: a figure in {covered[role]} of the {holding[role]} articles on incidents "
            f"with some ({shares[f'{role}.coverage']:.3f}), in {given[role]} of {len(data)} in all;"
            f" right in {right[role]} ({shares[role]:.3f})"
        )
    print(f"  {count / max(seconds, 1e-9):.0f} sentences a second, the parse not counted")
    return shares


def main() -> int:
    """Prints the figures; 1 when one is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=None, help="only the first N articles")
    parser.add_argument("--show", action="store_true", help="print every miss")
    options = parser.parse_args()
    fine = True
    if (cases := rows("recognizers.jsonl")) is not None:
        print("Numbers (Recognizers-Text)")
        fine &= holds("figures.numbers", measure_numbers(cases, options.show))
    data, incidents = rows("gva_dev.jsonl"), rows("gva_dev_incidents.jsonl")
    if data is not None and incidents is not None:
        print("Casualties (Gun Violence Archive)")
        gold = {row["incident"]: row for row in incidents}
        shares = measure_casualties(data[: options.articles], gold, options.show)
        for name, share in shares.items():
            fine &= holds(f"figures.{name}", share)
    return 0 if fine else 1


if __name__ == "__main__":
    sys.exit(main())
