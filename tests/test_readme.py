"""What the README says is run: its commands, its entries, its date table, its four recipes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests import ROOT
from timeline.articles.formats import READERS
from timeline.entries import Entry
from timeline.export import FORMATS
from timeline.notation import edtf, parse_date
from timeline.recognize import read_words

README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title: str) -> str:
    return re.split(r"^#{2,3} ", README.split(f"# {title}\n", 1)[1], flags=re.MULTILINE)[0]


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def timeline(folder: Path, *args: str, code: Path = ROOT) -> str:
    env = os.environ | {"PYTHONPATH": str(code)}
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *args],
        cwd=folder,
        env=env,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the code that a recipe may change."""
    shutil.copytree(ROOT / "timeline", tmp_path / "code" / "timeline", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "code"


def apply(recipe: str, code: Path) -> None:
    """Apply the pieces of a recipe: `--- FILE`, then lines that begin with a blank, a minus or a plus."""
    for piece in re.split(r"^--- ", recipe, flags=re.MULTILINE)[1:]:
        name, _, body = piece.partition("\n")
        lines = body.splitlines()
        old = "\n".join(line[1:] for line in lines if line[:1] in " -")
        new = "\n".join(line[1:] for line in lines if line[:1] in " +")
        path = code / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert text.count(old) == 1 or not text, f"{name}: {old!r} stands there {text.count(old)} times"
        path.write_text(text.replace(old, new) if text else new + "\n", encoding="utf-8")


def test_the_first_lines_are_the_two_commands() -> None:
    first = [line.split("#")[0].strip() for line in blocks(README, "sh")[0].splitlines()]
    assert first == ["make run", "make test"]
    targets = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(f"\n{target}:" in targets for target in ("run", "test", "lint", "bench", "install"))


def test_the_commands_for_ones_own_articles(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("A title\n\nPublished: 8 May 2020\n\nThe ferry sank on Thursday in the bay.\n")
    commands = [line.split("#")[0].split() for line in blocks(section("Your own articles"), "sh")[0].splitlines()]
    run = [command[1:] for command in commands if command[0] == "timeline" and command[1] != "serve"]
    assert [command[0] for command in run] == ["build", "articles", "export"]
    for command in run:
        timeline(tmp_path, *command)
    assert "2020-05-07" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_every_command_stands_in_the_table(tmp_path: Path) -> None:
    told = set(re.findall(r"^\| `timeline (\w+)", README, re.MULTILINE))
    listed = timeline(tmp_path, "--help").split("Commands:\n")[1]
    assert told == set(re.findall(r"^  (\w+)", listed, re.MULTILINE))


def test_the_explained_phrase(tmp_path: Path) -> None:
    (block,) = blocks(README, "console")
    command, _, output = block.partition("\n")
    phrase = re.search(r'"(.*?)"', command)
    assert phrase is not None
    assert timeline(tmp_path, "explain", phrase[1], *command.rsplit('"', 1)[1].split()) == output


def test_the_sample_entries_are_sound() -> None:
    for data in yaml.load(blocks(section("events.yaml"), "yaml")[0], Loader=yaml.BaseLoader):
        Entry.model_validate(data, context={"words": read_words})


def test_the_sample_lines_of_articles_yaml_are_sound(tmp_path: Path) -> None:
    (tmp_path / "articles.yaml").write_text(blocks(section("When was it published?"), "yaml")[0], encoding="utf-8")
    assert timeline(tmp_path, "check", "articles.yaml") == "articles.yaml: 5 lines, no fault\n"


def test_every_format_stands_in_the_table() -> None:
    told = set(re.findall(r"`(\.\w+)`", section("Your own articles").split("| files |")[1]))
    assert set(READERS) <= told | {".markdown", ".htm", ".xhtml", ".mht", ".ndjson", ".xml", ".rss", ".atom", ".rdf"}


def test_the_date_table() -> None:
    rows = re.findall(r"^\| (`.*?) \| (.*?) \| (.*?) \|$", section("events.yaml"), re.MULTILINE)
    dates = [row for row in rows if row[0] != "`date:`" and not row[1].startswith(("the build", "both", "you"))]
    assert len(dates) == 10
    for typed, _, told in dates:
        read = [edtf(parse_date(one, read_words)) for one in re.findall(r"`(.*?)`", typed)]
        if told == "the same":
            assert read == re.findall(r"`(.*?)`", typed)
        elif told.startswith("`"):
            assert set(read) == set(re.findall(r"`(.*?)`", told))


def test_add_a_word(copy: Path) -> None:
    apply(blocks(section("Add a word"), "diff")[0], copy)
    assert "2020-05-10" in timeline(copy, "explain", "overmorrow", "--published", "2020-05-08", code=copy)


def test_add_a_rule(copy: Path) -> None:
    apply(blocks(section("Add a rule"), "diff")[0], copy)
    assert "2020-05-07" in timeline(copy, "explain", "the eve of 8 May 2020", code=copy)


def test_add_a_reader(copy: Path, tmp_path: Path) -> None:
    apply(blocks(section("Add a reader"), "diff")[0], copy)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.rst").write_text(
        "A title\n=======\n\nPublished: 8 May 2020\n\nThe ferry sank on Thursday in the bay.\n"
    )
    assert "1 read + 0 skipped" in timeline(tmp_path, "build", code=copy)
    assert "title: The ferry sinks in the bay" in (tmp_path / "events.yaml").read_text(encoding="utf-8")


def test_add_an_export(copy: Path, tmp_path: Path) -> None:
    apply(blocks(section("Add an export"), "diff")[0], copy)
    (tmp_path / "events.yaml").write_text("- date: 2020-05\n  title: Talks\n")
    timeline(tmp_path, "export", "out.txt", code=copy)
    assert (tmp_path / "out.txt").read_text() == "2020-05: Talks\n"


def test_every_export_stands_in_the_table() -> None:
    told = set(re.findall(r"`(\.[\w.]+)`", section("Carrying away").split("\n\n")[0]))
    assert told == {form.ending for form in FORMATS.values()}


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_curated_file_is_what_a_build_of_the_samples_leaves(tmp_path: Path) -> None:
    for name in ("data", ".timeline"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "events.yaml", tmp_path)
    assert "events.yaml: unchanged" in timeline(tmp_path, "build")
    shutil.rmtree(tmp_path / ".timeline")
    (tmp_path / "events.yaml").unlink()
    timeline(tmp_path, "build")
    assert (tmp_path / "events.yaml").read_text(encoding="utf-8") == (ROOT / "events.yaml").read_text(encoding="utf-8")
