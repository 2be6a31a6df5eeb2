"""Where things stand in the text of events.yaml: ends of values, dashes, lines, and which comment belongs to what.

A comment belongs to the entry that it touches; one that touches two entries, to the upper if it is indented,
else to the lower. One that touches none stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from timeline.yamltext import BREAK, Places

STAMP = "# timeline build "
SCHEMA = "events.schema.json"
MODELINE = f"# yaml-language-server: $schema=.timeline/{SCHEMA}\n"  # editors look for it in the first line
HEADER = "# Events, each with the sentences that tell it. Edit freely: every edit survives the next build.\n"

_COMMENT = re.compile(rf"([ \t]*)#[^\n\r\x85\u2028\u2029]*(?:{BREAK}|\Z)")
_COMMENTS_BELOW = re.compile(rf"(?:[ \t]*#[^\n\r\x85\u2028\u2029]*(?:{BREAK}|\Z))+(?=[ \t]*(?:{BREAK}|\Z))")
_BLANK_LINE = re.compile(rf"[ \t]*{BREAK}")
_KEEPS_END = re.compile(r"[|>][0-9]?\+")


class Layout:
    """The places of one text and of the nodes read from it."""

    def __init__(self, text: str, root: yaml.SequenceNode | None) -> None:
        self.text = text
        self.places = Places(text)
        self.newline = "\r\n" if "\r\n" in text else "\n"
        self.spaced = self._is_spaced(root)

    # ------------------------------------------------------------ nodes

    def start(self, node: yaml.Node) -> int:
        """Where the text of a node begins."""
        return self.places.offset(node.start_mark)

    def end(self, node: yaml.Node) -> int:
        """Where the last value of a node ends, on its last line.

        (The marks of block collections and block texts lie past the blank lines and comments behind them.)
        """
        if isinstance(node, yaml.ScalarNode):
            start, end = self.start(node), self.places.offset(node.end_mark)
            if node.style not in ("|", ">"):
                return end
            return start + _block_length(self.text[start:end])
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return self.places.offset(node.end_mark)
        return self.bounds(node.value[-1])[1]

    def bounds(self, child: yaml.Node | tuple[yaml.Node, yaml.Node]) -> tuple[int, int]:
        """Start and end of a node, or of a key with its value."""
        first, last = child if isinstance(child, tuple) else (child, child)
        return self.start(first), self.end(last)

    def dash(self, node: yaml.SequenceNode, at: int) -> int:
        """Where the dash of an item of a block list stands."""
        if at == 0:
            return self.start(node)
        column = node.start_mark.column
        line = self.places.line_end(self.end(node.value[at - 1]))
        while self.text[line : line + column + 1] != " " * column + "-":
            line = self.places.line_end(line)
        return int(line) + int(column)

    # ------------------------------------------------------------ lines

    def rest_of_line(self, offset: int) -> str:
        """What stands behind the offset on its line, without the line break."""
        return re.sub(rf"{BREAK}\Z", "", self.text[offset : self.places.line_end(offset)])

    def lines_of(self, node: yaml.SequenceNode, at: int) -> tuple[int, int]:
        """The lines of an item of a block list, with one blank line behind it where there is one before it, too."""
        start = self.places.line_start(self.dash(node, at))
        end = self.places.line_end(self.end(node.value[at]))
        blank = _BLANK_LINE.match(self.text, end)
        before = self.text[max(0, start - 200) : start]
        if blank and ((start <= 200 and not before.strip()) or re.search(rf"{BREAK}[ \t]*{BREAK}\Z", before)):
            return start, blank.end()
        return start, end

    def below(self, end: int, column: int) -> int:
        """Where the line below that of `end` begins, past comments that are indented as far as the column."""
        at = self.places.line_end(end)
        while (comment := _COMMENT.match(self.text, at)) is not None and at < len(self.text) and len(comment[1]) >= column:
            at = comment.end()
        return at

    def below_entry(self, end: int, column: int) -> int:
        """As `below`, and past comments that touch this entry and no other."""
        at = self.below(end, column)
        own = _COMMENTS_BELOW.match(self.text, at) if at < len(self.text) else None
        return own.end() if own else at

    def above_first(self, root: yaml.SequenceNode) -> int:
        """Above the first entry and the comment that touches it, but below the build's own lines."""
        return next(iter(sorted(self._comments_above(root, 0))), self.places.line_start(self.start(root)))

    # ------------------------------------------------------------ comments

    def has_comment(self, root: yaml.SequenceNode, at: int) -> bool:
        """Whether a comment stands in an entry or belongs to it."""
        node = root.value[at]
        start, end = self.bounds(node)
        if not root.flow_style:
            if any(True for _ in self._comments_above(root, at)):
                return True
            start = self.dash(root, at)
            if self.below_entry(end, root.start_mark.column + 1) > self.places.line_end(end):
                return True
        bare = []
        for low, high in sorted(self._scalars(node)):
            bare.append(self.text[start:low])
            start = max(start, high)
        rest = self.text[start:end] + ("" if root.flow_style else self.rest_of_line(end))
        return "#" in "".join([*bare, rest])

    def _comments_above(self, root: yaml.SequenceNode, at: int) -> Iterator[int]:
        """The starts of the comment lines right above an entry, from below; not the lines that builds write."""
        column = root.start_mark.column
        line = self.places.line_start(self.dash(root, at))
        while line > self.places.shift:
            line = self.places.line_start(line - 1)
            text = self.text[line : self.places.line_end(line)]
            comment = _COMMENT.match(text)
            if comment is None or len(comment[1]) > column or text.startswith((STAMP, HEADER.rstrip(), MODELINE.rstrip())):
                return
            yield line

    def _scalars(self, node: yaml.Node) -> Iterator[tuple[int, int]]:
        if isinstance(node, yaml.ScalarNode):
            start = self.start(node)  # behind the sign of a block text may stand a comment
            yield (self.places.line_end(start) if node.style in ("|", ">") else start), self.end(node)
            return
        for child in node.value:
            for one in child if isinstance(child, tuple) else (child,):
                yield from self._scalars(one)

    def _is_spaced(self, root: yaml.SequenceNode | None) -> bool:
        """Whether a blank line stands between entries; a file with fewer than two has them."""
        if root is None or len(root.value) < 2 or root.flow_style:
            return True
        between = self.text[self.end(root.value[0]) : self.start(root.value[1])]
        return bool(re.search(rf"{BREAK}[ \t]*{BREAK}", between))


def _block_length(body: str) -> int:
    """The length of a block text without the blank lines behind it; with `+`, they belong to it, but for the last break."""
    if _KEEPS_END.match(body):
        return len(re.sub(rf"{BREAK}\Z", "", body))
    first = re.search(rf"{BREAK}([ ]*)[^ \n\r]", body)
    while (blank := re.search(rf"{BREAK}([ \t]*)\Z", body)) is not None:
        if first is not None and len(blank[1]) > len(first[1]):  # blanks that stand further in are text
            break
        body = body[: blank.start()]
    return len(body)
