"""What lies where in a corpus folder, and its manifest.

DIR/
  manifest.json         which parts are whole: written anew, whole or not at all, as the build goes on
  events/*.parquet      the events, in order of their dates
  articles/*.parquet    every article found: read or skipped, with its text and what became of its phrases
  .work/                what the next build need not do again: articles read, and what each of them tells
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict, ValidationError

from timeline.atomic import write_whole
from timeline.duck import connect, name_of
from timeline.errors import EventsFileError, Fault, TimelineError, UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FORMAT = 1
_LINE = re.compile(r"at line (\d+)")
READ, TELLINGS = "read", "tellings"
_MEMORY, _MOST_MEMORY = 128, 4_096  # MB of the database; what is more goes to the disk


class PartRecord(BaseModel):
    """One file of the corpus: how many rows it has, and the SHA-256 of its bytes."""

    model_config = ConfigDict(frozen=True)

    rows: int
    sha256: str


class Manifest(BaseModel):
    """What a corpus folder holds. `whole` says that the build has come to its end; `shards` are those that are read.

    `counts` is the account; `parts` are the files by their paths in the folder.
    """

    model_config = ConfigDict(frozen=True)

    format: int = FORMAT
    whole: bool = False
    shards: list[str] = []
    counts: dict[str, int] = {}
    parts: dict[str, PartRecord] = {}


class Folder:
    """A corpus folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.work = root.absolute() / ".work"  # workers may be elsewhere
        self.file = root / "manifest.json"

    def prepare(self) -> None:
        """Make the folder. Raises UsageError where there is something else."""
        if self.root.exists() and not self.root.is_dir():
            raise UsageError(f"{self.root}: this is a file, and a corpus is a folder: name another with --corpus")
        if self.root.is_dir() and not self.file.exists() and not self.work.exists() and any(self.root.iterdir()):
            raise UsageError(
                f"{self.root}: this folder holds other files, and no corpus: name another or a new one with --corpus"
            )
        for kind in (READ, TELLINGS):
            (self.work / kind).mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One build at a time."""
        try:
            with FileLock(self.work / "build.lock", timeout=0):
                yield
        except Timeout:
            raise TimelineError(f"{self.root}: another build is at work on it; try again when it is done") from None

    def manifest(self) -> Manifest | None:
        """The manifest, None where there is none. Raises EventsFileError for one that cannot be read."""
        try:
            content = self.file.read_bytes()
        except FileNotFoundError:
            return None
        try:
            manifest = Manifest.model_validate_json(content)
        except ValidationError as error:
            line = _LINE.search(str(error))
            said = "no manifest that can be read: delete it and build again; what is read already is not read anew"
            raise EventsFileError(str(self.file), [Fault(int(line[1]) if line else 1, 1, said)]) from None
        if manifest.format != FORMAT:
            said = f"format {manifest.format}, and this version writes {FORMAT}: name another folder with --corpus"
            raise EventsFileError(str(self.file), [Fault(1, 1, said)])
        return manifest

    def write_manifest(self, manifest: Manifest) -> None:
        """Replace the manifest, whole or not at all."""
        text = json.dumps(manifest.model_dump(), ensure_ascii=False, sort_keys=True, indent=1)
        write_whole(self.file, text.encode() + b"\n")

    # ------------------------------------------------------------ what is read

    def has(self, shard: str) -> bool:
        """Whether both parts of a shard are there; each was written whole or not at all."""
        return all(self.part(kind, shard).exists() for kind in (TELLINGS, READ))

    def has_put_aside(self, shard: str) -> bool:
        """Whether an article of a shard was put aside."""
        with database() as found:
            rows = found.execute("SELECT 1 FROM read_parquet($1) WHERE quarantined LIMIT 1", [name_of(self.part(READ, shard))])
            return rows.fetchone() is not None

    def part(self, kind: str, shard: str) -> Path:
        """Where a part of a shard lies."""
        return part_of(self.work, kind, shard)

    def forget(self, shards: Iterable[str]) -> None:
        """Delete the parts of all other shards than these: their articles are gone or have changed."""
        kept = set(shards)
        for kind in (READ, TELLINGS):
            for path in (self.work / kind).iterdir():
                if path.stem not in kept:
                    path.unlink()

    # ------------------------------------------------------------ scratch

    def scratch(self, name: str) -> Path:
        """An empty folder for one step of the build."""
        path = scratch_of(self.work, name)
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir(parents=True)
        return path

    def clear(self) -> None:
        """Delete all scratch."""
        shutil.rmtree(self.work / "steps", ignore_errors=True)
        shutil.rmtree(self.work / "spill", ignore_errors=True)

    def put_in_place(self, kind: str, new: Path) -> None:
        """Make the files of a scratch folder those of `kind`."""
        place = self.root / kind
        place.mkdir(exist_ok=True)
        names = set()
        for path in sorted(new.iterdir()):
            path.replace(place / path.name)
            names.add(path.name)
        for path in place.glob("*.parquet"):
            if path.name not in names:
                path.unlink()


def part_of(work: Path, kind: str, shard: str) -> Path:
    """Where a part of a shard lies."""
    return work / kind / f"{shard}.parquet"


def scratch_of(work: Path, name: str) -> Path:
    """Where the files of a step lie."""
    return work / "steps" / name


def record(path: Path, rows: int) -> PartRecord:
    """What the manifest says of a file."""
    with path.open("rb") as stream:
        return PartRecord(rows=rows, sha256=hashlib.file_digest(stream, "sha256").hexdigest())


def files_in(folder: Path, pattern: str = "*.parquet") -> str:
    """The files of a folder, as a query names them between quotes."""
    return f"{name_of(folder)}/{pattern}".replace("'", "''")


def counts(database: DuckDBPyConnection, query: str) -> Mapping[str, int]:
    """The one row of a query as whole numbers by the names of its columns."""
    found = database.execute(query)
    names = [column[0] for column in found.description or []]
    return dict(zip(names, map(int, found.fetchone() or ()), strict=True))


def database(work: Path | None = None, threads: int = 1) -> DuckDBPyConnection:
    """A database in the memory, which takes little of that, and gives it back: what is more goes to the disk."""
    spill = "" if work is None else str(work / "spill")
    try:
        return connect(threads=threads, memory_limit=f"{_MEMORY}MB", temp_directory=spill, allocator_background_threads=True)
    except ImportError:
        raise UsageError("a corpus needs DuckDB, which is not installed: pip install 'article-timeline[corpus]'") from None


def with_more_memory(
    database: DuckDBPyConnection, query: str, values: Sequence[Any] = (), most: int = _MOST_MEMORY
) -> DuckDBPyConnection:
    """Run a query; one that has too little memory, however much lies on the disk, gets twice as much, up to so many MB."""
    import duckdb

    size = _MEMORY
    while True:
        try:
            return database.execute(query, values)
        except duckdb.OutOfMemoryException:
            if size >= most:
                raise TimelineError(f"a step behind the reading needs more than {most} MB of memory") from None
            size *= 2
            database.execute(f"SET memory_limit = '{size}MB'; SET threads = 1")  # each holds rows of its own
