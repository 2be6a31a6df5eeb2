"""The `timeline` command. The only module that prints or exits; everything heavy is imported when it is used."""

from __future__ import annotations

import gc
import json
import os
import secrets
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from timeline.errors import EventsFileError, TimelineError, UsageError

if TYPE_CHECKING:
    from timeline.articles import Settings
    from timeline.export.selection import Selection
    from timeline.pipeline import Brought, Report

_FAULTY, _WRONG_USE = 1, 2
_events_option = click.option(
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


def _reading_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options of the commands that read articles."""
    for option in reversed(_READING):
        function = option(function)
    return function


def _settings(
    published: str | None,
    published_override: str | None,
    day_first: bool | None,
    columns: Sequence[str],
    largest: float,
    *,
    undated: bool = False,
) -> Settings:
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


def _corpus_options(function: Callable[..., None]) -> Callable[..., None]:
    """The options of builds for a corpus."""
    for option in (
        click.option(
            "--top", type=click.IntRange(1), metavar="N", help="With --corpus: put the N that matter most into the events file."
        ),
        click.option("--retry", is_flag=True, help="With --corpus: read again what was put aside."),
        click.option("--workers", type=click.IntRange(1), metavar="N", help="With --corpus: processes; else one a CPU."),
        click.option(
            "--corpus",
            type=click.Path(path_type=Path),
            metavar="DIR",
            help="Keep the events in this folder, as Parquet, and leave the events file alone.",
        ),
    ):
        function = option(function)
    return function


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="article-timeline")
def command() -> None:
    """Turn dated articles into a timeline of events, each tied to the sentence that tells it."""


@command.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@_events_option
@click.option("--undated", is_flag=True, help="Also take what is told without a date, marked as only reported on.")
@click.option("--dry-run", is_flag=True, help="Show what would change in the events file, and write nothing.")
@_corpus_options
@_reading_options
def build(paths: Sequence[Path], events: Path, undated: bool, dry_run: bool, corpus: Path | None, **settings: Any) -> None:
    """Read articles (files or folders; data/ if left out) and bring the events file up to date.

    What a person changed, added or deleted in the file stays so. With --corpus, for collections of any size, the events
    go to a folder of Parquet files, and a build that was cut off goes on where it stopped.
    """
    from timeline import pipeline

    collect_seldom()
    ways = {name: settings.pop(name) for name in ("workers", "retry", "top")}
    if corpus is not None:
        if dry_run:
            raise UsageError(
                "--dry-run shows what would change in events.yaml, and a corpus is another thing: leave one of them out"
            )
        _build_corpus(paths or [Path("data")], corpus, events, _settings(**settings, undated=undated), **ways)
        return
    if any(ways.values()):
        raise UsageError("--workers, --retry and --top are for a corpus: name its folder with --corpus")
    report = pipeline.build(paths or [Path("data")], events, _settings(**settings, undated=undated), _progress, dry_run=dry_run)
    for line in report.diff:
        click.echo(line)
    for line in _account(report, events):
        click.echo(line)


def _build_corpus(
    paths: Sequence[Path], corpus: Path, events: Path, settings: Settings, *, workers: int | None, retry: bool, top: int | None
) -> None:
    """Bring a corpus up to date, and print its account."""
    from timeline.archive import Archive
    from timeline.corpus import account, build
    from timeline.corpus.engine import Processes
    from timeline.survey import name_of

    ways = build.Ways(retry=retry)
    archive = Archive(events)
    try:
        with Processes(workers or os.cpu_count() or 1, memory=build.MEMORY) as engine:
            told = build.build(paths, corpus, lambda file: name_of(file, archive), engine, settings, _steps(), ways)
    except KeyboardInterrupt:
        click.echo("stopped; the same command goes on from here", err=True)
        raise
    for line in account.lines(corpus, told):
        click.echo(line)
    if top is not None:
        from timeline.corpus.choosing import put_foremost

        _say_brought(put_foremost(corpus, events, top, paths), events)


def _say_brought(brought: Brought, events: Path) -> None:
    """What was brought from a corpus into the events file, or would be."""
    outcome = brought.outcome
    for line in brought.diff:
        click.echo(line)
    done = f"{outcome.added} added, {outcome.updated} updated, {outcome.kept} kept because edited"
    click.echo(f"file      {done}, {outcome.deleted} left deleted")
    for note in [*outcome.conflicts, *brought.notes]:
        click.echo(f"  note: {note}")
    click.echo(f"{events}: {'written' if brought.wrote else 'would change' if brought.diff else 'unchanged'}")


def _steps() -> Callable[[str, float], None]:
    """Says on stderr how far a build has come and how long it will still take: in one line, or in a log by tenths."""
    from timeline.corpus.account import Course

    course, terminal = Course(), sys.stderr.isatty()

    def step(what: str, done: float) -> None:
        line = course.line(what, done, often=terminal)
        if line:
            click.echo(f"\r{line:<60}" if terminal else line, nl=not terminal or (what, done) == ("writing", 1), err=True)

    return step


def collect_seldom() -> None:
    """Look for cycles of garbage seldom: there are hardly any, and looking costs a third of the time."""
    gc.set_threshold(200_000, 500, 100)


def _progress(files: Sequence[Path]) -> Iterable[Path]:
    if not sys.stderr.isatty():
        return files
    return _bar(files)


def _bar(files: Sequence[Path]) -> Iterator[Path]:
    with click.progressbar(files, label="reading", file=sys.stderr) as bar:
        yield from bar


def _account(report: Report, events: Path) -> Iterator[str]:
    """What a build did, so that nothing is left out without a word."""
    read, skipped, fates = len(report.read), len(report.skipped), report.fates
    yield f"articles  {read + skipped} found = {read} read + {skipped} skipped"
    for file in report.skipped:
        yield f"  skipped     {file.place}: {file.why}"
    for article in report.read:
        yield from (f"  warning     {article.path}: {note}" for note in article.notes)
    for warning in report.warnings:
        yield f"  warning     {warning}"
    in_events, unresolved, no_events = (fates[fate] for fate in ("event", "unresolved", "no event"))
    found = in_events + unresolved + no_events
    yield f"phrases   {found} found = {in_events} in events + {unresolved} unresolved + {no_events} no events"
    for article in report.read:
        yield from _unresolved(article)
    why_not = Counter(f.why for article in report.read for f in article.findings if f.fate == "no event")
    if why_not:
        yield f"  no events   {', '.join(f'{count} {why}' for why, count in why_not.most_common())}"
    yield f"sentences {report.without} have no event, since no phrase of them dates one"
    maybe = f", {report.maybes} {'pair' if report.maybes == 1 else 'pairs'} that may be one" if report.maybes else ""
    yield f"events    {report.events} told by the articles{maybe}"
    copies = Counter(article.origin for article in report.read if article.origin)
    for origin, count in sorted(copies.items()):
        yield f"  copies      {origin} and {count} more in nearly the same words: 1 origin"
    outcome = report.outcome
    yield (
        f"file      {outcome.added} added, {outcome.updated} updated, {outcome.kept} kept because edited, "
        f"{outcome.deleted} left deleted" + (f", {outcome.dropped} dropped" if outcome.dropped else "")
    )
    for conflict in outcome.conflicts:
        yield f"  both changed  {conflict}"
    if outcome.gone:
        yield f"  {outcome.gone} sources are no longer in their articles; marked 'gone: true'"
    for note in report.notes:
        yield f"  note: {note}"
    yield f"{events}: {'written' if report.wrote else 'would change' if report.diff else 'unchanged'}"


def _unresolved(article: Any) -> Iterator[str]:
    """The phrases of an article that have no date, one line a reason."""
    reasons: dict[str, list[str]] = {}
    for finding in article.findings:
        if finding.fate == "unresolved":
            reasons.setdefault(finding.why, []).append(f"“{finding.phrase}”")
    for why, phrases in reasons.items():
        yield f"  unresolved  {article.path}: {', '.join(phrases)} — {why}"


@command.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@_events_option
@click.option("--json", "as_json", is_flag=True, help="Write a list of objects for machines.")
@_reading_options
def articles(paths: Sequence[Path], events: Path, as_json: bool, **settings: Any) -> None:
    """List every article and every skipped file: when it was published and how we know, what was found, what is missing.

    Nothing is written. For an article that does not say when it was published it tells what the evidence allows.
    """
    from timeline import listing
    from timeline.archive import Archive
    from timeline.survey import survey

    found = survey(paths or [Path("data")], Archive(events), _settings(**settings), _progress)
    if as_json:
        click.echo(json.dumps(listing.rows(found), ensure_ascii=False, indent=1))
        return
    for line in listing.table(found):
        click.echo(line)


@command.command()
@_events_option
def history(events: Path) -> None:
    """List the versions of the events file that are kept: what builds did, and what people edited."""
    from timeline import past

    _must_exist(events)
    for line in past.history(events):
        click.echo(line)


@command.command()
@_events_option
def undo(events: Path) -> None:
    """Take back the last build that wrote the events file; once more takes that back."""
    from timeline import past

    _must_exist(events)
    click.echo(past.undo(events))


def _must_exist(events: Path) -> None:
    if not events.is_file():
        raise UsageError(f"{events}: there is no such file; make one with: timeline build PATH --events {events}")


@command.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False), metavar="[EVENTS.yaml]")
@_events_option
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


@command.command()
@click.argument("query", default="")
@click.option("--corpus", type=click.Path(path_type=Path), metavar="DIR", required=True, help="The corpus that has the events.")
@_events_option
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
    click.echo(f"picked    {count:,} {'event' if count == 1 else 'events'}{more}")
    if found:
        _say_brought(put(corpus, events, found, dry_run=dry_run), events)


_NARROWING = ("person", "place", "organization", "tag", "status", "precision", "reviewed", "article")
"""What events can be narrowed down by, as in the page; each has an option of its own."""


def _narrowing_options(function: Callable[..., None]) -> Callable[..., None]:
    """The page's filters as options."""
    for name in reversed(_NARROWING):
        function = click.option(f"--{name}", multiple=True, help=f"Only events with this {name}; may be repeated.")(function)
    return function


@command.command()
@click.argument("out", metavar="OUT|-")
@_events_option
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


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@_events_option
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
        sys.exit(_FAULTY)


@command.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-", metavar="[FILE.jsonl|-]")
@click.option("--kind", type=click.Choice(["news", "narrative"]), help="Read all texts so; else their dates decide.")
@click.option("--why", is_flag=True, help="Add what led to each expression.")
def tag(file: IO[str], kind: str | None, why: bool) -> None:
    """Find the phrases of time in texts: JSON lines {id, published, text} in, expressions out."""
    from timeline.tagging import tag_lines

    name = getattr(file, "name", "-")
    for line in tag_lines(file, "standard input" if name == "<stdin>" else name, kind, why=why):
        click.echo(line)


@command.command()
@click.argument("phrase")
@click.option("--published", metavar="DATE", help="The day the phrase was published: 2020-05-08.")
@click.option("--in", "sentence", metavar="TEXT", help="The sentence that the phrase stands in.")
def explain(phrase: str, published: str | None, sentence: str | None) -> None:
    """Say how a phrase of time is read: its tokens, the rules, the meaning, the date."""
    from timeline.explain import explain as lines
    from timeline.tagging import published_day

    count = 0
    if sentence is not None and phrase not in sentence:
        raise UsageError(f"{phrase!r} does not stand in {sentence!r}")
    for line in lines(sentence or phrase, published_day(published), phrase if sentence else None):
        click.echo(line)
        count += 1
    if not count:
        click.echo(f"no phrase of time is found in {phrase!r}")


@command.command()
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
        sys.exit(_FAULTY)


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
