"""vis-timeline as the benchmark's counterpart: installed by npm into a cache of the user, its page served on loopback."""

from __future__ import annotations

import functools
import hashlib
import http.server
import json
import os
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from dashboard.items import Item, Kind
from timeline.interval import day_number

HERE = Path(__file__).parent / "pages"
_DIST = Path("node_modules", "vis-timeline", "standalone", "umd", "vis-timeline-graph2d.min.js")
_STYLE = Path("node_modules", "vis-timeline", "styles", "vis-timeline-graph2d.min.css")


def installed() -> Path | None:
    """The folder that it is installed in, as the lock file has it; None where there is no npm, or it got nothing."""
    lock = (HERE / "package-lock.json").read_bytes()
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = caches / "article-timeline" / f"benchmarks-{hashlib.sha256(lock).hexdigest()[:12]}"
    if (folder / _DIST).exists():
        return folder
    npm = shutil.which("npm")
    if npm is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, folder)
    command = [npm, "ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    done = subprocess.run(command, cwd=folder, check=False, timeout=300)
    return folder if done.returncode == 0 and (folder / _DIST).exists() else None


@contextmanager
def served(library: Path, items: Iterable[Item], folder: Path) -> Iterator[str]:
    """The address of its page with these events, laid out in an empty folder."""
    shutil.copy(library / _DIST, folder / "vis.js")
    shutil.copy(library / _STYLE, folder / "vis.css")
    shutil.copy(HERE / "vis.html", folder / "index.html")
    (folder / "events.json").write_text(json.dumps(_data(list(items))), encoding="utf-8")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves without a line a request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def _data(items: list[Item]) -> dict[str, Any]:
    """The same events, with what it takes: a title, a day or a range; an open end is that of all events."""
    low, high = min(item.extent[0] for item in items), max(item.extent[1] for item in items)
    told: list[dict[str, Any]] = []
    for item in items:
        first = item.first if item.first is not None else low
        each: dict[str, Any] = {"id": item.key, "content": item.entry.title, "start": _iso(first)}
        if item.kind is Kind.DAY:
            each["type"] = "point"
        else:
            each["end"] = _iso((item.last if item.last is not None else high) + 1)
        told.append(each)
    return {"items": told, "first": _iso(low), "last": _iso(high + 1)}


def _iso(day: int) -> str:
    return str(date(2000, 1, 1) + timedelta(day - day_number(2000, 1, 1)))
