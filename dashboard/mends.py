"""How to mend what was left out: for each reason a word on what to do, and the line that does it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.account import UNDATED, Phrase
from timeline.dating import event_for, line_for, place_name
from timeline.records import ArticleRecord


@dataclass(frozen=True, slots=True)
class Mend:
    """What to do; `line` is to be copied, if there is one, and `show` names the part of the account that helps."""

    words: str
    line: str = ""
    show: str = ""


def reason_of(phrase: Phrase) -> str:
    """Why a phrase has no date, without the mend that the build puts behind it.

    >>> from timeline.records import FindingRecord
    >>> why = "the article does not say when it was published: add a line 'Published: 2020-05-08' above its text"
    >>> one = FindingRecord(start=0, end=1, sentence_start=0, sentence_end=1, phrase="", type="", value="", fate="", why=why)
    >>> reason_of(Phrase(ArticleRecord(path="a.txt"), one))
    'The article does not say when it was published'
    """
    why = phrase.finding.why
    said = why.partition(":")[0] if waits_for_day(why) else why
    return said[:1].upper() + said[1:]


def of_phrase(phrase: Phrase, sentence: str) -> Mend:
    """What to do about a phrase that was not resolved."""
    record, why = phrase.record, phrase.finding.why
    if waits_for_day(why):
        return Mend("Say when it was published: they all count from that day.", show=UNDATED)
    if why.startswith("it does not tell which number is the day"):
        line = line_for(record.path, record.record, day_first="true")
        return Mend(f"Say which it is in {place_name(record.path)} (true or false), and run timeline build:", line)
    words = "If the text is wrong, mend it and run timeline build. If you know the day, add the event to the events file:"
    return Mend(words, event_for(record.path, sentence, phrase.finding.phrase))


def waits_for_day(why: str) -> bool:
    """Whether a phrase has no date only because its article has no day of publication."""
    return why.startswith("the article does not say when it was published")


_SKIPPED: Sequence[tuple[str, str]] = (
    ("articles.yaml says 'skip: true'", "To have it read, delete that line of articles.yaml."),
    ("the same text as", "Nothing is lost: the other one is read. Delete the one that you don't need."),
    ("no reader for", "Save its text in a form that is read (.txt, .md, .html, .pdf, .docx …)."),
    ("the file is empty", "Put its text in, or delete it."),
    ("it holds no", "Look whether it was saved whole."),
)


def of_skipped(record: ArticleRecord) -> Mend:
    """What to do about a file that was not read; most reasons say it themselves."""
    why = record.skipped
    told = next((words for begin, words in _SKIPPED if why.startswith(begin)), "")
    if told:
        return Mend(told)
    skip = line_for(record.path, record.record, skip="true")
    return Mend(f"Mend it and run timeline build; or leave it out for good, in {place_name(record.path)}:", skip)
