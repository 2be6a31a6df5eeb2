"""What happened on a date, in a few words: a title, whether it is an event or a report, and whether it came about.

The words are those of the article; only verbs change their form, all of them into the headline's present. Of what is
no event, it says why.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from timeline.languages.en import nominal, telling
from timeline.languages.en.clauseparts import ASIDE, GERUND, PART, QUOTE, REL, RUN_ON, SUB, THAT, Clause
from timeline.languages.en.clauses import Clauses
from timeline.languages.en.headline import Composer
from timeline.languages.en.pronouns import Names
from timeline.languages.en.tags import Words
from timeline.languages.en.trim import LONGEST, cut, tidy
from timeline.languages.en.wordkinds import PERSON_NOUNS
from timeline.model import EVENT, HAPPENED, REPORT

__all__ = ["LONGEST", "Sentence", "Title", "agree"]

_LEAD = re.compile(
    r"^(?:but|and|so|though|although|while|yet|meanwhile|however|then|still|also|moreover|nevertheless|in addition|on top of that"
    r"|additionally|furthermore|in fact|of course|earlier|later)\b,?\s+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:on|in|at|by|since|during|from|until|around|about|over|within|as of|back in)\s*$", re.IGNORECASE)
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_DATELINE = re.compile(
    r"\d{1,2}\.\s+(?=[A-Z])|[A-Z][A-Z.,' ]{2,40}(?:[A-Z][a-z]+ )?(?:\([A-Z][A-Za-z]{1,12}\) ?)?[-–—_]+ (?=[A-Z])"
)  # "PORT ALMA (Wire) — "
_LONG_TELLER = 30  # characters
_MOST_WORDS = 200  # a "sentence" with more is a table or a list
_RESULTS = frozenset("result lead bring make mark cause prompt spark follow include end according".split())
_EMPTY = frozenset(
    """
    the and that this with from have has had was were been being will would said says told after over for into his her its
    their
    """.split()
)


class Title(NamedTuple):
    """A title, the kind and the status of its event; `why` says why there is none; `main`: it is what the main clause tells."""

    text: str
    kind: str = EVENT
    status: str = HAPPENED
    why: str = ""
    main: bool = False


def _may_be_name(word: str) -> bool:
    """Where nobody knows whether a word is a name: what is no plural may be one."""
    return not word.endswith("s")


def _nobody() -> Iterator[Words]:
    return iter(())


class Sentence:
    """One sentence with its dates: a title for each of them.

    `dates` are the spans of what may date an event, `others` those of other phrases of time, both in characters of
    the sentence; `before` gives the sentences before, the nearest first, and `is_name` and
    `is_person` whether a word is a name, and somebody's.

    >>> sentence = Sentence("But Kim opened a factory in Sunchon on Friday, state media said.", [(39, 45)])
    >>> sentence.title((39, 45))
    Title(text='Kim opens a factory in Sunchon', kind='event', status='happened', why='', main=False)
    """

    def __init__(
        self,
        text: str,
        dates: Sequence[tuple[int, int]],
        others: Sequence[tuple[int, int]] = (),
        before: Callable[[], Iterator[Words]] = _nobody,
        is_name: Callable[[str], bool] = _may_be_name,
        is_person: Callable[[str], bool] = lambda word: False,
    ) -> None:
        self.text = text
        line = _DATELINE.match(text)
        read = " " * line.end() + text[line.end() :] if line is not None else text
        self._words = Words(read, dates, others)
        self._long = len(self._words.kind) > _MOST_WORDS
        if not self._long:
            self._clauses = Clauses(self._words)
            names = Names(self._words, self._clauses, before, is_name, is_person)
            self._composer = Composer(self._words, self._clauses, names, is_name)

    def title(self, date: tuple[int, int], *, ahead: bool = False, past: bool = False, year: bool = False) -> Title:
        """The title of what a date dates; `ahead` and `past`: where it lies from the day of publication; `year`: it is no day."""
        words = self._words
        place = next((at for at, start in enumerate(words.starts) if start == date[0] and words.kind[at] == "T"), -1)
        if self._long or place < 0:
            return Title(self.trimmed(date))
        clause = self._clause(place)
        why = telling.no_event(words, clause, place) or self._of_itself(clause, place, year=year)
        if why:
            return Title("", why=why)
        noun = nominal.nominal(words, clause, place)
        status = telling.status_of(words, clause, place, ahead=ahead, past=past)
        if noun is not None:
            text = tidy(self._nominal(noun, clause, place))
            if len(text.split()) > 1:
                return Title(cut(text), status="planned" if ahead else HAPPENED)
        if telling.is_report(words, clause, place):
            done = self._even_done(clause)
            if done:
                return Title(done, status=status)
            return Title(self._report(clause, place) or self.trimmed(date), REPORT)
        clause = self._told(clause, place)
        text = self._composer.tell(clause, place)
        if len(text.split()) < 2:
            text = self.trimmed(date)
        return Title(text, status=status, main=clause.kind == "root" and clause.parent is None)

    def undated(self) -> Title | None:
        """The title of a sentence without a date: what its main clause tells; None where it tells nothing of its own."""
        if self._long:
            return None
        root = next((clause for clause in self._clauses.all if clause.verb is not None and clause.verb.finite), None)
        if root is None or telling.no_event(self._words, root, 0) or root.verb is None:
            return None
        if telling.is_report(self._words, root, -1):
            text = self._report(root, -1)
            return Title(text, REPORT) if text else None
        text = self._composer.tell(root, -1)
        return Title(text, status=telling.status_of(self._words, root, -1, ahead=False, past=False)) if text else None

    def _nominal(self, noun: tuple[int, int], clause: Clause, place: int) -> str:
        """A noun phrase as a title; "its" is the noun that stands before: "the store since its launch"."""
        words, start = self._words, noun[0]
        if words.low[start] in ("its", "their") and start > 1 and words.kind[start - 2] in "NX":
            head = start - 2
            while head > 0 and words.kind[head - 1] in "NX#'" and words.kind[head] not in "DY":
                head -= 1
            if head > 0 and words.kind[head - 1] in "DY":
                owner = self._composer.noun((head - 1, start - 1), clause, place)
                rest = self._composer.noun((start + 1, noun[1]), clause, place)
                return f"{owner}{self._composer.mark(owner)} {rest}"
        return self._composer.noun(noun, clause, place)

    # ------------------------------------------------------------ which clause

    def _clause(self, place: int) -> Clause:
        """The clause that a date dates."""
        clause = self._clauses.of(place)
        while clause.parent is not None and (
            (clause.verb is None and clause.kind in (ASIDE, GERUND, THAT, SUB, RUN_ON, QUOTE, REL))
            or (clause.kind == GERUND and clause.opener in ("of", "for", "by") and not self._dated_before(clause))
            or (clause.kind == PART and clause.shares is not None and clause.verb is not None and clause.verb.base in _RESULTS)
        ):
            clause = clause.parent
        return clause

    def _dated_before(self, clause: Clause) -> bool:
        parent = clause.parent
        return parent is not None and "T" in self._words.kind[parent.start : clause.start]

    def _told(self, clause: Clause, place: int) -> Clause:
        """Of "which took place in 1996" the clause that tells what took place."""
        verb = clause.verb
        if clause.kind == REL and clause.opener == "which" and verb is not None and clause.parent is not None:
            noun = clause.antecedent
            named = noun is not None and self._words.kind[noun[1] - 1] == "X"
            if verb.base in ("happen", "occur") or (
                verb.base == "take" and self._words.low[verb.end : verb.end + 1] == ["place"]
            ):
                around = [
                    one for one in self._clauses.all if noun is not None and one.start <= noun[0] < one.end and one is not clause
                ]
                around = [one for one in around if one.verb is not None and one.verb.finite]
                return around[-1] if named and around else clause
        return clause

    def _of_itself(self, clause: Clause, place: int, *, year: bool) -> str:
        """Why a date that is itself what is spoken of, or that stands in brackets, makes no event."""
        words = self._words
        kind = words.kind
        verb = clause.verb
        if (
            verb is not None
            and clause.owner() is None
            and clause.kind in ("root", "quote")
            and place < verb.start
            and kind[place + 1] not in ",'"
        ):
            front = range(verb.start)
            if not any(kind[at] in "NXSQ#" for at in front) and kind[place - 1] not in "IJ":
                return "it is the date itself that is spoken of"
        if year and 0 < place < len(kind) - 1 and kind[place - 1] == "(" and kind[place + 1] == ")":
            return "it stands in brackets"
        return ""

    # ------------------------------------------------------------ reports

    def _report(self, clause: Clause, place: int) -> str:
        """Who says what: "KCNA reports that …"; of what is said before its teller, "Police say: …"."""
        words = self._words
        verb = clause.verb
        if verb is None:
            return ""
        said = [child for child in clause.children if child.kind in (THAT, QUOTE) and child.start >= verb.end]
        content = self._said_before(clause)
        if said or content is None:
            text = self._composer.tell(clause, place)
            if text:
                return text
        teller = self._teller(clause, place)
        if content is None or not teller:
            return ""
        prefix = f"{teller}: "
        subject = content.owner()
        personal = content.kind == QUOTE and (subject is None or words.low[subject[0]] in ("i", "we", "my", "our", "you"))
        told = "" if personal else self._composer.tell(content, -1, max(40, LONGEST - len(prefix)))
        if told:
            return prefix + told
        if content.kind == QUOTE:
            quoted = words.slice(content.start + 1, content.end).strip(' "“”,')
            room = max(30, LONGEST - len(prefix) - 2)
            return f"{prefix}“{cut(' '.join(quoted.split()), room)}”"
        return ""

    def _even_done(self, clause: Clause) -> str:
        """What the teller did beside saying it: "said the port was safe, even inviting reporters aboard"."""
        words, said = self._words, [child for child in clause.children if child.kind == THAT]
        acts = [act for one in (clause, *said) for act in one.children if act.kind == PART and act.verb is not None]
        act = next((act for act in acts if words.low[act.start - 1] == "even" and not telling.is_report(words, act, -1)), None)
        subject = clause.owner()
        if act is None or act.verb is None or subject is None or act.shares not in (clause, *said):
            return ""
        act.shares = clause
        return self._composer.tell(act, -1)

    def _said_before(self, clause: Clause) -> Clause | None:
        """What is said, where it stands before who said it."""
        verb = clause.verb
        if verb is None:
            return None
        quotes = [child for child in clause.children if child.kind == QUOTE and child.end <= verb.start]
        if quotes:
            return quotes[0]
        if clause.kind == RUN_ON and clause.parent is not None:
            earlier = [one for one in clause.parent.children if one.kind == QUOTE and one.end <= clause.start]
            if earlier:
                return earlier[0]
            if clause.parent.verb is not None and clause.parent.verb.start < clause.start:
                return clause.parent
        return None

    def _teller(self, clause: Clause, place: int) -> str:
        """Who says it, with the verb."""
        words, verb = self._words, clause.verb
        if verb is None:
            return ""
        span = clause.owner()
        if span is None:
            at = verb.end
            while at < len(words.kind) and words.kind[at] in "NXDY#'":
                at += 1
            span = (verb.end, at) if at > verb.end else None
        if span is None:
            return ""
        clause.subject = span
        subject = self._composer.noun(span, clause, place)
        if len(subject) > _LONG_TELLER:
            stop = next((at for at in range(span[0] + 1, span[1]) if words.kind[at] in "IJ"), span[1])
            if words.low[stop : stop + 1] == ["of"] and words.low[stop - 1] not in PERSON_NOUNS:
                stop = span[1]
            subject = self._composer.noun((span[0], stop), clause, place)
        heard = verb.end
        while heard < len(words.kind) and words.kind[heard] in "NXDY#'O" and verb.base in ("tell", "inform"):
            heard += 1
        return tidy(f"{subject} {self._composer.verb_of(clause, verb, span)} {words.slice(verb.end, heard)}")

    # ------------------------------------------------------------ where there is no clause

    def trimmed(self, date: tuple[int, int]) -> str:
        """The sentence without the date, its preposition and what leads to it."""
        before = _PREPOSITION.sub("", self.text[: date[0]])
        after = self.text[date[1] :]
        if not before.strip(' ,“"'):
            before, after = "", after.lstrip(" ,:—–-")
        text = f"{before.rstrip()} {after.lstrip()}" if after[:1] not in ",.;:!?'’" else before.rstrip() + after
        text = tidy(_LEAD.sub("", text.strip(), count=1))
        comma = max(text.rfind(mark, 0, LONGEST) for mark in (", ", "; "))
        short = text[:comma] if len(text) > LONGEST and comma > LONGEST // 2 else cut(text)
        return short or cut(tidy(self.text)) or "…"


def agree(headline: str, title: str) -> bool:
    """Whether a headline tells what a title tells: they share a name or a word that says something.

    >>> agree("Xi offers North Korea help", "Xi Jinping offers to help North Korea"), agree("Snow in Oslo", "Kim opens a mill")
    (True, False)
    """
    one, other = _content(headline), _content(title)
    return len(one & other) >= (2 if min(len(one), len(other)) > 2 else 1)


def _content(text: str) -> frozenset[str]:
    """The beginnings of its words."""
    return frozenset(word[:4] for word in _CONTENT.findall(text.lower().replace("'s", "")) if word not in _EMPTY)
