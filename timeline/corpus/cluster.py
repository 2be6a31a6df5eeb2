"""Runs shards on any Dask scheduler. What is asked of the scheduler is little: hand a call to a worker, say when it is lost.

A few shards more than there are workers are on their way at a time. A shard whose worker is lost is run again by Dask, and
once by this module where Dask gives it up; each runs in a process of its own at the worker (served.py).
"""

from __future__ import annotations

import logging
import os
import pickle
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any, Self, TypeVar
from uuid import uuid4

from timeline.atomic import write_whole
from timeline.corpus.cut import made_by
from timeline.corpus.engine import Engine, Failure, Processes
from timeline.corpus.served import Stranger, Terms, sees, version, work
from timeline.errors import TimelineError, UsageError

S = TypeVar("S")
R = TypeVar("R")
Say = Callable[[str], None]
PORT = 8786  # of a scheduler, if nobody says another
_ADDRESS = re.compile(r"(?:[a-z]+://)?(?:[^\s:/\[\]]+|\[[0-9a-fA-F:.]+\]):(\d{1,5})")
_CONNECT = 10.0  # seconds for the scheduler to answer
_LOOK = 1.0  # seconds between two looks at the cluster
_AHEAD = 2  # shards for each thread of a worker: one that runs, one that waits for it
_INSTALL = "install what `timeline --version` says here on every machine, and start them anew"


class Cluster:
    """The engine of a Dask cluster. `say` is told, in a line, where a person should know why nothing happens."""

    far = True

    def __init__(self, address: str, say: Say = lambda line: None, memory: int = 0) -> None:
        self.address, self.say = address, say
        self.workers = 1
        self._memory, self._build = memory, uuid4().hex
        self._client: Any = None
        self._local: Processes | None = None
        self._threads, self._looked, self._waits = 0, 0.0, False

    def __enter__(self) -> Self:
        """Raises UsageError where there is no scheduler at the address, or one that runs other code."""
        self._client = _connected(self.address)
        try:
            self._same(_asked(self._client.run_on_scheduler, self.address), "the scheduler")
            self._look()
            self.workers = max(1, self._threads)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._local is not None:
            self._local.__exit__()
        with suppress(Exception):  # it is gone already
            self._client.close(timeout=2)

    @property
    def here(self) -> Engine:
        """See Engine."""
        if self._local is None:
            self._local = Processes(os.cpu_count() or 1, self._memory)
        return self._local

    def beside(self, folder: Path) -> Engine:
        """See Engine. A file is laid there, which all workers have to find."""
        while not self._look():
            time.sleep(_LOOK)  # nothing tells that a worker has come: the scheduler has to be asked
        mark, path = uuid4().hex, folder / "seen"
        write_whole(path, mark.encode())
        try:
            found = self._client.run(sees, str(path), mark, on_error="return")
        except OSError:
            found = {}
        finally:
            path.unlink(missing_ok=True)
        if found and all(one is True for one in found.values()):
            return self
        self.say(f"the workers do not all see {folder.parent}: what follows the reading is done by this machine alone")
        return self.here

    def run(self, function: Callable[[S], R], shards: Iterable[S], seconds: float = 0) -> Iterator[tuple[S, R | Failure]]:
        """See Engine. Raises TimelineError where the scheduler is lost, UsageError where a worker runs other code."""
        flight = _Flight(self._client, Terms(made_by(), self._build, self._memory, seconds), function, shards)
        try:
            while flight.fill(self._look() * _AHEAD):
                future = flight.done(_LOOK)
                if future is None:
                    continue
                sent = flight.busy.pop(future)
                result = self._result(future)
                if result is not _LOST:
                    yield sent.shard, result
                elif sent.last:
                    yield sent.shard, Failure("every worker that it was given to was lost")
                else:
                    flight.suspects.append(sent)
        finally:
            flight.cancel()

    # ------------------------------------------------------------ the cluster

    def _look(self) -> int:
        """How many threads the workers have; asks at most once a second, and says so when there are none."""
        if self._client.status != "running":
            raise TimelineError(f"{self.address}: the scheduler is gone; start it anew, and the same command goes on from here")
        now = time.monotonic()
        if now - self._looked > _LOOK:
            try:
                self._threads = sum(self._client.nthreads().values())
            except (OSError, TimeoutError):
                self._threads = 0
            self._looked = now
        if self._threads == 0 and not self._waits:
            self.say(f"waiting for workers of {self.address}; start one with: dask worker {self.address} --nthreads 1")
        elif self._threads and self._waits:
            self.say("workers are there")
        self._waits = self._threads == 0
        return self._threads

    def _result(self, future: Any) -> Any:
        """What came of a call; _LOST where no worker stayed alive over it."""
        from distributed import KilledWorker

        if future.status in ("cancelled", "lost"):
            return _LOST
        if future.status == "error":
            error = future.exception()
            if isinstance(error, KilledWorker):
                return _LOST
            raise TimelineError(f"{self.address}: a worker cannot work: {_in_a_line(error)}; {_INSTALL}") from None
        try:
            result = future.result(timeout=_CONNECT)
        except (OSError, TimeoutError):  # the worker went while its result was fetched
            return _LOST
        except Exception as error:
            return _cancelled(error)
        if isinstance(result, Stranger):
            self._same(result.made_by, "a worker")
        return result

    def _same(self, code: str, who: str) -> None:
        if code != made_by():
            raise UsageError(f"{self.address}: {who} runs another version of article-timeline: {_INSTALL}")


