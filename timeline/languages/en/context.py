"""Which phrases the words beside them decide, by the rule that read them: "that November" or that it was in November; soon.

Asked for the few rules that have a check, once for each phrase; gives the phrase itself, others in its place, or none where
it is no phrase of time. What is said of dates stands in contextdates.py, of lengths and vague words in contextwords.py.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline.expr import Clock
from timeline.grammar import Token
from timeline.interval import DAY_MINUTES
from timeline.languages.en import contextdates as dates
from timeline.languages.en import contextwords as words
from timeline.languages.en.beside import Seen, stands_alone

Check = Callable[[Token, str, str, int, int], list[Token]]

_ONE: dict[str, Seen] = {
    "that_name": dates.of_the_told,
    "that_season": dates.of_the_told,
    "date_daypart": dates.daypart,
    "part_of_season": dates.part_of_season,
    "counted_before": words.counted_before,
    "length_before": words.counted_before,
    "weekday_before": dates.weekday_before,
    "duration": words.duration,
    "soon": words.soon,
    "the_moment": words.moment,
    "at_present": words.present,
    "current": words.current,
    "vague": words.vague,
    "at_nights": words.at_night,
    "long_ago": words.vague,
    "units_ahead": words.ahead,
    "unit_ahead": words.ahead,
    "some_day": words.some_day,
    "someday": words.some_day,
    "calendar_day": dates.calendar_day,
    "feast": dates.feast,
    "iso_month": dates.no_number,
    "part": dates.part,
    "often": words.often,
    "the_year_told": dates.the_year,
    "the_whole": dates.full_year,
    "twilight_alone": dates.no_kind_of,
    "hour": dates.midnight,
    "clock_date": dates.midnight,
    "hour_of": dates.midnight,
}


def _one(check: Seen) -> Check:
    def seen(token: Token, text: str, low: str, start: int, end: int) -> list[Token]:
        found = check(token, text, low, start, end)
        return [] if found is None else [found]

    return seen


def _beside_date(token: Token, text: str, low: str, start: int, end: int) -> list[Token]:
    """ "Two days after Christmas"; but two phrases in "two days after Monday's quake", which counts from the quake."""
    if stands_alone(text, end) and not low.startswith(("'s", "’s"), end):
        return [token]
    away, date = token.parts[0], token.parts[-1]
    found = words.length(away, text, low, start) if away.rule in ("counted_before", "length_before") else None
    return [date] if found is None else [found, date]


_CHECKS: dict[str, Check] = {rule: _one(check) for rule, check in _ONE.items()} | {"beside_date": _beside_date}
"""By the rule that made the phrase."""


def check_of(token: Token) -> Check | None:
    """The check for a phrase; None for most, so that what stands beside them is not looked at."""
    match token.rule:
        case "calendar_day" if not any(part.rule in ("month_ordinal", "slashed") for part in token.parts):
            return None
        case "part" if len(token.parts) != 3 and token.parts[-1].rule not in ("decade", "calendar_day"):
            return None
        case "hour" | "clock_date" | "hour_of" if not (isinstance(token.value, Clock) and token.value.minute == DAY_MINUTES):
            return None
        case "vague" if token.value.value != "PAST_REF":
            return None
        case "often" if token.parts[-1].value not in ("P1Q", "P2W", "P1D", "P1W", "P1M"):
            return None
    return _CHECKS.get(token.rule)


JUDGED = frozenset(["duration"])
"""Rules whose check asks the traps itself."""
