"""What articles tell is brought into the events file: read, reconciled, written; again, if somebody saved it meanwhile."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.apart import apart_in, keep_apart
from timeline.archive import Archive
from timeline.errors import TimelineError
from timeline.identity import short_id
from timeline.model import Event
from timeline.recognize import read_words
from timeline.reconcile import Item, Outcome, Plan, reconcile
from timeline.records import Base, BaseEntry
from timeline.saving import TRIES, is_at_rest, save
from timeline.splice import Splicer, stamp_of, stamped
from timeline.store import EventsFile, load, loads, read_text


@dataclass(frozen=True, slots=True)
class News:
    """What articles tell: the events, each as each of its sources tells it alone, by the source's id, and new paths by old ones.

    `in_scope` tells of an article, by its path, whether all its events are known here, so that one that is not may be dropped.
    """

    events: Sequence[Event]
    alone: Mapping[str, Event]
    in_scope: Callable[[str], bool]
    renamed: Mapping[str, str] = field(default_factory=dict)


def as_it_is(archive: Archive, known: EventsFile | None = None) -> EventsFile:
    """The file as it is now; `known` is what was read before. Raises EventsFileError with every fault of it."""
    is_at_rest(archive.events)  # an editor may be in the middle of a save
    return load(archive.events, read_words, known)


def update(archive: Archive, file: EventsFile, news: News) -> tuple[Plan, bool, list[str]]:
    """Merge into the file as it is now; again, if somebody saved it at the same moment.

    Gives what was done, whether the file was written, and what to tell the user. `file` is what was read of it before.
    Raises TimelineError where it never comes to rest.
    """
    for _ in range(TRIES):
        file = as_it_is(archive, file)
        archive.recover(stamp_of(file.text))
        splicer, plan, notes = _plan(archive, file, news)
        wrote = _write(archive, file, splicer, plan)
        if wrote is not None:
            return plan, wrote, notes
    raise TimelineError(f"{archive.events}: it was changed again and again while the build was at work; run it again")


def preview(archive: Archive, file: EventsFile, news: News) -> tuple[Plan, list[str], list[str]]:
    """What `update` would do, without doing it: the plan, the change as version control shows it, what to tell the user."""
    file = as_it_is(archive, file)
    splicer, plan, notes = _plan(archive, file, news)
    return plan, difference(file.text, splicer.apply(plan.change), file.path.name, "the build"), notes


def _plan(archive: Archive, file: EventsFile, news: News) -> tuple[Splicer, Plan, list[str]]:
    """What the file should say; and what to tell the user."""
    base, belongs, notes = _base(archive, file)
    splicer = Splicer(file.text, file.root, [p.item for p in file.placed])
    items = [Item(p.item.data, p.entry, splicer.has_comment(i)) for i, p in enumerate(file.placed)]
    tombs = [] if base is None else [e for e in base.entries if e.deleted]
    trusted = base.entries if base is not None and belongs else None
    apart = apart_in(file.entries, news.alone, news.renamed)
    told = keep_apart(news.events, apart, news.alone) if apart else news.events
    return splicer, reconcile(told, items, trusted, news.in_scope, tombs, news.renamed, apart), notes


def difference(old: str, new: str, name: str, what: str) -> list[str]:
    """What would be changed, as version control shows it; `what` is to change it."""
    before, after = (re.split(r"(?<=\n)", text) for text in (old, new))
    return [line.rstrip("\r\n") for line in difflib.unified_diff(before, after, name, f"{name} after {what}")]


def _base(archive: Archive, file: EventsFile) -> tuple[Base | None, bool, list[str]]:
    """The base of the last build, whether it belongs to the file, and what to tell the user where it does not."""
    stamp = stamp_of(file.text)
    base = archive.base(stamp)
    if base is not None and stamp and base.stamp == stamp:
        return base, True, []
    older = archive.base_of_version(stamp) if stamp else None
    if older is not None:
        since = {} if base is None else _deleted_in(base, file)
        entries = [_with_sources(entry, since.pop(entry.id, None)) for entry in older.entries]
        note = f"{archive.events.name} is an earlier version, which is known: what later builds added is added again"
        return Base(stamp=stamp, entries=[*entries, *since.values()]), True, [note]
    if not file.placed:
        if base is None or not base.entries:
            return base, False, []
        gone = sum(entry.deleted for entry in base.entries)
        what = "is empty" if file.path.exists() else "is gone"
        kept = f"; what was deleted before stays so ({gone})" if gone else ""
        begin = f"{archive.events.name} {what}, though a build has written it: it begins anew{kept}"
        return base, False, [f"{begin}; earlier versions are in {archive.backups.as_posix()}"]
    why = "no earlier build is known" if base is None else "the last build that is known wrote another version of this file"
    return base, False, [f"{why}: nothing counts as deleted, nothing is dropped or changed; what is new is added"]


def _deleted_in(base: Base, file: EventsFile) -> dict[str, BaseEntry]:
    """What a person deleted, by id: entries, and sources taken away from entries; without what stands in this file."""
    here = {entry.id for entry in file.entries}
    out = {entry.id: entry for entry in base.entries if entry.deleted and entry.id not in here}
    here |= {source.id for entry in file.entries for source in entry.sources}
    for entry in base.entries:
        for source in entry.sources:
            if source["id"] in entry.away and source["id"] not in here:
                gone = BaseEntry(id=source["id"], date="", title="", sources=[source], away=[source["id"]], deleted=True)
                out.setdefault(gone.id, gone)
    return out


def _with_sources(entry: BaseEntry, later: BaseEntry | None) -> BaseEntry:
    """The entry with the sources, too, that it had when it was deleted later: a deletion covers them all."""
    known = {source["id"] for source in [*entry.sources, *entry.joined]}
    more = [] if later is None else [source for source in later.sources if source["id"] not in known]
    return entry.model_copy(update={"sources": [*entry.sources, *more]}) if more else entry


# ---------------------------------------------------------------- writing


def _write(archive: Archive, file: EventsFile, splicer: Splicer, plan: Plan) -> bool | None:
    """Write the file and then the base; the base is laid ready first, so that a crash between loses nothing.

    None where the file is no longer what was read: nothing is written then.
    """
    stamp = stamp_of(file.text)
    if not plan.change and file.path.exists() and (stamp or not file.placed):
        if not is_at_rest(file.path) or read_text(file.path) != file.text:
            return None
        if stamp:
            archive.settle(Base(stamp=stamp, entries=plan.base))
        return False
    text = splicer.write(plan.change)
    stamp = short_id("build", text)
    text = stamped(text, stamp)
    splicer.verify([placed.item for placed in loads(text, file.path, read_words, file).placed], plan.change)
    archive.stage(Base(stamp=stamp, entries=plan.base))
    archive.back_up(file.text, _done(plan.outcome))
    if not save(file.path, file.text, text):
        return None
    archive.commit()
    return True


def _done(outcome: Outcome) -> str:
    """What a build did to the file, for its history."""
    counts = {"added": outcome.added, "updated": outcome.updated, "dropped": outcome.dropped, "marked gone": outcome.gone}
    return "build: " + (", ".join(f"{count} {what}" for what, count in counts.items() if count) or "the file begun")
