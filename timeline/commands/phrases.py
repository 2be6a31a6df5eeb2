"""timeline tag and timeline explain: the phrases of time alone, without events."""

from __future__ import annotations

from typing import IO

import click

from timeline.errors import UsageError


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8"), default="-", metavar="[FILE.jsonl|-]")
@click.option("--kind", type=click.Choice(["news", "narrative"]), help="Read all texts so; else their dates decide.")
@click.option("--why", is_flag=True, help="Add what led to each expression.")
def tag(file: IO[str], kind: str | None, why: bool) -> None:
    """Find the phrases of time in texts: JSON lines {id, published, text} in, expressions out."""
    from timeline.tagging import tag_lines

    name = getattr(file, "name", "-")
    for line in tag_lines(file, "standard input" if name in ("<stdin>", "-") else name, kind, why=why):
        click.echo(line)


@click.command()
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
