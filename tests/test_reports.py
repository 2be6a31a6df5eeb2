"""A report is linked to what it reports, and bounds it from above; it is never the same event."""

from __future__ import annotations

from dataclasses import replace

from tests.readers.reading import article_of
from timeline.events import Told, tell
from timeline.model import Event
from timeline.notation import date_text
from timeline.reports import link


def told_by(name: str, text: str, published: str, reports: tuple[str, ...] = ()) -> Told:
    """What an article tells; the events of the given phrases are reports."""
    one = tell(article_of(f"A headline\n\nPublished: {published}\n\n{text}\n", name))
    kinds = (replace(event, kind="report") if event.sources[0].phrase in reports else event for event in one.events)
    return replace(one, events=tuple(kinds))


def linked(*told: Told) -> dict[str, Event]:
    return {event.sources[0].phrase: event for event in link([event for one in told for event in one.events], told)}


FRIDAY = "Ada Holm sent the islands a message, and praised their ferry. “She thanked the crew,” the Lund Agency said on Friday."
LAST_WEEK = "The islands were slow to answer. It was a reply to the message that Ada Holm sent last week, praising the ferry."


def test_a_report_bounds_what_its_own_sentence_tells() -> None:
    found = linked(
        told_by("a.txt", "The crew left the Vega this week, the owner told the paper on Tuesday.", "2020-05-08", ("Tuesday",))
    )
    week, tuesday = found["this week"], found["Tuesday"]
    assert week.reported_by == tuesday.sources[0].id
    assert (date_text(tuesday.date), tuesday.reported_by) == ("2020-05-05", "")
    assert date_text(week.date) == "2020-05-04..2020-05-05"


def test_a_report_bounds_what_another_article_tells_of_the_same() -> None:
    found = linked(told_by("a.txt", FRIDAY, "2020-05-08", ("Friday",)), told_by("b.txt", LAST_WEEK, "2020-05-10"))
    assert date_text(found["Friday"].date) == "2020-05-08"
    assert found["last week"].reported_by == found["Friday"].sources[0].id
    assert date_text(found["last week"].date) == "2020-05-03..2020-05-08"


def test_a_report_of_something_else_or_of_another_time_bounds_nothing() -> None:
    other = FRIDAY.replace("sent the islands a message", "gave the islands a boat")
    for friday, day in ((other, "2020-05-08"), (FRIDAY, "2020-04-17"), (FRIDAY, "2020-05-22"), (FRIDAY, "2020-06-12")):
        found = linked(told_by("a.txt", friday, day, ("Friday",)), told_by("b.txt", LAST_WEEK, "2020-05-10"))
        assert found["last week"].reported_by == ""
        assert date_text(found["last week"].date) == "2020-05-03..2020-05-09"


def test_what_is_planned_is_linked_and_not_bounded() -> None:
    one = told_by(
        "a.txt", "The crew will leave the Vega this week, the owner told the paper on Tuesday.", "2020-05-08", ("Tuesday",)
    )
    planned = tuple(replace(event, status="planned") if event.kind == "event" else event for event in one.events)
    week = linked(replace(one, events=planned))["this week"]
    assert week.reported_by
    assert week.date == planned[0].date


def test_a_colon_leads_from_a_report_to_the_next_sentence() -> None:
    text = "This is what the owner told the paper on Tuesday:\n\nThe crew left the Vega this week."
    assert linked(told_by("a.txt", text, "2020-05-08", ("Tuesday",)))["this week"].reported_by
    assert not linked(told_by("a.txt", text.replace(":", "."), "2020-05-08", ("Tuesday",)))["this week"].reported_by


def test_of_several_reports_the_earliest_bounds() -> None:
    later = told_by("c.txt", FRIDAY.replace("Friday", "Saturday"), "2020-05-09", ("Saturday",))
    found = linked(later, told_by("a.txt", FRIDAY, "2020-05-08", ("Friday",)), told_by("b.txt", LAST_WEEK, "2020-05-10"))
    assert found["last week"].reported_by == found["Friday"].sources[0].id
