"""Files in, articles out: which files there are, which reader reads each, when each article was published.

files.py       which files there are
source.py      one file: its bytes up to a limit, unpacked; decoding.py makes text of them
labels.py, guessing.py, legible.py  what encodings are called, which it may be, whether it reads as text
formats.py     which reader reads it
text.py …      the readers, one format a file: a source in, drafts out (draft.py)
reflow.py      lines of print to paragraphs; office.py, properties.py: what .docx, .odt and PDF share
dates.py       a day as people write it; published.py: the ladder of evidence; listed.py: articles.yaml
country.py     whose custom it is to write 03/04/2020; language.py: which language it is
furniture.py   what is no prose (notices.py, dateline.py, appended.py, biography.py, names.py)
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeline.articles.country import country_of, order_in, order_of_language
from timeline.articles.dateline import disagreement, evidence
from timeline.articles.draft import Draft, Rung, Unread, Written
from timeline.articles.files import STDIN, find
from timeline.articles.formats import reader
from timeline.articles.furniture import mark
from timeline.articles.language import is_read_in_full, language_of, primary
from timeline.articles.listed import Line, Listed
from timeline.articles.published import settle_day
from timeline.articles.settings import Settings
from timeline.articles.source import Source
from timeline.errors import ArticleError
from timeline.expr import Custom, Order
from timeline.identity import article_key, digest
from timeline.model import Article, Skipped, place_of
from timeline.plain import flag

__all__ = ["STDIN", "Listed", "Settings", "find", "finish", "read"]

_PARTLY = "partly read: its language is “{}”, of which only dates written in full are read"

_NOTHING = Line.model_construct(file="")  # said of an article that no articles.yaml names


def read(file: Path, name: str, settings: Settings | None = None, listed: Listed | None = None) -> Iterator[Article | Skipped]:
    r"""The articles of one file, which the account calls `name`; what can't be read is a Skipped with its reason.

    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = Path(folder, "a.txt")
    ...     _ = path.write_text("Floods\n\nPublished: 10 May 2020\n\nThe river rose and took the old bridge.")
    ...     [(article.title, article.published.evidence) for article in read(path, "a.txt")]
    [('Floods', '10 May 2020')]
    """
    settings, listed = settings or Settings(), listed or Listed()
    line = listed.of(file)
    if line is not None and line.skip and not line.record:
        yield Skipped(name, "articles.yaml says 'skip: true'", by_hand=True)
        return
    count = 0
    try:
        with _place(file) as path:
            source = Source(path, name, settings, line.encoding if line is not None else "")
            for one in reader(source)(source):
                count += 1
                yield finish(one, file, name, settings, listed)
    except ArticleError as error:
        yield Skipped(name, str(error))
    else:
        if not count:
            yield Skipped(name, "it holds no article")


@contextmanager
def _place(file: Path) -> Iterator[Path]:
    """Where the bytes are: standard input is copied to a file for the time, so that it can be read twice."""
    if file != STDIN:
        yield file
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "-")
        with path.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield path


def finish(one: Draft | Unread, file: Path, name: str, settings: Settings, listed: Listed) -> Article | Skipped:
    """The draft as an article, with what articles.yaml says of it, its day, language and furniture."""
    if isinstance(one, Unread):
        return Skipped(name, one.why, one.record)
    line = listed.of(file, one.record) or _NOTHING
    if line.skip:
        return Skipped(name, "articles.yaml says 'skip: true'", one.record, by_hand=True)
    if not one.text[one.body :].strip():
        return Skipped(name, "it holds no text", one.record)
    url = line.url or one.url
    text = one.text if one.text.isascii() else _storable(one.text)
    custom = _custom(line, settings, url, line.language or one.language)
    furniture = tuple(mark(text, one.body, one.furniture, line.author or one.author))
    written = _written(one, line, file, url, settings)
    if all(told.rung is not Rung.DATELINE for told in written):
        written += evidence(text, furniture)
    published, warnings = settle_day(written, text[one.body :], custom)
    warnings += disagreement(text, furniture, published)
    key = article_key(text[one.body :])
    language = primary(line.language) or language_of(text[one.body :], one.language)
    partly = () if is_read_in_full(language) else (_PARTLY.format(language),)
    return Article(
        path=place_of(f"stdin:{key}" if file == STDIN else name, one.record),
        text=text,
        key=key,
        digest=digest(text),
        title=line.title or one.title,
        author=line.author or one.author,
        url=url,
        published=published,
        furniture=furniture,
        record=one.record,
        site=one.site,
        language=language,
        custom=custom,
        notes=(*one.notes, *partly, *warnings, *filter(None, [flag(text[one.body :])])),
    )


def _storable(text: str) -> str:
    """The text without halves of characters, which no file can hold: JSON may name them."""
    return text.encode("utf-8", "replace").decode("utf-8") if any("\ud800" <= c <= "\udfff" for c in text) else text


def _written(one: Draft, line: Line, file: Path, url: str, settings: Settings) -> list[Written]:
    """All that tells the day of publication."""
    out = [*one.written]
    if settings.override:
        out.append(Written(Rung.OVERRIDE, settings.override))
    if line.published:
        out.append(Written(Rung.LISTED, line.published, f"published: {line.published}"))
    if url:
        out.append(Written(Rung.URL, url))
    if file != STDIN:
        out.append(Written(Rung.FILE_NAME, file.name))
    return out


def _custom(line: Line, settings: Settings, url: str, language: str) -> Custom | None:
    """The order of 03/04/2020: as articles.yaml says, as the command line says, or as is usual in the article's country."""
    for said, where in ((line.day_first, "as articles.yaml says"), (settings.day_first, "as the command line says")):
        if said is not None:
            return Custom(Order.DAY if said else Order.MONTH, where, by_hand=True)
    country = country_of(url, language)
    order = order_in(country) or (None if country else order_of_language(language))
    if order is None:
        return None
    place = f"country ({country})" if country else "language"
    return Custom(order, f"as is usual in the article's {place}")
