"""Where sentences end: abbreviations, quotes, headings, wrapped lines."""

from __future__ import annotations

import pytest

from timeline.recognize import recognize
from timeline.sentences import Sentences

# Texts with ¦ between their sentences; what is right was settled by hand, before the splitter was asked.
HARD = [
    # Abbreviations inside
    "The U.S. envoy left on Jan. 5 with her staff. ¦She was late.",
    "Mr. Holm and Mrs. Dahl met Gen. Park on Friday. ¦Nobody else came.",
    "Dr. A. B. Holm spoke for an hour. ¦Nobody left.",
    "J. R. Smith bought the mill in 1912. ¦He sold it again in May.",
    "The case of Holm v. Dahl began on Sept. 11, 2019. ¦It went on for a year.",
    "Lake Trading Inc. said on Friday that it would close. ¦Its shares fell.",
    "The storm reached St. Louis on Monday. ¦It had killed two.",
    "Article No. 5 was struck out on Tuesday. ¦No. 6 stays.",
    "See Fig. 3 for the rise since March. ¦The rest is in the annex.",
    "Under Art. 5 the court had until Friday to answer. ¦It did not.",
    "As para. 3 says, the term ended in June. ¦Nobody had counted.",
    "The price, e.g. that of bread, rose in May. ¦The wage did not.",
    "They stopped, i.e. they sat down, on Friday. ¦The guards left.",
    "Ibid., p. 12, has the letter of May 5. ¦The copy is lost.",
    "The firm had approx. 40 workers in Dec. 2018. ¦It has none now.",
    "Sen. Ann Lee (R-Ohio) voted on Thursday. ¦Rep. Bo Ek did not.",
    "King Jr. marched on Monday with his sons. ¦The road was wet.",
    "Martin Holm Jr. came on Monday. ¦His father stayed at home.",
    "Sgt. Ek and Lt. Col. Moe fell on Sept. 3. ¦They lie in Oslo.",
    "Capt. Lund of the S.S. Maria sailed on Aug. 4. ¦The ship sank.",
    "The U.N. said on Friday that the U.K. had paid. ¦Others had not.",
    "Prof. Berg teaches at the Univ. of Oslo since Oct. 2011. ¦She likes it.",
    "About 3 percent vs. 5 in April was the result. ¦It was a surprise.",
    "Ft. Holm fell on Feb. 2. ¦Mt. Ek held out until Mar. 4.",
    "The bill (S. 512) passed on Wednesday. ¦The House has yet to vote.",
    # Abbreviations at the end
    "They met at 2 p.m. in the hall. ¦It rained.",
    "They met at 2 p.m. ¦He had come by train.",
    "She left at 9 a.m. on Sunday. ¦The others slept.",
    "The train left at 7 p.m. Friday and came at 9 a.m. Saturday. ¦It was full.",
    "He moved to Washington, D.C. ¦The house was small.",
    "He moved to the U.S. ¦The house was small.",
    "He worked for Lake Trading Inc. ¦The firm closed in May.",
    "The mill was built by Ann Lee and Co. ¦It burned in 1912.",
    "They brought bread, milk, etc. ¦The children ate on Friday.",
    "It happened in 44 B.C. ¦Rome had no king.",
    "He came to see Martin Holm Jr. ¦The old man was out.",
    # Words that look like abbreviations
    "There they sat. ¦Nobody spoke until Friday.",
    "On Friday the two met. ¦Both were tired.",
    "The fish was in the can. ¦She had bought it in May.",
    "It was 3 in. ¦The rain stopped on Monday.",
    "The answer was no. ¦The vote had been on Friday.",
    "Balloons rose over the yard. ¦Photographs of Sunday show a crowd.",
    "He was elected in the fall of 2019 by a margin of ten. ¦Two days later he fell ill.",
    "In the car was a gun. ¦The police came on Monday at noon.",
    "He won in 2019. ¦In 2020 he lost.",
    "She was born on 5 May 1961. ¦Her brother followed in 1963.",
    "The U.S. Embassy closed on Friday. ¦It has 40 rooms.",
    # Figures, addresses
    "The rate rose by 3.5 percent to 4.25 on Friday. ¦It was 2.0 in May.",
    "The text is at www.lake.example/2020/05/08/a.html since Friday. ¦It has 3 pages.",
    "Version 2.1 came out on 3.4.2019. ¦It had faults.",
    "He paid $3.50. ¦The bus left at 3.15 on Monday.",
    # Quotations
    "“We stayed,” he said on Friday. ¦“We ate bread.”",
    '"We left on Friday." ¦He smiled. ¦"It was late."',
    "“Did you see it on Friday?” she asked. ¦He had not.",
    '"Stop!" cried the guard on Monday. ¦Nobody did.',
    "He said: “The ferry sank on Monday. ¦Two men swam.” ¦Then he left.",
    "He called it “a black day”. ¦The mayor disagreed on Friday.",
    "She called Monday 'a good day.' ¦The others laughed.",
    "“I don’t know … perhaps on Friday,” he said. ¦He looked away.",
    "He wanted to come on Friday ... but he fell ill. ¦She came alone.",
    "“We had a plan on Monday…” ¦He did not go on.",
    # Parentheses, semicolons, dashes
    "The ferry sank on Monday. ¦(It had been built in 1912.) ¦The crew swam.",
    "The ferry (built in 1912; see p. 4) sank on Monday. ¦The crew swam.",
    "He left on Monday; she stayed until Friday; both wrote. ¦Nobody answered.",
    "He came — at last! — on Friday. ¦She was gone.",
    "The firm Yahoo! paid on Monday. ¦It was the last time.",
    # Blanks
    "He came at 2 p.m. ¦On Friday he left.",
    "They worked for Lake Trading Ltd. ¦After the war it closed.",
    "He left on Monday.¦  She stayed until Friday.",
    # Lines
    "The storm of Monday night\n¦\nThe ferry sank in the harbour.",
    "Where he had been on Friday\n¦The ferry sank on Monday. ¦It was old.",
    "# The storm of Monday\n¦The ferry sank on Tuesday.",
    "## What we know since Friday and what nobody knows\n¦The ferry sank in the harbour of Oslo on Tuesday.",
    "- One thing happened in May\n¦- Another came on Monday\n¦- The third never came",
    "1. He came on Monday.\n¦2. He left on Friday.",
    "* The ferry sank. ¦It was May.\n¦* The crew swam.",
    "> He left on Friday. ¦He was tired.\n¦\nSo it says in the letter.",
    "**The storm.** ¦The ferry sank on Monday.",
    "**What happened on Monday:** The ferry sank. ¦The crew swam.",
    "OSLO, May 8 (Wire) — The ferry sank on Monday. ¦The crew swam.",
    "He left on **Monday**. ¦*She* stayed until Friday.",
    "He left [on Monday](http://lake.example/2020/05/08/a.html). ¦She stayed until Friday.",
    "The ferry that had been built for the lake sank\nin the night, and the men swam to the shore with\nhis dog. ¦He was cold.",
    # Other languages
    "他星期五离开。¦她留下了。",
    "彼は金曜日に去った。¦彼女は残った！¦なぜ？",
    "그는 금요일에 떠났다. ¦그녀는 2020년 5월 10일에 왔다.",
    "¿Quién llegó el 5 de mayo de 2020? ¦¡Nadie! ¦El barco se hundió.",
    "Il est parti le 10 mai 2020. ¦Elle est restée.",
]


