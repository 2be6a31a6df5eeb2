"""timeline serve: the timeline in the browser."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from timeline.commands.options import events_option
from timeline.errors import UsageError


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[EVENTS.yaml]")
@events_option
@click.option(
    "--corpus", type=click.Path(path_type=Path), metavar="DIR", help="Show all of this corpus, with the events file over it."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8050, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 takes a free one.")
@click.option("--read-only", is_flag=True, help="Let nobody edit events in the page.")
@click.option("--token", metavar="TEXT", default="", envvar="TIMELINE_TOKEN", help="Show nothing to who does not say this first.")
@click.option("--prefix", metavar="PATH", default="/", help="Behind a proxy: the path of the page, such as /chronology/.")
@click.option(
    "--origin", "origins", metavar="URL", multiple=True, help="Behind a proxy: its address, such as https://papers.example."
)
def serve(
    file: Path | None,
    events: Path,
    corpus: Path | None,
    host: str,
    port: int,
    read_only: bool,
    token: str,
    prefix: str,
    origins: tuple[str, ...],
) -> None:
    """Show the timeline in the browser, where its events can be edited, too.

    It is for this machine alone, unless --host names an address that others reach; then --token is asked for. The token may
    also stand in the environment, as TIMELINE_TOKEN, where no list of processes shows it.
    """
    from dashboard import environment

    environment.forget()
    from dashboard import door, guard, mounted
    from dashboard.app import create_app, run
    from timeline.recognize import read_words
    from timeline.untaken import untaken

    events = file or events
    if corpus is not None:
        from timeline.corpus.query import Corpus

        Corpus(corpus)  # what is wrong with it is told before anybody waits for the page
    elif not events.exists():
        raise UsageError(f"{events}: there is no such file; make one with: timeline build PATH --events {events}")
    if (token or not guard.is_local(host)) and len(token) < door.SHORTEST:
        why = "it is too short" if token else f"others can reach --host {host}"
        some = secrets.token_urlsafe(door.SHORTEST)
        raise UsageError(f"{why}: choose a --token of {door.SHORTEST} characters or more, for example --token {some}")
    at, behind = mounted.prefix(prefix), [guard.origin_of(each) for each in origins]
    app = create_app(events, read_words, untaken, read_only=read_only, prefix=at, origins=behind, token=token, corpus=corpus)
    try:
        run(app, host, port, lambda url: click.echo(f"{corpus or events} is shown at {url} (stop with Ctrl-C)"))
    except OSError as error:
        raise UsageError(f"cannot listen on {host}:{port}: {error.strerror}; choose another --port") from None
    except ValueError:
        raise UsageError(f"cannot listen on {host}:{port}: that is no address of this machine") from None
