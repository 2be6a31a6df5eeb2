"""Names that are words of time: people (April Jones, Mr. Weeks), companies, streets and towns.

A person is told by a title or a first name before, a surname behind, or by what only people do.
"""

from __future__ import annotations

import re

from timeline.grammar import Token
from timeline.languages.en import verbs
from timeline.languages.en.context import Place, opens_sentence


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TITLES = _words(
    """
    Mr Mr. Ms Ms. Mrs Mrs. Miss Dr Dr. Sir Dame Lord Lady Judge Justice Inspector Sergeant Sgt. Captain Capt. Colonel Col. General
    Gen. Major Lieutenant Lt. Officer Detective Constable Sheriff Coach Professor Prof. Senator Sen. Governor Gov. Rep. Congressman
    Congresswoman Mayor Bishop Pastor Reverend Rev. Rabbi Sister Brother Father Mother Aunt Auntie Uncle Grandma Grandpa Granny
    Cousin Nurse Princess Prince Queen King Little Agent Commissioner Councillor Ambassador Baroness Saint Santa Man TGI Joe Billy
    Ruby Black
    """
)
_KIN = _words("aunt auntie uncle cousin sister brother daughter niece wife husband baby")
# First names that are no places and hardly surnames.
_FIRST = _words(
    """
    Adam Agnes Alan Albert Alex Alexander Alfred Alice Amanda Amy Andrew Angela Ann Anna Anne Annie Anthony Arthur Barbara Ben
    Benjamin Beth Betty Bill Billy Bob Brenda Brian Carl Carol Caroline Catherine Charles Charlie Chris Christine Cynthia Dan Daniel
    David Deborah Debbie Dennis Diana Diane Donald Donna Dora Doris Dorothy Doug Douglas Ed Eddie Edgar Edith Edward Edwin Elaine
    Eleanor Elizabeth Ella Ellen Emily Emma Eric Ernest Ethel Eva Felix Frank Fred Frederick Gary George Gerald Gladys Gloria Grace
    Greg Gwen Hannah Harold Harry Harvey Hazel Heather Helen Henry Herbert Howard Hugh Ian Imelda Irene Isaac Ivy Jack Jackie Jacob
    James Jane Janet Janice Jason Jean Jeff Jenna Jennifer Jenny Jeremy Jerry Jessica Jill Jim Jimmy Joan Joe John Johnny Jonathan
    Joseph Joshua Joyce Judith Judy Julia Julie Karen Kate Katherine Kathy Keith Ken Kenneth Kevin Larry Laura Lawrence Leo Leonard
    Lillian Linda Lisa Liz Louis Louise Lucy Luke Margaret Maria Marie Mark Martha Martin Mary Matt Matthew Maurice Max Megan Melissa
    Michael Michelle Mike Mildred Misty Molly Nancy Natalie Nathan Ned Neil Nicholas Nick Nicole Nora Norman Oliver Olivia Oscar
    Pamela Pat Patricia Patrick Paul Paula Peggy Percy Peter Phil Philip Phyllis Rachel Ralph Ray Raymond Rebecca Richard Rick Rob
    Robert Robin Roger Ron Ronald Rose Roy Russell Ruth Ryan Sally Sam Samuel Sandra Sarah Scott Sean Sharon Sheila Shirley Sidney
    Simon Sophie Stanley Stella Stephanie Stephen Steve Steven Sue Susan Sylvia Ted Terry Theresa Thomas Tim Timothy Tina Todd Tom
    Tommy Tony Tracy Vera Vincent Violet Walter Wendy Wilbur William Winston Noel Dustin Jacoby Elmer Kyle Craig Bruce Gordon Nigel
    Rodney Trevor Karl Otto Hans Pierre Carlos Juan Jose Luis Pedro Pablo
    """
)
# What months and days do themselves: all other finite verbs behind one that opens a sentence make it a person.
_OF_TIME = _words(
    """
    was were is are be been has had have did does do will would can could may might must should shall saw brought began ended
    started came went passed marked turned proved dawned produced set remained remains became offered gave arrived closed opened
    witnessed followed looked seemed appeared felt fell rose dropped slipped slowed jumped climbed surged showed recorded added
    meant made kept left held cost took paid led belonged yielded delivered featured included hit beat lost failed played ran
    stood stayed broke topped averaged finished contributed accounted saved provided posted registered ranked logged netted
    ushered heralded signaled signalled promised threatened continued lasted drew spelled spelt faded needed adjusted
    struck reported revised related based led ticked dragged
    """
)
_DOES = _words(
    """
    knits keeps hosts loves likes hates lives works runs owns writes says thinks wants knows sings dances plays teaches paints
    collects enjoys believes speaks wears drinks eats cooks drives studies smiles laughs waves nods grins sells stitches bakes
    """
)
# Verbs with a person behind them; nobody writes "told April" of the month.
_TO_PEOPLE = _words(
    """
    asked asks ask told tells tell thanked thanks kissed kisses hugged hugs taught teaches visited visits visit invited invites
    helped helps loved loves married marries greeted greets reminded phoned divorced adopted named accused arrested sued hired
    hires fired called calls gave gives handed offered sent met meets wed blamed begged forgave missed miss misses hit kicked
    scolded praised beside behind
    """
)
_TO_PEOPLE_ONLY = _words("taught kissed hugged begged forgave scolded phoned invited asked thanked")
_BEHIND_PERSON = _words("to for and that if about with by a an the her his in on at how why whether when what not out back into down up")
_OWN = (
    r"(?:husband|wife|mother|father|brother|sister|son|daughter|children|kids|boyfriend|girlfriend|friend|hair|eyes|face|hand|hands|mouth|"
    r"voice|dog|cat|lawyer|parents|aunt|uncle|car|purse|shop|bedroom|room|heart|job|boss|apartment|fiance|family|baby)"
)
_PERSON_ON = re.compile(
    rf"(?:, (?:who|whose)\b|, [3-9]\d,|['’]s (?:\w+ )?{_OWN}\b| and (?:her|his) {_OWN}\b| shook (?:his|her) | poured | (?:Jr|Sr)\b"
    rf"|,? who\b|, an? (?!\w* ?(?:month|time|day|season|date|holiday))[a-z]+ [a-z]+, )"
)
_OWNS = re.compile(r" (?!saw|was|is|brought|marked|gave|began|ended|of|in|on|with|for|at|by|to|from|after|before)[a-z]+ (?:her|his) ")
_AND_NAME = re.compile(r" and ([A-Z][a-z]+) ")
_NAME_AND = re.compile(r"(?:[A-Z][a-z]+ )?([A-Z][a-z]+) and $")

