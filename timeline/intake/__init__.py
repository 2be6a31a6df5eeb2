"""Takes events in that were carried away, or come from elsewhere: CSV, JSON, JSON lines. The way back of `export`.

rows.py      the file as rows, each good or with its fault
joining.py   what they make of the events file
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from timeline.archive import Archive
from timeline.articles.decoding import decode
from timeline.bringing import difference
from timeline.errors import ArticleError, TimelineError, UsageError
from timeline.intake.joining import Joined, join
from timeline.intake.rows import Bad, read
from timeline.locking import guarded, locked
from timeline.recognize import read_words
from timeline.saving import TRIES, clear, is_at_rest, save
from timeline.schema import shipped
from timeline.splice import Splicer
from timeline.store import load, loads


@dataclass(frozen=True, slots=True)
class Taken:
    """The account of an import: rows = added + updated + known + bad."""

    added: int
    updated: int
    known: int
    bad: list[Bad]
    notes: list[str]
    wrote: bool
    diff: list[str] = field(default_factory=list)


def take_in(file: Path, events: Path, *, dry_run: bool = False) -> Taken:
    """Bring the events of a file into the events file, as edits by hand; gives the account.

    With `dry_run` nothing is written, and the account has the change as a diff. Raises a TimelineError where
    either file cannot be read; the events file is then left as it is.
    """
    if not events.absolute().parent.is_dir():
        raise UsageError(f"{events}: there is no folder {events.parent}; make it first")
    text, note = _text(file)
    found = read(text, file.name)
    notes = [note, *found.notes] if note else found.notes
    archive = Archive(events)
    is_at_rest(events)
    now = load(events, read_words)  # a broken file stops it before anything is made
    if dry_run:
        joined = join(now, found.rows, read_words)
        new = Splicer(now.text, now.root, [p.item for p in now.placed]).apply(joined.change)
        return _account(joined, notes, False, difference(now.text, new, events.name, "the import"))
    with guarded(archive), locked(archive):
        notes = [*clear(archive), *notes]
        for _ in range(TRIES):
            is_at_rest(events)
            now = load(events, read_words)
            joined = join(now, found.rows, read_words)
            if not joined.change:
                return _account(joined, notes, False)
            splicer = Splicer(now.text, now.root, [p.item for p in now.placed])
            new = splicer.write(joined.change)
            splicer.verify([one.item for one in loads(new, events, read_words).placed], joined.change)
            archive.keep_schema(shipped().read_bytes())
            archive.back_up(now.text, f"import of {file.name}: {joined.added} added, {joined.updated} changed")
            if save(events, now.text, new):
                return _account(joined, notes, True)
    raise TimelineError(f"{events}: it was changed again and again while the import was at work; run it again")


def _account(joined: Joined, notes: list[str], wrote: bool, diff: list[str] | None = None) -> Taken:
    return Taken(joined.added, joined.updated, joined.known, joined.bad, notes, wrote, diff or [])


def _text(file: Path) -> tuple[str, str]:
    """The text of the file, and a note where its encoding is a guess."""
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise UsageError(f"{file}: cannot be read: {error.strerror}") from None
    try:
        return raw.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        found = decode(raw)
    except ArticleError as error:
        raise UsageError(f"{file}: {error}") from None
    return found.text, found.note or f"{file.name} is read as {found.encoding}"
