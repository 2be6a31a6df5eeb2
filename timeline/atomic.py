"""Writes files whole or not at all, whatever happens meanwhile. Knows nothing of events."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a temporary file, fsync, rename, fsync of the folder.

    The mode of the file that is replaced is kept, and a symbolic link is followed, not replaced.
    """
    path = Path(os.path.realpath(path))
    _put(path, content)
    sync_folder(path)


def write_new(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write those files that are not there yet, each whole or not at all; the folder is synced once, behind the last."""
    folder = Path(os.path.realpath(folder))
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    path = None
    for name, content in files:
        if name not in there:
            path = folder / name
            _put(path, content)
    if path is not None:
        sync_folder(path)


def _put(path: Path, content: bytes) -> None:
    new = write_beside(path, content)
    try:
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def write_beside(path: Path, content: bytes) -> Path:
    """The temporary file that is to take the place of a file, whole and on the disk; `path` is no symbolic link."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _take_after(Path(name), path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def sync_folder(path: Path) -> None:
    """Have the disk keep the new name of a file."""
    with suppress(OSError):  # the file is there; some systems cannot sync a folder
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _take_after(new: Path, old: Path) -> None:
    """Give a file the mode and the owner of the one that it replaces."""
    if not old.exists():
        new.chmod(0o644)
        return
    like = old.stat()
    if hasattr(os, "chown") and (like.st_uid, like.st_gid) != (os.geteuid(), os.getegid()):
        with suppress(PermissionError):
            os.chown(new, like.st_uid, like.st_gid)
    new.chmod(like.st_mode & 0o7777)
