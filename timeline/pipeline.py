"""build(): the whole way from articles to events.yaml, on one screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import account
from timeline.archive import Archive
from timeline.articles import Settings
from timeline.bringing import News, as_it_is, preview, update
from timeline.errors import UsageError
from timeline.locking import guarded, locked
from timeline.merge import merge
from timeline.model import Event, Skipped
from timeline.names.unify import unify
from timeline.reconcile import Outcome
from timeline.records import ArticleRecord
from timeline.reports import link
from timeline.saving import clear
from timeline.schema import shipped
from timeline.survey import Progress, Survey, inside, is_there, survey


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
    file = as_it_is(archive)  # a broken file stops the build before any work is done
    read = survey(paths, archive, settings or Settings(), progress)
    told = list(unify(event for one in read.told for event in one.events))
    found = merge(told, read.origins)
    merged = link(found.events, read.told)
    alone = {source.id: event for event in told for source in event.sources}
    news = News(merged, alone, _scope(archive, paths, _readable(read).__contains__), read.renamed)
    records = account.records(read)
    diff: list[str] = []
    wrote = False
    if dry_run:
        plan, diff, notes = preview(archive, file, news)
        maybes, _ = account.maybes(archive, found.maybes, merged, plan)
    else:
        with guarded(archive), locked(archive):
            left = _begin(archive, {one.article.digest: one.article.text for one in read.told})
            plan, wrote, notes = update(archive, file, news)
            notes = [*left, *notes]
            account.keep(archive, records, read.skipped, paths)
            maybes, refused = account.maybes(archive, found.maybes, merged, plan)
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
    file = as_it_is(archive)
    alone = {one.id: replace(event, sources=(one,)) for event in chosen.events for one in event.sources}
    news = News(chosen.events, alone, _scope(archive, paths, chosen.read))
    if dry_run:
        plan, diff, notes = preview(archive, file, news)
        return Brought(plan.outcome, False, notes, diff)
    with guarded(archive), locked(archive):
        left = _begin(archive, chosen.texts)
        plan, wrote, notes = update(archive, file, news)
        account.keep(archive, chosen.records, [], paths)
    return Brought(plan.outcome, wrote, [*left, *notes])


def _begin(archive: Archive, texts: Mapping[str, str]) -> list[str]:
    """Put the archive in order, and the articles' texts, by their digests, into it; what to tell the user."""
    left = clear(archive)
    archive.keep_schema(shipped().read_bytes())
    archive.keep_texts(texts)
    return left


def _readable(read: Survey) -> set[str]:
    """The articles that were read by this build, or left out by hand."""
    return {one.article.path for one in read.told} | {one.place for one in read.skipped if one.by_hand}


def _scope(archive: Archive, paths: Sequence[Path], readable: Callable[[str], bool]) -> Callable[[str], bool]:
    """Of which articles all events are known: those read, and those no longer there; an unreadable one keeps its events."""
    covered = inside(paths, archive)
    return lambda article: readable(article) or (covered(article) and not is_there(archive, article))
