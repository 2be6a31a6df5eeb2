"""One file as its reader is handed it: its name, its bytes up to a limit, its text. Takes `.gz` off."""

from __future__ import annotations

import gzip
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO

from timeline.articles.decoding import Decoded, decode
from timeline.articles.settings import MB, Settings
from timeline.errors import ArticleError

_UNPACKING = (EOFError, zlib.error, gzip.BadGzipFile)
_HEAD = 8192  # bytes that tell what a file is


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name` is what the account calls it, `encoding` what a person says its encoding is.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "a.txt.gz")
    ...     _ = path.write_bytes(gzip.compress("Où?".encode()))
    ...     source = Source(path, "a.txt.gz")
    ...     source.suffix, source.text().text
    ('.txt', 'Où?')
    """

    path: Path
    name: str
    settings: Settings = field(default_factory=Settings)
    encoding: str = ""

    @property
    def suffix(self) -> str:
        """The ending that tells the format, in lower case, without `.gz`."""
        name = PurePath(self.path.name.lower())
        return PurePath(name.stem).suffix if name.suffix == ".gz" else name.suffix

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes as a stream, unpacked. What the disk or the packing refuses becomes an ArticleError."""
        try:
            if not stat.S_ISREG(self.path.stat().st_mode):  # a pipe or a device would hang
                raise ArticleError("not a regular file")
            with self.path.open("rb") as raw:
                packed = raw.read(2) == b"\x1f\x8b"
                raw.seek(0)
                if packed:
                    with gzip.GzipFile(fileobj=raw) as unpacked:
                        yield unpacked  # type: ignore[misc]  # reads like any stream
                else:
                    yield raw
        except _UNPACKING as error:
            raise ArticleError(f"cannot be unpacked: {error}") from None
        except OSError as error:
            raise ArticleError(f"cannot be read: {error.strerror or error}") from None

    def head(self) -> bytes:
        """The first bytes, for telling what the file is; at most 8 KB."""
        head = b""
        with self.open() as stream, suppress(*_UNPACKING):  # its reader says so, once it has read what there is
            while len(head) < _HEAD and (piece := stream.read1(_HEAD - len(head))):  # type: ignore[attr-defined]
                head += piece
        return head

    def content(self, whole: int = 0) -> bytes:
        """All bytes. Raises ArticleError where there are more than an article may have: nothing more is unpacked.

        `whole` is the limit of a file that holds many articles, and has to be read at once.
        """
        largest = max(whole, self.settings.largest)
        with self.open() as stream:
            raw = stream.read(largest + 1)
        if len(raw) > largest:
            raise ArticleError(too_large(largest))
        return raw

    def text(self, declared: str = "", whole: int = 0) -> Decoded:
        """All of it as text; `declared` is the encoding that the file itself names, `whole` as for content()."""
        return decode(self.content(whole), declared=declared, given=self.encoding)

    def stream(self, content: bytes, suffix: str) -> Source:
        """A part of this file as a file of its own (the page inside a mail)."""
        return _Part(Path(f"{self.path.name}{suffix}"), self.name, self.settings, self.encoding, content)


@dataclass(frozen=True, slots=True)
class _Part(Source):
    raw: bytes = b""

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """See Source."""
        yield BytesIO(self.raw)


def too_large(largest: int) -> str:
    """Why an article was left out, and how to have it after all."""
    return f"larger than {largest / MB:g} MB, so all of it is left out: cut it into articles, or raise --largest"
