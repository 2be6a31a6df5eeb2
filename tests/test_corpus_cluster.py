"""The shards of a corpus on a Dask cluster: real schedulers, real workers, and what goes wrong with them is told in a line.

What comes of it when workers are killed is in tests/soak/cluster.py.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT
from tests.cluster import Running, cluster, commands, free_port
from tests.collection import Collection, digest, texts
from tests.commanding import begun, by_itself, here
from tests.test_corpus_poison import GOOD, brittle
from timeline.corpus.build import Ways
from timeline.corpus.cluster import Cluster
from timeline.corpus.cut import Shard
from timeline.corpus.shard import Part, read_shard

BUILD = ("build", "dump.jsonl", "--corpus", "corpus", "--cluster")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with cluster(tmp_path_factory.mktemp("cluster"), workers=1) as found:
        yield found


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """Small files, a dump, an articles.yaml, and what cannot be read."""
    found = Collection(tmp_path)
    found.write(texts(12))
    news = tmp_path / "news"
    lines = [json.dumps({"date": "2020-05-10", "text": f"Ship {n} sank on Friday.", "x": "x" * 9000}) for n in range(120)]
    (news / "dump.jsonl").write_text("\n".join(lines))
    (news / "articles.yaml").write_text("- {file: 0/0003.txt, title: The third}\n- {file: dump.jsonl, record: 7, skip: true}\n")
    os.mkfifo(news / "pipe.txt")
    return found


def test_the_commands_of_the_readme_are_those_that_are_tested() -> None:
    assert [line.split()[:2] for line in commands()] == [["dask", "scheduler"], ["dask", "worker"], ["timeline", "build"]]


def test_workers_that_see_no_file_of_the_builder_tell_the_same(collection: Collection, running: Running) -> None:
    """/proc/self/cwd is another folder for a worker: it finds nothing there."""
    hidden = "/proc/self/cwd"
    paths = f"{hidden}/news", "--events", f"{hidden}/events.yaml", "--corpus", f"{hidden}/far"
    said = by_itself(collection.folder, "build", *paths, "--cluster", running.address).stderr
    assert f"the workers do not all see {hidden}/far: what follows the reading is done by this machine alone" in said
    by_itself(collection.folder, "build", "news", "--corpus", "corpus", "--workers", "1")
    assert collection.digest() == digest(collection.folder / "far")
    told = dict(collection.rows("articles", "path, title || skipped"))
    assert told["news/0/0003.txt"] == "The third"
    assert told["news/dump.jsonl#7"] == "articles.yaml says 'skip: true'"
    assert told["news/pipe.txt"] == "cannot be read: not a regular file" or "regular file" in told["news/pipe.txt"]


def test_an_article_that_breaks_its_process_is_put_aside_as_at_home(tmp_path: Path, running: Running) -> None:
    corpus = Collection(tmp_path)
    corpus.write([GOOD.format(1), "It BREAKS.", GOOD.format(2), "It RAISES.", "It FILLS.", GOOD.format(3)])
    said: list[str] = []
    with Cluster(running.address, said.append, memory=2_000) as engine:
        built = corpus.build(engine=engine, ways=Ways(read=brittle))
    assert (built.counts["read"], built.counts["quarantined"]) == (3, 3)
    assert {why for (why,) in corpus.rows("articles", "skipped")} == {
        "",
        "put aside: the process that read it ended with code 3",
        "put aside: ValueError: no such thing",
        "put aside: it needs more than 2,000 MB of memory",
    }
    assert [line for line in said if "workers are there" not in line and "waiting" not in line] == []


def fatal(shard: Shard) -> Part:
    """Reads a shard as it is read, but for a text that takes the worker with it."""
    if any(b"KILLS" in (piece.content or b"") for piece in shard.pieces):
        server = parent_of(os.getpid())
        os.kill(parent_of(server), signal.SIGKILL)
        signal.pause()
    return read_shard(shard)


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def test_an_article_that_kills_every_worker_is_put_aside_and_those_beside_it_are_read(tmp_path: Path) -> None:
    corpus = Collection(tmp_path)
    corpus.write([GOOD.format(1), "It KILLS.", GOOD.format(2)])
    with cluster(tmp_path, 1, DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES="0") as found, Cluster(found.address) as engine:
        built = corpus.build(engine=engine, ways=Ways(read=fatal))
    assert dict(corpus.rows("articles", "path, skipped")) == {
        "news/0/0000.txt": "",
        "news/2/0002.txt": "",
        "news/1/0001.txt": "put aside: every worker that it was given to was lost",
    }
    assert built.counts["quarantined"] == 1


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("tcp://127.0.0.1:{free}", "--cluster tcp://127.0.0.1:{free}: no Dask scheduler answers there"),
        ("127.0.0.1", "--cluster 127.0.0.1: that is no address of a scheduler; write it as tcp://HOST:8786"),
        ("tcp://127.0.0.1:99999", "that is no address of a scheduler"),
    ],
)
def test_an_address_without_a_scheduler_is_told(tmp_path: Path, address: str, said: str) -> None:
    Collection(tmp_path).write([GOOD.format(1)])
    free = free_port()
    done = here(tmp_path, "build", "news", "--corpus", "corpus", "--cluster", address.format(free=free), code=2)
    assert said.format(free=free) in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_workers_and_a_cluster_are_one_too_many(tmp_path: Path) -> None:
    said = here(tmp_path, "build", "news", "--corpus", "c", "--workers", "2", "--cluster", "head:8786", code=2).stderr
    assert "a cluster has its own: leave one of them out" in said


@pytest.fixture
def other_code(tmp_path: Path) -> Path:
    """A copy of the code that is another version."""
    shutil.copytree(ROOT / "timeline", tmp_path / "code" / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "code" / "timeline" / "errors.py").open("a", encoding="utf-8") as stream:
        stream.write("# another version\n")
    return tmp_path / "code"


def test_a_scheduler_of_another_version_is_told_before_anything_is_read(tmp_path: Path, other_code: Path) -> None:
    corpus = Collection(tmp_path)
    corpus.write([GOOD.format(1)])
    with cluster(tmp_path, workers=0, PYTHONPATH=str(other_code)) as found:
        said = by_itself(tmp_path, "build", "news", "--corpus", "corpus", "--cluster", found.address, code=2).stderr
    assert f"{found.address}: the scheduler runs another version of article-timeline: install what" in said
    assert not corpus.state()


def test_builds_wait_for_workers_of_their_version_and_go_on_where_a_scheduler_went(tmp_path: Path, other_code: Path) -> None:
    corpus = Collection(tmp_path)
    lines = [json.dumps({"date": "2020-05-10", "text": f"Ship {n} sank on Friday.", "x": "x" * 27_000}) for n in range(200)]
    (tmp_path / "dump.jsonl").write_text("\n".join(lines))
    with cluster(tmp_path, workers=0) as found:
        build = begun(tmp_path, *BUILD, found.address)
        waits = f"waiting for workers of {found.address}; start one with: dask worker {found.address} --nthreads 1\n"
        assert build.stderr is not None and build.stderr.readline() == waits
        stranger = found.start_worker(other_code)
        assert build.stderr.readline() == "workers are there\n"
        assert f"{found.address}: a worker runs another version of article-timeline: install what" in build.communicate()[1]
        assert build.returncode == 2 and not corpus.state()
        found.kill_for_good(stranger)
        found.start_worker()
        build = begun(tmp_path, *BUILD, found.address)
        assert build.stderr is not None and any(line.startswith("reading") for line in build.stderr)
        found.end()
        said = build.communicate()[1]
    assert build.returncode == 2
    assert f"{found.address}: the scheduler is gone; start it anew, and the same command goes on from here" in said
    assert "Traceback" not in said
    built = corpus.build("dump.jsonl")
    assert 0 < built.new < built.shards
