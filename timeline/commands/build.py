"""timeline build: articles in, the events file brought up to date, and an account of all that was found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from timeline.commands.account import lines_of
from timeline.commands.corpus import PLACE, build_corpus, corpus_options
from timeline.commands.options import events_option, progress, reading_options, settings_of
from timeline.errors import UsageError
from timeline.garbage import collect_seldom


@click.command()
@click.argument("paths", nargs=-1, type=PLACE, metavar="[PATH]...")
@events_option
@click.option("--undated", is_flag=True, help="Also take what is told without a date, marked as only reported on.")
@click.option("--dry-run", is_flag=True, help="Show what would change in the events file, and write nothing.")
@corpus_options
@reading_options
def build(
    paths: Sequence[Path | str], events: Path, undated: bool, dry_run: bool, corpus: Path | str | None, **settings: Any
) -> None:
    """Read articles (files or folders; data/ if left out) and bring the events file up to date.

    What a person changed, added or deleted in the file stays so. With --corpus, for collections of any size, the events
    go to a folder of Parquet files, and a build that was cut off goes on where it stopped.
    """
    from timeline import pipeline

    collect_seldom()
    ways = {name: settings.pop(name) for name in ("workers", "cluster", "retry", "top")}
    if corpus is not None:
        if dry_run:
            raise UsageError(
                "--dry-run shows what would change in events.yaml, and a corpus is another thing: leave one of them out"
            )
        build_corpus(paths or [Path("data")], corpus, events, settings_of(**settings, undated=undated), **ways)
        return
    if any(ways.values()):
        raise UsageError("--workers, --cluster, --retry and --top are for a corpus: name its folder with --corpus")
    here = [path for path in paths if isinstance(path, Path)]
    if len(here) < len(paths):
        raise UsageError("articles at URLs are read into a corpus: name its folder with --corpus")
    report = pipeline.build(here or [Path("data")], events, settings_of(**settings, undated=undated), progress, dry_run=dry_run)
    for line in report.diff:
        click.echo(line)
    for line in lines_of(report, events):
        click.echo(line)
