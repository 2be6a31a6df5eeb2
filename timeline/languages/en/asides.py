"""What a story tells by the way, so that it goes on from where it was: told by the words before a date."""

from __future__ import annotations

import re

_BACK = 100  # characters in which a clause that looks back begins
# "Had" of something owned does not look back, nor what another clause goes on with.
_LOOKS_BACK = re.compile(
    r"\b(?:had(?! (?:no|a|an|the|to|its|his|her|their|some|about|few|many|\d+)\b)|having|since|previous|previously|already)\b"
    r"(?:(?!, (?:and|but|so|while|when|which|who)\b)[^.;!?\n]){0,80}$|\bsince (?:the )?$"
)
_OF_NOUN = re.compile(r"\b(?:the|a|an|his|her|its|their) (?:[\w'’-]+ ){1,6}of (?:the )?$")
_OF_TIME = re.compile(r"\b(?:most|much|course|rest|remainder|all|part|half|days|weeks|months|years) of (?:the )?$")
_FOR = re.compile(r"\bfor (?:the )?$")


def looks_back(low: str, start: int) -> bool:
    """Whether the clause before a date looks back from where the story is: "had been at war since September".

    >>> text = "turkey had been at war since september. in october"
    >>> looks_back(text, 29), looks_back(text, 43)
    (True, False)
    """
    return _LOOKS_BACK.search(low, max(0, start - _BACK), start) is not None


def goes_with_noun(low: str, start: int) -> bool:
    """Whether a date only says which one of its kind is meant: "renounced the treaty of 1932".

    >>> goes_with_noun("renounced the treaty of 1932", 24), goes_with_noun("for the rest of 1932", 16)
    (True, False)
    """
    near = max(0, start - _BACK)
    return _OF_NOUN.search(low, near, start) is not None and _OF_TIME.search(low, near, start) is None


def is_planned(low: str, start: int) -> bool:
    """Whether something is meant for a date, and need not have come about: "agreed on offensives for the following summer".

    >>> is_planned("the assault was fixed for may 12", 26), is_planned("the assault began on may 12", 25)
    (True, False)
    """
    return _FOR.search(low, max(0, start - 10), start) is not None
