"""Articles and corpora at URLs, by whatever driver of fsspec the user has. What is read is read as a stream.

A corpus at a URL is a copy: it is built in a folder here, and its parts are put there when they are whole.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from timeline.articles import Settings
from timeline.articles.listed import NAME
from timeline.articles.source import Source
from timeline.corpus.folder import Manifest
from timeline.errors import TimelineError, UsageError

_KINDS = ("articles", "events")
_GOES_ON = "the same command goes on from here"


@dataclass(frozen=True, slots=True)
class Remote(Source):
    """A file at a URL: `at` is its path in the file system."""

    system: Any = None
    at: str = ""
    length: int = 0

    def as_it_is(self) -> io.BufferedReader:
        """See Source."""
        with _told(self.name):
            return io.BufferedReader(_Stream(self.system.open(self.at, "rb"), self.name), 2**17)

    def size(self) -> int:
        """See Source."""
        return self.length

    @contextmanager
    def place(self) -> Iterator[Path]:
        """See Source."""
        with TemporaryDirectory() as folder:
            path = Path(folder, self.path.name)
            with self.as_it_is() as stream, path.open("wb") as copy:
                shutil.copyfileobj(stream, copy, 2**20)
            yield path


class _Stream(io.RawIOBase):
    """The bytes of a file of fsspec's. Where they break off, so does the build: nothing is taken for the end of a file."""

    def __init__(self, stream: Any, name: str) -> None:
        self._stream, self._name, self._at = stream, name, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def seekable(self) -> bool:
        """To where it is, always; elsewhere, if the driver can."""
        return True

    def readinto(self, buffer: Any) -> int:
        """See RawIOBase."""
        with _told(self._name):
            piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """See RawIOBase."""
        if whence == io.SEEK_END or (target := offset + (self._at if whence else 0)) != self._at:
            with _told(self._name):
                self._at = self._stream.seek(offset if whence == io.SEEK_END else target, whence and io.SEEK_END)
        return self._at

    def tell(self) -> int:
        """See RawIOBase."""
        return self._at

    def close(self) -> None:
        """See RawIOBase."""
        if not self.closed:
            self._stream.close()
        super().close()


@dataclass(slots=True)
class Found:
    """What is at some URLs: the files, in no order; the texts of articles.yaml, by their paths; the URLs, as paths."""

    files: list[Remote] = field(default_factory=list)
    listed: dict[Path, str] = field(default_factory=dict)
    roots: set[Path] = field(default_factory=set)


def find(urls: list[str], settings: Settings) -> Found:
    """The files at some URLs, each once. Raises UsageError where there is nothing, or no driver."""
    found = Found()
    seen: set[str] = set()
    for url in urls:
        system, at = _opened(url)
        inside = _inside(system, at, url)
        whole = list(inside) == [at]
        root = _path(system, at, url)
        found.roots.add(root.parent if whole else root)
        for path, length in inside.items():
            name = _name(system, path, url)
            file = Remote(_path(system, path, url), name, settings, "", system, path, length)
            hidden = any(part.startswith(".") for part in path[len(at) :].split("/"))
            if name in seen or (hidden and not whole):
                continue
            seen.add(name)
            if path.rpartition("/")[2] == NAME:
                found.listed[file.path] = file.text().text
            else:
                found.files.append(file)
    return found


def _inside(system: Any, at: str, url: str) -> dict[str, int]:
    """The files below a place, with their sizes."""
    with _told(url):
        inside = {path: int(info.get("size") or 0) for path, info in system.find(at, detail=True).items()}
    if not inside:
        raise UsageError(f"{url}: there is no such file or folder, or nothing in it")
    return inside


def _opened(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise UsageError(f"{url}: URLs need fsspec, which is not installed: pip install 'article-timeline[corpus]'") from None
    try:
        system, at = url_to_fs(url)
    except ImportError as error:
        raise UsageError(f"{url}: its driver is not installed: {error}") from None
    except ValueError as error:
        said = f"{url}: fsspec has no driver for it ({error}): install one, or copy the files to this machine"
        raise UsageError(said) from None
    except Exception as error:
        raise UsageError(f"{url}: {_in_a_line(error)}") from None
    return system, at.rstrip("/") if at != "/" else at


def _name(system: Any, path: str, url: str) -> str:
    """The URL of a file; behind `::` stands what it is in."""
    own, within = _parts(system, path, url)
    return f"{own}::{within}" if within else own


def _path(system: Any, path: str, url: str) -> Path:
    """The same as a path, for its ending and its folders."""
    own, within = _parts(system, path, url)
    return Path(within, own)


def _parts(system: Any, path: str, url: str) -> tuple[str, str]:
    """The URL of a file, and the URL of the archive that it is in; a cache before a place is no part of its name."""
    own, within = str(system.unstrip_protocol(path)), url.partition("::")[2]
    return own, "" if own.startswith(within.partition("::")[0]) else within


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What a driver raises, told in a line. Drivers raise what their libraries do."""
    try:
        yield
    except TimelineError:
        raise
    except FileNotFoundError:
        raise UsageError(f"{name}: there is no such file or folder") from None
    except Exception as error:
        raise TimelineError(f"{name}: {_in_a_line(error)}; {_GOES_ON}") from None


def _in_a_line(error: Exception) -> str:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return str(said).splitlines()[0][:200]


# ---------------------------------------------------------------- a corpus at a URL


class Place:
    """Where a corpus is put. Each object is put whole; what belongs together is what a whole manifest names."""

    def __init__(self, url: str) -> None:
        """Raises UsageError where there is something else, or no driver."""
        self.url = url
        self._system, self._at = _opened(url)
        with _told(url):
            self._before = self._manifest()
            if self._before is None and self._system.exists(self._at) and self._system.ls(self._at):
                raise UsageError(f"{url}: this place holds other files, and no corpus: name another with --corpus")

    def publish(self, root: Path) -> bool:
        """Put there what has changed of the corpus in a folder; whether there was something. Raises TimelineError."""
        manifest = Manifest.model_validate_json((root / "manifest.json").read_bytes())
        if self._before == manifest:
            return False
        known = self._before.parts if self._before is not None else {}
        with _told(self.url):
            for kind in ("", *_KINDS):
                self._system.makedirs(f"{self._at}/{kind}".rstrip("/"), exist_ok=True)
            kept = {name: part for name, part in manifest.parts.items() if known.get(name) == part}
            self._write(_not_whole(manifest, kept))
            for name in manifest.parts:
                if name not in kept:
                    self._system.put_file(str(root / name), f"{self._at}/{name}")
            for kind in _KINDS:
                for path in self._system.find(f"{self._at}/{kind}"):
                    if f"{kind}/{path.rpartition('/')[2]}" not in manifest.parts:
                        self._system.rm_file(path)
            self._system.put_file(str(root / "manifest.json"), f"{self._at}/manifest.json")
        self._before = manifest
        return True

    def _manifest(self) -> Manifest | None:
        try:
            return Manifest.model_validate_json(self._system.cat_file(f"{self._at}/manifest.json"))
        except FileNotFoundError:
            return None
        except ValueError:
            return Manifest()  # another hand was at it: all parts are put anew

    def _write(self, manifest: Manifest) -> None:
        content = json.dumps(manifest.model_dump(), ensure_ascii=False, sort_keys=True, indent=1)
        self._system.pipe_file(f"{self._at}/manifest.json", content.encode() + b"\n")


def _not_whole(manifest: Manifest, parts: dict[str, Any]) -> Manifest:
    """A manifest that is not whole: of its parts only these are there already."""
    return manifest.model_copy(update={"whole": False, "parts": parts})
