"""timeline build --corpus: the options of it, and the build itself, here or on a cluster."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.commands.account import done_to_the_file
from timeline.errors import UsageError

if TYPE_CHECKING:
    from timeline.articles import Settings
    from timeline.corpus.engine import Engine
    from timeline.pipeline import Brought


class _Place(click.Path):
    """A path, or a URL, which stays a text."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """See ParamType."""
        from timeline.links import is_url

        return value if isinstance(value, str) and is_url(value) else super().convert(value, param, ctx)


PLACE = _Place(path_type=Path)
"""The type of arguments that name a file, a folder or a URL."""


def corpus_options(function: Callable[..., None]) -> Callable[..., None]:
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
            type=PLACE,
            metavar="DIR",
            help="Keep the events in this folder, as Parquet, and leave the events file alone.",
        ),
    ):
        function = option(function)
    return function


def build_corpus(
    paths: Sequence[Path | str],
    corpus: Path | str,
    events: Path,
    settings: Settings,
    *,
    workers: int | None,
    cluster: str | None,
    retry: bool,
    top: int | None,
) -> None:
    """Bring a corpus up to date, and print its account. Raises a TimelineError where something is in the way."""
    from timeline.archive import Archive
    from timeline.corpus import account, build, elsewhere
    from timeline.identity import short_id
    from timeline.survey import name_of

    if workers and cluster:
        raise UsageError("--workers are processes of this machine, and a cluster has its own: leave one of them out")
    ways = build.Ways(retry=retry)
    archive = Archive(events)
    place = elsewhere.Place(corpus) if isinstance(corpus, str) else None
    root = archive.root / "corpora" / short_id(corpus) if isinstance(corpus, str) else corpus
    try:
        with _engine(workers, cluster, build.MEMORY) as engine:
            told = build.build(paths, root, lambda file: name_of(file, archive), engine, settings, _steps(), ways)
    except KeyboardInterrupt:
        click.echo("stopped; the same command goes on from here", err=True)
        raise
    for line in account.lines(root, told):
        click.echo(line)
    if place is not None:
        click.echo(f"{corpus}: {'written' if place.publish(root) else 'unchanged'}")
    if top is not None:
        from timeline.corpus.choosing import put_foremost

        say_brought(put_foremost(root, events, top, [path for path in paths if isinstance(path, Path)]), events)


def say_brought(brought: Brought, events: Path) -> None:
    """What was brought from a corpus into the events file, or would be."""
    for line in brought.diff:
        click.echo(line)
    click.echo(done_to_the_file(brought.outcome))
    for note in [*brought.outcome.conflicts, *brought.notes]:
        click.echo(f"  note: {note}")
    click.echo(f"{events}: {'written' if brought.wrote else 'would change' if brought.diff else 'unchanged'}")


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
