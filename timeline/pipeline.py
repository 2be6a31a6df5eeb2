"""build(): the whole way from articles to events.yaml, on one screen."""

from __future__ import annotations

import difflib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from filelock import FileLock, Timeout

from timeline.apart import apart_in, keep_apart
from timeline.archive import Archive, ArticleRecord, Base, BaseEntry, DatingRecord, FindingRecord, MaybeRecord
from timeline.articles import Settings
from timeline.errors import TimelineError, UsageError
from timeline.events import Told
from timeline.identity import short_id
from timeline.merge import MOST_MAYBES, Maybe, merge
from timeline.model import Event, Skipped
from timeline.names.unify import unify
from timeline.notation import date_text, iso_day
from timeline.recognize import read_words
from timeline.reconcile import Item, Outcome, Plan, reconcile
from timeline.reports import link
from timeline.saving import TRIES, clear, is_at_rest, save
from timeline.schema import shipped
from timeline.splice import Splicer, stamp_of, stamped
from timeline.store import EventsFile, load, loads, read_text
from timeline.suggestion import suggestions
from timeline.survey import Progress, Survey, is_there, survey

Scope = Callable[[str], bool]
_WAIT = 30  # seconds for another build of the same file to finish


@dataclass(frozen=True, slots=True)
class Report:
    """The account of a build: what was found is what was read and what was skipped, phrase by phrase."""

    read: list[ArticleRecord]
    skipped: list[Skipped]
    warnings: list[str]
    fates: Counter[str]
    events: int
    maybes: int
    without: int
    outcome: Outcome
    wrote: bool
    notes: list[str]
    diff: list[str] = field(default_factory=list)


def build(
    paths: Sequence[Path],
    events: Path,
    settings: Settings | None = None,
    progress: Progress = lambda files: files,
    *,
    dry_run: bool = False,
) -> Report:
    """Read the articles under `paths` and bring the events file up to date; gives the account.

    With `dry_run` nothing is written, and the report has the change as a diff. Raises a TimelineError
    where a path is missing, or the events file or an articles.yaml is broken; the file is then left as it is.
    """
    if not events.absolute().parent.is_dir():
        raise UsageError(f"{events}: there is no folder {events.parent}; make it first")
    archive = Archive(events)
    file = _as_it_is(archive)  # a broken file stops the build before any work is done
    read = survey(paths, archive, settings or Settings(), progress)
    told = list(unify(event for one in read.told for event in one.events))
    found = merge(told, read.origins)
    merged = link(found.events, read.told)
    alone = {source.id: event for event in told for source in event.sources}
    records = _records(read)
    diff: list[str] = []
    wrote = False
    if dry_run:
        file = _as_it_is(archive, file)
        splicer, plan, notes = _plan(archive, file, merged, alone, read, paths)
        diff = difference(file.text, splicer.apply(plan.change), events.name, "the build")
        maybes, _ = _maybes(archive, found.maybes, merged, plan)
    else:
        with guarded(archive), locked(archive):
            left = clear(archive)
            archive.keep_schema(shipped().read_bytes())
            for one in read.told:
                archive.keep_text(one.article.digest, one.article.text)
            plan, wrote, notes = _update(archive, file, merged, alone, read, paths)
            notes = [*left, *notes]
            _keep_account(archive, records, read.skipped, paths)
            maybes, refused = _maybes(archive, found.maybes, merged, plan)
            archive.write_maybes([*maybes, *refused])
    without = sum(one.without for one in read.told)
    fates = Counter(finding.fate for one in read.told for finding in one.findings)
    counts = len(merged), len(maybes), without
    return Report(records, read.skipped, read.warnings, fates, *counts, plan.outcome, wrote, notes, diff)


@dataclass(frozen=True, slots=True)
class Chosen:
    """Events that were told elsewhere: with the records of their articles, and the texts of these by their digests.

    `read` tells of which articles all events are known, so that one that is not among these may be dropped.
    """

    events: list[Event]
    records: list[ArticleRecord]
    texts: Mapping[str, str]
    read: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Brought:
    """What was done to the events file, whether it was written, notes for its owner; where nothing was, what would change."""

    outcome: Outcome
    wrote: bool
    notes: list[str]
    diff: list[str] = field(default_factory=list)


