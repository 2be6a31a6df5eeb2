"""The dateline: place, day and agency before the first words of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable

from timeline.articles.dates import readings
from timeline.articles.draft import Rung, Written
from timeline.articles.names import TIMES
from timeline.model import Published, Region
from timeline.notation import iso_day
from timeline.recognize import recognize

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_SHOUTED = rf"{_CAPITAL}{{2}}(?:{_CAPITAL}|[.'’-](?={_CAPITAL})){{0,24}}\.?"
_PLACE = rf"{_SHOUTED}(?:(?: |/| and ){_SHOUTED}){{0,4}}"
_NAMED = rf"{_CAPITAL}[\w.'’-]{{1,24}}(?: {_CAPITAL}[\w.'’-]{{1,24}}){{0,3}}"
_DATE = (
    rf"(?:(?:{TIMES})\.?,? )?(?:(?:{TIMES})\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{TIMES})\.?)(?:,? \d{{4}})?"
    rf"|\d{{4}}-\d\d-\d\d|(?:{TIMES})\."
)
_NO_PLACE = rf"(?:{TIMES}|The|On|By|In|At|Since|Until|From|After|Before|Between)\b"
_AGENCY = r"\([^()\n]{2,40}\)"
_WELL_KNOWN = r"\((?:[A-Z]{2,6}|Reuters|Bloomberg|Xinhua|Yonhap|Kyodo|Wire)\)"
_DASH = r"[ \t]?[*_]{0,3}[ \t]?(?:—|–|--|-)[*_]{0,3}(?=[ \t\n]|[\"“‘]?[^\W\d_])[ \t]*"
DATELINE = re.compile(
    rf"[ \t]*[*_]{{0,3}}(?:"
    rf"{_PLACE}(?:, {_NAMED}){{0,2}}(?:,? (?:{_DATE})[*_]{{0,3}}(?:,? {_AGENCY})?|[*_]{{0,3}},? {_AGENCY}){_DASH}"
    rf"|{_PLACE}(?:, {_NAMED}){{0,2}}[*_]{{0,3}}[ \t]*(?:[*_]{{0,3}} (?:—|–|--|-)|—)[*_]{{0,3}}[ \t]+(?=[\"“‘]?{_CAPITAL})"
    rf"|(?!{_NO_PLACE}){_NAMED}(?:, {_NAMED}){{0,2}}(?:, (?:{_DATE})(?:,? {_AGENCY})?|(?:,? (?:{_DATE}))?,? {_WELL_KNOWN})"
    rf"[*_]{{0,3}}{_DASH}(?=[\"“‘]?{_CAPITAL}))"
)
"""Place in capitals with a date or an agency; or alone before a sentence that begins behind the dash; or place, date, agency."""

_APART = 2  # days that it may lie before the publication, as other evidence may


def evidence(text: str, furniture: Iterable[Region]) -> list[Written]:
    """The first dateline as evidence for the day of publication, if it tells its year."""
    words = _first(text, furniture)
    date = next(readings(words), None) if words else None
    return [] if date is None else [Written(Rung.DATELINE, date.words, words)]


def disagreement(text: str, furniture: Iterable[Region], published: Published | None) -> list[str]:
    """A word on a dateline without a year whose day is not that of the publication, or one just before."""
    words = _first(text, furniture)
    if published is None or not words or next(readings(words), None) is not None:
        return []
    day = next((m.interval.first_day for m in recognize(words, published.day) if m.interval is not None), None)
    if day is None or abs(published.day - day) <= _APART:
        return []
    told = f"{published.rung} “{published.evidence}” says {iso_day(published.day)}"
    return [f"published: {told}, {Rung.DATELINE.words} “{words}” {iso_day(day)}"]


def _first(text: str, furniture: Iterable[Region]) -> str:
    region = next((region for region in furniture if region.why == "dateline"), None)
    return "" if region is None else text[region.start : region.end].strip(" \t\xa0*_—–-")
