"""How a database compares marks: an index of words on PostgreSQL, plain text on SQLite."""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models.lookups import Lookup

from portal.search.marks import Clause, Clauses, Mark, Question

# The index of the migration bears this very expression; written otherwise, it isn't used.
VECTOR = "search_marks({column})"


class MarksField(models.TextField[str, str]):
    """Hold the marks of a text, separated by spaces."""


@MarksField.register_lookup
class Hold(Lookup[Any]):
    """Find the texts whose marks answer a question."""

    lookup_name = "hold"
    prepare_rhs = False
    rhs: Question

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str, ...]]:
        column, _none = self.process_lhs(compiler, connection)
        return f"{VECTOR.format(column=column)} @@ %s::tsquery", (_query(self.rhs),)

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[str, ...]]:
        column, _none = self.process_lhs(compiler, connection)
        one = f"(' ' || {column} || ' ') LIKE %s ESCAPE '\\'"
        sql = _all(self.rhs.wanted, one)
        if self.rhs.unwanted:
            sql = f"({sql} AND NOT {_all(self.rhs.unwanted, one)})"
        return sql, tuple(_pattern(mark) for mark in _marks(self.rhs))


def _query(question: Question) -> str:
    wanted = _joined(question.wanted)
    return f"{wanted} & !({_joined(question.unwanted)})" if question.unwanted else wanted


def _joined(clauses: Clauses) -> str:
    return " & ".join(f"({' | '.join(map(_lexeme, clause))})" for clause in clauses)


def _lexeme(mark: Mark) -> str:
    text = mark.text.replace("\\", "\\\\").replace("'", "''")
    return f"'{text}':*" if mark.is_beginning else f"'{text}'"


def _all(clauses: Clauses, one: str) -> str:
    return "(" + " AND ".join(_any(clause, one) for clause in clauses) + ")"


def _any(clause: Clause, one: str) -> str:
    return "(" + " OR ".join(one for _mark in clause) + ")"


def _pattern(mark: Mark) -> str:
    text = mark.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"% {text}%" if mark.is_beginning else f"% {text} %"


def _marks(question: Question) -> Iterator[Mark]:
    for clause in (*question.wanted, *question.unwanted):
        yield from clause
