"""Files made to exhaust a reader: each is refused at once, in little memory. Every one in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from timeline.errors import EventsFileError
from timeline.store import load

PATIENCE = 60  # seconds; one that takes as long hangs
MOST_MEMORY = 50  # MB above what the process had


def bombs() -> dict[str, str]:
    """The files, by name."""
    laughs = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    merges = "\n".join(["- &m0 {k0: v}", *(f"- &m{n} {{<<: [*m{n - 1}, *m{n - 1}], k{n}: v}}" for n in range(1, 40))])
    return {
        "a billion laughs": "- " + "\n  ".join(laughs) + "\n",
        "merge keys": merges,
        "an alias of itself": "- &a\n  title: *a\n",
        "a hundred thousand anchors": "".join(f"- &a{n} x\n" for n in range(100_000)),
        "lists a million deep": "[" * 1_000_000,
        "keys a million deep": "{a: " * 1_000_000,
        "dashes a hundred thousand deep": "- " * 100_000,
        "a tag that runs code": '- !!python/object/apply:os.system ["touch /tmp/never"]\n',
        "a tag of its own": "- !mine\n  date: 2020\n  title: x\n",
        "binary": "- date: 2020\n  title: !!binary aGVsbG8=\n",
        "more than may be read": "- date: 2020\n  title: x\n" + "#" + "x" * (210 * 1024 * 1024) + "\n",
    }


def run(count: int = 1) -> str:
    """Read each, `count` times; gives a line with the longest time and the most memory."""
    slowest = most = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        for name, text in bombs().items():
            path.write_text(text, encoding="utf-8")
            for _ in range(count):
                done = subprocess.run(
                    [sys.executable, "-m", "tests.soak.bombs", str(path)],
                    capture_output=True,
                    text=True,
                    timeout=PATIENCE,
                    check=False,
                )
                assert done.returncode == 0, f"{name}: {done.stderr[-2000:]}"
                seconds, megabytes = map(float, done.stdout.split())
                slowest, most = max(slowest, seconds), max(most, megabytes)
    assert most < MOST_MEMORY
    return f"{len(bombs())} bombs refused: at most {slowest:.3f} s and {most:.0f} MB each"


def refuse(path: Path) -> tuple[float, float]:
    """Seconds of processor time and megabytes above what the process had, until the file is refused."""
    before = _peak()
    start = time.process_time()
    try:
        load(path)
    except EventsFileError as error:
        assert error.faults
    else:
        raise AssertionError("it was read")
    return time.process_time() - start, (_peak() - before) / 1024


def _peak() -> int:
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


if __name__ == "__main__":
    print(*refuse(Path(sys.argv[1])))
