"""The same event told by several articles becomes one event with several sources. Precision first.

A false merge hides a fact, a missed one only repeats it: what is nearly the same goes to the list of `Maybe`. `nearby`
finds the pairs to compare, `verdict` says what two tellings are to each other; here they become events. The order and the
number of files play no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.interval import Interval
from timeline.likeness import Content, Rarity, content_of, known_names
from timeline.model import Event
from timeline.nearby import Sought, pairs
from timeline.notation import date_text
from timeline.verdict import RIVAL, SAME, Verdict, common, excludes, length, verdict

MOST_MAYBES = 300
_ASKED = 6  # tellings of each side that have a say before two groups become one
_MOST_RIVALS = 3  # days that one event may be told to have been on


@dataclass(frozen=True, slots=True)
class Maybe:
    """Two events that may be one, by the ids of their first sources, and why they are not."""

    a: str
    b: str
    why: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The events with those that tell the same joined, in the order of their first teller; and near misses, best first."""

    events: list[Event]
    maybes: list[Maybe]


@dataclass(slots=True, eq=False)
class Telling:
    """One event as one article tells it: its place in the order of tellers, and what it is about."""

    place: int
    event: Event
    content: Content


Judged = tuple[Telling, Telling, Verdict]


@dataclass(slots=True, eq=False)
class _Group:
    """Tellings of one event, in order, and the days that all of them allow; `rivals` say another day."""

    tellings: list[Telling]
    date: Interval
    rivals: list[_Group] = field(default_factory=list)

    def all(self) -> Iterator[Telling]:
        """The tellings, those of the rivals too."""
        yield from self.tellings
        for rival in self.rivals:
            yield from rival.tellings


def merge(events: Iterable[Event], origins: Mapping[str, str] | None = None) -> Merged:
    """Join the events that are one. `origins` has, for each article that is a copy, the path of what it is a copy of.

    >>> from timeline.model import Source
    >>> def told(article, phrase, sentence):
    ...     return Event(Interval.day(18391), sentence, (Source(article, article, "2020-05-10", sentence, phrase),))
    >>> one = told("a.txt", "May 9", "Ada Holm opened the harbour bridge on May 9.")
    >>> other = told("b.txt", "Saturday", "On Saturday the harbour bridge was opened by Ada Holm.")
    >>> [[source.article for source in event.sources] for event in merge([other, one]).events]
    [['a.txt', 'b.txt']]
    """
    ordered = sorted(events, key=in_order)
    known = known_names(ordered)
    tellings = [Telling(place, event, content_of(event, known)) for place, event in enumerate(ordered)]
    rarity = Rarity((t.event.sources[0].article, t.content.stems) for t in tellings)
    near = pairs([Sought(t.event.date, rarity.rarest(t.content.keys)) for t in tellings])
    told = [(tellings[a], tellings[b]) for a, b in near]
    judged = [(one, other, found) for one, other in told if (found := judge(one, other, rarity)) is not None]
    return Merged(*joined(tellings, judged, rarity, origins or {}))


def judge(one: Telling, other: Telling, rarity: Rarity) -> Verdict | None:
    """What two tellings are to each other; None where they have nothing to do with each other."""
    return verdict(one.event, other.event, (one.content, other.content), rarity)


def joined(
    tellings: Sequence[Telling], judged: Sequence[Judged], rarity: Rarity, origins: Mapping[str, str]
) -> tuple[list[Event], list[Maybe]]:
    """The events that tellings are, in order of their places, from what is judged of pairs of them; and the near misses."""
    judged = sorted(judged, key=lambda pair: (-pair[2].weight, pair[0].place, pair[1].place))
    groups = _Groups(tellings, rarity)
    for one, other, found in judged:
        if found.kind == SAME:
            groups.join(one, other)
    for one, other, found in judged:
        if found.kind == RIVAL:
            groups.oppose(one, other, origins)
    homes = list({id(home): home for home in map(groups.home, tellings)}.values())
    merged = [_event(home) for home in homes]
    ids = {id(home): event.sources[0].id for home, event in zip(homes, merged, strict=True)}
    return merged, _maybes(judged, groups, ids)


def in_order(event: Event) -> tuple[bool, str, str]:
    """By day of publication, the undated last, then by path; the events of one article stay in the order of its text."""
    source = event.sources[0]
    return source.published is None, source.published or "", source.article


