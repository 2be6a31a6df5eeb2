"""The command: what it prints, its exit codes, and never a traceback; as a process of its own, too."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commanding import Command, Done, by_itself, here

ARTICLE = """The ferry is gone

Published: 10 May 2020

The old ferry sank on Saturday in the harbour of Lund, and its crew swam to the shore.

It had been built in 1951. A new one will be launched in late June, said Ada Holm, the mayor.
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "ferry.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("run", [here, by_itself])
def test_build_prints_the_account_and_writes_the_file(case: Path, run: Command) -> None:
    (case / "data" / "photo.jpg").write_bytes(b"\xff\xd8")
    (case / "data" / "undated.txt").write_text("Undated\n\nThe pier burned down on Tuesday.\n")
    out = run(case, "build").stdout
    assert "articles  3 found = 2 read + 1 skipped" in out
    assert "data/photo.jpg: no reader for '.jpg' files" in out
    assert "phrases   5 found = 3 in events + 1 unresolved + 1 no events" in out
    assert "data/undated.txt: “Tuesday” — the article does not say when it was published" in out
    assert "file      3 added, 0 updated, 0 kept because edited, 0 left deleted" in out
    assert (case / "events.yaml").exists()
    assert "events.yaml: unchanged" in run(case, "build").stdout


def test_build_and_export_and_check_in_a_folder_of_ones_own(case: Path) -> None:
    here(case, "build", "data/ferry.txt", "--events", "mine.yaml")
    assert "mine.yaml: 3 events, no fault" in here(case, "check", "mine.yaml").stdout
    here(case, "export", "out.csv", "--events", "mine.yaml")
    rows = list(csv.DictReader(io.StringIO((case / "out.csv").read_text(encoding="utf-8"))))
    assert [row["date"] for row in rows] == ["1951", "2020-05-09", "2020-06-21..2020-06-30"]
    assert here(case, "export", "-", "--events", "mine.yaml").stdout.splitlines() == (case / "out.csv").read_text().splitlines()


def test_published_is_only_the_last_resort(case: Path) -> None:
    (case / "data" / "undated.txt").write_text("Undated\n\nThe pier burned down on Tuesday.\n")
    here(case, "build", "--published", "2020-05-20")
    text = (case / "events.yaml").read_text(encoding="utf-8")
    assert "date: 2020-05-19" in text
    assert "date: 2020-05-09" in text


def test_edits_of_a_person_survive(case: Path) -> None:
    here(case, "build")
    file = case / "events.yaml"
    edited = file.read_text(encoding="utf-8").replace("title: The ferry is gone", "title: The Vega sinks  # says Ann")
    file.write_text(edited + "\n- date: late January 2020\n  title: The Vega is painted\n", encoding="utf-8")
    assert "1 kept because edited" in here(case, "build").stdout
    assert file.read_text(encoding="utf-8") == edited + "\n- date: late January 2020\n  title: The Vega is painted\n"


@pytest.mark.parametrize("run", [here, by_itself])
def test_tag_streams_json_lines(case: Path, run: Command) -> None:
    lines = [
        {"id": "a", "published": "2020-05-10", "text": "It sank on Saturday."},
        {"id": 2, "published": None, "text": "It sank in 1951."},
    ]
    out = run(case, "tag", given="\n".join(json.dumps(line) for line in lines)).stdout
    first, second = (json.loads(line) for line in out.splitlines())
    assert first == {
        "id": "a",
        "expressions": [
            {
                "start": 11,
                "end": 19,
                "text": "Saturday",
                "type": "DATE",
                "value": "2020-05-09",
                "mod": None,
                "earliest": "2020-05-09",
                "latest": "2020-05-09",
                "rule": "weekday",
            }
        ],
    }
    assert [e["value"] for e in second["expressions"]] == ["1951"]


