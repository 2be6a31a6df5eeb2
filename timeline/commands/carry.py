"""timeline export and timeline import: what people carry away, and bring back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.commands.options import FAULTY, events_option
from timeline.errors import UsageError
from timeline.garbage import collect_seldom

if TYPE_CHECKING:
    from timeline.export.selection import Selection


NARROWING = ("person", "place", "organization", "tag", "status", "precision", "reviewed", "article")
"""What events can be narrowed down by, as in the page; each has an option of its own."""


def _narrowing_options(function: Callable[..., None]) -> Callable[..., None]:
    """The page's filters as options."""
    for name in reversed(NARROWING):
        function = click.option(f"--{name}", multiple=True, help=f"Only events with this {name}; may be repeated.")(function)
    return function


@click.command()
@click.argument("out", metavar="OUT|-")
@events_option
@click.option("--format", "form", metavar="NAME", help="The format, where the ending of the file does not tell it.")
@click.option("--exact", is_flag=True, help="CSV for programs: all an event has, lists and sources as JSON.")
@click.option("--query", metavar="TEXT", help="What the page shows at this query string: q=ferry&from=2020-05-01.")
@click.option("--search", metavar="TEXT", help='Only events with these words, "phrases" and without -those.')
@click.option("--from", "first", metavar="DATE", help="Only what may have been on or after that day.")
@click.option("--to", "last", metavar="DATE", help="Only what may have been on or before that day.")
@_narrowing_options
@click.option("--reports", is_flag=True, help="With any of these filters: reports, too, which the page leaves out.")
@click.option("--top", metavar="N", type=click.IntRange(1), help="Of these, only the N that matter most.")
def export(
    out: str,
    events: Path,
    form: str | None,
    top: int | None,
    exact: bool,
    query: str | None,
    search: str | None,
    first: str | None,
    last: str | None,
    **asked: Any,
) -> None:
    """Write the events to a file, in the format that its ending tells; - is standard output, CSV if no format is named.

    \b
    csv         .csv              for spreadsheets: a row an event, safe to open
    exact       .exact.csv        for programs: all an event has, to be read back
    json jsonl  .json .jsonl      the same as JSON; export.schema.json says what each key is
    parquet     .parquet          the same for data frames
    ics         .ics              for calendars
    timelinejs  .timelinejs.json  for Knight Lab's TimelineJS
    md docx     .md .docx         a chronology with numbered citations
    html        .html             one page to keep: timeline, search and sources, without a network
    svg png     .svg .png         a picture of the timeline
    """  # noqa: D301 what begins a table for click is a character and no backslash
    from timeline.export import named, writer

    if not events.exists():
        raise UsageError(f"{events}: there is no such file")
    name = form or ("csv" if out == "-" else named(out))
    if exact and name not in ("csv", "exact"):
        raise UsageError(f"--exact is for CSV; {name} has all there is anyhow, or cannot hold it")
    name = "exact" if exact else name
    write = writer(name)
    asked |= {"q": search, "from": first, "to": last}
    wanted = query is not None or any(asked.values())
    selection, left = _looked_up(events, query or "", asked) if wanted else (_all_of(events), [])
    if top is not None and top < len(selection.entries):
        left = [*left, f"left out: {len(selection.entries) - top:,} that matter less (how many tell them, leads, precision)"]
        selection = selection.foremost(top)
    with _writing(out, name) as stream:
        notes = write(selection, stream)
    for note in [*left, *notes]:
        click.echo(note, err=True)
    click.echo(f"{len(selection.entries)} events written to {out}", err=True)


def _all_of(events: Path) -> Selection:
    """The events of the file in its order."""
    from timeline.archive import Archive
    from timeline.export.selection import Selection
    from timeline.recognize import read_words
    from timeline.standing import standing
    from timeline.store import load

    entries = standing(load(events, read_words).entries)
    return Selection(entries, events.stem, {record.path: record for record in Archive(events).articles()})


def _looked_up(events: Path, query: str, asked: dict[str, Any]) -> tuple[Selection, list[str]]:
    """What the page shows at a query string, and a line for what that leaves out."""
    from dashboard.download import looked_up
    from timeline.recognize import read_words

    return looked_up(events, query, asked, read_words)


@contextmanager
def _writing(out: str, name: str) -> Iterator[Any]:
    from timeline.export import FORMATS

    binary = FORMATS[name].binary
    if out == "-":
        if binary:
            yield sys.stdout.buffer
            sys.stdout.buffer.flush()  # what the disk refuses is told before anything is called written
            return
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(encoding="utf-8", newline="")
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with Path(out).open("wb") if binary else Path(out).open("w", encoding="utf-8", newline="") as stream:
            yield stream
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from None


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@events_option
@click.option("--dry-run", is_flag=True, help="Show what would change in the events file, and write nothing.")
def import_(file: Path, events: Path, dry_run: bool) -> None:
    """Take events into the events file, from CSV, JSON or JSON lines: exported ones, or others with a date and a title.

    An event whose id is known is changed where FILE says otherwise; one that says nothing new changes nothing, so
    an import may be repeated. Rows that cannot be taken are listed, and the exit code is then 1. `timeline undo`
    takes the import back.
    """
    from timeline.intake import take_in

    collect_seldom()
    taken = take_in(file, events, dry_run=dry_run)
    for line in taken.diff:
        click.echo(line)
    for note in taken.notes:
        click.echo(f"note: {note}")
    for bad in taken.bad:
        click.echo(f"{file}: {bad.place}: {bad.why}", err=True)
    count = taken.added + taken.updated + taken.known + len(taken.bad)
    click.echo(
        f"{count} events found = {taken.added} added + {taken.updated} changed + {taken.known} known already "
        f"+ {len(taken.bad)} not taken"
    )
    click.echo(f"{events}: {'written' if taken.wrote else 'would change' if taken.diff else 'unchanged'}")
    if taken.bad:
        sys.exit(FAULTY)
