"""What is worked out once, and kept beside what it was worked out of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


def once(kept: dict[Any, Any], name: Any, work: Callable[[], T]) -> T:
    """What is kept under a name, worked out where it is not yet.

    >>> kept = {}
    >>> once(kept, "sum", lambda: 1 + 2), once(kept, "sum", lambda: 0), kept
    (3, 3, {'sum': 3})
    """
    if name not in kept:
        kept[name] = work()
    found: T = kept[name]
    return found
