"""A timeline every text of which is a payload: a hundred events, each with one of them in every field, its articles and lists."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.payloads import MARKUP
from timeline.archive import Archive
from timeline.notation import parse_date
from timeline.records import ArticleRecord, DatingRecord, EchoRecord, FindingRecord, MaybeRecord
from timeline.splice import Change, Splicer

DATES = ("{}", "{}/{}", "{}..{}", "{}~", "{}", "{}/..", "{}T09:30", "..{}")
STATUSES = ("happened", "planned", "denied", "claimed")
COLORS = ("", "#c0392b", "teal")
_FIRST = parse_date("2020-01-01").first_day or 0
APART = 4  # days from event to event


@dataclass(frozen=True)
class Hostile:
    """The file, the payloads in the order of its events, and how many of them are articles that were not read, or have no day."""

    path: Path
    payloads: Sequence[str]
    listed: int

    def key(self, at: int) -> str:
        """The id of an event, with its payload in it."""
        return ident("event", at, self.payloads[at])

    def window(self, first: int, last: int) -> str:
        """The window of some events, as the address has it."""
        return f"from={day(first)}&to={day(last)}"


def build(folder: Path, payloads: Sequence[str] = MARKUP, listed: int = len(MARKUP)) -> Hostile:
    """Write the events file and what a build would have left beside it."""
    path = folder / "events.yaml"
    archive = Archive(path)
    entries: list[tuple[int | None, dict[str, Any]]] = []
    records: list[ArticleRecord] = []
    maybes: list[MaybeRecord] = []
    for at, text in enumerate(payloads):
        entries += [(None, one) for one in _events(at, text)]
        records += _articles(archive, at, text)[: None if at < listed else 2]
        maybes.append(MaybeRecord(a=ident("source", at, text), b=ident("maybe", at, text), why=text))
    path.write_bytes(Splicer("", None, []).write(Change(added=entries)).encode("utf-8"))
    archive.write_articles(records)
    archive.write_maybes(maybes)
    return Hostile(path, payloads, listed)


def ident(kind: str, at: int, text: str) -> str:
    return f"{kind}-{at} {text}"


def day(at: int) -> str:
    """The day of an event."""
    from timeline.interval import civil

    year, month, number = civil(_FIRST + at * APART)
    return f"{year}-{month:02d}-{number:02d}"


def _events(at: int, text: str) -> list[dict[str, Any]]:
    """The event, and one of each kind that the page lists apart: report, without a date, hidden, merged, maybe the same."""
    date = DATES[at % len(DATES)].replace("{}", day(at), 1).replace("{}", day(at + 1))
    names = {key: [text, f"{at} {text}"] for key in ("people", "places", "organizations", "tags")}
    source = {"article": _place(at, text), "published": text, "sentence": text, "phrase": text}
    sources = [
        source | {"id": ident("source", at, text), "x-own": text},
        source | {"id": ident("other", at, text), "article": f"second/{at} {text}", "date": day(at + 2), "gone": text},
    ]
    optional = {"color": COLORS[at % len(COLORS)], "status": STATUSES[at % len(STATUSES)]}
    main = {"id": ident("event", at, text), "date": date, "title": text, "note": text, **names, "sources": sources}
    main |= {"url": f"https://outside.example/?{text}", "image": f"http://outside.example/{text}", "x-own": {text: [text]}}
    main |= {key: value for key, value in optional.items() if value}
    apart: dict[str, Any] = {"date": day(at), "title": text, "sources": [source]}
    return [
        main | {"reported_by": ident("report", at, text)},
        apart | {"id": ident("report", at, text), "kind": "report"},
        apart | {"id": ident("reported", at, text), "kind": "reported on", "date": f"..{day(at)}"},
        apart | {"id": ident("hidden", at, text), "hidden": "true"},
        apart | {"id": ident("same", at, text), "same_as": ident("event", at, text), "sources": []},
        apart | {"id": ident("maybe", at, text), "kind": "report", "sources": [source | {"id": ident("maybe", at, text)}]},
    ]


def _place(at: int, text: str) -> str:
    return f"articles/{at} {text}.txt"


def _articles(archive: Archive, at: int, text: str) -> list[ArticleRecord]:
    """The article of the event, one that was not read, one without a day."""
    whole = f"{text}\n\nNobody knew of {text} before.\n\n{text}\n"
    begin = whole.index("Nobody")
    digest = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()
    archive.keep_texts({digest: whole})
    place = {"start": whole.index(text, begin), "sentence_start": begin, "phrase": text, "type": text, "value": text}
    place |= {"end": whole.index(text, begin) + len(text), "sentence_end": whole.index(".\n\n", begin) + 1}
    found = [
        FindingRecord(**place, id=ident("source", at, text), date=day(at), fate="event", reason=text, rule=text),
        FindingRecord(**place, fate="unresolved", why=text, reason=text),
        FindingRecord(**place, fate="no event", why=text, reason=text),
    ]
    said: dict[str, Any] = dict.fromkeys(("title", "author", "site", "record", "language", "time", "rung", "evidence"), text)
    said |= {"url": text if at % 2 else f"https://outside.example/?{text}", "published": text, "notes": [text]}
    furniture = [(0, len(text), text)]
    echo = EchoRecord(id=ident("source", at, text), first=day(0), last=day(1), said=text, here=text, there=text)
    dating = DatingRecord(first=day(0), last=day(1), phrase=text, newest=_place(at, text), echoes=[echo])
    return [
        ArticleRecord(**said, path=_place(at, text), digest=digest, furniture=furniture, findings=found),
        ArticleRecord(**said | {"record": ""}, path=f"second/{at} {text}", digest=digest, origin=_place(at, text) * (at % 2)),
        ArticleRecord(path=f"skipped/{at} {text}", skipped=text),
        ArticleRecord(path=f"undated/{at} {text}", title=text, dating=dating),
    ]
