"""JSON lines: an event a line, with all it has, as in JSON."""

from __future__ import annotations

import json
from typing import IO

from timeline.export.selection import Selection
from timeline.export.whole import whole


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write each event as a line of its own."""
    stream.writelines(json.dumps(whole(entry), ensure_ascii=False) + "\n" for entry in selection.entries)
    return []
