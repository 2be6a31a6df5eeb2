"""A corpus tells what an ordinary build tells, however it was built: in pieces, by several, cut off and gone on with."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import pytest

from tests import ROOT
from tests.collection import Collection, ordinary, texts
from tests.commanding import Done, by_itself, here
from timeline.corpus.build import Ways
from timeline.corpus.cut import _ends
from timeline.corpus.engine import Failure, Here


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    found = Collection(tmp_path)
    found.write(texts(60))
    return found


def write(collection: Collection, name: str, text: str) -> None:
    (collection.folder / "news" / name).write_text(text, encoding="utf-8")


def ends_of_shards(count: int) -> list[str]:
    """Names behind which a shard ends, though the file is small."""
    names = (f"{number:05}.txt" for number in range(100_000))
    return list(islice((name for name in names if _ends(f"news/{name}", [0])), count))


def build(collection: Collection, *args: str) -> Done:
    return by_itself(collection.folder, "build", *args)


def test_it_tells_what_an_ordinary_build_of_the_sample_tells(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "news")
    corpus = Collection(tmp_path)
    corpus.build()
    assert corpus.events() == ordinary(tmp_path)


@pytest.mark.parametrize(("rows", "files"), [(10_000, 64), (15, 64), (15, 8)], ids=["at once", "in pieces", "of many parts"])
def test_joining_in_pieces_is_joining_at_once(collection: Collection, rows: int, files: int) -> None:
    for name, text in zip(ends_of_shards(12), texts(12, seed=4), strict=True):
        write(collection, name, text)
    built = collection.build(ways=Ways(rows=rows, files=files))
    assert built.shards == 13
    expected = ordinary(collection.folder)
    assert sum(len(event[-1]) > 1 for event in expected) > 10, "the articles have to tell the same stories"
    assert sum(bool(event[-2]) for event in expected) > 5, "and reports of them"
    assert collection.events() == expected
    assert built.counts["events"] == len(expected)


def test_the_account_adds_up_and_names_what_is_not_read(collection: Collection) -> None:
    (collection.folder / "news" / "photo.jpg").write_bytes(b"\xff\xd8")
    out = build(collection, "news", "--corpus", "corpus", "--workers", "1").stdout
    counts = json.loads((collection.root / "manifest.json").read_text())["counts"]
    assert counts["found"] == 61 == counts["read"] + counts["skipped"]
    assert f"articles  61 found = {counts['read']} read + {counts['skipped']} skipped" in out
    assert "skipped     news/photo.jpg: no reader for '.jpg' files" in out
    assert "the same text as news/" in out
    assert "corpus: written" in out
    skipped = dict(collection.rows("articles", "path, skipped"))
    assert skipped["news/photo.jpg"] == "no reader for '.jpg' files"
    assert len(skipped) == 61


def test_an_article_that_comes_or_changes_is_read_and_the_others_are_not(collection: Collection) -> None:
    names = ends_of_shards(4)
    for number, name in enumerate(names):
        write(collection, name, f"---\npublished: 2020-05-0{number + 1}\n---\nThe ferry no. {number} sank on Friday.\n")
    collection.build()
    before = collection.state()
    write(collection, names[2], "---\npublished: 2020-05-04\n---\nNo ferry sank. It burned on Monday.\n")
    built = collection.build()
    after = collection.state()
    assert (built.new, built.shards) == (1, len(names) + 1)
    assert sum(path in after and after[path] == when for path, when in before.items()) == len(before) - 2
    assert any("It burns" in event[2] for event in collection.events())
    again = Collection(collection.folder / "again")
    shutil.copytree(collection.folder / "news", again.folder / "news")
    again.build()
    assert again.digest() == collection.digest(), "a corpus does not tell how it came to be"


def test_what_is_built_already_is_left_alone(collection: Collection) -> None:
    collection.build()
    before = collection.state(), (collection.root / "manifest.json").stat().st_mtime_ns
    built = collection.build()
    assert not built.changed
    assert (collection.state(), (collection.root / "manifest.json").stat().st_mtime_ns) == before


S = TypeVar("S")
R = TypeVar("R")


class Stops(Here):
    """An engine that breaks off after some shards, as a kill does: nothing is tidied up."""

    def __init__(self, after: int) -> None:
        self.after = after

    def run(self, function: Callable[[S], R], shards: Iterable[S], seconds: float = 0) -> Iterator[tuple[S, R | Failure]]:
        for number, result in enumerate(super().run(function, shards, seconds)):
            if number >= self.after:
                raise KeyboardInterrupt
            yield result


def test_a_build_that_is_cut_off_goes_on_and_ends_the_same(collection: Collection) -> None:
    lines = [json.dumps({"date": "2020-05-10", "text": f"Ship {n} sank on Friday.", "x": "x" * 3000}) for n in range(700)]
    (collection.folder / "news" / "dump.jsonl").write_text("\n".join(lines))
    with pytest.raises(KeyboardInterrupt):
        collection.build(engine=Stops(2))
    kept = collection.state()
    assert len(kept) == 4
    built = collection.build()
    assert built.new == built.shards - 2
    assert {path: when for path, when in collection.state().items() if path in kept} == kept
    whole = Collection(collection.folder / "whole")
    shutil.copytree(collection.folder / "news", whole.folder / "news")
    whole.build()
    assert whole.digest() == collection.digest()


def test_what_a_process_knows_of_one_corpus_is_not_taken_for_the_next(tmp_path: Path) -> None:
    corpus = Collection(tmp_path)
    for often, seldom in (("Kim Yo-jong", "Kim Yo Jong"), ("Kim Yo Jong", "Kim Yo-jong")):
        told = [f"---\npublished: 2020-05-10\n---\n{often} opened hall {n} in Lund on Friday.\n" for n in range(2)]
        corpus.write([*told, f"---\npublished: 2020-05-10\n---\n{seldom} closed a pier in Lund on Monday.\n"])
        corpus.build()
        assert {name for (names,) in corpus.rows("events", "people") for name in names} == {often}


def test_other_settings_read_anew(collection: Collection) -> None:
    collection.build()
    (collection.folder / "news" / "articles.yaml").write_text('- {file: "0001.txt", title: The first}\n')
    assert collection.build().new == 1, "articles.yaml speaks of one article"
    assert ("The first",) in collection.rows("articles", "title")
    assert collection.build(undated=True).new == collection.build(undated=True).shards


def test_faults_are_told_in_a_line_with_their_mend(collection: Collection) -> None:
    def said(*args: str) -> str:
        return here(collection.folder, "build", *args, code=2).stderr

    (collection.folder / "case").mkdir()
    (collection.folder / "case" / "letter.txt").write_text("Dear Ada")
    assert "case: this folder holds other files, and no corpus" in said("news", "--corpus", "case")
    assert "nowhere: there is no such file or folder" in said("nowhere", "--corpus", "c")
    assert "--workers, --cluster, --retry and --top are for a corpus" in said("news", "--workers", "2")
    collection.build()
    manifest = collection.root / "manifest.json"
    manifest.write_text(manifest.read_text()[:-20])
    assert "corpus/manifest.json:" in said("news", "--corpus", "corpus")
    manifest.unlink()
    assert collection.build().new == 0, "what is read already is not read anew"
