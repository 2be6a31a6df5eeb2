"""What a text has told so far: the dates, where they stand, and the scene that its story goes on from."""

from __future__ import annotations

import re

from timeline.expr import Expr, before, follows
from timeline.interval import DAY_MINUTES, Grain, Interval

_TITLE = 150  # characters; a first paragraph that is shorter is a title, and sums up nothing
_SENTENCE = 150  # characters within which a date told before is of the same sentence
_LED_TO = 730  # days before the beginning of a story in which what led to it is told
_YEARS_AGO = 700  # days; a date farther off than two years or so is of another time than the publication
_NARROWS = re.compile(r",? (?:on|in|at) (?:the )?")  # "last year, on Christmas Day"
_MOST = 8  # how many of the dates told before a phrase may count from


class Told:
    """The dates that a text has told so far, where each stands, and the one that its story goes on from."""

    def __init__(self, text: str, published: int | None) -> None:
        self.published = published
        self.head = text.find("\n\n", _TITLE)
        self.dates: list[Interval] = []
        self.places: list[tuple[int, int]] = []
        self.scene: Interval | None = None
        self.scene_at = (0, 0)
        self.begun: Interval | None = None  # the first day or month that the summary tells: when it all began
        self.months = False  # whether some months were the period told last, so that "a year earlier" is no quarter

    def add(self, date: Interval, start: int, end: int, *, aside: bool, planned: bool = False) -> None:
        """One more date.

        What was `planned` for a date, what the text looks back to on its way (`aside`), a decade that it goes on in or that is
        over, the years of a life or a war move no scene.
        """
        self.months = False
        self.dates.append(date)
        self.places.append((start, end))
        if self.begun is None and start < self.head and (date.first or date).grain <= Grain.MONTH:
            self.begun = date.first or date
        coarse = date.grain > Grain.YEAR
        around = coarse and self.scene is not None and date.overlaps(self.scene)
        if date.first is None and not planned and not around and not ((aside or coarse) and self.is_behind(date)):
            self.scene, self.scene_at = date, (start, end)

    def is_behind(self, date: Interval) -> bool:
        """Whether a date lies before the scene, or years before it all began where no scene is set yet."""
        if self.scene is None:
            return self.begun is not None and (date.start or 0) + _LED_TO * DAY_MINUTES < (self.begun.start or 0)
        return (date.start or 0) < (self.scene.start or 0)

    def last(self) -> tuple[tuple[Interval, ...], tuple[tuple[int, int], ...]]:
        """The dates told last, and where they stand."""
        return tuple(self.dates[-_MOST:]), tuple(self.places[-_MOST:])

    def goes_on_from(self, expr: Expr, text: str, start: int) -> Interval | None:
        """The date from which the story goes on to a phrase: the scene, or the day it all began where that is reached again.

        A text whose first paragraph tells when it began tells then what led to it; where a later paragraph tells a day
        shortly behind that beginning, the story is there again.
        """
        if self.scene is None or self.begun is None or not before(self.scene, self.begun):
            return self.scene or self.begun
        reached = follows(expr, self.begun) and text.find("\n\n", self.scene_at[1], start) >= 0
        return self.begun if reached else self.scene

    def was_summed_up(self, start: int) -> bool:
        """Whether the scene was set in the first paragraph, the summary, and the phrase stands in a later one."""
        return self.scene is not None and self.scene_at[0] < self.head < start

    def goes_on(self, text: str, start: int) -> bool:
        """Whether the sentence has just told a date of years ago, from which it goes on: "June 11, 1995, and on June 14"."""
        if not self.dates or self.published is None or self.dates[-1].first_day is None:
            return False
        end = self.places[-1][1]
        if start - end > _SENTENCE:
            return False
        between = text[end:start]
        if self.dates[-1].grain is Grain.YEAR and _NARROWS.fullmatch(between):
            return True
        far = abs(self.dates[-1].first_day - self.published) > _YEARS_AGO
        return far and ". " not in between and "\n\n" not in between
