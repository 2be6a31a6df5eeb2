"""What a phrase would have meant, had the clause looked the other way; and which date told before it counts from."""

from __future__ import annotations

from typing import NamedTuple

from timeline.expr import InFigures, Lean, Order
from timeline.interval import Interval
from timeline.recognize import Read

_SIDES = {
    Lean.PAST: "if the clause looked back",
    Lean.FUTURE: "if the clause looked ahead",
    Lean.NONE: "if the clause looked nowhere",
}


class Alternative(NamedTuple):
    """A reading that was not taken, and what would have to be so for it."""

    interval: Interval
    when: str


def not_taken(read: Read) -> list[Alternative]:
    """The readings of a phrase that were not taken, each once; none where the words leave no choice.

    >>> from timeline.interval import day_number
    >>> from timeline.notation import date_text
    >>> from timeline.recognize import readings
    >>> (read,) = readings("He left on Saturday.", day_number(2020, 5, 10))
    >>> [(date_text(a.interval), a.when) for a in not_taken(read)]
    [('2020-05-16', 'if the clause looked ahead')]
    """
    taken = read.mention.interval
    parsed = read.token.value
    seen = {taken}
    found: list[Alternative] = []
    if read.expr is None or parsed is None:
        return found
    choices = [(read.expr, lean, when) for lean, when in _SIDES.items()] if read.expr.leans else []
    if isinstance(parsed, InFigures) and parsed.is_open:
        choices += [(parsed.as_read(order), read.anchor.lean, f"if {order.value}") for order in Order]
    elif parsed != read.expr:
        choices.append((parsed, read.anchor.lean, "if it were not counted from what is told before"))
    for expr, lean, when in choices:
        other = expr.at(read.anchor._replace(lean=lean))
        if other is not None and other not in seen:
            seen.add(other)
            found.append(Alternative(other, when))
    return found


def told_from(read: Read) -> int | None:
    """Which of the dates told before the phrase counts from, as an index into `read.anchor.told`; None if from none.

    It is the last without which the phrase would mean something else.
    """
    told = read.anchor.told
    if read.expr is None:
        return None
    for place in range(len(told) - 1, -1, -1):
        without = read.anchor._replace(told=told[:place] + told[place + 1 :])
        if read.expr.at(without) != read.mention.interval:
            return place
    return None
