"""What the phrase of a source could have meant and was not taken to mean, in words."""

from __future__ import annotations

from typing import Any

from dash import html

from dashboard.evidence import Evidence
from dashboard.library import Readings
from timeline.wording import spoken


def otherwise(found: Evidence, readings: Readings | None) -> list[Any]:
    """The readings that were not taken, a line each; nothing where the words leave no choice or the article is not here."""
    finding, record, text = found.finding, found.record, found.text
    if readings is None or finding is None or record is None or text is None or found.phrase is None:
        return []
    if record.language not in ("", "en") or not finding.date:
        return []
    others = readings(text, record.published, *found.phrase, finding.date)
    lines = [html.Li([html.Strong(spoken(interval)), f", {when}"]) for interval, when in others]
    return [html.Div([html.P("Not taken:"), html.Ul(lines)], className="untaken")] if lines else []
