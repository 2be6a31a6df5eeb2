"""timeline articles, history, undo and check: what there is, what was done, and whether it is sound."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from timeline.commands.options import FAULTY, events_option, must_exist, progress, reading_options, settings_of
from timeline.errors import UsageError
from timeline.garbage import collect_seldom


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@events_option
@click.option("--json", "as_json", is_flag=True, help="Write a list of objects for machines.")
@reading_options
def articles(paths: Sequence[Path], events: Path, as_json: bool, **settings: Any) -> None:
    """List every article and every skipped file: when it was published and how we know, what was found, what is missing.

    Nothing is written. For an article that does not say when it was published it tells what the evidence allows.
    """
    from timeline import listing
    from timeline.archive import Archive
    from timeline.survey import survey

    found = survey(paths or [Path("data")], Archive(events), settings_of(**settings), progress)
    if as_json:
        click.echo(json.dumps(listing.rows(found), ensure_ascii=False, indent=1))
        return
    for line in listing.table(found):
        click.echo(line)


@click.command()
@events_option
def history(events: Path) -> None:
    """List the versions of the events file that are kept: what builds did, and what people edited."""
    from timeline import past

    must_exist(events)
    for line in past.history(events):
        click.echo(line)


@click.command()
@events_option
def undo(events: Path) -> None:
    """Take back the last build that wrote the events file; once more takes that back."""
    from timeline import past

    must_exist(events)
    click.echo(past.undo(events))


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
@click.option("--strict", is_flag=True, help="Warnings count as faults.")
def check(files: Sequence[Path], strict: bool) -> None:
    """Say whether an events file and the articles.yaml of its articles are sound; exit code 1 where one is not.

    FILE is events.yaml if left out; it may also be an articles.yaml, which is then checked alone. Warnings
    tell of what waits for a person: where both changed a field, where sources contradict each other, where
    a '#' may have cut a title.
    """
    from timeline.checking import check as checked

    collect_seldom()
    failed = False
    for file in files or [Path("events.yaml")]:
        if not file.is_file():
            raise UsageError(f"{file}: there is no such file")
        found = checked(file)
        for line in [*found.faults, *found.warnings]:
            click.echo(line, err=True)
        for line in found.sound:
            click.echo(line)
        failed = failed or bool(found.faults) or (strict and bool(found.warnings))
    if failed:
        sys.exit(FAULTY)
