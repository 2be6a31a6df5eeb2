"""The orders of the list of events, by their names in the address."""

NAMES = {
    "date": "Date",
    "latest": "Latest first",
    "title": "Title",
    "sources": "Most sources",
    "review": "To review first",
}
"""What the page calls them."""
SORTS = tuple(NAMES)
"""The first is that of a fresh page."""
