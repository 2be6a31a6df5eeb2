"""Does it read as text? Tells the words of a language from what the wrong encoding makes of them. Characters only."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = r"[^\w\s!-~’‘ʼ´`·・‐‑­\u200b-\u200f…]"
_LONE = re.compile(rf"(?<=[^\W\d_]){_SIGNS}(?=[^\W\d_])|(?<=\d)[À-ÖØ-ỹ]|[À-ÖØ-ỹ](?=\d)")  # "c½ur", "Ł30"
_QUOTES = re.compile(r"(?<=[A-Za-zß-ÿ])(?:[„‚†‡‰]|[“”«»‹›](?=[a-zß-ÿ]))")  # "f„hre": where no quotation begins or ends
_DASHES = "–—―«»“”„‹›。、，；：？！「」『』（）《》〈〉【】"  # stand between words without a space in many languages
_NO_TEXT = frozenset(("Cc", "Cn", "Co", "Cs"))
_FINE = frozenset("\t\n\r\f\v\x1a\x1b")
_SELDOM = frozenset("¤¦¬¨¯¸ƒˆ¹¥¢¶§÷×±µ") | {chr(c) for c in range(0x2500, 0x25A0)} | {chr(c) for c in range(0xFF61, 0xFFA0)}
_ACCENTED = 0.4  # of the letters of a text in Latin letters; of Vietnamese it is 0.3
_FEW = 3  # letters tell nothing of their share


def oddness(text: str) -> float:
    """The share of what is no text among the characters beyond ASCII: 0 is a text, 1 is nonsense.

    >>> oddness("Die Fähre „sank“ früh"), oddness("пРЕЗИДЕНТ ЯЙЮГЮК"[:9])
    (0.0, 1.0)
    """
    counts = Counter(text)
    beyond = sum(count for c, count in counts.items() if c > "\x7f")
    odd = sum(n for c, n in counts.items() if c in _SELDOM or (c not in _FINE and unicodedata.category(c) in _NO_TEXT))
    odd += sum(match[0] not in _DASHES for match in _LONE.finditer(text))
    odd += len(_QUOTES.findall(text))
    accented = letters = 0
    for word, count in Counter(_WORD.findall(text)).items():
        if word.isascii():
            letters += len(word) * count
            continue
        scripts = {_script(c) for c in word}
        beyond_here = sum(c > "\x7f" for c in word) * count
        if (len(scripts) > 1 and not scripts <= _EAST) or _case_is_odd(word):
            odd += beyond_here
        elif scripts == {"LATIN"}:
            letters += len(word) * count
            accented += beyond_here
    if accented > max(_FEW, _ACCENTED * letters):
        odd += accented
    return odd / max(1, beyond, odd)


_EAST = frozenset(("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC", "FULLWIDTH"))


def _script(c: str) -> str:
    return unicodedata.name(c, "?").split(" ", 1)[0] if c > "\x7f" else "LATIN"


def _case_is_odd(word: str) -> bool:
    """UPPER behind lower, with at least one of both beyond ASCII: "donÕt", "пРЕЗИДЕНТ"; but "McDonald"."""
    return any(a.islower() and b.isupper() and (b > "\x7f" or a > "\x7f") for a, b in pairwise(word))


# ---------------------------------------------------------------- which letters a language has


_ALPHABETS = [
    frozenset(letters)
    for letters in (
        "àâçéèêëîïôùûüÿœæ",  # French
        "äöüßéàáèç",  # German
        "áéíóúñüçàèòï·ªº",  # Spanish, Catalan
        "áàâãéêíóôõúüçº",  # Portuguese
        "àèéìíîòóùú",  # Italian
        "áàäéèëêíïóöúü",  # Dutch
        "åäöéàü",  # Swedish, Finnish
        "æøåéèêóòô",  # Danish, Norwegian
        "áéíóúýþðæö",  # Icelandic
        "ąćęłńóśźżéöü",  # Polish
        "áčďéěíňóřšťúůýžäöüôľĺŕ",  # Czech, Slovak
        "áéíóöőúüűä",  # Hungarian
        "ăâîșțşţéö",  # Romanian
        "çğıi̇öşüâîû",  # Turkish
        "čćđšžéöü",  # Croatian, Slovene
        "äöüõšž",  # Estonian
        "āčēģīķļņšūž",  # Latvian
        "ąčęėįšųūž",  # Lithuanian
    )
]


def is_latin(text: str) -> bool:
    """Whether it is in Latin letters, for the most part."""
    letters = Counter(_script(c) == "LATIN" for c in text if c.isalpha())
    return letters[True] >= letters[False]


def foreign(text: str) -> float:
    """The share of accented Latin letters that the language which fits best does not have.

    >>> foreign("Fähre, früh"), foreign("Fðhre, frłh")
    (0.0, 0.5)
    """
    beyond = Counter(c for c in text.lower() if c > "\x7f" and c.isalpha() and _script(c) == "LATIN")
    total = beyond.total()
    return 0.0 if not total else min(sum(n for c, n in beyond.items() if c not in known) for known in _ALPHABETS) / total
