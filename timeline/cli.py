"""The `timeline` command: its parts put together, and every fault told in a line."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from timeline.commands import build, carry, look, phrases, pick, serve
from timeline.errors import EventsFileError, TimelineError

_WRONG_USE = 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="article-timeline")
def command() -> None:
    """Turn dated articles into a timeline of events, each tied to the sentence that tells it."""


for _one in (
    build.build,
    look.articles,
    look.check,
    pick.pick,
    serve.serve,
    carry.export,
    carry.import_,
    look.history,
    look.undo,
    phrases.tag,
    phrases.explain,
):
    command.add_command(_one)


def main(args: Sequence[str] | None = None) -> None:
    """Run the command; wrong usage and bad input are one clear line on stderr, never a traceback."""
    try:
        result = command.main(args=args, prog_name="timeline", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(0)
    except click.ClickException as error:
        _fail(error.format_message())
    except click.Abort:
        sys.exit(130)
    except KeyboardInterrupt:
        sys.exit(130)
    except EventsFileError as error:
        _fail(str(error), bare=True)
    except TimelineError as error:
        _fail(str(error))
    except BrokenPipeError:  # `timeline tag … | head`
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:  # the disk behind `>` is full
        _write_no_more()
        _fail(f"{error.filename or 'standard output'}: {error.strerror or error}")
    else:
        sys.exit(result if isinstance(result, int) else 0)


def _write_no_more() -> None:
    """What could not be written is not tried again when the process ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _fail(message: str, *, bare: bool = False) -> None:
    click.echo(message if bare else f"timeline: {message}", err=True)
    sys.exit(_WRONG_USE)
