"""PNG: the picture of `svg` in dots, twice as fine as a plain screen. Drawn by resvg; no browser is needed."""

from __future__ import annotations

from typing import IO

from timeline.export.selection import Selection
from timeline.export.svg import picture

_FINE = 2.0


def write(selection: Selection, stream: IO[bytes]) -> list[str]:
    """Write the picture; a note says how many events lie outside of it."""
    import resvg_py

    text, notes = picture(selection)
    stream.write(bytes(resvg_py.svg_to_bytes(svg_string=text, zoom=_FINE)))
    return notes
