"""What names, dates and credits look like in the short lines around an article. Whole lines are asked about, in few words."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_WORD = rf"{_CAPITAL}[\w.'’-]*"
_SMALL = "van|von|der|de|den|del|della|la|le|al|el|bin|ibn|da|dos|di|du|af|ter|ten|y"
NAME = rf"{_WORD}(?: (?:(?:{_SMALL}) ){{0,2}}{_WORD}){{1,4}}"
NAMES = rf"{NAME}(?:(?:,? (?:and|&|with) |, |/){NAME}){{0,6}}"

TIMES = (
    "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep"
    "|Oct|Nov|Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
)
_TOLD = frozenset(TIMES.lower().split("|"))
_OF_A_DATE = frozenset(
    """
    am pm a.m p.m at on by the of and st nd rd th updated update published posted modified last first originally edited revised
    time ago minute minutes min mins hour hours hrs day days today yesterday read local noon midnight
    """.split()
)
_OF_A_ROLE = frozenset(
    """
    staff writer writers reporter reporters correspondent correspondents editor editors contributor contributors contributing
    columnist photographer producer journalist freelance senior chief special our bureau news service press agency for of in at
    from the and with via
    """.split()
)
_WORDS = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_LONGEST_STAMP = 60  # characters
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d[:.][0-5]\d(?!\d)|(?<!\w)\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOSING = "\"'”’)]*_"


def is_date(words: str) -> bool:
    """Whether there is nothing but dates, hours and the small words around them; capitals may be a time zone.

    >>> is_date("Friday, May 8, 2020 at 2:11 PM EDT"), is_date("on Friday, the theft")
    (True, False)
    """
    found = _WORDS.findall(words)
    return bool(found) and all(_is_of_a_date(word) for word in found) and (tells_a_time(words) or "ago" in found)


def tells_a_time(words: str) -> bool:
    """Whether a month, a weekday or a figure is told."""
    return any(word[0].isdigit() or word.lower() in _TOLD for word in _WORDS.findall(words))


def is_stamp(words: str) -> bool:
    """Whether it is a full date with its hour, and nothing else: what a program prints.

    >>> is_stamp("May 9, 2020 at 4:12 pm"), is_stamp("May 9, 2020")
    (True, False)
    """
    return (
        len(words) <= _LONGEST_STAMP and _CLOCK.search(words) is not None and _YEAR.search(words) is not None and is_date(words)
    )


def is_role(words: str) -> bool:
    """Whether it is nothing but what may stand behind the name of a writer: a role, a paper, a place, a date."""
    return all(_is_of_a_date(word) or word[0].isupper() or word in _OF_A_ROLE for word in _WORDS.findall(words))


def is_stopped(line: str) -> bool:
    """Whether the line ends as a sentence does."""
    return line[-12:].rstrip(_CLOSING).endswith((".", "!", "?", "…"))


def _is_of_a_date(word: str) -> bool:
    low = word.lower()
    return word[0].isdigit() or low in _OF_A_DATE or low in _TOLD or (word.isupper() and len(word) <= 5)
