"""Writes changed entries into the text of events.yaml; every other byte stays as it was.

An edit replaces the smallest piece that changed: a value, a key, a source, an entry. The result is read
again and compared with what was meant before anyone may write it to disk. Where things stand is `layout`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from timeline import emit, yamltext
from timeline.errors import EventsFileError, TimelineError
from timeline.layout import HEADER, MODELINE, STAMP, Layout
from timeline.yamltext import Data, Item

_NOT_AS_MEANT = "the new events file would not read back as it was meant; the file is left as it was"
_AKIN = 2  # so many values in common make a source of the old list the one of the new list, edited


@dataclass(frozen=True, slots=True)
class Change:
    """What the file should say: new data by index of an item, items to remove, and items to add.

    An added item stands before the item of the given index, or at the end where that is None.
    """

    replaced: Mapping[int, dict[str, Data]] = field(default_factory=dict)
    removed: frozenset[int] = frozenset()
    added: Sequence[tuple[int | None, dict[str, Data]]] = ()

    def __bool__(self) -> bool:
        return bool(self.replaced or self.removed or self.added)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


class Splicer:
    """Applies a Change to one text."""

    def __init__(self, text: str, root: yaml.SequenceNode | None, items: Sequence[Item]) -> None:
        self.text = text
        self.root = root
        self.items = items
        self.layout = Layout(text, root)
        self.newline = self.layout.newline

    def apply(self, change: Change) -> str:
        """The new text, read again and compared. Raises TimelineError where the file's layout does not allow the change."""
        new = self.write(change)
        try:
            self.verify(yamltext.parse(new, "").items if change else self.items, change)
        except EventsFileError:
            raise TimelineError(_NOT_AS_MEANT) from None
        return new

    def write(self, change: Change) -> str:
        """The new text, which nobody may write to disk before it was read and verified."""
        if not change:
            return self.text
        edits: list[_Edit] = []
        try:
            for index, data in sorted(change.replaced.items()):
                item = self.items[index]
                edits.extend(self._mapping(item.node, item.data, data))
            if self.root is not None:
                edits.extend(self._removed(self.root, index) for index in sorted(change.removed))
            edits.extend(self._additions(change.added, change.removed))
        except _AwkwardError as error:
            raise TimelineError(f"line {error.line} of the events file is laid out in a way that a build cannot edit") from None
        return self._splice(edits)

    def has_comment(self, index: int) -> bool:
        """Whether a person's comment stands in the entry or belongs to it."""
        return self.root is not None and self.layout.has_comment(self.root, index)

    # ------------------------------------------------------------ values

    def _edits(self, node: yaml.Node, old: Data, new: Data, *, flow: bool, column: int) -> Iterator[_Edit]:
        if isinstance(node, yaml.MappingNode) and isinstance(old, dict) and isinstance(new, dict):
            yield from self._mapping(node, old, new)
        elif isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list):
            yield from self._sequence(node, old, new)
        elif isinstance(node, yaml.ScalarNode) and (isinstance(new, str) or flow):
            yield self._scalar(node, emit.quoted(new) if flow and isinstance(new, str) else _inline(new))
        elif isinstance(node, yaml.ScalarNode) and isinstance(new, list):
            block = "".join(emit.item(value, column + 2, self.newline) for value in new).rstrip("\r\n")
            yield self._scalar(node, self.newline + block)
        else:
            raise _AwkwardError(node)

    def _scalar(self, node: yaml.ScalarNode, text: str) -> _Edit:
        start, end = self.layout.start(node), self.layout.end(node)
        if node.style in ("|", ">"):  # a comment may stand behind the sign
            head = re.match(r"[^\r\n#]*?([ \t]+#[^\r\n]*)", self.text[start:end])
            text += head[1] if head else ""
        glued = start == end and start and not self.text[start - 1].isspace() and not text.startswith(self.newline)
        return _Edit(start, end, " " + text if glued else text)

    def _mapping(self, node: yaml.MappingNode, old: Mapping[str, Data], new: Mapping[str, Data]) -> Iterator[_Edit]:
        column, flow = node.start_mark.column, bool(node.flow_style)
        for at, (key_node, value_node) in enumerate(node.value):
            key = key_node.value
            if key not in new:
                yield self._without_key(node, at)
            elif new[key] in ("true", "false") and isinstance(value_node, yaml.ScalarNode):
                if new[key] != old[key]:
                    yield self._scalar(value_node, emit.value_of(key, str(new[key])))
            elif new[key] != old[key]:
                yield from self._edits(value_node, old[key], new[key], flow=flow, column=column)
        fresh = {key: value for key, value in new.items() if key not in old}
        if fresh and flow:
            yield self._into_flow(node, emit.flow(fresh)[1:-1])
        elif fresh:
            yield self._below(self.layout.below(self.layout.end(node), column), emit.keys(fresh, column, self.newline))

    def _without_key(self, node: yaml.MappingNode, at: int) -> _Edit:
        key, value = node.value[at]
        start, end = self.layout.start(key), self.layout.end(value)
        if node.flow_style:
            return self._without_flow(node, at)
        rest = self.layout.rest_of_line(end)
        first = bool(self.text[self.layout.places.line_start(start) : start].strip())  # it stands behind the dash
        if rest.strip():  # a comment, which stays
            return _Edit(start, end + len(rest) - len(rest.lstrip()), "")
        if first and at + 1 < len(node.value):
            following = self.layout.start(node.value[at + 1][0])
            return _Edit(start, end if "#" in self.text[end:following] else following, "")
        if first:
            raise _AwkwardError(key)
        return _Edit(self.layout.places.line_start(start), self.layout.places.line_end(end), "")

    # ------------------------------------------------------------ lists

    def _sequence(self, node: yaml.SequenceNode, old: list[Data], new: list[Data]) -> Iterator[_Edit]:
        """Items that stay are edited where they stand; new ones come behind those that they follow."""
        fate = _aligned(old, new)
        flow, column = bool(node.flow_style), node.start_mark.column
        for at, child in enumerate(node.value):
            if (to := fate.get(at)) is None:
                yield self._removed(node, at)
            elif new[to] != old[at]:
                yield from self._edits(child, old[at], new[to], flow=flow, column=column)
        taken = {to: at for at, to in fate.items()}
        last = -1
        for to, value in enumerate(new):
            if to in taken:
                last = taken[to]
            elif flow:
                yield self._into_flow(node, emit.flow(value), last)
            elif last < 0:
                raise _AwkwardError(node)
            else:
                at_end = self.layout.below(self.layout.end(node.value[last]), column + 1)
                yield self._below(at_end, emit.item(value, column, self.newline))

    def _removed(self, node: yaml.SequenceNode, at: int) -> _Edit:
        if node.flow_style:
            return self._without_flow(node, at)
        return _Edit(*self.layout.lines_of(node, at), "")

    def _without_flow(self, node: yaml.CollectionNode, at: int) -> _Edit:
        """Takes one item out of brackets, with the comma behind it, or before it if it is the last."""
        bounds = [self.layout.bounds(child) for child in node.value]
        start, end = bounds[at]
        if at + 1 < len(bounds):
            comma = re.compile(r"\s*,[ \t]*").match(self.text, end)
            if comma is None:
                raise _AwkwardError(node)
            return _Edit(start, comma.end(), "")
        return _Edit(bounds[at - 1][1] if at else start, end, "")

    def _into_flow(self, node: yaml.CollectionNode, text: str, behind: int = -1) -> _Edit:
        if not node.value:
            at = self.layout.start(node) + 1
            return _Edit(at, at, text)
        at = self.layout.bounds(node.value[behind])[1]
        return _Edit(at, at, f", {text}")

    # ------------------------------------------------------------ new entries

    def _additions(self, added: Sequence[tuple[int | None, dict[str, Data]]], removed: frozenset[int]) -> Iterator[_Edit]:
        if self.root is None or not self.items:
            yield from self._into_empty([data for _, data in added])
            return
        blank = self.newline if self.layout.spaced else ""
        count = len(self.items)
        for before, data in sorted(added, key=lambda one: count if one[0] is None else one[0]):
            if self.root.flow_style:
                at = None if before is None else self.layout.start(self.items[before].node)
                yield self._into_flow(self.root, emit.flow(data)) if at is None else _Edit(at, at, f"{emit.flow(data)}, ")
                continue
            column = self.root.start_mark.column
            text = emit.item(data, column, self.newline)
            end = count if before is None else before
            kept = [i for i in range(end) if i not in removed]  # what goes takes its blank line along
            last = kept[-1] if kept else -1 if before is not None else end - 1
            if last < 0:
                at = self.layout.above_first(self.root)
                yield _Edit(at, at, text + blank)
            else:
                yield self._below(self.layout.below_entry(self.layout.end(self.items[last].node), column + 1), blank + text)

    def _into_empty(self, added: Sequence[dict[str, Data]]) -> Iterator[_Edit]:
        if not added:
            return
        column = 0 if self.root is None else self.root.start_mark.column
        text = self.newline.join(emit.item(data, column, self.newline) for data in added)
        if self.root is None:
            end = len(self.text)
            head = (MODELINE + HEADER).replace("\n", self.newline) if not self.text.strip("\ufeff \t\r\n") else ""
            broken = not head and end > 0 and self.text[end - 1] not in "\r\n"
            yield _Edit(end, end, (self.newline if broken else "") + head + self.newline + text)
            return
        start, end = self.layout.bounds(self.root)
        if self.text[start + 1 : end - 1].strip() or self.text[self.layout.places.line_start(start) : start].strip():
            yield self._into_flow(self.root, ", ".join(map(emit.flow, added)))  # a comment inside, or `--- []`
        elif self.layout.rest_of_line(end).strip():  # a comment behind it
            yield _Edit(start, end, "")
            yield self._below(self.layout.places.line_end(end), text)
        else:
            yield _Edit(start, end, text.strip())

    def _below(self, at: int, text: str) -> _Edit:
        broken = at > 0 and self.text[at - 1] not in "\r\n\x85\u2028\u2029"  # the file ends without a newline
        return _Edit(at, at, (self.newline + text.rstrip("\r\n")) if broken else text)

    # ------------------------------------------------------------ result

    def _splice(self, edits: Iterable[_Edit]) -> str:
        out, at = [], 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):  # stable: additions at one place keep their order
            out += [self.text[at : edit.start], edit.text]
            at = max(at, edit.end)
        return "".join([*out, self.text[at:]])

    def verify(self, found: Sequence[Item], change: Change) -> None:
        """Whether the new text reads back as what was meant, item by item. Raises TimelineError where it does not."""
        before: dict[int | None, list[Data]] = {}
        for place, data in change.added:
            before.setdefault(place, []).append(dict(data))
        wanted: list[Data] = []
        for index, item in enumerate(self.items):
            wanted += before.get(index, [])
            if index not in change.removed:
                wanted.append(change.replaced.get(index, item.data))
        wanted += before.get(None, [])
        if [item.data for item in found] != wanted:
            raise TimelineError(_NOT_AS_MEANT)


