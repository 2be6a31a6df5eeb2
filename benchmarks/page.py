"""The page in a browser against vis-timeline's, on the same events in the same run; and what a view costs the server.

Seconds are those of this machine; what is asked are ratios.
"""

from __future__ import annotations

SIZES = (100, 1_000, 10_000, 100_000)
AGAINST = SIZES[:3]  # vis-timeline's time grows with the square
PATIENCE = 150  # seconds that its first paint is waited for
RUNS = 3
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update"
    " --disable-sync"
)
OURS = (
    "() => document.querySelector('#chart .js-plotly-plot g.trace, #chart .js-plotly-plot .bars,"
    " #chart .js-plotly-plot .scatter')"
)
THEIRS = (
    "() => document.querySelector('.vis-timeline') && document.querySelector('.vis-timeline').style.visibility !== 'hidden'"
    " && document.querySelector('.vis-item')"
)
ZOOM_OURS = """() => new Promise((give) => {
  const graph = document.querySelector('#chart .js-plotly-plot');
  const began = performance.now();
  graph.once('plotly_afterplot', () => window.__painted().then((at) => give(at - began)));
  document.getElementById('closer').click();
})"""
ZOOM_THEIRS = """() => new Promise((give) => {
  const began = performance.now();
  timeline.zoomIn(0.5, { animation: false }, () => window.__painted().then((at) => give(at - began)));
})"""
