"""Tellings of one event joined, a stretch of time at a time. What comes of it is what `merge` makes of all at once.

Whom a telling is compared with depends only on those near it in time, so each stretch looks at its own tellings and at
those before it that reach into it. Pairs that are one, or contradict each other, hang together in small clusters; each
cluster is made events where its first telling stands.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from timeline.columns import FLAG, REAL, TEXT, TEXTS, WHOLE, Schema, packed
from timeline.corpus.folder import database
from timeline.corpus.gather import GROUP
from timeline.corpus.rows import packed_event, unpacked_content, unpacked_event
from timeline.corpus.steps import Files, Steps, Task
from timeline.corpus.words import packed_words, rarity_of, write_known
from timeline.duck import rows_of
from timeline.interval import Grain, Interval
from timeline.likeness import Rarity, capitals_in
from timeline.merge import Judged, Telling, joined, judge
from timeline.model import REPORT, Event
from timeline.nearby import REACH, Nearby, Sought
from timeline.passages import may_be_spoken_of
from timeline.verdict import RIVAL, SAME, Verdict

_JUDGED: Schema = {"one": WHOLE, "other": WHOLE, "first": WHOLE, "second": WHOLE, "kind": TEXT, "weight": REAL}
_SOUGHT = 'rank, place, start, "end", content'
JOINED: Schema = {
    "place": WHOLE,
    "id": TEXT,
    "event": TEXT,
    "kind": TEXT,
    "status": TEXT,
    "first_day": WHOLE,
    "last_day": WHOLE,
    "end": WHOLE,
    "published": TEXT,
    "article": TEXT,
    "spoken": FLAG,
    "evidence": TEXT,
    "sources": TEXTS,
    "passages": TEXTS,
    "introduces": TEXTS,
}
_KIND = list(JOINED).index("kind")


def join(steps: Steps, count: int) -> None:
    """Make events of so many tellings, which are laid ready: the files `joined`, and `reports`, which are some of them."""
    steps.table("stretches", _STRETCHES.format(ordered=steps.path("ordered"), rows=steps.rows))
    steps.run(compare, ("judged",), steps.tasks(count))
    _cluster(steps)
    steps.run(make_events, ("joined", "reports", "capitals"), steps.tasks(count))
    write_known(steps, "spoken_of")


# ---------------------------------------------------------------- comparing

_STRETCHES = """
    SELECT min(rank) AS first, long, min(first_year) AS first_year, max(last_year) AS last_year, max(first_day) AS first_day
    FROM '{ordered}' GROUP BY (rank - 1) // {rows}, long"""


def compare(task: Task) -> Files:
    """What some tellings are to one another and to those before them, where they are one or contradict each other."""
    rarity = rarity_of(task)
    pairs: list[tuple[int, int]] = []
    ranks: dict[int, int] = {}
    nearby = Nearby()
    with database(task.work) as found:
        for rank, place, start, end, content in chain(_before(found, task), _own(found, task)):
            words = rarity.rarest(unpacked_content(content).keys)
            sought = Sought(Interval(start, end, Grain.DAY), words)
            ranks[place] = rank
            if rank < task.first:
                nearby.add(place, sought)
            else:
                pairs += [(min(place, other), max(place, other)) for other in nearby.of(place, sought)]
        told = dict(_fetched(found, task, sorted({ranks[place] for pair in pairs for place in pair})))
    rows = []
    for one, other in ((told[a], told[b]) for a, b in pairs):
        verdict = judge(one, other, rarity)
        if verdict is not None and verdict.kind in (SAME, RIVAL):
            rows.append((one.place, other.place, ranks[one.place], ranks[other.place], verdict.kind, verdict.weight))
    return {"judged": packed(_JUDGED, sorted(rows))}


def _own(found: Any, task: Task) -> Iterator[Any]:
    files = task.holding("ordered", [task.first])
    yield from rows_of(found.execute(f"SELECT {_SOUGHT} FROM read_parquet($1) ORDER BY rank", [files]))


def _before(found: Any, task: Task) -> Iterator[Any]:
    """The tellings before those of a task that share a stretch of time with one of them."""
    query = "SELECT min(first_year), max(last_year), min(first_day) FILTER (NOT long) FROM read_parquet($1)"
    own = found.execute(query, [task.holding("ordered", [task.first])]).fetchone()
    near = f"(long AND last_year >= $1 AND first_year <= $2) OR (NOT long AND first_day >= $3::BIGINT - {REACH})"
    query = f"SELECT first FROM '{task.path('stretches')}' WHERE first < {task.first} AND ({near})"
    files = task.holding("ordered", (first for (first,) in found.execute(query, own).fetchall()))
    if files:
        query = f"SELECT {_SOUGHT} FROM read_parquet($4) WHERE {near} ORDER BY rank"
        yield from rows_of(found.execute(query, [*own, files]))


def _fetched(found: Any, task: Task, ranks: list[int]) -> Iterator[tuple[int, Telling]]:
    """Tellings by their places."""
    query = "SELECT place, event, content FROM read_parquet($1) WHERE rank IN (SELECT unnest($2::BIGINT[])) ORDER BY rank"
    if ranks:
        for place, event, content in rows_of(found.execute(query, [task.holding("ordered", ranks), ranks])):
            yield place, Telling(place, unpacked_event(event), unpacked_content(content))


# ---------------------------------------------------------------- clusters


