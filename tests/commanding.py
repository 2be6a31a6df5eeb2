"""The `timeline` command in this process, with its input, output and folder: as quick as a call.

What it is as a process of its own, `by_itself` sees: some tests are enough for that, since starting one takes a second.
"""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests import ROOT
from timeline.cli import main


class Done(NamedTuple):
    """What a command said, and its exit code."""

    code: int
    stdout: str
    stderr: str


Command = Callable[..., Done]


def here(folder: Path, *args: str, given: str | bytes = "", code: int = 0) -> Done:
    """Run the command in a folder, with a text or bytes as standard input; what it raises is raised."""
    raw = given.encode() if isinstance(given, str) else given
    streams = [io.TextIOWrapper(io.BytesIO(begin), encoding="utf-8", newline="") for begin in (raw, b"", b"")]
    given_in, out, err = streams
    with pytest.MonkeyPatch.context() as patch, chdir(folder), redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "stdin", given_in)
        with pytest.raises(SystemExit) as ended:
            main(list(args))
    said = []
    for stream in (out, err):
        stream.flush()
        buffer = stream.detach()
        assert isinstance(buffer, io.BytesIO)
        said.append(buffer.getvalue().decode("utf-8"))
    assert ended.value.code == code, said[1]
    return Done(code, *said)


def by_itself(folder: Path, *args: str, given: str = "", code: int = 0, **env: str) -> Done:
    """The same as a process, with these variables of its environment."""
    done = subprocess.run(**_process(folder, args, env), input=given.encode(), capture_output=True, check=False)
    out, err = done.stdout.decode(), done.stderr.decode()
    assert "Traceback" not in err
    assert done.returncode == code, err
    return Done(code, out, err)


def begun(folder: Path, *args: str, hears: bool = False, **env: str) -> subprocess.Popen[str]:
    """The command as a process that is still at work; one that `hears` takes Ctrl+C, which a shell's background jobs ignore."""
    return subprocess.Popen(
        **_process(folder, args, env),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL) if hears else None,
    )


def _process(folder: Path, args: Sequence[str], env: Mapping[str, str]) -> dict[str, Any]:
    command = [sys.executable, "-m", "timeline", *args]
    return {"args": command, "cwd": folder, "env": os.environ | {"PYTHONPATH": str(ROOT)} | env}
