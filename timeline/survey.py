"""The articles under some paths, each with what it tells: what a build begins with, and `timeline articles` shows."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from timeline import articles
from timeline.archive import Archive
from timeline.articles import STDIN, Listed, Settings
from timeline.articles.published import given
from timeline.copies import origins_of
from timeline.errors import UsageError
from timeline.events import Told, tell
from timeline.keys import settle
from timeline.model import Article, Published, Skipped, file_of
from timeline.notation import iso_day
from timeline.records import ArticleRecord

Progress = Callable[[Sequence[Path]], Iterable[Path]]
_YEAR = 366  # days; an article so much newer than all others has a slip in its date


@dataclass(frozen=True, slots=True)
class Survey:
    """What the articles tell, in order of publication; what was skipped; new paths by old ones; what looks wrong.

    `origins` has, for each article that is a copy of another in nearly the same words, the path of that.
    """

    told: list[Told]
    skipped: list[Skipped]
    renamed: dict[str, str]
    warnings: list[str]
    origins: dict[str, str] = field(default_factory=dict)


def survey(paths: Sequence[Path], archive: Archive, settings: Settings, progress: Progress = lambda files: files) -> Survey:
    """Read all articles under the paths. Raises UsageError where there are none, EventsFileError for a broken articles.yaml."""
    day = given(settings.published) if settings.published else None
    if settings.override:
        given(settings.override, "--published-override")
    listed = Listed([path if path.is_dir() else path.parent for path in paths])
    skipped: list[Skipped] = []
    first: dict[str, Article] = {}
    for file in progress(articles.find(paths)):
        for article in articles.read(file, name_of(file, archive), settings, listed):
            if isinstance(article, Skipped):
                skipped.append(article)
            elif (other := first.get(article.key)) is not None:
                if other.published is None and article.published is not None:  # the one that says its day is read
                    first[article.key], article, other = article, other, article
                why = same_text(other.path, _day(article), _day(other))
                skipped.append(Skipped(file_of(article.path), why, article.record))
            else:
                first[article.key] = article
    found = list(first.values())
    if not found and not skipped:
        raise UsageError("there are no articles in the given paths")
    settled = settle(found, [*archive.articles(), *archive.left()], lambda path: is_there(archive, path))
    dated = [_dated(article, settled.known.get(article.path), day) for article in settled.articles]
    told = sorted((tell(article, undated=settings.undated) for article in dated), key=_order)
    origins = origins_of((one.article.path, prose_of(one.article)) for one in told)
    return Survey(told, skipped, settled.renamed, [*listed.unused(), *_outlier(told)], origins)


def name_of(file: Path, archive: Archive) -> str:
    """The article's path as events.yaml holds it: relative to the folder of the events file, with '/'."""
    if file == STDIN:
        return "standard input"
    name = Path(os.path.relpath(file.absolute(), archive.events.absolute().parent)).as_posix()
    return name.encode("utf-8", "backslashreplace").decode("utf-8")  # a name may be bytes that are no text


def is_there(archive: Archive, article: str) -> bool:
    """Whether the file of an article is there."""
    return any((archive.events.parent / path).exists() for path in (article, file_of(article)))


def _dated(article: Article, known: ArticleRecord | None, day: Published | None) -> Article:
    """The article with the day that the user gives, or gave in an earlier build, where it does not say its own."""
    if article.published is not None:
        return article
    if day is None and known is not None and known.rung == "--published":
        day = given(known.evidence)
    return replace(article, published=day)


def same_text(first: str, here: str | None, there: str | None) -> str:
    """Why a copy of the article `first` is skipped; with both days where they differ: the events are those of that one.

    >>> same_text("a.txt", "2020-05-08", None)
    'the same text as a.txt, though this one says 2020-05-08 and that one no day'
    """
    same = f"the same text as {first}"
    here, there = here or "no day", there or "no day"
    return same if here == there else f"{same}, though this one says {here} and that one {there}"


def _day(article: Article) -> str | None:
    return None if article.published is None else iso_day(article.published.day)


def prose_of(article: Article) -> str:
    """The text without what is no prose in it: a copy often has another headline and another footer."""
    at, out = 0, []
    for region in article.furniture:
        out.append(article.text[at : max(at, region.start)])
        at = max(at, region.end)
    return " ".join([*out, article.text[at:]])


def _order(told: Told) -> tuple[bool, int, str]:
    """By day of publication, the undated last: who told it first gives an event its title."""
    published = told.article.published
    return published is None, 0 if published is None else published.day, told.article.path


def _outlier(told: Sequence[Told]) -> list[str]:
    """A word on the newest article where it is more than a year newer than all others."""
    dated = [one.article for one in told if one.article.published is not None]
    if len(dated) < 2:
        return []
    before, newest = dated[-2:]
    one, other = newest.published, before.published
    if one is None or other is None or one.day - other.day <= _YEAR:
        return []
    says = f"{one.rung} “{one.evidence}” says {iso_day(one.day)}"
    return [
        f"{newest.path}: published: {says}, more than a year after the newest other article, {before.path} ({iso_day(other.day)})"
    ]


def inside(paths: Sequence[Path], archive: Archive) -> Callable[[str], bool]:
    """Whether an article lies in the given paths."""
    roots = [os.path.normpath(path.absolute()) for path in paths]
    folder = archive.events.absolute().parent

    def covered(article: str) -> bool:
        place = os.path.normpath(folder / article)
        return any(place == root or place.startswith(root.rstrip(os.sep) + os.sep) for root in roots)

    return covered
