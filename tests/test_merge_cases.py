"""The table of cases in docs/design.md, row by row: what a person did x what the extractor says -> what the file then has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.test_reconcile import File, event
from timeline.apart import apart_in, keep_apart
from timeline.entries import Entry
from timeline.model import Event
from timeline.reconcile import Item, Plan, reconcile

DESIGN = Path(__file__).parent.parent / "docs" / "design.md"
OLD, THEIRS, TYPED = "Title of a", "Theirs", "Typed"
OTHER = event("b", date="2020-03")


class Scene(File):
    """A file with an event, its sources from one article or two, as a person finds it."""

    alone = (event("a"), OTHER)

    def __init__(self, *events: Event) -> None:
        super().__init__(*(events or (event("a"),)))
        self.more: list[Event] = list(events[1:])

    def run(self, events: list[Event], scope: Callable[[str], bool]) -> Plan:
        entries = [Entry.model_validate(data) for data in self.entries]
        alone = {source.id: one for one in self.alone for source in one.sources}
        alone |= {source.id: one for one in events for source in one.sources if len(one.sources) == 1}
        apart = apart_in(entries, alone, {})
        told = keep_apart(events, apart, alone) if apart else events
        items = [Item(data, entry, data["title"] in self.comments) for data, entry in zip(self.entries, entries, strict=True)]
        plan = reconcile(told, items, self.base, scope, apart=apart)
        out: list[dict[str, Any]] = []
        for index, data in enumerate(self.entries):
            out += [new for before, new in plan.change.added if before == index]
            if index not in plan.change.removed:
                out.append(dict(plan.change.replaced.get(index, data)))
        self.entries = out + [new for before, new in plan.change.added if before is None]
        self.base = plan.base
        return plan


def _nothing(scene: Scene) -> None:
    pass


def _set(**values: Any) -> Callable[[Scene], None]:
    return lambda scene: scene.entry(OLD).update(values)


def _comment(scene: Scene) -> None:
    scene.comments = {OLD}


def _delete(scene: Scene) -> None:
    scene.entries.remove(scene.entry(OLD))


def _delete_and_gone(scene: Scene) -> None:
    _delete(scene)
    scene.build()


def _add(scene: Scene) -> None:
    scene.entries.append({"date": "2021", "title": "Added"})


def _same_as_it(scene: Scene) -> None:
    scene.entry("Title of b")["same_as"] = "a"


def _merge(scene: Scene) -> None:
    other = scene.entry("Title of b")
    scene.entries.remove(other)
    scene.entry(OLD)["sources"] += other["sources"]


def _merge_and_split(scene: Scene) -> None:
    _merge(scene)
    scene.build(event("a"), OTHER)
    scene.entry(OLD)["split"] = "true"


def _merge_and_split_for_a_moment(scene: Scene) -> None:
    _merge_and_split(scene)
    del scene.entry(OLD)["split"]


def _take_out(scene: Scene) -> None:
    scene.entries.append({"date": "2020", "title": "Own", "sources": [scene.entry(OLD)["sources"].pop()]})


def _take_away(scene: Scene) -> None:
    scene.entry(OLD)["sources"].pop()


def _conflict(then: Callable[[dict[str, Any]], object]) -> Callable[[Scene], None]:
    def do(scene: Scene) -> None:
        scene.entry(OLD)["title"] = TYPED
        scene.build(event("a", title=THEIRS))
        then(scene.entry(TYPED))

    return do


def _lost(before: Callable[[Scene], None]) -> Callable[[Scene], None]:
    def do(scene: Scene) -> None:
        before(scene)
        scene.base = None

    return do


ONE, TWO, JOINED = (event("a"),), (event("a"), OTHER), (event("a", "b"),)
DID: dict[str, tuple[tuple[Event, ...], Callable[[Scene], None]]] = {
    "did nothing": (ONE, _nothing),
    "changed it": (ONE, _set(title=TYPED)),
    "wrote a note": (ONE, _set(note="mine")),
    "wrote a comment": (ONE, _comment),
    "deleted it": (ONE, _delete),
    "deleted it, then it was gone for a build": (ONE, _delete_and_gone),
    "added one by hand": (ONE, _add),
    "pinned the title": (ONE, _set(pinned="title")),
    "pinned the date": (ONE, _set(pinned="date")),
    "changed and pinned it": (ONE, _set(title=TYPED, pinned="true")),
    "hid it": (ONE, _set(hidden="true")),
    "said it is the same as another": (TWO, _set(same_as="b")),
    "said another is the same as it": (TWO, _same_as_it),
    "listed another's source under it": (TWO, _merge),
    "listed another's source under it, then split it": (TWO, _merge_and_split),
    "listed another's source under it, split it and took that back": (TWO, _merge_and_split_for_a_moment),
    "took one of two sources out into an entry of its own": (JOINED, _take_out),
    "took one of two sources away": (JOINED, _take_away),
    "split one with two sources": (JOINED, _set(split="true")),
    "deleted one with two sources": (JOINED, _delete),
    "had a conflict and took theirs": (ONE, _conflict(lambda entry: entry.update(title=THEIRS))),
    "had a conflict and did nothing": (ONE, _conflict(lambda entry: None)),
    "had a conflict and pinned it": (ONE, _conflict(lambda entry: entry.update(pinned="title"))),
    "changed it, and the base is lost": (ONE, _lost(_set(title=TYPED))),
    "did nothing, and the base is lost": (ONE, _lost(_nothing)),
    "deleted it, and the base is lost": (ONE, _lost(_delete)),
}
SAYS: dict[str, Callable[[tuple[Event, ...]], tuple[list[Event], bool]]] = {
    "says the same": lambda events: (list(events), True),
    "changed": lambda events: ([replace(events[0], title=THEIRS), *events[1:]], True),
    "says that again": lambda events: ([replace(events[0], title=THEIRS), *events[1:]], True),
    "says what was typed": lambda events: ([replace(events[0], title=TYPED), *events[1:]], True),
    "says nothing any more": lambda events: (list(events[1:]), True),
    "did not read the article": lambda events: ([], False),
    "tells both as one": lambda events: ([event("a", "b")], True),
    "tells both apart": lambda events: ([event("a"), OTHER], True),
}
EVENT, ADDED = ("a",), ("Added", ())
HAS: dict[str, list[tuple[str, tuple[str, ...]]]] = {
    "the event, as it was": [(OLD, EVENT)],
    "the event, theirs": [(THEIRS, EVENT)],
    "the event, as typed": [(TYPED, EVENT)],
    "nothing": [],
    "the event, as it was, and the added one": [(OLD, EVENT), ADDED],
    "the event, theirs, and the added one": [(THEIRS, EVENT), ADDED],
    "the added one": [ADDED],
    "the event, theirs, and the other": [(THEIRS, EVENT), ("Title of b", ("b",))],
    "the event, as it was, and the other": [(OLD, EVENT), ("Title of b", ("b",))],
    "the event with both sources": [(OLD, ("a", "b"))],
    "the event with one source": [(OLD, EVENT)],
    "two entries, as the person has them": [(OLD, EVENT), ("Own", ("b",))],
    "two entries, one source each": [(OLD, EVENT), ("Title of b", ("b",))],
}
AND: dict[str, Callable[[Plan], bool]] = {
    "no change": lambda plan: not plan.change and not plan.outcome.conflicts,
    "updated": lambda plan: plan.outcome.updated == 1 and not plan.outcome.conflicts,
    "dropped": lambda plan: plan.outcome.dropped == 1,
    "kept": lambda plan: plan.outcome.kept == 1 and not plan.change and not plan.outcome.conflicts,
    "conflict": lambda plan: len(plan.outcome.conflicts) == 1,
    "gone": lambda plan: plan.outcome.gone == 1,
    "left deleted": lambda plan: plan.outcome.deleted >= 1,
    "added": lambda plan: plan.outcome.added == 1,
}


def rows() -> list[tuple[str, ...]]:
    text = DESIGN.read_text(encoding="utf-8")
    table = re.search(r"\| the person \| the extractor \|.*\n\|[-|]+\n((?:\|.*\n)+)", text)
    assert table is not None
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table[1].splitlines()]


@pytest.mark.parametrize(("person", "extractor", "has", "result"), rows(), ids=lambda cell: cell.replace(" ", "-"))
def test_the_case(person: str, extractor: str, has: str, result: str) -> None:
    before, do = DID[person]
    scene = Scene(*before)
    do(scene)
    events, read = SAYS[extractor](before)
    plan = scene.run(events, lambda article: read)
    found = [(entry["title"], tuple(s["id"] for s in entry.get("sources", []))) for entry in scene.entries]
    assert sorted(found) == sorted(HAS[has])
    assert AND[result](plan), plan.outcome


def test_every_word_of_the_table_is_used() -> None:
    for at, known in enumerate((DID, SAYS, HAS, AND)):
        assert {row[at] for row in rows()} == set(known)  # type: ignore[call-overload]
