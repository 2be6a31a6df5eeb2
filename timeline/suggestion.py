"""What a build keeps of the day of an undated article, for people to accept or not: its bracket, and what others tell."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.bracket import Echo, bracket, echoes, newest_of
from timeline.events import Told
from timeline.notation import iso_day
from timeline.passages import Spoken
from timeline.records import DatingRecord, EchoRecord


def spoken_by_dated(found: Sequence[Told]) -> Spoken:
    """What the dated articles tell, where there is an undated one to hear it."""
    dated = [one for one in found if one.article.published is not None]
    return Spoken(event for one in dated for event in one.events) if len(dated) < len(found) else Spoken([])


def suggestions(found: Sequence[Told]) -> dict[str, DatingRecord]:
    """What the evidence allows, for each undated article by its path."""
    newest, spoken = newest_of(found), spoken_by_dated(found)
    out = {}
    for one in found:
        if one.article.published is None:
            seen = bracket(one, newest)
            heard = [_record(echo) for echo in echoes(one, spoken)]
            first, last = _day(seen.first), _day(seen.last)
            out[one.article.path] = DatingRecord(first=first, phrase=seen.phrase, last=last, newest=seen.newest, echoes=heard)
    return out


def _record(echo: Echo) -> EchoRecord:
    source = echo.event.sources[0]
    first, last = _day(echo.first), _day(echo.last)
    return EchoRecord(id=source.id, first=first, last=last, said=echo.said, here=echo.here, there=source.sentence)


def _day(number: int | None) -> str:
    return "" if number is None else iso_day(number) or ""
