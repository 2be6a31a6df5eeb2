"""What kind of number stands in a run of time words: a day, a year, an ISO date, an hour. Sees one token."""

from __future__ import annotations

import re
from typing import Any

# A number of four digits from 1000 to 2199 may be a year; whether it is, the words around it say.
YEAR_TRIGGER = r"(?<![$£€¥#№.,:/+])(?<!\d-)(?:1\d{3}|20\d\d|21\d\d)(?![\w%°]|[.,:/]\d)"
TRIGGERS = "|".join(
    [
        r"\d{4}-\d{1,2}-\d{1,2}(?:t\d\d:\d\d)?(?!\w)",
        r"\d{1,2}[/.]\d{1,2}[/.]\d{4}(?![\w/])|\d{4}/\d{1,2}/\d{1,2}(?![\w/])",
        r"(?:1\d|20)\d0s(?!\w)|'\d0s(?!\w)",
        YEAR_TRIGGER,
    ]
)


def number(form: str, text: str) -> tuple[str, Any] | None:
    """The kind and value of a number, by its form.

    >>> number("number", "31"), number("number", "1998"), number("iso", "2020-05-09")
    (('DAY', 31), ('YEAR', 1998), ('ISODATE', (2020, 5, 9)))
    """
    match form:
        case "iso":
            date, _, clock = text.partition("t")
            fields = tuple(int(part) for part in re.split("[-:]", f"{date}-{clock}" if clock else date))
            return "ISODATE", fields
        case "slashed":
            return "SLASHED", tuple(int(part) for part in re.split("[/.]", text))
        case "clock":
            hour, minute = (int(part) for part in re.split("[:.]", text))
            return ("CLOCK", hour * 60 + minute) if hour < 24 and minute < 60 else None
        case "decade":
            digits = int(text.strip("'s"))
            if len(text.strip("'s")) == 2:
                return "DECADE", 1900 + digits
            return ("CENTURY_YEARS", digits) if digits % 100 == 0 and digits < 2000 else ("DECADE", digits)
        case "ordinal":
            value = int(text[:-2])
            return ("NTH", value) if 1 <= value <= 31 else ("NTH_CENTURY", value)
    value = int(text)
    if 1 <= value <= 31:
        return "DAY", value
    return ("YEAR", value) if 1000 <= value < 2200 and len(text) == 4 else ("COUNT", value)