def test_tag_marks_both_dates_of_a_range(case: Path) -> None:
    record = {"id": 1, "published": "2020-05-10", "text": "It ran from March 3 to March 9."}
    (found,) = (json.loads(line) for line in here(case, "tag", given=json.dumps(record)).stdout.splitlines())
    assert [(e["text"], e["value"]) for e in found["expressions"]] == [("March 3", "2020-03-03"), ("March 9", "2020-03-09")]


def test_explain(case: Path) -> None:
    out = here(case, "explain", "late January", "--published", "2020-05-08").stdout
    assert "PartOf(END, Dated(month=1))" in out
    assert "2020-01-21..2020-01-31" in out


def test_explain_in_a_sentence(case: Path) -> None:
    out = here(
        case, "explain", "Sunday", "--published", "2020-05-10", "--in", "The agency reported on Sunday that he left."
    ).stdout
    lines = dict(line.split(maxsplit=1) for line in out.replace("not taken", "not_taken").splitlines())
    assert lines["lean"] == "past, by “reported”"
    assert lines["anchor"] == "the day of publication, Sunday 10 May 2020"
    assert lines["date"].startswith("2020-05-10 ")
    assert lines["not_taken"] == "2020-05-17, if the clause looked ahead"


@pytest.mark.parametrize(
    ("phrase", "why"),
    [
        ("3 p.m.", "Sunday 10 May 2020, 15:00: the day of publication (Sunday 10 May 2020)"),
        ("midnight", "Sunday 10 May 2020: midnight ends that day — the day of publication (Sunday 10 May 2020)"),
    ],
)
def test_explain_says_of_which_day_an_hour_is(case: Path, phrase: str, why: str) -> None:
    assert why in here(case, "explain", phrase, "--published", "2020-05-10").stdout
    out = here(
        case, "explain", phrase, "--published", "2020-05-10", "--in", f"They met on 5 May 2020 until {phrase} as told."
    ).stdout
    assert "Tuesday 5 May 2020" in out and "the day told last" in out


def test_tag_tells_why(case: Path) -> None:
    record = {"id": 1, "published": "2020-05-10", "text": "He fled on March 3. Two days later he was caught."}
    (found,) = (json.loads(line) for line in here(case, "tag", "--why", given=json.dumps(record)).stdout.splitlines())
    why = found["expressions"][1]["why"]
    assert why["told"] == {"start": 11, "end": 18, "text": "March 3"}
    assert found["expressions"][1]["earliest"] == "2020-03-05"
    assert found["expressions"][0]["why"]["not_taken"] == [{"date": "2021-03-03", "when": "if the clause looked ahead"}]


def test_export_of_what_matters_most(case: Path) -> None:
    here(case, "build")
    done = here(case, "export", "-", "--top", "1")
    assert [row["title"] for row in csv.DictReader(io.StringIO(done.stdout))] == ["The ferry is gone"]
    assert "that matter less" in done.stderr
    assert "\n  ics         .ics " in here(case, "export", "--help").stdout


def test_every_command_has_its_help(case: Path) -> None:
    for command in ("build", "serve", "export", "tag", "explain", "check"):
        assert here(case, command, "--help").stdout.startswith(f"Usage: timeline {command}")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["biuld"], "No such command 'biuld'"),
        (["build", "nowhere"], "nowhere: there is no such file or folder"),
        (["build", "--published", "last week"], "not read as a date"),
        (["build", "--published", "2020-05"], "not one day"),
        (["export", "out.pdf", "--events", "e.yaml"], "e.yaml: there is no such file"),
        (["serve"], "make one with: timeline build"),
        (["check"], "events.yaml: there is no such file"),
        (["explain", "May", "--published", "2020-02-30"], "February 2020 has 29 days"),
        (["tag", "nowhere.jsonl"], "nowhere.jsonl"),
        (["build", "--colour"], "No such option"),
        (["serve", "--port", "99999"], "99999"),
        (["build", "--events", "nowhere/events.yaml"], "there is no folder nowhere"),
    ],
)
def test_wrong_use_is_one_line_and_code_2(tmp_path: Path, args: list[str], says: str) -> None:
    is_one_line(here(tmp_path, *args, code=2), says)


