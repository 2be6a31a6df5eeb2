"""What the lists of the header offer: the most frequent values, what is chosen, and what has the words that are typed. Pure.

A file may have thousands of articles and people: what is sent of them is bounded, and the rest is found by typing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from dashboard.events import Events
from dashboard.facets import ARTICLE, FACETS
from dashboard.items import found_by
from dashboard.packing import shorten
from dashboard.search import fits

MOST = 50
"""Values that a list offers at once."""
ROOM = 12_000
"""Bytes of a list, about: paths and titles may be long."""
LONGEST = 800  # pixels of what a value is called
REST = "\x00rest"
"""Stands for the values that are not listed; it can't be chosen."""

Option = dict[str, str | bool]


def choices(collection: Events, name: str, chosen: Sequence[str] = (), typed: str = "") -> list[Option]:
    """Values of a facet, or articles, with their counts: what is chosen, though no event has it any more, and as many others
    as have room, of those with the typed words. Where not all have, the most frequent come first.

    >>> from dashboard.items import Collection
    >>> choices(Collection(counts={"tag": {"court": 3, "fish": 1}}), "tag", ["law"], "fish")[0]["label"]
    'fish (1)'
    """
    found, count = collection.offered(name, typed, MOST)
    out = []
    room = ROOM
    for value in found:
        option = _option(collection, name, value, typed)
        room -= len(json.dumps(option))
        if room < 0:
            break
        out.append(option)
    left = count - len(out)
    there = {option["value"] for option in out}
    known = collection.titles if name == ARTICLE else collection.counts.get(name, {})
    kept = [_option(collection, name, value) for value in dict.fromkeys(chosen) if value not in there]
    left -= sum(
        fits(typed, found_by(name, str(option["value"]), collection.titles)) for option in kept if option["value"] in known
    )
    words = f"… {left:,} more: type to find them"
    rest: list[Option] = [{"label": words, "value": REST, "disabled": True, "search": f"{words} {typed}"}]
    return [*out, *kept, *(rest if left > 0 else [])]


def is_whole(collection: Events, name: str) -> bool:
    """Whether a list offers all of its values at once; worked out once."""
    if ("whole", name) not in collection.kept:
        collection.kept["whole", name] = all(option["value"] != REST for option in choices(collection, name))
    return bool(collection.kept["whole", name])


def _option(collection: Events, name: str, value: str, typed: str = "") -> Option:
    """`search` makes the list in the page show what was found here, whatever it would find itself."""
    word = collection.titles.get(value, value) if name == ARTICLE else FACETS[name].word(value)
    count = f"({collection.counts.get(name, {}).get(value, 0):,})"
    label = f"{shorten(word, LONGEST)} {count}"
    return {"label": label, "value": value, **({"search": f"{label} {typed}"} if typed else {})}
