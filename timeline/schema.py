"""The JSON Schema of events.yaml, for editors that complete and check it: made from the model by `python -m timeline.schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from timeline.entries import PINNABLE, Entry, SourceEntry
from timeline.layout import SCHEMA
from timeline.model import KINDS, STATUSES

# A person writes 1984 without quotes, and an editor's YAML makes a number of it; here it is text.
_TEXT = {"type": ["string", "number", "boolean"]}
_NAMES = {"anyOf": [{"type": "array", "items": _TEXT}, _TEXT]}
_TOLD = {
    "id": "Made by the build of article, sentence and phrase. Leave it; an entry of your own needs none.",
    "date": "2020-05-09, 2020-05, 2020, 2020-01-21..2020-01-31 (some time in), 2020-03-03/2020-03-09 (lasted), 2020-05~ (about), "
    "199X, -0043, or words: late January 2020.",
    "title": "What happened.",
    "kind": "report, where the phrase dates who said it, not what was said.",
    "status": "happened, planned, denied or claimed.",
    "reported_by": "The id of the report that tells of it.",
    "sources": "The sentences that tell it.",
    "tags": "Words of your own, to find it by.",
    "note": "Whatever you want to remember.",
    "hidden": "true: it is not shown, and not lost.",
    "reviewed": "true: you have checked it.",
    "pinned": "true, or fields (date, title): the build leaves them alone.",
    "same_as": "The id of the entry that tells the same event; this one is shown under it.",
    "split": "true: its sources are events of their own, whatever the build says.",
    "color": "Its color on the timeline: '#c0392b' or an English name.",
    "url": "A page about it.",
    "image": "The address of a picture.",
}


def schema() -> dict[str, Any]:
    """The schema of the whole file, a list of entries.

    >>> schema()["type"], "date" in schema()["items"]["properties"]
    ('array', True)
    """
    source = _mapping(SourceEntry, {"gone": {"type": ["boolean", "string"]}})
    flags = {key: {"type": "boolean"} for key in ("hidden", "reviewed", "split")}
    pins = {"enum": list(PINNABLE)}
    entry = _mapping(
        Entry,
        {
            **flags,
            "kind": {"enum": list(KINDS)},
            "status": {"enum": list(STATUSES)},
            "pinned": {"anyOf": [{"type": "boolean"}, pins, {"type": "array", "items": pins}]},
            "sources": {"type": ["array", "null"], "items": source},
            **dict.fromkeys(("people", "places", "organizations", "tags"), _NAMES),
            **{key: {"type": "string", "pattern": "^https?://"} for key in ("url", "image")},
        },
    )
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "events.yaml",
        "description": "Events, each with the sentences that tell it.",
        "type": "array",
        "items": entry,
    }


def _mapping(model: type[Entry] | type[SourceEntry], special: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for name in model.model_fields:
        told = {"description": _TOLD[name]} if model is Entry and name in _TOLD else {}
        properties[name] = special.get(name, _TEXT) | told
    required = [name for name, field in model.model_fields.items() if field.is_required()]
    return {
        "type": "object",
        "properties": properties,
        "patternProperties": {"^x-": {}},
        "required": required,
        "additionalProperties": False,
    }


def text() -> str:
    """The schema as the file that is shipped."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def shipped() -> Path:
    """Where the file that is shipped lies."""
    return Path(__file__).parent / SCHEMA


if __name__ == "__main__":
    shipped().write_text(text(), encoding="utf-8")
    sys.exit(0)
