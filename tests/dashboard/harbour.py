"""A folder of made-up articles that a real build has read, and a person has worked on: something of all that is left out."""

from __future__ import annotations

from pathlib import Path

from tests.building import Case
from timeline import pipeline
from timeline.articles import Settings

ONE = """The school

Published: 2020-05-10

Nobody came for the cake.

In 2019 Ada Holm opened the harbour bridge after a long winter. On Friday she closed the old ferry pier for good.
"""
OTHER = """The ferry

Published: 2020-05-11

Nobody had to swim.

In 2019 Ada Holm opened the harbour bridge and a school in Tarn. The harbour master moved into the ice house on 30 February.
The ferry took nine sheep across on 7 May 2020. The lamp of the lighthouse broke on Thursday.

“She thanked the crew of the ferry,” the Tarn Gazette reported on Saturday.
"""
MILL = """The mill of <b>Vik</b>

The mill burned down on 2 May 2020, and nobody was hurt. Its owner, Tom Lark, had left for Tarn three weeks ago.
He is back since Tuesday, and sold the millstones on 03/04/2020.
"""
COUNTS = {"report": 1, "hidden": 1, "merged": 1, "unresolved": 4, "skipped": 2, "undated article": 1, "maybe the same": 1}
FILES = {"news/school.txt": ONE, "news/ferry.txt": OTHER, "news/mill.txt": MILL, "news/empty.txt": ""}


def build(folder: Path, *, undated: bool = False) -> Case:
    """Build the folder, then hide the lamp and call the pier the same as the sheep."""
    case = Case(folder)
    for name, text in FILES.items():
        case.article(name, text)
    (folder / "news/photo.png").write_bytes(b"\x89PNG\0\0")
    rebuild(case, undated=undated)
    titles = {title: entry.id for title, entry in case.entries().items()}
    lamp = next(title for title in titles if "lamp" in title)
    pier = next(title for title in titles if "pier" in title)
    sheep = next(title for title in titles if "sheep" in title)
    case.edit(f"title: {lamp}\n", f"title: {lamp}\n  hidden: true\n")
    case.edit(f"title: {pier}\n", f"title: {pier}\n  same_as: {titles[sheep]}\n")
    return case


def rebuild(case: Case, *, undated: bool = False) -> None:
    """Build once more, as `timeline build news` does."""
    pipeline.build([case.folder / "news"], case.file, Settings(undated=undated))
