"""Events of a corpus for events.yaml: those that matter most, and those that stand there already, as the corpus has them now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from timeline.archive import Archive, ArticleRecord, FindingRecord
from timeline.corpus.folder import database, files_in
from timeline.duck import rows_of
from timeline.model import Event, Source
from timeline.notation import parse_date
from timeline.pipeline import Chosen, bring_in
from timeline.reconcile import Outcome

_COLUMNS = "date, title, kind, status, people, places, organizations, reported_by, sources"


def put_foremost(root: Path, events: Path, count: int, paths: Iterable[Path]) -> tuple[Outcome, bool, list[str]]:
    """Put the events that matter most into the events file, and bring those up to date that stand there.

    What was changed or deleted by hand stays so, as at every build; gives what was done, whether the file was written, and notes.
    """
    archive = Archive(events)
    base = archive.base("")
    known = [] if base is None else [source["id"] for entry in base.entries for source in entry.sources]
    with database() as found:
        place = files_in(root / "events")
        top = f"SELECT id FROM '{place}' WHERE kind = 'event' ORDER BY importance DESC, id LIMIT {int(count)}"
        query = f"""
            SELECT {_COLUMNS} FROM '{place}'
            WHERE id IN ({top}) OR list_has_any([one.id for one in sources], $1::VARCHAR[])
            ORDER BY earliest, id"""
        rows = [dict(zip(_COLUMNS.split(", "), row, strict=True)) for row in rows_of(found.execute(query, [known]))]
        records, texts = _articles(found, root, rows)
        read = {
            path for (path,) in found.execute(f"SELECT path FROM '{files_in(root / 'articles')}' WHERE skipped = ''").fetchall()
        }
    told = [_event(row) for row in rows]
    return bring_in(archive, Chosen(told, records, texts, read.__contains__), list(paths))


def _event(row: Mapping[str, Any]) -> Event:
    sources = tuple(
        Source(one["id"], one["article"], one["published"], one["sentence"], one["phrase"], one["date"]) for one in row["sources"]
    )
    names = (tuple(row[kind]) for kind in ("people", "places", "organizations"))
    people, places, organizations = names
    lead = any(one["lead"] for one in row["sources"])
    return Event(
        parse_date(row["date"]),
        row["title"],
        sources,
        row["kind"],
        row["status"],
        people,
        places,
        organizations,
        row["reported_by"],
        lead,
    )


def _articles(found: Any, root: Path, rows: Iterable[Mapping[str, Any]]) -> tuple[list[ArticleRecord], dict[str, str]]:
    """What the page shows of the articles that tell these events: their records, and their texts by their digests."""
    findings: defaultdict[str, list[FindingRecord]] = defaultdict(list)
    for row in rows:
        for one in row["sources"]:
            findings[one["article"]].append(_finding(one, row["date"]))
    query = f"""
        SELECT path, key, digest, title, author, url, site, language, published, rung, evidence, origin, notes, text
        FROM '{files_in(root / "articles")}' WHERE path IN (SELECT unnest($1::VARCHAR[])) ORDER BY path"""
    records, texts = [], {}
    for path, key, digest, title, author, url, site, language, published, rung, evidence, origin, notes, text in rows_of(
        found.execute(query, [sorted(findings)])
    ):
        texts[digest] = text
        records.append(
            ArticleRecord(
                path=path,
                key=key,
                digest=digest,
                title=title,
                author=author,
                url=url,
                site=site,
                language=language,
                published=published,
                rung=rung,
                evidence=evidence,
                origin=origin,
                notes=notes,
                record=path.rpartition("#")[2] if "#" in path else "",
                findings=sorted(findings[path], key=lambda finding: finding.start),
            )
        )
    return records, texts


def _finding(source: Mapping[str, Any], date: str) -> FindingRecord:
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
