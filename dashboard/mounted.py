"""The page below a path, such as /chronology/, whether a proxy takes that path off before it asks or leaves it on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from timeline.errors import UsageError

_PATH = re.compile(r"/(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*")
Server = Callable[[dict[str, Any], Any], Iterable[bytes]]


def prefix(given: str) -> str:
    """A path with a slash at both ends. Raises UsageError for what is none.

    >>> prefix("chronology"), prefix("/papers/2020/"), prefix("")
    ('/chronology/', '/papers/2020/', '/')
    """
    path = f"/{given.strip('/')}/" if given.strip("/") else "/"
    if not _PATH.fullmatch(path):
        raise UsageError(f"--prefix {given}: a path such as /chronology/, of letters, digits, - _ ~ and .")
    return path


def mounted(server: Server, path: str) -> Server:
    """The server below a path that ends with a slash; what is asked for without that path is answered alike."""
    root = path.rstrip("/")

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        asked = environ.get("PATH_INFO", "")
        inner = asked.removeprefix(root) if asked.startswith(path) else asked
        return server({**environ, "SCRIPT_NAME": root, "PATH_INFO": inner}, start)

    return answer if root else server