# What a name ends in, a word or two behind the word of time.
_HEAD = (
    r"(?:Times|Telegraph|Mail|News|Show|Live|Post|Herald|Tribune|Journal|Express|Mirror|Independent|Review|Magazine|Standard|Record|Beast|"
    r"Paper|World|Mercury|Age|Star|Sun|Programme|Kitchen|Gazette|Chronicle|Observer|Bulletin|Night|Morning|Addams|Weld|"
    r"Group|Club|Corp|Corporation|Company|Inc|Ltd|LLC|Plc|Foods|Home|Homes|Films|Records|Entertainment|Capital|Energy|Partners|Holdings|Bank|"
    r"Insurance|Motors|Studios|Productions|Pictures|Stores|Engineering|Technologies|Software|Airlines|Systems|Media|Books|Press|Board|Market|"
    r"Project|Society|Association|Union|Fund|Trust|Foundation|School|College|Institute|Ventures|Hotel|Cafe|Café|Restaurant|Theatre|Theater|"
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Square|Bay|Lake|River|Island|Islands|Creek|Hill|Hills|Valley|Mountain|Mountains|Park|Point|Port|"
    r"City|Town|Village|Bridge|Court|Place|Plaza|Terrace|Way|Boulevard|Station|Harbor|Harbour|Beach|Falls|Canyon|Mill|Hall|House|Field|Farm|"
    r"Massacre|Girl|Boy|Man|Woman|Hare|Hymn|Song|Moon|Sky|Rain|Rush|Leaves|Bug|Fever|Fair|Knight|Brewery|Vineyards|Wines|Madness)"
)
_NAMED_ON = re.compile(rf"(?: (?!{_HEAD}\b)[A-Z][a-z]+){{0,1}} {_HEAD}\b\.?")
_PLACE = (
    r"(?:Street|Road|Avenue|Lane|Drive|Square|Bay|Lake|River|Island|Creek|Hill|Hills|Valley|Mount|Mountain|Park|Parkway|Point|Harbor|Harbour|Beach|"
    r"Falls|Canyon|Terrace|Boulevard|Bridge|Plaza|Place|Market|Ridge|Farm|Cove|Pass)"
)
_PLACE_IN = re.compile(rf" {_PLACE}(?:[.,;:]|$| (?:is|was|are|were|had|has|drew|in|near)\b)")
_SURNAME = re.compile(r" [A-Z][a-z]+(?:['’][A-Z]?[a-z]+)? (?!and |is to )[a-z]+")
_STREET = re.compile(r" (?:Street|St\.|Road|Rd\.?|Avenue|Ave\.?|Lane|Square|Boulevard|Blvd\.?|Place|Terrace|Bridge|Plaza)(?!\w)")
_AVENUE_TO = re.compile(r"\b(?:Avenida|Avenue|Rue|Calle|Plaza|Place|Via|Rua) (?:de |du |le )?(?:la )?$", re.IGNORECASE)
_SAID = _words("said says say told reported announced ruled showed that on last next this by until since in from")
_ARTICLE = _words("the The a A an An")
_AT_A_FEAST = _words("on at by since until this last next every each before after")
_FUNCTION = _words("the a an his her its their our my this that these every each no on at by and but or for since until before after last next")
# Things that are called after a day.
_IDIOMS = re.compile(
    r" (?:best(?= )|drivers?|painters?|schools?|roast|quarterback|quarterbacks|bugs?|fly|fl(?:y|ies)|beetles?|Madness|madness|massacre|queen|bride|trees?|cards?|carols?|cakes?|puddings?|stockings?|crackers?|ornaments?|eggs?|[Bb]unny|lil(?:y|ies)|bonnets?|sweaters?|jumpers?|cookies|turkeys?)\b"
)


