"""A made-up wire story that three papers reprint, and a paper of its own: for what copies look like in the page."""

from __future__ import annotations

from pathlib import Path

from timeline.pipeline import build

STORY = (
    "On Saturday the ferry Saint Brannoc ran aground on the sandbar off Saltmere harbour. Nobody was hurt, and the eleven "
    "passengers waded ashore with their shoes in their hands. The skipper said that he had not been able to pay for a pilot "
    "since the harbour dues were doubled last month. The council will meet on Wednesday to talk about the dues, and the rope "
    "workers have promised to come with their families and to bring the old moorings along."
)
TITLE = "Ferry runs aground off Saltmere"
PAPERS = {
    "agency": (TITLE, "https://agency.example/ferry?a=1&b=2", ""),
    "courier": ("Passengers wade ashore", "https://courier.example/2", "Gulls watched."),
    "herald": ("Ferry aground, nobody hurt", "javascript:alert(1)", "More on page four."),
    "post": ("Eleven pairs of shoes", "", "The weather was fair."),
}
QUAY = (
    "The Saint Brannoc was pulled off the sandbar yesterday by two tugs. The ferry Saint Brannoc had run aground off Saltmere "
    "harbour on Saturday, in fog, and nobody was hurt."
)


def write(folder: Path) -> Path:
    """Write the articles into a folder, build its events file, and give it."""
    articles = folder / "papers"
    articles.mkdir()
    for name, (title, url, end) in PAPERS.items():
        day = 10 if name == "agency" else 11
        head = f"---\ntitle: {title}\ndate: 2020-05-{day}\nauthor: Ada Quill\n" + (f"url: {url}\n" if url else "")
        (articles / f"{name}.txt").write_text(f"{head}---\n\n{STORY} {end}\n", encoding="utf-8")
    head = "---\ntitle: Notes from the quay\ndate: 2020-05-12\n---\n\n"
    (articles / "quay.txt").write_text(head + QUAY + "\n", encoding="utf-8")
    build([articles], folder / "events.yaml")
    return folder / "events.yaml"
