"""The ids of the page's elements, each once. Knows nothing else but the names of the facets."""

from dashboard import facets

URL = "url"  # dcc.Location: its query string is the state of the page
SIZE = "size"  # width of the chart in CSS pixels, measured in the browser
MOVED = "moved"  # the last zoom or pan of the chart, after it came to rest
WRITTEN = "written"  # the query string that the controls wrote last, so that it is not read back into them
SHOWN = "shown"  # what the panel shows, so that the browser knows where to scroll

SEARCH = "search"
ARTICLES = "articles"
FILTERS = "filters"  # the disclosure that holds the facets
FILTERS_TOLD = "filters-told"  # its line, with how many are active
FACETS = {f"facet-{name}": name for name in facets.FACETS}  # a list each
CLEAR = "clear"
REPORTS = "reports"
CONFLICTS = "conflicts"
NEW = "only-new"
SINCE, UNTIL = "since", "until"  # a range of dates that events have to overlap
SINCE_TOLD, UNTIL_TOLD = "since-told", "until-told"  # how each was read
LANES = "lanes"
SHARED = {CLEAR, NEW, "facet-reviewed"}  # what changes the values of other controls, too
DOWNLOAD = "download"
COUNT = "count"

LEGEND = "legend"
CHART = "chart"
NOTES = "lane-notes"  # the links at the lanes, over the chart
MINIMAP = "minimap"
TODAY, TODAY_NAME = "today", "today-name"  # the line of the browser's day, and its name; placed by today.js
CHART_BOX = "chart-box"
RULER = "ruler"
NOTICE = "notice"
PANEL = "panel"
CARD = "card"  # what hovering tells; filled by chart.js
HELP = "help"  # the dialog
HELP_OPEN = "help-open"
HELP_CLOSE = "help-close"

FIT = "fit"
CLOSER = "closer"
WIDER = "wider"
EARLIER = "earlier"
LATER = "later"
BUTTONS = (FIT, CLOSER, WIDER, EARLIER, LATER, CLEAR)
