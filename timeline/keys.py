"""Which article is which: an article that was edited, renamed or moved keeps the key its ids hang on. Touches no file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.identity import short_id
from timeline.model import Article
from timeline.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Settled:
    """The articles, each with its own key; what was known of each, by path; new paths of articles by their old ones."""

    articles: list[Article]
    known: dict[str, ArticleRecord]
    renamed: dict[str, str]


def settle(found: Sequence[Article], records: Sequence[ArticleRecord], exists: Callable[[str], bool]) -> Settled:
    """Give each article the key it had. `records` are those of earlier builds, the latest first; `exists` tells
    whether a path is there.

    An article is known by its text, then by its path (its text was edited), then by its URL (it was
    moved and edited). No two articles get the same key.
    """
    known: dict[str, ArticleRecord] = {}
    taken: set[str] = set()
    for article, record in _matches(found, [r for r in records if r.key], exists):
        if article.path not in known and record.key not in taken:
            known[article.path] = record
            taken.add(record.key)
    settled = []
    for article in found:
        key = known[article.path].key if article.path in known else article.key
        if article.path not in known and key in taken:  # the text that another article had before it was edited
            key = short_id("article", article.key, article.path)
        taken.add(key)
        settled.append(replace(article, key=key))
    here = {article.path for article in found}
    renamed = {old: path for path, record in known.items() for old in (*record.former, record.path) if old not in here}
    return Settled(settled, known, renamed)


def _matches(
    found: Sequence[Article], records: Sequence[ArticleRecord], exists: Callable[[str], bool]
) -> Iterator[tuple[Article, ArticleRecord]]:
    """Articles with the records that may be theirs, the surest first."""
    by_path = {r.path: r for r in reversed(records)}
    by_digest = {r.digest: r for r in reversed(records)}
    by_key = {r.key: r for r in reversed(records)}
    by_url = {r.url: r for r in reversed(records) if r.url and not exists(r.path)}
    same = [(a, by_path[a.path]) for a in found if a.path in by_path]
    yield from ((a, r) for a, r in same if r.digest == a.digest)
    yield from ((a, by_digest[a.digest]) for a in found if a.digest in by_digest)
    yield from ((a, by_key[a.key]) for a in found if a.key in by_key)  # only its front matter was edited
    yield from same
    yield from ((a, by_url[a.url]) for a in found if a.url in by_url)
