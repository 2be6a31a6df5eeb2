"""The ids of the page's elements, each once. Knows nothing else."""

URL = "url"  # dcc.Location: its query string is the state of the page
SIZE = "size"  # width of the chart in CSS pixels, measured in the browser
MOVED = "moved"  # the last zoom or pan of the chart, after it came to rest
SHOWN = "shown"  # what the panel shows, so that the browser knows where to scroll

SEARCH = "search"
ARTICLES = "articles"
DOWNLOAD = "download"
COUNT = "count"

CHART = "chart"
CHART_BOX = "chart-box"
RULER = "ruler"
NOTICE = "notice"
PANEL = "panel"

FIT = "fit"
CLOSER = "closer"
WIDER = "wider"
EARLIER = "earlier"
LATER = "later"
BUTTONS = (FIT, CLOSER, WIDER, EARLIER, LATER)
