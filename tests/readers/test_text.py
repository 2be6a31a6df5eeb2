"""What the reader of plain text makes of headers, footers and front matter, and what it can't read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.reading import day_of, read_one, why_skipped
from timeline import articles
from timeline.articles import Settings
from timeline.errors import UsageError
from timeline.model import Article
from timeline.notation import iso_day

Read = Callable[[str], Article]

BODY = "\n\nThe old ferry sank in the harbour on Saturday, and the crew swam to the shore in the dark.\n"


@pytest.fixture
def read(tmp_path: Path) -> Callable[[str], Article]:
    return lambda content: read_one(tmp_path, "a.txt", content.encode())


@pytest.mark.parametrize(
    ("header", "day", "author", "title"),
    [
        ("The ferry is gone\n\nMay 10, 2020 - 13:14 By Ann Lee", "2020-05-10", "Ann Lee", "The ferry is gone"),
        ("The ferry is gone\nBy Ann Lee | May 2, 2020", "2020-05-02", "Ann Lee", "The ferry is gone"),
        ("The ferry is gone\nAnn Lee\n\nPublished: 8 May 2020", "2020-05-08", "Ann Lee", "The ferry is gone"),
        ("Share\nSend to\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("# The ferry is gone\n\n*By Ann Lee*\n\n10 mai 2020", "2020-05-10", "Ann Lee", "The ferry is gone"),
        ("---\ntitle: The ferry is gone\ndate: 2020-05-08\nauthor: Ann Lee\n---", "2020-05-08", "Ann Lee", "The ferry is gone"),
        ("---\ntitle: 'The ferry: gone'\npublished: 8 May 2020 07:00\n---", "2020-05-08", "", "The ferry: gone"),
        ("The ferry is gone\nPublished: 05/20/2020", "2020-05-20", "", "The ferry is gone"),
        ("The ferry is gone\nPublished: 2020/05/08", "2020-05-08", "", "The ferry is gone"),
        ("The ferry is gone\nUpdated: May 9, 2020\nPosted on Friday, 8 May 2020 at 10:00", "2020-05-08", "", "The ferry is gone"),
        ("The ferry is gone", None, "", "The ferry is gone"),
        ('+++\ntitle = "The ferry is gone"\ndate = 2020-05-08\n+++', "2020-05-08", "", "The ferry is gone"),
        ('+++\ntitle = "Gone"\ndate = 2020-05-08T07:00:00Z\nauthors = ["Ann Lee"]\n+++', "2020-05-08", "Ann Lee", "Gone"),
        ("Home\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("Menu\nNews\nSport\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("Home  News  Sport  Weather\n\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("Home | News | Sport\n\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("Home News Sport Weather\n\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("Home > Lakes > Oslo\n\nThe ferry is gone\n2020-05-08", "2020-05-08", "", "The ferry is gone"),
        ("+++\ntitle = 'Gone'\n+++\nTitle: The ferry\n2020-05-08", "2020-05-08", "", "Gone"),
        ("Weather\n2020-05-08", "2020-05-08", "", "Weather"),
        ("News of the ferry\n2020-05-08", "2020-05-08", "", "News of the ferry"),
        ("Home again | The ferry\n2020-05-08", "2020-05-08", "", "Home again | The ferry"),
        ("Title: Who sank the ferry?\nAuthor: Ann Lee\nDate: 2020-05-08", "2020-05-08", "Ann Lee", "Who sank the ferry?"),
        ("**Headline:** The ferry is gone\nBy: Ann Lee\nPublished: 2020-05-08", "2020-05-08", "Ann Lee", "The ferry is gone"),
        ("Source: the mayor sank the ferry\n2020-05-08", "2020-05-08", "", "Source: the mayor sank the ferry"),
        ("Link: a ferry and its town\n2020-05-08", "2020-05-08", "", "Link: a ferry and its town"),
        ("12 June 2026\n\nThe ferry is gone\n8 May 2020", "2020-05-08", "", "The ferry is gone"),
        ("12 June 2026\n\nThe ferry is gone\nBy Ann Lee | May 8, 2020", "2020-05-08", "Ann Lee", "The ferry is gone"),
        ("Lake News\n12 June 2026\n\nThe ferry is gone\nAnn Lee\n8 May 2020", "2020-05-08", "Ann Lee", "The ferry is gone"),
        ("8 May 2020\n\nThe ferry is gone\nUpdated: 9 June 2020", "2020-05-08", "", "The ferry is gone"),
        ("The ferry is gone\n8 May 2020\nNine swam to the shore\n12 June 2026", "2020-05-08", "", "The ferry is gone"),
        ("Ferry Gone\n8 May 2020\nNine swam to the shore\nBy Ann Lee", "2020-05-08", "Ann Lee", "Ferry Gone"),
    ],
)
def test_header(read: Read, header: str, day: str | None, author: str, title: str) -> None:
    article = read(header + BODY)
    assert day_of(article) == day
    assert (article.author, article.title) == (author, title)
    assert article.text == header + BODY


def test_the_evidence_of_the_publication_day_is_kept(read: Read) -> None:
    published = read("The ferry is gone\n\nMay 10, 2020 - 13:14 By Ann Lee" + BODY).published
    assert published is not None
    assert (published.rung, published.evidence) == ("header line", "May 10, 2020")


def test_a_change_alone_is_evidence_that_says_so(read: Read) -> None:
    published = read("The ferry is gone\n*Last updated: March 9, 2020*" + BODY).published
    assert published is not None and published.evidence == "Last updated: March 9, 2020"


def test_the_day_above_the_headline_is_named_where_it_disagrees(read: Read) -> None:
    (note,) = read("12 June 2026\n\nThe ferry is gone\n8 May 2020" + BODY).notes
    assert "“8 May 2020” says 2020-05-08" in note and "“12 June 2026” 2026-06-12" in note


@pytest.mark.parametrize("line", ["{}", "URL: {}", "Source: {}", "**Link:** {}", "<{}>"])
@pytest.mark.parametrize("place", ["{}\nThe ferry is gone", "The ferry is gone\n{}"])
def test_an_address_among_the_first_lines_is_that_of_the_article(read: Read, line: str, place: str) -> None:
    article = read(place.format(line.format("https://lake.example/2020/05/08/ferry")) + BODY)
    assert (article.url, article.title) == ("https://lake.example/2020/05/08/ferry", "The ferry is gone")
    assert article.published is not None and (article.published.rung, day_of(article)) == ("URL", "2020-05-08")


def test_plus_signs_that_hold_no_fields_are_no_front_matter(read: Read) -> None:
    assert "Breaking" in read("+++\nBreaking\n+++" + BODY).title


def test_a_date_in_the_prose_is_not_the_publication_day(read: Read) -> None:
    assert (
        read("The ferry is gone\n\nOn 3 May 2020 the old ferry sank in the harbour, and the crew swam to the shore.").published
        is None
    )


def test_a_dateline_dates_the_article_only_with_its_year(read: Read) -> None:
    assert (
        read(
            "The ferry is gone\n\nOSLO, May 8 (Wire) — The old ferry sank in the harbour on Saturday night, it was said."
        ).published
        is None
    )
    told = read("The ferry is gone\n\nOSLO, May 8, 2020 (Wire) — The old ferry sank in the harbour on Saturday night.").published
    assert told is not None and iso_day(told.day) == "2020-05-08"


def test_footers_are_marked_and_the_text_stays_whole(read: Read) -> None:
    content = (
        "The ferry is gone"
        + BODY
        + "\nReported by A. Holm. Edited on May 3 by B. Dahl.\n\nThe post The ferry is gone appeared first on Lake News.\n"
    )
    article = read(content)
    assert [content[r.start : r.start + 8] for r in article.furniture if r.why == "footer"] == ["Reported", "The post"]


def test_a_byte_order_mark_does_not_count_as_text(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.txt", b"\xef\xbb\xbfThe ferry is gone" + BODY.encode()).text.startswith("The")


def test_the_key_of_an_article_does_not_hang_on_its_front_matter(read: Read) -> None:
    one, other = (read(f"---\ndate: 2020-05-{day:02d}\n---{BODY}") for day in (8, 9))
    assert one.key == other.key
    assert one.digest != other.digest


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (b"---\ndate: 2020-05-08\n---\n", "no text"),
        (b"a\0b", "NUL"),
        (b"---\ndate: [\n---\nText.", "front matter, line"),
        (b"+++\ntitle = 'a'\ndate = = 3\n+++\nText.", "front matter, line"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_the_reason(tmp_path: Path, raw: bytes, says: str) -> None:
    assert says in why_skipped(tmp_path, "a.txt", raw)


def test_a_folder_is_walked_in_order_of_name_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", ".hidden.txt", ".git/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    assert [f.relative_to(tmp_path).as_posix() for f in articles.find([tmp_path])] == ["a/z.md", "b.txt"]


def test_a_file_given_twice_is_found_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("text")
    assert len(articles.find([tmp_path, tmp_path / "a.txt"])) == 1


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_path_without_articles_is_an_error(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError):
        articles.find([tmp_path / name])


def test_what_no_reader_reads_is_skipped(tmp_path: Path) -> None:
    assert "no reader for '.xyz'" in why_skipped(tmp_path, "a.xyz", b"x")


def test_what_is_too_large_is_left_out_with_a_word(tmp_path: Path) -> None:
    settings = Settings(largest=2_000_000)
    assert "larger than 2 MB" in why_skipped(tmp_path, "big.txt", b"a word " * 300_000, settings)
    assert len(read_one(tmp_path, "small.txt", b"a word " * 280_000, settings).text) == 1_960_000
