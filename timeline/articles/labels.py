"""The names of encodings as files give them."""

from __future__ import annotations

import codecs

SEVEN_BIT = ("utf-7", "hz", "iso2022_jp", "iso2022_kr", "iso2022_jp_2", "iso2022_jp_ext")  # read as ASCII, nonsense
_NO_CHARSETS = ("punycode", "idna", "unicode-escape", "raw-unicode-escape", "undefined")  # of texts inside of texts; slow
OVER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_OTHER_NAMES = {"sjis": "cp932", "unicode": "utf-16", "unicode-1-1-utf-8": "utf-8", "dos-874": "cp874", "logical": "iso8859-8"}


def label(name: str) -> str:
    """The encoding that is meant where a file names one, as browsers take it (encoding.spec.whatwg.org); "" if unknown.

    >>> label("ISO-8859-1"), label("ks_c_5601-1987"), label("x-sjis"), label("windows-1251"), label("fancy")
    ('cp1252', 'cp949', 'cp932', 'cp1251', '')
    """
    asked = name.strip(" \t\r\n\"';").lower()
    for spelt in (asked, asked.removeprefix("x-"), asked.removesuffix("-i"), asked.replace("windows-", "cp")):
        try:
            found = codecs.lookup(_OTHER_NAMES.get(spelt, spelt)).name
            "".encode(found)  # hex and the like turn bytes into bytes
        except (LookupError, ValueError):  # the latter for a name with a NUL in it
            continue
        return "" if found in _NO_CHARSETS else OVER.get(found, found)
    return ""