_WORKS_AT = re.compile(r"\bwork(?:s|ed|ing)? (?:for|at) $")
_GIRL = re.compile(r"\b(?:(?:[Hh]is|[Hh]er|[Mm]y) (?:girl|man)|Girl|Man) $")
_WITH = re.compile(r"\b(?:danced|dances|spoke|talked|lives|lived|chatted|argued|flirted|dined|sat) with $|\bname (?:is|was) $|(?:The|A|[Hh]is|[Hh]er|[Mm]y|[Tt]heir) (?!month|time|day|date|season)[a-z]+, $")


def is_name(token: Token, place: Place) -> bool:
    """Whether a bare month, weekday, feast or unit is a person, a place or a company."""
    if _IDIOMS.match(place.right):
        return True
    if place.words == "Friday" and _GIRL.search(place.left):
        return True
    if place.before in _TITLES and not (place.before in ("King", "Queen", "Black", "Little", "Man") and place.in_headline()):
        return True
    return _has_a_first_name(place) or _is_named_on(token, place) or _is_person(token, place)


def is_street(place: Place) -> bool:
    """Whether a day of a month names a street: "9 July Avenue", "November 17 Street"."""
    if _AVENUE_TO.search(place.left):
        return True
    return _STREET.match(place.right) is not None and place.before.lower() not in ("by", "until", "since") and place.before != "On"


def _has_a_first_name(place: Place) -> bool:
    """Michael Easter, Kent Weeks; but not "President Michael Keller Friday said"."""
    if place.before not in _FIRST:
        return False
    at = place.left.rstrip().rfind(place.before)
    before = place.left[:at].rstrip()
    return place.text[place.start - 1] == " " and not before.endswith((" St", "St.", " San", "Saint", "Prince", "King", "Queen", "Pope"))


