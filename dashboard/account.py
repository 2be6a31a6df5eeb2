"""What the page does not draw, and why: phrases, articles and events left out, with counts that add up. Pure.

articles found = read + skipped; phrases = in events + unresolved + no event; events in the file = on the page + hidden + merged.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.items import Collection, Item
from timeline.entries import Entry
from timeline.records import ArticleRecord, FindingRecord, MaybeRecord
from timeline.standing import home_of

ALL = "account"
REPORTS, REPORTED_ON, HIDDEN, MERGED = "reports", "reported-on", "hidden", "merged"
UNRESOLVED, UNDATED, SKIPPED, MAYBE, NOTES = "unresolved", "undated", "skipped", "maybe", "warnings"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of time and the article that has it."""

    record: ArticleRecord
    finding: FindingRecord

    @property
    def key(self) -> str:
        """Its name in the page's address."""
        return f"{self.record.path}:{self.finding.start}"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one event, as a build found them."""

    found: MaybeRecord
    one: Entry
    other: Entry


@dataclass(frozen=True, slots=True)
class Account:
    """All of it, as the files say. `fates` counts phrases by what became of them, `why_not` those without an event by reason.

    `skipped` articles were found and not read, `undated` ones do not say when they were published, of `noted` ones the
    build has something to tell. `deleted` are phrases in events that a person has deleted from the file. `merged` has each
    entry with the one under which it is shown; `pairs` wait for a person, `refused` were settled. `lines` says where an
    entry stands in the file, by its id.
    """

    records: tuple[ArticleRecord, ...] = ()
    skipped: tuple[ArticleRecord, ...] = ()
    undated: tuple[ArticleRecord, ...] = ()
    noted: tuple[ArticleRecord, ...] = ()
    fates: Mapping[str, int] = field(default_factory=dict)
    why_not: Mapping[str, int] = field(default_factory=dict)
    deleted: int = 0
    entries: int = 0
    unresolved: tuple[Phrase, ...] = ()
    reports: tuple[Item, ...] = ()
    reported_on: tuple[Item, ...] = ()
    hidden: tuple[Entry, ...] = ()
    merged: tuple[tuple[Entry, Entry], ...] = ()
    pairs: tuple[Pair, ...] = ()
    refused: tuple[Pair, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    def phrase(self, key: str) -> Phrase | None:
        """The phrase of that key."""
        path, _, start = key.rpartition(":")
        return next(
            (
                Phrase(record, finding)
                for record in self.records
                if record.path == path
                for finding in record.findings
                if str(finding.start) == start
            ),
            None,
        )

    def counts(self) -> dict[str, int]:
        """How many there are of each kind; what there is none of is left out."""
        found: dict[str, Sequence[object]] = {
            REPORTS: self.reports,
            REPORTED_ON: self.reported_on,
            HIDDEN: self.hidden,
            MERGED: self.merged,
            UNRESOLVED: self.unresolved,
            UNDATED: self.undated,
            SKIPPED: self.skipped,
            MAYBE: self.pairs,
            NOTES: self.noted,
        }
        return {name: len(each) for name, each in found.items() if each}


def account(
    entries: Sequence[Entry],
    collection: Collection,
    records: Iterable[ArticleRecord] = (),
    maybes: Iterable[MaybeRecord] = (),
    lines: Mapping[str, int] | None = None,
) -> Account:
    """The account of an events file with these entries, and of the articles and near misses that its archive has.

    >>> hidden = Entry.model_validate({"date": "2020", "title": "Talks", "hidden": "true"})
    >>> account([hidden], Collection()).counts()
    {'hidden': 1}
    """
    listed = tuple(records)
    read = [record for record in listed if not record.skipped]
    by_id = {entry.id: entry for entry in entries if entry.id}
    owners = {source.id: entry for entry in entries for source in entry.sources if source.id}
    findings = [Phrase(record, finding) for record in listed for finding in record.findings]
    homes = {entry.id: home for entry in entries if entry.same_as and (home := home_of(entry, by_id)) is not None}
    pairs = list(_pairs(maybes, by_id, owners, homes))
    return Account(
        records=listed,
        skipped=tuple(record for record in listed if record.skipped),
        undated=tuple(record for record in read if not record.published),
        noted=tuple(record for record in read if record.notes),
        fates=Counter(each.finding.fate for each in findings),
        why_not=Counter(each.finding.why for each in findings if each.finding.fate == "no event"),
        deleted=sum(each.finding.fate == "event" and each.finding.id not in owners for each in findings),
        entries=len(entries),
        unresolved=tuple(each for each in findings if each.finding.fate == "unresolved"),
        reports=tuple(item for item in collection.items if item.is_report and not item.hidden),
        reported_on=tuple(item for item in collection.items if item.is_reported_on and not item.hidden),
        hidden=tuple(entry for entry in entries if entry.hidden),
        merged=tuple((entry, homes[entry.id]) for entry in entries if entry.id in homes and not entry.hidden),
        pairs=tuple(each for each in pairs if not each.found.refused),
        refused=tuple(each for each in pairs if each.found.refused),
        lines=lines or {},
    )


def _pairs(
    maybes: Iterable[MaybeRecord], by_id: Mapping[str, Entry], owners: Mapping[str, Entry], homes: Mapping[str, Entry]
) -> Iterable[Pair]:
    """The pairs that are not settled in the file, with both events in view."""
    for found in maybes:
        both = [owners.get(ident) or by_id.get(ident) for ident in (found.a, found.b)]
        ends = [homes.get(entry.id, entry) for entry in both if entry is not None]
        if len(ends) == 2 and ends[0] is not ends[1] and not (ends[0].hidden or ends[1].hidden):
            yield Pair(found, ends[0], ends[1])
