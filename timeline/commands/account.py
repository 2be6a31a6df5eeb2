"""The account of a build in lines, so that nothing is left out without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.pipeline import Report
    from timeline.reconcile import Outcome
    from timeline.records import ArticleRecord


def lines_of(report: Report, events: Path) -> Iterator[str]:
    """What a build did, so that nothing is left out without a word."""
    read, skipped, fates = len(report.read), len(report.skipped), report.fates
    yield f"articles  {read + skipped} found = {read} read + {skipped} skipped"
    for file in report.skipped:
        yield f"  skipped     {file.place}: {file.why}"
    for article in report.read:
        yield from (f"  warning     {article.path}: {note}" for note in article.notes)
    for warning in report.warnings:
        yield f"  warning     {warning}"
    in_events, unresolved, no_events = (fates[fate] for fate in ("event", "unresolved", "no event"))
    found = in_events + unresolved + no_events
    yield f"phrases   {found} found = {in_events} in events + {unresolved} unresolved + {no_events} no events"
    for article in report.read:
        yield from _unresolved(article)
    why_not = Counter(f.why for article in report.read for f in article.findings if f.fate == "no event")
    if why_not:
        yield f"  no events   {', '.join(f'{count} {why}' for why, count in why_not.most_common())}"
    yield f"sentences {report.without} have no event, since no phrase of them dates one"
    maybe = f", {report.maybes} {'pair' if report.maybes == 1 else 'pairs'} that may be one" if report.maybes else ""
    yield f"events    {report.events} told by the articles{maybe}"
    copies = Counter(article.origin for article in report.read if article.origin)
    for origin, count in sorted(copies.items()):
        yield f"  copies      {origin} and {count} more in nearly the same words: 1 origin"
    outcome = report.outcome
    yield done_to_the_file(outcome)
    for conflict in outcome.conflicts:
        yield f"  both changed  {conflict}"
    if outcome.gone:
        yield f"  {outcome.gone} sources are no longer in their articles; marked 'gone: true'"
    for note in report.notes:
        yield f"  note: {note}"
    yield f"{events}: {'written' if report.wrote else 'would change' if report.diff else 'unchanged'}"


def _unresolved(article: ArticleRecord) -> Iterator[str]:
    """The phrases of an article that have no date, one line a reason."""
    reasons: dict[str, list[str]] = {}
    for finding in article.findings:
        if finding.fate == "unresolved":
            reasons.setdefault(finding.why, []).append(f"“{finding.phrase}”")
    for why, phrases in reasons.items():
        yield f"  unresolved  {article.path}: {', '.join(phrases)} — {why}"


def done_to_the_file(outcome: Outcome) -> str:
    """What became of the entries of the events file."""
    counts = {
        "added": outcome.added,
        "updated": outcome.updated,
        "kept because edited": outcome.kept,
        "left deleted": outcome.deleted,
    }
    dropped = {"dropped": outcome.dropped} if outcome.dropped else {}
    return "file      " + ", ".join(f"{count} {what}" for what, count in {**counts, **dropped}.items())
