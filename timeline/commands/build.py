"""timeline build: articles in, the events file or a corpus brought up to date, and an account of all that was found."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.commands.account import done_to_the_file, lines_of
from timeline.commands.options import events_option, progress, reading_options, settings_of
from timeline.errors import UsageError
from timeline.garbage import collect_seldom

if TYPE_CHECKING:
    from timeline.articles import Settings
    from timeline.corpus.engine import Engine


def _corpus_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options of builds for a corpus."""
    for option in (
        click.option(
            "--top", type=click.IntRange(1), metavar="N", help="With --corpus: put the N that matter most into the events file."
        ),
        click.option("--retry", is_flag=True, help="With --corpus: read again what was put aside."),
        click.option("--workers", type=click.IntRange(1), metavar="N", help="With --corpus: processes; else one a CPU."),
        click.option("--cluster", metavar="ADDRESS", help="With --corpus: work on the Dask cluster of this scheduler."),
        click.option(
            "--corpus",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Keep the events in this folder, as Parquet, and leave the events file alone.",
        ),
    ):
        function = option(function)
    return function


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@events_option
@click.option("--undated", is_flag=True, help="Also take what is told without a date, marked as only reported on.")
@click.option("--dry-run", is_flag=True, help="Show what would change in the events file, and write nothing.")
@_corpus_options
@reading_options
def build(paths: Sequence[Path], events: Path, undated: bool, dry_run: bool, corpus: Path | None, **settings: Any) -> None:
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
        _build_corpus(paths or [Path("data")], corpus, events, settings_of(**settings, undated=undated), **ways)
        return
    if any(ways.values()):
        raise UsageError("--workers, --cluster, --retry and --top are for a corpus: name its folder with --corpus")
    report = pipeline.build(paths or [Path("data")], events, settings_of(**settings, undated=undated), progress, dry_run=dry_run)
    for line in report.diff:
        click.echo(line)
    for line in lines_of(report, events):
        click.echo(line)


def _build_corpus(
    paths: Sequence[Path],
    corpus: Path,
    events: Path,
    settings: Settings,
    *,
    workers: int | None,
    cluster: str | None,
    retry: bool,
    top: int | None,
) -> None:
    """Bring a corpus up to date, and print its account."""
    from timeline.archive import Archive
    from timeline.corpus import account, build
    from timeline.survey import name_of

    if workers and cluster:
        raise UsageError("--workers are processes of this machine, and a cluster has its own: leave one of them out")
    ways = build.Ways(retry=retry)
    archive = Archive(events)
    try:
        with _engine(workers, cluster, build.MEMORY) as engine:
            told = build.build(paths, corpus, lambda file: name_of(file, archive), engine, settings, _steps(), ways)
    except KeyboardInterrupt:
        click.echo("stopped; the same command goes on from here", err=True)
        raise
    for line in account.lines(corpus, told):
        click.echo(line)
    if top is not None:
        from timeline.corpus.choosing import put_foremost

        outcome, wrote, notes = put_foremost(corpus, events, top, paths)
        click.echo(done_to_the_file(outcome))
        for note in [*outcome.conflicts, *notes]:
            click.echo(f"  note: {note}")
        click.echo(f"{events}: {'written' if wrote else 'unchanged'}")


def _engine(workers: int | None, cluster: str | None, memory: int) -> AbstractContextManager[Engine]:
    if cluster is None:
        from timeline.corpus.engine import Processes

        return Processes(workers or os.cpu_count() or 1, memory)
    from timeline.corpus.cluster import Cluster

    return Cluster(cluster, lambda line: click.echo(line, err=True), memory)


def _steps() -> Callable[[str, float], None]:
    """Says on stderr how far a build has come and how long it will still take: in one line, or in a log by tenths."""
    from timeline.corpus.account import Course

    course, terminal = Course(), sys.stderr.isatty()

    def step(what: str, done: float) -> None:
        line = course.line(what, done, often=terminal)
        if line:
            click.echo(f"\r{line:<60}" if terminal else line, nl=not terminal or (what, done) == ("writing", 1), err=True)

    return step
