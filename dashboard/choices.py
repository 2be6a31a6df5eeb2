"""What the lists of the header offer: the most frequent values, what is chosen, and what has the words that are typed. Pure.

A file may have thousands of articles and people: what is sent of them is bounded, and the rest is found by typing.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from dashboard.facets import ARTICLE, FACETS
from dashboard.items import Collection
from dashboard.packing import shorten
from dashboard.search import fits, fold

MOST = 50
"""Values that a list offers at once."""
ROOM = 12_000
"""Bytes of a list, about: paths and titles may be long."""
LONGEST = 800  # pixels of what a value is called
REST = "\x00rest"
"""Stands for the values that are not listed; it can't be chosen."""

Option = dict[str, str | bool]


def choices(collection: Collection, name: str, chosen: Sequence[str] = (), typed: str = "") -> list[Option]:
    """Values of a facet, or articles, with their counts: what is chosen, though no event has it any more, and as many others
    as have room, of those with the typed words. Where not all have, the most frequent come first.

    >>> choices(Collection(counts={"tag": {"court": 3, "fish": 1}}), "tag", ["law"], "fish")[0]["label"]
    'fish (1)'
    """
    counts = collection.counts.get(name, {})
    found = [value for value, words in _words(collection, name) if fits(typed, words)]
    if len(found) > MOST:
        found.sort(key=lambda value: -counts.get(value, 0))
    out = []
    room = ROOM
    for value in found[:MOST]:
        option = _option(collection, name, value, typed)
        room -= len(json.dumps(option))
        if room < 0:
            break
        out.append(option)
    left = len(found) - len(out)
    there = {option["value"] for option in out}
    kept = [_option(collection, name, value) for value in dict.fromkeys(chosen) if value not in there]
    left -= len({option["value"] for option in kept} & set(found))
    words = f"… {left:,} more: type to find them"
    rest: list[Option] = [{"label": words, "value": REST, "disabled": True, "search": f"{words} {typed}"}]
    return [*out, *kept, *(rest if left > 0 else [])]


def is_whole(collection: Collection, name: str) -> bool:
    """Whether a list offers all of its values at once; worked out once."""
    if ("whole", name) not in collection.kept:
        collection.kept["whole", name] = all(option["value"] != REST for option in choices(collection, name))
    return bool(collection.kept["whole", name])


def _option(collection: Collection, name: str, value: str, typed: str = "") -> Option:
    """`search` makes the list in the page show what was found here, whatever it would find itself."""
    word = collection.titles.get(value, value) if name == ARTICLE else FACETS[name].word(value)
    count = f"({collection.counts.get(name, {}).get(value, 0):,})"
    label = f"{shorten(word, LONGEST)} {count}"
    return {"label": label, "value": value, **({"search": f"{label} {typed}"} if typed else {})}


def _words(collection: Collection, name: str) -> list[tuple[str, str]]:
    """All values with what they are found by; an article by its title and its path."""
    if ("words", name) not in collection.kept:
        titles = collection.titles
        values = (
            dict.fromkeys([*titles, *collection.counts.get(name, {})]) if name == ARTICLE else collection.counts.get(name, {})
        )

        def said(value: str) -> str:
            return f"{titles.get(value, '')}\n{value}" if name == ARTICLE else f"{FACETS[name].word(value)}\n{value}"

        collection.kept["words", name] = [(value, fold(said(value))) for value in values]
    found: list[tuple[str, str]] = collection.kept["words", name]
    return found
