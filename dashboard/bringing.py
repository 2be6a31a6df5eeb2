"""An event of a corpus is put into the events file before it is edited there, as `timeline pick` does it."""

from __future__ import annotations

from dashboard.library import Library
from timeline.curate import Facts, facts
from timeline.errors import TimelineError


def brought(library: Library, key: str, seen: Facts) -> Facts:
    """What the file says of an event that was seen like this: what stands only in the corpus is put there first.

    Raises TimelineError where that cannot be. What is in no corpus, or in the file, is left alone.
    """
    if library.corpus is None or not key or key in library.shelf.own:
        return seen
    item = library.shelf.collection.find(key)
    if item is None or (seen and facts(item.entry) != seen):
        return seen  # the edit will find that it is gone, and say so
    from timeline.corpus.choosing import put

    put(library.corpus, library.path, [key])
    entry = library.refresh().own.get(key)
    if entry is None:
        name = library.path.name
        raise TimelineError(f"it was deleted from {name} by hand, and stays so; write it there again to edit it")
    return facts(entry)
