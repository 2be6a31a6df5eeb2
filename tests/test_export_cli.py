"""`timeline export` and `timeline import` as they are typed: formats by ending or by name, the page's filters, exit codes."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from tests.commanding import Command, by_itself, here
from tests.dashboard import regatta
from timeline.commands.carry import NARROWING
from timeline.export import FORMATS


@pytest.fixture
def case(tmp_path: Path) -> Path:
    regatta.write(tmp_path)
    return tmp_path


@pytest.fixture
def run(case: Path) -> Command:
    """The command in the folder of the case."""
    return partial(here, case)


def test_each_format_by_its_ending_and_by_its_name(case: Path, run: Command) -> None:
    for name, form in FORMATS.items():
        said = run("export", f"out{form.ending}").stderr
        assert f"12 events written to out{form.ending}" in said
        run("export", f"named-{name}", "--format", name)
        by_ending, by_name = (case / f"out{form.ending}").read_bytes(), (case / f"named-{name}").read_bytes()
        assert by_ending == by_name or name == "docx", name  # a .docx has the hour of its making in it
        assert len(by_ending) > 500


def test_pictures_and_tables_go_to_standard_output_as_they_are(case: Path) -> None:
    table = by_itself(case, "export", "-").stdout
    assert table.count("\n") == 13
    assert by_itself(case, "export", "-", "--format", "svg").stdout.startswith("<svg")


def test_exact_is_the_table_for_programs(case: Path, run: Command) -> None:
    run("export", "out.csv", "--exact")
    run("export", "other.exact.csv")
    assert (case / "out.csv").read_bytes() == (case / "other.exact.csv").read_bytes()
    assert run("export", "-", "--exact").stdout.encode() == (case / "out.csv").read_bytes()


def test_what_is_exported_exactly_comes_back_to_the_same_bytes(case: Path, run: Command) -> None:
    for name in ("out.exact.csv", "out.json", "out.jsonl"):
        run("export", name)
        said = run("import", name, "--events", f"{name}.yaml").stdout
        assert "12 events found = 12 added + 0 changed + 0 known already + 0 not taken" in said
        run("export", f"again-{name}", "--events", f"{name}.yaml")
        assert (case / name).read_bytes() == (case / f"again-{name}").read_bytes()
        assert "unchanged" in run("import", name).stdout


@pytest.mark.parametrize(
    ("args", "titles", "left"),
    [
        (["--query", "person=Ada+Quill&status=planned"], ["Saltmere holds the regatta"], "left out: 11 filtered out"),
        (["--person", "Ada Quill", "--status", "planned"], ["Saltmere holds the regatta"], "left out: 11 filtered out"),
        (["--search", "mast -ferry"], ["A mast is sawn through"], "left out: 11 filtered out"),
        (["--organization", "The Herald"], [], "left out: 10 filtered out, 2 reports"),
        (
            ["--organization", "The Herald", "--reports"],
            ["The Herald writes of the two boats", "The Herald reports a storm"],
            "left out: 10 filtered out",
        ),
        (["--to", "2021-06-02"], ["Ada Quill opens the slipway", "A gull steals the starting flag"], "outside of the window"),
        (["--query", "?from=2021-06-20&to=2021-06-30&lanes=person"], ["Saltmere holds the regatta"], "outside of the window"),
    ],
)
def test_the_filters_are_those_of_the_page(case: Path, args: list[str], titles: list[str], left: str, run: Command) -> None:
    done = run("export", "-", "--format", "json", *args)
    assert [event["title"] for event in json.loads(done.stdout)] == titles
    assert left in done.stderr and f"{len(titles)} events written" in done.stderr


def test_there_is_an_option_for_each_facet_of_the_page() -> None:
    from dashboard.facets import FACETS

    assert set(NARROWING) == {*FACETS, "article"}


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["export", "out.pdf"], "no export for 'out.pdf'"),
        (["export", "out", "--format", "pdf"], "no format 'pdf': the formats are csv, exact, json"),
        (["export", "out.json", "--exact"], "--exact is for CSV"),
        (["export", "-", "--query", "persn=Ada"], "persn=Ada: the page knows no such filter"),
        (["export", "-", "--from", "soon"], "from=soon: the page knows no such filter"),
        (["export", "nowhere/out.csv"], "nowhere/out.csv: cannot be written"),
        (["import", "nowhere.csv"], "nowhere.csv"),
        (["import", "events.yaml"], "only .csv, .tsv, .json"),
    ],
)
def test_wrong_use_is_one_line_and_writes_nothing(case: Path, args: list[str], says: str, run: Command) -> None:
    done = run(*args, code=2)
    assert says in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert [path.name for path in case.iterdir()] == ["events.yaml"]


def test_an_import_with_bad_rows_says_which_and_ends_with_1(case: Path, run: Command) -> None:
    (case / "mine.csv").write_text("date,title\n2021-06-31,Never\n2021-07-01,The rain stops\n")
    done = run("import", "mine.csv", code=1)
    assert done.stderr == "mine.csv: line 2: date: '2021-06-31' does not exist: June 2021 has 30 days\n"
    assert done.stdout.splitlines() == [
        "2 events found = 1 added + 0 changed + 0 known already + 1 not taken",
        "events.yaml: written",
    ]
    assert "title: The rain stops" in (case / "events.yaml").read_text(encoding="utf-8")


def test_an_import_is_a_version_that_undo_takes_back(case: Path, run: Command) -> None:
    before = (case / "events.yaml").read_text(encoding="utf-8")
    (case / "mine.csv").write_text("date,title\n2021-07-01,The rain stops\n")
    assert "+  title: The rain stops" in run("import", "mine.csv", "--dry-run").stdout
    assert (case / "events.yaml").read_text(encoding="utf-8") == before
    run("import", "mine.csv")
    assert "import of mine.csv: 1 added, 0 changed" in run("history").stdout
    run("undo")
    assert (case / "events.yaml").read_text(encoding="utf-8") == before
