"""What matters most of a corpus goes into events.yaml, where it is edited by hand like everything else."""

from __future__ import annotations

from pathlib import Path

from tests.collection import Collection, texts
from tests.commanding import by_itself
from timeline.archive import Archive
from timeline.recognize import read_words
from timeline.store import load


def titles(folder: Path) -> dict[str, str]:
    return {str(entry.id): entry.title for entry in load(folder / "events.yaml", read_words).entries}


def test_the_foremost_events_stand_in_the_file_and_edits_of_them_stay(tmp_path: Path) -> None:
    corpus = Collection(tmp_path)
    corpus.write(texts(30))
    out = by_itself(tmp_path, "build", "news", "--corpus", "corpus", "--workers", "1", "--top", "6").stdout
    assert "file      6 added, 0 updated" in out
    ranked = corpus.rows("events", "id, title, importance, kind")
    foremost = sorted((row for row in ranked if row[3] == "event"), key=lambda row: (-row[2], row[0]))[:6]
    assert titles(tmp_path) == {row[0]: row[1] for row in foremost}
    archive = Archive(tmp_path / "events.yaml")
    for record in archive.articles():
        text = archive.text(record.digest)
        assert text is not None
        assert all(text[finding.start : finding.end] == finding.phrase for finding in record.findings)
    file = tmp_path / "events.yaml"
    first, last = foremost[0], foremost[-1]
    block = next(block for block in file.read_text().split("\n\n") if f"id: {last[0]}" in block)
    file.write_text(file.read_text().replace(first[1], "As Ann has it", 1).replace(block, ""))
    out = by_itself(tmp_path, "build", "news", "--corpus", "corpus", "--workers", "1", "--top", "3").stdout
    assert "corpus: unchanged" in out
    assert "1 kept because edited" in out or "0 added, 0 updated" in out
    now = titles(tmp_path)
    assert now[first[0]] == "As Ann has it"
    assert set(now) == {row[0] for row in foremost[:5]}, "what stands there stays, and what was deleted stays deleted"
