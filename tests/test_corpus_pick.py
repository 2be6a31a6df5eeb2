"""Events of a corpus that a person picks by words and filters come to stand in events.yaml, with the sentences that tell them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection import Collection
from tests.commanding import here
from timeline.archive import Archive
from timeline.recognize import read_words
from timeline.store import load

TOLD = [
    "---\npublished: 2020-05-10\n---\nThe old ferry sank in Lund harbour on Friday.\n",
    "---\npublished: 2020-05-11\n---\nOn May 8 the old ferry sank in the harbour of Lund.\n",
    "---\npublished: 2020-06-10\n---\nThe new ferry was launched on June 2.\n\nThe brewery burned down on June 3.\n",
]


@pytest.fixture
def corpus(tmp_path: Path) -> Collection:
    made = Collection(tmp_path)
    made.write(TOLD)
    made.build()
    return made


def dates(folder: Path) -> list[str]:
    file = folder / "events.yaml"
    return [entry.date for entry in load(file, read_words).entries] if file.exists() else []


@pytest.mark.parametrize(
    ("asked", "found", "taken"),
    [
        (["ferry"], "found     2 events\n", ["2020-05-08", "2020-06-02"]),
        (["ferry -new"], "found     1 event\n", ["2020-05-08"]),
        (['"new ferry"'], "found     1 event\n", ["2020-06-02"]),
        (["--from", "June 2020"], "found     2 events\n", ["2020-06-02", "2020-06-03"]),
        (["ferry", "--to", "2020-05-31"], "found     1 event\n", ["2020-05-08"]),
        (["submarine"], "found     0 events\n", []),
    ],
)
def test_what_fits_stands_in_the_file(corpus: Collection, asked: list[str], found: str, taken: list[str]) -> None:
    out = here(corpus.folder, "pick", *asked, "--corpus", "corpus").stdout
    assert out.startswith(found)
    assert dates(corpus.folder) == taken
    assert not taken or "events.yaml: written" in out


def test_it_brings_the_sentences_and_the_articles_along(corpus: Collection) -> None:
    here(corpus.folder, "pick", "old ferry", "--corpus", "corpus")
    (entry,) = load(corpus.folder / "events.yaml", read_words).entries
    assert {source.phrase for source in entry.sources} == {"Friday", "May 8"}
    archive = Archive(corpus.folder / "events.yaml")
    assert {record.path for record in archive.articles()} == {source.article for source in entry.sources}
    assert all("ferry sank" in (archive.text(record.digest) or "") for record in archive.articles())


def test_of_more_than_the_limit_those_that_matter_most_are_taken_and_a_dry_run_writes_nothing(corpus: Collection) -> None:
    out = here(corpus.folder, "pick", "ferry", "--corpus", "corpus", "--limit", "1", "--dry-run").stdout
    assert out.startswith("found     2 events, of which the 1 that matter most are taken: --limit 2 takes all\n")
    assert "+  date: 2020-05-08" in out and "2020-06-02" not in out
    assert "events.yaml: would change" in out
    assert not (corpus.folder / "events.yaml").exists()


def test_what_was_edited_or_deleted_by_hand_stays_so(corpus: Collection) -> None:
    here(corpus.folder, "pick", "ferry", "--corpus", "corpus")
    file = corpus.folder / "events.yaml"
    kept, gone = (entry.title for entry in load(file, read_words).entries)
    head, *blocks = file.read_text(encoding="utf-8").split("\n\n")
    file.write_text("\n\n".join([head, *(each for each in blocks if gone not in each)]).replace(kept, "As Ann has it"))
    out = here(corpus.folder, "pick", "ferry", "--corpus", "corpus").stdout
    assert "1 left deleted" in out
    assert [entry.title for entry in load(file, read_words).entries] == ["As Ann has it"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ferry", "--corpus", "nowhere"], "nowhere: there is no corpus; make one with: timeline build PATH --corpus nowhere"),
        (["--corpus", "corpus"], "say which events to pick: words, or --person, --from …"),
        (["ferry", "--corpus", "corpus", "--from", "30 February 2020"], "30 February 2020"),
        (["ferry"], "--corpus"),
    ],
)
def test_wrong_use_is_told_in_a_line(corpus: Collection, args: list[str], said: str) -> None:
    done = here(corpus.folder, "pick", *args, code=2)
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (corpus.folder / "events.yaml").exists()
