"""CSV for programs: a row an event with all it has; lists, sources and a person's own keys as JSON in their columns.

Texts stand as they are, so what begins with '=' is a formula to a spreadsheet; for those there is `csv`.
"""

from __future__ import annotations

import csv
import json
from typing import IO, Any

from timeline.entries import Entry
from timeline.export.selection import Selection
from timeline.export.whole import KEYS, whole

OWN = "x"
"""The column of a person's own keys, as one JSON object."""
COLUMNS = (*KEYS, OWN)


def write(selection: Selection, stream: IO[str]) -> list[str]:
    r"""Write the events as CSV (RFC 4180); open the stream with newline="".

    >>> import io
    >>> out = io.StringIO()
    >>> write(Selection([Entry.model_validate({"date": "2020-05", "title": "=1+1", "people": ["Ann Lee"]})]), out)
    []
    >>> out.getvalue().splitlines()[1]
    ',2020-05,2020-05,2020-05-01,2020-05-31,month,=1+1,event,happened,"[""Ann Lee""]",[],[],,[],[],,false,false,false,,,,{}'
    """
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_row, selection.entries))
    return []


def _row(entry: Entry) -> list[str]:
    told = whole(entry)
    own = {key: value for key, value in told.items() if key not in KEYS}
    return [*(_cell(told[key]) for key in KEYS), _cell(own)]


def _cell(value: Any) -> str:
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
