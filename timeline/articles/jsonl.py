"""Reads JSON lines: one article a line, read line by line. The place of a record is the number of its line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.articles.draft import Draft, Unread
from timeline.articles.jsonvalues import fault_of
from timeline.articles.lines import Line, lines
from timeline.articles.records import draft_of
from timeline.articles.source import Source


def read(source: Source) -> Iterator[Draft | Unread]:
    """The articles of a file of JSON lines; a broken line is an Unread, and the others go on."""
    for line in lines(source):
        if line.fault or line.text.strip():
            yield _article(line, source)


def _article(line: Line, source: Source) -> Draft | Unread:
    place = str(line.number)
    if line.fault:
        return Unread(place, line.fault)
    try:
        record = json.loads(line.text, strict=False)
    except ValueError as error:
        return Unread(place, fault_of(error, line.number - 1))
    except RecursionError:
        return Unread(place, "lists in lists, too deep to be read")
    return draft_of(record, place, source.settings, note=line.note)