def sentences(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without its marks, and the spans of its sentences, which are without blanks around them."""
    spans, at = [], 0
    for piece in marked.split("¦"):
        inner = piece.strip()
        start = at + piece.index(inner)
        spans.append((start, start + len(inner)))
        at += len(piece)
    return marked.replace("¦", ""), spans


def found(text: str) -> list[tuple[int, int]]:
    """The sentences of a text, as its characters ask for them one by one; phrases of time are kept whole."""
    phrases = [(mention.start, mention.end) for mention in recognize(text, None)]
    split = Sentences(text, phrases)
    return list(dict.fromkeys(split.around(at, at + 1) for at, character in enumerate(text) if not character.isspace()))


def test_hard_cases() -> None:
    assert len(HARD) >= 60
    wrong = [marked for marked in HARD if found(marked.replace("¦", "")) != sentences(marked)[1]]
    assert len(wrong) <= 0.05 * len(HARD), "\n".join(wrong)


@pytest.mark.parametrize("marked", HARD)
def test_no_sentence_ends_inside_a_phrase_of_time(marked: str) -> None:
    text, _ = sentences(marked)
    for mention in recognize(text, None):
        assert any(start <= mention.start and mention.end <= end for start, end in found(text)), mention.text


# The sentence that holds [the word in brackets].
CASES = [
    ("Kim left on Friday. He took [the] envoy along.", "He took the envoy along."),
    ("The U.S. envoy left [on] Jan. 5. She was late.", "The U.S. envoy left on Jan. 5."),
    ("They met at 2 p.m. in [the] hall. It rained.", "They met at 2 p.m. in the hall."),
    ("Dr. A. B. Holm spoke [for] an hour. Nobody left.", "Dr. A. B. Holm spoke for an hour."),
    ("Balloons rose over the yard. Photographs [show] a crowd.", "Photographs show a crowd."),
    ("“We stayed,” he said. “We [ate] bread.”", "“We ate bread.”"),
    ("A title without a stop\n\nThe ferry [sank] on Monday.", "The ferry sank on Monday."),
    ("Where he had been\nThe ferry [sank] on Monday.", "The ferry sank on Monday."),
    ("- One thing happened\n- Another [came] on Monday\n", "- Another came on Monday"),
    (
        "The ferry that had been built for the lake sank\nin the night, and the captain [swam] to the shore with\nhis dog.\n",
        "The ferry that had been built for the lake sank\nin the night, and the captain swam to the shore with\nhis dog.",
    ),
    ("One line.\r\n\r\nAnother [line] here.\r\n", "Another line here."),
]


@pytest.mark.parametrize(("marked", "sentence"), CASES)
def test_sentence_around_a_word(marked: str, sentence: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    low, high = Sentences(text).around(start, end)
    assert text[low:high] == sentence


def test_a_phrase_that_runs_over_a_stop_gets_both_sentences() -> None:
    text = "He left. She stayed."
    assert Sentences(text).around(3, 12) == (0, len(text))


def test_a_text_of_nothing_but_blanks_is_split_without_fault() -> None:
    assert Sentences(" \n \n").around(0, 1) == (0, 1)


@pytest.mark.parametrize("piece", ['."”', "word.*", "a. ", "。", " ", "\r"])
def test_no_text_takes_long(piece: str) -> None:
    text = piece * 100_000  # with a step that grew with the square, it would take minutes
    Sentences(text).around(3, 5)


@pytest.mark.parametrize("blank", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_line_ends_end_lines(blank: str) -> None:
    text = f"The ferry{blank}sank on Monday."
    assert Sentences(text).around(0, 3) == (0, len(text))
    for end in ("\n", "\r", "\r\n"):
        text = f"The ferry{end}It sank on Monday."
        assert Sentences(text).around(0, 3) == (0, 9)


def test_no_sentence_ends_inside_a_phrase_that_is_told() -> None:
    text = "He came at 2 p.m. The next day he left."
    assert [Sentences(text, phrases).around(0, 2)[1] for phrases in ([], [(11, 30)])] == [17, len(text)]
