"""One entry of events.yaml as people write it: its keys, their types, its date. Touches no file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)

from timeline.errors import DateSyntaxError
from timeline.interval import Interval
from timeline.model import EVENT, HAPPENED, KINDS, STATUSES
from timeline.notation import Words, parse_date


def _one_or_many(value: Any) -> Any:
    """`tags: smuggling` is as good as a list of one."""
    if isinstance(value, str):
        return [value] if value else []
    return value


def _none_or_many(value: Any) -> Any:
    """`sources:` with nothing behind it is as good as an empty list."""
    return [] if value == "" else value


def _is_date(value: str, info: ValidationInfo) -> str:
    _read(value, info)
    return value


def _is_date_if_any(value: str, info: ValidationInfo) -> str:
    return _is_date(value, info) if value else value


def _read(date: str, info: ValidationInfo) -> Interval:
    words: Words | None = (info.context or {}).get("words")
    try:
        return parse_date(date, words)
    except DateSyntaxError as error:
        raise ValueError(str(error)) from None


def _one_of(*values: str) -> Callable[[str], str]:
    """A check that a text is one of a few; nothing is the first of them."""

    def check(value: str) -> str:
        if value and value not in values:
            near = difflib.get_close_matches(value, values, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it is one of {', '.join(values)}"
            raise ValueError(f"'{value}' is none of these: {hint}")
        return value or values[0]

    return check


def yes_or_no(value: Any) -> Any:
    """True and false as people write them; nothing is false."""
    said = {"true": True, "yes": True, "false": False, "no": False, "": False}.get(str(value).lower())
    if said is None:
        raise ValueError(f"{value!r} is neither true nor false")
    return said


def _pins(value: Any) -> Any:
    """`pinned: true` for all fields, or their names: `pinned: date`, `pinned: [date, title]`."""
    if isinstance(value, list) or value in PINNABLE:
        names = [value] if isinstance(value, str) else value
        strange = [name for name in names if name not in PINNABLE]
        if strange:
            raise ValueError(f"{strange[0]!r} cannot be pinned: the fields are {', '.join(PINNABLE)}, or true for all")
        return names
    return yes_or_no(value)


def _is_color(value: str) -> str:
    if value and not _COLOR.fullmatch(value):
        raise ValueError(f"{value!r} is no color: write it as '#c0392b', with the quotes, or by its English name")
    return value


def _is_address(value: str) -> str:
    if value and not value.lower().startswith(("https://", "http://")):
        raise ValueError(f"{value!r} is no address: it begins with https:// or http://")
    return value


_COLOR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}|[a-z]{3,20}")
Flag = Annotated[bool, BeforeValidator(yes_or_no)]
Text = Annotated[str, Field(min_length=1)]
Names = Annotated[list[Text], BeforeValidator(_one_or_many)]


PINNABLE = ("date", "title", "kind", "status", "people", "places", "organizations", "reported_by")
"""The fields that the extractor fills, which a person may pin."""


class Known(BaseModel):
    """A mapping that takes its own keys and any `x-...`, and nothing misspelt."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _suggest(cls, data: Any) -> Any:
        if isinstance(data, Mapping) and (hints := cls.unknown(data)):
            raise UnknownKeysError(hints)
        return data

    @classmethod
    def unknown(cls, data: Mapping[str, Any]) -> dict[str, str]:
        """The keys of the data that no such mapping has, each with the name of the key that was meant, or ""."""
        known = cls.model_fields
        strange = [str(key) for key in data if key not in known and not str(key).startswith("x-")]
        if not strange:
            return {}
        free = [key for key in known if key not in data]
        return {key: next(iter(difflib.get_close_matches(key.lower(), free, n=1)), "") for key in strange}

    @classmethod
    def hint(cls, meant: str) -> str:
        """What to write in the place of an unknown key."""
        return f"did you mean '{meant}'?" if meant else f"the keys are {', '.join(cls.model_fields)} and x-…"


class UnknownKeysError(ValueError):
    """Keys that no entry has, each with the key that was meant, or ""."""

    def __init__(self, hints: Mapping[str, str]) -> None:
        self.hints = hints
        super().__init__(f"unknown keys: {', '.join(hints)}")


class SourceEntry(Known):
    """The evidence as events.yaml holds it. `gone` marks a sentence that its article no longer has.

    `date` is what the source says where that contradicts the entry's date.
    """

    id: str = ""
    article: Text
    published: str = ""
    sentence: str = ""
    phrase: str = ""
    date: Annotated[str, AfterValidator(_is_date_if_any)] = ""
    gone: str = ""


class Entry(Known):
    """One event of the file. Only `date` and `title` have to be there.

    >>> entry = Entry.model_validate({"date": "2020-05", "title": "Talks"})
    >>> entry.interval.grain.word
    'month'
    """

    id: str = ""
    date: Annotated[Text, AfterValidator(_is_date)]
    title: Text
    kind: Annotated[str, AfterValidator(_one_of(*KINDS))] = EVENT
    status: Annotated[str, AfterValidator(_one_of(*STATUSES))] = HAPPENED
    people: Names = Field(default_factory=list)
    places: Names = Field(default_factory=list)
    organizations: Names = Field(default_factory=list)
    reported_by: str = ""
    sources: Annotated[list[SourceEntry], BeforeValidator(_none_or_many)] = Field(default_factory=list)
    tags: Names = Field(default_factory=list)
    note: str = ""
    hidden: Flag = False
    reviewed: Flag = False
    pinned: Annotated[bool | list[str], BeforeValidator(_pins)] = False
    same_as: str = ""
    split: Flag = False
    color: Annotated[str, AfterValidator(_is_color)] = ""
    url: Annotated[str, AfterValidator(_is_address)] = ""
    image: Annotated[str, AfterValidator(_is_address)] = ""

    _interval: Interval = PrivateAttr()

    @model_validator(mode="after")
    def _read_date(self, info: ValidationInfo) -> Entry:
        self._interval = _read(self.date, info)
        return self

    @classmethod
    def known(cls, interval: Interval, **fields: Any) -> Entry:
        """An entry of fields that are known to be sound, and what its date means: nothing is read again.

        >>> Entry.known(parse_date("2020"), date="2020", title="Talks").interval.grain.word
        'year'
        """
        entry = cls.model_construct(**fields)
        object.__setattr__(entry, "__pydantic_private__", {"_interval": interval})
        return entry

    def pins(self, key: str) -> bool:
        """Whether a person wants the field left alone, whatever the articles say."""
        return self.pinned if isinstance(self.pinned, bool) else key in self.pinned

    @property
    def interval(self) -> Interval:
        """What `date` means."""
        private = self.__pydantic_private__  # the usual way to a private attribute is ten times slower
        return private["_interval"] if private is not None else self._interval
