"""Which files there are under some paths."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from timeline.articles.listed import NAME
from timeline.errors import UsageError

STDIN = Path("-")


def find(paths: Sequence[Path]) -> list[Path]:
    """All files under the paths, in order of name, each once. Raises UsageError for a path that is not there.

    Hidden files and folders are passed over, as are links to folders and articles.yaml.
    """
    found: dict[str, Path] = {}
    for path in paths:
        if path == STDIN:
            found.setdefault("-", path)
            continue
        if not path.exists() and not path.is_symlink():
            raise UsageError(f"{path}: there is no such file or folder")
        files = list(_walk(path)) if path.is_dir() else [path]
        if not files:
            raise UsageError(f"{path}: the folder holds no article")
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def _walk(folder: Path) -> Iterator[Path]:
    """The files of a folder and its folders, without recursion, so that no depth is too deep."""
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        if here is not folder and (here.is_symlink() or not here.is_dir()):
            yield here
            continue
        inside = sorted(path.name for path in here.iterdir())
        waiting += [
            here / name
            for name in reversed(inside)
            if not name.startswith(".") and name != NAME and not _is_linked_folder(here / name)
        ]


def _is_linked_folder(path: Path) -> bool:
    return path.is_symlink() and path.is_dir()
