"""A corpus folder brought up to date: what is new is read, in shards; then all that is told is joined, in steps."""

from __future__ import annotations

import io
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline.articles import Settings, find
from timeline.articles.published import given
from timeline.atomic import write_whole
from timeline.corpus import elsewhere
from timeline.corpus.cut import CARRIED, Shard, files_of, shards
from timeline.corpus.engine import Engine, Failure
from timeline.corpus.folder import READ, TELLINGS, Folder, Manifest, counts, files_in, record, scratch_of
from timeline.corpus.joining import join
from timeline.corpus.parts import write_articles, write_events
from timeline.corpus.reporting import report
from timeline.corpus.settle import settle
from timeline.corpus.shard import Part, quarantined, read_shard
from timeline.corpus.steps import FILES, ROWS, Steps
from timeline.errors import UsageError
from timeline.locking import guarded_folder

PATIENCE = 60.0  # seconds for an article, and for each MB on the disk
_SEEN = 2.0  # seconds between two manifests, while articles are read
MEMORY = 4_000  # MB that a worker may take

Step = Callable[[str, float], None]
"""Told how a build goes: what it does, and how much of that is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Built:
    """The account of a build. `counts` are sums over all articles, `skipped` and `quarantined` the articles not read."""

    counts: dict[str, int]
    shards: int
    new: int
    warnings: list[str] = field(default_factory=list)
    changed: bool = True


@dataclass(frozen=True, slots=True)
class Ways:
    """How a build works: what reads a shard, how long it may take, how many rows and files a step has at a time."""

    read: Callable[[Shard], Part] = read_shard
    patience: float = PATIENCE
    rows: int = ROWS
    files: int = FILES
    retry: bool = False


def build(
    paths: Sequence[Path | str],
    root: Path,
    name_of: Callable[[Path], str],
    engine: Engine,
    settings: Settings | None = None,
    step: Step = lambda what, done: None,
    ways: Ways | None = None,
) -> Built:
    """Read what is new under `paths` and bring the corpus in the folder `root` up to date; a path that is a text is a URL.

    What comes of it depends on the articles and the settings alone. Cut off at any moment, it goes on where it stopped
    when it is run again. Raises a TimelineError where a path is missing, or the folder or an articles.yaml is broken.
    """
    ways = ways or Ways()
    settings = replace(settings or Settings(), columns=dict((settings or Settings()).columns))
    for day, option in ((settings.published, "--published"), (settings.override, "--published-override")):
        if day:
            given(day, option)
    folder = Folder(root)
    here = [path for path in paths if isinstance(path, Path)]
    found = [path for path in find(here) if not _inside(path, root)]
    remote = elsewhere.find([path for path in paths if isinstance(path, str)], settings)
    files = files_of(found, here, name_of, settings, remote)
    folder.prepare()
    with guarded_folder(root), folder.locked():
        before = folder.manifest()
        reading = _Reading(folder, engine, ways, step, files.size, before or Manifest())
        ids = reading.all(shards(files, settings))
        if not ids:
            raise UsageError("there are no articles in the given paths")
        warnings = list(files.listed.unused())
        if before is not None and before.whole and before.shards == ids and not reading.new and _is_there(folder, before):
            return Built(before.counts, len(ids), 0, warnings, changed=False)
        manifest = _joined(folder, engine, ids, ways, step)
        folder.write_manifest(manifest)
        folder.forget(ids)
        folder.clear()
        return Built(manifest.counts, len(ids), reading.new, warnings)


def _inside(path: Path, root: Path) -> bool:
    return path.absolute().is_relative_to(root.absolute())


def _is_there(folder: Folder, manifest: Manifest) -> bool:
    return all((folder.root / name).is_file() for name in manifest.parts)


# ---------------------------------------------------------------- reading


class _Reading:
    """Works off the shards that are not read yet; one that fails is worked off article by article."""

    def __init__(self, folder: Folder, engine: Engine, ways: Ways, step: Step, size: int, manifest: Manifest) -> None:
        self.folder, self.engine, self.ways, self.step = folder, engine, ways, step
        self.size, self.done, self.new = max(size, 1), 0, 0
        self.manifest = manifest
        self.ids: list[str] = []
        self._again: deque[Shard] = deque()
        self._alone: dict[str, dict[str, Part | None]] = {}
        self._told = time.monotonic()

    def all(self, cut: Iterable[Shard]) -> list[str]:
        """The ids of all shards, in order, when every one has its parts."""
        waiting = iter(cut)
        while self._work(waiting):
            pass
        return self.ids

    def _work(self, waiting: Iterator[Shard]) -> bool:
        """Work off what is to be; whether something was."""
        some = False
        for shard, part in self.engine.run(self.ways.read, self._next(waiting), self.ways.patience * 2):
            some = True
            self._take(shard, part)
        return some

    def _next(self, waiting: Iterator[Shard]) -> Iterator[Shard]:
        """The shards to work off: those that failed first, an article at a time."""
        while True:
            while self._again:
                yield self._again.popleft()
            shard = next(waiting, None)
            if shard is None:
                return
            self.ids.append(shard.id)
            if self.folder.has(shard.id) and not (self.ways.retry and self.folder.has_put_aside(shard.id)):
                self._count(shard)
            elif shard.remote:
                yield shard.carried()
            elif not self.engine.far:
                yield shard
            elif shard.weight <= CARRIED:
                yield shard.carried()
            else:
                self._read_here(shard)

    def _read_here(self, shard: Shard) -> None:
        """A shard that is too large for a message."""
        for one, part in self.engine.here.run(self.ways.read, [shard], self.ways.patience * 2):
            self._take(one, part)

    def _take(self, shard: Shard, part: Part | Failure) -> None:
        whole, dash, _ = shard.id.partition("-")
        if not dash and isinstance(part, Failure):
            self._retry(shard)
            return
        if not dash:
            assert isinstance(part, Part)
            self._keep(shard, part)
            return
        parts = self._alone[whole]
        parts[shard.id] = quarantined(shard, part.why) if isinstance(part, Failure) else part
        if all(one is not None for one in parts.values()):
            self._keep(replace(shard, id=whole), joined([one for one in self._alone.pop(whole).values() if one is not None]))

    def _retry(self, shard: Shard) -> None:
        alone = shard.alone()
        self._alone[shard.id] = dict.fromkeys(one.id for one in alone)
        self._again += alone

    def _keep(self, shard: Shard, part: Part) -> None:
        write_whole(self.folder.part(TELLINGS, shard.id), part.tellings)
        write_whole(self.folder.part(READ, shard.id), part.read)
        self.new += 1
        self._count(shard)

    def _count(self, shard: Shard) -> None:
        self.done += shard.weight
        self.step("reading", min(1.0, self.done / self.size))
        if time.monotonic() - self._told > _SEEN:
            self.folder.write_manifest(self.manifest.model_copy(update={"whole": False, "shards": self.ids}))
            self._told = time.monotonic()


def joined(parts: Sequence[Part]) -> Part:
    """Several parts as one."""
    read, tellings = ([getattr(part, kind) for part in parts] for kind in ("read", "tellings"))
    return Part(_one_file(read), _one_file(tellings), sum(part.articles for part in parts))


def _one_file(files: Sequence[bytes]) -> bytes:
    from arro3.core import Table
    from arro3.io import read_parquet

    from timeline.columns import write

    tables = [read_parquet(io.BytesIO(file)).read_all() for file in files]
    batches = [batch for table in tables for batch in table.to_batches()]
    out = io.BytesIO()
    write(Table.from_batches(batches, schema=tables[0].schema).combine_chunks(), out)
    return out.getvalue()


# ---------------------------------------------------------------- joining


def _joined(folder: Folder, engine: Engine, ids: list[str], ways: Ways, step: Step) -> Manifest:
    """Join what is told, and put the new parts into their places; what the manifest then says."""
    steps = Steps(folder, engine.beside(folder.work), ways.rows, ways.files)
    with steps.database:
        step("settling", 0)
        count = settle(steps, ids)
        step("joining", 0)
        join(steps, count)
        step("joining", 0.7)
        reports = report(steps)
        events = write_events(steps, reports)
        step("writing", 0.5)
        write_articles(steps, ids)
        told = _counts(steps, events, count)
        parts = {}
        for kind in ("articles", "events"):
            new = scratch_of(folder.work, kind)
            for path in sorted(new.iterdir()):
                rows = steps.one(f"SELECT count(*) FROM '{files_in(new, path.name)}'")
                parts[f"{kind}/{path.name}"] = record(path, int(rows))
        folder.write_manifest(Manifest(shards=ids, counts=told))
        for kind in ("articles", "events"):
            folder.put_in_place(kind, scratch_of(folder.work, kind))
        step("writing", 1)
    return Manifest(whole=True, shards=ids, counts=told, parts=parts)


def _counts(steps: Steps, events: int, tellings: int) -> dict[str, int]:
    told = counts(
        steps.database,
        f"""
        SELECT count(*) AS found, count(*) FILTER (skipped = '') AS read, count(*) FILTER (skipped <> '') AS skipped,
          count(*) FILTER (quarantined) AS quarantined, coalesce(sum(in_events), 0) AS in_events,
          coalesce(sum(unresolved), 0) AS unresolved, coalesce(sum(no_events), 0) AS no_events,
          coalesce(sum(without), 0) AS without, count(*) FILTER (origin <> '') AS copies
        FROM '{steps.path("articles")}'""",
    )
    return {**told, "tellings": tellings, "events": events}
