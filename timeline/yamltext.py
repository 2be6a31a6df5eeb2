"""YAML with its places: a file of entries as plain text values, each with line and column.

Every scalar is text (so YAML's own ideas about `no`, `12:30` and `2020-02-30` never apply). What could
surprise is refused: duplicate keys, anchors and aliases, tags, deep nesting. Knows nothing of events.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from timeline.errors import EventsFileError, Fault

# libyaml when the wheel has it (it does on all common platforms): 7 times faster than the pure loader.
_Loader: Any = getattr(yaml, "CLoader", yaml.Loader)

BREAK = "(?>\r\n|[\n\r\x85\u2028\u2029])"
"""A pattern of what YAML 1.1 takes for the end of a line; never half of one."""

_BREAK = re.compile(BREAK)
_LINE = re.compile(f"[^\n\r\x85\u2028\u2029]*(?:{BREAK}|\\Z)")
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|$)", re.MULTILINE)
_BAD_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIDDEN_BREAK = re.compile("[\x85\u2028\u2029]")  # ends a line for YAML 1.1, and for no editor
_DEEPEST = 20  # an event of the file needs 5
_MOST_BROKEN = 10  # items that are no YAML, after which no more are looked for
_LARGE = 1_000_000  # characters; in a longer text only the first is looked for, since each costs a reading
_ENTRY = re.compile(r"^ *-(?=[ \r\n]|$)", re.MULTILINE)
_MOST_REFUSED = 100  # anchors, aliases and tags; a file that is full of them was not made by hand

Data = str | list["Data"] | dict[str, "Data"]


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the top list: its values, and the node that tells where each stands."""

    data: dict[str, Data]
    node: yaml.MappingNode


@dataclass(frozen=True, slots=True)
class Parsed:
    """The top list of a text (None where the text holds nothing), its items, and what is wrong with them.

    `whole` is False where some items are no YAML, and are told among the faults only.
    """

    root: yaml.SequenceNode | None
    items: list[Item]
    faults: list[Fault]
    whole: bool = True


