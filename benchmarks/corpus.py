"""Text in the shape of news, generated: about one phrase of time in 40 words, thousands of distinct ones."""

from __future__ import annotations

import random

MONTHS = (
    "January February March April May June July August September October November December Jan. Feb. Aug. Sept. Oct. Nov. Dec."
).split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
UNITS = "days weeks months years".split()
NUMBERS = "two three four five six seven eight nine ten 11 12 15 18 20 30".split()
NAMES = "Ada Holm,Arvid Dahl,Ilse Moreau,the harbour board,the town council,the ministry,the yard,Nell Okafor,the union".split(
    ","
)
VERBS = (
    "said,opened,closed,visited,had praised,will publish,is expected to announce,plans to build,rejected,has sold,may buy".split(
        ","
    )
)
THINGS = (
    "the bridge over the narrow sound,a report of some four hundred pages,the old ferry and its two lifeboats,a plan for the"
    " northern pier,the warehouse behind the station,a list of unpaid bills,the school on the hill,its share in the brewery"
).split(",")
TAILS = (
    "after a long debate about the price of timber and the wages of the crew,although nobody had asked the fishermen what they"
    " thought of it,while a crowd with umbrellas waited outside the hall for news,and the mayor thanked everyone who had come,"
    "which surprised the engineers who had drawn the first plans for it,as the rain drummed on the roof of the market"
).split(",")
FILLERS = (
    "The hall was cold and the coffee was gone before the speeches ended, people who had been there recalled.",
    "Prices of rope and paint have risen, and the smaller yards find it hard to keep their best hands.",
    "Nobody in the room could tell who had signed the letter, or why it had been left in a drawer.",
)


def phrase(rng: random.Random) -> str:
    """One phrase of time; some four thousand different ones."""
    month, day, year = rng.choice(MONTHS), rng.randint(1, 28), rng.randint(1951, 2023)
    return rng.choice(
        [
            f"on {rng.choice(DAYS)}",
            f"on {month} {day}",
            f"on {month} {day}, {year}",
            f"on {day} {month.rstrip('.')} {year}",
            f"in {month} {year}",
            f"in {month}",
            f"in {year}",
            f"in {rng.choice(['late', 'early', 'mid-'])} {month}".replace("- ", "-"),
            f"{rng.choice(['last', 'next'])} {rng.choice(['week', 'month', 'year', 'spring', *DAYS])}",
            f"{rng.choice(NUMBERS)} {rng.choice(UNITS)} ago",
            f"for {rng.choice(NUMBERS)} {rng.choice(UNITS)}",
            f"from {month} {day} to {rng.choice(MONTHS)} {rng.randint(1, 28)}",
            rng.choice(["yesterday", "today", "late last year", "at the end of last month", f"in the {year // 10 * 10}s"]),
        ]
    )


def article(rng: random.Random, words: int = 500) -> str:
    """One article of about that many words."""
    paragraphs, count = [], 0
    while count < words:
        told = f"{rng.choice(NAMES)} {rng.choice(VERBS)} {rng.choice(THINGS)} {phrase(rng)}, {rng.choice(TAILS)}."
        paragraph = f"{told[0].upper()}{told[1:]} {rng.choice(FILLERS)}"
        paragraphs.append(paragraph)
        count += len(paragraph.split())
    return "\n\n".join(paragraphs)


def articles(count: int, seed: int = 1) -> list[str]:
    """The same articles for the same seed."""
    rng = random.Random(seed)
    return [article(rng) for _ in range(count)]
