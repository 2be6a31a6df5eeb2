"""What phrases of time mean, as small frozen values that resolve with `.at(anchor)`. Sees no text.

anchor.py     Anchor, Lean, and what every expression has
calendar.py   March 5, October, winter, the third quarter, the 1990s
figures.py    03/04/2019, read as the article's other dates tell
relative.py   Saturday, last month, three weeks ago
told.py       two days later, that year, a year earlier
story.py      the same in a text that tells history
parts.py      late January, Saturday morning, about 1850, from March 3 to 9; Undated
"""

from __future__ import annotations

from timeline.expr.anchor import Anchor, Expr, Lean, before, core, parts_of
from timeline.expr.calendar import Dated, DayOfMonth, Feast, InYear, MonthStep, NamedDay, NthIn, Numbered, Season, Units, Years
from timeline.expr.figures import Custom, InFigures, Order, open_figures, order_for, order_of, settle
from timeline.expr.parts import About, Beyond, Clock, PartOf, Range, Undated
from timeline.expr.relative import Around, Away, Here, Nearest, Shifted, Side, Step, Weekday, is_weekday_of
from timeline.expr.story import Fixed, counts_from_a_story, follows, narrate
from timeline.expr.told import (
    Beside,
    Compared,
    CountedFrom,
    LatestQuarter,
    Next,
    Onward,
    QuarterTo,
    SameDay,
    Told,
    YearBefore,
    counts_back,
    hangs_on_told,
)

__all__ = [
    "About",
    "Anchor",
    "Around",
    "Away",
    "Beside",
    "Beyond",
    "Clock",
    "Compared",
    "CountedFrom",
    "Custom",
    "Dated",
    "DayOfMonth",
    "Expr",
    "Feast",
    "Fixed",
    "Here",
    "InFigures",
    "InYear",
    "LatestQuarter",
    "Lean",
    "MonthStep",
    "NamedDay",
    "Nearest",
    "Next",
    "NthIn",
    "Numbered",
    "Onward",
    "Order",
    "PartOf",
    "QuarterTo",
    "Range",
    "SameDay",
    "Season",
    "Shifted",
    "Side",
    "Step",
    "Told",
    "Undated",
    "Units",
    "Weekday",
    "YearBefore",
    "Years",
    "before",
    "core",
    "counts_back",
    "counts_from_a_story",
    "follows",
    "hangs_on_told",
    "is_weekday_of",
    "narrate",
    "open_figures",
    "order_for",
    "order_of",
    "parts_of",
    "settle",
]
