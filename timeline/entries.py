"""One entry of events.yaml as people write it: its keys, their types, its date. Touches no file."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, ValidationInfo, model_validator

from timeline.errors import DateSyntaxError
from timeline.interval import Interval
from timeline.notation import parse_date


def _one_or_many(value: Any) -> Any:
    """`tags: smuggling` is as good as a list of one."""
    if isinstance(value, str):
        return [value] if value else []
    return value


Text = Annotated[str, Field(min_length=1)]


class _Known(BaseModel):
    """A mapping that takes its own keys and any `x-...`, and nothing misspelt."""

    model_config = ConfigDict(extra="allow", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _suggest(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            for key in data:
                if key not in cls.model_fields and not str(key).startswith("x-"):
                    close = difflib.get_close_matches(str(key), list(cls.model_fields), n=1)
                    hint = f"did you mean '{close[0]}'?" if close else f"the keys are {', '.join(cls.model_fields)} and x-…"
                    raise UnknownKeyError(str(key), hint)
        return data


class UnknownKeyError(ValueError):
    """A key that no entry has; `key` tells where to point."""

    def __init__(self, key: str, hint: str) -> None:
        self.key = key
        super().__init__(f"unknown key '{key}': {hint}")


class SourceEntry(_Known):
    """The evidence as events.yaml holds it. `gone` marks a sentence that its article no longer has."""

    id: str = ""
    article: Text
    published: str = ""
    sentence: str = ""
    phrase: str = ""
    gone: str = ""


class Entry(_Known):
    """One event of the file. Only `date` and `title` have to be there.

    >>> entry = Entry.model_validate({"date": "2020-05", "title": "Talks"})
    >>> entry.interval.grain.word
    'month'
    """

    id: str = ""
    date: Text
    title: Text
    sources: list[SourceEntry] = []
    tags: Annotated[list[Text], BeforeValidator(_one_or_many)] = []
    note: str = ""

    _interval: Interval = PrivateAttr()

    @model_validator(mode="after")
    def _read_date(self, info: ValidationInfo) -> Entry:
        words = (info.context or {}).get("words")
        try:
            self._interval = parse_date(self.date, words)
        except DateSyntaxError as error:
            raise ValueError(str(error)) from None
        return self

    @property
    def interval(self) -> Interval:
        """What `date` means."""
        return self._interval
