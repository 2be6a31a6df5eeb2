"""What a person may set for the reading of articles. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

MB = 1_000_000
FIELDS = ("published", "title", "text", "url", "author", "site", "language")
"""The fields of a record, as `columns` names them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Set on the command line, for all articles of a build.

    `columns` names the fields of records as they are in the files ({"published": "Datum"}), `day_first`
    the order of 03/04/2020, `largest` the bytes of one article; `published` is the day of those that
    don't say theirs, `override` that of all; `undated` asks for what is told without a date, too.
    """

    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    day_first: bool | None = None
    largest: int = 10 * MB
    published: str = ""
    override: str = ""
    undated: bool = False
