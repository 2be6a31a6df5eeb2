"""A corpus folder of generated events, written straight as Parquet by DuckDB: a million of them in some seconds.

Each article tells five events of the same weeks, a sentence each; every tenth event is also told by another article.
"""

from __future__ import annotations

import json
from pathlib import Path

from timeline.corpus.folder import database, files_in
from timeline.corpus.parts import EVENT_ROWS

_TELLS = 5  # events of an article
_DAYS = 7_300  # from 2000 to 2019
_FIRST = "DATE '2000-01-01'"

_WHO = "['Ada Holm', 'Arvid Dahl', 'Ilse Moreau', 'Nell Okafor', 'Bo Ek', 'Mona Lind', 'Sven Alder', 'Ruth Vance']"
_VERBS = "['opens', 'closes', 'sells', 'praises', 'repairs', 'visits', 'refuses', 'inspects']"
_THINGS = "['the bridge', 'the ferry', 'a brewery', 'the harbour', 'the town hall', 'a school', 'the old mill', 'the pier']"
_PLACES = "['Lund', 'Hambury', 'Cullmouth', 'Dunmere', 'Östersund', 'Saltmere', 'Farwick', 'Norby']"

# One row an event, in order of its first day; `h` is what everything else of it is drawn from.
_NUMBERS = f"""
  SELECT number, h, ({_FIRST} + (number * {_DAYS} // $count)::INTEGER) AS day,
    CASE WHEN h % 100 < 70 THEN 'day' WHEN h % 100 < 85 THEN 'range' WHEN h % 100 < 95 THEN 'month' ELSE 'span' END AS precision
  FROM (SELECT range AS number, (hash(range) >> 1)::BIGINT AS h FROM range($first, $last))"""
_SAID = f"""
  SELECT *, {_WHO}[1 + h // 100 % 8] AS who, {_PLACES}[1 + h // 6400 % 8] AS town,
    {_VERBS}[1 + h // 800 % 8] || ' ' || {_THINGS}[1 + h // 51200 % 8] AS does,
    'Witness ' || (h // 409600 % 100000)::VARCHAR AS witness,
    CASE precision WHEN 'day' THEN day WHEN 'range' THEN day + (1 + h % 9)::INTEGER WHEN 'span' THEN day + 20
      ELSE last_day(day) END AS latest,
    'news/' || year(day) || '.jsonl#' || (number // {_TELLS}) AS article,
    printf('%012x', number) AS id
  FROM ({_NUMBERS})"""
_PHRASED = f"""
  SELECT *, CASE WHEN precision = 'month' THEN date_trunc('month', day)::DATE ELSE day END AS earliest,
    strftime(day, 'on %-d %B %Y') AS phrase, who || ' ' || does || ' in ' || town AS title,
    who || ' ' || does || ' ' || strftime(day, 'on %-d %B %Y') || ' in ' || town || ', and ' || witness || ' saw it.' AS sentence
  FROM ({_SAID})"""


def _source(name: str, article: str) -> str:
    return f"""{{
      'id': {name}, 'article': {article}, 'published': (day + 3)::VARCHAR,
      'start': spot + strpos(sentence, phrase)::INTEGER - 1, 'end': spot + (strpos(sentence, phrase) - 1 + len(phrase))::INTEGER,
      'sentence_start': spot, 'sentence_end': spot + len(sentence)::INTEGER, 'sentence': sentence, 'phrase': phrase, 'date': '',
      'reason': 'a date in full', 'lead': h % 5 = 0}}"""


_EVENTS = f"""
  SELECT id, CASE precision WHEN 'day' THEN day::VARCHAR WHEN 'month' THEN strftime(day, '%Y-%m')
      WHEN 'span' THEN day || '/' || latest ELSE day || '..' || latest END AS date,
    '' AS edtf, earliest, latest, precision,
    CASE WHEN h % 97 = 0 THEN 'planned' WHEN h % 89 = 0 THEN 'denied' WHEN h % 83 = 0 THEN 'claimed'
      ELSE 'happened' END AS status,
    CASE WHEN h % 7 = 0 THEN 'report' ELSE 'event' END AS kind, title,
    [who, witness] AS people, [town] AS places,
    CASE WHEN h % 11 = 0 THEN ['Harbour Board'] ELSE [] END::VARCHAR[] AS organizations,
    '' AS reported_by, round(0.3 + (h // 7 % 600000) / 1e6, 6) AS importance,
    CASE WHEN number % 10 = 0 THEN 2 ELSE 1 END::INTEGER AS told_by,
    CASE WHEN number % 10 = 0 THEN [{_source("id", "article")}, {_source("id || 'b'", "'news/wire.jsonl#' || (number // 10)")}]
      ELSE [{_source("id", "article")}] END AS sources
  FROM (SELECT *, (sum(len(sentence) + 1) OVER (PARTITION BY article ORDER BY number) - len(sentence) - 1)::INTEGER AS spot
    FROM ({_PHRASED}))
  ORDER BY earliest, id"""
_ARTICLES = f"""
  SELECT article AS path, '' AS skipped, false AS quarantined, (max(day) + 3)::VARCHAR AS published, 'metadata' AS rung,
    'date' AS evidence, 'News of ' || strftime(max(day), '%-d %B %Y') || ', part ' || (min(number) // {_TELLS})::VARCHAR AS title,
    '' AS author, '' AS url, '' AS site, 'en' AS language, '' AS origin, []::VARCHAR[] AS notes, {_TELLS} AS in_events,
    0 AS unresolved, 0 AS no_events, 0 AS without,
    []::STRUCT(phrase VARCHAR, start INTEGER, "end" INTEGER, fate VARCHAR, why VARCHAR)[] AS phrases,
    sha256(article) AS key, sha256(article) AS digest, string_agg(sentence, ' ' ORDER BY number) AS text
  FROM ({_PHRASED}) GROUP BY article ORDER BY path"""


def lay(root: Path, count: int, *, articles: bool = True) -> None:
    """Write a corpus folder of so many events; without `articles`, their texts are left out."""
    parts: dict[str, dict[str, object]] = {}
    for kind, query in (("events", _EVENTS), *((("articles", _ARTICLES),) if articles else ())):
        (root / kind).mkdir(parents=True)
        with database(root, threads=2) as made:
            for first in range(0, count, EVENT_ROWS):
                path = root / kind / f"{first // EVENT_ROWS:06}.parquet"
                text = query
                for name, value in (("first", first), ("last", min(first + EVENT_ROWS, count)), ("count", count)):
                    text = text.replace(f"${name}", str(value))
                place = files_in(path.parent, path.name)
                made.execute(f"COPY ({text}) TO '{place}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)")
                parts[f"{kind}/{path.name}"] = {"rows": min(EVENT_ROWS, count - first), "sha256": ""}
    counts = {"found": count // _TELLS, "read": count // _TELLS, "skipped": 0, "in_events": count, "unresolved": 0}
    counts |= {"no_events": 0, "without": 0, "events": count, "tellings": count + count // 10, "copies": 0}
    manifest = {"format": 1, "whole": True, "shards": [], "counts": counts, "parts": parts}
    (root / "manifest.json").write_text(json.dumps(manifest, sort_keys=True, indent=1) + "\n", encoding="utf-8")
