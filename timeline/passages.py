"""Does a passage of one article speak of an event that another tells? What the days say to that, the caller knows.

Asked where an event has no date in the one article ("Kim sent a message, the agency said on Friday") and one in the other.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import product

from timeline.likeness import Content, Words, content_of, dated_verb, known_names, read
from timeline.model import REPORT, Article, Event
from timeline.sentences import Sentences
from timeline.verdict import length

_LONGEST = 31  # days: what is dated more vaguely may be anything
_EARLIEST = -(10**9)  # a day number before all
_WINDOW, _STEP = 14, 4  # words that stand together: a verb, who did it and to what


def passage_of(article: Article, span: tuple[int, int]) -> str:
    r"""The sentence at a span and the prose sentence before it, which says what is reported.

    >>> text = "A ship sank.\n\nNobody was hurt, the owner said on Friday."
    >>> passage_of(Article("a.txt", text, "", ""), (14, len(text)))
    'A ship sank. Nobody was hurt, the owner said on Friday.'
    """
    text = article.text
    end = len(text[: span[0]].rstrip())
    before = ""
    if end and not any(region.start < end <= region.end for region in article.furniture):
        before = text[slice(*Sentences(text).around(end - 1, end))] + " "
    return " ".join((before + text[slice(*span)]).split())


def windows(text: str, known: frozenset[str]) -> Iterator[Words]:
    """The words of a passage, a few that stand together at a time."""
    words = text.split()
    for start in range(0, max(1, len(words) - _WINDOW + _STEP), _STEP):
        yield read(" ".join(["", *words[start : start + _WINDOW]]), known)


def speaks_of(window: Words, content: Content, verb: str) -> int:
    """How many words of the event stand together with its verb; 0 unless a name and another word of its clause do."""
    names = window.names & content.names
    others = window.stems & content.clause - names - {verb}
    return len(names) + len(others) if names and others else 0


def may_be_spoken_of(event: Event) -> bool:
    """Whether it is dated well enough to be found by a passage, and no report."""
    return event.kind != REPORT and length(event.date) <= _LONGEST


class Spoken:
    """The events of a build that a passage may speak of, found by a name and a verb; only what is dated to a month or finer."""

    def __init__(self, events: Iterable[Event], known: frozenset[str] | None = None) -> None:
        dated = [event for event in events if may_be_spoken_of(event)]
        self.known = known_names(dated) if known is None else known
        self.contents = [content_of(event, self.known) for event in dated]
        self.events = dated
        self.verbs = [dated_verb(event.sources[0].sentence, event.sources[0].phrase) for event in dated]
        places: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for place, content in enumerate(self.contents):
            day = dated[place].date.first_day or 0
            for name in content.names:
                places[name, self.verbs[place]].append((day, place))
        self.places = {pair: sorted(days) for pair, days in places.items()}

    def of(self, passage: str, begun: tuple[int, int] | None = None) -> list[Event]:
        """The events of which the passage speaks, the likest first; `begun` are the first and last day on which they began."""
        best: dict[int, int] = {}
        for window in windows(passage, self.known):
            for pair in product(window.names, window.verbs):
                days = self.places.get(pair, [])
                first, last = begun or (_EARLIEST, -_EARLIEST)
                low, high = bisect_left(days, (first, -1)), bisect_left(days, (last + 1, -1))
                for _, place in days[low:high]:
                    best[place] = max(best.get(place, 0), speaks_of(window, self.contents[place], self.verbs[place]))
        return [self.events[place] for place in sorted(best, key=lambda place: (-best[place], place)) if best[place]]
