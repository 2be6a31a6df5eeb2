"""What a drawing is made of: colours, escaped text, hover cards, the scale. Knows no lane and no band.

The colours have contrast on white and on near-black alike, so that a figure is the same in light and dark;
style.css sharpens its texts, which it knows by `INK` and `MUTED`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard import colours
from dashboard.columns import Picked
from dashboard.facets import SINGLE
from dashboard.item import NONE
from dashboard.items import BY_HAND, Item, Kind
from dashboard.packing import BOLD, Label, shorten, text_width
from dashboard.state import Window
from dashboard.view import Lane
from timeline.wording import spoken

Trace = dict[str, Any]

# Eight hues of one luminance: contrast 4.6 with white, 3.9 with the dark page (WCAG asks 4.5 of text, 3 of marks).
HUES = (
    (48, 117, 206),
    (192, 85, 24),
    (33, 133, 83),
    (140, 94, 201),
    (25, 128, 144),
    (207, 64, 97),
    (152, 110, 12),
    (189, 68, 165),
)
HAND = (110, 118, 128)  # events without an article
INK = "rgb(118, 125, 134)"
MUTED = "rgb(119, 126, 135)"
WHITE = "rgb(255, 255, 255)"
BLACK = "rgb(20, 24, 30)"
CLEAR = "rgba(0, 0, 0, 0)"
STRIPE = "rgba(128, 136, 146, 0.07)"
LINE = "rgba(128, 136, 146, 0.16)"
STRONG_LINE = "rgba(128, 136, 146, 0.42)"

HEAD = 24  # height of a lane's first line, with its title
NOTE = 22  # height of a row of the line below it, where there is one
SMALL = 11.5  # letter size of that line
PAD = 10  # air at the end of a lane
LONG = 220  # characters of a title


def hue(key: str, ranks: Mapping[str, int]) -> tuple[int, int, int]:
    """The colour of a lane, by the place of its key among all lanes that could be."""
    return HAND if key in (BY_HAND, NONE, SINGLE) else HUES[ranks.get(key, len(ranks)) % len(HUES)]


def colour(item: Item, lane: str, ranks: Mapping[str, int]) -> tuple[int, int, int]:
    """The colour of an event's mark: its own, else that of its lane, or of its article where all stand in one lane."""
    own = colours.read(item.entry.color) if item.entry.color else None
    return own or hue(item.articles[0] if lane == SINGLE else lane, ranks)


def rgb(colour: tuple[int, int, int], alpha: float = 1.0) -> str:
    """A colour as Plotly takes it."""
    red, green, blue = colour
    return f"rgb({red}, {green}, {blue})" if alpha == 1 else f"rgba({red}, {green}, {blue}, {alpha})"


def literal(text: str) -> str:
    """A text that Plotly shows as it is. Its own reading of text takes tags, links among them, and entities.

    >>> literal("<a href='https://x'>AT&T</a>")
    "&lt;a href='https://x'&gt;AT&amp;T&lt;/a&gt;"
    """
    return " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def short(text: str) -> str:
    """A title as it is shown where there may be many; some are whole articles."""
    return text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"


def card(item: Item, titles: Mapping[str, str]) -> str:
    """What hovering over an event tells: its title, its date in words, its articles; a line each, as plain text."""
    when = " · ".join([spoken(item.entry.interval), *told_as(item)])
    others = [f"other sources say {spoken(other.interval)}" for other in item.others]
    others += [", ".join(done)] if (done := _done(item)) else []
    named = "added by hand" if item.articles == (BY_HAND,) else titles.get(item.articles[0], item.articles[0])
    more = f" and {len(item.articles) - 1} more" if len(item.articles) > 1 else ""
    title = short(item.entry.title)
    lines = [title, when, *others, named + more]
    return "\n".join(" ".join(line.split()) for line in lines)


def _done(item: Item) -> list[str]:
    """How many tell it, and what a person has done about it: what the signs beside a mark stand for."""
    copies = len(item.articles) - item.tellers
    told = f"told by {item.tellers} independent articles" if item.tellers > 1 else ""
    told += f" and {counted(copies, 'copy', 'copies')}" if told and copies > 0 else ""
    return [told] * bool(told) + ["edited by hand"] * item.edited + ["reviewed"] * item.entry.reviewed


def told_as(item: Item) -> list[str]:
    """What keeps an event from being a plain fact, in a word each."""
    apart = ["a report"] if item.is_report else ["told without a date"] if item.is_reported_on else []
    return ([] if item.happened else [item.entry.status]) + apart + (["hidden"] if item.hidden else [])


