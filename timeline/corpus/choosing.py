"""Events of a corpus for events.yaml: those that matter most, or were picked, and those that stand there already.

What stands there is brought up to date; what was changed or deleted by hand stays so, as at every build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from timeline.archive import Archive
from timeline.corpus.folder import database, files_in
from timeline.duck import dicts_of
from timeline.model import Event, Source, file_of
from timeline.notation import parse_date
from timeline.pipeline import Brought, Chosen, bring_in
from timeline.records import ArticleRecord, FindingRecord

Row = Mapping[str, Any]
_COLUMNS = "date, title, kind, status, people, places, organizations, reported_by, sources"
_RECORD = "path key digest title author url site language published rung evidence origin notes".split()


def put_foremost(root: Path, events: Path, count: int, paths: Iterable[Path]) -> Brought:
    """Put the events that matter most into the events file."""
    top = f"SELECT id FROM '{files_in(root / 'events')}' WHERE kind = 'event' ORDER BY importance DESC, id LIMIT {int(count)}"
    return _put(root, events, top, [], paths)


def put(root: Path, events: Path, ids: Sequence[str], *, dry_run: bool = False) -> Brought:
    """Put events into the events file, by their ids; with `dry_run` only say what would change."""
    return _put(root, events, "SELECT unnest($2::VARCHAR[])", [[*ids]], [], dry_run=dry_run)


def _put(root: Path, events: Path, wanted: str, more: list[Any], paths: Iterable[Path], *, dry_run: bool = False) -> Brought:
    archive = Archive(events)
    base = archive.base("")
    sources = [source for entry in ([] if base is None else base.entries) for source in entry.sources]
    with database() as found:
        query = f"""
            SELECT {_COLUMNS} FROM '{files_in(root / "events")}'
            WHERE id IN ({wanted}) OR list_has_any([one.id for one in sources], $1::VARCHAR[])
            ORDER BY earliest, id"""
        rows = dicts_of(found.execute(query, [[source["id"] for source in sources], *more]))
        records, texts = _articles(found, root, rows)
        told = {one["article"] for row in rows for one in row["sources"]} | {source["article"] for source in sources}
        read = _read(found, root, told)
    chosen = Chosen([_event(row) for row in rows], records, texts, read.__contains__)
    return bring_in(archive, chosen, list(paths), dry_run=dry_run)


def _read(found: Any, root: Path, paths: Collection[str]) -> set[str]:
    """Which of these articles the corpus has read."""
    articles = files_in(root / "articles")
    query = f"SELECT path FROM '{articles}' WHERE skipped = '' AND path IN (SELECT unnest($1::VARCHAR[]))"
    return {path for (path,) in found.execute(query, [sorted(paths)]).fetchall()}


def _event(row: Row) -> Event:
    sources = tuple(
        Source(one["id"], one["article"], one["published"], one["sentence"], one["phrase"], one["date"]) for one in row["sources"]
    )
    people, places, organizations = (tuple(row[kind]) for kind in ("people", "places", "organizations"))
    rest = people, places, organizations, row["reported_by"], any(one["lead"] for one in row["sources"])
    return Event(parse_date(row["date"]), row["title"], sources, row["kind"], row["status"], *rest)


def _articles(found: Any, root: Path, rows: Iterable[Row]) -> tuple[list[ArticleRecord], dict[str, str]]:
    """What the page shows of the articles that tell these events: their records, and their texts by their digests."""
    findings: defaultdict[str, list[FindingRecord]] = defaultdict(list)
    for row in rows:
        for one in row["sources"]:
            findings[one["article"]].append(finding_of(one, row["date"]))
    query = f"""
        SELECT {", ".join(_RECORD)}, text FROM '{files_in(root / "articles")}'
        WHERE path IN (SELECT unnest($1::VARCHAR[])) ORDER BY path"""
    articles = dicts_of(found.execute(query, [sorted(findings)]))
    records = [record_of(row, sorted(findings[row["path"]], key=lambda finding: finding.start)) for row in articles]
    return records, {row["digest"]: row["text"] for row in articles}


def record_of(article: Row, findings: Sequence[FindingRecord] = ()) -> ArticleRecord:
    """The record of an article, of its row."""
    path = article["path"]
    known = {name: article[name] for name in _RECORD}
    return ArticleRecord(**known, record=path.removeprefix(file_of(path)).removeprefix("#"), findings=[*findings])


def finding_of(source: Row, date: str) -> FindingRecord:
    """The record of a phrase that dates an event, of a source of its row and the date of the event."""
    return FindingRecord(
        id=source["id"],
        start=source["start"] or 0,
        end=source["end"] or 0,
        sentence_start=source["sentence_start"] or 0,
        sentence_end=source["sentence_end"] or 0,
        phrase=source["phrase"],
        type="DATE",
        value="",
        date=source["date"] or date,
        fate="event",
        reason=source["reason"],
        lead=source["lead"],
    )
