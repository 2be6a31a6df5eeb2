"""Earlier versions of an events file: what builds and people did to it, and one step back. Going back can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline.archive import Archive, base_of
from timeline.entries import PINNABLE, Entry
from timeline.errors import EventsFileError, TimelineError, UsageError
from timeline.locking import guarded, locked
from timeline.recognize import read_words
from timeline.saving import save
from timeline.splice import stamp_of
from timeline.store import loads, read_text


def history(events: Path) -> Iterator[str]:
    """A line for each version that is kept, from the oldest to the file as it is: what was done, and what people edited."""
    archive = Archive(events)
    versions = archive.versions()
    texts = [*(version.text for version in versions), read_text(events)]
    known = [*(version.base for version in versions), archive.base_content()]
    done = [*(version.done for version in versions), ""]
    for number, (text, base, what) in enumerate(zip(texts, known, done, strict=True)):
        name = f"{versions[number].number}" if number < len(versions) else "now"
        edits = _edits(text, base)
        yield f"{name:>6}  {_count(text):>11}" + (f"  edited by hand: {edits}" if edits else "")
        if what:
            yield f"        {what}"


def undo(events: Path) -> str:
    """Make the last version that is kept the file again, with what was known of it; gives a line that tells of it.

    The file as it was becomes a version, so that the next undo takes this one back.
    """
    archive = Archive(events)
    if not archive.latest():
        raise UsageError(f"{events}: no earlier version is kept; builds keep one whenever they write")
    with guarded(archive), locked(archive):
        last = archive.versions()[-1]
        text = read_text(events)
        archive.recover(stamp_of(text))
        archive.back_up(text, "undone" if last.done != "undone" else "the undo taken back")
        archive.stage_content(last.base)
        if not save(events, text, last.text):
            raise TimelineError(f"{events}: somebody saved it at this moment; look at it, and undo again if you still want to")
        archive.commit_content(last.base)
    return f"{events}: as it was before the last step ({last.done}); `timeline undo` takes this back"


def _count(text: str) -> str:
    entries = _entries(text)
    return "not sound" if entries is None else f"{len(entries)} events"


def _entries(text: str) -> Sequence[Entry] | None:
    try:
        return loads(text, Path("events.yaml"), read_words).entries
    except EventsFileError:
        return None


def _edits(text: str, base: bytes) -> str:
    """What people did to the file since the build that this base is of: "2 changed, 1 added, 1 deleted"."""
    entries, known = _entries(text), base_of(base)
    if entries is None or known is None:
        return ""
    before = {entry.id: entry for entry in known.entries if not entry.deleted}
    changed = sum(e.id in before and _told(e) != before[e.id].told for e in entries)
    added = sum(e.id not in before for e in entries)
    deleted = len(before.keys() - {e.id for e in entries})
    counts = {"changed": changed, "added": added, "deleted": deleted}
    return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def _told(entry: Entry) -> dict[str, object]:
    """The fields of an entry that builds fill, as they stand in the file."""
    values = {key: getattr(entry, key) for key in PINNABLE if key in entry.model_fields_set}
    return {key: value for key, value in values.items() if value}
