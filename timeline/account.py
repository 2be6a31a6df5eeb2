"""What a build found, as the archive keeps it: the records of the articles, and the pairs of events that may be one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from pathlib import Path

from timeline.archive import Archive
from timeline.events import Told
from timeline.merge import MOST_MAYBES, Maybe
from timeline.model import Event, Finding, Skipped
from timeline.notation import date_text, iso_day
from timeline.reconcile import Plan
from timeline.records import ArticleRecord, DatingRecord, FindingRecord, MaybeRecord
from timeline.suggestion import suggestions
from timeline.survey import Survey, inside


def records(read: Survey) -> list[ArticleRecord]:
    """What was found in each article that was read, in their order."""
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
        findings=[_finding(finding, leads) for finding in one.findings],
    )


def _finding(finding: Finding, leads: Set[str]) -> FindingRecord:
    mention = finding.mention
    return FindingRecord(
        id=finding.id,
        start=mention.start,
        end=mention.end,
        sentence_start=finding.sentence[0],
        sentence_end=finding.sentence[1],
        phrase=mention.text,
        type=mention.type,
        value=mention.value,
        date="" if mention.interval is None else date_text(mention.interval),
        fate=finding.fate,
        why=finding.why,
        reason=mention.reason,
        rule=mention.rule,
        lead=finding.id in leads,
    )


def keep(archive: Archive, told: list[ArticleRecord], skipped: list[Skipped], paths: Sequence[Path]) -> None:
    """Keep the account; what other builds found under other paths stays, and so does the key of what is unreadable now.

    What is no longer there is remembered aside: it may come back, and its events are then those that they were.
    """
    before = archive.articles()
    known = {r.path: r for r in before}
    here = {r.path for r in told} | {s.path for s in skipped}
    covered = inside(paths, archive)
    others = [r for r in before if not covered(r.path) and r.path not in here]
    lost = []
    for one in skipped:
        old = known.get(one.path)
        lost.append(
            ArticleRecord(path=one.path, record=one.record, skipped=one.why)
            if old is None
            else old.model_copy(update={"skipped": one.why, "findings": [], "furniture": []})
        )
    now = [*others, *told, *lost]
    paths_now, keys_now = {r.path for r in now}, {r.key for r in now}
    left = {r.path: r for r in [*archive.left(), *before] if r.key and r.path not in paths_now and r.key not in keys_now}
    archive.write_left(r.model_copy(update={"findings": [], "furniture": [], "notes": []}) for r in left.values())
    archive.write_articles(now)


def maybes(archive: Archive, found: list[Maybe], told: list[Event], plan: Plan) -> tuple[list[MaybeRecord], list[MaybeRecord]]:
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