def bring_in(archive: Archive, chosen: Chosen, paths: Sequence[Path], *, dry_run: bool = False) -> Brought:
    """Bring the events file up to date with such events, as a build does; with `dry_run` only say what would change."""
    file = _as_it_is(archive)
    alone = {one.id: replace(event, sources=(one,)) for event in chosen.events for one in event.sources}
    inside = _inside(paths, archive)

    def in_scope(article: str) -> bool:
        return chosen.read(article) or (inside(article) and not is_there(archive, article))

    read = Survey([], [], {}, [])
    if dry_run:
        splicer, plan, notes = _plan(archive, file, chosen.events, alone, read, paths, in_scope)
        return Brought(plan.outcome, False, notes, difference(file.text, splicer.apply(plan.change), archive.events.name, "this"))
    with guarded(archive), locked(archive):
        left = clear(archive)
        archive.keep_schema(shipped().read_bytes())
        for digest, text in chosen.texts.items():
            archive.keep_text(digest, text)
        plan, wrote, notes = _update(archive, file, chosen.events, alone, read, paths, in_scope)
        _keep_account(archive, chosen.records, [], paths)
    return Brought(plan.outcome, wrote, [*left, *notes])


# ---------------------------------------------------------------- merging with the file


def _as_it_is(archive: Archive, known: EventsFile | None = None) -> EventsFile:
    """The file as it is now; `known` is what was read before."""
    is_at_rest(archive.events)  # an editor may be in the middle of a save
    return load(archive.events, read_words, known)


def _update(
    archive: Archive,
    file: EventsFile,
    merged: list[Event],
    alone: Mapping[str, Event],
    read: Survey,
    paths: Sequence[Path],
    in_scope: Scope | None = None,
) -> tuple[Plan, bool, list[str]]:
    """Merge into the file as it is now; again, if somebody saved it at the same moment."""
    for _ in range(TRIES):
        file = _as_it_is(archive, file)
        archive.recover(stamp_of(file.text))
        splicer, plan, notes = _plan(archive, file, merged, alone, read, paths, in_scope)
        wrote = _write(archive, file, splicer, plan)
        if wrote is not None:
            return plan, wrote, notes
    raise TimelineError(f"{archive.events}: it was changed again and again while the build was at work; run it again")


def _plan(
    archive: Archive,
    file: EventsFile,
    merged: list[Event],
    alone: Mapping[str, Event],
    read: Survey,
    paths: Sequence[Path],
    in_scope: Scope | None = None,
) -> tuple[Splicer, Plan, list[str]]:
    """What the file should say; and what to tell the user."""
    base, belongs, notes = _base(archive, file)
    splicer = Splicer(file.text, file.root, [p.item for p in file.placed])
    items = [Item(p.item.data, p.entry, splicer.has_comment(i)) for i, p in enumerate(file.placed)]
    tombs = [] if base is None else [e for e in base.entries if e.deleted]
    trusted = base.entries if base is not None and belongs else None
    apart = apart_in(file.entries, alone, read.renamed)
    told = keep_apart(merged, apart, alone) if apart else merged
    plan = reconcile(told, items, trusted, in_scope or _scope(archive, read, paths), tombs, read.renamed, apart)
    return splicer, plan, notes


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


def _scope(archive: Archive, read: Survey, paths: Sequence[Path]) -> Callable[[str], bool]:
    readable = {one.article.path for one in read.told}
    readable |= {one.place for one in read.skipped if one.by_hand}
    inside = _inside(paths, archive)

    def in_scope(article: str) -> bool:
        """Read by this build, left out by hand, or no longer there; one that is there but unreadable keeps its events."""
        return article in readable or (inside(article) and not is_there(archive, article))

    return in_scope


def _inside(paths: Sequence[Path], archive: Archive) -> Callable[[str], bool]:
    """Whether an article lies in the given paths."""
    roots = [os.path.normpath(path.absolute()) for path in paths]
    folder = archive.events.absolute().parent

    def inside(article: str) -> bool:
        place = os.path.normpath(folder / article)
        return any(place == root or place.startswith(root.rstrip(os.sep) + os.sep) for root in roots)

    return inside


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


