"""JSON: a list of events with all they have, one event a line; export.schema.json says what each key is."""

from __future__ import annotations

import json
from typing import IO

from timeline.export.selection import Selection
from timeline.export.whole import whole


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write all events as one list."""
    lines = [json.dumps(whole(entry), ensure_ascii=False) for entry in selection.entries]
    stream.write("[\n" + ",\n".join(lines) + "\n]\n" if lines else "[]\n")
    return []