_NOTHING: Any = object()
_LOST: Any = object()


@dataclass(frozen=True, slots=True)
class _Sent:
    """A shard on its way; `last` says that it is not sent again."""

    shard: Any
    packed: bytes
    last: bool = False


class _Flight:
    """The shards of one run that are on their way.

    A worker that dies may have held two, and Dask gives both up. So those are sent once more, with no other beside them.
    """

    def __init__(self, client: Any, terms: Terms, function: Callable[..., Any], shards: Iterable[Any]) -> None:
        self._client, self._terms, self._function = client, terms, function
        self._waiting: Iterator[Any] | None = iter(shards)
        self._done: SimpleQueue[Any] = SimpleQueue()
        self.busy: dict[Any, _Sent] = {}
        self.suspects: deque[_Sent] = deque()

    def fill(self, room: int) -> bool:
        """Send as many as there is room for; whether there is something to wait for."""
        if self.suspects:
            if not self.busy:
                self._send(replace(self.suspects.popleft(), last=True))
        elif not any(sent.last for sent in self.busy.values()):
            while self._waiting is not None and len(self.busy) < room:
                shard = next(self._waiting, _NOTHING)
                if shard is _NOTHING:
                    self._waiting = None
                else:
                    self._send(_Sent(shard, pickle.dumps((self._function, shard))))
        return bool(self.busy or self.suspects or self._waiting is not None)

    def _send(self, sent: _Sent) -> None:
        future = self._client.submit(work, self._terms, sent.packed, key=f"timeline-{uuid4().hex}", pure=False)
        self.busy[future] = sent
        future.add_done_callback(self._done.put)

    def done(self, seconds: float) -> Any:
        """One that is done, None if none is after so many seconds."""
        try:
            return self._done.get(timeout=seconds)
        except Empty:
            return None

    def cancel(self) -> None:
        """Leave the workers nothing to do."""
        for future in self.busy:
            with suppress(Exception):
                future.cancel()


def _connected(address: str) -> Any:
    found = _ADDRESS.fullmatch(address)
    if found is None or int(found[1]) > 65_535:
        raise UsageError(f"--cluster {address}: that is no address of a scheduler; write it as tcp://HOST:{PORT}")
    try:
        import dask
        from distributed import Client
    except ImportError:
        raise UsageError("--cluster needs Dask, which is not installed: pip install 'article-timeline[cluster]'") from None
    for name in [*logging.root.manager.loggerDict]:
        if name.partition(".")[0] in ("distributed", "tornado"):  # what matters of it is said here, in a line
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"})
    connect: Any = Client
    try:
        return connect(address, timeout=_CONNECT, set_as_default=False, name="timeline")
    except Exception as error:  # whatever is behind the address, it is no scheduler
        raise UsageError(f"--cluster {address}: no Dask scheduler answers there ({_in_a_line(error)})") from None


def _asked(run: Callable[..., Any], address: str) -> str:
    """The code that the scheduler runs."""
    try:
        return str(run(version))
    except Exception as error:  # what it cannot import is raised there, or while the answer is read
        said = f"{address}: the scheduler does not run article-timeline ({_in_a_line(error)}): {_INSTALL}"
        raise UsageError(said) from None


def _cancelled(error: Exception) -> Any:
    from distributed.client import FutureCancelledError

    if isinstance(error, FutureCancelledError):
        return _LOST
    raise error


def _in_a_line(error: BaseException | None) -> str:
    return f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"[:200].rstrip(": ")
