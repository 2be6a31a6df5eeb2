"""Where a Chromium is, for the tests and the long runs that need a real browser."""

from __future__ import annotations

import os
import shutil
from typing import Any

# The first is the same browser without a window, which takes a fifth less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def chromium(playwright: Any) -> str:
    """The one that CHROMIUM names, else that of this system, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    return str(found or playwright.chromium.executable_path)
