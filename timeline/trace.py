"""Finds a sentence again whose article was edited: it has a new id, and is still the same sentence to a reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from timeline.model import Source

_SAME_SENTENCE = 0.8  # how much of two sentences must agree for one to be the other, edited


def find_again(
    lost: Mapping[str, Mapping[str, str]], new: Iterable[Source], renamed: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The new id of each lost source that is found, by its old id; the most alike first, each found once.

    `lost` has the sources as events.yaml holds them, by id; `renamed` tells the new path of an article by its old one.

    >>> old = {"a1": {"article": "a.txt", "phrase": "Friday", "sentence": "Kim left on Friday with two aides."}}
    >>> find_again(old, [Source("b2", "a.txt", None, "Kim left on Friday with three aides.", "Friday")])
    {'a1': 'b2'}
    """
    by_article: defaultdict[str, list[Source]] = defaultdict(list)
    for source in new:
        by_article[source.article].append(source)
    pairs = []
    for ident, old in lost.items():
        article = old.get("article", "")
        for source in by_article.get((renamed or {}).get(article, article), []):
            alike = likeness(old.get("sentence", ""), old.get("phrase", ""), source)
            if alike >= _SAME_SENTENCE:
                pairs.append((-alike, ident, source.id))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, ident, now in sorted(pairs, key=lambda pair: pair[0]):
        if ident not in found and now not in taken:
            found[ident] = now
            taken.add(now)
    return found


def likeness(sentence: str, phrase: str, source: Source) -> float:
    """How alike a sentence is to that of a source, 0 to 1; 0 where their phrases are not the same.

    In a sentence that nobody edited, a phrase may have grown or shrunk: a better rule reads more of it.
    """
    if phrase != source.phrase:
        grown = bool(phrase) and (phrase in source.phrase or source.phrase in phrase)
        return 0.99 if grown and sentence == source.sentence else 0.0
    matcher = SequenceMatcher(None, sentence, source.sentence, autojunk=False)
    if matcher.real_quick_ratio() < _SAME_SENTENCE or matcher.quick_ratio() < _SAME_SENTENCE:
        return 0.0
    return matcher.ratio()
