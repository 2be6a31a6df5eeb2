"""A record of a dump as a draft: what its columns hold, whatever they are called. For CSV, JSON, JSON lines and JSON Feed."""

from __future__ import annotations

import ast
import math
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from html import unescape

from timeline.articles.columns import SUMMARY, UPDATED, by_plain_name, found, listed
from timeline.articles.dates import readings
from timeline.articles.draft import Draft, Rung, Unread, Written
from timeline.articles.markup import plain
from timeline.articles.settings import Settings
from timeline.articles.source import too_large
from timeline.articles.text import opening

_NOTHING = frozenset(("", "nan", "none", "null", "nil", "n/a", "na", "-", "undefined"))
_INSIDE = "name rendered value text #text main plain html href url $date $numberLong @value title".split()
_DEEPEST = 4  # a value in a value in a value
_LONGEST_DAY = 60  # characters of a value that is a date
_ADDRESS = re.compile(r"\w+://|www\.|/", re.IGNORECASE)
_SHOWN = 12  # columns that a message names


def draft_of(
    record: object, place: str, settings: Settings, *, site: str = "", language: str = "", note: str = ""
) -> Draft | Unread:
    """The article that a record tells, `place` being where it stands; `site` and `language` are those of the whole dump.

    `note` is what a person should know of it.

    >>> draft = draft_of({"Publish Date": "8 May 2020", "body": "The ferry sank.", "authors": ["A", "B"]}, "3", Settings())
    >>> draft.record, draft.author, draft.written[0].evidence
    ('3', 'A, B', 'Publish Date: 8 May 2020')
    >>> draft_of({"id": "1", "Inhalt": "The ferry sank."}, "3", Settings()).why
    'none of the columns is known as the text: id, Inhalt; name it with --column text=Inhalt'
    """
    if not isinstance(record, dict):
        return Unread(place, 'no article: a record has to be an object like {"published": …, "title": …, "text": …}')
    record = _unwrapped(record, settings)
    names = by_plain_name(record)
    notes = [note] if note else []
    text = _first(record, found(names, "text", settings.columns), "\n\n")
    if not text and (text := _first(record, summary := list(listed(names, SUMMARY)), "\n\n")):
        notes.append(f"only the record's {summary[0]!r} is there to read, not its whole text")
    if not text:
        return Unread(place, _no_text(record, names, settings))
    if len(text) > settings.largest:
        return Unread(place, too_large(settings.largest))
    text = as_text(text)

    def short(field: str) -> str:
        return _one_line(as_text(_first(record, found(names, field, settings.columns))))

    draft = Draft(text, short("title"), _names(short("author")), short("url"), short("site") or site, record=place)
    draft.language = _tag(short("language")) or language
    draft.written = list(_days(record, names, settings))
    draft.notes = notes
    opening(draft)
    if not draft.written and (note := _no_day(record, names, settings)):
        draft.notes.append(note)
    return draft


def text_column(names: Iterable[str], settings: Settings) -> bool:
    """Whether one of the names is that of a text."""
    known = by_plain_name(names)
    return any(found(known, "text", settings.columns)) or any(listed(known, SUMMARY))


def is_article(record: Mapping[str, object], settings: Settings) -> bool:
    """Whether a text that is no list and no mere summary is among its columns."""
    return any(isinstance(record[name], str) for name in found(by_plain_name(record), "text", settings.columns))


def tells(record: object, settings: Settings) -> bool:
    """Whether a text is among its columns, or among those of an object in it."""
    return isinstance(record, dict) and text_column(_unwrapped(record, settings), settings)


def no_text_column(names: Iterable[str], values: Mapping[str, str] | None = None) -> str:
    """Why nothing is read of a record or a table with these columns, and the mend; the longest value is likely the text.

    >>> no_text_column(["Nr", "Inhalt"], {"Nr": "1", "Inhalt": "The ferry sank."})
    'none of the columns is known as the text: Nr, Inhalt; name it with --column text=Inhalt'
    """
    shown = [short for name in names if (short := _one_line(name)[:40])]
    if not shown:
        return "the record is empty"
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    longest = max(values, key=lambda name: len(values[name]), default="") if values else ""
    mend = _named("text", _one_line(longest) or shown[0])
    return f"none of the columns is known as the text: {', '.join(shown[:_SHOWN])}{more}; name it with {mend}"


def _named(field: str, column: str) -> str:
    return f"--column {shlex.quote(f'{field}={column}')}"


def _no_day(record: Mapping[str, object], names: Mapping[str, str], settings: Settings) -> str:
    """A word on a record none of whose columns is known as its day, with the one that holds a date; "" if one is known."""
    if any(found(names, "published", settings.columns)) or any(listed(names, UPDATED)):
        return ""
    dated = next((name for name, value in record.items() if _is_day(_string(value))), "")
    mend = f": name it with {_named('published', _one_line(dated))}" if dated else ""
    return f"no column is known as its day{mend}"


def _is_day(value: str) -> bool:
    """Whether a value is a date with day, month and year, and little else."""
    if len(value) > _LONGEST_DAY or _ADDRESS.match(value):
        return False
    first = next(readings(value), None)
    return first is not None and bool(first.days) and 2 * len(first.words) >= len(value.split("T")[0].strip())


