"""What a page asks of a corpus: its events as columns of numbers and names, a search, one event with its sources, an article.

Events are named by their rows: their places in the files, one file after the other.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from timeline.corpus.folder import Folder, database
from timeline.duck import dicts_of, name_of
from timeline.errors import UsageError

Numbers = NDArray[Any]
Row = dict[str, Any]
_EPOCH = "DATE '1970-01-01'"
_LISTS = {
    "article": "[one.article for one in sources]",
    "person": "people",
    "place": "places",
    "organization": "organizations",
}
LISTED = tuple(_LISTS)
"""What an event may have several of."""
SINGLE = ("status", "kind", "precision")
"""What it has one of."""
_AT_A_TIME = 50_000
# What a text is compared by, as the page's search folds it: without case, accents and runs of white space.
_FOLD = """
  CREATE MACRO fold(text) AS CASE WHEN strlen(text) = length(text) THEN squeezed(lower(text)) ELSE
    squeezed(replace(replace(replace(replace(translate(lower(strip_accents(text)), 'øđðłħı’', 'oddlhi'''),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th')) END"""
_SQUEEZE = r"""
  CREATE MACRO squeezed(text) AS CASE WHEN regexp_matches(text, '[\t\n\r\f\v\x{a0}]|  ')
    THEN trim(regexp_replace(text, '[\s\v\x{a0}]+', ' ', 'g')) ELSE trim(text) END"""
_SAID = """fold(concat_ws(chr(1), title, array_to_string(people, chr(1)), array_to_string(places, chr(1)),
  array_to_string(organizations, chr(1)), array_to_string([one.sentence for one in sources], chr(1))))"""


class Names(Sequence[str]):
    """Very many texts in little memory: by their numbers, and the number of a text."""

    def __init__(self, column: Any) -> None:
        self._column = column.combine_chunks() if column.num_chunks else column
        self._hashes: tuple[Numbers, Numbers] | None = None

    def __len__(self) -> int:
        return len(self._column)

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        """A text, or a run of them."""
        if isinstance(at, slice):
            first, last, _ = at.indices(len(self))
            return [one.as_py() for one in self._column.slice(first, last - first)]
        found: str = self._column[at].as_py()
        return found

    def __iter__(self) -> Iterator[str]:
        for first in range(0, len(self), _AT_A_TIME):
            yield from self[first : first + _AT_A_TIME]

    def place(self, text: str) -> int | None:
        """The number of a text; None where it is not among them."""
        if self._hashes is None:
            hashes = np.fromiter(map(hash, self), dtype=np.int64, count=len(self))
            order = np.argsort(hashes, kind="stable")
            self._hashes = hashes[order], order
        hashes, order = self._hashes
        first, last = np.searchsorted(hashes, hash(text)), np.searchsorted(hashes, hash(text), "right")
        return next((int(at) for at in order[first:last] if self[int(at)] == text), None)


@dataclass(frozen=True, slots=True)
class Values:
    """All values of which events have some, in their order, and which event has which: its row, and the number of the value.

    `titles` are there for articles. An event's values come one behind the other, in its own order, each once.
    """

    names: Names
    rows: Numbers
    codes: Numbers
    titles: Names | None = None

    def counts(self) -> Numbers:
        """How many events have each."""
        return np.bincount(self.codes, minlength=len(self.names))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: folded words and phrases, each with whether it is to be out, values by the names of LISTED and SINGLE,
    and the first and last day of a range that an event has to overlap.
    """

    terms: tuple[tuple[str, bool], ...] = ()
    values: Mapping[str, Sequence[str]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None

    def tests(self) -> tuple[str, list[Any]]:
        """As the test of a query, and its values."""
        tests: list[str] = ["true"]
        values: list[Any] = []
        for text, out in self.terms:
            tests.append("NOT contains(said, ?)" if out else "contains(said, ?)")
            values.append(text)
        for name, chosen in self.values.items():
            tests.append(f"list_has_any({_LISTS.get(name, f'[{name}]')}, ?::VARCHAR[])")
            values.append([*chosen])
        if self.first is not None:
            tests.append(f"(latest IS NULL OR latest >= {_EPOCH} + {int(self.first)})")
        if self.last is not None:
            tests.append(f"(earliest IS NULL OR earliest <= {_EPOCH} + {int(self.last)})")
        return " AND ".join(tests), values


class Corpus:
    """A corpus folder to ask. Safe to use from several threads."""

    def __init__(self, root: Path, threads: int = 0) -> None:
        """Raises UsageError where there is no corpus, or one whose build was cut off."""
        self.root = root
        manifest = Folder(root).manifest() if root.is_dir() else None
        if manifest is None:
            raise UsageError(f"{root}: there is no corpus; make one with: timeline build PATH --corpus {root}")
        if not manifest.whole:
            raise UsageError(f"{root}: its build is at work, or was cut off; the same build goes on from there")
        self.counts: Mapping[str, int] = manifest.counts
        self.size = sum(part.rows for name, part in manifest.parts.items() if name.startswith("events/"))
        self._lock = threading.RLock()
        self._scratch = tempfile.mkdtemp(prefix="timeline-")
        weakref.finalize(self, shutil.rmtree, self._scratch, ignore_errors=True)
        self._database = database(Path(self._scratch), threads or os.cpu_count() or 1)
        self._database.execute(_SQUEEZE)
        self._database.execute(_FOLD)
        self._has_articles = any(name.startswith("articles/") for name in manifest.parts)
        for kind in ("events", "articles"):
            self._open(kind, {name: part.rows for name, part in sorted(manifest.parts.items()) if name.startswith(f"{kind}/")})

    def _open(self, kind: str, parts: Mapping[str, int]) -> None:
        """A view of all files of a kind, in which each row has its number."""
        paths = [self.root / name for name in parts]
        starts = np.cumsum([0, *parts.values()]).tolist()
        self._database.execute(f"CREATE TABLE {kind}_parts (path VARCHAR, start BIGINT)")
        for path, start in zip(paths, starts, strict=False):
            self._database.execute(f"INSERT INTO {kind}_parts VALUES (?, ?)", [str(path), start])
        files = ", ".join("'" + name_of(path).replace("'", "''") + "'" for path in paths)
        if not paths:
            return
        self._database.execute(f"CREATE VIEW plain_{kind} AS SELECT * FROM read_parquet([{files}])")
        self._database.execute(
            f"CREATE VIEW {kind} AS SELECT * EXCLUDE (filename, file_row_number), start + file_row_number AS row "
            f"FROM read_parquet([{files}], filename = true, file_row_number = true) JOIN {kind}_parts ON path = filename"
            if kind == "events"
            else f"CREATE VIEW {kind} AS SELECT * FROM plain_{kind}"
        )

    # ------------------------------------------------------------ all at once

    def numbers(self) -> dict[str, Numbers]:
        """Columns of all events, by row: `first` and `last` (days since 1970, `open_first` and `open_last` where there is none),
        `lasts`, `importance` and `told_by`.
        """
        with self._lock:
            found = self._database.execute(
                f"""SELECT coalesce((earliest - {_EPOCH})::INTEGER, 0) AS first,
                  coalesce((latest - {_EPOCH})::INTEGER, 0) AS last, earliest IS NULL AS open_first, latest IS NULL AS open_last,
                  contains(date, '/') AS lasts, importance, told_by FROM plain_events"""
            ).fetchnumpy()
            return {name: np.asarray(column) for name, column in found.items()}

    def single(self, name: str) -> tuple[list[str], Numbers]:
        """The values of what each event has one of, and for each event the number of its own."""
        with self._lock:
            names = [one for (one,) in self._database.execute(f"SELECT DISTINCT {name} FROM plain_events ORDER BY 1").fetchall()]
            cases = " ".join(f"WHEN ? THEN {number}" for number in range(len(names)))
            if not names:
                return [], np.zeros(0, dtype=np.int8)
            found = self._database.execute(
                f"SELECT (CASE {name} {cases} END)::TINYINT AS code FROM plain_events", names
            ).fetchnumpy()
            return names, np.asarray(found["code"])

    def texts(self, name: str) -> Names:
        """The ids, titles or dates of all events."""
        return self._names(f"SELECT {name} FROM plain_events")

    def _names(self, query: str) -> Names:
        from arro3.core import Table

        with self._lock:
            return Names(Table.from_arrow(self._database.sql(query)).column(0))

    def values(self, name: str) -> Values:
        """All values of one of LISTED; articles in order of publication, the rest by name."""
        told = f"SELECT row, unnest({_LISTS[name]}) AS value, generate_subscripts({_LISTS[name]}, 1) AS spot FROM events"
        distinct = f"SELECT DISTINCT unnest({_LISTS[name]}) AS value FROM plain_events"
        order, joined, title = "value", "", "''"
        if name == "article" and self._has_articles:
            order, title = "coalesce(nullif(published, ''), '9'), value", "coalesce(nullif(title, ''), value)"
            joined = "LEFT JOIN (SELECT path, title, published FROM plain_articles) ON path = value"
        with self._lock:
            self._database.execute(
                f"""CREATE OR REPLACE TEMP TABLE names AS SELECT value, {title} AS title,
                  (row_number() OVER (ORDER BY {order}) - 1)::INTEGER AS code FROM ({distinct}) {joined}"""
            )
            names = self._names("SELECT value FROM names ORDER BY code")
            titles = self._names("SELECT title FROM names ORDER BY code") if joined else None
            found = self._database.execute(f"SELECT row, spot, code FROM ({told}) JOIN names USING (value)").fetchnumpy()
            self._database.execute("DROP TABLE names")
        rows, spots, codes = (np.asarray(found[each]).astype(np.int32) for each in ("row", "spot", "code"))
        order_ = np.lexsort((spots, codes, rows))
        rows, spots, codes = rows[order_], spots[order_], codes[order_]
        first = np.ones(len(rows), dtype=np.bool_)  # of an article that tells twice the first
        first[1:] = (rows[1:] != rows[:-1]) | (codes[1:] != codes[:-1])
        rows, spots, codes = rows[first], spots[first], codes[first]
        order_ = np.lexsort((spots, rows))
        return Values(names, rows[order_], codes[order_], titles)

    def disputed(self) -> list[tuple[int, str, str]]:
        """Rows, dates and articles of the sources that contradict their event."""
        with self._lock:
            return self._database.execute(
                """SELECT row, one.date, one.article FROM (SELECT row, unnest(sources) AS one FROM events) WHERE one.date <> ''
                ORDER BY row"""
            ).fetchall()

    def more_sources(self) -> tuple[Names, Numbers]:
        """The ids of all sources but the first of each event, which has the event's own; and the rows of their events."""
        told = "SELECT row, unnest(sources[2:]).id AS id FROM events WHERE len(sources) > 1"
        with self._lock:
            self._database.execute(f"CREATE OR REPLACE TEMP TABLE more AS SELECT * FROM ({told}) ORDER BY row, id")
            names = self._names("SELECT id FROM more")
            rows = self._database.execute("SELECT row FROM more").fetchnumpy()["row"]
            self._database.execute("DROP TABLE more")
            return names, np.asarray(rows)

    def title_order(self) -> Numbers:
        """For each event the place of its title among all of them."""
        with self._lock:
            found = self._database.execute(
                "SELECT row, dense_rank() OVER (ORDER BY lower(title)) AS place FROM events"
            ).fetchnumpy()
        out = np.empty(self.size, dtype=np.int64)
        out[found["row"]] = found["place"]
        return out

    # ------------------------------------------------------------ a search

    def listen(self) -> None:
        """Make ready what a search looks through; else the first search does."""
        with self._lock:
            if not self._database.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = 'words'").fetchone():
                self._database.execute(f"CREATE TABLE words AS SELECT row, {_SAID} AS said FROM events")

    def search(self, terms: Iterable[tuple[str, bool]]) -> Numbers:
        """The rows of the events that have all these folded words and phrases, and none of those that are to be out."""
        wanted = [*terms]
        self.listen()
        tests = " AND ".join("NOT contains(said, ?)" if out else "contains(said, ?)" for _, out in wanted) or "true"
        with self._lock:
            found = self._database.execute(f"SELECT row FROM words WHERE {tests}", [text for text, _ in wanted]).fetchnumpy()
        return np.sort(np.asarray(found["row"]).astype(np.int64))

    def folded(self, text: str) -> str:
        """A text as a search compares it."""
        with self._lock:
            found = self._database.execute("SELECT fold(?)", [text]).fetchone()
        return str((found or ("",))[0])

    def pick(self, asked: Asked, limit: int) -> tuple[list[str], int]:
        """The ids of the most important events that are asked for, and how many are."""
        tests, values = asked.tests()
        said = _SAID if asked.terms else "''"
        query = f"FROM (SELECT *, {said} AS said FROM events) WHERE {tests}"
        with self._lock:
            count = self._database.execute(f"SELECT count(*) {query}", values).fetchone()
            found = self._database.execute(f"SELECT id {query} ORDER BY importance DESC, id LIMIT {int(limit)}", values)
            return [one for (one,) in found.fetchall()], int((count or (0,))[0])

    # ------------------------------------------------------------ one by one

    def events(self, found: Sequence[tuple[str, int | None]]) -> dict[str, Row]:
        """Events by their ids, given with their first days: the files are in that order, so that little of them is read."""
        days = [day for _, day in found if day is not None]
        between = f"earliest BETWEEN {_EPOCH} + {min(days)} AND {_EPOCH} + {max(days)}" if days else "false"
        when = between if len(days) == len(found) else f"({between} OR earliest IS NULL)"
        with self._lock:
            query = f"SELECT * FROM plain_events WHERE {when} AND id IN (SELECT unnest($1::VARCHAR[]))"
            rows = dicts_of(self._database.execute(query, [[one for one, _ in found]]))
        return {row["id"]: row for row in rows}

    def article(self, path: str) -> Row | None:
        """An article with its text, by its path."""
        if not self._has_articles:
            return None
        with self._lock:
            rows = dicts_of(self._database.execute("SELECT * FROM plain_articles WHERE path = $1 LIMIT 1", [path]))
        return next(iter(rows), None)
