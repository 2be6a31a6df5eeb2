"""One build at a time for one events file, and one line for what the disk refuses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.archive import Archive
from timeline.errors import TimelineError

_WAIT = 30  # seconds for another build of the same file to finish


@contextmanager
def locked(archive: Archive) -> Iterator[None]:
    """One build at a time for one events file."""
    archive.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(archive.folder / "build.lock", timeout=_WAIT):
            yield
    except Timeout:
        raise TimelineError(f"{archive.events}: another build is at work on it; try again when it is done") from None


@contextmanager
def guarded(archive: Archive) -> Iterator[None]:
    """Says in one line what the disk refused; every file is written whole or not at all."""
    with guarded_folder(archive.events):
        yield


@contextmanager
def guarded_folder(place: Path) -> Iterator[None]:
    """As `guarded`, where `place` is what is written."""
    try:
        yield
    except OSError as error:
        where = error.filename or place
        said = "nothing is half written: mend that and run the build again"
        raise TimelineError(f"{where}: {error.strerror or error}; {said}") from error
