"""The extractor as a tool for others: a JSON line with a text in, a JSON line with its expressions out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from timeline.errors import DateSyntaxError, UsageError
from timeline.explain import why_of
from timeline.kind import Kind
from timeline.model import Mention
from timeline.notation import iso_days, parse_date
from timeline.recognize import readings


def tag_lines(lines: Iterable[str], name: str, kind: str | None = None, *, why: bool = False) -> Iterator[str]:
    """Tag each line `{id, published, text}`; blank lines are passed over. Raises UsageError with the line.

    `kind` ("news" or "narrative") forces how the texts are read; `why` adds what led to each expression.

    >>> list(tag_lines(['{"id": 1, "published": "2020-05-10", "text": "on Saturday"}'], "in.jsonl"))[0][:72]
    '{"id": 1, "expressions": [{"start": 3, "end": 11, "text": "Saturday", "t'
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield json.dumps(tag(json.loads(line), kind, why=why), ensure_ascii=False)
        except json.JSONDecodeError as error:
            raise UsageError(f"{name}:{number}:{error.colno}: not JSON: {error.msg}") from None
        except UsageError as error:
            raise UsageError(f"{name}:{number}: {error}") from None


def tag(record: Any, kind: str | None = None, *, why: bool = False) -> dict[str, Any]:
    """The expressions of one record. `published` is an ISO day or null; offsets are characters of `text`."""
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UsageError('each line has to be an object with a \'text\': {"id": …, "published": "2020-05-10", "text": …}')
    published = published_day(record.get("published"))
    found: list[dict[str, Any]] = []
    for read in readings(record["text"], published, None if kind is None else Kind(kind)):
        told = {"why": why_of(read, record["text"])} if why else {}
        found += [_expression(mention) | told for mention in read.mention.parts or (read.mention,)]
    return {"id": record.get("id"), "expressions": found}


def published_day(value: Any) -> int | None:
    """The day number of an ISO day (a time behind it is passed over); None for null or nothing."""
    if value is None or value == "":
        return None
    try:
        day = parse_date(str(value)[:10]) if isinstance(value, str) else None
    except DateSyntaxError as error:
        raise UsageError(f"published: {error}") from None
    if day is None or day.first_day != day.last_day:
        raise UsageError(f"published: {value!r} is not one day: write it as 2020-05-08, or null")
    return day.first_day


def _expression(mention: Mention) -> dict[str, Any]:
    earliest, latest = iso_days(mention.interval)
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "type": mention.type,
        "value": mention.value,
        "mod": mention.mod,
        "earliest": earliest,
        "latest": latest,
        "rule": mention.rule,
    }
