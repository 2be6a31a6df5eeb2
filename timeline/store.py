"""events.yaml in: the file as entries, each with its place; every fault at once.

Reads dates written in words through a function it is given; writing is in `splice`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from timeline import yamltext
from timeline.entries import Entry, UnknownKeyError
from timeline.errors import EventsFileError, Fault
from timeline.notation import Words


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and the node that tells where it stands in the file."""

    entry: Entry
    item: yamltext.Item

    @property
    def line(self) -> int:
        """The entry's first line, from 1."""
        return self.item.node.start_mark.line + 1


@dataclass(frozen=True, slots=True)
class EventsFile:
    """events.yaml as it was read: its exact text, and its entries in the order of the file."""

    path: Path
    text: str
    placed: tuple[Placed, ...]
    root: yaml.SequenceNode | None

    @property
    def entries(self) -> list[Entry]:
        """The entries without their places."""
        return [p.entry for p in self.placed]


def load(path: Path, words: Words | None = None) -> EventsFile:
    """Read an events file; one that does not exist is empty. Raises EventsFileError with every fault."""
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raw = b""
    except OSError as error:
        raise EventsFileError(str(path), [Fault(1, 1, f"cannot be read: {error.strerror}")]) from None
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise EventsFileError(str(path), [Fault(line, 1, "not UTF-8: save the file as UTF-8")]) from None
    return loads(text, path, words)


def loads(text: str, path: Path, words: Words | None = None) -> EventsFile:
    """As `load`, from text that has been read already; `path` is for messages."""
    root, items = yamltext.parse(text, str(path))
    faults: list[Fault] = []
    placed = []
    lines: dict[str, int] = {}
    for item in items:
        try:
            entry = Entry.model_validate(item.data, context={"words": words})
        except ValidationError as error:
            faults.extend(_faults(item, error))
            continue
        line = item.node.start_mark.line + 1
        if entry.id and entry.id in lines:
            node = yamltext.find(item.node, ("id",))
            faults.append(
                yamltext.fault(node, f"the id {entry.id} stands at line {lines[entry.id]} already: delete one of the two ids")
            )
        lines.setdefault(entry.id, line)
        placed.append(Placed(entry, item))
    if faults:
        raise EventsFileError(str(path), sorted(faults, key=lambda f: (f.line, f.column)))
    return EventsFile(path, text, tuple(placed), root)


def _faults(item: yamltext.Item, error: ValidationError) -> list[Fault]:
    out = []
    for detail in error.errors(include_url=False):
        cause = detail.get("ctx", {}).get("error")
        node = yamltext.find(item.node, detail["loc"])
        message = detail["msg"].removeprefix("Value error, ")
        if isinstance(cause, UnknownKeyError) and isinstance(node, yaml.MappingNode):
            node = next((key for key, _ in node.value if key.value == cause.key), node)
        elif detail["type"] in ("missing", "string_too_short"):
            message = f"an event needs a {detail['loc'][-1]}"
        elif detail["type"] == "value_error" and not detail["loc"]:
            node = yamltext.find(item.node, ("date",))
        elif detail["loc"]:
            message = f"{detail['loc'][0]}: {message[0].lower()}{message[1:]}"
        out.append(yamltext.fault(node, message))
    return out