def _cluster(steps: Steps) -> None:
    """Which tellings hang together: each gets the least rank of its cluster, its `home`."""
    run = steps.execute
    run(f"CREATE TABLE near AS SELECT first AS a, second AS b FROM '{steps.path('judged')}'")
    run("INSERT INTO near SELECT b, a FROM near")
    run("CREATE TABLE homes AS SELECT DISTINCT a AS rank, a AS home FROM near")
    while True:
        run("""
            CREATE TABLE better AS SELECT rank, least(home, coalesce(min(other), home)) AS home FROM (
              SELECT mine.rank, mine.home, theirs.home AS other FROM homes mine
              JOIN near ON near.a = mine.rank JOIN homes theirs ON theirs.rank = near.b)
            GROUP BY rank, home""")
        run("CREATE TABLE nearest AS SELECT b.rank, least(b.home, h.home) AS home FROM better b JOIN better h ON h.rank = b.home")
        same = steps.one("SELECT count(*) FROM nearest JOIN homes USING (rank) WHERE nearest.home <> homes.home") == 0
        run("DROP TABLE homes")
        run("DROP TABLE better")
        run("ALTER TABLE nearest RENAME TO homes")
        if same:
            break
    for name, order in (("moved", "home, rank"), ("gone", "rank")):
        steps.table(name, f"SELECT home, rank FROM homes WHERE home <> rank ORDER BY {order}")
    steps.table(
        "edges",
        f"""
        SELECT homes.home, one, other, kind, weight FROM '{steps.path("judged")}' j JOIN homes ON homes.rank = j.first
        ORDER BY home, one, other""",
    )
    for name in ("near", "homes"):
        run(f"DROP TABLE {name}")


# ---------------------------------------------------------------- events


def make_events(task: Task) -> Files:
    """The events of the clusters that stand in a stretch of time."""
    rarity = rarity_of(task)
    own = f"home >= {task.first} AND home < {task.last}"
    rows: list[tuple[Any, ...]] = []
    capitals: Counter[str] = Counter()
    with database(task.work) as found:
        query = f"SELECT home, one, other, kind, weight FROM '{task.path('edges')}' WHERE {own} ORDER BY home, one, other"
        edges: dict[int, list[tuple[int, int, str, float]]] = {}
        for home, *edge in rows_of(found.execute(query)):
            edges.setdefault(home, []).append((edge[0], edge[1], edge[2], edge[3]))
        for home, told in _clusters(found, task, own):
            for event, place in _events_of(told, edges.get(home, []), rarity):
                rows.append(_row(event, place, told))
                if may_be_spoken_of(event):
                    capitals.update(capitals_in([event]))
    return {
        "joined": packed(JOINED, _by_day("first_day", rows), GROUP),
        "reports": packed(JOINED, _by_day("last_day", (row for row in rows if row[_KIND] == REPORT)), GROUP),
        "capitals": packed_words(capitals),
    }


def _by_day(day: str, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    at = list(JOINED).index(day)
    return sorted(rows, key=lambda row: (row[at] is not None, row[at] or 0, row[0]))


Told = dict[str, tuple[Any, ...]]
"""The rows of a cluster by the ids of their sources, in order of their places."""


def _clusters(found: Any, task: Task, own: str) -> Iterator[tuple[int, Told]]:
    come = f"SELECT home, rank FROM '{task.path('moved')}' WHERE {own}"
    gone = f"SELECT rank FROM '{task.path('gone')}' WHERE rank >= {task.first} AND rank < {task.last}"
    files = [task.holding("ordered", ranks) for ranks in ([task.first], [rank for _, rank in found.execute(come).fetchall()])]
    columns = "place, event, content, evidence, passage, introduces, origin"
    query = f"SELECT rank AS home, {columns} FROM read_parquet($1) WHERE rank NOT IN ({gone})"
    if files[1]:
        query += f" UNION ALL SELECT home, {columns} FROM read_parquet($2) JOIN ({come}) come USING (rank)"
    found.execute(f"{query} ORDER BY home, place", [one for one in files if one])
    at, told = 0, Told()
    for home, place, event, *rest in rows_of(found):
        if told and home != at:
            yield at, told
            told = Told()
        at = home
        one = unpacked_event(event)
        told[one.sources[0].id] = (place, one, *rest)
    if told:
        yield at, told


def _events_of(told: Told, edges: list[tuple[int, int, str, float]], rarity: Rarity) -> Iterator[tuple[Event, int]]:
    """The events of a cluster, each with the place of its first teller."""
    places = {source: row[0] for source, row in told.items()}
    if not edges:
        events = [row[1] for row in told.values()]
    else:
        tellings = {row[0]: Telling(row[0], row[1], unpacked_content(row[2])) for row in told.values()}
        judged: list[Judged] = [(tellings[one], tellings[other], Verdict(kind, weight)) for one, other, kind, weight in edges]
        events, _ = joined(list(tellings.values()), judged, rarity, _origins(told))
    for event in events:
        yield event, min(places[source.id] for source in event.sources)


def _origins(told: Told) -> dict[str, str]:
    return {row[1].sources[0].article: row[6] for row in told.values() if row[6]}


def _row(event: Event, place: int, told: Told) -> tuple[Any, ...]:
    """A row of JOINED."""
    own = [told[source.id] for source in event.sources]
    evidence = {source.id: [*json.loads(row[3]), row[1].lead] for source, row in zip(event.sources, own, strict=True)}
    origins = _origins(told)
    return (
        place,
        event.sources[0].id,
        packed_event(event),
        event.kind,
        event.status,
        event.date.first_day,
        event.date.last_day,
        event.date.end,
        event.sources[0].published,
        event.sources[0].article,
        may_be_spoken_of(event),
        json.dumps([evidence, origins], ensure_ascii=False, sort_keys=True),
        [source.id for source in event.sources],
        [row[4] for row in own if row[4] is not None],
        [source for row in own for source in row[5]],
    )
