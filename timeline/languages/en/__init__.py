"""English: words (data), rules in levels from plain dates up, traps, and the lean of a clause.

    words.py     tables: word -> value
    numbers.py   what kind of number stands there: a year, a day, an ISO date
    numerals.py  twenty-four, nineteen ninety-six
    dates.py     plain dates: March 5, 5 March 2023, the 1990s
    undated.py   durations, sets, vague words
    relative.py  last month, three weeks ago, Saturday, earlier this year
    told.py      two days later, that evening, the year-ago quarter
    parts.py     late January, the middle of last month, Saturday morning
    ranges.py    from March 3 to 9, between 10 and 14 April, 1939-45
    traps.py     what only looks like a time: "May" the verb, "2000 people"
    works.py     … titles: "Saturday Night Live", "Seven Days in May"
    names.py     … people and places: "Mr. Weeks", "Easter Road"
    counts.py    … numbers: "2000 people", "rose to 1900"; codes.py: "room 1985"
    marks.py     … decades and ordinals: "in his 30s"; lengths.py: durations, "light years"
    context.py   what stands around a phrase; naming.py, figures.py, verbs.py: tables
    lean.py      does the clause look back or ahead?

The levels are applied in the order that stands in GRAMMAR.
"""

from __future__ import annotations

from timeline.grammar import Grammar
from timeline.languages.en import dates, numbers, numerals, parts, ranges, relative, told, undated, words
from timeline.scan import Scanner

# `told` adds its rules to a level of `relative` when it is imported.
assert told.LEVEL is relative.steps
GRAMMAR = Grammar(
    [
        *numerals.LEVELS,
        *dates.LEVELS,
        undated.spans,
        *relative.LEVELS,
        *parts.LEVELS,
        *ranges.LEVELS,
        undated.rest,
        undated.bounds,
    ]
)
SCANNER = Scanner(words.WORDS, words.PROPER, words.TRIGGERS, numbers.number, numbers.TRIGGERS, numbers.stands_alone)
