"""The text of values as YAML: lines of keys, items of lists, and scalars that every reader takes for the same text."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import yaml

from timeline.yamltext import Data

_PLAIN = re.compile(r"[A-Za-z0-9(.](?:[^\s:#]++|:(?=\S)|(?<=\S)#|[ ](?!#))*+")
_TO_ESCAPE = re.compile("[\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")  # dates stay plain, for people; the build reads all as text
# What some reader of YAML takes for a number or for yes and no.
_NUMBER = re.compile(r"(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|0[xob][0-9a-fA-F]+|[yYnN]")
_LONGEST_SIGN = 5  # letters: of "false"
_RESOLVER: Any = yaml.resolver.Resolver()
_FLAGS = frozenset(("gone", "hidden", "reviewed", "split", "pinned"))  # people read and write these without quotes


def scalar(text: str) -> str:
    """A text as YAML: plain where every reader takes it for the same text, else in double quotes.

    >>> scalar("Kim opens a factory"), scalar("no"), scalar("Talks: day 2 #live")
    ('Kim opens a factory', '"no"', '"Talks: day 2 #live"')
    """
    plain = _PLAIN.fullmatch(text) and not text.endswith((":", " ")) and (text.isprintable() or not _TO_ESCAPE.search(text))
    if plain and len(text) > _LONGEST_SIGN and text[0].isalpha():
        return text  # no reader takes so long a word for a number, or for yes and no
    if not plain or (_NUMBER.fullmatch(text) and not _DATE.fullmatch(text)):
        return quoted(text)
    is_text = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False)) == "tag:yaml.org,2002:str"
    return text if is_text or _DATE.fullmatch(text) else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes; what cannot be seen is written as an escape."""
    return _TO_ESCAPE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(text, ensure_ascii=False))


def value_of(key: str, value: str) -> str:
    """What stands behind a key: as `scalar`, but true and false without quotes where that is what the key takes.

    >>> value_of("hidden", "true"), value_of("title", "true")
    ('true', '"true"')
    """
    return value if _is_flag(key, value) else scalar(value)


def _is_flag(key: str, value: Data) -> bool:
    return key in _FLAGS and value in ("true", "false")


def flow(value: Data) -> str:
    """A value on one line, for a file written in brackets; JSON, if the file is.

    >>> flow({"id": "x", "tags": ["a"]})
    '{"id": "x", "tags": ["a"]}'
    """
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, list):
        return f"[{', '.join(map(flow, value))}]"
    pairs = (f"{quoted(key)}: {child if _is_flag(key, child) else flow(child)}" for key, child in value.items())
    return "{" + ", ".join(pairs) + "}"


def keys(data: Mapping[str, Data], column: int, newline: str) -> str:
    """Lines `key: value` at a column, each with its newline."""
    pad = " " * column
    out = []
    for name, value in data.items():
        key = _key(name)
        if isinstance(value, str):
            out.append(f"{pad}{key}: {value_of(name, value)}{newline}")
        elif not value:
            out.append(f"{pad}{key}: {flow(value)}{newline}")
        elif isinstance(value, list) and all(isinstance(one, str) for one in value):
            out.append(f"{pad}{key}: [{', '.join(in_brackets(str(one)) for one in value)}]{newline}")
        elif isinstance(value, dict):
            out.append(f"{pad}{key}:{newline}{keys(value, column + 2, newline)}")
        else:
            out.append(f"{pad}{key}:{newline}" + "".join(item(v, column + 2, newline) for v in value))
    return "".join(out)


_key = lru_cache(maxsize=256)(scalar)  # the keys of entries are few


def in_brackets(text: str) -> str:
    """A text as YAML inside of brackets or braces, where a comma ends it."""
    plain = scalar(text)
    return plain if plain.startswith('"') or not any(mark in plain for mark in ",[]{}:?") else quoted(text)


def item(value: Data, column: int, newline: str) -> str:
    """One item of a list, its dash at that column."""
    pad = " " * column
    if isinstance(value, dict) and value:
        return f"{pad}- {keys(value, column + 2, newline).lstrip()}"
    if not isinstance(value, str):
        return f"{pad}- {flow(value)}{newline}"
    return f"{pad}- {scalar(value)}{newline}"
