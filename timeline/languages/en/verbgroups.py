"""The verbs of a sentence with their auxiliaries: "had been closed", "is to open", "did not go". Knows no clauses."""

from __future__ import annotations

from collections.abc import Callable

from timeline.languages.en.clauseparts import Verb
from timeline.languages.en.inflect import base_of
from timeline.languages.en.tags import Words


class VerbGroups:
    """Finds the verb that begins at a word.

    >>> VerbGroups(Words("The bridge had been closed.")).verb_at(2).base
    'close'
    """

    def __init__(self, words: Words) -> None:
        self.words = words

    def verb_at(self, i: int) -> Verb | None:
        """The finite verb that begins at a word."""
        words = self.words
        kind, low = words.kind, words.low
        count = len(kind)
        if i >= count:
            return None
        first = kind[i]
        negated = low[i][-3:] in ("n't", "n’t") or low[i] == "cannot"

        def behind(at: int) -> int:
            nonlocal negated
            while at < count and (kind[at] == "R" or (kind[at] == '"' and at + 1 < count and kind[at + 1] in "EFR")):
                negated = negated or low[at] in ("not", "never", "n't")
                at += 1
            return at

        if first == "M":
            at = behind(i + 1)
            if at >= count or kind[at] in ",.SQ":
                return None
            if low[at] == "be":
                return self._of_be(i, at, low[i], negated=negated, behind=behind)
            if low[at] == "have":
                nxt = behind(at + 1)
                if nxt < count and kind[nxt] in "EFP":
                    return Verb(i, nxt + 1, nxt, base_of(low[nxt]), perfect=True, modal=low[i], negated=negated)
                if nxt < count and low[nxt] == "been":
                    verb = self._of_be(i, nxt, low[i], negated=negated, behind=behind)
                    verb.perfect = True
                    return verb
            return Verb(i, at + 1, at, low[at], modal=low[i], negated=negated)
        if first == "Z":
            at = behind(i + 1)
            if at + 1 < count and kind[at] == "U" and kind[at + 1] in "vNEVRz" and low[at + 1] != "the":
                end = behind(at + 1)
                if low[end] == "be":
                    return self._of_be(i, end, "to", negated=negated, behind=behind)
                return Verb(i, end + 1, end, low[end], modal="to", negated=negated)
            return self._of_be(i, i, "", negated=negated, behind=behind)
        if first == "K":
            at = behind(i + 1)
            if at < count and low[at] == "been":
                verb = self._of_be(i, at, "", negated=negated, behind=behind)
                verb.perfect = True
                return verb
            if at < count and kind[at] in "EFP" and low[at] != "had":
                return Verb(i, at + 1, at, base_of(low[at]), perfect=True, negated=negated)
            if at < count and low[at] in ("become", "come", "run", "had", "overcome"):
                return Verb(i, at + 1, at, base_of(low[at]), perfect=True, negated=negated)
            return Verb(i, i + 1, i, "have", negated=negated)
        if first == "L":
            at = behind(i + 1)
            if at < count and at > i and kind[at] in "vN" and (negated or kind[at] == "v"):
                return Verb(i, at + 1, at, low[at], negated=negated)
            return Verb(i, i + 1, i, "do", negated=negated)
        if first == "V":
            return Verb(i, i + 1, i, _base_of_present(low[i]))
        return Verb(i, i + 1, i, low[i] if first == "v" else base_of(low[i]))

    def _of_be(self, start: int, at: int, modal: str, *, negated: bool, behind: Callable[[int], int]) -> Verb:
        """A verb with "be": the passive, what goes on, or "be" itself."""
        kind, low = self.words.kind, self.words.low
        nxt = behind(at + 1)
        negated = negated or any(word in ("not", "never") for word in low[at + 1 : nxt])
        if nxt < len(kind) and low[nxt] == "being":
            nxt = behind(nxt + 1)
        if nxt < len(kind) and kind[nxt] in "EFP" and not (kind[nxt] == "P" and low[nxt] in ("became", "went")):
            return Verb(start, nxt + 1, nxt, base_of(low[nxt]), passive=True, modal=modal, negated=negated)
        if nxt < len(kind) and kind[nxt] == "G":
            return Verb(start, nxt + 1, nxt, base_of(low[nxt]), progressive=True, modal=modal, negated=negated)
        return Verb(start, at + 1, at, "be", modal=modal, negated=negated)

    def _gerund(self, i: int) -> Verb:
        kind, low = self.words.kind, self.words.low
        if low[i] == "having" and i + 1 < len(kind):
            at = i + 1
            while at < len(kind) - 1 and kind[at] == "R":
                at += 1
            if low[at] == "been" and at + 1 < len(kind) and kind[at + 1] in "EF":
                return Verb(i, at + 2, at + 1, base_of(low[at + 1]), finite=False, perfect=True, passive=True)
            if kind[at] in "EFP":
                return Verb(i, at + 1, at, base_of(low[at]), finite=False, perfect=True)
        if low[i] == "being" and i + 1 < len(kind) and kind[i + 1] in "EF":
            return Verb(i, i + 2, i + 1, base_of(low[i + 1]), finite=False, passive=True)
        return Verb(i, i + 1, i, base_of(low[i]), finite=False)

    def _infinitive(self, i: int) -> int:
        """`to` with its verb, which is no finite one: "to be released", "to cut"."""
        kind, low = self.words.kind, self.words.low
        at = i + 1
        while at < len(kind) - 1 and kind[at] == "R":
            at += 1
        if at >= len(kind) or kind[at] not in "vNEPzKLVFX":
            return 1
        while at < len(kind) - 1 and low[at] in ("be", "have", "been"):
            at += 1
            while at < len(kind) - 1 and kind[at] == "R":
                at += 1
        if kind[at] not in "vEPFKLV" or (kind[at] == "V"):
            return max(1, at - i)
        return at + 1 - i

    def _over_adverbs(self, i: int) -> int:
        """Behind adverbs, dates and what stands with a date."""
        kind = self.words.kind
        while i < len(kind):
            if kind[i] in "RTt":
                i += 1
            elif kind[i] in "IJ" and i + 1 < len(kind) and kind[i + 1] in "Tt":
                i += 2
            else:
                break
        return i


def _base_of_present(word: str) -> str:
    """The base of a form in -s."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "goes", "does")):
        return word[:-2]
    return word[:-1]
