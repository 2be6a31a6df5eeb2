"""What a worker of a cluster does: one shard, in a process of its own, as on the machine of the builder.

So what ends, hangs or fills a process takes no worker with it, and is told in the same words wherever it happens.
"""

from __future__ import annotations

import multiprocessing
import pickle
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.corpus.cut import made_by
from timeline.corpus.engine import Processes

_own = threading.local()  # a thread of a worker has one process, for one build after the other


@dataclass(frozen=True, slots=True)
class Terms:
    """On which a shard is worked off: by what code, for which build, with how much memory and time."""

    made_by: str
    build: str
    memory: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Stranger:
    """The answer of a worker that runs other code."""

    made_by: str


def work(terms: Terms, packed: bytes) -> Any:
    """What comes of a function and a shard, which were packed together."""
    if terms.made_by != made_by():
        return Stranger(made_by())
    (_, result), *_ = _processes(terms).run(_unpacked, [packed], terms.seconds)
    return result


def _processes(terms: Terms) -> Processes:
    build, processes = getattr(_own, "of", ("", None))
    if processes is None or build != terms.build:
        if processes is not None:
            processes.__exit__()
        multiprocessing.current_process().daemon = False  # as one, a worker with a nanny could start no process
        processes = Processes(1, terms.memory)
        _own.of = terms.build, processes
    return processes


def _unpacked(packed: bytes) -> Any:
    function, shard = pickle.loads(packed)
    return function(shard)


def version() -> str:
    """The code that runs here."""
    return made_by()


def sees(path: str, mark: str) -> bool:
    """Whether a file is seen here, and is the one that is meant."""
    try:
        return Path(path).read_text(encoding="utf-8") == mark
    except OSError:
        return False
