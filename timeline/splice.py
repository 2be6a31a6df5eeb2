"""Writes changed entries into the text of events.yaml; every other byte stays as it was.

An edit replaces the smallest piece that changed: a value, a source, an entry. The result is read again
and compared with what was meant before anyone may write it to disk.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from timeline import yamltext
from timeline.errors import TimelineError
from timeline.yamltext import Data, Item, Places

STAMP = "# timeline build "
_HEADER = "# Events, each with the sentences that tell it. Edit freely: every edit survives the next build.\n"


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
        self.items = items
        self.places = Places(text)
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.indent = root.value[0].start_mark.column - 2 if root is not None and root.value and not root.flow_style else 0
        self.root = root
        self.spaced = self._is_spaced()

    def apply(self, change: Change) -> str:
        """The new text. Raises TimelineError where the file's layout does not allow it."""
        if not change:
            return self.text
        if self.root is not None and self.root.flow_style and self.items:
            raise TimelineError(
                "the events stand in [brackets]: write the list with one '- ' an event, so that a build can add to it"
            )
        edits: list[_Edit] = []
        for index, data in change.replaced.items():
            edits.extend(self._replace(self.items[index], data))
        edits.extend(self._remove(index) for index in change.removed)
        edits.extend(self._additions(change.added) if self.items else self._into_empty(change.added))
        new = self._splice(edits)
        self._verify(new, change)
        return new

    # ------------------------------------------------------------ edits

    def _replace(self, item: Item, data: dict[str, Data]) -> list[_Edit]:
        try:
            return list(self._mapping(item.node, item.data, data))
        except _AwkwardError:  # a layout that no small edit fits: write the entry anew
            start = self.places.offset(item.node.start_mark)
            column = item.node.start_mark.column
            body = _emit(data, column, self.newline)
            return [_Edit(start, self._end(item.node), body.strip())]

    def _mapping(self, node: yaml.MappingNode, old: Mapping[str, Data], new: Mapping[str, Data]) -> Iterable[_Edit]:
        column = node.start_mark.column
        for key_node, value_node in node.value:
            key = key_node.value
            if key not in new:
                yield self._remove_key(node, key_node, value_node)
            elif new[key] != old[key]:
                yield from self._value(value_node, old[key], new[key])
        fresh = {key: value for key, value in new.items() if key not in old}
        if fresh:
            if node.flow_style:
                raise _AwkwardError
            yield self._insert_after(self._end(node), _emit(fresh, column, self.newline))

    def _value(self, node: yaml.Node, old: Data, new: Data) -> Iterable[_Edit]:
        if isinstance(node, yaml.ScalarNode) and isinstance(new, str) and node.style not in ("|", ">"):
            start, end = self.places.offset(node.start_mark), self.places.offset(node.end_mark)
            blank = " " if start == end and start and not self.text[start - 1].isspace() else ""
            yield _Edit(start, end, blank + scalar(new))
        elif isinstance(node, yaml.SequenceNode) and isinstance(old, list) and isinstance(new, list) and not node.flow_style:
            yield from self._sequence(node, old, new)
        else:
            raise _AwkwardError

    def _sequence(self, node: yaml.SequenceNode, old: list[Data], new: list[Data]) -> Iterable[_Edit]:
        """Sources: matched by their id; those that are new come last."""
        wanted = {_ident(value): value for value in new}
        kept = set()
        for child, value in zip(node.value, old, strict=True):
            ident = _ident(value)
            if ident not in wanted:
                if len(new) == 0:
                    raise _AwkwardError
                yield self._remove_lines(child)
            else:
                kept.add(ident)
                if wanted[ident] != value:
                    if not (isinstance(child, yaml.MappingNode) and isinstance(value, dict) and isinstance(wanted[ident], dict)):
                        raise _AwkwardError
                    yield from self._mapping(child, value, dict(wanted[ident]))  # type: ignore[arg-type]
        fresh: list[Data] = [value for ident, value in wanted.items() if ident not in kept]
        if fresh:
            text = "".join(_emit_item(value, node.value[0].start_mark.column - 2, self.newline) for value in fresh)
            yield self._insert_after(self._end(node), text)

    def _remove_key(self, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> _Edit:
        start = self.places.line_start(self.places.offset(key.start_mark))
        if node.flow_style or self.text[start : self.places.offset(key.start_mark)].strip():
            raise _AwkwardError
        return _Edit(start, self._line_end(self._end(value)), "")

    def _remove_lines(self, child: yaml.Node) -> _Edit:
        start = self.places.line_start(self.places.offset(child.start_mark))
        return _Edit(start, self._line_end(self._end(child)), "")

    def _remove(self, index: int) -> _Edit:
        edit = self._remove_lines(self.items[index].node)
        blank = re.compile(r"[ \t]*(?:\r\n|\r|\n)").match(self.text, edit.end)
        before = self.text[: edit.start]
        if blank and (not before.strip() or re.search(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$", before)):
            return _Edit(edit.start, blank.end(), "")
        return edit

    def _additions(self, added: Sequence[tuple[int | None, dict[str, Data]]]) -> Iterable[_Edit]:
        for before, data in added:
            text = _emit_item(data, self.indent, self.newline)
            if before == 0:
                at = self._above_first()
                yield _Edit(at, at, text + (self.newline if self.spaced else ""))
            else:
                last = self.items[before - 1 if before is not None else -1].node
                yield self._insert_after(self._end(last), (self.newline if self.spaced else "") + text)

    def _into_empty(self, added: Sequence[tuple[int | None, dict[str, Data]]]) -> Iterable[_Edit]:
        text = self.newline.join(_emit_item(data, 0, self.newline) for _, data in added)
        if self.root is not None and text:  # an empty list in brackets
            yield _Edit(self.places.offset(self.root.start_mark), self.places.offset(self.root.end_mark), text.rstrip("\r\n"))
        elif text:
            head = self.text.rstrip("\r\n") or _HEADER.rstrip()
            yield _Edit(0, len(self.text), f"{head}{self.newline}{self.newline}{text}")

    def _above_first(self) -> int:
        """Above the first entry and the comment that belongs to it, but below the head of the file."""
        start = self.places.line_start(self.places.offset(self.items[0].node.start_mark))
        block = re.search(r"(?:^|(?<=\n))(?:[ \t]*#[^\n]*\n)+$", self.text[:start])
        at_top = block is not None and not self.text[: block.start()].strip("\ufeff \t\r\n")
        return start if block is None or at_top else block.start()

    def _insert_after(self, end: int, text: str) -> _Edit:
        at = self._line_end(end)
        while (own := _INDENTED_COMMENT.match(self.text, at)) is not None:
            at = own.end()  # a comment that is indented belongs to the entry above it
        broken = at > 0 and self.text[at - 1] not in "\r\n"
        return _Edit(at, at, (self.newline + text.rstrip("\r\n")) if broken else text)

    # ------------------------------------------------------------ places

    def _end(self, node: yaml.Node) -> int:
        """Where the last value of a node ends; marks of block collections lie past the comments behind them."""
        if isinstance(node, yaml.ScalarNode):
            end = self.places.offset(node.end_mark)
            start = self.places.offset(node.start_mark)
            return start + len(self.text[start:end].rstrip()) if node.style in ("|", ">") else end
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return self.places.offset(node.end_mark)
        last = node.value[-1]
        return self._end(last[1] if isinstance(last, tuple) else last)

    def _line_end(self, offset: int) -> int:
        match = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)").match(self.text, offset)
        return match.end() if match else len(self.text)

    def _is_spaced(self) -> bool:
        """Whether a blank line stands between entries; a file with fewer than two has them."""
        if len(self.items) < 2:
            return True
        between = self.text[self._end(self.items[0].node) : self.places.offset(self.items[1].node.start_mark)]
        return bool(re.search(r"\n[ \t]*\r?\n", between))

    def has_comment(self, index: int) -> bool:
        """Whether a person's comment stands inside the entry."""
        node = self.items[index].node
        start, end = self.places.offset(node.start_mark), self._end(node)
        while (own := _INDENTED_COMMENT.match(self.text, self._line_end(end))) is not None:
            end = own.end() - 1
        bare, at = [], start
        for low, high in sorted(self._scalars(node)):
            bare.append(self.text[at:low])
            at = max(at, high)
        return "#" in "".join([*bare, self.text[at : self._line_end(end)]])

    def _scalars(self, node: yaml.Node) -> Iterable[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            yield self.places.offset(node.start_mark), self.places.offset(node.end_mark)
            return
        for child in node.value:
            for one in child if isinstance(child, tuple) else (child,):
                yield from self._scalars(one)

    # ------------------------------------------------------------ result

    def _splice(self, edits: Iterable[_Edit]) -> str:
        out, at = [], 0
        for edit in sorted(edits, key=lambda e: (e.start, e.end)):  # stable: additions at one place keep their order
            out += [self.text[at : edit.start], edit.text]
            at = edit.end
        return "".join([*out, self.text[at:]])

    def _verify(self, new: str, change: Change) -> None:
        wanted: list[Data] = [dict(data) for before, data in change.added if before == 0]
        for index, item in enumerate(self.items):
            if index not in change.removed:
                wanted.append(change.replaced.get(index, item.data))
            wanted += [dict(data) for before, data in change.added if before == index + 1]
        wanted += [dict(data) for before, data in change.added if before is None]
        _, items = yamltext.parse(new, "events.yaml")
        if [item.data for item in items] != wanted:
            raise TimelineError("the new events file would not read back as it was meant; the file is left as it was")


_INDENTED_COMMENT = re.compile(r"[ \t]+#[^\r\n]*(?:\r\n|\r|\n)")


class _AwkwardError(Exception):
    """A small edit does not fit the layout here."""


def _ident(value: Data) -> str:
    return str(value.get("id") or json.dumps(value)) if isinstance(value, dict) else json.dumps(value)


# ---------------------------------------------------------------- text of values

_PLAIN = re.compile(r"[A-Za-z0-9(.](?:[^\s:#]|:(?=\S)|(?<=\S)#|[ ](?!#)|:(?! |$))*", re.UNICODE)
_TO_ESCAPE = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_RESOLVER: Any = yaml.resolver.Resolver()


def scalar(text: str) -> str:
    """A text as YAML: plain where every reader takes it for the same text, else in double quotes.

    >>> scalar("Kim opens a factory"), scalar("no"), scalar("Talks: day 2 #live")
    ('Kim opens a factory', '"no"', '"Talks: day 2 #live"')
    """
    plain = _PLAIN.fullmatch(text) and not text.endswith((":", " ")) and not _TO_ESCAPE.search(text)
    if plain and _DATE.fullmatch(text):
        return text
    if plain and _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str":
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _TO_ESCAPE.sub(lambda m: f"\\u{ord(m[0]):04x}", quoted)


_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # dates stay plain, for people; the build reads all as text


def _emit(data: Mapping[str, Data], column: int, newline: str) -> str:
    """Lines `key: value` at a column, each with its newline."""
    pad = " " * column
    out = []
    for key, value in data.items():
        if isinstance(value, str):
            out.append(f"{pad}{key}: {scalar(value)}{newline}")
        elif isinstance(value, dict):
            out.append(f"{pad}{key}:{newline}{_emit(value, column + 2, newline)}")
        else:
            out.append(f"{pad}{key}:{newline}" + "".join(_emit_item(v, column + 2, newline) for v in value))
    return "".join(out)


def _emit_item(value: Data, column: int, newline: str) -> str:
    """One item of a list, its dash at that column."""
    pad = " " * column
    if isinstance(value, dict):
        return f"{pad}- {_emit(value, column + 2, newline).lstrip()}"
    if isinstance(value, list):
        raise TimelineError("a list inside a list has no place in events.yaml")
    return f"{pad}- {scalar(value)}{newline}"


# ---------------------------------------------------------------- the stamp


def stamp_of(text: str) -> str:
    """The mark of the build that wrote the file, from its head; "" where it carries none."""
    match = re.search(rf"^{STAMP}(\S+)", text[:2000], re.MULTILINE)
    return match[1] if match else ""


def stamped(text: str, stamp: str) -> str:
    """The text with that mark in its head: in the place of the old one, else at the very top."""
    if stamp_of(text):
        return re.sub(rf"^{STAMP}\S+", STAMP + stamp, text, count=1, flags=re.MULTILINE)
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text or _HEADER
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    return f"{mark}{STAMP}{stamp}{newline}{text.removeprefix(mark)}"
