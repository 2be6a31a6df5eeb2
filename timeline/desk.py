"""Edits of an events file, one after the other, written as a person's: the build takes them for typed by hand.

Each can be taken back, and that again. All edits in a row that nobody else's save interrupts make one version of
the file, so that curating leaves room for what builds did.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from timeline.archive import Archive
from timeline.curate import Conflict, Edit, Edited, edited
from timeline.errors import TimelineError
from timeline.identity import digest
from timeline.locking import locked
from timeline.notation import Words
from timeline.saving import TRIES, is_at_rest, save
from timeline.store import EventsFile, loads, read_text

_STEPS = 1000  # so many steps can be taken back
_KEPT = 4_000_000  # characters of a file that is kept as it was read, which takes fifty times as much memory


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, in a word ("kept"), and the keys of the entries as they are now ("" for one taken out)."""

    what: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """One edit, how to take it back, and the piece of text that it changed: `old` at an offset became `new`."""

    what: str
    edits: tuple[Edit, ...]
    back: tuple[Edit, ...]
    keys: tuple[str, ...]
    before: str
    after: str
    at: int
    old: str
    new: str


class Desk:
    """Where one events file is edited. Safe to use from several threads."""

    def __init__(self, events: Path, words: Words | None = None) -> None:
        """`words` reads dates that are typed in words."""
        self.events = events
        self.archive = Archive(events)
        self._words = words
        self._lock = threading.Lock()
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._session = _Session(self.archive)
        self._read: EventsFile | None = None

    def load(self) -> EventsFile:
        """The events file as it is now; reading takes longest of all, so it is read anew only if its text is another."""
        text, known = read_text(self.events), self._read
        if known is None or known.text != text:
            self._know(known := loads(text, self.events, self._words))
        return known

    def _know(self, file: EventsFile | None) -> None:
        self._read = file if file is not None and len(file.text) <= _KEPT else None

    @property
    def steps(self) -> tuple[int, int]:
        """How many edits can be taken back, and how many of those that were can be made again."""
        return len(self._undo), len(self._redo)

    def do(self, what: str, edits: Sequence[Edit]) -> Done | Conflict:
        """Make edits and write the file; `what` says in a word what that is, for the history.

        Raises TimelineError (EventsFileError, with its faults) where the file or what it would become is not sound.
        """
        with self._lock:
            made = self._write(what, lambda file: edited(file, edits, self._words))
            if isinstance(made, Conflict):
                return made
            self._undo = [*self._undo, _step(what, edits, *made)][-_STEPS:] if made[0] != made[1].text else self._undo
            self._redo = []
            return Done(what, made[1].keys)

    def undo(self) -> Done | Conflict | None:
        """Take the last edit back; None where there is none. Where others changed the file since, only its entry is touched."""
        with self._lock:
            return self._turn(self._undo, self._redo, -1)

    def redo(self) -> Done | Conflict | None:
        """Make the edit again that was taken back last; None where there is none."""
        with self._lock:
            return self._turn(self._redo, self._undo, 1)

    def _turn(self, steps: list[_Step], others: list[_Step], count: int) -> Done | Conflict | None:
        if not steps:
            return None
        step = steps[-1]
        made = self._write(step.what, lambda file: _turned(file, step, self._words), count)
        steps.pop()  # what cannot be taken back is no obstacle to what was done before it
        if isinstance(made, Conflict):
            return made
        others.append(_step(step.what, step.back, *made))
        return Done(step.what, made[1].keys)

    def _write(
        self, what: str, change: Callable[[EventsFile], Edited | Conflict], count: int = 1
    ) -> tuple[str, Edited] | Conflict:
        """Change the file as it is now; again, if somebody saved it at the same moment. Gives the text it had."""
        try:
            with locked(self.archive):
                for _ in range(TRIES):
                    is_at_rest(self.events)  # an editor may be in the middle of a save
                    file = self.load()
                    made = change(file)
                    if isinstance(made, Conflict) or made.text == file.text:
                        return made if isinstance(made, Conflict) else (file.text, made)
                    self._session.keep(file.text)
                    if save(self.events, file.text, made.text):
                        self._session.tell(what, count, made.text)
                        self._know(made.after)
                        return file.text, made
        except OSError as error:
            raise TimelineError(f"{error.filename or self.events}: {error.strerror or error}; nothing was written") from error
        raise TimelineError(f"{self.events}: it was changed again and again at this moment; do it again")


def _turned(file: EventsFile, step: _Step, words: Words | None) -> Edited | Conflict:
    """The file without a step: byte for byte as it was, if nobody else changed it since."""
    if digest(file.text) != step.after:
        return edited(file, step.back, words)
    text = file.text[: step.at] + step.old + file.text[step.at + len(step.new) :]
    return Edited(text, tuple(edit.key for edit in step.edits), step.edits)


def _step(what: str, edits: Sequence[Edit], before: str, made: Edited) -> _Step:
    at, tail = _shared(before, made.text)
    old, new = before[at : len(before) - tail], made.text[at : len(made.text) - tail]
    return _Step(what, tuple(edits), made.back, made.keys, digest(before), digest(made.text), at, old, new)


def _shared(one: str, other: str) -> tuple[int, int]:
    """How many characters two texts have in common at their beginning, and how many at their end behind that."""
    most = min(len(one), len(other))
    head = _equal(most, lambda count: one[:count] == other[:count])
    tail = _equal(most - head, lambda count: one[len(one) - count :] == other[len(other) - count :])
    return head, tail


def _equal(most: int, same: Callable[[int], bool]) -> int:
    """The largest count up to `most` for which it holds."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low


class _Session:
    """The version of the file from before the first of the edits in a row, and what they have done since."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self._left = ""  # the digest of what the last edit wrote
        self._number = 0
        self._counts: Counter[str] = Counter()

    def keep(self, text: str) -> None:
        """Keep the file as it is, unless it is as the last edit left it."""
        if digest(text) == self._left and self.archive.latest() == self._number:
            return
        self.archive.back_up(text, "edits in the page")
        self._number, self._left, self._counts = self.archive.latest(), digest(text), Counter()

    def tell(self, what: str, count: int, text: str) -> None:
        """Tell in the history what was done since."""
        self._left = digest(text)
        self._counts[what] += count
        counts = [f"{abs(n)} {what}{' taken back' if n < 0 else ''}" for what, n in self._counts.items() if n]
        self.archive.retell(self._number, f"in the page: {', '.join(counts) or 'everything taken back'}")
