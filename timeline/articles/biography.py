"""What a paper says of its writer at the end of an article: "Jane Doe is our transport reporter. She joined in 2015."."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.articles.names import NAME, TIMES

_ROLE = r"(?:reporter|writer|correspondent|editor|columnist|journalist|contributor)"
_WORKS = re.compile(
    rf"(?P<who>{NAME}) is (?:an?|our|the) (?:[\w'’&-]+,? ){{0,6}}?{_ROLE}"
    r"(?=[.,;]|$| (?:for|at|of|in|with|on|from|and|based|covering|who (?:covers|writes|reports|lives|works|specialises|has))\b)"
)
_SAYS = r" (?:is|has been|covers|writes|reports|joined|lives|works|teaches|specialises|specializes|can be reached)\b"
_BETWEEN = re.compile(r",| and | & ")
_DAY = re.compile(rf"\b(?:\w+day|yesterday|today|(?:{TIMES})\.? \d{{1,2}}(?!\d)|\d{{1,2}} (?:{TIMES}))\b")  # what is news


def is_biography(words: str, author: str, before: Sequence[str]) -> bool:
    """Whether a last paragraph tells of the writer; `before` are the lines of prose before it, which don't speak of them.

    >>> is_biography("Jane Doe is our transport reporter. She joined in 2015.", "", ["It rained."])
    True
    >>> is_biography("Jane Doe is a reporter. She was freed in 2015.", "", ["Doe was held in Minsk."])
    False
    """
    for name in filter(None, map(str.strip, _BETWEEN.split(author))):
        if words.startswith(name) and re.match(_SAYS, words[len(name) :]):
            return _DAY.search(words) is None
    match = _WORKS.match(words)
    if match is None or _DAY.search(words) is not None:
        return False
    last = re.compile(rf"\b{re.escape(match['who'].split()[-1])}\b")
    return not any(last.search(line) for line in before)
