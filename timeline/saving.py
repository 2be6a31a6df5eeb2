"""Puts a new text in the place of the events file without losing what somebody saves at the same moment.

Editors take no locks. So where the system can do it (Linux), the new file and the old one change places in one
step, and only then is the old one looked at: is it what the build had read? If not, they change back. Elsewhere
the file is compared right before it is replaced, and a save in between those two calls would be lost.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from timeline.archive import Archive
from timeline.atomic import sync_folder, write_beside
from timeline.splice import stamp_of

TRIES = 5  # how often what changes a file begins again, because somebody else saved it meanwhile
_PATIENCE = 5.0  # seconds for an editor that has the file open to finish
_STALE = 3600  # seconds after which a temporary file that builds of other events files may share is nobody's
_SWAP = ".swap"
_HERE, _EXCHANGE = -100, 2  # of renameat2(2)


def save(path: Path, was: str, text: str) -> bool:
    """Replace the file, which read `was`, by the text. False where it is no longer so: then it stays as it is."""
    path = Path(os.path.realpath(path))
    old, new = was.encode("utf-8"), text.encode("utf-8")
    there = path.exists()
    if _content(path) != old:
        return False
    mine = write_beside(path, new)
    try:
        if there:
            mine = mine.replace(mine.with_suffix(_SWAP))  # from here on it may be somebody's, see `clear`
            done = _swapped(mine, path, old, new)
        else:
            done = _begun(mine, path)
    except BaseException:
        if _content(mine) in (old, new):
            mine.unlink(missing_ok=True)
        raise
    mine.unlink(missing_ok=True)
    sync_folder(path)
    return done


def _swapped(mine: Path, path: Path, old: bytes, new: bytes) -> bool:
    """Let the files change places until what comes back is what was thought to be there."""
    if not _exchange(mine, path):
        if _content(path) != old:
            return False
        mine.replace(path)
        return True
    thought, put = old, new
    while True:
        rests, back = is_at_rest(mine), _content(mine)
        if rests and back == thought:
            return put == new
        thought, put = put, back  # somebody's save, which is newer than what was read: put it back
        if not _exchange(mine, path):
            mine.replace(path)
            return False


def _begun(mine: Path, path: Path) -> bool:
    """Give a file that was not there its name, unless somebody has made it meanwhile."""
    try:
        os.link(mine, path)
    except FileExistsError:
        return False
    except OSError:  # no links here
        mine.replace(path)
    return True


def is_at_rest(path: Path) -> bool:
    """Wait until nobody has the file open for writing; False if somebody still has. True where the system can't tell."""
    end = time.monotonic() + _PATIENCE
    while _is_open_elsewhere(path):
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def _is_open_elsewhere(path: Path) -> bool:
    """Linux gives a lease for reading only on a file that nobody has open for writing."""
    try:
        import fcntl
        import signal

        with path.open("rb") as stream:
            fcntl.fcntl(stream, fcntl.F_SETSIG, signal.SIGURG)  # who opens it meanwhile is told by a signal that does nothing
            fcntl.fcntl(stream, fcntl.F_SETLEASE, fcntl.F_RDLCK)
            fcntl.fcntl(stream, fcntl.F_SETLEASE, fcntl.F_UNLCK)
    except BlockingIOError:
        return True
    except (ImportError, AttributeError, OSError):
        pass
    return False


def _exchange(one: Path, other: Path) -> bool:
    """Let two files change places in one step; False where the system cannot."""
    import ctypes

    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return False
    return int(rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)) == 0


def clear(archive: Archive) -> list[str]:
    """Clear away what builds that were killed have left; a save of somebody among it becomes a version, and is told."""
    path = Path(os.path.realpath(archive.events))
    notes = []
    for left in sorted(path.parent.glob(f".{path.name}.*{_SWAP}")):
        text = left.read_bytes().decode("utf-8", "replace")
        own = stamp_of(text) and stamp_of(text) == archive.ready_stamp()
        if not own and text not in {version.text for version in archive.versions()}:
            archive.back_up(text, "a save at the moment of a build that was cut off")
            number = archive.latest()
            notes.append(f"a build was cut off while somebody saved {path.name}: that save is kept as version {number}")
        left.unlink()
    for left in [*path.parent.glob(f".{path.name}.*.tmp"), *archive.folder.rglob(".*.tmp")]:
        left.unlink(missing_ok=True)
    for left in [*archive.root.glob(".*.tmp"), *(archive.root / "texts").glob(".*.tmp")]:
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()
    return notes


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
