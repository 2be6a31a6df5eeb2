"""timeline pick: events of a corpus into the events file."""

from __future__ import annotations

from pathlib import Path

import click

from timeline.commands.corpus import say_brought
from timeline.commands.options import events_option
from timeline.errors import UsageError


@click.command()
@click.argument("query", default="")
@click.option("--corpus", type=click.Path(path_type=Path), metavar="DIR", required=True, help="The corpus that has the events.")
@events_option
@click.option("--limit", type=click.IntRange(1), default=100, show_default=True, help="Of more, only so many that matter most.")
@click.option("--from", "first", metavar="DATE", help="Only what may have been on or after that day.")
@click.option("--to", "last", metavar="DATE", help="Only what may have been on or before that day.")
@click.option("--person", multiple=True, help="Only events with this person; may be repeated, and so may those that follow.")
@click.option("--place", multiple=True, help="Only events with this place.")
@click.option("--organization", multiple=True, help="Only events with this organization.")
@click.option("--status", multiple=True, help="Only events with this status: happened, planned, denied or claimed.")
@click.option("--precision", multiple=True, help="Only dates that are as precise: day, month …")
@click.option("--article", multiple=True, help="Only what this article tells.")
@click.option("--reports", is_flag=True, help="Reports, too, which the page leaves out.")
@click.option("--dry-run", is_flag=True, help="Show what would change in the events file, and write nothing.")
def pick(
    query: str,
    corpus: Path,
    events: Path,
    limit: int,
    first: str | None,
    last: str | None,
    reports: bool,
    dry_run: bool,
    **chosen: tuple[str, ...],
) -> None:
    """Put events of a corpus into the events file, to edit them there.

    QUERY is what one types into the page's search: words, "phrases" and -not. What stands in the file already is brought
    up to date, and what was deleted from it by hand stays deleted.
    """
    from dashboard.search import terms
    from timeline.corpus.choosing import put
    from timeline.corpus.query import Asked, Corpus
    from timeline.notation import parse_date
    from timeline.recognize import read_words

    values = {name: some for name, some in chosen.items() if some} | ({} if reports else {"kind": ("event",)})
    begin = parse_date(first, read_words).first_day if first else None
    end = parse_date(last, read_words).last_day if last else None
    words = tuple((term.text, term.out) for term in terms(query))
    if not (words or any(chosen.values()) or first or last):
        raise UsageError("say which events to pick: words, or --person, --from …; the most important are those of --top N")
    found, count = Corpus(corpus).pick(Asked(words, values, begin, end), limit)
    more = f", of which the {len(found):,} that matter most are taken: --limit {count} takes all" if count > len(found) else ""
    click.echo(f"found     {count:,} {'event' if count == 1 else 'events'}{more}")
    if found:
        say_brought(put(corpus, events, found, dry_run=dry_run), events)
