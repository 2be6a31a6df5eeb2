"""A walk through every view of a page whose texts are payloads: each is seen as text, nothing of it became an element."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from playwright.sync_api import BrowserContext, Locator, Page, Request, TimeoutError, expect

from dashboard import account as kinds
from dashboard.facets import FACETS, LANES
from tests.hostile import DATES, Hostile
from timeline.curate import Edit, facts
from timeline.desk import Desk, Done
from timeline.recognize import read_words
from timeline.store import load

NOT_THERE = "status of 404"  # the browser's own word on an address that no page stands at, which `bare` goes to
SHORT = 4  # characters of a label that is cut, at least
_AUDIT = (Path(__file__).parent / "audit.js").read_text(encoding="utf-8")


def norm(text: str) -> str:
    """A text as it reads on one line."""
    return " ".join(text.split())


@dataclass
class Watch:
    """What a browser did meanwhile: requests to other hosts, dialogs, words of the console, new pages."""

    outside: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    asked: int = 0

    def check(self) -> None:
        """Raise AssertionError for anything but silence."""
        assert self.asked, "the browser's log of requests is empty"
        assert not self.outside and not self.said, f"asked outside: {self.outside[:5]}; said: {self.said[:5]}"


@contextmanager
def watching(context: BrowserContext) -> Iterator[Watch]:
    """Watch all pages of a context; no request leaves the machine, but each is noted."""
    seen = Watch()

    def ask(request: Request) -> None:
        seen.asked += 1
        here = urlsplit(request.url)
        if here.hostname != "127.0.0.1" and here.scheme not in ("file", "data", "blob", "about"):
            seen.outside.append(request.url)

    def answer(dialog: Any) -> None:
        seen.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    listeners: list[tuple[Any, Any]] = [
        ("request", ask),
        (
            "console",
            lambda message: seen.said.append(f"{message.type}: {message.text}") if NOT_THERE not in message.text else None,
        ),
        ("weberror", lambda error: seen.said.append(f"error: {error.error}")),
        ("dialog", answer),
    ]
    context.route(re.compile(r"^(?:https?|wss?)://(?!127\.0\.0\.1[:/])"), lambda route: route.abort())
    for event, hear in listeners:
        context.on(event, hear)
    yield seen


def audit(page: Page, own: str = "") -> None:
    """Nothing of a payload became an element, an attribute or an address, and none has run."""
    parts = urlsplit(own or page.url)
    found = page.evaluate(_AUDIT, f"{parts.scheme}://{parts.netloc}")
    assert found == [], found[:10]


def texts(page: Page, selector: str) -> list[str]:
    """The texts of elements, each on one line."""
    return [norm(text) for text in page.locator(selector).all_text_contents()]


def has(page: Page, selector: str, wanted: Iterable[str]) -> None:
    """Each of these texts is that of an element."""
    there = set(texts(page, selector))
    missing = [text for text in wanted if norm(text) not in there]
    assert missing == [], (selector, missing[:3], sorted(there)[:3])


def tells(page: Page, selector: str, wanted: Iterable[str]) -> None:
    """Each of these texts stands somewhere in the elements."""
    there = "\n".join(texts(page, selector))
    missing = [text for text in wanted if norm(text) not in there]
    assert missing == [], (selector, missing[:3], there[:300])


@dataclass
class Tour:
    """The page at an address, and the timeline that it shows. Each method is one view; all of them wait, look and raise."""

    page: Page
    address: str
    hostile: Hostile

    @property
    def payloads(self) -> Sequence[str]:
        return self.hostile.payloads

    @property
    def few(self) -> str:
        """A window of some events, for looks that are not about the chart: all of them take long to draw."""
        return self.hostile.window(0, 4)

    def go(self, query: str = "", wait: str = "#panel-heading") -> None:
        """Go to a look of the page, without loading it anew where it is there already."""
        if self.page.url.startswith(self.address) and self.page.locator("#react-entry-point #panel").count():
            self.page.evaluate(
                """(query) => { for (const each of document.querySelectorAll("#panel *")) each.dataset.old = "";
                history.pushState({}, "", query); window.dispatchEvent(new CustomEvent("_dashprivate_pushstate")); }""",
                f"?{query}",
            )
            wait = f"{wait}:not([data-old])"
        else:
            self.page.goto(f"{self.address}?{query}")
        expect(self.page.locator(wait).first).to_be_attached()

    def chart(self, lanes: str, first: int, last: int) -> None:
        """The marks of some events, in lanes of a kind: labels and titles of lanes are payloads, or their beginnings."""
        self.page.goto(f"{self.address}?lanes={lanes}&{self.hostile.window(first, last)}")
        expect(self.page.locator("#chart .textpoint").first).to_be_visible()
        labels = " \n ".join(texts(self.page, "#chart .textpoint"))
        for at in range(first, min(last, len(self.payloads)) - 1):
            drawn = not DATES[at % len(DATES)].startswith("..")  # what has no beginning is told in a line
            assert not drawn or norm(self.payloads[at])[:SHORT] in labels, self.payloads[at]
        assert self.page.locator("#chart svg a").count() == 0
        audit(self.page)

    def hover(self, count: int) -> None:
        """What the pointer meets in the chart: the card tells the whole payload."""
        marks = self.page.locator("#chart .textpoint:visible")
        told = [norm(self._card(marks.nth(at)).text_content() or "") for at in range(min(count, marks.count()))]
        known = {norm(text) for text in self.payloads}
        assert told and set(told) <= known, told
        audit(self.page)

    def _card(self, mark: Locator) -> Locator:
        """What is told of a mark. A chart that is drawn anew meanwhile takes its card away: then the pointer comes once more."""
        card = self.page.locator("#card strong")
        for _ in range(5):
            mark.scroll_into_view_if_needed()
            box = mark.bounding_box()
            assert box is not None
            x, y = box["x"] + min(box["width"] / 2, 60), box["y"] + box["height"] / 2
            self.page.mouse.move(x - 3, y)
            self.page.mouse.move(x, y)
            with suppress(TimeoutError):
                card.wait_for(state="visible", timeout=6_000)
                return card
        raise AssertionError("no card is shown")

    def bands(self) -> None:
        """So many events that they are drawn as bands: all kinds are asked for."""
        self.go("reports=1&reported-on=1&hidden=1&lanes=person&from=2019-12-01&to=2021-12-31")
        expect(self.page.locator("#notes, #lane-notes").first).to_be_attached()
        expect(self.page.locator("#chart .textpoint").first).to_be_visible()
        audit(self.page)

    def listing(self) -> None:
        """The list beside the chart has every title, and each title of an article."""
        self.go("from=2019-12-01&to=2021-12-31", ".panel .events .what")
        expect(self.page.locator(".panel .event .what").nth(len(self.payloads) - 1)).to_be_attached()
        has(self.page, ".panel .event .what", self.payloads)
        tells(self.page, ".panel .event .where", self.payloads)
        audit(self.page)

    def panel(self, at: int) -> None:
        """One event: all its fields, and its article."""
        text = self.payloads[at]
        self.go(f"{urlencode({'event': self.hostile.key(at)})}&{self.few}")
        expect(self.page.locator(".panel mark.sentence").first).to_be_attached()
        for selector in ("#panel-heading", ".note", "mark.phrase", ".author", ".article h3"):
            has(self.page, f".panel {selector}", [text])
        for selector in (".names", ".tags", ".published", ".reason", ".reported", ".copies" if at % 2 else ".tabs"):
            tells(self.page, f".panel {selector}", [text])
        tells(self.page, ".panel .article", [f"Nobody knew of {text} before.", f"articles/{at} {text}.txt"])
        links = self.page.locator(".panel .address a, .panel .original a")
        for number in range(links.count()):
            assert (links.nth(number).get_attribute("href") or "").startswith(
                ("https://outside.example/", "http://outside.example/")
            )
        audit(self.page)
        self.go(f"{urlencode({'event': self.hostile.key(at), 'source': '2'})}&{self.few}")
        expect(self.page.locator(".panel .article .warning").first).to_be_attached()
        tells(self.page, ".panel .warning", [text])
        audit(self.page)

    def account(self) -> None:
        """Each list of what is left out."""
        for kind in (kinds.REPORTS, kinds.REPORTED_ON, kinds.HIDDEN, kinds.MERGED, kinds.UNRESOLVED, kinds.SKIPPED):
            self._list(kind)
        for kind in (kinds.UNDATED, kinds.MAYBE, kinds.NOTES, kinds.ALL):
            self._list(kind)

    def _list(self, kind: str) -> None:
        missing = list(self.payloads[: self.hostile.listed])
        for number in count(1):
            self.go(f"show={kind}&page={number}&{self.few}", ".drawer #panel-heading")
            there = "\n".join(texts(self.page, ".panel .drawer"))
            missing = [text for text in missing if norm(text) not in there]
            audit(self.page)
            if not missing or not self.page.locator(".drawer .pages .next").count():
                break
        assert missing == [], (kind, missing[:3], there[:300])

    def phrase(self, at: int) -> None:
        """A phrase that was not resolved, opened in its article."""
        text = self.payloads[at]
        place = f"articles/{at} {text}.txt"
        start = f"{text}\n\nNobody knew of ".__len__()
        query = urlencode({"show": kinds.UNRESOLVED, "at": f"{place}:{start}"})
        self.go(f"{query}&{self.few}", ".panel mark.phrase")
        has(self.page, ".panel mark.phrase", [text])
        tells(self.page, ".panel .reason", [norm(text)[1:]])
        audit(self.page)

    def filters(self) -> None:
        """Each list of values behind the button of the filters, and the list of articles."""
        self.go("", ".panel .events")
        for name in ("#articles", *(f"#facet-{name}" for name in FACETS)):
            if name != "#articles" and not self.page.locator("#filters[open]").count():
                self.page.locator("#filters summary").click()
            field_ = self.page.locator(name)
            if not field_.is_visible():
                continue
            field_.click()
            expect(self.page.locator(".dash-dropdown-content")).to_be_visible()
            options = " \n ".join(texts(self.page, ".dash-dropdown-content"))
            assert name in ("#facet-status", "#facet-precision", "#facet-reviewed") or norm(self.payloads[0])[:40] in options, (
                name
            )
            audit(self.page)
            self.page.keyboard.press("Escape")
        self.page.keyboard.press("Escape")

    def chosen(self, at: int) -> None:
        """A payload as a chosen filter, as what was searched for, as dates, in every name of the address."""
        text = self.payloads[at]
        names = [
            *FACETS,
            "article",
            "q",
            "since",
            "until",
            "event",
            "show",
            "at",
            "lanes",
            "sort",
            "page",
            "from",
            "to",
            "source",
        ]
        self.page.goto(f"{self.address}?{urlencode([(name, text) for name in names])}")
        expect(self.page.locator("#count")).to_contain_text("0 of")
        assert norm(self.page.get_by_label("Search").input_value()) == norm(text)
        audit(self.page)
        self.go(urlencode({"person": text}))
        expect(self.page.locator("#filters-told")).to_have_text("Filters (1 active)")
        audit(self.page)
        self.page.goto(f"{self.address}print?{urlencode({'q': text, 'person': text, 'tag': text, 'article': text})}")
        tells(self.page, ".narrowed", [f"search: {text}"])
        audit(self.page)

    def curating(self, at: int) -> None:
        """The sheets: the form has the payloads in its fields, the merging offers them, a conflict shows both versions."""
        text = self.payloads[at]
        self.go(f"{urlencode({'event': self.hostile.key(at)})}&{self.few}")
        expect(self.page.locator("#curate-actions")).to_be_visible()
        self.page.locator("#curate-edit").click()
        expect(self.page.locator("#curate-title")).to_be_visible()
        for name in ("title", "note"):
            expect(self.page.locator(f"#curate-{name}")).not_to_have_value("")
            assert norm(self.page.locator(f"#curate-{name}").input_value()) == norm(text), name
        tells(self.page, ".sheet h3", [f"Edit “{text}”"])
        self.page.locator("#curate-date").fill(text)
        expect(self.page.locator("#curate-reading")).not_to_be_empty()
        audit(self.page)
        self.page.locator("#curate-cancel").click()
        self.page.locator("#curate-merge").click()
        expect(self.page.locator("#curate-choice label").first).to_be_visible()
        known = {norm(each) for each in self.payloads}
        assert {label.partition(" · ")[2] for label in texts(self.page, "#curate-choice label")} <= known
        audit(self.page)
        self.page.locator("#curate-cancel-merge").click()

    def conflict(self, at: int) -> None:
        """The file changes under an open form: both versions of a note with a payload stand side by side."""
        text = self.payloads[at]
        self.go(f"{urlencode({'event': self.hostile.key(at)})}&{self.few}")
        expect(self.page.locator("#curate-actions")).to_be_visible()
        self.page.locator("#curate-edit").click()
        note = self.page.locator("#curate-note")
        expect(note).not_to_have_value("")
        note.fill(f"mine {text}")
        self._change_note(at, f"theirs {text}")
        self.page.locator("#curate-save").click()
        expect(self.page.locator("#curate-versions td").first).to_be_visible()
        tells(self.page, "#curate-versions", [f"mine {text}", f"theirs {text}", f"“{text}” was changed"])
        audit(self.page)
        self.page.locator("#curate-theirs").click()
        expect(self.page.locator("#curate-conflict")).to_be_hidden()

    def _change_note(self, at: int, note: str) -> None:
        entry = next(one for one in load(self.hostile.path, read_words).entries if one.id == self.hostile.key(at))
        edit = Edit(entry.id, facts(entry), {"note": note})
        assert isinstance(Desk(self.hostile.path, read_words).do("edited", [edit]), Done)

    def printed(self) -> None:
        """The chronology."""
        self.page.goto(f"{self.address}print")
        tells(self.page, "h2", self.payloads)
        for selector in (".note", ".citation", ".references cite", ".references .path"):
            tells(self.page, selector, self.payloads)
        audit(self.page)

    def still(self) -> None:
        """The picture that stands in the chart's place at first, opened by itself."""
        for lanes in LANES:
            query = f"lanes={lanes}&{self.hostile.window(0, min(24, len(self.payloads)))}&width=1200"
            self.page.goto(f"{self.address}first.svg?{query}")
            assert self.page.evaluate("document.documentElement.namespaceURI") == "http://www.w3.org/2000/svg"
            told = " \n ".join(texts(self.page, "text"))
            assert all(norm(text)[:SHORT] in told for text in self.payloads[:20])
            audit(self.page)

    def exported(self, folder: Any) -> None:
        """The exports that a browser opens, as the menu gives them, from the disk."""
        for form in ("html", "svg"):
            got = self.page.request.get(f"{self.address}export.{form}")
            file = folder / f"out.{form}"
            file.write_bytes(got.body())
            self.page.goto(file.as_uri())
            if form == "html":
                self._kept()
            else:
                told = " \n ".join(texts(self.page, "text"))
                assert all(norm(text)[:SHORT] in told for text in self.payloads)
            audit(self.page, "file://")

    def _kept(self) -> None:
        count = len(self.payloads)
        rows = self.page.locator(".event")
        expect(rows).to_have_count(count)
        has(self.page, ".event .title", self.payloads)
        for at in range(0, count, 1 if count <= 10 else 9):
            rows.nth(at).locator("button").click()
            expect(self.page.locator(".inside blockquote").first).to_be_attached()
            text = texts(self.page, ".event.open .title")[0]
            for selector in (".inside .note", ".inside .names", ".inside blockquote", ".inside .from"):
                tells(self.page, selector, [text])
            audit(self.page, "file://")

    def bare(self, path: str) -> None:
        """Addresses that no page stands at, with a payload in them."""
        self.page.goto(self.address + quote(path, safe=""))
        audit(self.page)


def broken(text: str) -> str:
    """An events file that cannot be read, with a payload wherever its faults quote it."""
    said = json.dumps(text)
    keys = "".join(f"  {key}: {said}\n" for key in ("color", "url", "image", "status", "kind", "hidden", "pinned"))
    return f"- date: {said}\n  title: x\n{keys}- date: 2020\n  title: x\n  {said}: x\n"


def named(page: Page, address: str, name: str) -> None:
    """The pages of a file of that name that cannot be read: its name and its faults are text."""
    page.goto(address)
    expect(page.locator(".banner li").first).to_be_attached()
    assert norm(page.title()) == norm(f"{name} · timeline")
    tells(page, "h1", [name])
    tells(page, ".banner", [norm(name)[:40]])
    audit(page)
    page.goto(f"{address}print")
    has(page, "h1", [name])
    assert norm(page.title()) == norm(f"{name} · chronology")
    audit(page)
