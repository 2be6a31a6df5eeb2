"""The schema that editors use says what the software says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from tests.building import built
from timeline import schema
from timeline.layout import MODELINE

CHECK = Draft7Validator(schema.schema())


class _Core(yaml.SafeLoader):
    """As an editor reads YAML: a day is a text, a year a number."""


_Core.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(text: str) -> list[str]:
    return [fault.message for fault in CHECK.iter_errors(yaml.load(text, Loader=_Core))]


def test_the_file_that_is_shipped_is_current() -> None:
    assert schema.shipped().read_text(encoding="utf-8") == schema.text(), "run: python -m timeline.schema"
    Draft7Validator.check_schema(schema.schema())


def test_a_built_file_names_it_in_its_first_line_and_fits_it(tmp_path: Path) -> None:
    case = built(tmp_path)
    assert case.text.startswith(MODELINE)
    named = tmp_path / MODELINE.strip().partition("=")[2]
    assert json.loads(named.read_text(encoding="utf-8")) == schema.schema()
    assert faults(case.text) == []


@pytest.mark.parametrize(
    "entry",
    [
        "{date: 2020, title: 1984}",
        "{date: 2020-05-09, title: x, tags: one, hidden: true, pinned: date, x-mine: {a: [b]}}",
        "{date: late January 2020, title: x, pinned: [date, title], status: planned, url: 'https://a.example'}",
        "{date: 2020, title: x, sources: [{article: a.txt, gone: true}]}",
    ],
)
def test_what_the_software_takes_the_schema_takes(entry: str) -> None:
    assert faults(f"- {entry}") == []


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("{date: 2020}", "'title' is a required property"),
        ("{date: 2020, titel: x, title: y}", "'titel'"),
        ("{date: 2020, title: x, status: planed}", "'planed' is not one of"),
        ("{date: 2020, title: x, url: 'javascript:1'}", "does not match"),
        ("{date: 2020, title: x, sources: [{phrase: y}]}", "'article' is a required property"),
        ("{date: 2020, title: [x]}", "is not of type"),
    ],
)
def test_what_the_software_refuses_the_schema_refuses(entry: str, says: str) -> None:
    (fault,) = faults(f"- {entry}")
    assert says in fault


def test_every_key_is_explained() -> None:
    properties: dict[str, Any] = schema.schema()["items"]["properties"]
    told = {name for name, one in properties.items() if "description" in one}
    assert set(properties) - told <= {"people", "places", "organizations"}
