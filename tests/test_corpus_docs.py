"""docs/corpus.md is run: its query, and its tables of columns against a corpus."""

from __future__ import annotations

import re
import shutil

import duckdb
import pytest

from tests import ROOT
from tests.collection import Collection

TEXT = (ROOT / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(ROOT / "data", folder / "data")
    built = Collection(folder)
    built.build("data")
    return built


def test_the_query_says_what_happened_in_may(corpus: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(corpus.folder)
    names: dict[str, object] = {}
    code, *_ = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(code, names)
    rows = names["rows"]
    assert isinstance(rows, list)
    assert ("2020-05-01", "Kim cuts the ribbon in Sunchon") in [row[:2] for row in rows] or len(rows) > 3
    assert all(row[3] for row in rows)


@pytest.mark.parametrize("kind", ["events", "articles"])
def test_the_columns_are_those_of_the_tables(corpus: Collection, kind: str) -> None:
    section = TEXT.split(f"## {kind.title()}\n")[1].split("\n## ")[0]
    told = re.findall(r"^\| `(\w+)` \| (\S+) \|", section, re.MULTILINE)
    found = duckdb.sql(f"DESCRIBE SELECT * FROM '{corpus.root}/{kind}/*.parquet'").fetchall()
    assert [(name, re.sub(r"STRUCT\(.*\)", "STRUCT", of)) for name, of, *_ in found] == told
    for name, of, *_ in found:
        for inner in re.findall(r"(\w+) (?:VARCHAR|INTEGER|BOOLEAN)", of.replace('"', "")) if "STRUCT" in of else []:
            assert f"`{inner}`" in section, f"{name}.{inner}"
