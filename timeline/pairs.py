"""What a person says of two events that may be one, where they are two: kept beside the events file, and never asked again."""

from __future__ import annotations

from pathlib import Path

from timeline.archive import Archive
from timeline.errors import UsageError
from timeline.locking import guarded, locked


def refuse(events: Path, a: str, b: str, *, refused: bool = True) -> None:
    """Keep that the pair of these two sources is no pair; with `refused` False, that it may be one after all.

    Raises UsageError where no build has found such a pair, TimelineError where it cannot be written.
    """
    archive = Archive(events)
    with guarded(archive), locked(archive):
        pairs = archive.maybes()
        if not any((one.a, one.b) == (a, b) for one in pairs):
            raise UsageError(f"{events}: the last build no longer found that these two may be one; load the page again")
        archive.write_maybes(one.model_copy(update={"refused": refused}) if (one.a, one.b) == (a, b) else one for one in pairs)