def test_wrong_use_is_one_line_of_a_process(tmp_path: Path) -> None:
    is_one_line(by_itself(tmp_path, "build", "nowhere", code=2), "nowhere: there is no such file or folder")


def is_one_line(done: Done, says: str) -> None:
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    "given", ["{", "[1]", '{"id": 1}', '{"id": 1, "text": "x", "published": "2020-02-30"}', '{"text": "x", "published": 5}']
)
def test_bad_lines_name_their_place(tmp_path: Path, given: str) -> None:
    done = here(tmp_path, "tag", given='{"id": 0, "text": "on Monday"}\n' + given, code=2)
    assert done.stderr.startswith("timeline: standard input:2")
    assert len(done.stdout.splitlines()) == 1  # what came before is there


def test_a_broken_file_stops_the_build_and_is_left_as_it_is(case: Path) -> None:
    broken = "- date: 2020-02-30\n  title: Never\n- titel: Oops\n"
    (case / "events.yaml").write_text(broken)
    done = here(case, "build", code=2)
    assert "events.yaml:1:9: '2020-02-30' does not exist: February 2020 has 29 days" in done.stderr
    assert (case / "events.yaml").read_text() == broken
    faults = here(case, "check", code=1).stderr.splitlines()
    assert faults[1].startswith("events.yaml:3:3: unknown key 'titel': did you mean 'title'?")


def test_check_warns_of_a_title_that_a_number_sign_cut_and_strict_refuses_it(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("- date: 2020\n  title: Bus #12 crashes\n  note: fine  # a comment\n")
    said = "events.yaml:2:10: warning: 'Bus' ends where '#12 crashes' begins: put the whole text in quotes"
    assert said in here(tmp_path, "check").stderr
    assert said in here(tmp_path, "check", "--strict", code=1).stderr


def test_check_lists_what_sources_contradict_until_it_is_settled(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    sources = "    - article: a.txt\n    - {article: b.txt, date: 2020-04-09}\n"
    entry = f"- date: 2020-04-08\n  title: The lockdown ends\n  sources:\n{sources}"
    path.write_text(entry)
    said = "events.yaml:1:9: warning: conflict: “The lockdown ends”: 2020-04-08 (a.txt) or 2020-04-09 (b.txt)"
    assert said in here(tmp_path, "check").stderr
    path.write_text(entry + "  pinned: date\n")
    assert here(tmp_path, "check", "--strict").stderr == ""


def test_the_hook_of_git_refuses_a_file_that_is_not_sound(tmp_path: Path) -> None:
    hook = Path(__file__).parent.parent / "hooks" / "pre-commit"
    git = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    subprocess.run([*git, "init", "-q"], check=True)
    (tmp_path / ".git" / "hooks" / "pre-commit").symlink_to(hook)
    path = tmp_path / "events.yaml"
    env = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
    for text, refused in (("- {date: 2020, title: x}\n", False), ("- {date: 2020-02-30, title: x}\n", True)):
        path.write_text(text)
        subprocess.run([*git, "add", "events.yaml"], check=True)
        done = subprocess.run([*git, "commit", "-qm", "x"], capture_output=True, text=True, env=env, check=False)
        assert bool(done.returncode) == refused, done.stderr
        assert ("February 2020 has 29 days" in done.stderr) == refused


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk here is always full")
@pytest.mark.parametrize("command", [["export", "-"], ["export", "full.csv"], ["history"], ["build"]])
def test_a_full_disk_is_one_clear_line(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/ferry.txt").write_text(ARTICLE, encoding="utf-8")
    here(tmp_path, "build")
    (tmp_path / "full.csv").symlink_to("/dev/full")
    before = (tmp_path / "events.yaml").read_bytes()
    call = [sys.executable, "-m", "timeline", *command]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(call, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.endswith("No space left on device")
    assert (tmp_path / "events.yaml").read_bytes() == before
