"""Are the files that people edit sound? An events file, and the articles.yaml that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from timeline.archive import Archive
from timeline.articles import listed
from timeline.conflicts import conflicts_of
from timeline.errors import EventsFileError, Fault
from timeline.recognize import read_words
from timeline.reconcile import conflict_text
from timeline.splice import stamp_of
from timeline.store import EventsFile, Placed, load
from timeline.yamltext import Places, fault, find, place

# "Bus #12 crashes" without quotes is "Bus": the rest is a comment. One that is meant has a blank behind its sign.
_CUT = re.compile(r"[ \t]+#\w[^\n\r]*")


@dataclass(slots=True)
class Checked:
    """Lines of what is wrong, of what a person should look at, and of what is sound."""

    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    sound: list[str] = field(default_factory=list)


def check(file: Path) -> Checked:
    """The state of an events file and the articles.yaml of its articles; of an articles.yaml alone, if it is one."""
    out = Checked()
    for one in [file] if file.name == listed.NAME else [file, *_listed(file)]:
        try:
            if one.name == listed.NAME:
                out.sound.append(f"{one}: {len(listed.load(one))} lines, no fault")
            else:
                events = load(one, read_words)
                warned = sorted([*_open(events), *_contradicting(events), *_cut_short(events)], key=place)
                out.warnings += [f"{one}:{w.line}:{w.column}: warning: {w.message}" for w in warned]
                out.sound.append(f"{one}: {len(events.entries)} events, no fault")
        except EventsFileError as error:
            out.faults += str(error).splitlines()
    return out


def _open(file: EventsFile) -> Iterator[Fault]:
    """Fields that a person and the articles both changed, and nobody has settled."""
    base = Archive(file.path).base(stamp_of(file.text))
    conflicts = {entry.id: entry.conflicts for entry in base.entries if entry.conflicts} if base is not None else {}
    for placed in file.placed:
        for key, (typed, now) in conflicts.get(placed.entry.id, {}).items():
            if placed.item.data.get(key) == typed and not placed.entry.pins(key):
                yield fault(find(placed.item.node, (key,)), conflict_text(key, typed, now))


def _contradicting(file: EventsFile) -> Iterator[Fault]:
    """Events whose sources say days that exclude each other."""
    for placed in file.placed:
        said = [] if placed.entry.pins("date") else conflicts_of(placed.entry)
        if said:
            dates = " or ".join(f"{date} ({', '.join(source.article for source in sources)})" for date, sources in said)
            mend = "settle it with 'pinned: date', or delete the date of the source that is wrong"
            yield fault(find(placed.item.node, ("date",)), f"conflict: “{placed.entry.title}”: {dates}; {mend}")


def _cut_short(file: EventsFile) -> Iterator[Fault]:
    """Values without quotes behind which a '#' begins that may have been meant as text."""
    if " #" not in file.text and "\t#" not in file.text:
        return
    places = Places(file.text)
    for node in (node for placed in file.placed for node in _plain_scalars(placed)):
        match = _CUT.match(file.text, places.offset(node.end_mark))
        if match is not None:
            yield fault(node, f"{node.value!r} ends where '{match[0].strip()[:30]}' begins: put the whole text in quotes")


def _plain_scalars(placed: Placed) -> Iterator[yaml.ScalarNode]:
    waiting: list[yaml.Node] = [placed.item.node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.ScalarNode) and node.style in (None, ""):
            yield node


def _listed(events: Path) -> list[Path]:
    """The articles.yaml in the folders of the articles that a build has found, and above them."""
    root = events.parent
    folders = {root}
    for record in Archive(events).articles():
        folder = (root / record.path).parent
        folders.update([folder, *(above for above in folder.parents if above.is_relative_to(root))])
    return sorted(path for folder in folders if (path := folder / listed.NAME).is_file())
