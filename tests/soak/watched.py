"""Runs the `timeline` command and notes every file that it opens outside of the given folder, the software and TMPDIR.

`python -m tests.soak.watched FOLDER LOG serve …`
"""

from __future__ import annotations

import os
import sys
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

_READS = {"open", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.copyfile"}
_ACTS = {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "socket.connect", "socket.getaddrinfo"}
_SYSTEM = ("/dev/null", "/dev/urandom", "/etc/mime.types", "/etc/localtime", "/usr/share/zoneinfo", "/proc/self")


def watch(folder: str, log: str) -> None:
    """Write a line into the log for each file elsewhere that is opened, and for each process and connection that is begun."""
    root = Path(__file__).parent.parent.parent
    code = [
        sys.prefix,
        sys.base_prefix,
        *sysconfig.get_paths().values(),
        *(root / each for each in ("timeline", "dashboard", "tests")),
    ]
    known = {f"{each}/" for one in (folder, tempfile.gettempdir(), *code) for each in (one, Path(one).resolve())}
    free = (*known, *_SYSTEM)
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    def hear(event: str, args: tuple[Any, ...]) -> None:
        if event in _ACTS:
            os.write(out, f"{event} {args!r}\n".encode("utf-8", "replace"))
        elif event in _READS:
            for each in args[:2] if event == "os.rename" else args[:1]:
                if isinstance(each, str | bytes | os.PathLike):
                    path = os.path.abspath(os.fsdecode(each))  # noqa: PTH100 pathlib would follow links, and be heard here
                    if not f"{path}/".startswith(free):
                        os.write(out, f"{event} {path}\n".encode("utf-8", "replace"))

    sys.addaudithook(hear)


if __name__ == "__main__":
    watch(sys.argv[1], sys.argv[2])
    sys.argv[1:3] = []
    from timeline.cli import main

    main()
