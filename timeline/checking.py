"""Are the files that people edit sound? An events file, and the articles.yaml that belong to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.archive import Archive
from timeline.articles import listed
from timeline.errors import EventsFileError, SeveralFilesError
from timeline.recognize import read_words
from timeline.store import load


def check(file: Path) -> Iterator[str]:
    """What is sound, a line each. Raises EventsFileError with the faults of all files."""
    checks = [file] if file.name == listed.NAME else [file, *_listed(file)]
    wrong = []
    for one in checks:
        try:
            if one.name == listed.NAME:
                yield f"{one}: {len(listed.load(one))} lines, no fault"
            else:
                yield f"{one}: {len(load(one, read_words).entries)} events, no fault"
        except EventsFileError as error:
            wrong.append(error)
    if wrong:
        raise SeveralFilesError(wrong)


def _listed(events: Path) -> list[Path]:
    """The articles.yaml in the folders of the articles that a build has found, and above them."""
    root = events.parent
    folders = {root}
    for record in Archive(events).articles():
        folder = (root / record.path).parent
        folders.update([folder, *(above for above in folder.parents if above.is_relative_to(root))])
    return sorted(path for folder in folders if (path := folder / listed.NAME).is_file())
