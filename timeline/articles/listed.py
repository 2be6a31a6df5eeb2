"""articles.yaml: where a person puts right what an article does not say, or says wrongly, of itself.

- {file: letter.txt, published: 2020-05-08}
- file: bbc-*.txt
  day_first: true
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
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
_WILD = re.compile(r"[*?\[]")
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


class Sheet:
    """The lines of one articles.yaml. A line that names a file whole is found by that name: there may be a line for each."""

    def __init__(self, place: Path, text: str | None = None) -> None:
        self.place = place
        self.lines = load(place) if text is None else loads(text, place)
        self._named: dict[str, list[int]] = {}
        self._patterns = [at for at, (_, line) in enumerate(self.lines) if _WILD.search(line.file)]
        for at, (_, line) in enumerate(self.lines):
            self._named.setdefault(line.file, []).append(at)

    def fitting(self, file: Path, record: str) -> Iterator[tuple[int, Line]]:
        """The lines that speak of an article, with their numbers, in order."""
        return (one for one in self.speaking(file) if one[1].record in ("", record))

    def speaking(self, file: Path) -> Iterator[tuple[int, Line]]:
        """The lines that speak of a file, or of a record of it, with their numbers, in order."""
        path = file.relative_to(self.place.parent).as_posix()
        likely = {*self._named.get(path, ()), *self._named.get(file.name, ()), *self._patterns}
        return (self.lines[at] for at in sorted(likely) if self.lines[at][1].fits(path, self.lines[at][1].record))


class Listed:
    """The lines of all articles.yaml beside some articles, and above them as far as `roots`; knows which were of use.

    `texts` are those that are not on the disk.
    """

    def __init__(self, roots: Iterable[Path] = (), texts: Mapping[Path, str] | None = None) -> None:
        self._roots = frozenset(roots)
        self._texts = texts or {}
        self._sheets: dict[Path, Sheet | None] = {}
        self._above: dict[Path, list[Sheet]] = {}
        self._used: set[tuple[Path, int]] = set()

    def of(self, file: Path, record: str = "") -> Line | None:
        """What is said of an article: the nearest folder first, in one folder the last line that says it."""
        said: dict[str, Any] = {}
        for sheet in self._speaking(file):
            for number, line in sheet.fitting(file, record):
                self._used.add((sheet.place, number))
                said |= line.model_dump(exclude_unset=True)
        return Line.model_construct(**said) if said else None

    def about(self, file: Path) -> str:
        """All that is said of a file, of all of it or of a record, as one text; it counts as of use."""
        said = []
        for sheet in self._speaking(file):
            for number, line in sheet.speaking(file):
                self._used.add((sheet.place, number))
                said.append(line.model_dump_json(exclude_unset=True))
        return "\n".join(said)

    def unused(self) -> Iterator[str]:
        """A word on each line that fits no article."""
        for sheet in filter(None, self._sheets.values()):
            for number, line in sheet.lines:
                if (sheet.place, number) not in self._used:
                    yield f"{sheet.place}:{number}: no article fits 'file: {line.file}'"

    def _speaking(self, file: Path) -> list[Sheet]:
        folder = file.parent
        sheets = self._above.get(folder)
        if sheets is None:
            sheets = self._above[folder] = list(self._down_to(folder))
        return sheets

    def _down_to(self, folder: Path) -> Iterator[Sheet]:
        """The sheets that speak of a folder, that of the outermost root first."""
        way = [folder, *folder.parents] if self._roots else [folder]
        outermost = max((at for at, one in enumerate(way) if one in self._roots), default=0)
        for one in reversed(way[: outermost + 1]):
            if one not in self._sheets:
                place = one / NAME
                there = place in self._texts or place.is_file()
                self._sheets[one] = Sheet(place, self._texts.get(place)) if there else None
            if (sheet := self._sheets[one]) is not None:
                yield sheet


class Said(Listed):
    r"""What was said of one file, as `about` told it: for who sees no articles.yaml.

    >>> said = '{"file": "a.jsonl", "title": "A"}\n{"file": "a.jsonl", "record": "2", "title": "B"}'
    >>> [Said(said).of(Path("a.jsonl"), record).title for record in ("1", "2")]
    ['A', 'B']
    """

    def __init__(self, said: str) -> None:
        super().__init__()
        self._lines = [Line.model_construct(**json.loads(line)) for line in said.split("\n") if line]

    def of(self, file: Path, record: str = "") -> Line | None:
        """See Listed."""
        said: dict[str, Any] = {}
        for line in self._lines:
            if line.record in ("", record):
                said |= line.model_dump(exclude_unset=True)
        return Line.model_construct(**said) if said else None


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
