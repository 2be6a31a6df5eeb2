"""articles.yaml: where a person puts right what an article does not say, or says wrongly, of itself.

- {file: letter.txt, published: 2020-05-08}
- file: bbc-*.txt
  day_first: true
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from glob import escape
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, ValidationError

from timeline import yamltext
from timeline.articles.dates import readings
from timeline.emit import in_brackets
from timeline.entries import Flag, Known, Text
from timeline.errors import EventsFileError, Fault
from timeline.store import put_right, read_text

NAME = "articles.yaml"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")


def _is_day(value: str) -> str:
    found = list(readings(value))
    if value and (len(found) != 1 or len(found[0].days) != 1):
        fault = found[0].fault if found else ""
        raise ValueError(f"published: {fault or f'{value!r} is not one day'}: write it as 2020-05-08")
    return value


def _is_encoding(value: str) -> str:
    try:
        "".encode(value or "utf-8")
    except LookupError:
        raise ValueError(f"encoding: {value!r} is not known: write it as utf-8, cp1252, shift_jis …") from None
    return value


def _is_language(value: str) -> str:
    if value and not _TAG.fullmatch(value):
        from babel import Locale  # late: only a mistake needs it

        codes = {name.casefold(): code for code, name in Locale("en").languages.items()}
        raise ValueError(f"language: {value!r} is no tag of a language: write it as {codes.get(value.casefold(), 'en')}")
    return value


class Line(Known):
    """What a person says of the articles whose file fits; `file` may be a pattern, `record` a place in a dump."""

    model_config = ConfigDict(extra="allow", frozen=True)

    file: Text
    record: str = ""
    published: Annotated[str, AfterValidator(_is_day)] = ""
    title: str = ""
    author: str = ""
    url: str = ""
    language: Annotated[str, AfterValidator(_is_language)] = ""
    encoding: Annotated[str, AfterValidator(_is_encoding)] = ""
    day_first: Flag | None = None
    skip: Flag = False

    def fits(self, path: str, record: str) -> bool:
        """Whether it speaks of the file, whose path is told from the folder of articles.yaml, and of the record."""
        here = path == self.file or fnmatchcase(path, self.file) or fnmatchcase(path.rpartition("/")[2], self.file)
        return here and self.record in ("", record)


@dataclass(slots=True)
class Listed:
    """The lines of all articles.yaml beside some articles, and above them as far as `roots`; knows which were of use."""

    roots: Sequence[Path] = ()
    lines: list[tuple[Path, int, Line]] = field(default_factory=list)
    _read: set[Path] = field(default_factory=set)
    _used: set[tuple[Path, int]] = field(default_factory=set)

    def of(self, file: Path, record: str = "") -> Line | None:
        """What is said of an article: the nearest folder first, in one folder the last line that says it."""
        said: dict[str, Any] = {}
        self._load(file.parent)
        for folder in file.parent.parents:
            if any(folder.is_relative_to(root) for root in self.roots):
                self._load(folder)
        if not self.lines:
            return None
        for place, number, line in sorted(self.lines, key=lambda one: (len(one[0].parts), one[1])):
            if file.is_relative_to(place.parent) and line.fits(file.relative_to(place.parent).as_posix(), record):
                self._used.add((place, number))
                said |= line.model_dump(exclude_unset=True)
        return Line.model_construct(**said) if said else None

    def unused(self) -> Iterator[str]:
        """A word on each line that fits no article."""
        for place, number, line in self.lines:
            if (place, number) not in self._used:
                yield f"{place}:{number}: no article fits 'file: {line.file}'"

    def _load(self, folder: Path) -> None:
        if folder not in self._read:
            self._read.add(folder)
            place = folder / NAME
            if place.is_file():
                self.lines += [(place, number, line) for number, line in load(place)]


def line_of(file: str, record: str, **said: str) -> str:
    """The line that says something of one article, whose file stands beside articles.yaml.

    >>> line_of("letter.txt", "", published="2020-05-08"), line_of("a[1]: b.txt", "12", title="Snow, again")
    ('- {file: letter.txt, published: 2020-05-08}', '- {file: "a[[]1]: b.txt", record: 12, title: "Snow, again"}')
    """
    told = {"file": escape(file), "record": record, **said}
    plain = {key: value if value.isdigit() or value in ("true", "false") else in_brackets(value) for key, value in told.items()}
    return f"- {{{', '.join(f'{key}: {value}' for key, value in plain.items() if told[key])}}}"


def load(path: Path) -> list[tuple[int, Line]]:
    """The lines of one articles.yaml with their numbers. Raises EventsFileError with every fault."""
    return loads(read_text(path), path)


def loads(text: str, path: Path) -> list[tuple[int, Line]]:
    """As `load`, from text that has been read already; `path` is for messages."""
    parsed = yamltext.parse(text, str(path), "an article", "file: a.txt")
    faults = list(parsed.faults)
    lines = []
    for item in parsed.items:
        data, renamed = put_right(Line, item.data, item.node, faults)
        try:
            lines.append((item.node.start_mark.line + 1, Line.model_validate(data)))
        except ValidationError as error:
            faults += [_fault(item, detail, renamed) for detail in error.errors(include_url=False)]
    if faults:
        raise EventsFileError(str(path), sorted(faults, key=yamltext.place))
    return lines


def _fault(item: yamltext.Item, detail: Any, renamed: dict[Any, str]) -> Fault:
    key = detail["loc"][0] if detail["loc"] else ""
    said = str(detail["msg"]).removeprefix("Value error, ")
    if detail["type"] in ("missing", "string_too_short"):
        said = f"a line needs a {key}: '- {{file: a.txt, published: 2020-05-08}}'"
    elif detail["type"] == "string_type":
        said = f"{key}: this has to be a text, not a list and not keys"
    return yamltext.fault(yamltext.find(item.node, (renamed.get(key, key),)), said)
