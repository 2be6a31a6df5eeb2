"""English: words (data), rules in levels from plain dates up, traps, and the lean of a clause.

    words.py     tables: word -> value
    numbers.py   what kind of number stands there: a year, a day, an ISO date
    informal.py  2moro, sat nite
    numerals.py  twenty-four, nineteen ninety-six
    lengths.py   a fortnight, half a century
    dates.py     plain dates: March 5, 5 March 2023, the 1990s
    undated.py   durations, sets
    vague.py     presently, long ago, the near future
    relative.py  last month, three weeks ago, Saturday, earlier this year
    told.py      two days later, that evening, the year-ago quarter
    clocks.py    nine o'clock, half past seven, 8 tonight
    parts.py     late January, the middle of last month, Saturday morning
    ranges.py    from March 3 to 9, between 10 and 14 April, 1939-45
    lists.py     5 and 6 May, June 3 and July 4, 2019
    loose.py     is all of it meant? "May 5 and 6 people"
    context.py   that November or that it was in November; soon, once
    traps.py     what only looks like a time: "May" the verb, "2000 people"
    works.py     … titles: "Saturday Night Live", "Seven Days in May"
    names.py     … people and places: "Mr. Weeks", "Easter Road"
    counts.py    … numbers: "2000 people", "rose to 1900"; codes.py: "room 1985"
    marks.py     … decades and ordinals: "in his 30s"; rates.py: durations, "light years"
    surroundings.py  what stands around a phrase; naming.py, figures.py, verbs.py: tables
    lean.py      does the clause look back or ahead?
    clause.py    the words of the sentence around a phrase
    tense.py     what each of them says of the tense
    verbs.py, nouns.py  tables for these

The levels are applied in the order that stands in GRAMMAR.
"""

from __future__ import annotations

from timeline.grammar import Grammar
from timeline.languages.en import (
    clocks,
    dates,
    informal,
    lengths,
    lists,
    numbers,
    numerals,
    parts,
    ranges,
    relative,
    told,
    undated,
    vague,
    words,
)
from timeline.scan import Scanner

# `told` and `vague` add their rules to levels of `relative` and `undated` when they are imported.
assert told.LEVEL is relative.steps
assert vague.LEVEL is undated.spans
GRAMMAR = Grammar(
    [
        *informal.LEVELS,
        *numerals.LEVELS,
        *lengths.LEVELS,
        clocks.dials,
        *dates.LEVELS,
        undated.spans,
        *relative.LEVELS,
        *parts.LEVELS,
        *ranges.LEVELS,
        lists.lists,
        undated.rest,
        undated.bounds,
    ]
)
SCANNER = Scanner(
    words.WORDS,
    words.PROPER,
    informal.SMALL_ONLY,
    words.NAMES,
    words.TRIGGERS,
    numbers.number,
    numbers.TRIGGERS,
    numbers.stands_alone,
)
