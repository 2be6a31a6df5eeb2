"""SVG: a picture of the timeline, as the page shows it, for print and slides. It has no script and loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from timeline.entries import Entry
from timeline.export.scene import MOST, Placed, Scale, bands, placed, scale, text_width, ticks
from timeline.export.selection import Selection
from timeline.export.wording import line
from timeline.model import CLAIMED, DENIED, HAPPENED

WIDTH = 1400
_SIDE, _TOP, _ROW, _FOOT, _BAND = 36, 92, 24, 52, 220
_INK, _QUIET, _LINE, _MARK = "#1d232b", "#5c6672", "#e2e5e9", "#2463b5"
_FONT = "'DejaVu Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"


def write(selection: Selection, stream: IO[str]) -> list[str]:
    """Write the picture; a note says how many events lie outside of it."""
    text, notes = picture(selection)
    stream.write(text)
    return notes


def picture(selection: Selection) -> tuple[str, list[str]]:
    """The picture, and what is not in it."""
    on = scale(selection, WIDTH - 2 * _SIDE)
    inside = [entry for entry in selection.by_date() if on.holds(entry)]
    outside = len(selection.entries) - len(inside)
    events = placed(inside, on) if len(inside) <= MOST else []
    tall = _ROW * max((one.row + 1 for one in events), default=4) if events or not inside else _BAND
    height = _TOP + tall + _FOOT
    notes = [f"{outside:,} event{'' if outside == 1 else 's'} outside of the picture"] if outside else []
    body = [*_axis(on, tall), *([part for one in events for part in _event(one)] or _bars(inside, on, tall))]
    head = f"{len(inside):,} event{'' if len(inside) == 1 else 's'}" + (f" · {notes[0]}" if notes else "")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        f'font-family="{_FONT}" role="img" aria-label={quoteattr(line(selection.name))}>',
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        _text(_SIDE, 38, line(selection.name), 20, _INK, ' font-weight="600"'),
        _text(_SIDE, 58, head, 12.5, _QUIET),
        f'<g transform="translate({_SIDE} {_TOP})">',
        *body,
        "</g>",
        *_legend(height),
        "</svg>\n",
    ]
    return "\n".join(parts), notes


def _axis(on: Scale, tall: int) -> Iterator[str]:
    for day, words in ticks(on):
        x = on.x(day)
        yield f'<path d="M{x:.1f} -8V{tall}" stroke="{_LINE}"/>'
        yield _text(x + 4, -10, words, 11.5, _QUIET)


def _event(one: Placed) -> Iterator[str]:
    """The mark and its label: only what happened is drawn full."""
    y = one.row * _ROW + _ROW / 2
    entry, (first, last) = one.entry, one.entry.interval.days()
    color = entry.color or _MARK
    if first == last and one.x1 - one.x0 < 13:
        yield f'<circle cx="{(one.x0 + one.x1) / 2:.1f}" cy="{y}" r="5" {_look(entry.status, color, pale=False)}/>'
    else:
        yield _bar(one.x0, max(one.x1 - one.x0, 3), y, entry.interval.lasts, _look(entry.status, color, not entry.interval.lasts))
    for is_open, x, turn in ((first is None, one.x0 - 4, 1), (last is None, one.x1 + 4, -1)):
        if is_open:
            yield f'<path d="M{x:.1f} {y - 5}l{-6 * turn} 5l{6 * turn} 5" fill="none" stroke="{color}" stroke-width="1.8"/>'
    more = ' text-decoration="line-through"' if entry.status == DENIED else ""
    yield _text(one.text, y + 4.5, one.label + (" ?" if entry.status == CLAIMED else ""), 12.5, _INK, more)


def _bar(x: float, wide: float, y: float, lasts: bool, look: str) -> str:
    tall = 8 if lasts else 11
    return f'<rect x="{x:.1f}" y="{y - tall / 2}" width="{wide:.1f}" height="{tall}" rx="3" {look}/>'


def _look(status: str, color: str, pale: bool) -> str:
    if status != HAPPENED:
        return f'fill="#ffffff" stroke="{color}" stroke-width="1.6" stroke-dasharray="3 2.5"'
    return f'fill="{color}" fill-opacity="0.2" stroke="{color}" stroke-width="1.2"' if pale else f'fill="{color}"'


def _bars(inside: list[Entry], on: Scale, tall: int) -> Iterator[str]:
    """Too many to draw one by one: how many fall on each piece of the axis."""
    step = 6
    sums = bands(inside, on, step) if inside else []
    most = max(sums, default=1)
    for at, count in enumerate(sums):
        if count:
            size = max(count / most * (tall - 10), 1)
            yield f'<rect x="{at * step}" y="{tall - size:.1f}" width="{step - 1}" height="{size:.1f}" fill="{_MARK}"/>'


def _legend(height: int) -> Iterator[str]:
    x, y = float(_SIDE), height - 24
    keys = [
        (f'<circle cx="9" cy="0" r="5" fill="{_MARK}"/>', "that day"),
        (_bar(0, 18, 0, False, _look(HAPPENED, _MARK, pale=True)), "some time in"),
        (_bar(0, 18, 0, True, _look(HAPPENED, _MARK, pale=False)), "lasted"),
        (_bar(0, 18, 0, False, _look("planned", _MARK, pale=True)), "planned, denied or claimed"),
    ]
    for key, words in keys:
        yield f'<g transform="translate({x:.0f} {y})">{key}{_text(25, 4.5, words, 11.5, _QUIET)}</g>'
        x += 25 + text_width(words, 11.5) + 22


def _text(x: float, y: float, words: str, size: float, color: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{color}"{more}>{escape(words)}</text>'
