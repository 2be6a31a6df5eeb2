"""Accuracy on annotated articles of our own; the floors are pinned, with the digest of what they were measured on.

When accuracy has risen, FLOORS=1 raises the floors; they are never lowered but on purpose, by hand.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from timeline.recognize import recognize
from timeline.tagging import published_day

FOLDER = Path(__file__).parent / "annotated"
PINNED = FOLDER / "floors.json"
_MARK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)\|([^|\]]+)\]\]")


@dataclass(frozen=True)
class Timex:
    start: int
    end: int
    value: str


def read(path: Path) -> tuple[str, int | None, list[Timex]]:
    """Text, day of publication and annotations of one article."""
    first, second, body = path.read_text(encoding="utf-8").split("\n", 2)
    published = re.match(r"# published: (\S+)", first)
    assert published is not None and second.startswith("# kind: "), path.name
    text, marks, at = "", [], 0
    for match in _MARK.finditer(body):
        text += body[at : match.start()]
        marks.append(Timex(len(text), len(text) + len(match[1]), match[3].upper()))
        text += match[1]
        at = match.end()
    return text + body[at:], published_day(None if published[1] == "null" else published[1]), marks


def measure() -> dict[str, dict[str, float]]:
    """F1 over all articles and by kind: strict (the extent), relaxed (an overlap), value (an overlap with the right value)."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(FOLDER.glob("*.txt")):
        text, published, marks = read(path)
        found = [m for mention in recognize(text, published) for m in mention.parts or (mention,)]
        count = Counter(both=len(marks) + len(found))
        for mark in marks:
            over = [m for m in found if m.start < mark.end and mark.start < m.end]
            count["relaxed"] += bool(over)
            count["strict"] += any((m.start, m.end) == (mark.start, mark.end) for m in over)
            count["value"] += any(m.value.upper() == mark.value for m in over)
        for group in ("all", kind_of(path)):
            counts[group].update(count)
    measures = ("strict", "relaxed", "value")
    return {group: {m: math.floor(2000 * count[m] / count["both"]) / 10 for m in measures} for group, count in counts.items()}


def kind_of(path: Path) -> str:
    found = re.search(r"# kind: (.+)", path.read_text(encoding="utf-8"))
    assert found is not None, path.name
    return found[1]


def digest() -> str:
    parts = [path.read_bytes() for path in sorted(FOLDER.glob("*.txt"))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def test_accuracy_is_not_below_its_floors() -> None:
    measured = measure()
    if os.environ.get("FLOORS"):
        PINNED.write_text(json.dumps({"articles": digest(), "floors": measured}, indent=2) + "\n")
    pinned = json.loads(PINNED.read_text())
    assert pinned["articles"] == digest(), "the articles have changed: measure the floors anew with FLOORS=1"
    below = [
        f"{group}: {name} {measured[group][name]}, floor {floor}"
        for group, floors in pinned["floors"].items()
        for name, floor in floors.items()
        if measured[group][name] < floor
    ]
    assert not below, "; ".join(below)


def test_there_are_articles_of_many_kinds() -> None:
    kinds = {kind_of(path) for path in FOLDER.glob("*.txt")}
    assert len(list(FOLDER.glob("*.txt"))) >= 20
    assert {"wire", "history", "sports", "business", "obituary"} <= kinds
