"""The stem of an English word, for telling whether two texts use the same word: "delivered" and "delivery" are one.

Cruder than a dictionary and finer than the first five letters. Knows the common irregular verbs.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.languages.en import verbs
from timeline.languages.en.wordlists import words_of

# A verb, then its forms and nouns that do not begin as it does.
_FAMILIES = """
abide abode; arise arose arisen; awake awoke; beat beaten; become became; begin began begun beginning; bend bent; bite
bit bitten; bleed bled; blow blew blown; break broke broken breakage; breed bred; bring brought; build built building;
burn burnt; buy bought; catch caught; choose chose chosen choice; cling clung; come came; creep crept; deal dealt; die
died dead death dying; dig dug; draw drew drawn; dream dreamt; drink drank drunk; drive drove driven; eat ate eaten;
fall fell fallen; feed fed; feel felt; fight fought; find found; flee fled; fly flew flown flight; forbid forbade
forbidden; foresee foresaw; forget forgot forgotten; forgive forgave forgiven; freeze froze frozen; get got gotten;
give gave given; go went gone; grind ground; grow grew grown growth; hang hung; hear heard; hide hid hidden; hold
held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; lie lay lain; light lit; lose lost loss;
make made; mean meant; meet met meeting; overcome overcame; overtake overtook overtaken; overthrow overthrew
overthrown; pay paid payment; prove proven proof; ride rode ridden; ring rang rung; rise rose risen; run ran; see saw
seen; seek sought; sell sold sale; send sent; shake shook shaken; shine shone; shoot shot; show showed shown; shrink
shrank shrunk; sing sang sung; sink sank sunk; sit sat; slay slew slain; sleep slept; slide slid; speak spoke spoken
speech; speed sped; spend spent; spin spun; spring sprang sprung; stand stood; steal stole stolen; stick stuck; strike
struck stricken; strive strove; swear swore sworn; sweep swept; swim swam swum; swing swung; take took taken; teach
taught; tear tore torn; tell told; think thought; throw threw thrown; understand understood; undertake undertook
undertaken; wake woke woken; wear wore worn; weep wept; win won winner; withdraw withdrew withdrawn withdrawal; write
wrote written
"""
_BASE = {form: family.split()[0] for family in _FAMILIES.split(";") for form in family.split()[1:]}
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
