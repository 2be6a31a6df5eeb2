"""What only all articles together tell: which are copies, how a name is spelt, which words are names and how rare each is.

Then every telling is laid ready: its names in one spelling, what it is about, in the order in which it is compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from timeline.columns import FLAG, TEXT, WHOLE, Schema, packed
from timeline.copies import Sketch, origins_among
from timeline.corpus import rows
from timeline.corpus.folder import READ, TELLINGS, database
from timeline.corpus.gather import GROUP
from timeline.corpus.ordering import KEYS, batched, put_in_order, rank, ranks_of
from timeline.corpus.rows import packed_content, packed_event, unpacked_event
from timeline.corpus.steps import Files, Steps, Task, numbered
from timeline.corpus.words import fetched, known_words, packed_words, write_known
from timeline.duck import name_of, rows_of
from timeline.likeness import capitals_in, content_of
from timeline.model import Event
from timeline.names.spelling import key
from timeline.nearby import is_long, years_of

_PARTS = 8  # times as many files may be open as one task has parts of shards, all of whose tellings it holds
_COMPARED = 2_500  # articles: so many, and as many before them, are compared with one another
_NEWS = 62  # days in which a text is copied
_KINDS = ("people", "places", "organizations")
_NAMES: Schema = {"kind": TEXT, "key": TEXT, "name": TEXT, "times": WHOLE, "published": TEXT, "article": TEXT}
_COPIES: Schema = {"path": TEXT, "origin": TEXT}
READY: Schema = {
    "rank": WHOLE,
    "place": WHOLE,
    "origin": TEXT,
    **rows.TELLINGS,
    "content": TEXT,
    "long": FLAG,
    "first_day": WHOLE,
    "last_day": WHOLE,
    "first_year": WHOLE,
    "last_year": WHOLE,
}


def settle(steps: Steps, shards: Iterable[str]) -> int:
    """Lay the tellings ready, as the files `ordered`; gives how many there are. `lost` and `copies` tell of articles."""
    ids = list(shards)
    _lose(steps, ids)
    _copies(steps)
    parts = batched(ids, max(1, steps.files // _PARTS))
    tasks = [Task(number, steps.folder.work, files=files) for number, files in enumerate(parts)]
    steps.run(count_words, ("capitals", "names", "keys"), tasks)
    write_known(steps, "known")
    steps.table("spellings", _SPELLINGS.format(names=steps.path("names")))
    rank(steps)
    steps.run(lay_ready, ("ready", "stems"), tasks)
    count, articles = steps.row(f"SELECT count(*), count(DISTINCT article) FROM '{steps.path('keys')}'")
    stems = f"SELECT word, sum(times)::BIGINT AS times FROM '{steps.path('stems')}' GROUP BY word HAVING sum(times) > 1"
    steps.table("rarity", f"SELECT * FROM ({stems}) UNION ALL SELECT '', {articles} ORDER BY word")
    put_in_order(steps, count, len(tasks))
    return int(count)


# ---------------------------------------------------------------- articles


def _lose(steps: Steps, shards: list[str]) -> None:
    """Of articles with the very same text one is read: the first that says its day."""
    paths = [name_of(steps.folder.part(READ, shard)) for shard in shards]
    columns = "path, place, dated, published, key, skipped, runs, sketch"
    steps.execute(f"CREATE TABLE found AS SELECT {columns} FROM read_parquet($1)", [paths])
    steps.table(
        "lost",
        """
        SELECT path, winner, published, day FROM (
          SELECT path, published, first_value(path) OVER same AS winner, first_value(published) OVER same AS day
          FROM found WHERE skipped = '' WINDOW same AS (PARTITION BY key ORDER BY NOT dated, place))
        WHERE path <> winner ORDER BY path""",
    )
    steps.table(
        "sketches",
        numbered(
            "number",
            f"""
            SELECT path, runs, sketch, published, date_diff('day', DATE '1970-01-01', try_cast(published AS DATE)) AS day
            FROM found WHERE skipped = '' AND path NOT IN (SELECT path FROM '{steps.path("lost")}')""",
            "published = '', published, path",
        ),
    )
    steps.execute("DROP TABLE found")


def _copies(steps: Steps) -> None:
    """For each copy the article that it is a copy of: never of another copy."""
    count = int(steps.one(f"SELECT count(*) FROM '{steps.path('sketches')}'"))
    steps.run(find_copies, ("told",), steps.tasks(count, _COMPARED))
    steps.execute(f"CREATE OR REPLACE TABLE copies AS SELECT * FROM '{steps.path('told')}'")
    chains = "FROM copies other WHERE copies.origin = other.path"
    while steps.one("SELECT count(*) FROM copies, (FROM copies) other WHERE copies.origin = other.path"):
        steps.execute(f"UPDATE copies SET origin = other.origin {chains}")
    steps.table("copies", "FROM copies ORDER BY path")
    steps.execute("DROP TABLE copies")


def find_copies(task: Task) -> Files:
    """The copies among some articles, of one another and of those before them in their weeks."""
    with database(task.work) as found:
        own = f"number >= {task.first} AND number < {task.last}"
        since = f"(SELECT min(day) - {_NEWS} FROM '{task.path('sketches')}' WHERE {own})"
        before = f"number >= {task.first - (task.last - task.first)} AND number < {task.first} AND day >= {since}"
        query = f"SELECT number, path, runs, sketch FROM '{task.path('sketches')}' WHERE {own} OR ({before}) ORDER BY number"
        numbers: dict[str, int] = {}

        def sketched() -> Iterator[tuple[str, Sketch]]:
            for number, path, runs, least in rows_of(found.execute(query)):
                numbers[path] = number
                yield path, Sketch(frozenset(least), runs)

        origins = origins_among(sketched())
    return {"told": packed(_COPIES, [(path, origin) for path, origin in origins.items() if numbers[path] >= task.first])}


# ---------------------------------------------------------------- words and names

_SPELLINGS = """
    WITH often AS (
      SELECT kind, key, name, sum(times) AS times, min([published, article]) AS first FROM '{names}' GROUP BY kind, key, name),
    best AS (
      SELECT kind, key, name, first_value(name) OVER (PARTITION BY kind, key ORDER BY times DESC, first, name) AS spelling
      FROM often)
    SELECT kind, key, name, spelling FROM best WHERE name <> spelling ORDER BY kind, key, name"""


def count_words(task: Task) -> Files:
    """How often words are written with a capital, and names spelt so or so, in some parts; and what its order hangs on."""
    keys: list[tuple[Any, ...]] = []
    capitals: Counter[str] = Counter()
    names: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], tuple[str, str]] = {}
    for event, number, *_ in _told(task):
        capitals.update(capitals_in([event]))
        source = event.sources[0]
        date = event.date
        keys.append((task.number, source.article, source.published, number, is_long(date), date.start, date.end))
        when = source.published or "9999", source.article
        for kind in _KINDS:
            for name in getattr(event, kind):
                names[kind, name] += 1
                first[kind, name] = min(first.get((kind, name), when), when)
    counted = [(kind, key(name), name, count, *first[kind, name]) for (kind, name), count in sorted(names.items())]
    return {"capitals": packed_words(capitals), "names": packed(_NAMES, counted), "keys": packed(KEYS, keys)}


def lay_ready(task: Task) -> Files:
    """The tellings of some parts in their order, with what they are about; and how many of their articles have each word."""
    known, spellings = known_words(task, "known"), _spellings(task.path("spellings"), task.stamp("spellings"))
    ready: list[tuple[Any, ...]] = []
    stems: Counter[str] = Counter()
    seen: set[str] = set()
    article = ""
    for own, (event, number, evidence, passage, introduces) in zip(ranks_of(task), _told(task), strict=True):
        event = _spelt(event, spellings) if spellings else event
        content = content_of(event, known)
        source = event.sources[0]
        if source.article != article:
            article, seen = source.article, set()
        stems.update(content.stems - seen)
        seen |= content.stems
        first, last = event.date.days()
        years = years_of(event.date) or (None, None)
        ready.append(
            (
                *own,
                *(source.article, source.published, number, source.id, event.kind, event.date.start, event.date.end),
                *(packed_event(event), evidence, passage, introduces, packed_content(content)),
                *(is_long(event.date), first, last, *years),
            )
        )
    return {"ready": packed(READY, sorted(ready), GROUP), "stems": packed_words(stems)}


def _told(task: Task) -> Iterator[tuple[Event, int, str, str | None, list[str]]]:
    """What the articles of some parts tell, article by article, without those that are read elsewhere already."""
    with database(task.work) as found:
        query = f"""
            SELECT event, number, evidence, passage, introduces FROM read_parquet($1)
            WHERE article NOT IN (SELECT path FROM '{task.path("lost")}') ORDER BY article, number"""
        for event, *rest in rows_of(found.execute(query, [task.parts(TELLINGS)])):
            yield unpacked_event(event), rest[0], rest[1], rest[2], rest[3]


def _spelt(event: Event, spellings: dict[tuple[str, str], str]) -> Event:
    people, places, organizations = (
        tuple(dict.fromkeys(spellings.get((kind, name), name) for name in getattr(event, kind))) for kind in _KINDS
    )
    return replace(event, people=people, places=places, organizations=organizations)


@lru_cache(maxsize=1)
def _spellings(path: str, stamp: int) -> dict[tuple[str, str], str]:
    return {(kind, name): spelling for kind, name, spelling in fetched(f"SELECT kind, name, spelling FROM '{path}'")}
