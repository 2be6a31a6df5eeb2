"""The account in the panel: the row of its counts, its sums, its lists, a phrase in its article. Components only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from dash import dcc, html

from dashboard import account as kinds
from dashboard import leftout
from dashboard.account import Account, Phrase
from dashboard.bits import Reading, heading, mending
from dashboard.dated import undated
from dashboard.evidence import Evidence
from dashboard.library import Library
from dashboard.mends import of_phrase, reason_of
from dashboard.pairs import pairs
from dashboard.panel import article
from dashboard.state import State
from timeline.entries import SourceEntry

_LISTS: Mapping[str, Callable[[Reading, Account], list[Any]]] = {
    kinds.REPORTS: lambda reading, account: leftout.reports(reading, account.reports),
    kinds.REPORTED_ON: lambda reading, account: leftout.reported_on(reading, account.reported_on),
    kinds.HIDDEN: lambda reading, account: leftout.hidden(reading, account.hidden),
    kinds.MERGED: lambda reading, account: leftout.merged(reading, account.merged),
    kinds.UNRESOLVED: lambda reading, account: leftout.unresolved(reading, account.unresolved),
    kinds.UNDATED: lambda reading, account: undated(reading, account.undated),
    kinds.SKIPPED: lambda reading, account: leftout.skipped(reading, account.skipped),
    kinds.MAYBE: lambda reading, account: pairs(reading, account.pairs, account.refused),
    kinds.NOTES: lambda reading, account: leftout.notes(reading, account.noted),
}
_WORDS = {  # in the row of counts, and in full; each of one and of several
    kinds.REPORTS: (("report", "reports"), ("report, dated by who told it", "reports, dated by who told them")),
    kinds.REPORTED_ON: (("without a date",) * 2, ("event told without a date", "events told without a date")),
    kinds.HIDDEN: (("hidden",) * 2, ("event hidden by hand", "events hidden by hand")),
    kinds.MERGED: (("merged",) * 2, ("event merged into another by hand", "events merged into others by hand")),
    kinds.UNRESOLVED: (("unresolved",) * 2, ("phrase of time that names no day", "phrases of time that name no day")),
    kinds.UNDATED: (
        ("undated article", "undated articles"),
        ("article that does not say when it was published", "articles that do not say when they were published"),
    ),
    kinds.SKIPPED: (("skipped",) * 2, ("article or file that was not read", "articles and files that were not read")),
    kinds.MAYBE: (("maybe the same",) * 2, ("pair of events that may be one", "pairs of events that may be one")),
    kinds.NOTES: (("warning", "warnings"), ("article that was read with a warning", "articles that were read with a warning")),
}


def _words(kind: str, count: int) -> tuple[str, str]:
    short, long = _WORDS[kind]
    return short[count != 1], long[count != 1]


def tally(account: Account, state: State, *, of_corpus: bool = False) -> list[Any]:
    """A quiet link for each kind of what is left out, with its count; the first leads to the sums.

    The counts are of the events file and its articles, which is said where there is a corpus, too.
    """
    counts = account.counts()
    if not counts and not account.records and not of_corpus:
        return []
    links = [_count("Account", kinds.ALL, state, "What was found, read, drawn and left out")]
    links += [html.Span("Of the events file:", className="count")] if of_corpus and counts else []
    for kind, count in counts.items():
        words, told = _words(kind, count)
        links.append(_count(f"{count:,} {words}", kind, state, f"{count:,} {told}"))
    return links


def _count(words: str, show: str, state: State, told: str) -> Any:
    chosen = "chosen" if state.show == show and not state.event else ""
    return dcc.Link(words, href=f"?{state.showing(show).query()}", title=told, className=chosen)


def drawer(library: Library, state: State, may_write: bool = False) -> list[Any]:
    """The part of the account that is asked for; nothing where there is no such part."""
    reading, account = Reading(library, state, may_write), library.shelf.account
    phrase = account.phrase(state.at) if state.at else None
    if phrase is not None:
        return _opened(reading, account, phrase)
    if state.show == kinds.ALL:
        return [_close(reading), html.Div(_sums(reading, account), className="drawer")]
    if state.show not in _LISTS:
        return []
    if state.show not in account.counts() and not (state.show == kinds.MAYBE and account.refused):
        return [_close(reading), *heading("None left", "There is nothing of this kind any more.")]
    return [_close(reading), html.Div(_LISTS[state.show](reading, account), className="drawer")]


def _close(reading: Reading) -> Any:
    return dcc.Link("All events ✕", href=reading.address(""), className="close")


def _sums(reading: Reading, account: Account) -> list[Any]:
    """What was found and what became of it, adding up."""
    counts, skipped = account.counts(), len(account.skipped)
    found, fates = len(account.records), account.fates
    aside = len(account.hidden) + len(account.merged)
    rows = [
        ("Articles", found, "found", [(found - skipped, "read"), (skipped, "skipped")]),
        (
            "Phrases of time",
            sum(fates.values()),
            "found",
            [
                (fates.get(fate, 0), words)
                for fate, words in (("event", "in events"), ("unresolved", "unresolved"), ("no event", "no event"))
            ],
        ),
        (
            "Events",
            account.entries,
            "in the file",
            [(account.entries - aside, "on the page"), (len(account.hidden), "hidden"), (len(account.merged), "merged")],
        ),
    ]
    about = "What the last builds found, and what became of it. Nothing is left out without a reason."
    if (base := reading.library.base) is None:
        out = heading("The account", about)
    else:
        out = heading("The account of the corpus", about)
        out.append(html.Dl([part for row in _of_corpus(base.corpus.counts) for part in _sum(*row)], className="sums"))
        out.append(html.P(_WHERE.format(base.corpus.root), className="about"))
        out.append(html.H3("Of it, what stands in the events file, and the articles that tell it"))
    out.append(html.Dl([part for row in rows for part in _sum(*row)], className="sums"))
    if account.deleted:
        out.append(html.P(f"{account.deleted:,} of the phrases in events are of events that you deleted.", className="about"))
    links = [
        html.Li(
            dcc.Link([html.Strong(f"{count:,}"), f" {_words(kind, count)[1]}"], href=reading.address(kind), className="event"),
        )
        for kind, count in counts.items()
    ]
    out += [html.H3("To look through"), html.Ul(links, className="events")] if links else []
    if account.why_not:
        why = sorted(account.why_not.items(), key=lambda pair: (-pair[1], pair[0]))
        lines = [html.Li([html.Strong(f"{count:,}"), f" {reason}"]) for reason, count in why]
        out += [html.H3("Phrases that date no event"), html.Ul(lines, className="why-not")]
    return out


_WHERE = (
    "Which articles were not read, and why, stands in the column 'skipped' of {0}/articles; the phrases that make no event, with"
    " their reasons, in its column 'phrases'."
)
_Row = tuple[str, int, str, list[tuple[int, str]]]


def _of_corpus(counts: Mapping[str, int]) -> list[_Row]:
    """The sums that a build of a corpus leaves in its manifest."""
    fates = [("in_events", "in events"), ("unresolved", "unresolved"), ("no_events", "no event")]
    told = Counter(counts)
    articles = [(told["read"], "read"), (told["skipped"], "skipped")]
    return [
        ("Articles", told["found"], "found", articles),
        ("Phrases of time", sum(told[name] for name, _ in fates), "found", [(told[name], words) for name, words in fates]),
    ]


def _sum(name: str, total: int, what: str, parts: list[tuple[int, str]]) -> list[Any]:
    told: list[Any] = [html.Strong(f"{total:,}"), f" {what} = "]
    for number, (count, words) in enumerate(parts):
        told += [" + " if number else "", html.Strong(f"{count:,}"), f" {words}"]
    return [html.Dt(name), html.Dd(told)]


def _opened(reading: Reading, account: Account, phrase: Phrase) -> list[Any]:
    """A phrase in its article, at its sentence, with the reason and the mend."""
    record, found = phrase.record, phrase.finding
    text = reading.library.archive.text(record.digest)
    sentence = (text or "")[found.sentence_start : found.sentence_end]
    source = SourceEntry(article=record.path, published=record.published, sentence=sentence or found.phrase, phrase=found.phrase)
    whole, part = (found.sentence_start, found.sentence_end), (found.start, found.end)
    seen = Evidence(source, record, found, text, whole, part)
    facts: list[Any] = [
        _steps(reading, account, phrase),
        html.H2(f"“{' '.join(found.phrase.split())}”", id="panel-heading", tabIndex="-1"),
        html.P("Not resolved: it has no date, so it makes no event.", className="status")
        if found.fate == "unresolved"
        else html.P(f"What became of it: {found.fate}.", className="status"),
        html.P(reason_of(phrase) + "." if found.why else found.reason, className="reason"),
    ]
    facts += [mending(reading, of_phrase(phrase, sentence))] if found.fate == "unresolved" else []
    return [html.Div(facts, className="facts"), article(seen, reading.library.shelf.collection.titles, reading.state)]


def _steps(reading: Reading, account: Account, phrase: Phrase) -> Any:
    """The way to the phrases before and after it, and back to the list."""
    listed = account.unresolved
    place = next((number for number, each in enumerate(listed) if each.key == phrase.key), None)
    links: list[Any] = []
    if place is not None:
        steps = (("previous", "‹ Previous", place - 1), ("next", "Next ›", place + 1))
        links = [
            dcc.Link(words, href=reading.address(kinds.UNRESOLVED, listed[number].key), className=name)
            for name, words, number in steps
            if 0 <= number < len(listed)
        ]
        links.append(html.Span(f"{place + 1:,} of {len(listed):,}", className="quiet"))
    back = dcc.Link("Back ✕", href=reading.address(reading.state.show), className="close")
    return html.Nav([*links, back], className="steps")
