"""build(): the whole way from articles to events.yaml, on one screen."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from timeline import articles
from timeline.archive import Archive, ArticleRecord, Base, FindingRecord, write_whole
from timeline.articles.published import given
from timeline.errors import TimelineError, UsageError
from timeline.events import Told, tell
from timeline.identity import short_id
from timeline.merge import merge
from timeline.model import Article, Event, Published, Skipped
from timeline.notation import date_text, iso_day
from timeline.recognize import read_words
from timeline.reconcile import Item, Outcome, Plan, reconcile
from timeline.splice import Splicer, stamp_of, stamped
from timeline.store import EventsFile, load, loads

Progress = Callable[[Sequence[Path]], Iterable[Path]]
_WAIT = 30  # seconds for another build of the same file to finish


@dataclass(frozen=True, slots=True)
class Report:
    """The account of a build: what was found is what was read and what was skipped, phrase by phrase."""

    read: list[ArticleRecord]
    skipped: list[Skipped]
    fates: Counter[str]
    events: int
    outcome: Outcome
    wrote: bool
    notes: list[str]


def build(
    paths: Sequence[Path],
    events: Path,
    published: str | None = None,
    progress: Progress = lambda files: files,
) -> Report:
    """Read the articles under `paths` and bring the events file up to date; gives the account.

    `published` is the day of those articles that do not say theirs. Raises a TimelineError where a path
    is missing or the events file is broken; the file is then left as it is.
    """
    day = given(published) if published else None
    archive = Archive(events)
    load(events, read_words)  # a broken file stops the build before any work is done
    told, skipped = _read(paths, archive, day, progress)
    merged = merge(event for one in told for event in one.events)
    with _lock(archive):
        file = load(events, read_words)
        base, notes = _base(archive, file)
        plan = _plan(file, merged, base, archive, told, paths)
        wrote = _write(archive, file, plan)
        records = [_record(one) for one in told]
        _keep(archive, told, records, skipped, paths)
    fates = Counter(finding.fate for one in told for finding in one.findings)
    return Report(records, skipped, fates, len(merged), plan.outcome, wrote, notes)


# ---------------------------------------------------------------- reading


def _read(paths: Sequence[Path], archive: Archive, day: Published | None, progress: Progress) -> tuple[list[Told], list[Skipped]]:
    told: list[Told] = []
    skipped: list[Skipped] = []
    keys: dict[str, str] = {}
    known = {record.path: record for record in archive.articles() if not record.skipped}
    files = articles.find(paths)
    contents = [articles.read(file, _name(file, archive)) for file in progress(files)]
    present = {article.key for article in contents if isinstance(article, Article)}
    for article in contents:
        if isinstance(article, Skipped):
            skipped.append(article)
        elif article.key in keys:
            skipped.append(Skipped(article.path, f"the same text as {keys[article.key]}"))
        else:
            keys[article.key] = article.path
            told.append(tell(_settled(article, known, present, day)))
    if not told and not skipped:
        raise UsageError("there are no articles in the given paths")
    return told, skipped


def _settled(article: Article, known: dict[str, ArticleRecord], present: set[str], day: Published | None) -> Article:
    """The article with the key it had before its text was edited, and with the day that the user gave."""
    old = known.get(article.path)
    if old is not None and old.key != article.key and old.key not in present:
        article = replace(article, key=old.key)
    return article if article.published is not None or day is None else replace(article, published=day)


def _name(file: Path, archive: Archive) -> str:
    """The article's path as events.yaml holds it: relative to the folder of the events file, with '/'."""
    return Path(os.path.relpath(file.absolute(), archive.events.absolute().parent)).as_posix()


# ---------------------------------------------------------------- merging with the file


def _base(archive: Archive, file: EventsFile) -> tuple[Base | None, list[str]]:
    """The base that belongs to the file, and what to tell the user where there is none."""
    stamp = stamp_of(file.text)
    base = archive.base(stamp)
    if base is not None and base.stamp == stamp:
        return base, []
    if not file.placed:
        return None, []
    why = "no earlier build is known" if base is None else "the last build that is known wrote another version of this file"
    return base, [f"{why}: nothing counts as deleted, nothing is dropped or changed; what is new is added"]


def _plan(
    file: EventsFile, merged: list[Event], base: Base | None, archive: Archive, told: list[Told], paths: Sequence[Path]
) -> Plan:
    splicer = Splicer(file.text, file.root, [p.item for p in file.placed])
    items = [Item(p.item.data, p.entry, splicer.has_comment(i)) for i, p in enumerate(file.placed)]
    readable = {one.article.path for one in told}
    inside = _inside(paths, archive)

    def in_scope(article: str) -> bool:
        """Read by this build, or no longer there; an article that is there but unreadable keeps its events."""
        return article in readable or (inside(article) and not (archive.events.parent / article).exists())

    belongs = base is not None and base.stamp == stamp_of(file.text)
    tombs = [] if base is None else [e for e in base.entries if e.deleted]
    return reconcile(merged, items, base.entries if base is not None and belongs else None, in_scope, tombs)


def _inside(paths: Sequence[Path], archive: Archive) -> Callable[[str], bool]:
    roots = [_name(path, archive) for path in paths]
    return lambda article: any(root == "." or article == root or article.startswith(f"{root}/") for root in roots)


# ---------------------------------------------------------------- writing


def _write(archive: Archive, file: EventsFile, plan: Plan) -> bool:
    """Write the file and then the base; the base is laid ready first, so that a crash between loses nothing."""
    stamp = stamp_of(file.text)
    if not plan.change and file.path.exists():
        archive.stage(Base(stamp=stamp, entries=plan.base))
        archive.commit()
        return False
    text = Splicer(file.text, file.root, [p.item for p in file.placed]).apply(plan.change)
    stamp = short_id("build", text)
    text = stamped(text, stamp)
    loads(text, file.path, read_words)
    archive.stage(Base(stamp=stamp, entries=plan.base))
    archive.back_up(file.text)
    if load(file.path).text != file.text:
        raise TimelineError(f"{file.path}: changed while the build was at work; run it again")
    write_whole(file.path, text.encode("utf-8"))
    archive.commit()
    return True


def _keep(
    archive: Archive, told: list[Told], records: list[ArticleRecord], skipped: list[Skipped], paths: Sequence[Path]
) -> None:
    """Keep the texts and the account; what other builds found under other paths stays."""
    for one in told:
        archive.keep_text(one.article.digest, one.article.text)
    inside = _inside(paths, archive)
    others = [r for r in archive.articles() if not inside(r.path)]
    lost = [ArticleRecord(path=s.path, skipped=s.why) for s in skipped]
    archive.write_articles([*others, *records, *lost])


def _record(one: Told) -> ArticleRecord:
    article = one.article
    return ArticleRecord(
        path=article.path,
        key=article.key,
        digest=article.digest,
        title=article.title,
        author=article.author,
        url=article.url,
        published=(iso_day(article.published.day) or "") if article.published else "",
        rung=article.published.rung if article.published else "",
        evidence=article.published.evidence if article.published else "",
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
            )
            for f in one.findings
        ],
    )


@contextmanager
def _lock(archive: Archive) -> Iterator[None]:
    """One build at a time for one events file."""
    archive.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(archive.folder / "build.lock", timeout=_WAIT):
            yield
    except Timeout:
        raise TimelineError(f"{archive.events}: another build is at work on it; try again when it is done") from None
