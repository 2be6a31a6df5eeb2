"""Web pages: the main text and nothing else, what the page says of itself, and the day it was published with its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers import pages
from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.articles.html import declared
from timeline.events import tell
from timeline.model import Article


def read(folder: Path, page: str) -> Article:
    return read_one(folder, "page.html", page.encode())


def phrases(article: Article) -> list[str]:
    return [event.sources[0].phrase for event in tell(article).events]


def test_a_news_page_is_its_article(tmp_path: Path) -> None:
    article = read(tmp_path, pages.NEWS)
    assert article.title == "Ferry sinks in the harbour of Holm"
    assert (article.author, article.site, article.url) == ("Ann Lee", "Lake News", "https://lake.example/news/ferry-sinks")
    assert article.text.split("\n\n") == [pages.LEAD, pages.SECOND, "Boats sold", pages.THIRD]


def test_menus_notices_related_articles_and_comments_give_no_events(tmp_path: Path) -> None:
    assert phrases(read(tmp_path, pages.NEWS)) == ["Saturday", "Thursday", "March", "next year"]


@pytest.mark.parametrize(
    ("page", "day", "rung", "evidence"),
    [
        (pages.NEWS, "2020-05-12", "page", "meta article:published_time: 2020-05-12T08:00+09:00"),
        (pages.NEXT_JS, "2020-05-10", "page", "JSON-LD datePublished: 2020-05-10T21:30:00+00:00"),
        (pages.TWO_ARTICLES, "2020-05-10", "page", "JSON-LD datePublished: 2020-05-10"),
        (pages.BROKEN_JSON, "2020-05-10", "page", "JSON-LD datePublished: 2020-05-10T08:00:00+02:00"),
        (pages.AMP, "2020-05-11", "page", "<time> datetime: 2020-05-11T06:00-04:00"),
        (pages.MICRODATA, "2020-05-10", "page", "datePublished content: 2020-05-10"),
        (pages.AMERICAN, "2020-05-10", "page", "pub-date: 05/10/2020"),
        (pages.TIMES_IN_PROSE, "2020-05-10", "page", "<time> datetime: 2020-05-10"),
        (pages.WEBLOG, "2020-05-10", "page", "<time> datetime: 2020-05-10T08:00:00+00:00"),
        (pages.BLOG, "2020-05-10", "header line", "May 10, 2020"),
        (pages.BARE, "2020-05-10", "header line", "10 May 2020"),
        (pages.MODIFIED_ONLY, "2020-05-14", "guess from the page", "last change, meta og:updated_time: 2020-05-14T10:00:00Z"),
    ],
)
def test_the_day_and_where_it_stands(tmp_path: Path, page: str, day: str, rung: str, evidence: str) -> None:
    article = read(tmp_path, page)
    assert article.published is not None
    assert (day_of(article), article.published.rung, article.published.evidence) == (day, rung, evidence)


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="parsely-pub-date" content="2020-05-10T08:00:00Z">',
        '<meta name="sailthru.date" content="2020-05-10 08:00:00">',
        '<meta property="cXenseParse:recs:publishtime" content="2020-05-10T08:00Z">',
        '<meta name="DC.date.issued" content="2020-05-10">',
        '<meta property="og:article:published_time" content="Sun, 10 May 2020 08:00:00 GMT">',
        '<meta name="citation_publication_date" content="2020/05/10">',
        '<meta name="ptime" content="20200510080000">',
        '<meta name="date" content="2020-05-10"><meta name="lastmod" content="2021-01-01">',
        '<meta name="date" content="2021-01-01"><meta name="pubdate" content="May 10, 2020">',
    ],
)
def test_meta_tags_that_tell_the_day(tmp_path: Path, head: str) -> None:
    article = read(tmp_path, pages.RELATED_ONLY.replace("<head>", f"<head>{head}"))
    assert day_of(article) == "2020-05-10"


def test_the_day_of_a_related_article_is_not_the_day_of_this_one(tmp_path: Path) -> None:
    assert read(tmp_path, pages.RELATED_ONLY).published is None


@pytest.mark.parametrize(
    "other",
    [
        '<div class="most-read"><span class="date">3 March 2019</span> The wall gave way</div>',
        '<aside><div class="date">3 March 2019</div></aside>',
        f'<div class="comments"><time datetime="2019-03-03"></time>{"<p>I was there, too, and saw all of it.</p>" * 40}</div>',
        '<p>It was built in the summer of <time datetime="1999-06-01">1999</time> and went to Holm every day of a week.</p>',
        '<p class="meta">Updated: <time datetime="2021-07-01">1 July</time></p>',
        '<script type="application/ld+json">{"@type": "NewsArticle", '
        '"hasPart": {"@type": "NewsArticle", "datePublished": "2019-03-03"}}</script>',
    ],
)
def test_other_days_beside_the_headline_are_not_its_day(tmp_path: Path, other: str) -> None:
    page = f"<html><body><main><h1>Ferry sinks</h1>{other}{pages.PROSE}</main></body></html>"
    assert read(tmp_path, page).published is None


def test_a_heading_is_no_menu_whatever_it_is_called(tmp_path: Path) -> None:
    page = (
        f'<html><body><div class="masthead"><h1>Ferry sinks</h1><p class="date">10 May 2020</p></div>{pages.PROSE}</body></html>'
    )
    assert day_of(read(tmp_path, page)) == "2020-05-10"


@pytest.mark.parametrize("month", ["2020-05", "2020/05", "May 2020", "© 2020"])
def test_no_day_is_made_of_a_month_or_a_year(tmp_path: Path, month: str) -> None:
    head = f'<meta property="article:published_time" content="{month}"><h1>Ferry sinks</h1><div class="date">{month}</div>'
    assert read(tmp_path, head + pages.PROSE).published is None


@pytest.mark.parametrize(("language", "day"), [("en-US", "2020-05-10"), ("en-GB", "2020-10-05"), ("en", None)])
def test_the_order_of_a_date_in_figures_is_that_of_the_country(tmp_path: Path, language: str, day: str | None) -> None:
    assert day_of(read(tmp_path, pages.AMERICAN.replace("en-US", language))) == day


def test_the_region_of_a_locale_is_kept(tmp_path: Path) -> None:
    page = pages.AMERICAN.replace('lang="en-US"><head>', 'lang="en"><head><meta property="og:locale" content="en_US">')
    assert day_of(read(tmp_path, page)) == "2020-05-10"


def test_two_places_of_a_page_that_disagree_are_both_named(tmp_path: Path) -> None:
    page = pages.NEXT_JS.replace("<head>", '<head><meta property="article:published_time" content="2020-05-01">')
    (warning,) = read(tmp_path, page).notes
    assert "2020-05-10" in warning
    assert "meta article:published_time: 2020-05-01" in warning


def test_a_day_that_does_not_exist_is_told_and_the_next_evidence_counts(tmp_path: Path) -> None:
    article = read(tmp_path, pages.WEBLOG.replace("<head>", '<head><meta name="pubdate" content="2020-02-30">'))
    assert day_of(article) == "2020-05-10"
    assert "2020-02-30" in article.notes[0]


def test_lines_about_other_days_are_no_warning_where_the_page_tells_its_own(tmp_path: Path) -> None:
    dates = '<div class="dates">Published 10 May 2020<br>Updated 11 June 2021</div>'
    article = read(tmp_path, f"<html><body><article><h1>Ferry sinks</h1>{dates}{pages.PROSE * 2}</article></body></html>")
    assert (day_of(article), article.notes) == ("2020-05-10", ())


def test_comments_of_a_weblog_are_not_its_text(tmp_path: Path) -> None:
    assert read(tmp_path, pages.WEBLOG).text.split("\n\n") == [pages.LEAD, pages.SECOND, "Boats sold", pages.THIRD]


def test_dates_in_the_prose_stay_in_it(tmp_path: Path) -> None:
    assert "had been built in June 1999 by the yard" in read(tmp_path, pages.TIMES_IN_PROSE).text


def test_a_short_page_keeps_its_paragraphs_apart(tmp_path: Path) -> None:
    text = read(tmp_path, pages.AMP).text
    assert [paragraph.split()[0:3] for paragraph in text.split("\n\n")[-2:]] == [["Le", "vieux", "bac"], ["La", "grue", "du"]]
    assert "Publié" not in text


def test_text_that_is_only_in_the_data_for_search_engines_is_taken_from_there(tmp_path: Path) -> None:
    page = (
        '<title>Ferry sinks</title><script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2020-05-10", '
        f'"articleBody": "{pages.LEAD}\\n\\n{pages.SECOND}"}}</script><div id="root">Loading …</div>'
    )
    article = read(tmp_path, page)
    assert article.text.split("\n\n") == [pages.LEAD, pages.SECOND]
    assert "search engines" in article.notes[0]


@pytest.mark.parametrize("page", ["", "<html></html>", "<title>Ferry</title><script>draw('<p>on Monday</p>')</script>", "<!-- x"])
def test_a_page_without_text_is_skipped_with_the_mend(tmp_path: Path, page: str) -> None:
    assert "no text" in why_skipped(tmp_path, "page.html", page.encode())


def test_a_page_of_few_words_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "<body><div>It sank on Saturday.</div></body>").text == "It sank on Saturday."


def test_an_author_is_a_name_without_its_date(tmp_path: Path) -> None:
    assert read(tmp_path, pages.BLOG).author == "Ann Lee"


def test_a_headline_is_not_cut_at_a_quotation_mark(tmp_path: Path) -> None:
    assert read(tmp_path, pages.BROKEN_JSON.replace("<h1>Ferry sinks", '<h1>Ferry "sinks"')).title == 'Ferry "sinks"'


def test_the_address_that_a_browser_saved_a_page_from(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html>\n<!-- saved from url=(0042)https://lake.example/2020/05/10/ferry.html -->\n<html><body>{pages.PROSE}"
    article = read(tmp_path, page)
    assert article.url == "https://lake.example/2020/05/10/ferry.html"
    assert article.published is not None
    assert (day_of(article), article.published.rung) == ("2020-05-10", "URL")


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        (b'<meta charset="EUC-KR">', "cp949"),
        (b'<META http-equiv=Content-Type content="text/html; charset=Shift_JIS">', "cp932"),
        (b"<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r"),
        (b'<meta charset="iso-8859-1">', "cp1252"),
        (b'<meta charset="utf-16">', "utf-8"),
        (b'<meta name="viewport" content="width=1"><title>charset=x</title>', ""),
    ],
)
def test_the_declared_encoding_is_that_which_browsers_take(head: bytes, encoding: str) -> None:
    assert declared(head) == encoding
    if encoding:
        "".encode(encoding)


def test_a_page_whose_encoding_lies_is_read_right(tmp_path: Path) -> None:
    page = (
        f'<html><head><meta charset="iso-8859-1"><title>Où?</title></head><body><p>Où est le bac? {pages.LEAD}</p></body></html>'
    )
    article = read(tmp_path, page)
    assert article.title == "Où?"
    assert article.text.startswith("Où est")


@pytest.mark.parametrize("name", ["page.htm", "page.xhtml", "page.txt", "page"])
def test_a_page_is_known_by_its_ending_or_its_first_bytes(tmp_path: Path, name: str) -> None:
    for before in (b"", b"\xef\xbb\xbf", b'<?xml version="1.0" encoding="utf-8"?>\n'):
        assert read_one(tmp_path, name, before + pages.NEWS.encode()).title == "Ferry sinks in the harbour of Holm"


def test_a_page_cut_off_anywhere_is_read_or_skipped(tmp_path: Path) -> None:
    whole = pages.NEWS.encode()
    for end in range(0, len(whole), 211):
        (one,) = read_all(tmp_path, "page.html", whole[:end])
        assert not isinstance(one, Article) or one.text


@pytest.mark.parametrize("depth", [200, 1000, 5000])
def test_a_page_nested_deep_is_read_to_its_end(tmp_path: Path, depth: int) -> None:
    article = read(tmp_path, f"<html><body>{'<div>' * depth}{pages.PROSE}{'</div>' * depth}</body></html>")
    assert pages.LEAD in article.text
    assert "last inspection." in article.text


def test_a_page_of_nine_megabytes_is_read(tmp_path: Path) -> None:
    page = pages.NEWS.replace("</style>", "p { margin: 0 }\n" * 560_000 + "</style>")
    assert len(page) > 9_000_000 - 100_000
    assert read(tmp_path, page).text.startswith(pages.LEAD)


def test_a_page_of_too_many_elements_gives_all_its_text_and_says_so(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>{number}</td></tr>" for number in range(26_000))
    article = read(tmp_path, f"<html><body>{pages.PROSE}<table>{rows}</table></body></html>")
    assert article.text.endswith("25999")
    assert article.notes == ("no main text was found in the page, so all of its text was taken",)