class Places:
    """Turns the marks of nodes into offsets of the text, and offsets into lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.shift = 1 if text.startswith("\ufeff") else 0  # marks do not count a byte order mark
        self.starts = [self.shift, *(m.end() for m in _BREAK.finditer(text))]

    def offset(self, mark: Any) -> int:
        """The offset of a mark in the text."""
        return min(int(mark.index) + self.shift, len(self.text))

    def line_start(self, offset: int) -> int:
        """Where the line that holds the offset begins."""
        return self.starts[max(0, bisect_right(self.starts, offset) - 1)]

    def line_end(self, offset: int) -> int:
        """Where the line that holds the offset ends, behind its line break."""
        match = _LINE.match(self.text, offset)
        return match.end() if match else len(self.text)


def parse(text: str, name: str, thing: str = "an event", example: str = "date: 2020-05-09", rounds: int = _MOST_BROKEN) -> Parsed:
    """The top list of the text and its items, each `thing` of which begins like the `example`.

    Raises EventsFileError where the text is no YAML, or no list; smaller faults are in the result. Where some items
    are no YAML, up to as many as `rounds` says, they are faults and the others are read.
    """
    bare = text.removeprefix("\ufeff")
    if conflicts := _conflicts(bare):
        raise EventsFileError(name, conflicts)
    faults: list[Fault] = []
    try:
        root = _compose(bare, faults)
    except yaml.MarkedYAMLError as error:
        broken = _problem(bare, error)
        rest = _without(bare, error, broken.line) if rounds > 1 and len(bare) < _LARGE else None
        if rest is None:
            raise EventsFileError(name, sorted([*faults, broken], key=place)) from None
        try:
            others = parse(rest, name, thing, example, rounds - 1)
        except EventsFileError as more:
            raise EventsFileError(name, sorted([broken, *more.faults], key=place)) from None
        return Parsed(others.root, others.items, [broken, *others.faults], whole=False)
    except (yaml.reader.ReaderError, ValueError) as error:
        raise EventsFileError(name, [_character_fault(bare, error)]) from None
    except _EnoughError as error:
        raise EventsFileError(name, [*faults, error.fault]) from None
    if root is None or (isinstance(root, yaml.ScalarNode) and _is_null(root) and not root.value):
        return Parsed(None, [], faults)
    if not isinstance(root, yaml.SequenceNode):
        said = f"the file has to be a list: begin each {thing.split()[-1]} with '- {example.split()[0]} …'"
        raise EventsFileError(name, sorted([*faults, fault(root, said)], key=place))
    items = []
    for node in root.value:
        data = _plain(node, faults)
        if isinstance(node, yaml.MappingNode) and isinstance(data, dict):
            items.append(Item(data, node))
        else:
            faults.append(fault(node, f"{thing} has to have keys: '- {example}', and below it the others"))
    return Parsed(root, items, faults)


def fault(node: yaml.Node, message: str) -> Fault:
    """A fault at a node."""
    return Fault(node.start_mark.line + 1, node.start_mark.column + 1, message)


def place(fault: Fault) -> tuple[int, int]:
    """Where a fault stands, for sorting."""
    return fault.line, fault.column


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


# ---------------------------------------------------------------- nodes


def _compose(text: str, faults: list[Fault]) -> yaml.Node | None:
    """The nodes of the only document, from the parser's events; without recursion, so that nothing overflows."""
    done: list[yaml.Node] = []
    stack: list[tuple[yaml.CollectionNode, list[yaml.Node]]] = []  # what is open, and its children so far
    for event in _events(text):
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:  # most are: the short way
            start: Any = event.start_mark
            end: Any = event.end_mark
            (stack[-1][1] if stack else done).append(yaml.ScalarNode("", event.value, start, end, style=event.style))
        elif isinstance(event, yaml.DocumentStartEvent):
            if done:
                faults.append(_fault_at(event, "a second document begins here: keep one list, delete this '---'"))
                return done[0]
        elif isinstance(event, yaml.NodeEvent):
            _refuse(event, len(stack), faults)
            node = _node(event)
            (stack[-1][1] if stack else done).append(node)
            if isinstance(node, yaml.CollectionNode):
                stack.append((node, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            node, children = stack.pop()
            is_map = isinstance(node, yaml.MappingNode)
            node.value = list(zip(children[::2], children[1::2], strict=True)) if is_map else children
            node.end_mark = event.end_mark
    return done[0] if done else None


def _events(text: str) -> Iterator[Any]:
    """The parser's events; what `yaml.parse` does, which asks twice for each."""
    loader = _Loader(text)
    try:
        while type(event := loader.get_event()) is not yaml.StreamEndEvent:
            yield event
    finally:
        loader.dispose()


def _node(event: yaml.NodeEvent) -> yaml.Node:
    start: Any = event.start_mark
    end: Any = event.end_mark
    if isinstance(event, yaml.SequenceStartEvent):
        return yaml.SequenceNode("", [], start, end, flow_style=event.flow_style)
    if isinstance(event, yaml.MappingStartEvent):
        return yaml.MappingNode("", [], start, end, flow_style=event.flow_style)
    value, style = (event.value, event.style) if isinstance(event, yaml.ScalarEvent) else ("", None)
    return yaml.ScalarNode("", value, start, end, style=style)


def _refuse(event: Any, depth: int, faults: list[Fault]) -> None:
    if isinstance(event, yaml.AliasEvent):
        faults.append(
            _fault_at(event, f"'*{event.anchor}' is an alias, which is not used here: write the value out, or quote it")
        )
    elif event.anchor is not None:
        faults.append(_fault_at(event, f"'&{event.anchor}' is an anchor, which is not used here: delete it, or quote the text"))
    if getattr(event, "tag", None) is not None:
        written = event.tag.replace("tag:yaml.org,2002:", "!!")
        faults.append(_fault_at(event, f"the tag '{written}' is not used here: delete it, or quote a text that begins with '!'"))
    if len(faults) >= _MOST_REFUSED:
        raise _EnoughError(_fault_at(event, "so much of this file is refused that the rest of it was not read"))
    if depth >= _DEEPEST and isinstance(event, yaml.CollectionStartEvent):
        raise _EnoughError(_fault_at(event, "nested too deeply to be a list of events"))


class _EnoughError(Exception):
    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)


def _is_null(node: yaml.ScalarNode) -> bool:
    return node.style in (None, "") and node.value in ("", "~")


def _plain(node: yaml.Node, faults: list[Fault]) -> Data:
    if isinstance(node, yaml.ScalarNode):
        return "" if _is_null(node) else str(node.value)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(child, faults) for child in node.value]
    out: dict[str, Data] = {}
    lines: dict[str, int] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            faults.append(fault(key, "a key has to be a word"))
            continue
        if key.value in out:
            said = f"the key '{key.value}' stands at line {lines[key.value]} of this entry already: keep one"
            faults.append(fault(key, said))
        lines.setdefault(key.value, key.start_mark.line + 1)
        out[key.value] = _plain(value, faults)
    return out