def _no_text(record: Mapping[str, object], names: Mapping[str, str], settings: Settings) -> str:
    empty = [*found(names, "text", settings.columns), *listed(names, SUMMARY)]
    return f"there is no text in its column {empty[0]!r}" if empty else no_text_column(record, texts(record))


def texts(record: Mapping[str, object]) -> dict[str, str]:
    """What the columns of a record hold, as text."""
    return {name: _string(value) for name, value in record.items()}


def _unwrapped(record: dict[str, object], settings: Settings) -> dict[str, object]:
    """The record with what stands one level deeper ({"_source": {…}}), where only there is a text."""
    if text_column(record, settings):
        return record
    for name, inner in record.items():
        if isinstance(inner, dict) and text_column(inner, settings):
            return inner | {key: value for key, value in record.items() if key not in inner and key != name}
    return record


# ---------------------------------------------------------------- values


def _first(record: Mapping[str, object], names: Iterable[str], between: str = ", ") -> str:
    """What the first of the columns holds that holds anything."""
    return next((value for name in names if (value := _string(record[name], between))), "")


def _string(value: object, between: str = ", ", depth: int = 0) -> str:
    """A value as one text: a list's parts joined, of an object what names it; "" for what says nothing."""
    if isinstance(value, str):
        return "" if value.strip().lower() in _NOTHING else _whole(value)
    if isinstance(value, bool) or value is None or depth > _DEEPEST:
        return ""
    if isinstance(value, Mapping):
        return next((told for key in _INSIDE if (told := _string(value.get(key), between, depth + 1))), "")
    if isinstance(value, list):
        return between.join(told for part in value if (told := _string(part, between, depth + 1)))
    if isinstance(value, float):
        return f"{value:.15g}" if math.isfinite(value) else ""
    return _whole(str(value)) if isinstance(value, int) else ""


def _whole(text: str) -> str:
    """The text without halves of characters, which JSON may name and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def _one_line(text: str) -> str:
    return " ".join(_whole(text).split())


def _names(authors: str) -> str:
    """Names without the brackets of a list that was written as text: "['Ann Lee', 'Bo Ek']"."""
    if authors.startswith("[") and authors.endswith("]"):
        try:
            return _string(ast.literal_eval(authors))
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return authors
    return authors


def _tag(language: str) -> str:
    return language if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*", language) else ""


# ---------------------------------------------------------------- markup in values

_MARKED = re.compile(
    r"</?(?:p|div|br|hr|span|a|b|i|u|em|strong|h[1-6]|ul|ol|li|img|table|t[rdh]|blockquote|article|section|figure|font|script|style"
    r"|html|body|pre|sup|sub|small|time)(?:\s[^<>]*)?/?>|<!--",
    re.IGNORECASE,
)
_BLOCKS = re.compile(
    r"<(?:p|div|br|h[1-6]|ul|ol|li|table|blockquote|article|section|body|script|style|pre|!--)[\s/>-]?", re.IGNORECASE
)
_ENTITY = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[mn]dash|hellip|[a-z](?:acute|grave|uml|circ));", re.I
)


def as_text(value: str) -> str:
    r"""What a reader sees of a value that may hold HTML: its text, where it does; the lines of a plain text stay.

    >>> as_text("<p>Kim &amp; Xi</p><p>8 < 9</p>"), as_text("Fish &amp; chips\n\n<b>Two</b> dollars"), as_text("8 < 9 & so on")
    ('Kim & Xi\n\n8 < 9', 'Fish & chips\n\nTwo dollars', '8 < 9 & so on')
    """
    if "<" in value and _MARKED.search(value):
        if _BLOCKS.search(value):
            return plain(value)
        return "\n".join(plain(line) if _MARKED.search(line) else unescape(line) for line in value.splitlines())
    return unescape(value) if "&" in value and _ENTITY.search(value) else value


# ---------------------------------------------------------------- the day

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_SECONDS = (100_000_000, 4_100_000_000)  # 1973 to 2099; smaller numbers are 20200508, or count something else
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _days(record: Mapping[str, object], names: Mapping[str, str], settings: Settings) -> Iterator[Written]:
    """The day as the surest column tells it; that of a change where there is no other."""
    for name in (*found(names, "published", settings.columns), *listed(names, UPDATED)):
        words = _one_line(_string(record[name]))
        if words:
            yield written(_one_line(name), words)
            return


def written(name: str, words: str) -> Written:
    """A day as a field tells it; numbers that count the seconds since 1970 become a day, in UTC.

    >>> written("ts", "1588896000000")
    Written(rung=<Rung.FIELD: 4>, words='2020-05-08 00:00:00Z', evidence='ts: 1588896000000, which is 2020-05-08 in UTC')
    """
    if (compact := _COMPACT.fullmatch(words)) is not None:
        year, month, day, *clock = compact.groups()
        return Written(Rung.FIELD, f"{year}-{month}-{day} {':'.join(clock)}", f"{name}: {words}")
    if _NUMBER.fullmatch(words):
        number = float(words)
        for unit in (1, 1_000, 1_000_000, 1_000_000_000):
            if _SECONDS[0] <= number / unit <= _SECONDS[1]:
                told = _EPOCH + timedelta(seconds=int(number / unit))
                said = f"{name}: {words}, which is {told:%Y-%m-%d} in UTC"
                return Written(Rung.FIELD, f"{told:%Y-%m-%d %H:%M:%S}Z", said)
    return Written(Rung.FIELD, words, f"{name}: {words}")
