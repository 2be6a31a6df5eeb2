"""Reads JSON: a list of articles, one article, an object that holds a list of them, a JSON Feed; or JSON lines by another name.

A list is read one article after the other, however long it is; an object as a whole, up to a limit. The
place of a record is its number in the list, from 1.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from timeline.articles import jsonl
from timeline.articles.draft import Draft, Unread
from timeline.articles.jsonvalues import Values
from timeline.articles.lines import Mending, text_of
from timeline.articles.records import draft_of, is_article, tells
from timeline.articles.settings import MB, Settings
from timeline.articles.source import Source
from timeline.errors import ArticleError

_WHOLE = 50 * MB  # of one object that is read at once; it takes up to twenty times as much memory
_DEEPEST = 5  # objects in objects, where the list of articles may be
_LOOKED_AT = 5  # records that tell what a list holds
_LINES_INSTEAD = "convert it to JSON lines (one article a line), as jq -c '.articles[]' does"


def read(source: Source) -> Iterator[Draft | Unread]:
    """The articles of a JSON file."""
    if _is_lines(source):
        yield from jsonl.read(source)
        return
    with text_of(source) as stream:
        values = Values(stream, Mending(source))
        begin = values.peek()
        if begin == "[":
            values.skip()
            yield from _list(values, source.settings)
        elif begin == "{":
            yield from _objects(values, source.settings)
        else:
            raise ArticleError("no JSON: it begins with neither [ nor {" if begin else "the file is empty")


def _is_lines(source: Source) -> bool:
    """Whether the first line is an object of its own, and another follows."""
    with text_of(source) as stream:
        first = stream.readline(source.settings.largest)
        second = stream.readline(_LOOKED_AT) if first.endswith("\n") else ""
    if not first.startswith("{") or not second.startswith("{"):
        return False
    try:
        return isinstance(json.loads(first, strict=False), dict)
    except (ValueError, RecursionError):
        return False


def _list(values: Values, settings: Settings) -> Iterator[Draft | Unread]:
    """The articles of a list that is the whole file."""
    yield from _rest(values, 0, settings)
    if not values.peek():
        raise ArticleError("it ends in the middle: the rest of it is missing")
    values.skip()
    if values.peek():
        raise ArticleError(f"more stands behind its list, and is left out: {_LINES_INSTEAD}")


def _objects(values: Values, settings: Settings) -> Iterator[Draft | Unread]:
    """The articles of one object, or of several that stand one behind the other."""
    whole = max(_WHOLE, settings.largest)
    value, note = values.next(whole, f"larger than {whole / MB:g} MB as one JSON object: {_LINES_INSTEAD}")
    if values.peek(","):
        yield draft_of(value, "1", settings, note=note)
        yield from _rest(values, 1, settings)
    else:
        yield from _articles_in(value, note, settings)


def _rest(values: Values, number: int, settings: Settings) -> Iterator[Draft | Unread]:
    """The articles up to the end of a list or the file, `number` of which were read before."""
    while values.peek(",") not in ("", "]"):
        number += 1
        try:
            value, note = values.next(settings.largest)
        except ArticleError as error:
            raise ArticleError(f"item {number}: {error}; it and what stands behind it are left out") from None
        yield draft_of(value, str(number), settings, note=note)


# ---------------------------------------------------------------- where the articles are in an object


def _articles_in(value: dict[str, Any], note: str, settings: Settings) -> Iterator[Draft | Unread]:
    """Those of the list that an object holds; the object itself where it is an article or holds no list."""
    records = None if is_article(value, settings) else _list_in(value, settings)
    if records is not None:
        site, language = _of_the_feed(value)
        for number, record in enumerate(records, 1):
            yield draft_of(record, str(number), settings, site=site, language=language, note=note)
        return
    one = draft_of(value, "", settings, note=note)
    if isinstance(one, Unread):
        raise ArticleError(one.why)
    yield one


def _of_the_feed(value: Mapping[str, Any]) -> tuple[str, str]:
    """Title and language of a JSON Feed; of other objects they may be anything."""
    if "jsonfeed.org" not in str(value.get("version")):
        return "", ""
    title, language = value.get("title"), value.get("language")
    return title if isinstance(title, str) else "", language if isinstance(language, str) else ""


def _list_in(value: dict[str, Any], settings: Settings) -> list[Any] | None:
    """The one list of articles in an object, however wrapped; None if there is none. Raises ArticleError for several."""
    level: dict[str, Any] = {"": value}
    for _ in range(_DEEPEST):
        lists = {name: records for name, inner in level.items() if (records := _records_of(inner, settings))}
        telling = {name: records for name, records in lists.items() if any(map(_tells(settings), records[:_LOOKED_AT]))}
        if len(telling) > 1:
            raise ArticleError(f"it holds several lists of articles ({', '.join(sorted(telling))}): {_LINES_INSTEAD}")
        found = telling or lists
        if len(found) == 1:
            return next(iter(found.values()))
        level = {
            f"{name}.{key}".lstrip("."): inner
            for name, outer in level.items()
            if isinstance(outer, dict)
            for key, inner in outer.items()
        }
    return None


def _records_of(value: object, settings: Settings) -> list[Any]:
    """The objects of a list, or of an object that has them by their ids."""
    if isinstance(value, list) and all(isinstance(record, dict) for record in value[:_LOOKED_AT]):
        return value
    if (
        isinstance(value, dict)
        and value
        and all(isinstance(record, dict) and tells(record, settings) for record in value.values())
    ):
        return list(value.values())
    return []


def _tells(settings: Settings) -> Callable[[Any], bool]:
    return lambda record: tells(record, settings)
