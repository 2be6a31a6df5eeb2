"""A day of publication that may be read in two ways, 03/04/2020: what the build noted of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NOTE = re.compile(r"published: (?P<words>.+) is (?P<days>-?\d{4,}-\d\d-\d\d or -?\d{4,}-\d\d-\d\d): say which", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Twofold:
    """Where it stands and how it is written, and both of its days as YYYY-MM-DD."""

    words: str
    days: tuple[str, ...]


def twofold(notes: Iterable[str]) -> Twofold | None:
    """The first day among the notes of an article that may be two.

    >>> twofold(["published: header line “03/04/2020” is 2020-04-03 or 2020-03-04: say which with …"])
    Twofold(words='header line “03/04/2020”', days=('2020-04-03', '2020-03-04'))
    """
    found = next((match for note in notes if (match := _NOTE.match(note))), None)
    return None if found is None else Twofold(found["words"], tuple(found["days"].split(" or ")))
