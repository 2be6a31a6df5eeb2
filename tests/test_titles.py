"""Titles: what happened on the date, its kind and its status; and what is no event."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.readers.reading import article_of
from timeline.events import Told, tell, undated
from timeline.languages.en.inflect import IRREGULAR, base_of, third_person
from timeline.titles import LONGEST, Sentence, Title, agree

# [the phrase] in its sentence, and the title.
HAPPENED = [
    ("The mayor said on [Friday] that the port was safe, even inviting crews aboard.", "The mayor invites crews aboard"),
    # simple clauses, the date in front, in the middle, at the end
    ("But Kim opened a factory in Sunchon on [Friday], state media said.", "Kim opens a factory in Sunchon"),
    ("[Early this year] she closed two of her three floors.", "She closes two of her three floors"),
    ("In [October] the council banned fireworks in the old town.", "The council bans fireworks in the old town"),
    ("A court [Thursday] refused the appeal of the two brothers.", "A court refuses the appeal of the two brothers"),
    ("The firm on [Monday] dropped its suit against the ferry line.", "The firm drops its suit against the ferry line"),
    ("[Yesterday] the last of the miners came home.", "The last of the miners comes home"),
    ("Meanwhile, the harbour froze in [February].", "The harbour freezes"),
    ("In addition, Lund sold its trams in [1956].", "Lund sells its trams"),
    ("However, on [3 May] the pilots ended their strike.", "The pilots end their strike"),
    ("The old ferry sank on [Monday], but the crew swam to the shore.", "The old ferry sinks"),
    ("The old ferry sank on Monday, but the crew swam to the shore on [Tuesday].", "The crew swims to the shore"),
    # two dates are two events
    ("He left Oslo on [Monday] and reached Bergen on Tuesday.", "He leaves Oslo"),
    ("Ada Holm left Oslo on Monday and reached Bergen on [Tuesday].", "Ada Holm reaches Bergen"),
    ("Sales doubled in 2004, tripled in [2005] and fell in 2006.", "Sales triple"),
    ("The mill burned in 1910 and was rebuilt in [1912].", "The mill is rebuilt"),
    ("Mr Dahl missed the march on April 15 for the first time since he took office in [2011].", "Dahl takes office"),
    (
        "Mr Dahl missed the march on [April 15] for the first time since he took office in 2011.",
        "Mr Dahl misses the march for the first time",
    ),
    ("The lighthouse was built in [1871], and in 1904 a storm took its roof.", "The lighthouse is built"),
    ("The lighthouse was built in 1871, and in [1904] a storm took its roof.", "A storm takes its roof"),
    # relative clauses
    ("The fire that destroyed the mill in [1951] began in a barn.", "The fire destroys the mill"),
    ("His remarks answered a message Kim sent [last week], praising the nurses.", "Kim sends a message praising the nurses"),
    ("The bridge, which opened in [1932], needs paint.", "The bridge opens"),
    ("Ada Holm, who founded the choir in [1999], will not sing.", "Ada Holm founds the choir"),
    ("She lives in Lund, where the first tram ran in [1907].", "The first tram runs in Lund"),
    ("The ship on which he sailed in [1912] was sold.", "He sails on the ship"),
    ("He bought Larkin, which was founded by two brothers in [1880].", "Larkin is founded by two brothers"),
    ("The yard, whose owner died in [May], is for sale.", "The yard's owner dies"),
    # participles
    ("The mill built in [1951] is a museum now.", "The mill is built"),
    ("Figures released [Thursday] by the bank showed a fall in rents.", "Figures are released by the bank"),
    ("Founded in [1958] as a paint shop, Larkin sells beds.", "Larkin is founded as a paint shop"),
    ("The club, having lost its coach in [March], hired a new one.", "The club loses its coach"),
    ("After beating Porto on [Tuesday], Lund went home.", "Lund beats Porto"),
    ("Speaking to the press, Lee left the party on [Friday].", "Lee leaves the party"),
    ("A man arrested on [Sunday] told the police everything.", "A man is arrested"),
    # subordinate clauses
    ("Trade stopped when Norland closed its border in [late January].", "Norland closes its border"),
    ("Because the dam broke on [Friday], the town has no light.", "The dam breaks"),
    ("She has led the bank since her father died in [2003].", "Her father dies"),
    # what was said, with a date of its own
    ("The minister said that the treaty was signed on [4 May].", "The treaty is signed"),
    ("A clerk told the court the letter arrived in [March].", "The letter arrives"),
    ("The library burned on [Monday], the mayor said.", "The library burns"),
    ("According to the police, the car left the road on [Sunday].", "The car leaves the road"),
    ("The store, a spokesman said, lost its roof on [Sunday].", "The store loses its roof"),
    # tenses
    ("The line had been closed in [May] for want of steel.", "The line is closed for want of steel"),
    ("The queen has visited the islands [this week].", "The queen visits the islands"),
    ("The council did not meet on [Monday].", "The council does not meet"),
    ("The inns have been closed since [Easter 2019].", "The inns have been closed"),
    ("The nurses were striking on [Monday].", "The nurses are striking"),
    ("The two chiefs were first seen together in [1998].", "The two chiefs are first seen together"),
    ("The children carried the flags on [Sunday].", "The children carry the flags"),
    ("Two thirds of the herd died in [1893].", "Two thirds of the herd die"),
    ("The news reached Lund in [June].", "The news reaches Lund"),
    ("The United States bought the islands in [1917].", "The United States buys the islands"),
    ("Larkin and Moe merged in [2015].", "Larkin and Moe merge"),
    ("A group of farmers blocked the road on [Friday].", "A group of farmers blocks the road"),
    # appositions, parentheses, insertions
    ("Anna Berg, the mayor of Lund, opened the pool on [Monday].", "Anna Berg opens the pool"),
    ("The bank (once a brewery) closed in [2009].", "The bank closes"),
    ("The country's agency, KNCB, showed the film on [Sunday].", "KNCB shows the film"),
    ("Larkin, based in Lund, cut 300 jobs in [March].", "Larkin cuts 300 jobs"),
    # "back" is the verb's, or goes with the date
    ("He is back since [Tuesday], and sold the mill on Monday.", "He is back"),
    ("He was back by [Tuesday], and sold the mill.", "He is back, and sells the mill"),
    ("The divers came back [Tuesday].", "The divers come back"),
    ("The divers came back in [May].", "The divers come back"),
    ("The envoy flew back on [Monday].", "The envoy flies back"),
    ("The mill was built back in [May].", "The mill is built"),
    ("The mill was painted back on [Monday].", "The mill is painted"),
    # nouns that tell an event
    ("Cases have fallen since their peak in [February].", "Cases' peak"),
    ("The company has grown since its launch in [2003].", "The company's launch"),
    ("He wrote nothing after his wife's death in [1990].", "His wife's death"),
    ("The first flight of the plane was in [1994].", "The first flight of the plane"),
    ("Her arrest on [Monday] shocked the village.", "Her arrest"),
    # it is the clause that is dated, though the date stands before a noun
    ("He stayed away from the [April 15] ceremony for his uncle.", "He stays away from the ceremony for his uncle"),
    ("Lee lost the [May 3] vote by a hair.", "Lee loses the vote by a hair"),
    ("A rescuer spoke of [Monday]'s fire in the yard.", "A rescuer speaks of the fire in the yard"),
    # lists of notes
    ("[2020-05-01]: The chairman opens a mill in the valley.", "The chairman opens a mill in the valley"),
    ("PORT ALMA (Wire) — A gale sank four boats on [Monday].", "A gale sinks four boats"),
    # long ones end where a phrase ends
    (
        "The committee of the northern farmers asked the ministry on [Monday] for a loan of forty million crowns for the"
        " repair of the dikes along the lower Arn.",
        "The committee of the northern farmers asks the ministry for a loan of forty million crowns",
    ),
    (
        "Norland ended its ban on [April 9] for the islands in the south, which had been closed to all visitors for more than"
        " eleven years.",
        "Norland ends its ban for the islands in the south",
    ),
]
REPORTS = [
    (
        "The mayor said on [Friday] that the port was safe, adding that he was glad.",
        "The mayor says that the port was safe, adding that he was glad",
    ),
    ("State media reported on [Saturday] that a crowd had cheered.", "State media report that a crowd has cheered"),
    ("KNCB reported on the letter [Sunday].", "KNCB reports on the letter"),
    ("The bridge had been closed, a driver said on [Monday].", "A driver says: The bridge is closed"),
    ("Police said on [Monday] they had arrested two men.", "Police say they have arrested two men"),
    ("“The sea took the pier,” said Ivo Brandt on [Friday].", "Ivo Brandt says: The sea takes the pier"),
    ("The mayor told reporters on [Tuesday] that he would stay.", "The mayor tells reporters that he will stay"),
    ("Rents will fall, the bank announced on [Monday].", "The bank announces: Rents will fall"),
    ("In a statement on [Friday], the firm said it had paid.", "The firm says it has paid"),
]
PLANNED = [
    ("The institute will publish a study on [Sunday].", "The institute will publish a study"),
    ("In [October], the party will mark its founding, and envoys expect a letter.", "The party will mark its founding"),
    ("A cold store is to open beside the station [next year].", "A cold store is to open beside the station"),
    ("The film is expected to open in [May].", "The film is expected to open"),
    ("A hearing is scheduled for [Monday].", "A hearing is scheduled"),
    ("The firm plans to close two mills by [2031].", "The firm plans to close two mills"),
    ("He promised to pay the fine by [Friday].", "He promises to pay the fine"),
    ("The minister said he would resign on [Friday].", "The minister will resign"),
    ("If the snow melts by [Friday], the pass opens.", "The snow melts"),
    ("The two may meet in [June].", "The two may meet"),
    ("She hopes that trains will run [next month].", "Trains will run"),
]
DENIED = [
    ("The firm denied that its boat sank the ferry on [Monday].", "The firm's boat sinks the ferry"),
    ("He denied having met the envoy in [May].", "He meets the envoy"),
]
CLAIMED = [
    ("He allegedly stole the ring on [Monday].", "He allegedly steals the ring"),
    ("The rebels claimed that they took the town on [Friday].", "The rebels take the town"),
    ("The army claims to have shot down two planes on [Sunday].", "The army claims to have shot down two planes"),
    ("Mr Moe is accused of forging the deed in [2009].", "Mr Moe is accused of forging the deed"),
    ("He is said to have fled in [June].", "He is said to have fled"),
]
NO_EVENT = [
    ("Sales were better than in [2010].", "it is only compared with"),
    ("Rents are up from a low in [2010].", "it is only compared with"),
    ("Profit was 4 million, compared with 6 million in [2018].", "it is only compared with"),
    ("It was the worst flood since [1987].", "it only tells since when"),
    ("Copyright [2004] Larkin and Moe.", "a copyright"),
    ("Was the mill open in [1951]?", "a question"),
    ("Everybody should plant a tree in [May].", "advice or opinion"),
    ("I think the team was better in [2010].", "advice or opinion"),
    ("Moe, born in [1961], has two sons.", "a birth mentioned in passing"),
    ("Her second book (1990) sold well.".replace("1990", "[1990]"), "it stands in brackets"),
    ("[2007] was the year of the long drought.", "it is the date itself that is spoken of"),
]


def read(marked: str) -> tuple[str, tuple[int, int]]:
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), (start, end)


def title(marked: str, **side: bool) -> Title:
    text, date = read(marked)
    dates = {date, *_dates(text)}
    return Sentence(text, sorted(dates)).title(date, year=text[slice(*date)].isdigit(), **side)


def _dates(text: str) -> list[tuple[int, int]]:
    """The other dates of a sentence."""
    from timeline.recognize import recognize

    return [(m.start, m.end) for m in recognize(text, 18392) if m.type in ("DATE", "TIME")]


@pytest.mark.parametrize(("marked", "expected"), HAPPENED)
def test_what_happened(marked: str, expected: str) -> None:
    found = title(marked)
    assert (found.text, found.kind, found.status, found.why) == (expected, "event", "happened", "")


@pytest.mark.parametrize(("marked", "expected"), REPORTS)
def test_what_was_reported(marked: str, expected: str) -> None:
    found = title(marked)
    assert (found.text, found.kind) == (expected, "report")


@pytest.mark.parametrize(
    ("marked", "expected", "status"),
    [
        *((*case, "planned") for case in PLANNED),
        *((*case, "denied") for case in DENIED),
        *((*case, "claimed") for case in CLAIMED),
    ],
)
def test_what_is_claimed(marked: str, expected: str, status: str) -> None:
    found = title(marked)
    assert (found.text, found.kind, found.status) == (expected, "event", status)


@pytest.mark.parametrize(("marked", "why"), NO_EVENT)
def test_what_is_no_event(marked: str, why: str) -> None:
    assert title(marked).why == why


# ---------------------------------------------------------------- in an article


def told(body: str, published: str = "2020-05-10", headline: str = "A headline") -> Told:
    return tell(article_of(f"---\ntitle: {headline}\ndate: {published}\n---\n\n{body}\n"))


def titles(body: str) -> list[str]:
    return [event.title for event in told(body).events]


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("Ada Holm led the choir. She left it in 1999.", "Ada Holm leaves it"),
        ("President Ivo Brandt spoke first. In 2014 he had built the dam.", "Ivo Brandt builds the dam"),
        ("The ferry had been built for 90. It sank in 1951.", "The ferry sinks"),
        ("Larkin Corp. makes beds. In 2006 the company bought a mill.", "Larkin Corp. buys a mill"),
        ("Ada Holm led the choir. Her first book appeared in 1991.", "Ada Holm's first book appears"),
        ("Rain fell. He left in 1999.", "He leaves"),
        ("Mrs Joan Hartley led the choir. He left it in 1999.", "He leaves it"),
        ("The men sang. It began in 1999.", "It begins"),
        ("It rained in 1999.", "It rains"),
    ],
)
def test_a_pronoun_is_replaced_where_it_is_plain(body: str, last: str) -> None:
    assert titles(body)[-1] == last


def test_the_headline_names_the_event_of_the_lead_if_it_tells_the_same() -> None:
    lead = "The council of Lund opened its rebuilt harbour bridge on Saturday after two years."
    assert told(lead, headline="Lund opens its harbour bridge").events[0].title == "Lund opens its harbour bridge"
    assert (
        told(lead, headline="Snow in the north").events[0].title
        == "The council of Lund opens its rebuilt harbour bridge after two years"
    )


def test_a_report_does_not_take_the_headline() -> None:
    found = told("The ferry of Lund has sunk, police said on Saturday.", headline="Ferry of Lund sinks")
    assert [(event.title, event.kind) for event in found.events] == [("Police say: The ferry of Lund sinks", "report")]


def test_what_lies_ahead_of_the_day_of_publication_is_planned() -> None:
    (event,) = told("The strike ends on 20 June 2020.").events
    assert (event.title, event.status) == ("The strike ends", "planned")


def test_why_a_phrase_makes_no_event_stands_in_its_finding() -> None:
    (finding,) = [one for one in told("Sales were better than in 2010.").findings if one.why != "in the front matter"]
    assert (finding.fate, finding.why) == ("no event", "it is only compared with")


def test_sentences_without_a_date_are_told_apart() -> None:
    body = "The river rose on Saturday. The mayor blamed the weir. Police said the road was open. Why?"
    found = [(title.text, title.kind) for _, title in undated(article_of(f"A headline\n\nPublished: 2020-05-10\n\n{body}\n"))]
    assert found == [("The mayor blames the weir", "event"), ("Police say the road was open", "report")]


# ---------------------------------------------------------------- of all titles

SAMPLES = sorted([*Path("data").glob("*.*"), *Path("tests/annotated").glob("*.txt")])
_WORD = re.compile(r"[^\W_]+")
_NAMELESS = {"s", "the", "in", "of", "say", "says", "is", "are", "has", "have", "do", "does", "will", "am"}


def _sample(path: Path) -> str:
    """An article; of an annotated one the bare text."""
    text = path.read_text(encoding="utf-8")
    if path.parts[0] == "data":
        return text
    day, _, body = text.split("\n", 2)
    bare = re.sub(r"\[\[(.*?)\|[A-Z]+\|.*?\]\]", r"\1", body)
    date = day.removeprefix("# published: ")
    return f"---\ntitle: Zzz\n{'' if date == 'null' else f'date: {date}'}\n---\n\n{bare}"


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_title_has_a_word_that_its_article_lacks(path: Path) -> None:
    text = _sample(path)
    known = {word.lower() for word in _WORD.findall(text)}
    forms = {form for word in known for form in (word, base_of(word), third_person(base_of(word)))}
    for event in tell(article_of(text)).events:
        assert 0 < len(event.title) <= LONGEST or event.title in text, event.title
        foreign = {word.lower() for word in _WORD.findall(event.title)} - forms - _NAMELESS
        assert not foreign, event.title


@pytest.mark.parametrize("words", [3, 30, 300, 3000])
def test_no_title_is_too_long_or_empty(words: int) -> None:
    text = "On Monday " + "the ferry sank " * words
    found = Sentence(text.strip() + ".", [(3, 9)]).title((3, 9))
    assert 0 < len(found.text) <= LONGEST


@pytest.mark.parametrize("hostile", ["(" * 900, '"' * 900, "that " * 390, "and he said " * 130, ", " * 390, "to be " * 190])
def test_hostile_sentences_end(hostile: str) -> None:
    text = f"On Monday {hostile}."
    Sentence(text, [(3, 9)]).title((3, 9))


def test_headlines_that_tell_another_thing_do_not_agree() -> None:
    assert agree("Kim opens a factory in Sunchon", "Kim cuts the ribbon at a new factory in Sunchon")
    assert not agree("Snow in the north", "The council opens its harbour bridge")


@pytest.mark.parametrize("form", sorted(set(IRREGULAR) - {"laid", "lay"}))
def test_every_irregular_form_has_a_base_that_is_its_own(form: str) -> None:
    assert base_of(base_of(form)) == base_of(form)


@pytest.mark.parametrize(
    ("form", "present"),
    [
        ("opened", "opens"), ("stopped", "stops"), ("carried", "carries"), ("died", "dies"), ("fled", "flees"),
        ("closed", "closes"), ("visited", "visits"), ("offered", "offers"), ("agreed", "agrees"), ("quoted", "quotes"),
        ("hoped", "hopes"), ("filled", "fills"), ("cancelled", "cancels"), ("pursued", "pursues"), ("welcomed", "welcomes"),
        ("added", "adds"), ("released", "releases"), ("focused", "focuses"), ("fell", "falls"), ("lay", "lies"),
        ("settled", "settles"), ("targeted", "targets"), ("fired", "fires"), ("repaired", "repairs"), ("went", "goes"),
    ],
)  # fmt: skip
def test_the_present_of_a_past_form(form: str, present: str) -> None:
    assert third_person(base_of(form)) == present
