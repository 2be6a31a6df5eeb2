"""Which language a text is in. English is told by its function words; of others a library of n-grams is asked."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = frozenset("the of and to in that is was for on with as by at from it his has had were".split())
_SHARE = 0.15  # of the words of a text; of English prose it is 0.25 to 0.35
_CLEARLY = 0.2
_FEWEST = 8  # words, to say that it is English
_SURE = 20  # words, to say that it is another one that is written in ASCII
_LOOKED_AT = 1000  # characters


def language_of(text: str, declared: str = "") -> str:
    """Two letters for the language; that which the file declares where the text is too short to tell; "" if nobody can.

    >>> language_of("The ferry sank in the harbour on Saturday, and the crew swam to the shore.")
    'en'
    >>> language_of("Le bac a coulé samedi dans le port, et l'équipage a gagné la rive à la nage.")
    'fr'
    """
    start = text[:_LOOKED_AT]
    if _is_english(start.lower().split(), _CLEARLY):
        return "en"  # as most texts are: the quick way
    words = _WORD.findall(start.lower())
    if _is_english(words, _SHARE):
        return "en"
    if len(words) >= _SURE or (words and not start.isascii()):
        import py3langid  # late: its model takes a second to load

        return str(py3langid.classify(start)[0])
    return declared[:2].lower()


def _is_english(words: list[str], share: float) -> bool:
    return len(words) >= _FEWEST and sum(map(_ENGLISH.__contains__, words)) >= share * len(words)


def primary(tag: str) -> str:
    """The language of a tag without its region, as language_of() has it.

    >>> primary("en-GB"), primary("eng"), primary("yue")
    ('en', 'en', 'yue')
    """
    language = re.split("[-_]", tag.lower(), maxsplit=1)[0]
    return "en" if language == "eng" else language


def is_read_in_full(language: str) -> bool:
    """Whether the extractor has rules for the language; an unknown one is taken for English."""
    return language in ("", "en")
