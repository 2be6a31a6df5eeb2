"""What holds for all tests."""

from __future__ import annotations

import gc

gc.set_threshold(100_000, 50, 100)  # looking for cycles of garbage takes a tenth of the time, and there are hardly any
