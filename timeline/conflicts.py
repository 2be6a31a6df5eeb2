"""Where the sources of an entry contradict each other about its day: which dates there are, and who says which. Pure."""

from __future__ import annotations

from timeline.entries import Entry, SourceEntry


def conflicts_of(entry: Entry) -> list[tuple[str, list[SourceEntry]]]:
    """The dates that its sources say, each with them, the entry's own date first; empty where they agree.

    A source says the entry's date unless it has another `date` of its own; one whose sentence is gone says nothing.

    >>> one, other = {"article": "a.txt"}, {"article": "b.txt", "date": "2020-04-09"}
    >>> entry = Entry.model_validate({"date": "2020-04-08", "title": "The lockdown ends", "sources": [one, other]})
    >>> [(date, [source.article for source in sources]) for date, sources in conflicts_of(entry)]
    [('2020-04-08', ['a.txt']), ('2020-04-09', ['b.txt'])]
    """
    said: dict[str, list[SourceEntry]] = {entry.date: []}
    for source in entry.sources:
        if not source.gone:
            said.setdefault(source.date or entry.date, []).append(source)
    return list(said.items()) if len(said) > 1 else []
