"""Markdown: a chronology with numbered citations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from timeline.export.chronology import Chronology, Line, chronology
from timeline.export.selection import Selection
from timeline.export.wording import Citation

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~^$&:@=])")


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write the chronology: a heading a year, a paragraph an event, and the sources at the end."""
    stream.writelines(f"{part}\n" for part in _lines(chronology(selection)))
    return []


def _lines(told: Chronology) -> Iterator[str]:
    yield f"# {plain(told.name)}\n\n{told.summary}"
    for year, lines in told.years:
        yield f"\n## {plain(year)}"
        for one in lines:
            yield f"\n{_event(one)}"
    if told.citations:
        yield "\n## Sources\n"
    for number, cited in enumerate(told.citations, 1):
        yield f"{number}. {_source(cited)}"


def _event(one: Line) -> str:
    doubt = f" *({plain(one.doubt)})*" if one.doubt else ""
    note = f" — *{plain(one.note)}*" if one.note else ""
    cited = " " + ", ".join(f"\\[{number}\\]" for number in one.numbers) if one.numbers else ""
    others = "".join(f" — *sources disagree: {plain(other)}*" for other in one.others)
    return f"**{plain(one.date)}** — {plain(one.title)}{doubt}{cited}{others}{note}"


def _source(cited: Citation) -> str:
    sentence = f" — “{plain(cited.sentence)}”" if cited.sentence else ""
    gone = " (no longer in the article)" if cited.gone else ""
    return f"{plain(cited.words)}{f' <{cited.url}>' if cited.url else ''}{sentence}{gone}"


def plain(text: str) -> str:
    r"""A text that Markdown shows as it is.

    >>> plain("<b>5 * 3</b> [1]")
    '\\<b\\>5 \\* 3\\</b\\> \\[1\\]'
    """
    return _SIGNS.sub(r"\\\1", text)