class _AwkwardError(Exception):
    """No edit fits the layout here."""

    def __init__(self, node: yaml.Node) -> None:
        self.line = node.start_mark.line + 1
        super().__init__(self.line)


def _inline(value: Data) -> str:
    return emit.scalar(value) if isinstance(value, str) else emit.flow(value)


def _aligned(old: Sequence[Data], new: Sequence[Data]) -> dict[int, int]:
    """Which item of the new list each of the old one becomes: that of its id, one akin to it, or the one in its place."""
    out: dict[int, int] = {}
    for fits in (_same, _akin, _kind):
        for at, value in enumerate(old):
            if at not in out:
                low = max((to for was, to in out.items() if was < at), default=-1)
                high = min((to for was, to in out.items() if was > at), default=len(new))
                to = next((i for i in range(low + 1, high) if fits(value, new[i])), None)
                if to is not None:
                    out[at] = to
    return out


def _same(old: Data, new: Data) -> bool:
    both = isinstance(old, dict) and isinstance(new, dict) and "id" in old and "id" in new
    return old["id"] == new["id"] if both else old == new  # type: ignore[call-overload, index]


def _akin(old: Data, new: Data) -> bool:
    if not isinstance(old, dict) or not isinstance(new, dict):
        return False
    return sum(new.get(key) == value for key, value in old.items()) >= _AKIN


def _kind(old: Data, new: Data) -> bool:
    return type(old) is type(new)


# ---------------------------------------------------------------- the stamp


def stamp_of(text: str) -> str:
    """The mark of the build that wrote the file, from its head; "" where it carries none."""
    match = re.search(rf"^{STAMP}(\S+)", text[:2000].removeprefix("\ufeff"), re.MULTILINE)
    return match[1] if match else ""


def stamped(text: str, stamp: str) -> str:
    """The text with that mark in its head: in the place of the old one, else at its top."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark)
    if stamp_of(text):
        return mark + re.sub(rf"^{STAMP}\S+", STAMP + stamp, text, count=1, flags=re.MULTILINE)
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text or (MODELINE + HEADER).replace("\n", newline)
    first = MODELINE.replace("\n", newline) if text.startswith(MODELINE.rstrip()) else ""
    return f"{mark}{first}{STAMP}{stamp}{newline}{text[len(first) :]}"
