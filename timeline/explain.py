"""A phrase taken apart for a reader: tokens, rules, meaning, date. Gives lines of text; prints nothing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from timeline.alternatives import not_taken, told_from
from timeline.grammar import Token
from timeline.interval import Interval
from timeline.languages.en import SCANNER
from timeline.model import DATED
from timeline.notation import date_text, edtf, iso_day, iso_days
from timeline.plain import plain
from timeline.reasons import reason, unresolved, with_weekday
from timeline.recognize import Read, readings


def explain(text: str, published: int | None, phrase: str | None = None) -> Iterator[str]:
    """The lines that explain every phrase of time in the text, or only what overlaps `phrase`.

    >>> from timeline.interval import day_number
    >>> for line in explain("late January", day_number(2020, 5, 8)):
    ...     print(line)
    phrase     late January
    tokens     late:PART(END) January:MONTH(1)
    rules      part: PART -? in|on? DATE; month: MONTH
    meaning    PartOf(END, Dated(month=1))
    lean       none: no word of the sentence tells
    anchor     the day of publication, Friday 8 May 2020
    date       2020-01-21..2020-01-31 (2020-01-21 to 2020-01-31), EDTF [2020-01-21..2020-01-31]
    not taken  2021-01-21..2021-01-31, if the clause looked ahead
    timex3     DATE 2020-01 END
    why        “late January” is 21–31 January 2020: the last third of January 2020 — the year is not told; it is the one \
before the day of publication (Friday 8 May 2020); no word of the sentence says whether it looks back or ahead.
    """
    low = text.find(phrase) if phrase else 0
    high = low + len(phrase) if phrase else len(text)
    wanted = (r for r in readings(text, published) if r.mention.start < high and low < r.mention.end)
    for number, read in enumerate(wanted):
        if number:
            yield ""
        for name, line in _lines(read, text):
            yield f"{name:10} {line}"


def why_of(read: Read, text: str) -> dict[str, object]:
    """What led to a mention, for machines: tokens, rules, meaning, lean, anchor, the readings not taken, and the reason."""
    place = _told_place(read)
    return {
        "tokens": [_token(token) for token in SCANNER.tokens(plain(read.mention.text).text)],
        "rules": list(_rules(read.token)),
        "meaning": meaning(read.expr),
        "lean": read.cue.lean.value,
        "cue": read.cue.word,
        "published": iso_day(read.anchor.day),
        "told": None if place is None else {"start": place[0], "end": place[1], "text": text[slice(*place)]},
        "not_taken": [{"date": date_text(other.interval), "when": other.when} for other in not_taken(read)],
        "reason": reason(read) or _no_date(read),
    }


def _told_place(read: Read) -> tuple[int, int] | None:
    """Where the date stands that the phrase counts from, if from one told before."""
    if not read.anchor.told:
        return read.told_at[-1] if read.told_at else None
    index = told_from(read)
    return None if index is None else read.told_at[index]


def _no_date(read: Read) -> str:
    dates = read.mention.type in DATED and read.token.kind != "VAGUE_DATE"
    return unresolved(read) if dates else "it dates nothing"


def _lines(read: Read, text: str) -> Iterator[tuple[str, str]]:
    mention = read.mention
    yield "phrase", mention.text
    yield "tokens", " ".join(_token(token) for token in SCANNER.tokens(plain(mention.text).text))
    yield "rules", "; ".join(_rules(read.token))
    yield "meaning", meaning(read.expr)
    if read.expr is not None and read.expr.leans:
        yield "lean", _lean(read)
    if mention.interval is None:
        yield "date", "none"
        yield "timex3", " ".join(filter(None, (mention.type, mention.value, mention.mod)))
        yield "why", _no_date(read)
        return
    yield "anchor", _anchor(read, text)
    first, last = (day or "open" for day in iso_days(mention.interval))
    yield "date", f"{date_text(mention.interval)} ({first} to {last}), EDTF {edtf(mention.interval)}"
    for other in not_taken(read):
        yield "not taken", f"{date_text(other.interval)}, {other.when}"
    yield "timex3", ", ".join(" ".join(filter(None, (m.type, m.value, m.mod))) for m in mention.parts or (mention,))
    yield "why", reason(read)


def _lean(read: Read) -> str:
    if not read.cue.word:
        return "none: no word of the sentence tells"
    return f"{read.cue.lean.value}, by “{read.cue.word}”"


def _anchor(read: Read, text: str) -> str:
    """What the date counts from, and where that stands."""
    if (place := _told_place(read)) is not None:
        return f"“{text[slice(*place)]}”, told before at {place[0]}"
    day = read.anchor.day
    if day is None or read.expr is None or read.expr.at(read.anchor._replace(day=None)) == read.mention.interval:
        return "none: it is written out in full"
    return f"the day of publication, {with_weekday(Interval.day(day))}"


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
