"""What the last build knew, kept as text in `.timeline/` beside the events file.

    .timeline/
      texts/DIGEST.txt             the texts of the articles, by hash of their content
      events.yaml/                 one folder for each events file
        base.jsonl                 what the last build wrote, for the three-way merge
        articles.jsonl             every article found: read or skipped, and what became of its phrases
        backups/                   earlier versions of the events file

All but the backups belongs under version control, beside the events file.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from timeline.errors import EventsFileError, Fault

_BASE, _READY = "base.jsonl", "base.ready.jsonl"
_BACKUPS = 10
_DIGEST = re.compile(r"[0-9a-f]{64}")


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class FindingRecord(_Record):
    """One phrase of an article: where it stands, what it was taken to mean and why, what became of it.

    Offsets are characters of the article's text; `date` is in the syntax of events.yaml, "" where the
    phrase has none; `fate` is "event", "unresolved" or "no event"; `id` is the id of the source.
    """

    id: str = ""
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    phrase: str
    type: str
    value: str
    date: str = ""
    fate: str
    why: str = ""
    reason: str = ""
    rule: str = ""


class ArticleRecord(_Record):
    """One file that the build found. `skipped` is the reason why it was not read, "" if it was."""

    path: str
    skipped: str = ""
    key: str = ""
    digest: str = ""
    title: str = ""
    author: str = ""
    url: str = ""
    published: str = ""
    rung: str = ""
    evidence: str = ""
    furniture: list[tuple[int, int, str]] = []
    findings: list[FindingRecord] = []


class BaseEntry(_Record):
    """An entry as the last build left it: the fields of the extractor, not the person's."""

    id: str
    date: str
    title: str
    sources: list[dict[str, str]]
    deleted: bool = False


class Base(_Record):
    """What the last build wrote, and `stamp`, which the events file it belongs to carries in its first lines."""

    stamp: str
    entries: list[BaseEntry] = []


class Archive:
    """The `.timeline/` of one events file.

    >>> Archive(Path("case/events.yaml")).folder.as_posix()
    'case/.timeline/events.yaml'
    """

    def __init__(self, events: Path) -> None:
        self.events = events
        self.root = events.parent / ".timeline"
        self.folder = self.root / events.name

    def text(self, digest: str) -> str | None:
        """The text of an article, or None where it was not kept."""
        if not _DIGEST.fullmatch(digest):
            return None
        try:
            return (self.root / "texts" / f"{digest}.txt").read_bytes().decode("utf-8")
        except OSError:
            return None

    def keep_text(self, digest: str, text: str) -> None:
        """Keep a text under its digest; what is there already is left alone."""
        path = self.root / "texts" / f"{digest}.txt"
        if not path.exists():
            write_whole(path, text.encode("utf-8"))

    def articles(self) -> list[ArticleRecord]:
        """What the builds so far found, in order of path; empty where nothing was built."""
        return [ArticleRecord.model_validate(row) for row in self._rows("articles.jsonl")]

    def write_articles(self, records: Iterable[ArticleRecord]) -> None:
        """Replace the account of articles; no change, no write."""
        rows = [r.model_dump(exclude_defaults=True) for r in sorted(records, key=lambda r: r.path)]
        self._write_rows("articles.jsonl", rows)

    def base(self, stamp: str) -> Base | None:
        """The base of the merge, of the file with that stamp if it is there; None where no build has left one.

        A build that was cut off between file and base has left the base laid ready: it counts once the
        file carries its stamp.
        """
        ready = self._base(_READY)
        return ready if ready is not None and ready.stamp == stamp else self._base(_BASE)

    def _base(self, name: str) -> Base | None:
        rows = self._rows(name)
        if not rows:
            return None
        return Base(stamp=rows[0].get("stamp", ""), entries=[BaseEntry.model_validate(row) for row in rows[1:]])

    def stage(self, base: Base) -> None:
        """Lay a base ready, before the events file it belongs to is written."""
        rows: list[dict[str, object]] = [{"stamp": base.stamp}]
        rows += [e.model_dump(exclude_defaults=True) for e in base.entries]
        self._write_rows(_READY, rows)

    def commit(self) -> None:
        """Make the base that lies ready the base; no change, no write."""
        ready, base = self.folder / _READY, self.folder / _BASE
        if base.exists() and base.read_bytes() == ready.read_bytes():
            ready.unlink()
        else:
            ready.replace(base)

    def back_up(self, text: str) -> None:
        """Keep a version of the events file, the last ten of them."""
        if not text:
            return
        folder = self.folder / "backups"
        numbers = sorted(int(p.stem) for p in folder.glob("*.yaml") if p.stem.isdigit())
        write_whole(folder / f"{(numbers[-1] if numbers else 0) + 1:06d}.yaml", text.encode("utf-8"))
        for number in numbers[: -(_BACKUPS - 1)]:
            (folder / f"{number:06d}.yaml").unlink(missing_ok=True)

    def _rows(self, name: str) -> list[dict[str, str]]:
        path = self.folder / name
        try:
            text = path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        rows = []
        for number, line in enumerate(text.split("\n"), 1):
            if line:
                try:
                    rows.append(json.loads(line))
                except (json.JSONDecodeError, ValidationError):
                    mend = "this file is the build's own: take it back from version control, or delete it"
                    raise EventsFileError(path.as_posix(), [Fault(number, 1, f"not readable; {mend}")]) from None
        return rows

    def _write_rows(self, name: str, rows: list[dict[str, object]]) -> None:
        path = self.folder / name
        content = "".join(json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows).encode("utf-8")
        if not path.exists() or path.read_bytes() != content:
            write_whole(path, content)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a temporary file, fsync, rename, fsync of the folder.

    The mode of the file that is replaced is kept, and a symbolic link is followed, not replaced.
    """
    path = Path(os.path.realpath(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