def _keep_account(archive: Archive, records: list[ArticleRecord], skipped: list[Skipped], paths: Sequence[Path]) -> None:
    """Keep the account; what other builds found under other paths stays, and so does the key of what is unreadable now.

    What is no longer there is remembered aside: it may come back, and its events are then those that they were.
    """
    before = archive.articles()
    known = {r.path: r for r in before}
    here = {r.path for r in records} | {s.path for s in skipped}
    inside = _inside(paths, archive)
    others = [r for r in before if not inside(r.path) and r.path not in here]
    lost = []
    for one in skipped:
        old = known.get(one.path)
        lost.append(
            ArticleRecord(path=one.path, record=one.record, skipped=one.why)
            if old is None
            else old.model_copy(update={"skipped": one.why, "findings": [], "furniture": []})
        )
    now = [*others, *records, *lost]
    paths_now, keys_now = {r.path for r in now}, {r.key for r in now}
    left = {r.path: r for r in [*archive.left(), *before] if r.key and r.path not in paths_now and r.key not in keys_now}
    archive.write_left(r.model_copy(update={"findings": [], "furniture": [], "notes": []}) for r in left.values())
    archive.write_articles(now)


def _maybes(archive: Archive, found: list[Maybe], told: list[Event], plan: Plan) -> tuple[list[MaybeRecord], list[MaybeRecord]]:
    """The near misses of entries that stand in the file, and those of other builds between events not read by this one.

    And the pairs that a person has refused: they are kept for good, and not offered again.
    """
    entries = {source["id"]: entry.id for entry in plan.base if not entry.deleted for source in [*entry.sources, *entry.joined]}
    here = {source.id for event in told for source in event.sources}
    before = archive.maybes()
    refused = [one for one in before if one.refused]
    known = {_of_entries(one, entries) for one in refused}
    new = [MaybeRecord(a=one.a, b=one.b, why=one.why) for one in found]
    others = [one for one in before if not one.refused and one.a not in here and one.b not in here]
    pairs = [(one, _of_entries(one, entries)) for one in [*new, *others] if one.a in entries and one.b in entries]
    return [one for one, both in pairs if len(both) == 2 and both not in known][:MOST_MAYBES], refused


def _of_entries(pair: MaybeRecord, entries: Mapping[str, str]) -> frozenset[str]:
    """The entries of a pair, which stay the same when other sources come to be their first."""
    return frozenset((entries.get(pair.a, pair.a), entries.get(pair.b, pair.b)))


def _records(read: Survey) -> list[ArticleRecord]:
    datings = suggestions(read.told)
    paths = (one.article.path for one in read.told)
    return [
        _record(one, read.origins.get(path, ""), read.renamed, datings.get(path))
        for one, path in zip(read.told, paths, strict=True)
    ]


def _record(one: Told, origin: str, renamed: Mapping[str, str], dating: DatingRecord | None) -> ArticleRecord:
    article = one.article
    leads = {event.sources[0].id for event in one.events if event.lead}
    return ArticleRecord(
        path=article.path,
        former=sorted(old for old, new in renamed.items() if new == article.path),
        key=article.key,
        digest=article.digest,
        title=article.title,
        author=article.author,
        url=article.url,
        published=(iso_day(article.published.day) or "") if article.published else "",
        rung=article.published.rung if article.published else "",
        evidence=article.published.evidence if article.published else "",
        time=article.published.time if article.published else "",
        record=article.record,
        site=article.site,
        language=article.language,
        origin=origin,
        notes=list(article.notes),
        dating=dating,
        furniture=[(r.start, r.end, r.why) for r in article.furniture],
        findings=[
            FindingRecord(
                id=f.id,
                start=f.mention.start,
                end=f.mention.end,
                sentence_start=f.sentence[0],
                sentence_end=f.sentence[1],
                phrase=f.mention.text,
                type=f.mention.type,
                value=f.mention.value,
                date="" if f.mention.interval is None else date_text(f.mention.interval),
                fate=f.fate,
                why=f.why,
                reason=f.mention.reason,
                rule=f.mention.rule,
                lead=f.id in leads,
            )
            for f in one.findings
        ],
    )


@contextmanager
def locked(archive: Archive) -> Iterator[None]:
    """One build at a time for one events file."""
    archive.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(archive.folder / "build.lock", timeout=_WAIT):
            yield
    except Timeout:
        raise TimelineError(f"{archive.events}: another build is at work on it; try again when it is done") from None


@contextmanager
def guarded(archive: Archive) -> Iterator[None]:
    """Says in one line what the disk refused; every file is written whole or not at all."""
    with guarded_folder(archive.events):
        yield


@contextmanager
def guarded_folder(place: Path) -> Iterator[None]:
    """As `guarded`, where `place` is what is written."""
    try:
        yield
    except OSError as error:
        where = error.filename or place
        said = "nothing is half written: mend that and run the build again"
        raise TimelineError(f"{where}: {error.strerror or error}; {said}") from error
