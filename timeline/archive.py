"""What the last build knew, kept as text in `.timeline/` beside the events file.

    .timeline/
      texts/DIGEST.txt             the texts of the articles, by hash of their content
      events.schema.json           what events files may hold, for editors
      events.yaml/                 one folder for each events file
        base.jsonl                 what the last build wrote, for the three-way merge
        articles.jsonl             every article found: read or skipped, and what became of its phrases
        left.jsonl                 articles that are no longer there, should they come back
        maybe.jsonl                pairs of events that may be the same, and those that a person has refused
        backups/                   earlier versions of the events file

All but the backups belongs under version control, beside the events file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from timeline.atomic import write_new, write_whole
from timeline.errors import EventsFileError, Fault
from timeline.layout import SCHEMA
from timeline.records import ArticleRecord, Base, BaseEntry, MaybeRecord, Record, Stamp

_BASE, _READY = "base.jsonl", "base.ready.jsonl"
_BACKUPS = 10
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier version of the events file, what was known of it, and what was done then that replaced it."""

    number: int
    text: str
    base: bytes
    done: str


_R = TypeVar("_R", bound=Record)


class Archive:
    """The `.timeline/` of one events file.

    >>> Archive(Path("case/events.yaml")).folder.as_posix()
    'case/.timeline/events.yaml'
    """

    def __init__(self, events: Path) -> None:
        self.events = events
        self.root = events.parent / ".timeline"
        self.folder = self.root / events.name
        self.backups = self.folder / "backups"

    def text(self, digest: str) -> str | None:
        """The text of an article, or None where it was not kept."""
        if not _DIGEST.fullmatch(digest):
            return None
        try:
            return (self.root / "texts" / f"{digest}.txt").read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def keep_texts(self, texts: Mapping[str, str]) -> None:
        """Keep texts under their digests; what is there already is left alone."""
        write_new(self.root / "texts", ((f"{digest}.txt", text.encode("utf-8")) for digest, text in texts.items()))

    def keep_schema(self, content: bytes) -> None:
        """Keep the schema that the first line of the events file names; no change, no write."""
        path = self.root / SCHEMA
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)

    def articles(self) -> list[ArticleRecord]:
        """What the builds so far found, in order of path; empty where nothing was built."""
        return self._rows("articles.jsonl", ArticleRecord)

    def write_articles(self, records: Iterable[ArticleRecord]) -> None:
        """Replace the account of articles; no change, no write."""
        ordered = sorted(records, key=lambda r: r.path)
        self._write("articles.jsonl", _lines(ordered))

    def left(self) -> list[ArticleRecord]:
        """Articles that builds read once and that are no longer there, in order of path."""
        return self._rows("left.jsonl", ArticleRecord)

    def write_left(self, records: Iterable[ArticleRecord]) -> None:
        """Replace the list of articles that are no longer there; no change, no write."""
        ordered = sorted(records, key=lambda r: r.path)
        self._write_any("left.jsonl", _lines(ordered))

    def maybes(self) -> list[MaybeRecord]:
        """The near misses of the last build, and all that were refused."""
        return self._rows("maybe.jsonl", MaybeRecord)

    def write_maybes(self, records: Iterable[MaybeRecord]) -> None:
        """Replace the list of near misses; no change, no write."""
        self._write_any("maybe.jsonl", _lines(records))

    def base(self, stamp: str) -> Base | None:
        """The base of the merge, of the file with that stamp if it is there; None where no build has left one.

        A build that was cut off between file and base has left the base laid ready: it counts once the
        file carries its stamp.
        """
        ready = self._base(_READY)
        return ready if ready is not None and ready.stamp == stamp else self._base(_BASE)

    def base_of_version(self, stamp: str) -> Base | None:
        """The base of the earlier version with that stamp, where one is kept."""
        known = (base_of(version.base) for version in reversed(self.versions()))
        return next((base for base in known if base is not None and base.stamp == stamp), None)

    def _base(self, name: str) -> Base | None:
        return _as_base(self._rows(name, BaseEntry, head=Stamp))

    def base_content(self) -> bytes:
        """The base as it lies on disk, for `base_of`; nothing where there is none."""
        return self._content(_BASE) or b""

    def stage(self, base: Base) -> None:
        """Lay a base ready, before the events file it belongs to is written."""
        self._write(_READY, _base_text(base))

    def commit(self) -> None:
        """Make the base that lies ready the base."""
        (self.folder / _READY).replace(self.folder / _BASE)

    def recover(self, stamp: str) -> None:
        """Finish a build that was cut off behind the file: the base that lies ready is that of the file with this stamp."""
        if stamp and self.ready_stamp() == stamp:
            self.commit()

    def ready_stamp(self) -> str:
        """The stamp of the base that lies ready, "" where none does."""
        ready = self._base(_READY)
        return "" if ready is None else ready.stamp

    def settle(self, base: Base) -> None:
        """Make this the base of a file that stays as it is; no change, no write."""
        if self._content(_BASE) != _base_text(base):
            self.stage(base)
            self.commit()
        (self.folder / _READY).unlink(missing_ok=True)

    def back_up(self, text: str, done: str) -> None:
        """Keep a version of the events file and what was known of it, the last ten of them; `done` says what replaces it."""
        numbers = self.numbers()
        stem = f"{(numbers[-1] if numbers else 0) + 1:06d}"
        write_whole(self.backups / f"{stem}.base.jsonl", self._content(_BASE) or b"")
        write_whole(self.backups / f"{stem}.done.txt", done.encode("utf-8"))
        write_whole(self.backups / f"{stem}.yaml", text.encode("utf-8"))
        for number in numbers[: -(_BACKUPS - 1)]:
            for kind in ("yaml", "base.jsonl", "done.txt"):
                (self.backups / f"{number:06d}.{kind}").unlink(missing_ok=True)

    def numbers(self) -> list[int]:
        """The numbers of the versions that are kept, the oldest first; none of them is read."""
        return [int(path.stem) for path in self._kept()]

    def latest(self) -> int:
        """The number of the last version that is kept; 0 where none is."""
        return max(self.numbers(), default=0)

    def retell(self, number: int, done: str) -> None:
        """Tell anew what was done that replaced a version."""
        write_whole(self.backups / f"{number:06d}.done.txt", done.encode("utf-8"))

    def versions(self) -> list[Version]:
        """The versions of the events file that are kept, the oldest first."""
        return [_version(path) for path in self._kept()]

    def _kept(self) -> list[Path]:
        return sorted(path for path in self.backups.glob("*.yaml") if path.stem.isdigit())

    def stage_content(self, content: bytes) -> None:
        """Lay a base ready as it was kept with a version of the events file; nothing where there was none."""
        if content:
            self._write(_READY, content)
        else:
            (self.folder / _READY).unlink(missing_ok=True)

    def commit_content(self, content: bytes) -> None:
        """Make that the base, once the file it belongs to is written."""
        if content:
            self.commit()
        else:
            (self.folder / _BASE).unlink(missing_ok=True)

    def _rows(self, name: str, model: type[_R], head: type[_R] | None = None) -> list[_R]:
        content = self._content(name)
        rows = []
        for number, line in enumerate((content or b"").split(b"\n"), 1):
            if line.strip():
                try:
                    rows.append((head if head is not None and number == 1 else model).model_validate_json(line))
                except ValidationError:
                    mend = "this file is the build's own: take it back from version control, or delete it"
                    where = (self.folder / name).as_posix()
                    raise EventsFileError(where, [Fault(number, 1, f"not readable; {mend}")]) from None
        return rows

    def _content(self, name: str) -> bytes | None:
        try:
            return (self.folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def _write_any(self, name: str, content: bytes) -> None:
        """Write a file that is not there as long as it would be empty."""
        if content or self._content(name) is not None:
            self._write(name, content)

    def _write(self, name: str, content: bytes) -> None:
        if self._content(name) != content:
            write_whole(self.folder / name, content)


def base_of(content: bytes) -> Base | None:
    """The base that was kept with a version of the events file; None where it cannot be read."""
    try:
        lines = [line for line in content.split(b"\n") if line.strip()]
        return _as_base([(BaseEntry if number else Stamp).model_validate_json(line) for number, line in enumerate(lines)])
    except ValidationError:
        return None


def _as_base(rows: Sequence[Record]) -> Base | None:
    if not rows or not isinstance(rows[0], Stamp):
        return None
    return Base(stamp=rows[0].stamp, entries=[row for row in rows[1:] if isinstance(row, BaseEntry)])


def _version(path: Path) -> Version:
    def beside(kind: str) -> bytes:
        other = path.with_suffix(f".{kind}")
        return other.read_bytes() if other.exists() else b""

    return Version(int(path.stem), path.read_bytes().decode("utf-8"), beside("base.jsonl"), beside("done.txt").decode("utf-8"))


def _lines(rows: Iterable[BaseModel]) -> bytes:
    dumped = (row.model_dump(exclude_defaults=True) for row in rows)
    return "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in dumped).encode("utf-8")


def _base_text(base: Base) -> bytes:
    return _lines([Stamp(stamp=base.stamp), *base.entries])
