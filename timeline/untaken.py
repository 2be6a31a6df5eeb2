"""The readings of one phrase of an article that were not taken: for who asks what else it could have meant."""

from __future__ import annotations

from functools import lru_cache

from timeline.alternatives import Alternative, not_taken
from timeline.notation import date_text, parse_date
from timeline.recognize import Read, readings


def untaken(text: str, published: str, start: int, end: int, date: str) -> list[Alternative]:
    """What the phrase at these offsets would have meant otherwise, in an English article of that day ("" if unknown).

    `date` is what it was taken to mean; nothing is said of a phrase that is read in another way today.

    >>> from timeline.notation import date_text
    >>> found = untaken("He left on Saturday.", "2020-05-10", 11, 19, "2020-05-09")
    >>> [(date_text(other.interval), other.when) for other in found]
    [('2020-05-16', 'if the clause looked ahead')]
    """
    read = _readings(text, published).get((start, end))
    if read is None or read.mention.interval is None or date_text(read.mention.interval) != date:
        return []
    return not_taken(read)


@lru_cache(maxsize=8)
def _readings(text: str, published: str) -> dict[tuple[int, int], Read]:
    day = parse_date(published).first_day if published else None
    return {(read.mention.start, read.mention.end): read for read in readings(text, day)}
