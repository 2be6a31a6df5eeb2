"""What can go wrong, as one tree. Knows no feature.

TimelineError            the root: catch this one
├── DateSyntaxError      a `date:` that is no date, or a day that does not exist
├── EventsFileError      events.yaml cannot be read: carries file, line, column
├── ArticleError         one article cannot be read; the build lists it and goes on
└── UsageError           the command was asked for something that is not there
"""

from __future__ import annotations

from dataclasses import dataclass


class TimelineError(Exception):
    """Anything the software says about its input. Its text is one line that a user can act on."""


class DateSyntaxError(TimelineError):
    """A date that cannot be read or does not exist; the message says which and how to mend it."""


class ArticleError(TimelineError):
    """One article cannot be read; the message is the reason shown in the account."""


class UsageError(TimelineError):
    """What was asked for is not there: a missing path, a folder without articles."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file. Lines and columns count from 1."""

    line: int
    column: int
    message: str


class EventsFileError(TimelineError):
    """events.yaml cannot be read as it is.

    >>> print(EventsFileError("events.yaml", [Fault(12, 3, "unknown key 'titel'")]))
    events.yaml:12:3: unknown key 'titel'
    """

    def __init__(self, path: str, faults: list[Fault]) -> None:
        self.path = path
        self.faults = faults
        super().__init__("\n".join(f"{path}:{f.line}:{f.column}: {f.message}" for f in faults))
