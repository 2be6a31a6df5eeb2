"""The names of a corpus and of a file as one: of lanes, of values with their counts, of articles with their titles.

Those of a corpus may be very many: they are found by their hashes, and nothing here goes through all of them unless asked to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dashboard.item import NONE
from dashboard.told import Held
from timeline.corpus.query import Names


class Named:
    """Names of lanes by their numbers, with NONE behind them."""

    def __init__(self, names: list[str] | Names) -> None:
        self.names = names

    def __len__(self) -> int:
        return len(self.names) + 1

    def __getitem__(self, number: int) -> str:
        return self.names[number] if number < len(self.names) else NONE

    def place(self, name: str) -> int | None:
        """The number of a name."""
        if name == NONE:
            return len(self.names)
        if isinstance(self.names, list):
            return self.names.index(name) if name in self.names else None
        return self.names.place(name)


class Keys(Sequence[str]):
    """The names of the corpus, NONE, and those that only the file has."""

    def __init__(self, names: Named, more: list[str]) -> None:
        self._names, self._more = names, more

    def __len__(self) -> int:
        return len(self._names) + len(self._more)

    def __getitem__(self, at: Any) -> Any:
        """The key of that number."""
        return self._names[at] if at < len(self._names) else self._more[at - len(self._names)]


class Counts(Mapping[str, int]):
    """How many events have each value, the most frequent of the corpus first, behind them what only the file has."""

    def __init__(self, held: Held, own: Mapping[str, int], less: Iterable[str]) -> None:
        """`own` are the counts of the file, `less` the values of the events whose place it takes, each once an event."""
        self._held = held
        self._change: dict[str, int] = dict(own)
        for value in less:
            self._change[value] = self._change.get(value, 0) - 1
        self._more = [value for value in own if held.names.place(value) is None]

    def __getitem__(self, value: str) -> int:
        number = self._held.names.place(value)
        if number is None and value not in self._change:
            raise KeyError(value)
        return (0 if number is None else int(self._held.counts[number])) + self._change.get(value, 0)

    def __iter__(self) -> Iterator[str]:
        yield from (self._held.names[int(number)] for number in self._held.order)
        yield from self._more

    def __len__(self) -> int:
        return len(self._held.names) + len(self._more)

    @property
    def ranks(self) -> Mapping[str, int]:
        """The place of each value among all."""
        return _Ranks(self._held, lambda number: int(self._held.ranks[number]), self._more)


class Titles(Mapping[str, str]):
    """The titles of articles by their paths, in order of publication, behind them those that only the file has."""

    def __init__(self, held: Held, own: Mapping[str, str]) -> None:
        self._held, self._own = held, own
        self._more = [path for path in own if held.names.place(path) is None]

    def __getitem__(self, path: str) -> str:
        number = self._held.names.place(path)
        if number is None:
            return self._own[path]
        return path if self._held.titles is None else self._held.titles[number]

    def __iter__(self) -> Iterator[str]:
        yield from self._held.names
        yield from self._more

    def __len__(self) -> int:
        return len(self._held.names) + len(self._more)

    @property
    def ranks(self) -> Mapping[str, int]:
        """The place of each article among all."""
        return _Ranks(self._held, lambda number: number, self._more)


class _Ranks(Mapping[str, int]):
    """The places of names among all of them: those that only the file has come last."""

    def __init__(self, held: Held, rank: Callable[[int], int], more: Sequence[str]) -> None:
        self._names, self._rank = held.names, rank
        self._behind = {name: place for place, name in enumerate(more, len(held.names))}

    def __getitem__(self, name: str) -> int:
        number = self._names.place(name)
        return self._behind[name] if number is None else self._rank(number)

    def __iter__(self) -> Iterator[str]:
        yield from self._names
        yield from self._behind

    def __len__(self) -> int:
        return len(self._names) + len(self._behind)
