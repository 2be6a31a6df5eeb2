"""Two writers at one file: builds, and an editor that takes no lock and writes as editors do. No save of either is lost."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests import ROOT
from tests.building import BRIDGE, Case
from timeline.errors import TimelineError

VILLAGES = ["Sullow", "Dunmere", "Cullmouth", "Estrick", "Kelby"]


def run(count: int = 500) -> str:
    """Let both save `count` times, once with an editor that replaces the file and once with one that writes in place."""
    told = []
    for how in ("replace", "in place"):
        with tempfile.TemporaryDirectory() as folder:
            told.append(f"{how}: {_together(Case(Path(folder)), how, count)}")
    return f"two writers, {count} saves each, an editor that ignores locks; {'; '.join(told)}: 0 lost"


def _together(case: Case, how: str, count: int) -> str:
    case.article("news/bridge.txt", BRIDGE)
    for number in range(count):
        case.article(f"news/fair-{number}.txt", fair(number)) if number < 5 else None
    case.build()
    editor = subprocess.Popen(
        [sys.executable, "-m", "tests.soak.writers", str(case.file), how, str(count)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    saves = refused = 0
    number = 5
    while saves < count or editor.poll() is None:
        case.article(f"news/fair-{number % 5}.txt", fair(number))
        try:
            saves += case.build().wrote
        except TimelineError:  # it says so and writes nothing: the editor saved again and again, or was in the middle of it
            refused += 1
        number += 1
    done = json.loads(editor.communicate()[0])
    case.build()
    entries = case.entries()
    assert editor.returncode == 0
    lost = [title for title in done["added"] if title not in entries]
    assert not lost, f"{how}: the editor's own entries are lost: {lost}"
    back = [title for title in done["deleted"] if title in entries]
    assert not back, f"{how}: what the editor deleted came back: {back}"
    for title, note in done["noted"].items():
        assert entries[title].note == note, f"{how}: {title}: the note {note!r} is lost, it is {entries[title].note!r}"
    fairs = [title for title in entries if "th fair at" in title]
    assert sorted(fairs) == sorted(f"The {n}th fair at {VILLAGES[n % 5]} opens" for n in range(number - 5, number)), fairs
    return f"{saves} builds wrote, {done['saves']} edits, {refused} builds gave up and said so"


def fair(number: int) -> str:
    """An article that changes from build to build; its event moves with it."""
    told = f"The {number}th fair at {VILLAGES[number % 5]} opened on Monday."
    return f"A fair\n\nPublished: {number % 27 + 1} May 2020\n\nNobody fell.\n\n{told}\n"


def edit(file: Path, how: str, count: int) -> dict[str, object]:
    """The editor: reads, thinks for a moment, and saves what it has, whatever the file says by then."""
    rng = random.Random(3)
    added: dict[str, str] = {}
    deleted: list[str] = []
    for number in range(count):
        before = file.read_bytes()
        time.sleep(rng.random() * 0.004)  # it has an old text in hand while builds go on
        blocks = before.decode("utf-8").split("\n\n")
        own = [at for at, block in enumerate(blocks) if "title: Mine" in block]
        if own and rng.random() < 0.3:
            at = rng.choice(own)
            title = _title(blocks[at])
            del blocks[at]
            deleted.append(title)
            added.pop(title, None)
        elif own and rng.random() < 0.5:
            at = rng.choice(own)
            blocks[at] = (
                "\n".join(line for line in blocks[at].split("\n") if "note:" not in line).rstrip() + f"\n  note: n{number}"
            )
            added[_title(blocks[at])] = f"n{number}"
        else:
            blocks.append(f"- date: 2019-05\n  title: Mine {number}\n  note: n{number}")
            added[f"Mine {number}"] = f"n{number}"
        text = "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"
        if how == "replace":
            aside = file.with_name("mine.yaml~")
            aside.write_bytes(text.encode("utf-8"))
            aside.replace(file)
        else:
            with file.open("r+b") as stream:
                raw = text.encode("utf-8")
                stream.truncate(0)
                for start in range(0, len(raw), 700):
                    os.write(stream.fileno(), raw[start : start + 700])
        time.sleep(0.05 + rng.random() * 0.1)  # a person thinks; without a pause no build would ever find the file at rest
    return {"added": list(added), "noted": added, "deleted": deleted, "saves": count}


def _title(block: str) -> str:
    return next(line for line in block.split("\n") if "title:" in line).split("title: ")[1]


if __name__ == "__main__":
    print(json.dumps(edit(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
