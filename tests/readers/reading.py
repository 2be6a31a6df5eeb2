"""Files of a test, read as a build reads them."""

from __future__ import annotations

from pathlib import Path

from timeline import articles
from timeline.articles import Listed, Settings
from timeline.articles.text import prose
from timeline.model import Article, Skipped
from timeline.notation import iso_day


def read_all(folder: Path, name: str, raw: bytes, settings: Settings | None = None) -> list[Article | Skipped]:
    """What is made of a file with these bytes, put into the folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return list(articles.read(path, name, settings, Listed([folder])))


def read_one(folder: Path, name: str, raw: bytes, settings: Settings | None = None) -> Article:
    """The only article of a file."""
    (article,) = read_all(folder, name, raw, settings)
    assert isinstance(article, Article), article
    return article


def why_skipped(folder: Path, name: str, raw: bytes, settings: Settings | None = None) -> str:
    """Why a file is skipped as a whole."""
    (skipped,) = read_all(folder, name, raw, settings)
    assert isinstance(skipped, Skipped), skipped
    return skipped.why


def day_of(article: Article) -> str | None:
    """The day of publication as an ISO day."""
    return None if article.published is None else iso_day(article.published.day)


def article_of(text: str, name: str = "a.txt") -> Article:
    """The article that a text file of that name would be."""
    article = articles.finish(prose(text), Path(name), name, Settings(), Listed())
    assert isinstance(article, Article), article
    return article
