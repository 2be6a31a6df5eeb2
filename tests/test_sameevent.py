"""The scorer of merged events: what it counts as right, as wrong, and as nothing it can judge."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import sameevent

ARTICLES = {
    "1": [
        "Ada Holm opened the harbour bridge on May 9.",
        "In 2019 Arvid Dahl sold the yard, and Arvid Dahl bought a ship in March 2020.",
    ],
    "2": ["The harbour bridge was opened by Ada Holm on Saturday.", "Arvid Dahl bought the ship in March 2020 for the islands."],
    "3": ["Nell Okafor closed the mill on Friday.", "On Friday Nell Okafor closed the mill for good."],
}


def folder(tmp_path: Path, rows: list[dict[str, Any]]) -> Path:
    def article(ident: str, sentences: list[str]) -> dict[str, Any]:
        marked = {str(n): sentence.replace(".", " .").replace(",", " ,") for n, sentence in enumerate(["A headline", *sentences])}
        return {
            "id": ident,
            "published": "2020-05-10",
            "title": f"Headline {ident}",
            "text": "\n\n".join(["No day.", *sentences]),
            "sentences": marked,
        }

    for name, lines in {"articles": [article(*one) for one in ARTICLES.items()], "timeline": rows}.items():
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    return tmp_path


def row(date: str, *marks: str, target: str = "ada") -> dict[str, Any]:
    return {"target": target, "date": date, "event": list(marks)}


def table(tmp_path: Path, *rows: dict[str, Any]) -> str:
    return list(sameevent.run(folder(tmp_path, list(rows))))[-1]


def test_a_pair_on_one_row_is_right_and_found(tmp_path: Path) -> None:
    line = table(tmp_path, row("2020-05-09", "1-1-opened", "2-1-opened"))
    assert "precision 1.00 (1 of 1" in line
    assert "recall 1.00 (1 of 1" in line


def test_a_pair_on_two_rows_of_one_target_is_wrong(tmp_path: Path) -> None:
    line = table(tmp_path, row("2020-05-09", "1-1-opened"), row("2020-05-09", "2-1-opened"))
    assert "precision 0.00 (0 of 1" in line


def test_what_nobody_marked_for_one_target_is_not_judged(tmp_path: Path) -> None:
    line = table(tmp_path, row("2020-05-09", "1-1-opened"), row("2020-05-09", "2-1-opened", target="bridge"))
    assert "precision - (0 of 0" in line


@pytest.mark.parametrize(("word", "found"), [("bought", "1.00"), ("sold", "0.00")])
def test_a_mention_belongs_to_the_phrase_of_its_clause(tmp_path: Path, word: str, found: str) -> None:
    line = table(tmp_path, row("2020-03", f"1-2-{word}", "2-2-bought"))
    assert f"recall {found} (" in line
    assert "1 within reach" in line


def test_pairs_of_one_document_slips_and_rows_without_a_date_do_not_count(tmp_path: Path) -> None:
    line = table(
        tmp_path, row("2020-05-08", "3-1-closed", "3-2-closed", "2020-05-08"), row("XXXX-XX-XX", "1-1-opened", "2-1-opened")
    )
    assert "recall - (0 of 0" in line
