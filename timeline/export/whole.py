"""An event for machines: every key of events.yaml, always there, and what its date means; and the way back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.entries import Entry, SourceEntry
from timeline.model import EVENT, HAPPENED
from timeline.notation import edtf, iso_days, precision
from timeline.yamltext import Data

MEANING = ("edtf", "earliest", "latest", "precision")
"""What the date means; made of it anew whenever it is written, and not read."""
LEFT_OUT = ("hidden", "same_as")  # what they say has been done: nothing hidden is here, and what is the same is one event
KEYS = tuple(
    key for name in Entry.model_fields if name not in LEFT_OUT for key in ((name, *MEANING) if name == "date" else (name,))
)
"""All keys of an event but x-…, in their order."""
_USUAL = {"kind": EVENT, "status": HAPPENED}
SOURCE_KEYS = tuple(SourceEntry.model_fields)


def whole(entry: Entry) -> dict[str, Any]:
    """The event with all its keys; a person's own keys (x-…) come last.

    `earliest` and `latest` are the first and last possible day, None where open.

    >>> one = whole(Entry.model_validate({"date": "2020-01-21..2020-01-31", "title": "Aid", "x-page": "3"}))
    >>> one["date"], one["edtf"], one["latest"], one["reviewed"], one["x-page"]
    ('2020-01-21..2020-01-31', '[2020-01-21..2020-01-31]', '2020-01-31', False, '3')
    """
    interval = entry.interval
    earliest, latest = iso_days(interval)
    meaning = {"edtf": edtf(interval), "earliest": earliest, "latest": latest, "precision": precision(interval)}
    told = {key: getattr(entry, key, None) for key in KEYS}
    sources = [{key: getattr(one, key) for key in SOURCE_KEYS} | (one.model_extra or {}) for one in entry.sources]
    return told | meaning | {"sources": sources} | (entry.model_extra or {})


def read_back(data: Mapping[str, Any]) -> dict[str, Data]:
    """The event as events.yaml has it: without what its date means, and without what says nothing.

    >>> read_back({"date": "2020", "edtf": "2020", "title": "Aid", "people": [], "reviewed": True, "pinned": False})
    {'date': '2020', 'title': 'Aid', 'reviewed': 'true'}
    """
    out: dict[str, Data] = {}
    for key, value in data.items():
        if key.startswith("x-"):
            out[key] = _text(value)
        elif key == "sources" and isinstance(value, list):
            out[key] = [read_back(one) if isinstance(one, Mapping) else _text(one) for one in value]
        elif key not in MEANING and value is not False:
            out[key] = _text(value)
    return {key: value for key, value in out.items() if key.startswith("x-") or value not in ("", [], _USUAL.get(key))}


def _text(value: Any) -> Data:
    """A value of JSON as events.yaml has it, which holds nothing but text in lists and mappings."""
    if isinstance(value, Mapping):
        return {str(key): _text(child) for key, child in value.items()}
    if isinstance(value, list):
        return [_text(child) for child in value]
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)
