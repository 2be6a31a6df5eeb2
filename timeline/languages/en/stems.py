"""The stem of an English word, for telling whether two texts use the same word: "delivered" and "delivery" are one.

Cruder than a dictionary and finer than the first five letters. Knows the common irregular verbs.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.languages.en import inflect, verbs
from timeline.languages.en.wordlists import words_of

# A verb, then its nouns that do not begin as it does, and forms of verbs that have two meanings.
_FAMILIES = """
abide abode; begin beginning; break breakage; build building; choose choice; die died dead death dying; fly flight;
grow growth; lay laid; lie lay; lose loss; meet meeting; pay payment; prove proof; sell sale; speak speech; win winner;
withdraw withdrawal
"""
_NOUNS = {form: family.split()[0] for family in _FAMILIES.split(";") for form in family.split()[1:]}
_BASE = {**inflect.IRREGULAR, **_NOUNS}
# The longest first; what is left has to keep three letters.
_ENDINGS = ("ations ation itions ition ments ment ances ance ences ence ings ing edly ed cies cy ions ion ly es s").split()
_SHORTEST = 3
_NEVER_A_VERB = verbs.NOT_PAST | words_of("hundred according including during morning evening nothing something everything")
_BEFORE_A_BASE = verbs.MODALS | words_of("to did does do not n't")
_DETERMINERS = words_of("the a an his her its their this that of")
# Say nothing of what happened.
LIGHT = words_of("be is are was were been being am have has had having do does did done doing get got make made take took")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a word in small letters.

    >>> [stem(word) for word in "delivered delivery deliveries sent fallen companies resignation".split()]
    ['deliver', 'deliver', 'deliver', 'send', 'fall', 'company', 'resign']
    """
    word = _BASE.get(word, word)
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST + 1:
        word = word[:-3] + "y"
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)]
            break
    if word.endswith("ery") and len(word) > _SHORTEST + 3:
        word = word[:-1]
    word = word.removesuffix("e") if len(word) > _SHORTEST else word
    doubled = len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word


def is_verb(word: str, before: str) -> bool:
    """Whether a word in small letters, behind that other, is most likely a verb that says what happened."""
    if word in LIGHT or word in _NEVER_A_VERB:
        return False
    if word in verbs.PAST or (word.endswith("ed") and len(word) > 4):
        return before not in ("the", "a", "an")
    return before in _BEFORE_A_BASE or (word.endswith("ing") and len(word) > 5 and before not in _DETERMINERS)
