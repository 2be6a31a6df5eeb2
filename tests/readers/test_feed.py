"""What is read of RSS, Atom and RDF; and that nothing is ever fetched for them."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.readers.reading import day_of, read_all, read_one, why_skipped
from timeline.model import Article, Skipped

BODY = "The old ferry sank in the harbour on Saturday, and the crew swam to the shore in the dark."
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand --><?xml-stylesheet href="style.xsl"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Bay News</title><language>en-gb</language><link>https://bay.example/</link>
<item><title>Gone &amp;amp; lost</title><link>https://bay.example/gone</link><pubDate>Sat, 09 May 2020 23:30:00 +0900</pubDate>
<dc:creator>Ann Lee</dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{BODY}</p><script>x()</script><p>8 &lt; 9</p>]]></content:encoded></item>
<item><title>B</title><description>&lt;p&gt;{BODY} Two.&lt;/p&gt;</description><dc:date>2020-05-08T01:00:00+09:00</dc:date></item>
<item><title>C</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Bay</title>
<entry><title>A</title><link href="https://bay.example/a"/><updated>2020-05-09T00:00:00Z</updated><author><name>Ann</name></author>
<author><name>Bo</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY}</p><p>Z</p></div></content></entry>
<entry><title>B</title><published>2020-05-01T00:00:00+09:00</published><updated>2020-05-09T00:00:00Z</updated>
<content>8 &lt; 9. {BODY}</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Bay</title></channel>
<item rdf:about="y"><title>T</title><link>https://bay.example/t</link><description>{BODY}</description>
<dc:date>2020-05-08T10:00+09:00</dc:date></item></rdf:RDF>"""


@pytest.mark.parametrize("name", ["a.xml", "a.rss", "a.atom", "a", "a.txt"])
def test_rss(tmp_path: Path, name: str) -> None:
    one, two, three = read_all(tmp_path, name, RSS.encode())
    assert isinstance(one, Article) and isinstance(two, Article) and isinstance(three, Skipped)
    assert (one.title, one.author, one.url) == ("Gone & lost", "Ann Lee", "https://bay.example/gone")
    assert (one.site, one.record, one.text, one.notes) == ("Bay News", "1", f"{BODY}\n\n8 < 9", ())
    assert one.published is not None
    assert (day_of(one), one.published.evidence) == ("2020-05-09", "published: Sat, 09 May 2020 23:30:00 +0900")
    assert (day_of(two), two.text, two.notes) == ("2020-05-08", f"{BODY} Two.", ("only the feed's summary",))
    assert (three.record, three.why) == ("3", "the entry has no text")


def test_atom(tmp_path: Path) -> None:
    one, two = read_all(tmp_path, "a.atom", ATOM.encode())
    assert isinstance(one, Article) and isinstance(two, Article)
    assert (one.author, one.url, one.text) == ("Ann, Bo", "https://bay.example/a", f"{BODY}\n\nZ")
    assert one.published is not None
    assert one.published.evidence == "updated: 2020-05-09T00:00:00Z (the entry tells no other day)"
    assert (day_of(two), two.text) == ("2020-05-01", f"8 < 9. {BODY}")


def test_an_empty_day_is_none(tmp_path: Path) -> None:
    raw = f"<rss version='2.0'><channel><item><pubDate></pubDate><description>{BODY}</description></item></channel></rss>"
    assert read_one(tmp_path, "a.xml", raw.encode()).published is None


def test_rdf(tmp_path: Path) -> None:
    article = read_one(tmp_path, "a.rdf", RDF.encode())
    assert (day_of(article), article.url, article.site) == ("2020-05-08", "https://bay.example/t", "Bay")


@pytest.mark.parametrize("end", [" Two.", "<dc:date>", "</channel>"])
def test_a_feed_that_is_cut_off_gives_what_it_holds_and_says_so(tmp_path: Path, end: str) -> None:
    first, *_, last = read_all(tmp_path, "a.xml", RSS[: RSS.index(end)].encode())
    assert isinstance(first, Article) and first.notes == ()
    told = last.why if isinstance(last, Skipped) else " ".join(last.notes)
    assert "the XML of the feed is broken at line" in told


@pytest.mark.parametrize("raw", [b"", b"not xml", b"<?xml version='1.0'?><note><to>x</to></note>", b"<?" * 4000])
def test_what_is_no_feed(tmp_path: Path, raw: bytes) -> None:
    assert why_skipped(tmp_path, "a.xml", raw).startswith("no feed: it is neither RSS, Atom nor RDF")


def test_a_path_in_a_file_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "b.xml").write_text(RSS)
    assert why_skipped(tmp_path, "a.xml", str(tmp_path / "b.xml").encode()).startswith("no feed")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """A server, and what it is asked for."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", paths
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("end", ["</item></channel></rss>", ""], ids=["whole", "cut off"])
def test_nothing_is_fetched_and_no_file_read(tmp_path: Path, asked: tuple[str, list[str]], end: str) -> None:
    address, paths = asked
    (tmp_path / "secret.txt").write_text("SECRET")
    raw = f"""<?xml version="1.0"?><?xml-stylesheet href="{address}/style"?>
<!DOCTYPE rss SYSTEM "{address}/dtd" [<!ENTITY file SYSTEM "file://{tmp_path}/secret.txt"><!ENTITY web SYSTEM "{address}/entity">
<!ENTITY % more SYSTEM "{address}/more"> %more;]>
<rss version="2.0" xmlns:xi="http://www.w3.org/2001/XInclude"><channel><item><title>A &file; &web;</title>
<link>{address}/link</link><xi:include href="{address}/include"/>
<description>{BODY} &file; &web; &lt;img src="{address}/image"&gt;</description>{end}"""
    article = read_one(tmp_path, "a.xml", raw.encode())
    assert BODY in article.text and "SECRET" not in article.text + article.title
    assert why_skipped(tmp_path, "b.xml", f"{address}/feed".encode())
    assert paths == []


def test_entities_that_multiply_do_not(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol" * 10}">' for n in range(12))
    item = f"<item><description>{BODY} &l11;</description></item>"
    raw = f'<!DOCTYPE rss [{entities}]><rss version="2.0"><channel>{item}</channel></rss>'
    assert len(read_one(tmp_path, "a.xml", raw.encode()).text) < 200


@pytest.mark.parametrize(
    ("raw", "why"), [("<a>" * 200_000, "of its tags are not closed"), ("<item/>" * 700_000, "more than 600000")]
)
def test_what_would_take_hours_is_left_out(tmp_path: Path, raw: str, why: str) -> None:
    assert why in why_skipped(tmp_path, "a.xml", b"<rss><channel>" + raw.encode())
