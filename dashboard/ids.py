"""The ids of the page's elements, each once. Knows nothing else but the names of the facets."""

from dashboard import facets

URL = "url"  # dcc.Location: its query string is the state of the page
SIZE = "size"  # width of the chart in CSS pixels, measured in the browser
MOVED = "moved"  # the last zoom or pan of the chart, after it came to rest
STAMP = "stamp"  # which state of the files is shown; live.js tells when there is another one
SEEN = "seen"  # the open event as the panel shows it, for its edits
WRITTEN = "written"  # the query string that the controls wrote last, so that it is not read back into them
SHOWN = "shown"  # what the panel shows, so that the browser knows where to scroll

SEARCH = "search"
ARTICLES = "articles"
FILTERS = "filters"  # the disclosure that holds the facets
FILTERS_TOLD = "filters-told"  # its line, with how many are active
FACETS = {f"facet-{name}": name for name in facets.FACETS}  # a list each
LISTS = {ARTICLES: facets.ARTICLE, **FACETS}
"""The lists to choose from, and what each lists."""
WHOLE = "whole-lists"  # the lists that offer all of their values, so that nothing is asked of the server when one types


def typed_into(name: str) -> str:
    """The id of what was typed into a list, where the server has to look for it."""
    return f"{name}-typed"


CLEAR = "clear"
REPORTS = "reports"
REPORTED_ON = "reported-on"
CONFLICTS = "conflicts"
NEW = "only-new"
SINCE, UNTIL = "since", "until"  # a range of dates that events have to overlap
SINCE_TOLD, UNTIL_TOLD = "since-told", "until-told"  # how each was read
HIDDEN = "hidden"
FLAGS = {REPORTS: "reports", REPORTED_ON: "reported_on", CONFLICTS: "conflicts", HIDDEN: "hidden"}
"""The switches: each is its own name in the address, and stands for a field of the state."""
LANES = "lanes"
SHARED = {CLEAR, NEW, "facet-reviewed"}  # what changes the values of other controls, too
DOWNLOAD = "download"
PRINT = "print"  # the link to the chronology
COUNT = "count"
TALLY = "tally"  # what is left out, a link each

LEGEND = "legend"
BANNER = "banner"  # what is wrong with the files
CONNECTION = "connection"  # that the server is gone, or asks for its token; filled by live.js

CHART = "chart"
NOTES = "lane-notes"  # the links at the lanes, over the chart
MINIMAP = "minimap"
STRIP = "strip"  # what the minimap has to show; minimap.js puts it there
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

# What waits for a person in the account: types of ids, one for each pair or article
PAIR, DAY, DAY_ACCEPT, DAY_TOLD = "pair", "day", "day-accept", "day-told"
SETTLED = "settled"  # what a person said of a pair last

# Curating: the bar, and the sheet above it
KEEP, HIDE, EDIT, MERGE, SPLIT = "curate-keep", "curate-hide", "curate-edit", "curate-merge", "curate-split"
UNDO, REDO, ADD = "curate-undo", "curate-redo", "curate-new"
ACTIONS = "curate-actions"  # the buttons that need an open event
TOLD = "curate-told"  # what was done last, or why not
DRAFT = "draft"  # what the sheet holds while it is open
FOLLOWED, AGAIN = "followed", "again"  # what a change of the files does to the open sheet; that it is to be asked again
FORM, SAVE, CANCEL = "curate-form", "curate-save", "curate-cancel"
TITLE, DATE, STATUS = "curate-title", "curate-date", "curate-status"
TAGS, NOTE, REVIEWED = "curate-tags", "curate-note", "curate-reviewed"
READING = "curate-reading"  # how the typed date reads
MERGING, FIND, CHOICE = "curate-merging", "curate-find", "curate-choice"
JOIN, CANCEL_MERGE = "curate-join", "curate-cancel-merge"
CONFLICT, VERSIONS, MINE, THEIRS = "curate-conflict", "curate-versions", "curate-mine", "curate-theirs"
