"""Articles in, a timeline of dated events out, each tied to the sentence that tells it.

The flow, one module a step:

    articles/      read(file) -> articles         what people have, and the day it was published
    phrases        phrases(text)                  scan and grammar: the phrases of time, each with its meaning
    recognize      recognize(text, day)           what they come to from that day, in their clauses and their story
    events         tell(article)                  sentences and mentions -> events, and an account of every phrase
    survey         survey(paths)                  all of these articles: what a build begins with
    merge          merge(events)                  the same event told by several articles
    reconcile      reconcile(events, file, base)  last build x edited file x this build
    bringing       the file read, reconciled and written; again, if somebody saved it meanwhile
    splice, store  events.yaml in and out; every byte that is not changed stays
    account        what was found, as the archive keeps it
    export/        CSV and other formats
    pipeline       build(): all of it

>>> from timeline.recognize import recognize
>>> from timeline.interval import day_number
>>> [m.value for m in recognize("The dam broke in the middle of last month.", day_number(2020, 5, 8))]
['2020-04']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.errors import TimelineError
    from timeline.pipeline import build

__all__ = ["TimelineError", "build"]

_HOME = {"TimelineError": "timeline.errors", "build": "timeline.pipeline"}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used: `import timeline` costs nothing."""
    if name in _HOME:
        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'timeline' has no attribute {name!r}")
