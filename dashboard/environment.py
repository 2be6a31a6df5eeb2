"""What the libraries below the page would obey in the environment: debuggers, other addresses, files from elsewhere."""

from __future__ import annotations

import os

_THEIRS = ("DASH_", "FLASK_", "WERKZEUG_", "PLOTLY_", "JUPYTER")


def forget() -> None:
    """Take it out of this process's environment. Call before these libraries are imported: some look once, then."""
    for name in [name for name in os.environ if name.upper().startswith(_THEIRS)]:
        del os.environ[name]
