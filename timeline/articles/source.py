"""One file as its reader is handed it: its name, its bytes up to a limit, its text. Takes `.gz` and `.zst` off."""

from __future__ import annotations

import gzip
import io
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePath
from typing import Any, BinaryIO

from timeline.articles.decoding import Decoded, decode
from timeline.articles.settings import MB, Settings
from timeline.errors import ArticleError

_UNPACKING = (EOFError, zlib.error, gzip.BadGzipFile)
_HEAD = 8192  # bytes that tell what a file is
_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
_PACKED = (".gz", ".zst")
_SIP = 1024  # bytes that are unpacked at a time: at the worst they become 32 MB
_WINDOW = 2**27  # bytes that unpacking may look back: what zstd --long makes, and no more


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
    _whole: list[bytes] = field(default_factory=list, repr=False, compare=False, kw_only=True)  # once head() has read all

    @property
    def suffix(self) -> str:
        """The ending that tells the format, in lower case, without `.gz` or `.zst`."""
        name = PurePath(self.path.name.lower())
        return PurePath(name.stem).suffix if name.suffix in _PACKED else name.suffix

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """The bytes as a stream, unpacked. What the disk or the packing refuses becomes an ArticleError."""
        try:
            with self.as_it_is() as raw:
                sign = raw.read(4)
                raw.seek(0)
                if sign[:2] == _GZIP:
                    with gzip.GzipFile(fileobj=raw) as unpacked:
                        yield unpacked  # type: ignore[misc]  # reads like any stream
                elif sign == _ZSTD:
                    with _zstd(raw) as stream:
                        yield stream
                else:
                    yield raw
        except _UNPACKING as error:
            raise ArticleError(f"cannot be unpacked: {error}") from None
        except OSError as error:
            raise unreadable(error) from None

    def as_it_is(self) -> BinaryIO:
        """The bytes as a stream, as they are. Raises OSError, or ArticleError for what is no file."""
        if not stat.S_ISREG(self.path.stat().st_mode):  # a pipe or a device would hang
            raise ArticleError("not a regular file")
        return self.path.open("rb")

    @contextmanager
    def place(self) -> Iterator[Path]:
        """Where the file lies on the disk, as it is, for what reads no streams."""
        yield self.path

    def packed(self) -> bytes:
        """All bytes as they are. Raises ArticleError where they cannot be read."""
        try:
            with self.as_it_is() as stream:
                return stream.read()
        except OSError as error:
            raise unreadable(error) from None

    def size(self) -> int:
        """How many bytes it has on the disk; 0 where that is not to be known."""
        with suppress(OSError):
            return self.path.stat().st_size
        return 0

    def head(self) -> bytes:
        """The first bytes, for telling what the file is; at most 8 KB."""
        head = b""
        with self.open() as stream, suppress(*_UNPACKING):  # its reader says so, once it has read what there is
            while len(head) < _HEAD and (piece := stream.read1(_HEAD - len(head))):  # type: ignore[attr-defined]
                head += piece
            if len(head) < _HEAD:
                self._whole[:] = [head]
        return head

    def content(self, whole: int = 0) -> bytes:
        """All bytes. Raises ArticleError where there are more than an article may have: nothing more is unpacked.

        `whole` is the limit of a file that holds many articles, and has to be read at once.
        """
        largest = max(whole, self.settings.largest)
        if self._whole and len(self._whole[0]) <= largest:
            return self._whole[0]
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
        return _Part(Path(f"{self.path.name}{suffix}"), self.name, self.settings, self.encoding, raw=content)


@contextmanager
def _zstd(raw: BinaryIO) -> Iterator[BinaryIO]:
    """What zstd has packed; what it refuses becomes an ArticleError, wherever it is read."""
    try:
        import zstandard
    except ImportError:
        raise ArticleError(
            "packed with zstd, and zstandard is not installed: pip install 'article-timeline[corpus]', or unpack it"
        ) from None
    try:
        yield Unpacked(_Frames(raw, zstandard.ZstdDecompressor(max_window_size=_WINDOW)), raw)
    except zstandard.ZstdError as error:
        raise ArticleError(f"cannot be unpacked: {error}") from None


class Unpacked(io.BufferedReader):
    """An unpacked stream that knows the packed one, for how far it has come."""

    def __init__(self, stream: io.RawIOBase, packed: BinaryIO) -> None:
        super().__init__(stream, 2**17)
        self.fileobj = packed


class _Frames(io.RawIOBase):
    """The bytes of zstd frames, one behind the other. Raises EOFError where the last one has no end."""

    def __init__(self, packed: BinaryIO, unpacker: Any) -> None:
        self._packed, self._unpacker = packed, unpacker
        self._frame: Any = None
        self._ready = b""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """As every raw stream: what there is, and 0 at the end."""
        rest = b""
        while not self._ready:
            piece = rest or self._packed.read(_SIP)
            rest = b""
            if not piece:
                if self._frame is not None:
                    raise EOFError("its end is missing")
                return 0
            self._frame = self._frame or self._unpacker.decompressobj()
            self._ready = self._frame.decompress(piece)
            if self._frame.eof:
                rest, self._frame = self._frame.unused_data, None
                if self._ready and rest:
                    self._packed.seek(-len(rest), io.SEEK_CUR)
        count = min(len(buffer), len(self._ready))
        buffer[:count], self._ready = self._ready[:count], self._ready[count:]
        return count


def position(stream: BinaryIO) -> int:
    """How far a stream of Source.open has come, in bytes on the disk."""
    return getattr(stream, "fileobj", stream).tell()


@dataclass(frozen=True, slots=True)
class _Part(Source):
    raw: bytes = b""

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """See Source."""
        yield BytesIO(self.raw)


def unreadable(error: OSError) -> ArticleError:
    """Why a file was left out that the disk refuses."""
    return ArticleError(f"cannot be read: {error.strerror or error}")


def too_large(largest: int) -> str:
    """Why an article was left out, and how to have it after all."""
    return f"larger than {largest / MB:g} MB, so all of it is left out: cut it into articles, or raise --largest"