@dataclass(frozen=True, slots=True)
class Scale:
    """Days to pixels and back, for a window on a chart of that width."""

    window: Window
    width: int

    def px(self, day: float) -> float:
        """Pixels from the left edge to the beginning of a day."""
        return (day - self.window.first) * self.width / self.window.days

    def day(self, px: float) -> float:
        """The day at so many pixels from the left edge."""
        return self.window.first + px * self.window.days / self.width

    def clipped(self, first: int | None, last: int | None) -> tuple[float, float]:
        """Where a stretch of days begins and ends: open ends at the edge, and nothing farther off than a window."""
        low = self.window.first if first is None else max(first, self.window.first - self.window.days)
        high = self.window.last if last is None else min(last, self.window.last + self.window.days)
        return float(low), float(high + 1)


@dataclass(frozen=True, slots=True)
class Placed:
    """An event of a lane with its label, the height of its row's middle, and its colour."""

    item: Item
    label: Label
    y: float
    colour: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands at a lane for events that are not drawn one by one: as many as it says, and which they are."""

    text: str
    items: Picked


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a lane's title or below it: its chips, and what else is told of it. All in pixels."""

    lane: Lane
    left: float
    top: float
    height: float
    chips: tuple[Chip, ...]
    told: tuple[str, ...]


@dataclass(slots=True)
class Drawing:
    """Traces, shapes, annotations and notes in the making, and the events drawn one by one; y counts pixels downwards."""

    traces: list[Trace] = field(default_factory=list)
    shapes: list[Trace] = field(default_factory=list)
    annotations: list[Trace] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    alone: list[Placed] = field(default_factory=list)
    height: float = 0.0

    def head(self, lane: Lane, shade: tuple[int, int, int], width: int, more: int = 0, told: Sequence[str] = ()) -> None:
        """The title of a lane with its count, and a note where there is something to tell; the lane begins below.

        `more` events of the lane are drawn, but not one by one.
        """
        count = counted(lane.count)
        title = shorten(" ".join(lane.title.split()), (width - 60 - text_width(count)) / BOLD)
        words = f'<span style="color:{rgb(shade)}">■</span> <b>{literal(title)}</b>  {count}'
        self.line(words, self.height + HEAD / 2 + 2)
        chips = [Chip(f"{more:,} more", lane.drawn)] if more else []
        chips += [Chip(folded_words(lane.folded), lane.folded)] if lane.folded else []
        needs = [text_width(chip.text, SMALL) + 28 for chip in chips] + [text_width(each, SMALL) + 12 for each in told]
        left = 36 + text_width(title) * BOLD + text_width(f"  {count}")
        beside = left + sum(needs) < width
        height = 0 if beside or not needs else NOTE * _rows(needs, width - 16)
        if needs:
            top = self.height + (HEAD - NOTE) / 2 + 3.5 if beside else self.height + HEAD
            self.notes.append(Note(lane, left if beside else 8, top, height or NOTE, tuple(chips), tuple(told)))
        self.height += HEAD + height

    def stripe(self, top: float, bottom: float) -> None:
        """The pale ground of every second lane."""
        self.shapes.append(
            {
                "type": "rect",
                "xref": "paper",
                "x0": 0,
                "x1": 1,
                "y0": top,
                "y1": bottom,
                "fillcolor": STRIPE,
                "line": {"width": 0},
                "layer": "below",
            }
        )

    def line(self, text: str, y: float, *, colour: str = MUTED, size: int = 12) -> None:
        """A line of text at the left edge; the text is Plotly's, so escape what comes from outside."""
        self.annotations.append(
            {
                "text": text,
                "xref": "paper",
                "x": 0,
                "xanchor": "left",
                "xshift": 8,
                "y": y,
                "yanchor": "middle",
                "align": "left",
                "showarrow": False,
                "font": {"size": size, "color": colour},
                "borderpad": 0,
            }
        )


def counted(count: int, noun: str = "event", several: str = "") -> str:
    """A count with its noun.

    >>> counted(1), counted(1200), counted(2, "copy", "copies")
    ('1 event', '1,200 events', '2 copies')
    """
    return f"{count:,} {noun if count == 1 else several or noun + 's'}"


def folded_words(folded: Sequence[Item]) -> str:
    """What stands for vague ranges too wide to be drawn here, and for what has no date at all."""
    if all(item.kind is Kind.BY for item in folded):
        return f"{len(folded):,} told without a date"
    narrowest = min(folded, key=lambda item: _length(item))
    wider = " or wider" if len(folded) > 1 else ""
    return f"{len(folded):,} known only to within {spoken(narrowest.entry.interval)}{wider}"


def _length(item: Item) -> float:
    return float("inf") if item.first is None or item.last is None else item.last - item.first


def _rows(needs: Sequence[float], width: float) -> int:
    """How many rows some things need that stand one after the other."""
    count, x = 1, 0.0
    for need in needs:
        count, x = (count, x + need) if not x or x + need <= width else (count + 1, need)
    return count
