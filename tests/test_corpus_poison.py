"""What ends, hangs or fills a process takes nothing with it: it is tried alone, put aside and named. Real processes."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path

import pytest

from tests.collection import Collection
from tests.commanding import begun
from timeline.corpus.build import Ways
from timeline.corpus.cut import Shard
from timeline.corpus.engine import Failure, Processes
from timeline.corpus.shard import Part, read_shard

GOOD = "---\npublished: 2020-05-0{0}\n---\nThe ferry no. {0} sank on Friday.\n"


def brittle(shard: Shard) -> Part:
    """Reads a shard as it is read, but for texts that stand for what breaks a reader, its libraries or the machine."""
    for piece in shard.pieces:
        text = b"".join(piece.records) or piece.file.read_bytes()
        if b"BREAKS" in text:
            os._exit(3)
        if b"HANGS" in text:
            time.sleep(1000)
        if b"FILLS" in text:
            _ = [bytes(10_000_000) for _ in range(1000)]
        if b"RAISES" in text:
            raise ValueError("no such thing")
    return read_shard(shard)


def test_an_article_that_breaks_its_process_is_put_aside_and_the_others_are_read(tmp_path: Path) -> None:
    corpus = Collection(tmp_path)
    corpus.write([GOOD.format(1), "It BREAKS.", GOOD.format(2), "It RAISES.", "It FILLS.", GOOD.format(3), "It HANGS."])
    with Processes(2, memory=2_000) as engine:
        built = corpus.build(engine=engine, ways=Ways(read=brittle, patience=6))
    assert built.counts["read"] == 3
    assert built.counts["quarantined"] == 4
    assert dict(corpus.rows("articles", "path, skipped")) == {
        "news/0/0000.txt": "",
        "news/2/0002.txt": "",
        "news/2/0005.txt": "",
        "news/1/0001.txt": "put aside: the process that read it ended with code 3",
        "news/0/0003.txt": "put aside: ValueError: no such thing",
        "news/1/0004.txt": "put aside: it needs more than 2,000 MB of memory",
        "news/0/0006.txt": "put aside: it takes longer than 12 seconds",
    }
    assert len(corpus.events()) == 3
    assert corpus.build().new == 0, "what was put aside is not tried at every build"
    assert corpus.build(ways=Ways(retry=True)).counts["read"] == 7, "but when it is asked for"


def test_one_record_of_a_dump_is_put_aside_by_its_line(tmp_path: Path) -> None:
    lines = [json.dumps({"date": "2020-05-10", "text": f"Ship {n} sank on Friday.", "x": "x" * 9000}) for n in range(130)]
    lines[120] = json.dumps({"date": "2020-05-10", "text": "It BREAKS."})
    (tmp_path / "dump.jsonl").write_text("\n".join(lines))
    corpus = Collection(tmp_path)
    with Processes(1) as engine:
        built = corpus.build("dump.jsonl", engine=engine, ways=Ways(read=brittle))
    assert built.counts["read"] == 129
    said = "put aside: the process that read it ended with code 3"
    assert dict(corpus.rows("articles", "path, skipped"))["dump.jsonl#121"] == said


def twice(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def test_an_engine_goes_on_without_a_process_that_is_killed() -> None:
    with Processes(2) as engine:
        found = dict(engine.run(twice, range(6)))
        said = "the process that read it was ended by SIGKILL: perhaps the machine had no memory left"
        assert found.pop(3) == Failure(said)
        assert found == {0: 0, 1: 2, 2: 4, 4: 8, 5: 10}
        assert dict(engine.run(twice, [7])) == {7: 14}


def process_of(_: int) -> int:
    return os.getpid()


def test_other_work_is_begun_by_new_processes(tmp_path: Path) -> None:
    with Processes(1) as engine:
        of_reading = {pid for _, pid in engine.run(process_of, [1, 2])}
        of_steps = {pid for _, pid in engine.beside(tmp_path).run(process_of, [1, 2])}
    assert len(of_reading) == len(of_steps) == 1, "which do several shards each"
    assert of_reading != of_steps, "what was read does not stay in the memory"


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_a_build_that_is_killed_goes_on_where_it_stopped(tmp_path: Path, sign: signal.Signals) -> None:
    lines = [json.dumps({"date": "2020-05-10", "text": f"Ship {n} sank on Friday.", "x": "x" * 9000}) for n in range(600)]
    (tmp_path / "dump.jsonl").write_text("\n".join(lines))
    corpus = Collection(tmp_path)
    process = begun(tmp_path, "build", "dump.jsonl", "--corpus", "corpus", "--workers", "1", hears=True)
    assert process.stderr is not None
    assert process.stderr.readline().startswith("reading")  # the first shard has been read
    process.send_signal(sign)
    said = process.communicate()[1]
    assert "Traceback" not in said
    if sign == signal.SIGINT:
        assert process.returncode == 130
        assert "stopped; the same command goes on from here" in said
    built = corpus.build("dump.jsonl")
    assert 0 < built.new < built.shards
    whole = Collection(tmp_path / "whole")
    whole.folder.mkdir()
    (whole.folder / "dump.jsonl").write_text("\n".join(lines))
    whole.build("dump.jsonl")
    assert whole.digest() == corpus.digest()
