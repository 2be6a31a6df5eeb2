"""A view of a corpus says what a view of a file with the same events does; curated entries take the places of theirs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pytest

from benchmarks.manyevents import lay
from dashboard.app import create_app
from dashboard.choices import choices
from dashboard.corpus import Curated
from dashboard.facets import ARTICLE, FACETS, LANES
from dashboard.filters import Filters
from dashboard.items import Collection, collect
from dashboard.listed import ordered
from dashboard.search import fold
from dashboard.sorts import SORTS
from dashboard.state import Window
from dashboard.told import Stock
from dashboard.view import View, view
from tests.collection import Collection as Made
from timeline.corpus.query import Corpus
from timeline.entries import Entry
from timeline.errors import UsageError

COUNT = 700
FIELDS = "id, date, title, kind, status, people, places, organizations, sources"
LOOKS: Mapping[str, Filters] = {
    "all": Filters(),
    "with reports": Filters(reports=True),
    "words": Filters("the bridge -brewery"),
    "accents": Filters("OSTERSUND"),
    "a phrase": Filters('"nell okafor opens"'),
    "people": Filters(facets={"person": ("Ada Holm", "Bo Ek")}),
    "two facets": Filters("witness", facets={"place": ("Lund",), "status": ("happened", "planned")}),
    "precision": Filters(facets={"precision": ("month", "span")}),
    "not reviewed": Filters(facets={"reviewed": ("no",)}),
    "reviewed": Filters(facets={"reviewed": ("yes",)}),
    "tags": Filters(facets={"tag": ("x",)}),
    "articles": Filters(articles=("news/2003.jsonl#22", "news/wire.jsonl#3")),
    "days": Filters(days=(12_000, 13_000)),
    "conflicts": Filters(conflicts=True),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus") / "made"
    lay(folder, COUNT)
    return folder


@pytest.fixture(scope="module")
def base(root: Path) -> Stock:
    return Stock(Corpus(root))


@pytest.fixture(scope="module")
def entries(root: Path) -> list[Entry]:
    rows = duckdb.sql(f"SELECT {FIELDS} FROM '{root}/events/*.parquet'").fetchall()
    found = [dict(zip(FIELDS.split(", "), row, strict=True)) for row in rows]
    kept = ("id", "article", "published", "sentence", "phrase", "date")
    return [
        Entry.model_validate({**row, "sources": [{key: one[key] for key in kept} for one in row["sources"]]}) for row in found
    ]


def told(seen: View) -> Any:
    lanes = {lane.key: (len(lane.drawn), len(lane.folded), lane.bins) for lane in seen.lanes}
    return sorted(item.key for item in seen.shown), lanes, (seen.outside, seen.filtered, seen.reports, seen.hidden, seen.dense)


@pytest.mark.parametrize("name", LOOKS)
@pytest.mark.parametrize("by", [lanes for lanes in LANES if lanes != ARTICLE])
def test_a_corpus_is_seen_as_a_file_with_its_events_would_be(base: Stock, entries: list[Entry], name: str, by: str) -> None:
    file, corpus = collect(entries), Curated(base, Collection())
    for window in (None, Window(12_000, 12_400), Window(10_900, 18_300)):
        assert told(view(corpus, LOOKS[name], window, 900, by)) == told(view(file, LOOKS[name], window, 900, by))


def test_the_lists_have_the_same_values_and_counts(base: Stock, entries: list[Entry]) -> None:
    file, corpus = collect(entries), Curated(base, Collection())
    for name in FACETS:
        assert dict(corpus.counts[name]) == dict(file.counts[name])
        assert choices(corpus, name, ["Ada Holm"], "ada") == choices(file, name, ["Ada Holm"], "ada")
    assert dict(corpus.counts[ARTICLE]) == dict(file.counts[ARTICLE])
    assert set(corpus.titles) == set(file.titles)
    assert "part 7" in corpus.titles["news/2001.jsonl#7"]


@pytest.mark.parametrize("sort", SORTS)
def test_every_order_of_the_list_is_that_of_a_file(base: Stock, entries: list[Entry], sort: str) -> None:
    made = [
        ordered(view(events, Filters(), Window(10_900, 18_300), 900).shown, sort)
        for events in (Curated(base, Collection()), collect(entries))
    ]
    keys = [
        [
            (item.extent if sort in ("date", "latest") else item.entry.title.lower() if sort == "title" else item.tellers)
            for item in each
        ]
        for each in made
    ]
    if sort in ("date", "latest", "title"):
        assert keys[0] == keys[1]
    else:
        assert len(made[0]) == len(made[1])


def test_curated_entries_take_the_place_of_theirs(base: Stock, entries: list[Entry]) -> None:
    first, second, third = entries[0], entries[1], entries[10]
    mine = [
        first.model_copy(update={"title": "As Ann has it", "reviewed": True}),
        second.model_copy(update={"hidden": True}),
        Entry.model_validate({**third.model_dump(), "id": "other-id", "title": "Known by a source"}),
        Entry.model_validate({"date": "2004-05-09", "title": "Typed by hand", "people": ["Nobody Else"]}),
    ]
    corpus = Curated(base, collect(mine))
    seen = view(corpus, Filters(reports=True), Window(10_900, 18_300), 900)
    titles = [item.entry.title for item in seen.shown]
    assert seen.total == COUNT + 1
    assert seen.hidden == 1
    assert {"As Ann has it", "Known by a source", "Typed by hand"} <= set(titles)
    assert [item.extent for item in seen.shown] == sorted(item.extent for item in seen.shown)
    for key in (first.id, third.id, "other-id"):
        found = corpus.find(key)
        assert found is not None
        assert found.entry.title in ("As Ann has it", "Known by a source")
    for place in range(0, COUNT, 50):
        assert corpus.place(corpus.items[place].key) == place
    assert [item.entry.title for item in view(corpus, Filters("ann", reports=True), None, 900).shown] == ["As Ann has it"]
    assert view(corpus, Filters(facets={"person": ("Nobody Else",)}), None, 900, "person").lanes[0].title == "Nobody Else"
    assert len(view(corpus, Filters(facets={"reviewed": ("yes",)}, reports=True), None, 900).shown) == 1
    assert corpus.counts["person"]["Nobody Else"] == 1
    assert len({*corpus.columns.rank.tolist()}) == COUNT + 1
    for sort in SORTS:
        assert len(ordered(seen.shown, sort)) == len(seen.shown)


def test_an_event_that_is_opened_has_its_sources(base: Stock, entries: list[Entry]) -> None:
    corpus = Curated(base, Collection())
    for entry in entries[:3]:
        found = corpus.find(entry.id)
        assert found is not None
        assert found.entry.sources == entry.sources
        _, finding, text = base.source(entry.sources[0].id, entry.sources[0].article) or (None, None, "")
        assert finding is not None
        assert text[finding.start : finding.end] == entry.sources[0].phrase
    assert corpus.find("nothing") is None
    assert [item.key for item in corpus.whole(np.arange(COUNT))] == [item.key for item in corpus.items]


@pytest.mark.parametrize("text", ["Málmø  STRASSE\nŁódź", "Ærø’s “œuvre”", "plain", "A\u00a0b\tc", " İstanbul ", "Þór"])
def test_texts_are_folded_as_the_page_folds_them(base: Stock, text: str) -> None:
    assert base.corpus.folded(text) == fold(text)


def test_what_is_no_corpus_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no corpus"):
        Corpus(tmp_path / "nowhere")
    lay(tmp_path / "cut", 10)
    manifest = tmp_path / "cut" / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"whole": true', '"whole": false'))
    with pytest.raises(UsageError, match="was cut off"):
        Corpus(tmp_path / "cut")


def test_a_corpus_that_names_nobody_is_shown(tmp_path: Path) -> None:
    made = Made(tmp_path)
    made.write(["---\npublished: 2020-05-10\n---\nIt rained on Friday.\n"])
    made.build()
    assert [len(names) for (names,) in made.rows("events", "organizations")] == [0]
    client = create_app(tmp_path / "events.yaml", corpus=made.root).server.test_client()
    assert [client.get(path).status_code for path in ("/_dash-layout", "/first.svg")] == [200, 200]
