"""Paths to shards. Which articles are in a shard depends on their names and sizes alone: never on the order or the clock.

A file that comes or goes changes the shard that it is in, and leaves the others what they are: a cut is made behind a file
by a hash of its name. A shard's id is a hash of all that decides what comes of it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import timeline
from timeline.articles import STDIN, Listed, Settings
from timeline.articles.settings import MB
from timeline.articles.source import Source
from timeline.corpus.elsewhere import Found, Remote
from timeline.corpus.runs import Run, runs
from timeline.errors import ArticleError, UsageError
from timeline.identity import short_id

_SHARD = 1_000_000  # bytes of a shard, about
_FEWEST = 4_000  # bytes that every file counts for
CARRIED = 100_000_000  # bytes of a shard that is handed to other machines
_TOO_MUCH = f"larger than {CARRIED // MB} MB, at a URL, and no stream: make it JSON lines, or copy it to this machine"
_MOST = 4  # times as much: then a cut is made, whatever the names say


@dataclass(frozen=True, slots=True)
class Piece:
    """Some articles: a file, or with `records` a run of records of one, `before` of which stand before them.

    `name` is what the account calls the file, `digest` a hash of what it holds, `said` what articles.yaml says of it.
    `fault` is why nothing more of the file could be read. `content` is all that the file holds, packed as it is, where
    whoever works it off may not see the file; `remote` is the file where it is none of this machine.
    """

    file: Path
    name: str
    digest: str
    said: str = ""
    suffix: str = ""
    before: int = 0
    records: tuple[bytes, ...] = ()
    fault: str = ""
    content: bytes | None = None
    remote: Source | None = None

    def carried(self, settings: Settings) -> Piece:
        """The same with all its bytes; why they cannot be read is said by what reads them."""
        if self.records or self.fault or self.content is not None:
            return self
        source = self.remote or Source(self.file, self.name, settings)
        try:
            if self.remote is not None and source.size() > CARRIED:
                raise ArticleError(_TOO_MUCH)
            return replace(self, content=source.packed(), remote=None)
        except ArticleError as error:
            return replace(self, fault=str(error), remote=None)

    def alone(self) -> Iterator[Piece]:
        """Each record as a piece; the file, where that is read whole."""
        for at, record in enumerate(self.records):
            yield replace(self, before=self.before + at, records=(record,))
        if not self.records:
            yield self


@dataclass(frozen=True, slots=True)
class Shard:
    """Articles that are worked off at once, and how; `weight` is what the progress counts, in bytes on the disk."""

    id: str
    pieces: tuple[Piece, ...]
    settings: Settings
    weight: int = 0

    def alone(self) -> list[Shard]:
        """A shard for each article of it, or for each file that is read whole."""
        pieces = [one for piece in self.pieces for one in piece.alone()]
        return [replace(self, id=f"{self.id}-{at}", pieces=(piece,)) for at, piece in enumerate(pieces)]

    def carried(self) -> Shard:
        """The same with all bytes of its articles, for a worker that sees no file of this machine."""
        return replace(self, pieces=tuple(piece.carried(self.settings) for piece in self.pieces))

    @property
    def remote(self) -> bool:
        """Whether some of it is at a URL."""
        return any(piece.remote is not None for piece in self.pieces)


@dataclass(slots=True)
class Files:
    """The files of a build, in an order of their names; `size` is how many bytes they have on the disk."""

    sources: list[Source]
    listed: Listed = field(default_factory=Listed)
    size: int = 0


def files_of(
    found: Sequence[Path], paths: Sequence[Path], name_of: Callable[[Path], str], settings: Settings, remote: Found | None = None
) -> Files:
    """The files that were found under some paths and URLs. Raises UsageError for standard input, which cannot be read again."""
    if STDIN in found:
        raise UsageError("a corpus is not built from standard input: a build that is cut off could not go on; name a file")
    roots = {path if path.is_dir() else path.parent for path in paths}
    remote = remote or Found()
    sources = [*(Source(file, name_of(file), settings) for file in found), *remote.files]
    sources.sort(key=lambda one: place_of_file(one.name))
    return Files(sources, Listed(roots | remote.roots, remote.listed), sum(source.size() for source in sources))


def place_of_file(name: str) -> list[str]:
    """For order: as the folders have their files, one after the other."""
    return name.split("/")


def shards(files: Files, settings: Settings) -> Iterator[Shard]:
    """The shards of the files, one after the other; no more of a file is in the memory than a run of its records."""
    gathered: list[Piece] = []
    weights: list[int] = []
    for source in files.sources:
        said = files.listed.about(source.path)
        found = _runs(source)
        if found is not None:
            yield from _of_runs(source, said, found)
            continue
        remote = source if isinstance(source, Remote) else None
        gathered.append(Piece(source.path, source.name, _digest(source), said, remote=remote))
        weights.append(source.size())
        if _ends(source.name, weights):
            yield _shard(gathered, settings, sum(weights))
            gathered, weights = [], []
    if gathered:
        yield _shard(gathered, settings, sum(weights))


def _ends(name: str, weights: Sequence[int]) -> bool:
    """Whether a shard ends behind this file: by lot, and the larger the file, the likelier."""
    lot = int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") / 2**32
    counted = [max(weight, _FEWEST) for weight in weights]
    return lot < counted[-1] / _SHARD or sum(counted) > _MOST * _SHARD


def _runs(source: Source) -> Iterator[Run] | None:
    try:
        return runs(source)
    except ArticleError:
        return None  # its reader says so, too


def _of_runs(source: Source, said: str, found: Iterator[Run]) -> Iterator[Shard]:
    """A shard for each run; what the file broke off with is a shard of its own."""
    piece = Piece(source.path, source.name, "", said)
    at, before = 0, 0
    try:
        for run in found:
            digest = hashlib.sha256(b"".join(run.records)).hexdigest()
            one = replace(piece, digest=digest, suffix=run.suffix, before=run.before, records=run.records)
            yield _shard([one], source.settings, max(0, run.at - at))
            at, before = max(at, run.at), run.before + len(run.records)
    except ArticleError as error:
        fault = f"{error}; what stands before it is read"
        yield _shard([replace(piece, before=before, fault=fault)], source.settings, max(0, source.size() - at))


def _shard(pieces: Iterable[Piece], settings: Settings, weight: int) -> Shard:
    taken = tuple(pieces)
    told = [(one.name, one.digest, one.said, one.suffix, str(one.before), one.fault) for one in taken]
    return Shard(short_id(made_by(), _set(settings), *("\x1e".join(one) for one in told)), taken, settings, weight)


def _set(settings: Settings) -> str:
    rest = settings.day_first, settings.largest, settings.published, settings.override, settings.undated
    return repr((sorted(settings.columns.items()), *rest))


def _digest(source: Source) -> str:
    """A hash of what a file holds; "" for one that cannot be read, which its reader says."""
    try:
        with source.as_it_is() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]  # it reads into a buffer, too
    except (OSError, ArticleError):
        return ""


@cache
def made_by() -> str:
    """A hash of the code that reads: with other code, everything is read anew."""
    root = Path(timeline.__file__).parent
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in (".py", ".txt", ".json") and path.is_file():
            total.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()[:16]
