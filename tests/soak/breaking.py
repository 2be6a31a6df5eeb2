"""A machine whose calls of the system fail, or that stops in one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock


class Crash(BaseException):
    """The machine stops."""


@contextmanager
def failing(call: str, number: int, how: type[BaseException]) -> Iterator[None]:
    """Let the how-manieth call of the system fail, and those after it."""
    name = "fdopen" if call == "write" else call
    real = getattr(os, name)
    count = 0

    def fail(*args: Any, **options: Any) -> Any:
        nonlocal count
        count += 1
        if count < number:
            return real(*args, **options)
        if call != "write":
            raise how(5, "Input/output error")
        stream = real(*args, **options)
        stream.write = lambda content: half(stream, content)
        return stream

    def half(stream: Any, content: bytes) -> None:
        os.write(stream.fileno(), content[: len(content) // 2])
        raise how(28, "No space left on device")

    with mock.patch.object(os, name, fail):
        yield
