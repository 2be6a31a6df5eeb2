"""What `make run` gives: the sample story, built by the command, served by the command, read in a browser.

With PICTURES=1 the pictures of the README are taken anew; look at them before you commit them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests import ROOT

TIMELINE = [sys.executable, "-m", "timeline"]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample articles, built. The last test changes it."""
    folder = tmp_path_factory.mktemp("story")
    shutil.copytree(ROOT / "data", folder / "data")
    subprocess.run([*TIMELINE, "build"], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def address(story: Path) -> Iterator[str]:
    """The address that `timeline serve` says."""
    with subprocess.Popen([*TIMELINE, "serve", "--port", "0"], cwd=story, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:\d+", said)
        assert match is not None, said
        yield match[0]
        process.terminate()


def picture(page: Page, name: str) -> None:
    """Take a picture for the README where that is asked for."""
    if os.environ.get("PICTURES"):
        page.screenshot(path=ROOT / "docs" / f"{name}.png")


def test_the_sample_story(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 760})
    page.goto(address)
    expect(page.locator("#count")).to_contain_text(re.compile(r"\d+ of \d+ events shown"))
    page.get_by_role("link").filter(has_text=re.compile(r"^\s*9 May 2020")).first.click()
    panel = page.locator(".panel")
    expect(panel.locator("mark").first).to_be_in_viewport()
    expect(panel).to_contain_text("because “offered” looks back")
    expect(panel).to_contain_text("Told by 3 sources")
    picture(page, "timeline")


def test_the_sample_story_in_the_dark(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 760})
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}?lanes=person&sort=sources")
    expect(page.locator("#chart .annotation").first).to_be_visible()
    expect(page.locator(".panel .event").first).to_contain_text("Xi offers North Korea help in keeping the virus out")
    expect(page.locator("body")).to_have_css("background-color", "rgb(20, 23, 28)")
    picture(page, "dark")


def test_the_sample_story_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(address)
    expect(page.locator("#chart .annotation").first).to_be_visible()
    page.get_by_role("link").filter(has_text=re.compile(r"^\s*9 May 2020")).first.click()
    expect(page.locator("mark.phrase")).to_be_in_viewport()
    expect(page.get_by_role("tab")).to_have_count(3)
    picture(page, "phone")


def test_the_sample_story_on_paper(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 794, "height": 1000})
    page.emulate_media(media="print")
    page.goto(f"{address}/print?from=2020-05-01&to=2020-05-31&only=view")
    expect(page.locator(".entry").first).to_be_visible()
    expect(page.locator(".bar")).to_be_hidden()
    expect(page.get_by_role("heading", name="Sources")).to_be_attached()
    picture(page, "paper")


def test_a_title_mended_in_the_file_shows_after_a_reload(page: Page, address: str, story: Path) -> None:
    page.goto(address)
    expect(page.locator("#count")).to_contain_text("events shown")
    file = story / "events.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Trade with China stops", "title: Wonjong-ri closes its gate"), encoding="utf-8")
    page.reload()
    expect(page.get_by_role("link", name="Wonjong-ri closes its gate").first).to_be_visible()
    subprocess.run([*TIMELINE, "build"], cwd=story, check=True, capture_output=True)
    assert "title: Wonjong-ri closes its gate" in file.read_text(encoding="utf-8")
