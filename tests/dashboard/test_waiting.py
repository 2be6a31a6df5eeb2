"""A large file takes a while to be read: the page says so at once, and shows the timeline when it is."""

from __future__ import annotations

from pathlib import Path

from dashboard import waiting
from dashboard.app import create_app
from tests.dashboard import saltmere


def test_the_page_tells_at_once_that_a_large_file_is_read_and_then_shows_it(tmp_path: Path) -> None:
    path = saltmere.build(tmp_path)
    entries = "".join(f"- {{date: 2020-05-09, title: Tide {number}}}\n" for number in range(12_000))
    path.write_text(path.read_text(encoding="utf-8") + entries + "# much\n" * (waiting.LARGE // 6), encoding="utf-8")
    client = create_app(path, read_only=True).server.test_client()
    told = client.get("/?q=ferry").get_data(as_text=True)
    assert "Reading events.yaml …" in told
    assert "MB of events are being read" in told
    assert '<meta http-equiv="refresh" content="1">' in told  # the same address, so the look is kept
    assert client.get("/stamp").status_code == 200  # all else is answered meanwhile
    while "Reading" in told:
        told = client.get("/?q=ferry").get_data(as_text=True)
    assert "react-entry-point" in told


def test_a_small_file_is_shown_without_a_word(tmp_path: Path) -> None:
    told = create_app(saltmere.build(tmp_path)).server.test_client().get("/").get_data(as_text=True)
    assert "react-entry-point" in told
    assert "Reading" not in told


def test_another_page_cannot_make_the_server_answer_while_it_reads(tmp_path: Path) -> None:
    client = create_app(saltmere.build(tmp_path)).server.test_client()
    assert client.get("/", headers={"Host": "attacker.example"}).status_code == 400
