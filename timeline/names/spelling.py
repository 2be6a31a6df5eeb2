"""When two spellings are one name: capitals, hyphens, full stops and accents don't count."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What all spellings of a name have in common.

    >>> key("Kim Jong-un") == key("KIM JONG UN"), key("José Díaz") == key("Jose Diaz"), key("Ada Holm") == key("Ida Holm")
    (True, True, False)
    """
    if not name.isascii():
        name = "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c))
    return " ".join(name.casefold().replace("-", " ").replace(".", " ").split())