class _Groups:
    """Which telling is in which group. Two groups become one only where all that are asked could tell the same."""

    def __init__(self, tellings: Sequence[Telling], rarity: Rarity) -> None:
        self.rarity = rarity
        self.of = {telling.place: _Group([telling], telling.event.date) for telling in tellings}
        self.main: dict[int, _Group] = {}  # of those that say another day, by identity

    def home(self, telling: Telling) -> _Group:
        """The group of a telling; that of the better supported date for one that contradicts it."""
        group = self.of[telling.place]
        return self.main.get(id(group), group)

    def join(self, one: Telling, other: Telling) -> None:
        """Make one group of the two."""
        a, b = self.of[one.place], self.of[other.place]
        date = common(a.date, b.date)
        if a is b or date is None or not self._agree(a, b):
            return
        a.tellings = sorted([*a.tellings, *b.tellings], key=lambda telling: telling.place)
        a.date = date
        for telling in b.tellings:
            self.of[telling.place] = a

    def _agree(self, a: _Group, b: _Group) -> bool:
        """Whether nobody in the one excludes somebody in the other, and no article tells in both, but to repeat itself."""
        articles = {t.event.sources[0].article: t for t in a.tellings}
        for telling in b.tellings:
            twin = articles.get(telling.event.sources[0].article)
            if twin is not None and not self._repeats(twin, telling):
                return False
        return not any(excludes(x.content, y.content, self.rarity) for x in a.tellings[:_ASKED] for y in b.tellings[:_ASKED])

    def _repeats(self, one: Telling, other: Telling) -> bool:
        found = judge(one, other, self.rarity)
        return found is not None and found.kind == SAME

    def oppose(self, one: Telling, other: Telling, origins: Mapping[str, str]) -> None:
        """Make one event of two groups that contradict each other: the better supported date is the event's."""
        a, b = self.home(one), self.home(other)
        if a is b or len(a.rivals) + len(b.rivals) + 1 > _MOST_RIVALS:
            return
        told = [{t.event.sources[0].article for t in group.all()} for group in (a, b)]
        if told[0] & told[1]:
            return  # an article that tells both days means two events
        best, *rest = sorted([a, *a.rivals, b, *b.rivals], key=lambda group: _support(group, origins))
        for group in rest:
            group.rivals = []
            self.main[id(group)] = best
        self.main.pop(id(best), None)
        best.rivals = rest


def _support(group: _Group, origins: Mapping[str, str]) -> tuple[int, tuple[bool, str, str], float, int]:
    """The better supported date first: told by more independent articles, then earlier, then more precisely."""
    articles = [telling.event.sources[0].article for telling in group.tellings]
    independent = {origins.get(article, "") or article for article in articles}
    return -len(independent), in_order(group.tellings[0].event), length(group.date), group.tellings[0].place


def _event(group: _Group) -> Event:
    """One event of a group: the days that all allow, the title of the best teller, every source."""
    best = min(
        (telling.event for telling in group.tellings),
        key=lambda event: (in_order(event)[:2], not event.lead, length(event.date)),
    )
    rivals = sorted((telling for rival in group.rivals for telling in rival.tellings), key=lambda telling: telling.place)
    told = [telling.event for telling in (*group.tellings, *rivals)]
    if len(told) == 1:
        return told[0]
    own = [telling.event.sources[0] for telling in group.tellings]
    others = [replace(telling.event.sources[0], date=date_text(telling.event.date)) for telling in rivals]
    return replace(
        best,
        date=group.date,
        sources=(*own, *others),
        lead=any(event.lead for event in told),
        people=_union(event.people for event in told),
        places=_union(event.places for event in told),
        organizations=_union(event.organizations for event in told),
    )


def _union(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for names in lists for name in names))


def _maybes(judged: Sequence[Judged], groups: _Groups, ids: Mapping[int, str]) -> list[Maybe]:
    """The pairs that came near and are not one now, the best first, each pair of events once."""
    found: dict[tuple[str, str], Maybe] = {}
    for one, other, told in judged:
        a, b = (ids[id(groups.home(telling))] for telling in (one, other))
        if a != b and (a, b) not in found and (b, a) not in found:
            found[a, b] = Maybe(a, b, told.why or "an article tells both, or another of their sources speaks against it")
            if len(found) == MOST_MAYBES:
                break
    return list(found.values())
