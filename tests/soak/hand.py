"""What a person does to the events file, and plain dictionaries of it: what has to stand there from then on."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.soak.papers import Papers

TYPED_DATES = ["2019-05", "early March 2020", "2020-01-23/2020-04-08", "1850?", "the week of 3 May 2020", "..1951"]
AWKWARD = ["no", "Talks: day 2 #live", 'say "no"', "12:30", "- dash", "Köln – 日本 😀", "it's 5", "{x}", "[y]", "a\\b", "? x"]


@dataclass
class Memory:
    """What the person did. An entry goes by its id, or by its title where it has none."""

    typed: dict[str, dict[str, Any]] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)  # the comment: the entry it was written at
    deleted: set[str] = field(default_factory=set)  # markers
    unsure: set[str] = field(default_factory=set)  # deleted, before an older version with others that tell of it was taken
    crossed: set[str] = field(default_factory=set)  # titles of entries of the person's own that were deleted
    home: dict[str, str] = field(default_factory=dict)  # marker: the entry it was put under
    apart: list[set[str]] = field(default_factory=list)  # markers that were split
    parted: dict[str, dict[str, str]] = field(default_factory=dict)  # entry that was split: the home its markers had before
    worked: set[str] = field(default_factory=set)  # entries that were ever worked on


class Hand(Papers):
    """A person at the events file; each thing done is put down in `memory`."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        super().__init__(folder, rng)
        self.memory = Memory()

    def blocks(self) -> list[str]:
        return self.case.text.split("\n\n")

    def entries(self) -> list[dict[str, Any]]:
        return yaml.load(self.case.text, Loader=yaml.CBaseLoader) or []

    def pick(self, wants: Callable[[dict[str, Any]], bool] = lambda _: True) -> tuple[dict[str, Any], int, list[str]] | None:
        """An entry, the place of its block, and all blocks."""
        blocks = self.blocks()
        places = [at for at, block in enumerate(blocks) if re.search(r"^- ", block, re.MULTILINE)]
        entries = self.entries()
        assert len(places) == len(entries), "each entry stands in a block of its own"
        fitting = [pair for pair in zip(entries, places, strict=True) if wants(pair[0])]
        return (*self.rng.choice(fitting), blocks) if fitting else None

    def put(self, blocks: list[str]) -> None:
        text = "\n\n".join(block for block in blocks if block.strip())
        self.case.text = text if text.endswith("\n") else text + "\n"

    def typed_text(self) -> str:
        return f"{self.rng.choice(AWKWARD)} {self.number()}"

    def edit(self) -> None:
        if not (found := self.pick()):
            return
        entry, at, blocks = found
        key = key_of(entry)
        name = self.rng.choice(
            ["title", "title", "date", "note", "tags", "people", "x-mine", "reviewed", "hidden", "pinned", "color"]
        )
        value: Any = self.typed_text()
        if name == "date":
            value = self.rng.choice(TYPED_DATES)
        elif name in ("reviewed", "hidden", "pinned"):
            value = "true" if name != "pinned" else self.rng.choice(["true", "date", "title"])
        elif name in ("tags", "people"):
            value = [value, "two"]
        elif name == "color":
            value = "#c0392b"
        blocks[at] = with_field(blocks[at], name, value)
        self.put(blocks)
        memory = self.memory
        if name == "title" and not entry.get("id"):
            self.rename_key(key, value)
            key = value
        memory.typed.setdefault(key, {})[name] = value
        memory.worked.add(key)

    def rename_key(self, old: str, new: str) -> None:
        memory = self.memory
        if old in memory.typed:
            memory.typed[new] = memory.typed.pop(old)
        memory.home = {marker: new if key == old else key for marker, key in memory.home.items()}
        memory.comments = {comment: new if key == old else key for comment, key in memory.comments.items()}

    def take_back(self) -> None:
        """The person deletes a field of their own."""
        free = {key: [n for n in typed if n not in ("date", "title")] for key, typed in self.memory.typed.items()}
        if not (found := self.pick(lambda entry: bool(free.get(key_of(entry))))):
            return
        entry, at, blocks = found
        name = self.rng.choice(free[key_of(entry)])
        blocks[at] = re.sub(rf"^  {name}:.*\n?", "", blocks[at], flags=re.MULTILINE)
        self.put(blocks)
        del self.memory.typed[key_of(entry)][name]
        if name == "split":
            self.not_apart(entry)

    def not_apart(self, entry: dict[str, Any]) -> None:
        """The sources that still stand together under it, since no build has seen the mark, need not come apart."""
        memory, here = self.memory, markers(entry)
        memory.home |= {marker: key for marker, key in memory.parted.pop(key_of(entry), {}).items() if marker in here}
        pairs = [(pair - here, pair & here) for pair in memory.apart]
        memory.apart = [others | {one} for others, held in pairs for one in held] + [others for others, held in pairs if not held]

    def comment(self) -> None:
        if not (found := self.pick()):
            return
        entry, at, blocks = found
        said = f"# remark {self.number()}: 'x' \"y\""
        first, rest = re.split(r"(?<=\n)", blocks[at].lstrip("\n") + "\n", maxsplit=1)
        where = self.rng.choice(["above", "in", "behind", "end"])
        if where == "above" and first.startswith("- "):
            block = f"{said}\n{first}{rest}"
        elif where == "in" and first.startswith("- "):
            block = f"{first}  {said}\n{rest}"
        elif where == "behind" and first.startswith("- id"):
            block = f"{first.rstrip()}  {said}\n{rest}"
        else:
            block = f"{first}{rest}  {said}\n"
        blocks[at] = block.rstrip("\n")
        self.put(blocks)
        self.memory.comments[said] = key_of(entry)
        self.memory.worked.add(key_of(entry))

    def delete(self) -> None:
        if not (found := self.pick()):
            return
        entry, at, blocks = found
        del blocks[at]
        self.put(blocks)
        self.forget(entry)
        self.memory.deleted |= markers(entry)
        for marker in markers(entry):
            self.memory.home.pop(marker, None)
        if not entry.get("id"):
            self.memory.crossed.add(entry["title"])

    def forget(self, entry: dict[str, Any]) -> None:
        """The entry is away, with what was typed there; those that are the same as it stand for themselves again."""
        memory, key = self.memory, key_of(entry)
        memory.typed.pop(key, None)
        memory.comments = {comment: at for comment, at in memory.comments.items() if at != key}
        for other, typed in memory.typed.items():
            if typed.get("same_as") == key:
                del typed["same_as"]
                memory.worked.add(other)
        blocks = self.blocks()
        self.put([re.sub(rf"^  same_as: \"?{re.escape(key)}\"?\n?", "", block, flags=re.MULTILINE) for block in blocks])

    def add_by_hand(self) -> None:
        title = self.typed_text()
        when = self.rng.choice(TYPED_DATES)
        blocks = [*self.blocks(), f"- date: {json.dumps(when)}\n  title: {json.dumps(title, ensure_ascii=False)}\n  note: mine"]
        self.put([block.rstrip("\n") for block in blocks])
        self.memory.typed[title] = {"date": when, "title": title, "note": "mine"}
        self.memory.worked.add(title)

    def merge(self) -> None:
        """List the sources of one entry under another."""

        def plain(entry: dict[str, Any]) -> bool:
            return "split" not in entry and "same_as" not in entry

        found = self.pick(lambda entry: plain(entry) and bool(entry.get("sources")))
        into = self.pick(plain)
        if not found or not into or found[1] == into[1]:
            return
        entry, at, blocks = found
        home, place, _ = into
        items = sources_of(blocks[at])
        block = blocks[place].rstrip("\n")
        blocks[place] = "\n".join([block, *([] if home.get("sources") else ["  sources:"]), *items])
        del blocks[at]
        self.put(blocks)
        self.forget(entry)
        if not entry.get("id"):
            self.memory.crossed.add(entry["title"])
        for marker in markers(entry):
            self.memory.home[marker] = key_of(home)
        self.memory.worked.add(key_of(home))
        self.memory.apart = [pair - markers(entry) - markers(home) for pair in self.memory.apart]

    def split_by_hand(self) -> None:
        if not (found := self.pick(lambda entry: len(entry.get("sources") or []) > 1 and "split" not in entry)):
            return
        entry, at, blocks = found
        items = sources_of(blocks[at])
        which = self.rng.randrange(len(items))
        blocks[at] = blocks[at].replace(items[which], "", 1).replace("\n\n", "\n").rstrip("\n")
        marker = next(iter(markers({"sources": [entry["sources"][which]]})))
        if self.rng.random() < 0.3:  # it tells nothing of this
            self.memory.deleted.add(marker)
            self.memory.home.pop(marker, None)
        else:
            title = self.typed_text()
            blocks[at] += f"\n\n- date: 2019-05\n  title: {json.dumps(title, ensure_ascii=False)}\n  sources:\n{items[which]}"
            self.memory.typed[title] = {"date": "2019-05", "title": title}
            self.memory.home[marker] = title
            self.memory.worked.add(title)
        self.memory.worked.add(key_of(entry))
        self.put(blocks)

    def split(self) -> None:
        """Mark an entry, so that the build takes its sources apart."""
        if not (found := self.pick(lambda entry: len(entry.get("sources") or []) > 1 and bool(entry.get("id")))):
            return
        entry, at, blocks = found
        if "#" in blocks[at] or any("gone" in source for source in entry["sources"]):
            return
        blocks[at] = with_field(blocks[at], "split", "true")
        self.put(blocks)
        key = key_of(entry)
        self.memory.typed.setdefault(key, {})["split"] = "true"
        self.memory.worked.add(key)
        home = self.memory.home
        self.memory.parted[key] = {marker: home.pop(marker) for marker in markers(entry) if marker in home}
        self.memory.apart.append(markers(entry))

    def same(self) -> None:
        """Say that an entry tells the same as another."""
        taken = {typed.get("same_as") for typed in self.memory.typed.values()}
        found = self.pick(lambda entry: "same_as" not in entry and bool(entry.get("id")) and entry["id"] not in taken)
        target = self.pick(lambda entry: "same_as" not in entry and bool(entry.get("id")))
        if found and target and found[1] != target[1]:
            entry, at, blocks = found
            blocks[at] = with_field(blocks[at], "same_as", target[0]["id"])
            self.put(blocks)
            self.memory.typed.setdefault(entry["id"], {})["same_as"] = target[0]["id"]
            self.memory.worked |= {entry["id"], target[0]["id"]}


