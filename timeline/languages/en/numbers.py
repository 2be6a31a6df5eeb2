"""What kind of number stands in a run of time words: a day, a year, an ISO date, an hour. Sees one token."""

from __future__ import annotations

import re
from typing import Any

from timeline.scan import ISO

# Numbers that may begin a phrase. Whether one of four digits is a year, `stands_alone` and the traps say.
TRIGGERS = "|".join(
    [
        rf"{ISO}(?!\w)",
        r"\d{1,2}[/.]\d{1,2}[/.]\d{4}(?![\w/])",
        r"\d{4}\.\d\d\.\d\d(?!\w|\.\d)",
        r"\d{4}/\d{1,2}/\d{1,2}(?![\w/])|\d{1,2}-\d{1,2}-\d{4}(?![\w-])",
        r"\d{1,3}0s(?!\w)|\d0['’]s(?!\w)|(?<=\W['’])\d\d(?![\w'’])",
        r"[12]\d{3}(?!\w)",
        r"\d{1,2}(?:st|nd|rd|th)(?!\w)",
        r"\d{1,2}(?:[:.]\d\d)?[ap]m(?!\w)",
        r"\d{1,2}:\d\d(?![\w:])",
    ]
)
_THIS_CENTURY = 30  # '29 is 2029, '30 is 1930
_AROUND = frozenset("$£€¥#№.,:/+")


def stands_alone(low: str, start: int, end: int) -> bool:
    """Whether the number `low[start:end]` is no part of a larger number, a price, a share or a range of them.

    >>> stands_alone("$1999", 1, 5), stands_alone("in 1999.", 3, 7), stands_alone("1999.5", 0, 4)
    (False, True, False)
    """
    before, after = low[max(0, start - 2) : start], low[end : end + 2]
    if (before and before[-1] in _AROUND) or (before[-1:] == "-" and before[:1].isdigit()):
        return False
    return not (after[:1] in ("%", "°") or (after[:1] in (".", ",", ":", "/") and after[1:].isdigit()))


def number(form: str, text: str) -> tuple[str, Any] | None:
    """The kind and value of a number, by its form.

    >>> number("number", "31"), number("number", "1998"), number("iso", "2020-05-09")
    (('DAY', 31), ('YEAR', 1998), ('ISODATE', (2020, 5, 9)))
    """
    match form:
        case "iso":
            return "ISODATE", tuple(int(part) for part in re.findall(r"\d+", text)[:5])
        case "decimal":
            return "DECIMAL", float(text) if "." in text else int(re.split(r"[ ½-]", text)[0]) + 0.5
        case "two":
            return "TWO_DIGITS", int(text)
        case "years":
            first, last = (int(part) for part in text.split("/"))
            return ("YEARS", first) if (first + 1 - last) % 100 == 0 else None
        case "slashed":
            return "SLASHED", (*(int(part) for part in re.split("[/.-]", text)), "." in text)
        case "clock":
            hour, minute = (int(part) for part in re.split("[:.]", text))
            return ("CLOCK", hour * 60 + minute) if hour < 24 and minute < 60 else None
        case "halfday":
            hours, _, minutes = text[:-2].replace(".", ":").partition(":")
            hour, minute = int(hours), int(minutes or 0)
            fits = 1 <= hour <= 12 and minute < 60
            return ("HOUR", hour % 12 * 60 + minute + 720 * (text[-2] == "p")) if fits else None
        case "decade":
            digits = int(text.strip("'’s"))
            if len(text.strip("'’s")) == 2:
                return "DECADE", 1900 + digits
            return ("CENTURY_YEARS", digits) if digits % 100 == 0 and digits < 2000 else ("DECADE", digits)
        case "short":
            value = int(text[1:])
            return "SHORT_YEAR", value + (2000 if value < _THIS_CENTURY else 1900)
        case "ordinal":
            value = int(text[:-2])
            return ("NTH", value) if 1 <= value <= 31 else ("NTH_CENTURY", value)
        case "thousands":
            return "COUNT", int(text.replace(",", ""))
    value = int(text)
    if len(text) == 4 and text[0] == "0" and value >= 100 and value % 100 < 60:  # 0900 on Thursday
        return "CLOCK", value // 100 * 60 + value % 100
    if 1 <= value <= 31:
        return "DAY", value
    return ("YEAR", value) if 1000 <= value < 2200 and len(text) == 4 else ("COUNT", value)
