"""English: words (data), rules in levels from plain dates up, traps, and the lean of a clause.

    words.py     tables: word -> value
    numbers.py   what kind of number stands there: a year, a day, an ISO date
    numerals.py  twenty-four, nineteen ninety-six
    lengths.py   a fortnight, half a century
    dates.py     plain dates: March 5, 5 March 2023, the 1990s
    undated.py   durations, sets
    vague.py     presently, long ago, the near future
    relative.py  last month, three weeks ago, Saturday, earlier this year
    told.py      two days later, that evening, the year-ago quarter
    parts.py     late January, the middle of last month, Saturday morning
    ranges.py    from March 3 to 9, between 10 and 14 April, 1939-45
    context.py   that November or that it was in November; soon, once
    traps.py     what only looks like a time: "May" the verb, "2000 people"
    lean.py      does the clause look back or ahead?

The levels are applied in the order that stands in GRAMMAR.
"""

from __future__ import annotations

from timeline.grammar import Grammar
from timeline.languages.en import dates, lengths, numbers, numerals, parts, ranges, relative, told, undated, vague, words
from timeline.scan import Scanner

# `told` and `vague` add their rules to levels of `relative` and `undated` when they are imported.
assert told.LEVEL is relative.steps
assert vague.LEVEL is undated.spans
GRAMMAR = Grammar(
    [
        *numerals.LEVELS,
        *lengths.LEVELS,
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