def key_of(entry: dict[str, Any]) -> str:
    return str(entry.get("id") or entry["title"])


def markers(entry: dict[str, Any]) -> set[str]:
    """The marks of the sentences that tell an entry."""
    return {re.search(r", and (z\w+) saw it", source["sentence"])[1] for source in entry.get("sources") or []}  # type: ignore[index]


def sources_of(block: str) -> list[str]:
    """The lines of each source of an entry."""
    lines = block.split("\n")
    out: list[list[str]] = []
    for line in lines[lines.index("  sources:") + 1 :]:
        if line.startswith("    - "):
            out.append([line])
        elif line.startswith("      ") and out:
            out[-1].append(line)
    return ["\n".join(one) for one in out]


def with_field(block: str, name: str, value: Any) -> str:
    """The entry with a field typed anew, or added below its first line."""
    written = json.dumps(value, ensure_ascii=False)
    found = re.search(rf"^(- |  ){name}:.*$", block, re.MULTILINE)
    if found:
        cut = re.search(r"  # remark .*", found[0])
        return block.replace(found[0], f"{found[1]}{name}: {written}{cut[0] if cut else ''}", 1)
    return re.sub(r"^(- .*)$", lambda line: f"{line[1]}\n  {name}: {written}", block, count=1, flags=re.MULTILINE)
