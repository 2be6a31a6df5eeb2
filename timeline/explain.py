"""A phrase taken apart for a reader: tokens, rules, meaning, date. Gives lines of text; prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from timeline.grammar import Token
from timeline.languages.en import SCANNER
from timeline.model import DATED
from timeline.notation import date_text, edtf, iso_day, iso_days
from timeline.reasons import reason, unresolved
from timeline.recognize import Read, readings


def explain(text: str, published: int | None, phrase: str | None = None) -> Iterator[str]:
    """The lines that explain every phrase of time in the text, or only what overlaps `phrase`.

    >>> from timeline.interval import day_number
    >>> for line in explain("late January", day_number(2020, 5, 8)):
    ...     print(line)
    phrase   late January
    tokens   late:PART(END) January:MONTH(1)
    rules    part: PART -? in|on? DATE; month: MONTH
    meaning  PartOf(END, Dated(month=1))
    date     2020-01-21..2020-01-31 (2020-01-21 to 2020-01-31), EDTF [2020-01-21..2020-01-31]
    timex3   DATE 2020-01 END
    why      “late January” is 21–31 January 2020: the last third of January 2020 — the year is not told; it is the one \
before the day of publication (Friday 8 May 2020); no word of the sentence says whether it looks back or ahead.
    """
    low = text.find(phrase) if phrase else 0
    high = low + len(phrase) if phrase else len(text)
    wanted = (r for r in readings(text, published) if r.mention.start < high and low < r.mention.end)
    for number, read in enumerate(wanted):
        if number:
            yield ""
        yield from _phrase(read)


def why_of(read: Read) -> dict[str, object]:
    """What led to a mention, for machines: tokens, rules, meaning, lean and its word, anchor, and the reason."""
    return {
        "tokens": [_token(token) for token in SCANNER.tokens(read.mention.text)],
        "rules": list(_rules(read.token)),
        "meaning": meaning(read.expr),
        "lean": read.cue.lean.value,
        "cue": read.cue.word,
        "published": iso_day(read.anchor.day),
        "told": [date_text(told) for told in read.anchor.told[-1:]],
        "reason": reason(read) or _no_date(read),
    }


def _no_date(read: Read) -> str:
    dates = read.mention.type in DATED and read.token.kind != "VAGUE_DATE"
    return unresolved(read) if dates else "it dates nothing"


def _phrase(read: Read) -> Iterator[str]:
    mention = read.mention
    yield f"phrase   {mention.text}"
    yield f"tokens   {' '.join(_token(token) for token in SCANNER.tokens(mention.text))}"
    yield f"rules    {'; '.join(_rules(read.token))}"
    yield f"meaning  {meaning(read.expr)}"
    if mention.interval is None:
        yield "date     none"
        value = f" {mention.value}" if mention.value else ""
        yield f"timex3   {mention.type}{value}"
        yield f"why      {_no_date(read)}"
        return
    first, last = (day or "open" for day in iso_days(mention.interval))
    yield f"date     {date_text(mention.interval)} ({first} to {last}), EDTF {edtf(mention.interval)}"
    timexes = mention.parts or (mention,)
    yield "timex3   " + ", ".join(" ".join(filter(None, (m.type, m.value, m.mod))) for m in timexes)
    yield f"why      {reason(read)}"


def _token(token: Token) -> str:
    value = token.value
    shown = value.name if isinstance(value, Enum) else value
    return f"{token.text}:{token.kind}" + ("" if value is None else f"({shown})")


def _rules(token: Token) -> Iterator[str]:
    """The rules that made a token, the last first, each with its pattern."""
    if token.rule:
        yield f"{token.rule}: {token.pattern}"
    for part in token.parts:
        yield from _rules(part)


def meaning(expr: Any) -> str:
    """An expression as one would write it: PartOf(MID, Step(MONTH, -1)).

    >>> from timeline.expr import Step
    >>> from timeline.interval import Grain
    >>> meaning(Step(Grain.MONTH, -1))
    'Step(MONTH, -1)'
    """
    if isinstance(expr, Enum):
        return expr.name
    if not hasattr(expr, "__dataclass_fields__"):
        return repr(expr)
    shown, named = [], False
    for name, spec in expr.__dataclass_fields__.items():
        value = getattr(expr, name)
        if name == "leans":
            continue
        if value is None or value == spec.default:
            named = True  # what follows a field left out is told by its name
            continue
        shown.append(f"{name}={meaning(value)}" if named else meaning(value))
    return f"{type(expr).__name__}({', '.join(shown)})"
