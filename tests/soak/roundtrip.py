"""Random events carried away and brought back: the same bytes, and the same events, in each format that can be read back."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import Any

from timeline.export import writer
from timeline.export.selection import Selection
from timeline.intake import take_in
from timeline.recognize import read_words
from timeline.splice import Change, Splicer
from timeline.standing import standing
from timeline.store import EventsFile, load

FORMATS = {"exact": "out.csv", "json": "out.json", "jsonl": "out.jsonl"}
_DATES = """2020-05-09 2020-05 2019 2020-04-12T09:30 2020-04-11..2020-04-20 ..1951 1951.. 2020-01-23/2020-04-08 2020-01/..
../-0300 2020-03-01..2020-03-10/2020-05 2020-04~ 1850? 1850% 199X 18XX 2019-23 -0043 -0043-03-15 -0480..-0479 Y12024
9999-12-31 0000""".split()
_DATES += ["44 BC", "mid-April 2020", "the week of 3 May 2020", "late January 2020", " 2020-05 "]
_PIECES = [
    *"abcXYZ019 ,;:'\"\\=+-@#|>&*!%{}[]()<?~`^$/_.\t\n\r",
    *"äß日本語🚢\u0301\u00a0\u00ad\u200b\u202e\u2066\ufeff\u0085\u2028\u2029\x00\x07\x1b\x7f\ufffe\uffff",
    *(
        "\r\n",
        "\n\n",
        "null",
        "true",
        "no",
        "1e3",
        "0x1f",
        "=1+1",
        "'=1",
        '""',
        "; ",
        "- ",
        ": ",
        " #",
        "---",
        "<script>",
        "\\u0041",
    ),
]


def run(count: int = 10_000) -> str:
    """So many events there and back in each format; gives a line with the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        events = folder / "events.yaml"
        made = Splicer("", None, []).write(Change(added=[(None, one) for one in random_events(count, random.Random(20260508))]))
        events.write_bytes(made.encode("utf-8"))
        before = standing(load(events, read_words).entries)
        assert len(before) == count
        differ = sum(_differ(folder, before, form, file) for form, file in FORMATS.items())
    return f"{count:,} random events as {', '.join(FORMATS)}, brought back and carried away again: {differ} differ"


def _differ(folder: Path, before: list[Any], form: str, file: str) -> int:
    there, again = folder / file, folder / f"again-{file}"
    target = folder / form / "events.yaml"
    target.parent.mkdir()
    _write(before, form, there)
    taken = take_in(there, target)
    assert taken.added == len(before) and not taken.bad and not taken.notes, taken
    after = _load(target)
    _write(after, form, again)
    events = sum(a.model_dump() != b.model_dump() or a.interval != b.interval for a, b in zip(before, after, strict=True))
    repeated = take_in(there, target)
    return events + (there.read_bytes() != again.read_bytes()) + repeated.wrote


def _load(path: Path) -> list[Any]:
    file: EventsFile = load(path, read_words)
    return standing(file.entries)


def _write(entries: list[Any], form: str, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        assert writer(form)(Selection(entries), stream) == []


def random_events(count: int, chance: random.Random) -> list[dict[str, Any]]:
    """Events with the oddest texts that can stand in an events file; some without an id are twice the same."""
    out = [_event(number, chance) for number in range(count)]
    for _ in range(count // 100):
        one, other = chance.randrange(count), chance.randrange(count)
        if "id" not in out[one]:
            out[other] = dict(out[one])
    return out


def _event(number: int, chance: random.Random) -> dict[str, Any]:
    def some(make: Any, most: int = 3) -> list[Any]:
        return [make() for _ in range(chance.randint(1, most))]

    def text() -> str:
        return "".join(chance.choice(_PIECES) for _ in range(chance.randint(1, 12)))

    def source() -> dict[str, Any]:
        more = {"id": text, "published": text, "sentence": text, "phrase": text, "gone": text, "x-own": text}
        more["date"] = lambda: chance.choice(_DATES)
        return {"article": text()} | {key: make() for key, make in more.items() if chance.random() < 0.5}

    def own(depth: int = 2) -> Any:
        kind = chance.randrange(4 if depth else 1)
        if kind < 2:
            return text() if chance.random() < 0.9 else ""
        return some(lambda: own(depth - 1)) if kind == 2 else {text(): own(depth - 1) for _ in range(2)}

    optional: dict[str, Any] = {
        "id": lambda: f"{number}{text()}",
        "kind": lambda: chance.choice(("report", "reported on")),
        "status": lambda: chance.choice(("planned", "denied", "claimed")),
        **dict.fromkeys(("people", "places", "organizations", "tags"), lambda: some(text)),
        "reported_by": text,
        "sources": lambda: some(source),
        "note": text,
        "reviewed": lambda: "true",
        "split": lambda: "true",
        "pinned": lambda: chance.choice(("true", ["date"], ["date", "title"])),
        "color": lambda: chance.choice(("#c0392b", "teal")),
        "url": lambda: "https://example.org/?" + text(),
        "image": lambda: "http://example.org/" + text(),
        "x-page": own,
        "x-é": own,
    }
    told = {key: make() for key, make in optional.items() if chance.random() < 0.4}
    return {"date": chance.choice(_DATES), "title": text()} | told
