"""The JSON Schema of exported JSON, for programs that read it: made from the model by `python -m timeline.export.schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from timeline.entries import PINNABLE
from timeline.export.whole import KEYS, SOURCE_KEYS
from timeline.model import KINDS, STATUSES

_TEXT = {"type": "string"}
_DAY = {"type": ["string", "null"], "pattern": r"^(-?\d{4}|Y-?\d{5,9})-\d\d-\d\d$"}
_NAMES = {"type": "array", "items": _TEXT}
_GRAINS = ("minute", "day", "month", "season", "year", "decade", "century", "range", "span", "open")
_TOLD: dict[str, tuple[dict[str, Any], str]] = {
    "id": (_TEXT, "Stays, whatever becomes of its date and its title; empty for an event without one."),
    "date": (_TEXT, "As it stands in events.yaml: 2020-05, 2020-01-21..2020-01-31, late January 2020."),
    "edtf": (_TEXT, "The date in EDTF (ISO 8601-2)."),
    "earliest": (_DAY, "The first possible day; null where open. The year 0000 is 1 BC."),
    "latest": (_DAY, "The last possible day, included; null where open."),
    "precision": ({"enum": list(_GRAINS)}, "One unit of that size; some time in a range; lasted (span); an open end."),
    "title": (_TEXT, "What happened."),
    "kind": ({"enum": list(KINDS)}, "report: the date is that of who told it."),
    "status": ({"enum": list(STATUSES)}, "Only what happened is told as a fact."),
    "people": (_NAMES, ""),
    "places": (_NAMES, ""),
    "organizations": (_NAMES, ""),
    "reported_by": (_TEXT, "The id of the report that tells of it."),
    "tags": (_NAMES, "A person's own words."),
    "note": (_TEXT, "A person's note."),
    "reviewed": ({"type": "boolean"}, "A person has checked it."),
    "pinned": (
        {"anyOf": [{"type": "boolean"}, {"type": "array", "items": {"enum": list(PINNABLE)}}]},
        "Fields that a build leaves alone.",
    ),
    "split": ({"type": "boolean"}, "Its sources are events of their own."),
    "color": (_TEXT, ""),
    "url": (_TEXT, "A page about it."),
    "image": (_TEXT, "The address of a picture."),
}
_SOURCE = {
    "id": "",
    "article": "The article, as a path from the folder of the events file.",
    "published": "The day the article was published; empty where it is not known.",
    "sentence": "The sentence that tells it.",
    "phrase": "The words of it that date it.",
    "date": "What this source says, where that contradicts the event.",
    "gone": "Not empty: the article no longer has the sentence.",
}


def schema() -> dict[str, Any]:
    """The schema of a JSON export; a line of JSON lines is one of its items.

    >>> schema()["items"]["required"][:3]
    ['id', 'date', 'edtf']
    """
    source = {key: _TEXT | _said(_SOURCE[key]) for key in SOURCE_KEYS}
    told = {**_TOLD, "sources": ({"type": "array", "items": _object(source)}, "The sentences that tell it.")}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Exported events",
        "description": "As `timeline export` writes them to .json; each line of .jsonl is one item.",
        "type": "array",
        "items": _object({key: told[key][0] | _said(told[key][1]) for key in KEYS}),
    }


def _said(words: str) -> dict[str, Any]:
    return {"description": words} if words else {}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": {"description": "A person's own."}},
        "required": list(properties),
        "additionalProperties": False,
    }


def text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def shipped() -> Path:
    """Where the file that is shipped lies."""
    return Path(__file__).parent / "export.schema.json"


if __name__ == "__main__":
    shipped().write_text(text(), encoding="utf-8")
    sys.exit(0)