# ---------------------------------------------------------------- faults


def _without(text: str, error: yaml.MarkedYAMLError, line: int) -> str | None:
    """The text with blank lines in the place of the items that hold the error; None where none can be told apart."""
    first = _ENTRY.search(text)
    if first is None:
        return None
    lines = re.split(r"(?<=\n)", text)
    starts = [number for number, one in enumerate(lines, 1) if one.startswith(first[0])]
    marks: list[Any] = [error.context_mark, error.problem_mark]  # not the start of the list, nor the end of the text
    around = [line, *(mark.line + 1 for mark in marks if mark is not None and first.end() <= mark.index < len(text.rstrip()))]
    begin = max((number for number in starts if number <= min(around)), default=0)
    end = min((number for number in starts if number > max(around)), default=len(lines) + 1)
    if not begin:
        return None
    return "".join([*lines[: begin - 1], *("\n" * (end - begin)), *lines[end - 1 :]])


def _fault_at(event: Any, message: str) -> Fault:
    return Fault(event.start_mark.line + 1, event.start_mark.column + 1, message)


def _conflicts(text: str) -> list[Fault]:
    """The markers that a version control system leaves where two versions of the file did not fit together."""
    marks = list(_CONFLICT.finditer(text))
    if not any(m[0][0] == "<" for m in marks) or not any(m[0][0] == ">" for m in marks):
        return []
    said = "the mark of a merge conflict: decide what of both versions holds, and delete the marks"
    return [Fault(len(_BREAK.findall(text, 0, m.start())) + 1, 1, f"'{m[0]}' is {said}") for m in marks]


def _problem(text: str, error: yaml.MarkedYAMLError) -> Fault:
    mark: Any = error.problem_mark or error.context_mark
    problem = (error.problem or error.context or "not readable as YAML").strip()
    here = text[mark.index : mark.index + 1]
    if hidden := _HIDDEN_BREAK.search(text, text.rfind("\n", 0, max(0, mark.index - 1)) + 1, mark.index + 1):
        said = f"an invisible line break (U+{ord(hidden[0]):04X}) stands here: delete it, or put the text in double quotes"
        return Fault(text.count("\n", 0, hidden.start()) + 1, hidden.start() - text.rfind("\n", 0, hidden.start()), said)
    if "end of stream" in problem and "quoted" in (error.context or "") and error.context_mark is not None:
        mark = error.context_mark
        problem = "the quote that opens here is never closed"
    elif "mapping values are not allowed" in problem:
        problem += " (a ': ' inside a text? put the text in double quotes; or the line is indented too far)"
    elif "tab" in problem or here == "\t":
        problem += " (indent with spaces, not tabs)"
    elif "cannot start any token" in problem:
        problem = f"a text cannot begin with {here!r}: put it in double quotes"
    elif "expected key" in problem or "'-' indicator" in problem or "expected <block end>" in problem:
        problem += " (is the line indented like those above it? is a text behind a closing quote?)"
    elif "expected ':'" in problem:
        mark = error.context_mark or mark
        problem = "this line is no 'key: value'"
    return Fault(mark.line + 1, mark.column + 1, problem)


def _character_fault(text: str, error: Exception) -> Fault:
    bad = _BAD_CHARACTER.search(text)
    if bad is None:
        return Fault(1, 1, str(error).splitlines()[0])
    places = Places(text)
    column = bad.start() - places.line_start(bad.start()) + 1
    line = bisect_right(places.starts, bad.start())
    return Fault(line, column, f"the character U+{ord(bad[0]):04X} cannot stand in YAML: delete it")
