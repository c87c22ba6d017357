"""One refusal of the database: an event on a row of a table, and when."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Refuse an event on a row of a table when the condition holds."""

    name: str
    table: str
    events: tuple[str, ...]
    when: str = ""  # empty: always
    message: str = ""
    # The declaration whose state the condition reads; PostgreSQL locks it against a race.
    reads: str = ""
    # Other tables that the condition names and that a later migration makes.
    needs: tuple[str, ...] = ()


def declaration_where(alias: str, key: str, condition: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM guidance_declaration {alias}"
        f" WHERE {alias}.id = {key} AND {condition})"
    )
