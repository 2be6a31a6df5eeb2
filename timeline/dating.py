"""Says in articles.yaml when an article was published, as a person would; every other byte of the file stays as it is."""

from __future__ import annotations

import re
from pathlib import Path

from timeline import yamltext
from timeline.articles.dates import readings
from timeline.articles.listed import NAME, Listed, line_of, loads
from timeline.emit import flow, item
from timeline.errors import EventsFileError, TimelineError, UsageError
from timeline.model import file_of
from timeline.notation import iso_day
from timeline.saving import TRIES, save
from timeline.splice import Change, Splicer
from timeline.store import read_text


def place_of(events: Path, article: str) -> Path:
    """The articles.yaml beside the file of an article, whose path is told from the folder of the events file.

    >>> place_of(Path("case/events.yaml"), "news/dump.jsonl#12").as_posix()
    'case/news/articles.yaml'
    """
    return (events.parent / file_of(article)).parent / NAME


def place_name(article: str) -> str:
    """The same, as it is told to people.

    >>> place_name("news/dump.jsonl#12")
    'news/articles.yaml'
    """
    return place_of(Path(), article).as_posix()


def line_for(article: str, record: str, **said: str) -> str:
    """The line that belongs there.

    >>> line_for("news/dump.jsonl#12", "12", published="2020-05-08")
    '- {file: dump.jsonl, record: 12, published: 2020-05-08}'
    """
    return line_of(Path(file_of(article)).name, record, **said)


def said_of(events: Path, article: str, record: str) -> str:
    """The day that the articles.yaml beside the article gives it now, as typed; "" where it gives none or is not sound."""
    try:
        line = Listed().of((events.parent / file_of(article)).absolute(), record)
    except (EventsFileError, OSError):
        return ""
    return line.published if line is not None and "published" in line.model_fields_set else ""


def day_within(text: str, first: str, last: str) -> str:
    """The one day that a person has typed, as YYYY-MM-DD. Raises UsageError where it is none, or not within the bracket.

    >>> day_within("8 May 2020", "2020-05-02", "2020-05-11")
    '2020-05-08'
    """
    found = list(readings(text.strip()))
    if len(found) != 1 or len(found[0].days) != 1:
        raise UsageError(f"{text.strip()!r} is not one day: write it as 2020-05-08")
    day = iso_day(found[0].days[0]) or ""
    if (first and day < first) or (last and day > last):
        allowed = f"from {first} to {last}" if first and last else f"not before {first}" if first else f"not after {last}"
        raise UsageError(f"{day} is not within what the evidence allows ({allowed}); if you are sure, write the line by hand")
    return day


def date_article(events: Path, article: str, record: str, day: str) -> Path:
    """Add the line with this day to the articles.yaml beside an article, which is made where it is missing; gives its path.

    Raises EventsFileError where the file is not sound, TimelineError where it cannot be written.
    """
    place = place_of(events, article)
    if not place.parent.is_dir():
        raise UsageError(f"{place.parent}: there is no such folder any more; run timeline build")
    for _ in range(TRIES):
        text = read_text(place)
        new = _with(text, line_for(article, record, published=day), place)
        try:
            if save(place, text, new):
                return place
        except OSError as error:
            raise TimelineError(f"{place}: cannot be written: {error.strerror or error}") from error
    raise TimelineError(f"{place}: it was changed again and again at this moment; try once more")


def _with(text: str, line: str, path: Path) -> str:
    """The text with a line more at its end, read again: all lines have to be what they were, and the new one the last."""
    before = [told for _, told in loads(text, path)]
    parsed = yamltext.parse(text, str(path))
    (meant,) = yamltext.parse(line, "").items
    newline = "\r\n" if "\r\n" in text else "\n"
    if parsed.root is not None and parsed.root.flow_style:
        new = Splicer(text, parsed.root, parsed.items).write(Change(added=[(None, meant.data)]))
    else:
        indent = "" if parsed.root is None else " " * parsed.root.start_mark.column
        broken = newline if re.search(r"[^\r\n\ufeff]\Z", text) else ""
        new = f"{text}{broken}{indent}{line}{newline}"
    try:
        told = [one for _, one in loads(new, path)]
    except EventsFileError:
        told = []
    if told[:-1] != before or flow(dict(meant.data)) != flow(_typed(new, path)):
        raise TimelineError(f"{path}: it is laid out so that nothing can be added to it; write there yourself: {line}")
    return new


def _typed(text: str, path: Path) -> dict[str, yamltext.Data]:
    """The last line as it was typed."""
    return dict(yamltext.parse(text, str(path)).items[-1].data)


def event_for(article: str, sentence: str, phrase: str) -> str:
    """The lines of an event by hand, for a phrase that only a person can date.

    >>> print(event_for("news/a.txt", "It was June 31.", "June 31"), end="")
    - date: YYYY-MM-DD
      title: What happened
      sources:
        - article: news/a.txt
          sentence: It was June 31.
          phrase: June 31
    """
    source: yamltext.Data = {"article": article, "sentence": " ".join(sentence.split()), "phrase": " ".join(phrase.split())}
    return item({"date": "YYYY-MM-DD", "title": "What happened", "sources": [source]}, 0, "\n")
