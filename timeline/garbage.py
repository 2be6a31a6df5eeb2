"""How often Python looks for cycles of garbage."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Look for cycles seldom: there are hardly any, and looking costs a third of the time."""
    gc.set_threshold(200_000, 500, 100)
