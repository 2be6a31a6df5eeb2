"""English: words (data), rules in levels from plain dates up, traps, and the lean of a clause.

What the phrases are made of, and the rules, from plain dates up:

    words.py     tables: word -> kind and value
    numbers.py   what kind of number stands there: a year, a day, an ISO date
    informal.py  2moro, sat nite
    numerals.py  twenty-four, nineteen ninety-six
    lengths.py   a fortnight, half a century
    clocks.py    3 p.m., nine o'clock, half past seven, 8 tonight
    dates.py     plain dates: March 5, 5 March 2023, the 1990s
    undated.py   durations: three weeks, more than an hour, the last two years
    sets.py      every Monday, twice a week
    vague.py     presently, long ago, the near future
    relative.py  last month, three weeks ago, Saturday
    periods.py   earlier this year, the third quarter, the second half of 2019
    told.py      two days later, that evening, the year-ago quarter
    parts.py     late January, the middle of last month, Saturday morning
    ranges.py    from March 3 to 9, between 10 and 14 April, 1939-45
    lists.py     5 and 6 May, June 3 and July 4, 2019; every day at 9 a.m.

What the words beside a phrase make of it:

    loose.py     is all of it meant? "May 5 and 6 people"
    context.py   which rules ask for that; beside.py: the words right beside
    contextdates.py   that November or that it was in November
    contextwords.py   soon, one day, "50 loaves a day"
    traps.py     what only looks like a time: "May" the verb, "Jun." behind a first name
    works.py     … titles: "Saturday Night Live", "Seven Days in May"
    names.py     … people and places: "Mr. Weeks", "Easter Road"
    counts.py    … numbers: "2000 people", "rose to 1900"; codes.py: "room 1985"
    marks.py     … decades and ordinals: "in his 30s"; rates.py: durations, "light years"
    naming.py, figures.py     tables for these: names and titles, numbers
    surroundings.py  the words right beside a phrase; is it a headline, does it open its sentence?

Does the clause look back or ahead?

    lean.py      what stands closest decides
    clause.py    the words of the sentence around a phrase
    tense.py     what each of them says of the tense
    verbs.py, nouns.py  tables for these
    asides.py    in a story: what is told by the way

Who and where (the names of an article; `timeline/names` reads them):

    who.py       tables: titles, jobs, what organizations and places are called, peoples
    gazetteer.py countries and cities

What does the sentence tell of that day?

    tags.py          the words of a sentence, each with what it may do there; wordkinds.py: tables for it
    inflect.py       the forms of verbs: opened, opens
    clauses.py       the clauses, in one pass; links.py: what opens and joins them; clauseparts.py: what they are
    verbgroups.py    a verb with its auxiliaries; participles.py: "the mill built in 1951"
    subjects.py      whose verb it is; number.py: one or many
    headline.py      a clause as a headline; nounphrases.py, trim.py: of its parts, and no longer than it may be
    nominal.py       events that a noun tells: "since its peak in February"
    pronouns.py      who "he" and "the company" are
    telling.py       an event, a report, a plan, a denial, a claim, or nothing

wordlists.py has what the tables are written with.

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
    periods,
    ranges,
    relative,
    sets,
    told,
    undated,
    vague,
    words,
)
from timeline.scan import Scanner

# `told`, `sets` and `vague` add their rules to levels of `relative` and `undated` when they are imported.
assert told.LEVEL is relative.steps
assert sets.LEVEL is vague.LEVEL is undated.spans
GRAMMAR = Grammar(
    [
        *informal.LEVELS,
        *numerals.LEVELS,
        *lengths.LEVELS,
        clocks.dials,
        *dates.LEVELS,
        undated.spans,
        *relative.LEVELS,
        *periods.LEVELS,
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
    words.DANGLING,
    words.TRIGGERS,
    numbers.number,
    numbers.TRIGGERS,
    numbers.stands_alone,
)
