"""events.yaml in: the file as entries, each with its place; every fault at once.

Reads dates written in words through a function it is given; writing is in `splice`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from timeline import yamltext
from timeline.entries import Entry, Known, SourceEntry
from timeline.errors import EventsFileError, Fault
from timeline.notation import Words
from timeline.standing import astray
from timeline.yamltext import Data

_LARGEST = 200_000_000  # bytes; a hundred thousand events have 40 million


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


def load(path: Path, words: Words | None = None, known: EventsFile | None = None) -> EventsFile:
    """Read an events file; one that does not exist is empty. Raises EventsFileError with every fault.

    `known` is the file as it was read before; what has not changed since is not read again.
    """
    text = read_text(path)
    return known if known is not None and known.text == text else loads(text, path, words, known)


def read_text(path: Path) -> str:
    """The exact text of an events file, with its byte order mark and line breaks; "" where there is none."""
    try:
        if (size := path.stat().st_size) > _LARGEST:
            said = f"the file has {size // 1_000_000:,} MB: more than {_LARGEST // 1_000_000} MB are not read"
            raise EventsFileError(str(path), [Fault(1, 1, said)])
        raw = path.read_bytes()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise EventsFileError(str(path), [Fault(1, 1, f"cannot be read: {error.strerror}")]) from None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8")) + 1
        said = f"the byte 0x{raw[error.start]:02X} is not UTF-8: save the file as UTF-8"
        raise EventsFileError(str(path), [Fault(before.count(b"\n") + 1, column, said)]) from None


def loads(text: str, path: Path, words: Words | None = None, known: EventsFile | None = None) -> EventsFile:
    """As `load`, from text that has been read already; `path` is for messages."""
    parsed = yamltext.parse(text, str(path))
    faults = list(parsed.faults)
    before = {} if known is None else {_name(one.item): one for one in known.placed}
    placed = []
    for item in parsed.items:
        same = before.get(_name(item))
        entry = same.entry if same is not None and same.item.data == item.data else _entry(item, words, faults)
        if entry is not None:
            placed.append(Placed(entry, item))
    faults += _same_ids(parsed.items)
    if parsed.whole and any(one.entry.same_as for one in placed):
        faults += astray((one.entry, yamltext.fault(yamltext.find(one.item.node, ("same_as",)), "")) for one in placed)
    if faults:
        raise EventsFileError(str(path), sorted(faults, key=yamltext.place))
    return EventsFile(path, text, tuple(placed), parsed.root)


def _name(item: yamltext.Item) -> tuple[str, str]:
    """What an entry is most likely still called when the file is read again."""
    return str(item.data.get("id")), str(item.data.get("title"))


def _entry(item: yamltext.Item, words: Words | None, faults: list[Fault]) -> Entry | None:
    """The entry, or None; what is wrong with it is added to the faults."""
    data, renamed = _known_keys(item, faults)
    try:
        return Entry.model_validate(data, context={"words": words})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            path = tuple(renamed.get(step, step) for step in detail["loc"])
            faults.append(yamltext.fault(yamltext.find(item.node, path), said(detail)))
        return None


def _known_keys(item: yamltext.Item, faults: list[Fault]) -> tuple[dict[str, Data], dict[int | str, str]]:
    """The data with misspelt keys put right, so that the rest of the entry can be checked too."""
    data, renamed = put_right(Entry, item.data, item.node, faults)
    nodes = yamltext.find(item.node, ("sources",))
    sources = data.get("sources")
    if isinstance(sources, list) and isinstance(nodes, yaml.SequenceNode):
        data["sources"] = [  # nodes and values are not alike where the key stands there twice, which is a fault of its own
            put_right(SourceEntry, source, node, faults)[0] if isinstance(source, dict) else source
            for source, node in zip(sources, nodes.value, strict=False)
        ]
    return data, renamed


def put_right(
    model: type[Known], data: Mapping[str, Data], node: yaml.Node, faults: list[Fault]
) -> tuple[dict[str, Data], dict[int | str, str]]:
    """The data with misspelt keys put right, and what was written for each; the faults are told."""
    unknown = model.unknown(data)
    if not unknown:
        return dict(data), {}
    for key, meant in unknown.items():
        at = next((k for k, _ in node.value if k.value == key), node)
        faults.append(yamltext.fault(at, f"unknown key '{key}': {model.hint(meant)}"))
    right = {unknown.get(key, key): value for key, value in data.items() if unknown.get(key, key)}
    return right, {meant: key for key, meant in unknown.items() if meant}


def said(detail: Any) -> str:
    """A fault of the entry's shape, in words for the person who typed it."""
    *above, key = detail["loc"]
    kind = detail["type"]
    if kind == "value_error":
        return str(detail["msg"]).removeprefix("Value error, ")
    if kind == "model_type":
        return "a source has to have keys: '- article: data/a.txt'"
    if kind == "list_type":
        return f"{key}: this has to be a list, one '- ' a line"
    if kind in ("missing", "string_too_short"):
        if "tags" in above:
            return "an empty tag: delete it"
        return f"a source needs an {key}" if above else f"an event needs a {key}"
    name = "a tag" if "tags" in above else key
    return f"{name}: this has to be a text, not a list and not keys"


def _same_ids(items: list[yamltext.Item]) -> list[Fault]:
    out = []
    lines: dict[str, int] = {}
    for item in items:
        ident = item.data.get("id")
        if not isinstance(ident, str) or not ident:
            continue
        node = yamltext.find(item.node, ("id",))
        if ident in lines:
            said = f"the id {ident} stands at line {lines[ident]} already: delete this one, and the entry has none"
            out.append(yamltext.fault(node, said))
        lines.setdefault(ident, node.start_mark.line + 1)
    return out
