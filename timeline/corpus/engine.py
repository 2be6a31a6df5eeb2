"""Runs a function over shards: the seam between what is done and where. Here by processes of this machine; see cluster.py.

An engine is handed shards one by one, as many as it has room for, and gives results as they are done, in any order. A
worker that dies, hangs or takes too much memory takes nothing with it: its shard becomes a Failure, and another worker
takes its place.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from timeline.articles.settings import MB
from timeline.errors import TimelineError
from timeline.garbage import collect_seldom

S = TypeVar("S")
R = TypeVar("R")
_GRACE = 5.0  # seconds for a worker to end by itself


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a shard came to nothing."""

    why: str


class Engine(Protocol):
    """What runs shards. `function` and shards are sent to other processes: both have to be picklable."""

    workers: int
    far: bool
    """Whether its workers may be on other machines: what they work on is then handed to them, and not named."""

    @property
    def here(self) -> Engine:
        """An engine of this machine, for what cannot be handed to others."""
        ...

    def beside(self, folder: Path) -> Engine:
        """An engine for work on the files of a folder: this one, if all its workers see it."""
        ...

    def run(self, function: Callable[[S], R], shards: Iterable[S], seconds: float = 0) -> Iterator[tuple[S, R | Failure]]:
        """Each shard with its result, as they are done; shards are asked for only when there is room for them."""
        ...


class _Near:
    """An engine of this machine."""

    far = False

    @property
    def here(self) -> Self:
        """See Engine."""
        return self

    def beside(self, folder: Path) -> Self:
        """See Engine."""
        return self


class Here(_Near):
    """The engine that is none: one shard after the other, in this process, and nothing caught. For looking at what goes wrong.

    >>> list(Here().run(abs, [-2, 3]))
    [(-2, 2), (3, 3)]
    """

    workers = 1

    def run(self, function: Callable[[S], R], shards: Iterable[S], seconds: float = 0) -> Iterator[tuple[S, R | Failure]]:
        """See Engine; no time is too long."""
        return ((shard, function(shard)) for shard in shards)


class Processes(_Near):
    """The engine of one machine: so many processes, one shard each at a time.

    >>> with Processes(2) as engine:
    ...     sorted(engine.run(abs, [-2, 3]))
    [(-2, 2), (3, 3)]
    """

    def __init__(self, workers: int, memory: int = 0) -> None:
        self.workers = workers
        self._memory = memory
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._busy:
            worker.end()
        self._busy = []
        self._let_go()

    def _let_go(self) -> None:
        for worker in self._idle:
            worker.end()
        self._idle = []

    def beside(self, folder: Path) -> Self:
        """See Engine. It begins with new processes: what the others keep in their memory was for other work."""
        self._let_go()
        return self

    def run(self, function: Callable[[S], R], shards: Iterable[S], seconds: float = 0) -> Iterator[tuple[S, R | Failure]]:
        """See Engine."""
        waiting = iter(shards)
        more = True
        while True:
            while more and len(self._busy) < self.workers:
                shard = next(waiting, _NOTHING)
                more = shard is not _NOTHING
                if more:
                    self._busy.append(self._started(function, shard, seconds))
            if not self._busy:
                return
            for worker in self._done():
                self._busy.remove(worker)
                shard, result, alive = worker.result()
                if alive:
                    self._idle.append(worker)
                yield shard, result

    def _started(self, function: Callable[..., Any], shard: Any, seconds: float) -> _Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.take(function, shard, seconds):
                return worker
            worker.end()  # it died while it had nothing to do
        worker = _Worker.new(self._memory)
        if not worker.take(function, shard, seconds):
            raise TimelineError("processes cannot be started on this machine; try --workers 1, or see its limits (ulimit -a)")
        return worker

    def _done(self) -> list[_Worker]:
        """The workers that have a result, have died, or are out of time; waits for the first."""
        left = min((worker.deadline for worker in self._busy), default=float("inf")) - time.monotonic()
        ready = set(wait([worker.pipe for worker in self._busy], None if left == float("inf") else max(0.0, left)))
        now = time.monotonic()
        return [worker for worker in self._busy if worker.pipe in ready or worker.deadline <= now]


_NOTHING: Any = object()


@dataclass(eq=False, slots=True)
class _Worker:
    """One process, and what it is at."""

    process: Any
    pipe: Connection
    memory: int
    shard: Any = None
    seconds: float = 0
    deadline: float = field(default=float("inf"))

    @classmethod
    def new(cls, memory: int) -> _Worker:
        context = _context()
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there, memory), daemon=True)
        process.start()
        there.close()
        return cls(process, here, memory)

    def take(self, function: Callable[..., Any], shard: Any, seconds: float) -> bool:
        self.shard, self.seconds = shard, seconds
        self.deadline = time.monotonic() + seconds if seconds else float("inf")
        try:
            self.pipe.send((function, shard))
        except OSError:
            return False
        return True

    def result(self) -> tuple[Any, Any, bool]:
        """The shard, what came of it, and whether the worker is still fit for work."""
        if not self.pipe.poll():
            self.end()
            return self.shard, Failure(f"it takes longer than {self.seconds:g} seconds"), False
        try:
            result, fit = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join()
            return self.shard, Failure(_died(self.process.exitcode)), False
        if not fit:
            self.end()
        return self.shard, result, fit

    def end(self) -> None:
        self.pipe.close()
        if self.process.is_alive():
            self.process.kill()
        self.process.join(_GRACE)


@cache
def _context() -> Any:
    """Processes that share nothing with this one; where it can be, they begin with everything imported already."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["timeline.corpus.build"])
    return context


def _died(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        more = ": perhaps the machine had no memory left" if -code == signal.SIGKILL else ""
        return f"the process that read it was ended by {name}{more}"
    return f"the process that read it ended with code {code}"


def _serve(pipe: Connection, memory: int) -> None:
    """What a worker does: shards in, results out, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this one
    collect_seldom()
    if memory:
        _limit(memory)
    while True:
        try:
            function, shard = pipe.recv()
        except (EOFError, OSError):
            os._exit(0)
        result, fit = _tried(function, shard, memory)
        try:
            pipe.send((result, fit))
        except OSError:
            os._exit(0)


def _tried(function: Callable[[Any], Any], shard: Any, memory: int) -> tuple[Any, bool]:
    try:
        return function(shard), True
    except MemoryError:
        return Failure(f"it needs more than {memory:,} MB of memory" if memory else "there is not enough memory for it"), False
    except TimelineError as error:
        return Failure(str(error)), True
    except Exception as error:  # whatever it is, it is that of one shard
        return Failure(f"{type(error).__name__}: {str(error) or 'no more is known'}"[:300]), True


def _limit(memory: int) -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory * MB, memory * MB))
