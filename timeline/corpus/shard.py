"""One shard: articles in, what they tell and their account out. A pure function of the shard and the files it names, if any."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from timeline.articles import Listed, finish, read
from timeline.articles.draft import Draft, Unread
from timeline.articles.formats import reader
from timeline.articles.listed import Said
from timeline.articles.published import given
from timeline.articles.source import Source
from timeline.columns import packed
from timeline.copies import sketch
from timeline.corpus.cut import Piece, Shard
from timeline.corpus.rows import READ, TELLINGS, packed_event
from timeline.events import Told, tell
from timeline.model import REPORT, Article, Finding, Skipped, file_of
from timeline.notation import iso_day
from timeline.passages import passage_of
from timeline.reports import introduced
from timeline.survey import prose_of

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What came of a shard: two files, and how many articles are in them."""

    read: bytes
    tellings: bytes
    articles: int


def read_shard(shard: Shard) -> Part:
    """Read the articles of a shard."""
    accounts: list[Row] = []
    tellings: list[Row] = []
    for one in _articles(shard):
        if isinstance(one, Skipped):
            accounts.append(_skipped(one))
            continue
        article, dated = _dated(one, shard)
        told = tell(article, undated=shard.settings.undated)
        accounts.append(_account(told, dated=dated))
        tellings += _tellings(told)
    return Part(packed(READ, accounts), packed(TELLINGS, tellings), len(accounts))


def quarantined(shard: Shard, why: str) -> Part:
    """What is kept of a shard with one article that cannot be worked off: its name, and why."""
    piece = shard.pieces[0]
    place = str(piece.before + 1) if piece.records else ""
    row = _skipped(Skipped(piece.name, f"put aside: {why}", place), quarantined=True)
    return Part(packed(READ, [row]), packed(TELLINGS, []), 1)


# ---------------------------------------------------------------- reading


def _articles(shard: Shard) -> Iterator[Article | Skipped]:
    for piece in shard.pieces:
        listed = _said(piece.said)
        if piece.fault:
            yield Skipped(piece.name, piece.fault)
        elif piece.records:
            yield from _of_run(piece, shard, listed)
        else:
            with _file(piece) as file:
                yield from read(file, piece.name, shard.settings, listed)


_said = lru_cache(maxsize=4)(Said)


@contextmanager
def _file(piece: Piece) -> Iterator[Path]:
    """Where a file is; one whose bytes were handed over is written down for the time."""
    if piece.content is None:
        yield piece.file
        return
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        path = Path(folder, piece.file.name)
        path.write_bytes(piece.content)
        yield path


def _of_run(piece: Piece, shard: Shard, listed: Listed) -> Iterator[Article | Skipped]:
    """The articles of a run of records, each with its place in the whole file."""
    line = listed.of(piece.file)
    if line is not None and line.skip and not line.record:
        if not piece.before:
            yield Skipped(piece.name, "articles.yaml says 'skip: true'", by_hand=True)
        return
    source = Source(piece.file, piece.name, shard.settings, "" if line is None else line.encoding)
    source = source.stream(b"".join(piece.records), piece.suffix)
    for one in reader(source)(source):
        yield _placed(finish(_moved(one, piece.before), piece.file, piece.name, shard.settings, listed), piece)


def _moved(one: Draft | Unread, before: int) -> Draft | Unread:
    if not one.record:
        return one
    if isinstance(one, Unread):
        return Unread(str(int(one.record) + before), one.why)
    one.record = str(int(one.record) + before)
    return one


def _placed(one: Article | Skipped, piece: Piece) -> Article | Skipped:
    """What is said of no record in particular is said of the run."""
    if isinstance(one, Skipped) and not one.record and not one.by_hand:
        return replace(one, why=f"{one.why} (records {piece.before + 1} to {piece.before + len(piece.records)})")
    return one


def _dated(article: Article, shard: Shard) -> tuple[Article, bool]:
    """The article with the day that the user gives for those that don't say theirs, and whether it does."""
    if article.published is not None or not shard.settings.published:
        return article, article.published is not None
    return replace(article, published=given(shard.settings.published)), False


# ---------------------------------------------------------------- rows


def _tellings(told: Told) -> Iterator[Row]:
    article = told.article
    findings = {finding.id: finding for finding in told.findings if finding.id}
    for number, event in enumerate(told.events):
        source = event.sources[0]
        finding = findings.get(source.id)
        report = finding if event.kind == REPORT else None
        yield (
            article.path,
            source.published,
            number,
            source.id,
            event.kind,
            event.date.start,
            event.date.end,
            packed_event(event),
            json.dumps(_evidence(finding), ensure_ascii=False),
            None if report is None else passage_of(article, report.sentence),
            [] if report is None else [one.id for one in introduced(article, report, list(findings.values()))],
        )


def _evidence(finding: Finding | None) -> list[Any]:
    """Where the phrase and its sentence stand, and why its date was taken."""
    if finding is None:
        return [None, None, None, None, ""]
    return [finding.mention.start, finding.mention.end, *finding.sentence, finding.mention.reason]


def _account(told: Told, *, dated: bool) -> Row:
    article = told.article
    fates = Counter(finding.fate for finding in told.findings)
    published = article.published
    own = sketch(prose_of(article))
    return _row(
        path=article.path,
        published="" if published is None else iso_day(published.day) or "",
        rung="" if published is None else published.rung,
        evidence="" if published is None else published.evidence,
        title=article.title,
        author=article.author,
        url=article.url,
        site=article.site,
        language=article.language,
        notes=list(article.notes),
        in_events=fates["event"],
        unresolved=fates["unresolved"],
        no_events=fates["no event"],
        without=told.without,
        phrases=[_phrase(finding) for finding in told.findings if finding.fate != "event"],
        key=article.key,
        digest=article.digest,
        text=article.text,
        place=place(article.path, article.record),
        dated=dated,
        runs=own.runs,
        sketch=sorted(own.least),
    )


def _phrase(finding: Finding) -> dict[str, Any]:
    mention = finding.mention
    return {"phrase": mention.text, "start": mention.start, "end": mention.end, "fate": finding.fate, "why": finding.why}


def _skipped(one: Skipped, *, quarantined: bool = False) -> Row:
    return _row(path=one.place, skipped=one.why, quarantined=quarantined, place=place(one.path, one.record))


_EMPTY: dict[str, Any] = {"utf8": "", "bool": False, "int32": 0}


def _row(**values: Any) -> Row:
    return tuple(values.get(name, _EMPTY.get(kind, []) if isinstance(kind, str) else []) for name, kind in READ.items())


def place(path: str, record: str) -> str:
    """A text by which articles stand in the order of their folders, and of their records.

    >>> sorted([place("b/dump.jsonl#12", "12"), place("b/dump.jsonl#9", "9"), place("b-c.txt", "")])[-1] == place("b-c.txt", "")
    True
    """
    file = file_of(path) if record else path
    return "\x01".join(file.split("/")) + (f"\x02{int(record):012}" if record.isdigit() else "")
