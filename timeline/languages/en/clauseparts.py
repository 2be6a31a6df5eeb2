"""What the clauses of a sentence are made of: a verb with its auxiliaries, and a clause. Plain values."""

from __future__ import annotations

from dataclasses import dataclass, field

ROOT, THAT, SUB, REL, CONTACT, PART, GERUND, COORD, RUN_ON, QUOTE, ASIDE = (
    "root", "that", "sub", "rel", "contact", "part", "gerund", "coord", "run-on", "quote", "aside",
)  # fmt: skip


@dataclass(slots=True)
class Verb:
    """A verb and its auxiliaries: the words `[start, end)`, the main one at `main`, in its base form."""

    start: int
    end: int
    main: int
    base: str
    finite: bool = True
    passive: bool = False
    perfect: bool = False
    progressive: bool = False
    modal: str = ""  # the modal, or "to" of "is to open"
    negated: bool = False


@dataclass(slots=True)
class Clause:
    """A clause: the words `[start, end)`, its opener among them; `subject` is a span of words, or its parent's is meant."""

    kind: str
    start: int
    parent: Clause | None = None
    end: int = -1
    verb: Verb | None = None
    subject: tuple[int, int] | None = None
    shares: Clause | None = None  # whose subject it has
    antecedent: tuple[int, int] | None = None
    opener: str = ""
    after_comma: bool = False
    children: list[Clause] = field(default_factory=list)

    def owner(self) -> tuple[int, int] | None:
        """The words of its subject, its own or that of the clause it shares it with."""
        clause: Clause | None = self
        for _ in range(20):
            if clause is None:
                return None
            if clause.subject is not None:
                return clause.subject
            clause = clause.shares
        return None
