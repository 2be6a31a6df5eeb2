"""One corpus, built so many times: with other workers, orders, hash seeds and time zones, and cut off on the way."""

from __future__ import annotations

import json
import random
import shutil
import signal
import tempfile
from pathlib import Path

from tests.collection import Collection, digest, texts
from tests.commanding import begun, by_itself

_ZONES = "UTC Asia/Seoul America/Lima Pacific/Apia Africa/Cairo Europe/Berlin".split()


def run(count: int = 48) -> str:
    """Build it so many times; says how many hashes came of it, and how many builds were killed on the way."""
    rng = random.Random(9)
    with tempfile.TemporaryDirectory() as folder:
        made = Collection(Path(folder))
        made.write(texts(60))
        lines = [json.dumps({"date": "2020-05-10", "text": f"Ship {n} sank on Friday.", "x": "x" * 5000}) for n in range(400)]
        (made.folder / "news" / "dump.jsonl").write_text("\n".join(lines))
        hashes, killed = set(), 0
        for number in range(count):
            killed += _one(made.folder, rng, stop=number % 3 == 0)
            hashes.add(digest(made.root))
            shutil.rmtree(made.root)
    return f"{count} builds, {killed} of them killed on the way: {len(hashes)} SHA-256"


def _one(folder: Path, rng: random.Random, *, stop: bool) -> bool:
    """One build; one that is to be stopped is killed on the way and run again. Whether it was there to be killed."""
    paths = ["news/0", "news/1", "news/2", "news/dump.jsonl"]
    rng.shuffle(paths)
    command = ["build", *paths, "--corpus", "corpus", "--workers", str(rng.choice([1, 2, 3, 5]))]
    env = {"PYTHONHASHSEED": str(rng.randrange(10**6)), "TZ": rng.choice(_ZONES)}
    killed = False
    if stop:
        process = begun(folder, *command, **env)
        assert process.stderr is not None
        for _ in range(rng.randint(1, 12)):
            process.stderr.readline()
        killed = process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
    by_itself(folder, *command, **env)
    return killed
