"""One page for all tests that only read the same file: each finds it as it would be had it been loaded anew."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.inprocess import app_of, listening

Write = Callable[[Path], Path]
SIZE: ViewportSize = {"width": 1280, "height": 720}

# The look of the page is in its address. What else a reader leaves behind is where the keyboard is, what is folded out,
# and how far things are scrolled.
_TIDY = """() => {
  document.activeElement.blur();
  document.body.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
  for (const each of document.querySelectorAll("details[open]")) if (!each.closest("#panel")) each.open = false;
  for (const each of document.querySelectorAll(".sheet .cancel, #help[open] button")) if (each.offsetParent) each.click();
  window.dash_clientside.set_props("curate-told", { children: "" });
}"""
_MARK = """() => {
  const chart = document.querySelector("#chart .js-plotly-plot");
  for (const each of [chart, ...document.querySelectorAll("#panel *")]) each.dataset.old = "";
  chart.once("plotly_afterplot", () => delete chart.dataset.old);
}"""
_GO = """query => {
  history.pushState({}, "", location.pathname + query);
  dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
}"""
_SCROLL = """() => {
  for (const each of document.querySelectorAll("*")) if (each.scrollTop || each.scrollLeft) each.scrollTo(0, 0);
  return fetch("stamp").then(() => null);
}"""


@dataclass
class Standing:
    """The tab of all tests, and the file whose page stands in it, where a test left it so that another can go on there."""

    tab: Page
    port: int
    folders: pytest.TempPathFactory
    shown: Write | None = None
    path: Path = Path()
    content: bytes = b""
    app: Any = None
    running: ExitStack = field(default_factory=ExitStack)

    def show(self, write: Write, query: str = "", size: ViewportSize = SIZE, *, own: bool = False) -> Page:
        """Show a look of the file that `write` makes in a folder, by the address where its page stands already.

        With a file of its `own`, which it may change, the page that stands takes up that one, as it follows any change.
        """
        if self.shown is not write:
            self.leave()
            self._take(write)
            self.tab.set_viewport_size(size)
            self.tab.goto(self.running.enter_context(listening(lambda *asked: self.app(*asked), self.port)) + query)
            self.shown = write
        else:
            self.tab.evaluate(_TIDY)
            if own or self.path.read_bytes() != self.content:
                self._anew(lambda: self._take(write))
            self._go_on(query, size)
        expect(self.tab.locator("#panel-heading")).to_be_attached()
        expect(self.tab.locator("#chart .annotation").first).to_be_visible()
        return self.tab

    def _take(self, write: Write) -> None:
        self.path = write(self.folders.mktemp("standing"))
        self.content = self.path.read_bytes()
        self.app = app_of(self.path)

    def _go_on(self, query: str, size: ViewportSize) -> None:
        before = self.tab.viewport_size
        if before is None or before["width"] != size["width"]:
            self._anew(lambda: self.tab.set_viewport_size(size))
        self.tab.set_viewport_size(size)
        if self.tab.evaluate("location.search") != query:
            self._anew(lambda: self.tab.evaluate(_GO, query))
        self.tab.evaluate(_SCROLL)

    def _anew(self, do: Callable[[], object]) -> None:
        """Do what has the chart and the panel drawn anew, and wait until they are."""
        self.tab.evaluate(_MARK)
        do()
        expect(self.tab.locator("#chart .js-plotly-plot:not([data-old])")).to_be_attached()
        expect(self.tab.locator("#panel-heading:not([data-old])")).to_be_attached()

    def leave(self) -> None:
        """Let go of the page: whoever comes next loads another."""
        self.shown = None
        self.tab.goto("about:blank")  # or it would ask the next server for the files of this one
        self.running.close()
