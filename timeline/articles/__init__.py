"""Files in, articles out: which files there are, which reader reads each, and what could not be read.

    text.py        .txt and .md: front matter, header lines, footers
    published.py   the day an article was published, and the words that say so

A reader is a function `read(raw: bytes, path: str) -> Article` that raises ArticleError with the
reason why it can't; it is named in READERS by suffix.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from timeline.articles import text
from timeline.errors import ArticleError, UsageError
from timeline.model import Article, Skipped

Reader = Callable[[bytes, str], Article]

READERS: dict[str, Reader] = {".txt": text.read, ".md": text.read, ".markdown": text.read}

LARGEST = 10_000_000  # bytes of one article; larger ones are skipped and named


def find(paths: Sequence[Path]) -> list[Path]:
    """All files under the paths, in order of name, each once. Raises UsageError for a path that is not there.

    Hidden files and folders are passed over, as are links to folders.
    """
    found: dict[str, Path] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path}: there is no such file or folder")
        files = list(_walk(path)) if path.is_dir() else [path]
        if not files:
            raise UsageError(f"{path}: the folder holds no article")
        for file in files:
            found.setdefault(os.path.realpath(file), file)
    return list(found.values())


def _walk(folder: Path) -> Iterator[Path]:
    for entry in sorted(folder.iterdir(), key=lambda p: p.name):
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry)
        else:
            yield entry


def read(file: Path, name: str) -> Article | Skipped:
    """Read one file as the article `name`, or say why it is skipped."""
    reader = READERS.get(file.suffix.lower())
    try:
        if reader is None:
            raise ArticleError(f"no reader for '{file.suffix}' files: the formats are {', '.join(READERS)}")
        return reader(_content(file), name)
    except ArticleError as error:
        return Skipped(name, str(error))


def _content(file: Path) -> bytes:
    if not file.is_file():  # a pipe or a device would hang
        raise ArticleError("not a regular file")
    try:
        size = file.stat().st_size
        if size > LARGEST:
            raise ArticleError(f"larger than {LARGEST // 1_000_000} MB ({size / 1e6:.1f} MB): cut it into articles")
        return file.read_bytes()
    except OSError as error:
        raise ArticleError(f"cannot be read: {error.strerror}") from None
