"""A Dask cluster of real processes on the loopback address, started by the commands that the README shows."""

from __future__ import annotations

import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands() -> list[str]:
    """The lines of the README that start a scheduler and a worker, and build on them."""
    section = README.split("### On a cluster\n")[1].split("\n## ")[0]
    block = re.search(r"```sh\n(.*?)```", section, re.DOTALL)
    assert block is not None
    return [line.split("#")[0].strip() for line in block[1].splitlines()]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class Running:
    """A scheduler, and the workers that were started for it; each is a nanny with the process that works."""

    folder: Path
    port: int = field(default_factory=free_port)
    scheduler: subprocess.Popen[bytes] | None = None
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"tcp://127.0.0.1:{self.port}"

    def command(self, line: str) -> list[str]:
        """A command of the README with the port of this cluster, run by this Python."""
        program, *rest = shlex.split(line.replace("8786", str(self.port)))
        return [sys.executable, "-m", program, *rest]

    def start(self, line: str, code: Path = ROOT, name: str = "log", **env: str) -> subprocess.Popen[bytes]:
        env = os.environ | {"PYTHONPATH": str(code)} | env
        with (self.folder / f"{name}.txt").open("ab") as log:
            return subprocess.Popen(self.command(line), cwd=self.folder, env=env, stdout=log, stderr=log, start_new_session=True)

    def start_scheduler(self, **env: str) -> None:
        self.scheduler = self.start(commands()[0], ROOT, "scheduler", **env)

    def start_worker(self, code: Path = ROOT) -> subprocess.Popen[bytes]:
        self.workers.append(self.start(commands()[1], code, f"worker-{len(self.workers)}"))
        return self.workers[-1]

    def kill_at_work(self, worker: subprocess.Popen[bytes]) -> None:
        """`kill -9` for the process that works; its nanny starts another."""
        os.kill(worker_of(worker.pid), signal.SIGKILL)

    def kill_for_good(self, worker: subprocess.Popen[bytes]) -> None:
        """`kill -9` for the nanny and all below it."""
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def end(self) -> None:
        for process in (*self.workers, *filter(None, [self.scheduler])):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def cluster(folder: Path, workers: int = 2, **env: str) -> Iterator[Running]:
    """A scheduler, with these variables of the environment, and so many workers."""
    running = Running(folder)
    try:
        running.start_scheduler(**env)
        for _ in range(workers):
            running.start_worker()
        yield running
    finally:
        running.end()


def worker_of(nanny: int) -> int:
    """The process that works below a nanny: the one that runs what multiprocessing has started."""
    for place in Path("/proc").iterdir():
        with suppress(OSError, ValueError, IndexError):
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == nanny and b"spawn_main" in (place / "cmdline").read_bytes():
                return int(place.name)
    raise AssertionError("the worker has no process")
