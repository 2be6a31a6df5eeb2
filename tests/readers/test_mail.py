"""Mails and saved pages: which part is the article, the day as the header has it, and what of a mail is no prose of it."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from tests.readers import pages
from tests.readers.reading import day_of, read_one, why_skipped
from timeline.events import tell
from timeline.model import Article

TEXT = "Hello Bo,\n\nthe ferry sank on Thursday, and nobody drowned.\n"


def mail(text: str = TEXT, html: str = "", date: str = "Fri, 08 May 2020 23:30:00 -0700") -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Ann Lée <ann@lake.example>"
    message["Subject"] = "Où est le bac?"
    message["Date"] = date
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def read(folder: Path, message: EmailMessage) -> Article:
    return read_one(folder, "a.eml", message.as_bytes())


def quoted(article: Article) -> list[tuple[str, str]]:
    return [(region.why, article.text[region.start : region.end].strip()) for region in article.furniture]


def phrases(article: Article) -> list[str]:
    return [event.sources[0].phrase for event in tell(article).events]


def test_a_mail_has_its_subject_its_author_and_the_day_as_written(tmp_path: Path) -> None:
    article = read(tmp_path, mail())
    assert (article.title, article.author, article.text) == ("Où est le bac?", "Ann Lée", TEXT)
    assert article.published is not None
    assert day_of(article) == "2020-05-08"
    assert (article.published.rung, article.published.evidence) == ("field", "Date: Fri, 08 May 2020 23:30:00 -0700")
    assert phrases(article) == ["Thursday"]


def test_a_mail_is_known_by_its_first_bytes(tmp_path: Path) -> None:
    raw = b"Return-Path: <ann@lake.example>\n" + mail().as_bytes()
    assert read_one(tmp_path, "mail.txt", raw).title == "Où est le bac?"


def test_plain_text_is_preferred_unless_it_is_empty(tmp_path: Path) -> None:
    html = "<style>p {}</style><p>The ferry sank on <b>Fri</b>day.</p><p>Nobody drowned.</p>"
    assert read(tmp_path, mail(html=html)).text == TEXT
    assert read(tmp_path, mail(text=" \n", html=html)).text == "The ferry sank on Friday.\n\nNobody drowned."


def test_quoted_lines_and_signatures_are_marked_and_stay(tmp_path: Path) -> None:
    text = (
        "The ferry sank on Thursday.\n\nOn Wed, May 6, 2020 at 9:00 AM Bo Dahl\n<bo@lake.example> wrote:\n\n"
        "> Will it go on Saturday?\n> Bo\n\nIt will be raised tomorrow.\n-- \nAnn, here since May 2011\n"
    )
    article = read(tmp_path, mail(text))
    assert article.text == text
    assert quoted(article) == [
        ("quoted mail", "On Wed, May 6, 2020 at 9:00 AM Bo Dahl\n<bo@lake.example> wrote:"),
        ("quoted mail", "> Will it go on Saturday?"),
        ("quoted mail", "> Bo"),
        ("signature", "-- \nAnn, here since May 2011"),
    ]
    assert phrases(article) == ["Thursday", "tomorrow"]


@pytest.mark.parametrize(
    "head",
    [
        "-----Original Message-----\nFrom: Bo Dahl\n",
        "---------- Forwarded message ---------\nFrom: Bo Dahl\n",
        "From: Bo Dahl\nSent: Wednesday, May 6, 2020 9:00 AM\n",
        "Begin forwarded message:\n",
    ],
)
def test_a_mail_that_is_passed_on_gives_no_events(tmp_path: Path, head: str) -> None:
    article = read(
        tmp_path, mail(f"It sank on Thursday.\n\n{head}\nThe storm came on Tuesday and took the wall of the harbour.\n")
    )
    assert phrases(article) == ["Thursday"]
    assert any("another mail that it quotes" in note for note in article.notes)


def test_the_quoted_mail_of_an_html_mail_is_marked(tmp_path: Path) -> None:
    html = (
        "<p>It sank on Thursday.</p><div>On Wed, 6 May 2020, Bo wrote:<br></div><blockquote>Will it go on Saturday?</blockquote>"
    )
    article = read(tmp_path, mail(text="\n", html=html))
    assert quoted(article) == [("quoted mail", "On Wed, 6 May 2020, Bo wrote:\n\nWill it go on Saturday?")]


def test_what_is_attached_is_named(tmp_path: Path) -> None:
    message = mail()
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="report.pdf")
    assert read(tmp_path, message).notes == ("attached and not read: report.pdf; save what is an article as a file of its own",)


def test_a_year_of_two_digits_is_that_of_the_rules_for_mails(tmp_path: Path) -> None:
    raw = b"From: ann@lake.example\nDate: Fri, 8 May 98 10:00:00 GMT\n\nIt sank on Thursday."
    assert day_of(read_one(tmp_path, "a.eml", raw)) == "1998-05-08"


def test_a_day_that_does_not_exist_is_not_mended(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.eml", b"From: ann@lake.example\nDate: Sun, 30 Feb 2020 10:00:00 GMT\n\nIt sank on Thursday.")
    assert article.published is None
    assert "30 Feb 2020" in article.notes[0]


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "no mail"),
        (b"The ferry sank.\nOn Thursday.", "no mail"),
        (b"From: ann@lake.example\n\n \n", "no text"),
        (mail("\n", "<script>x</script>").as_bytes(), "no text"),
        (b'Content-Type: multipart/mixed; boundary="x"\nFrom: a\n\n--x\nContent-Type: image/png\n\nabc\n--x--', "no text"),
    ],
)
def test_what_is_no_mail_is_skipped_with_the_reason(tmp_path: Path, raw: bytes, says: str) -> None:
    assert says in why_skipped(tmp_path, "a.eml", raw)


@pytest.mark.parametrize(
    "header", ["Subject: =?x?y?z", 'From: "', "From: .:", "Content-Type: ;;=", "Content-Type: text/plain; charset*=x'"]
)
def test_broken_header_lines_do_not_stop_a_mail(tmp_path: Path, header: str) -> None:
    raw = f"{header}\nDate: Fri, 8 May 2020 10:00:00 GMT\n\nIt sank on Thursday.".encode()
    assert day_of(read_one(tmp_path, "a.eml", raw)) == "2020-05-08"


def test_a_mail_broken_beyond_reading_is_skipped_with_the_mend(tmp_path: Path) -> None:
    assert "save it again" in why_skipped(tmp_path, "a.eml", b"Content-Type: ;utf-8*\n\nIt sank on Thursday.")


def test_the_date_is_shown_as_it_stands(tmp_path: Path) -> None:
    published = read_one(
        tmp_path, "a.eml", b"From: Ann\nDate: Fri,  8 May 2020 23:30 PDT (late)\n\nIt sank on Thursday."
    ).published
    assert published is not None
    assert published.evidence == "Date: Fri, 8 May 2020 23:30 PDT (late)"


def saved(page: str) -> bytes:
    """A page as a browser saves it whole."""
    whole = MIMEMultipart("related", type="text/html")
    whole["From"] = "<Saved by Blink>"
    whole["Date"] = "Sun, 1 Nov 2026 12:00:00 -0000"
    whole["Snapshot-Content-Location"] = "https://lake.example/saved"
    whole.attach(MIMEText(page, "html", "utf-8"))
    whole.attach(MIMEText("<p>An advertisement of Monday</p>", "html"))
    return whole.as_bytes()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht"])
def test_a_saved_page_is_its_first_page(tmp_path: Path, name: str) -> None:
    article = read_one(tmp_path, name, saved(pages.NEWS))
    assert article.text.split("\n\n")[0] == pages.LEAD
    assert (day_of(article), article.url) == ("2020-05-12", "https://lake.example/news/ferry-sinks")


def test_the_address_of_a_saved_page_and_not_the_day_of_saving(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.mhtml", saved(f"<html><body><h1>Ferry sinks</h1>{pages.PROSE}</body></html>"))
    assert article.url == "https://lake.example/saved"
    assert article.published is None


@pytest.mark.parametrize("raw", [b"", b"Text", b"From: a\n\nText", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n"])
def test_what_holds_no_page_is_skipped(tmp_path: Path, raw: bytes) -> None:
    assert "no page in it" in why_skipped(tmp_path, "a.mhtml", raw)
