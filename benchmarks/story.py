"""Events over twenty years as an events file holds them, generated; the same for a count and a seed.

Two thirds are of a day, the others known to a month, some time in a few days, or lasting. Each is told by one to three
of the articles, ten events to an article; a few people and places are in many events, most in few.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.corpus import NAMES, TAILS, THINGS, VERBS

FIRST, DAYS = date(2000, 1, 1), 7305
_PLACES = "Hambury Cullmouth Dunmere Tarn Osby Vik Ravn Elm Holt Fell Brack Toft".split()
_TAGS = "harbour council court weather trade school".split()
_STATUSES = ("planned", "denied", "claimed")


def story(count: int, seed: int = 1) -> str:
    """An events file of that many entries."""
    return "# timeline build 0123456789abc\n\n" + "\n".join(_entries(count, seed))


def _entries(count: int, seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    articles = max(count // 10, 5)
    crowd = [f"{rng.choice(NAMES)} {first}{last}" for first in "BDGKLMPRST" for last in ("orn", "ask", "elle", "unt")]
    crowd += [f"{rng.choice(NAMES)} Van{number}" for number in range(articles)]
    for number in range(count):
        who = crowd[min(int(rng.expovariate(1) * 12), len(crowd) - 1)] if rng.random() < 0.6 else rng.choice(crowd)
        what = f"{who} {rng.choice(VERBS)} {rng.choice(THINGS)} in {rng.choice(_PLACES)}"
        yield _entry(rng, number, what, who, articles)


def _entry(rng: random.Random, number: int, what: str, who: str, articles: int) -> str:
    day = FIRST + timedelta(rng.randrange(DAYS))
    ident = f"w{number:012d}"
    lines = [f"- id: {ident}", f"  date: {_date(rng, day)}", f"  title: {what}", f"  people: [{who}]"]
    lines += [f"  places: [{rng.choice(_PLACES)}]"] if rng.random() < 0.5 else []
    lines += [f"  tags: [{rng.choice(_TAGS)}]"] if rng.random() < 0.3 else []
    lines += [f"  status: {rng.choice(_STATUSES)}"] if rng.random() < 0.06 else []
    lines += ["  kind: report"] if rng.random() < 0.03 else []
    lines.append("  sources:")
    for teller in range(rng.choice((1, 1, 1, 2, 3))):
        lines += [
            f"    - id: {teller or 'w'}{ident[1:]}",
            f"      article: data/{rng.randrange(articles)}.txt",
            f"      published: {day + timedelta(rng.randint(1, 300))}",
            f"      sentence: {what} on that day, {rng.choice(TAILS)}, one of them told the paper.",
            "      phrase: on that day",
        ]
        lines += [f"      date: {day + timedelta(1)}"] if teller and rng.random() < 0.1 else []
    return "\n".join(lines) + "\n"


def _date(rng: random.Random, day: date) -> str:
    form = rng.random()
    later = day + timedelta(rng.randint(2, 40))
    if form < 0.67:
        return f"{day}{rng.choice(('', '', '', '', '~'))}"
    if form < 0.85:
        return f"{day:%Y-%m}"
    if form < 0.92:
        return f"{day}..{later}"
    return f"{day}/{later}" if form < 0.99 else f"{day}/.."
