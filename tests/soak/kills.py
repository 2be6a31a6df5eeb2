"""`kill -9` at random moments of saves: file and base are the old ones or the new ones, whole and belonging together."""

from __future__ import annotations

import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.building import BOAT, BRIDGE, FELL, FERRY, Case
from timeline import past
from timeline.archive import Archive
from timeline.splice import stamp_of

TOLD = 5  # events of the two articles that stay
LONGEST = 0.3  # seconds until the kill; a save takes about a tenth of that


def run(count: int = 1000) -> str:
    """Let a process save again and again, and kill it, `count` times; gives a line with the figures."""
    rng = random.Random(5)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        case = Case(Path(folder))
        case.article("news/bridge.txt", BRIDGE)
        case.article("news/ferry.txt", FERRY)
        case.article("news/fair.txt", fair(0))
        case.build()
        case.edit(f"title: {BOAT}", 'title: "Mine: a boat #2"  # with a remark')
        case.delete(FELL)
        case.build()
        for number in range(count):
            found[kill_one(case, rng, number)] += 1
    said = ", ".join(f"{count:,} {what}" for what, count in sorted(found.items()))
    return f"{count:,} saves killed ({said}): 0 broken files, 0 bases that belong to another file, 0 edits lost"


def fair(number: int) -> str:
    return f"A fair\n\nPublished: 20 May 2020\n\nNobody fell.\n\nThe {number}th fair at Sullow opened on Monday.\n"


def kill_one(case: Case, rng: random.Random, number: int) -> str:
    """One process, killed; says where it was."""
    before = case.text
    read, write = os.pipe()
    child = os.fork()
    if not child:
        _save_for_ever(case, number, write)
    os.close(write)
    os.read(read, 1)  # it has begun
    time.sleep(rng.random() * LONGEST)  # no event to wait for: the kill has to come at any moment of a save
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(read)
    after = case.text
    archive = Archive(case.file)
    base = archive.base(stamp_of(after))
    _whole(case)
    if base is not None and base.stamp == stamp_of(after):
        here = {entry.id for entry in case.entries().values()}
        assert {entry.id for entry in base.entries if not entry.deleted} == here, f"kill {number}: another base"
    else:
        assert any("nothing is dropped" in note or "earlier version" in note for note in case.build().notes)
    ready = archive.ready_stamp() == stamp_of(after)
    report = case.build()
    assert not [note for note in report.notes if "nothing is dropped" in note], f"kill {number}: {report.notes}"
    _whole(case)
    left = [p.name for p in case.folder.iterdir() if p.name.startswith(".events") and p.name.endswith((".tmp", ".swap"))]
    assert not left, f"kill {number}: {left} left behind"
    return "before the file was written" if after == before else "between file and base" if ready else "behind"


def _save_for_ever(case: Case, number: int, pipe: int) -> None:
    """In the child: articles change and builds write, some are undone."""
    try:
        count = 0
        while True:
            count += 1
            case.article("news/fair.txt", fair(number * 100 + count))
            if count == 1:
                os.write(pipe, b"x")
            case.build()
            if count % 3 == 0:
                past.undo(case.file)
    finally:
        os._exit(1)


def _whole(case: Case) -> None:
    """The file is sound and holds what was typed and what is told, and nothing that was deleted."""
    entries = case.entries()
    assert "Mine: a boat #2" in entries
    assert case.text.count("# with a remark") == 1
    assert FELL not in entries
    fairs = [title for title in entries if "fair at Sullow" in title]
    assert (len(fairs), len(entries)) == (1, TOLD)


if __name__ == "__main__":
    print(run(int(sys.argv[1])))
