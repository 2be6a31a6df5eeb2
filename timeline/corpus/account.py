"""What a build of a corpus says of itself: how far it has come, and its account."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from timeline.corpus.build import Built
from timeline.corpus.folder import database, files_in

_NAMED = 20  # skipped articles that are named; the folder has all of them
_MINUTE = 60


class Course:
    """How a build goes on, in words; where that is a log, only by tenths."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._first: float | None = None
        self._said: tuple[str, int] = ("", -1)

    def line(self, what: str, done: float, *, often: bool) -> str:
        """What to say now: "reading 40 %, about 3 minutes left"; nothing where that has been said."""
        part = int(done * 100) if often else int(done * 10) * 10
        if (what, part) == self._said:
            return ""
        self._said = what, part
        if self._first is None:
            self._first = done  # what was read by earlier builds took no time now
        rest = _rest(time.monotonic() - self._begun, done - self._first, 1 - done) if what == "reading" else ""
        return f"{what} {part} %{rest}"


def _rest(seconds: float, done: float, left: float) -> str:
    """How long the rest will take, if it goes on like this.

    >>> _rest(60, 0.25, 0.75), _rest(5, 0.5, 0.5), _rest(5, 0, 1)
    (', about 3 minutes left', ', about 5 seconds left', '')
    """
    if done <= 0 or left <= 0:
        return ""
    more = seconds * left / done
    minutes = round(more / _MINUTE)
    if minutes >= 2 * _MINUTE:
        return f", about {round(minutes / _MINUTE)} hours left"
    if minutes > 1:
        return f", about {minutes} minutes left"
    return f", about {round(more)} seconds left" if round(more) > 1 else ", about a second left"


def lines(root: Path, built: Built) -> Iterator[str]:
    """The account: what was found is what was read and what was skipped, and all phrases have their fate."""
    counts = built.counts
    yield f"articles  {counts['found']:,} found = {counts['read']:,} read + {counts['skipped']:,} skipped"
    yield from _not_read(root, counts)
    for warning in built.warnings:
        yield f"  warning     {warning}"
    fates = counts["in_events"], counts["unresolved"], counts["no_events"]
    yield f"phrases   {sum(fates):,} found = {fates[0]:,} in events + {fates[1]:,} unresolved + {fates[2]:,} no events"
    if counts["unresolved"]:
        yield f"  unresolved  they stand in {root}/articles, in the column 'phrases', with the mend of each"
    yield f"sentences {counts['without']:,} have no event, since no phrase of them dates one"
    yield f"events    {counts['events']:,}, told {counts['tellings']:,} times"
    if counts["copies"]:
        are = "article is a copy" if counts["copies"] == 1 else "articles are copies"
        yield f"  copies      {counts['copies']:,} {are} of others in nearly the same words"
    yield f"shards    {built.shards:,}, of which {built.new:,} were read now"
    yield f"{root}: {'written' if built.changed else 'unchanged'}"


def _not_read(root: Path, counts: dict[str, int]) -> Iterator[str]:
    if not counts["skipped"]:
        return
    articles = files_in(root / "articles")
    with database() as found:
        aside = found.execute(f"SELECT path, skipped FROM '{articles}' WHERE quarantined ORDER BY path").fetchall()
        others = found.execute(
            f"""SELECT path, skipped FROM '{articles}' WHERE skipped <> '' AND NOT quarantined
              ORDER BY starts_with(skipped, 'the same text as'), path LIMIT {_NAMED}"""  # copies lose nobody anything
        ).fetchall()
    for path, why in aside:
        yield f"  put aside   {path}: {why.removeprefix('put aside: ')}; the others are read, --retry tries it again"
    for path, why in others:
        yield f"  skipped     {path}: {why}"
    more = counts["skipped"] - len(aside) - len(others)
    if more > 0:
        yield f"  skipped     {more:,} more: they stand in {root}/articles, in the column 'skipped'"
