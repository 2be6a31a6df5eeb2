"""People whose name is a word of time, told by their sentence: "April doesn't like peas", "the twins, May and June".

What a month or a day cannot be is a person: loved, tired, spoken to, somebody's twin, a part in a film.
"""

from __future__ import annotations

import re

from timeline.languages.en import naming
from timeline.languages.en.surroundings import Place
from timeline.languages.en.wordlists import one_of

_NOT = r"(?:n['’]t| not| never| always| still| also| just| really)?"
# "April doesn't like peas"; "June can't sing"; "May is asleep".
_MINDS = re.compile(
    rf" (?:(?:do|did|does|wo|would|will|ca|can|could|should|must|might){_NOT} {one_of(naming.DONE_BY_PERSONS)}\b"
    rf"|(?:is|was){_NOT} {one_of(naming.FELT_BY_PERSONS)}\b(?! (?:of|in|to)\b))"
)
# "April, come here", right behind the quotation mark.
_SPOKEN_TO = re.compile(
    rf",? (?:{one_of(naming.SPOKEN)}|(?:are|can|could|will|would|do|did|have) you|(?:tell|give|bring) me|go home|where are"
    r"|be quiet|put (?:that|the)|take (?:this|the))\b"
)
_QUOTE = frozenset(['"', "“", "‘", "'"])
# "The twins, May and June, …"; "her sisters April and June".
_SIBLINGS = re.compile(
    rf"\b{one_of(naming.PERSONS)}(?:,|:| are| were| named| called|, named|, called)? (?:[A-Z][a-z]+(?:,|,? and) )*$"
)
_MANY = re.compile(r",? and [A-Z]")
# "Yes, April said."
_SAID = re.compile(r" (?:said|asked|replied|whispered|answered|shouted|cried|sighed|muttered|laughed|insisted)(?:[.,;:!?]|$)")
# "As Wednesday in the film", "the girl who played April in the sitcom".
_PART = re.compile(
    r" in (?:the|a|an|his|her|their|[A-Z]\w+['’]s) (?:\w+ )?(?:film|movie|musical|sitcom|remake|adaptation|reboot|soap)"
    r"(?=[.,;]|$| (?:and|but|of|based|about|by|is|was)\b)"
)
_PLAYING = re.compile(r"\b(?:as|plays?|played|playing|portrays|portrayed|voices|voiced) $")


def is_spoken_of(place: Place, *, month: bool) -> bool:
    """Whether the sentence tells that a month or a weekday is a person.

    >>> from timeline.languages.en.surroundings import place
    >>> is_spoken_of(place("April isn't asleep.", 0, 5), month=True), is_spoken_of(place("April isn't over.", 0, 5), month=True)
    (True, False)
    """
    before = place.before
    if before == "," and place.left.endswith(", ") and _SAID.match(place.right):
        return True
    if before in naming.PLAYING and _PLAYING.search(place.left) and _PART.match(place.right):
        return True
    if before in naming.OCCUPATIONS and place.named_on and not place.in_headline():
        return True
    if not month:
        return False
    if place.opens():
        return _MINDS.match(place.right) is not None or (before in _QUOTE and _SPOKEN_TO.match(place.right) is not None)
    return (before in (",", ":", "and") or before in naming.PERSONS or before in ("named", "called")) and (
        (found := _SIBLINGS.search(place.left)) is not None and ("and" in found[0] or _MANY.match(place.right) is not None)
    )
