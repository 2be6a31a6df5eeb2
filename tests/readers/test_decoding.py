"""Texts of many languages and encodings come out exactly, or with a word that they may not; never silently wrong."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.readers.news import ENCODINGS, STORIES, texts
from tests.readers.reading import day_of, read_one, why_skipped
from timeline.articles.decoding import decode
from timeline.errors import ArticleError

ENGLISH = "The old ferry sank in the harbour on Saturday, and the crew swam to the shore.\n"
TELL_THEMSELVES = ("utf", "iso2022")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_is_read_exactly(encoding: str) -> None:
    for language in ENCODINGS[encoding]:
        for length, text in texts(language, encoding).items():
            decoded = decode(text.encode(encoding))
            assert decoded.text == text, (language, length, decoded.encoding)
            assert bool(decoded.note) != encoding.startswith(TELL_THEMSELVES)


@pytest.mark.parametrize("encoding", [encoding for encoding in ENCODINGS if not encoding.startswith(TELL_THEMSELVES)])
def test_no_line_alone_is_silently_wrong_and_most_are_right(encoding: str) -> None:
    right = 0
    lines = [line for language in ENCODINGS[encoding] for line in texts(language, encoding)["short"].splitlines() if line]
    for line in lines:
        decoded = decode(line.encode(encoding))
        right += decoded.text == line
        assert decoded.text == line or "guessed" in decoded.note
    assert right >= 0.75 * len(lines)


@pytest.mark.parametrize("encoding", [encoding for encoding in ENCODINGS if not encoding.startswith(TELL_THEMSELVES)])
def test_what_a_file_declares_is_taken_without_a_word(encoding: str) -> None:
    for language in ENCODINGS[encoding]:
        for text in texts(language, encoding).values():
            decoded = decode(text.encode(encoding), declared=encoding)
            assert (decoded.text, decoded.note) == (text, "")


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "utf-8", "windows-1251", "gb2312", "shift_jis", "us-ascii", "no-such", "hex", "punycode"]
)
def test_what_is_declared_wrongly_never_goes_unnoticed(declared: str) -> None:
    for encoding in ("cp1252", "cp1250", "cp1251", "koi8-r", "euc-kr", "euc-jp", "gbk", "big5", "cp1253"):
        for language in ENCODINGS[encoding]:
            for text in texts(language, encoding).values():
                decoded = decode(text.encode(encoding), declared=declared)
                assert decoded.text == text or decoded.note, (encoding, language, decoded.text[:60])


def test_a_declared_encoding_counts_for_less_than_utf_8_and_a_mark() -> None:
    assert decode("Où?".encode(), declared="iso-8859-1").text == "Où?"
    assert decode("Où?".encode("utf-16"), declared="utf-8").text == "Où?"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("The mayor said it wouldn’t reopen. “We’re done – for good.”", "cp1252"),
        ("The mayor said it wouldn’t reopen. “We’re done – for good.”", "mac-roman"),
        (ENGLISH * 20 + "It cost £30 a head, and €5 for a café au lait.", "cp1252"),
        ("Où?", "cp1252"),
        ("We went to the café", "cp1252"),
    ],
)
def test_english_with_a_few_other_characters(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert f"guessed: {encoding}; say it with encoding: in articles.yaml" in decoded.note


def test_of_guesses_that_are_alike_the_one_with_a_date_line_wins() -> None:
    for text, encoding in (("10 травня 2020 року", "koi8-u"), ("2020年5月10日", "gbk"), ("2020년 5월 10일", "euc-kr")):
        assert decode(text.encode(encoding)).text == text


# ---------------------------------------------------------------- damaged


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (("Über Öl und Ärger.\n" * 5 + "Grü").encode()[:-1], "one place could not be read as UTF-8, the first in line 6"),
        (
            b"Line one\r\rline \xff three.\r\n" + "Über Öl und Ärger.\n".encode() * 300,
            "one place could not be read as UTF-8, the first in line 3",
        ),
        (
            "Wir hörten: „Nein“.\n".encode() * 500 + b"\x81\n" + b"\xff\n",
            "2 places could not be read as UTF-8, the first in line 501",
        ),
        (ENGLISH.encode("utf-16")[:-1], "one place could not be read as utf-16-le, the first in line 1"),
        (ENGLISH.encode("utf-16-be")[:-1], "one place could not be read as utf-16-be, the first in line 1"),
        (texts("ko", "cp949")["long"].encode("cp949") + b"\n\xff\n", "guessed: cp949"),
    ],
)
def test_a_few_broken_bytes_are_told_and_the_rest_is_read(raw: bytes, says: str) -> None:
    decoded = decode(raw)
    assert says in decoded.note
    assert decoded.text.count("\ufffd") == (2 if "2 places" in says else 1)


def test_what_is_no_text_is_not_made_one() -> None:
    seeded = random.Random(4)
    for raw in (
        seeded.randbytes(5000),
        seeded.randbytes(20),
        bytes(seeded.randrange(1, 256) for _ in range(3000)),
        bytes(seeded.randrange(32, 256) for _ in range(3000)),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0",
        b"hello\0world, this is text",
        b"\xff\xfea\0\0\0b\0",
    ):
        with pytest.raises(ArticleError, match=r"^no text: "):
            decode(raw)


def test_a_large_file_is_judged_by_pieces_and_read_as_a_whole() -> None:
    for language, encoding in (("ru", "cp1251"), ("zh", "gb18030"), ("fr", "cp1252")):
        text = ENGLISH * 9_000 + texts(language, encoding)["long"] * 400
        assert decode(text.encode(encoding)).text == text
    unbroken = "".join(c for c in STORIES["zh"] if c > "\x7f") * 4000
    assert decode(unbroken.encode("gb18030")).text == unbroken


# ---------------------------------------------------------------- as a person says


def test_a_person_overrules_everything() -> None:
    raw = "Привет, мир".encode("koi8-r")
    assert decode(raw, declared="cp1251", given="KOI8-R").text == "Привет, мир"
    assert decode(b"\xef\xbb\xbfa", given="utf-8").text == "a"
    assert decode(b"caf\xe9 \x9cuvre", given="latin-1").text == "café œuvre"


def test_an_encoding_in_articles_yaml_that_does_not_fit_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "articles.yaml").write_text("- {file: a.txt, encoding: utf-8}\n- {file: b.txt, encoding: cp1251}\n")
    assert "byte 13 (0xe9, in line 3)" in why_skipped(tmp_path, "a.txt", b"one\r\ntwo\ncaf\xe9 au lait")
    article = read_one(tmp_path, "b.txt", texts("ru", "cp1251")["short"].encode("cp1251"))
    assert day_of(article) == "2020-05-10"
    assert not any("encoding" in note for note in article.notes)


@pytest.mark.parametrize("given", ["rot13", "hex", "no-such", "undefined"])
def test_an_encoding_that_is_none_is_told(given: str) -> None:
    with pytest.raises(ArticleError, match="is not known"):
        decode(b"text", given=given)


# ---------------------------------------------------------------- in an article


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "cp949"])
def test_offsets_are_those_of_the_decoded_text(tmp_path: Path, encoding: str) -> None:
    text = texts("ko", encoding)["short"]
    article = read_one(tmp_path, "a.txt", text.encode(encoding))
    assert article.text == text
    assert day_of(article) == "2020-05-10"
    assert [text[r.start : r.end] for r in article.furniture if r.why == "date line"] == [text.splitlines()[2]]