def _is_named_on(token: Token, place: Place) -> bool:
    """The Monday Company, Easter Road, October Revolution Square."""
    on = _NAMED_ON.match(place.right)
    if on is not None and place.before.lower() not in _SAID and not place.in_headline():
        return on[0].count(" ") == 1 or place.before in _ARTICLE or place.opens()
    if on is not None and token.rule == "month" and place.before == "in" and not place.in_headline():
        return on[0].count(" ") == 1  # "a stake in March Capital"
    if _PLACE_IN.match(place.right) and place.before in ("on", "in", "at", "to", "near", "from", "of") and not place.in_headline():
        return True  # "lives on Sunday Hill."
    if token.rule == "weekday" and _SURNAME.match(place.right) and place.opens() and not place.in_headline():
        return True  # "Sunday Riley sells creams"
    if _WORKS_AT.search(place.left) and place.named_on:
        return True
    if token.rule == "feast":
        return _is_a_feast_of(place)
    if token.rule != "weekday" or not place.named_on:
        return False
    return place.before in ("the", "The") and len(place.after) > 1 and not place.after.isupper() and not place.in_headline()


def _is_a_feast_of(place: Place) -> bool:
    """The Good Friday Agreement, the Thanksgiving Day Parade, A Charlie Brown Christmas, Orthodox Easter."""
    if place.in_headline():
        return False
    if place.named_on and len(place.after) > 1 and place.before.lower() not in _AT_A_FEAST:
        return True
    before = place.before
    beside = before[:1].isupper() and before[-1].isalpha() and place.text[place.start - 1] == " "
    return beside and not (before.lower() in _FUNCTION or opens_sentence(place.text, place.start - 1 - len(before)))


def _is_person(token: Token, place: Place) -> bool:
    """April waved; I asked April for a lift; June's daughter; Aunt May."""
    if token.rule not in ("month", "weekday", "hour") or not place.words.isalpha() or place.words.isupper():
        return False
    if place.before.lower() in _KIN and (token.rule == "month" or place.before[0].isupper()):
        return True
    if token.rule == "month" and ((_WITH.search(place.left) and place.after != "and") or _is_a_surname(place)):
        return True
    if _PERSON_ON.match(place.right):
        return not place.timed
    behind = place.after.lower()
    people = _TO_PEOPLE if token.rule == "month" else _TO_PEOPLE_ONLY
    if place.before in people and not place.left.rstrip().endswith(("was " + place.before, "were " + place.before)):
        return not behind[:1].isalpha() or behind in _BEHIND_PERSON
    if (pair := _AND_NAME.match(place.right)) and place.opens():
        return pair[1] not in _MONTHS_AND_DAYS
    if (pair := _NAME_AND.search(place.left)) and opens_sentence(place.text, place.start - len(pair[0])):
        return pair[1] not in _MONTHS_AND_DAYS
    if _OWNS.match(place.right) and place.opens():
        return True
    return place.opens() and place.text[place.end : place.end + 1] == " " and _acts(behind, token.rule == "weekday")


def _is_a_surname(place: Place) -> bool:
    """Bille August, Rollo May: behind a capital a bare month is no date, as nobody says "he died April"."""
    before = place.before
    if not before[:1].isupper() or not before.isalpha() or len(before) < 3 or place.text[place.start - 1] != " " or before.isupper():
        return False
    return before.lower() not in _BEFORE_A_MONTH and before not in _MONTHS_AND_DAYS and not place.in_headline()


_BEFORE_A_MONTH = _FUNCTION | _words(
    """
    in from to until till early late mid through throughout during between around about past previous following come and both
    since with while as if when where was is are not even only all most much part half will was though although because once
    """
)


def _acts(word: str, weekday: bool) -> bool:
    """Whether a verb behind the word tells of a person."""
    if word in _OF_TIME or word in verbs.NOT_PAST:
        return False
    return word in _DOES or word in verbs.PAST or (word[-2:] == "ed" and len(word) > 4)


_MONTHS_AND_DAYS = _words(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday Thursday
    Friday Saturday Sunday Christmas Easter Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """
)
