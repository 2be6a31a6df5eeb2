"""Options that several commands have."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.articles import Settings


FAULTY = 1
"""The exit code where what was asked for is done, and something is wrong with what people wrote."""

events_option = click.option(
    "--events",
    "events",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("events.yaml"),
    show_default=True,
    help="The events file.",
)


_READING = (
    click.option("--published", metavar="DATE", help="When the articles that don't say it were published: 2020-05-08."),
    click.option("--published-override", metavar="DATE", help="When all the articles were published, whatever they say."),
    click.option(
        "--day-first/--month-first",
        default=None,
        help="How 03/04/2020 is meant, where the articles don't tell: 3 April, or 4 March.",
    ),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=NAME",
        help="The name that a field has in CSV and JSON files: published=Datum. Fields: published, title, text, url, author.",
    ),
    click.option("--largest", default=10.0, show_default=True, metavar="MB", help="Leave out articles that are larger."),
)


def reading_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options of the commands that read articles."""
    for option in reversed(_READING):
        function = option(function)
    return function


def settings_of(
    published: str | None,
    published_override: str | None,
    day_first: bool | None,
    columns: Sequence[str],
    largest: float,
    *,
    undated: bool = False,
) -> Settings:
    """What the options of reading come to. Raises UsageError for a column that is none."""
    from timeline.articles.settings import MB, Settings

    return Settings(_columns(columns), day_first, int(largest * MB), published or "", published_override or "", undated)


def _columns(said: Sequence[str]) -> dict[str, str]:
    from timeline.articles.settings import FIELDS

    out = {}
    for one in said:
        field, equals, name = one.partition("=")
        if not equals or field not in FIELDS:
            raise UsageError(f"--column {one}: write it as FIELD=NAME, where FIELD is {', '.join(FIELDS)}")
        out[field] = name
    return out


def must_exist(events: Path) -> None:
    """Raise UsageError where there is no events file yet."""
    if not events.is_file():
        raise UsageError(f"{events}: there is no such file; make one with: timeline build PATH --events {events}")


def progress(files: Sequence[Path]) -> Iterable[Path]:
    """The files, with a bar that tells a person at a terminal how far their reading is."""
    if not sys.stderr.isatty():
        return files
    return _bar(files)


def _bar(files: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(files, label="reading", file=sys.stderr) as bar:
        yield from bar
