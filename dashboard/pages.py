"""The way to the pages of a list. Components only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dash import html

from dashboard.inside import inside
from dashboard.listed import Page
from dashboard.state import State


def pages(page: Page, state: State) -> list[Any]:
    """The way to the pages of the list before and after this one."""
    steps = (("previous", "‹ Previous", page.number - 1), ("next", "Next", page.number + 1))
    links = []
    for name, words, number in steps:
        if 0 <= number < page.of:
            there = page.turned(number)
            told = f"{words} {there.end - there.begin:,}" + (" ›" if name == "next" else "")
            links.append(inside(told, replace(state, page=number), className=name))
    named: dict[str, Any] = {"aria-label": "Pages of the list"}
    return [html.Nav(links, className="pages", **named)] if links else []
