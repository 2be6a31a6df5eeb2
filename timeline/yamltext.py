"""YAML with its places: a file of entries as plain text values, each with line and column.

Every scalar is text (so YAML's own ideas about `no`, `12:30` and `2020-02-30` never apply). What could
surprise is refused: duplicate keys, anchors and aliases, tags. Knows nothing of events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from timeline.errors import EventsFileError, Fault

# libyaml when the wheel has it (it does on all common platforms): 7 times faster than the pure loader.
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)
_LINE = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # what YAML 1.1 takes for the end of a line

_DEEPEST = 20  # an event of the file needs 5

Data = str | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the top list: its values, and the node that tells where each stands."""

    data: dict[str, Data]
    node: yaml.MappingNode


class Places:
    """Turns the marks of nodes into offsets of the text."""

    def __init__(self, text: str) -> None:
        self.shift = 1 if text.startswith("\ufeff") else 0
        self.text = text
        self.starts = [self.shift, *(m.end() for m in _LINE.finditer(text))]

    def offset(self, mark: Any) -> int:
        """The offset of a mark in the text."""
        return min(self.starts[mark.line] + mark.column, len(self.text)) if mark.line < len(self.starts) else len(self.text)

    def line_start(self, offset: int) -> int:
        """Where the line that holds the offset begins."""
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.starts[middle] <= offset else (low, middle)
        return self.starts[low]


def parse(text: str, name: str) -> tuple[yaml.SequenceNode | None, list[Item]]:
    """The top list of the text and its items; ([None, []] where the text holds nothing).

    Raises EventsFileError with every fault found, each with its line and column.
    """
    try:
        _refuse_depth(text.removeprefix("\ufeff"), name)
        root = yaml.compose(text.removeprefix("\ufeff"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        raise EventsFileError(name, [Fault(mark.line + 1, mark.column + 1, _problem(error))]) from None
    except (yaml.reader.ReaderError, ValueError) as error:
        raise EventsFileError(name, [_character_fault(text, error)]) from None
    if root is None or (isinstance(root, yaml.ScalarNode) and root.value == "" and root.tag.endswith(":null")):
        return None, []
    if not isinstance(root, yaml.SequenceNode):
        raise EventsFileError(name, [fault(root, "the file has to be a list: begin each event with '- date: …'")])
    faults: list[Fault] = []
    seen: set[int] = set()
    items = []
    for node in root.value:
        data = _plain(node, seen, faults)
        if isinstance(node, yaml.MappingNode) and isinstance(data, dict):
            items.append(Item(data, node))
        else:
            faults.append(fault(node, "an event has to have keys: '- date: 2020-05-09' and below it '  title: …'"))
    if faults:
        raise EventsFileError(name, sorted(faults, key=lambda f: (f.line, f.column)))
    return root, items


def _refuse_depth(text: str, name: str) -> None:
    """Composing recurses, in C without a guard: refuse what is nested deeper than any list of events."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _DEEPEST:
                mark: Any = event.start_mark
                raise EventsFileError(name, [Fault(mark.line + 1, mark.column + 1, "nested too deeply to be a list of events")])
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def fault(node: yaml.Node, message: str) -> Fault:
    """A fault at a node."""
    return Fault(node.start_mark.line + 1, node.start_mark.column + 1, message)


def find(node: yaml.Node, path: tuple[int | str, ...]) -> yaml.Node:
    """The node at a path of keys and indexes, or the nearest one above it that exists."""
    for step in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == step:
                    node = value
                    break
            else:
                return node
        else:
            return node
    return node


def _plain(node: yaml.Node, seen: set[int], faults: list[Fault]) -> Data:
    if id(node) in seen:
        faults.append(fault(node, "anchors and aliases (&, *) are not used here: write the value out"))
        return ""
    seen.add(id(node))
    if node.tag and not node.tag.startswith("tag:yaml.org,2002:"):
        faults.append(fault(node, f"the tag {node.tag} is not used here: quote the text if it begins with '!'"))
    if isinstance(node, yaml.ScalarNode):
        empty = node.tag == "tag:yaml.org,2002:null" and node.value in ("", "~")
        return "" if empty else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, seen, faults) for child in node.value]
    out: dict[str, Data] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            faults.append(fault(key, "a key has to be a word"))
            continue
        if key.value in out:
            faults.append(fault(key, f"the key '{key.value}' stands twice in one entry: keep one"))
        out[key.value] = _plain(value, seen, faults)
    return out


def _problem(error: yaml.MarkedYAMLError) -> str:
    problem = (error.problem or error.context or "not readable as YAML").strip()
    if "mapping values are not allowed" in problem:
        problem += " (a ': ' inside a text: put the text in double quotes)"
    if "tab" in problem or "'\\t'" in problem:
        problem += " (indent with spaces, not tabs)"
    return problem


def _character_fault(text: str, error: Exception) -> Fault:
    bad = re.search("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text.removeprefix("\ufeff"))
    if bad is None:
        return Fault(1, 1, str(error).splitlines()[0])
    line = len(_LINE.findall(text, 0, bad.start())) + 1
    return Fault(line, 1, f"the character U+{ord(bad[0]):04X} cannot stand in YAML: delete it")
