"""What a person said, each quote in the post of its day and with the article it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

from portal.news.models import NewsPage, Person, Post, Quotation
from portal.news.posts import Role


@dataclass(frozen=True, slots=True)
class Said:
    """Hold a quote; `language` is another than the page's where the article lacks that one."""

    quotation: Quotation
    role: Role[Post] | None
    article: Any
    language: str


class SaidBy(Sequence[Said]):
    """Hold all that a person said, newest first, read a slice at a time."""

    def __init__(self, person: Person, lang: str) -> None:
        self._person = person
        self._rows = Quotation.objects.of_live_pages().by(person).in_language(lang).newest_first()

    def __len__(self) -> int:
        return int(self._rows.count())

    @overload
    def __getitem__(self, asked: int) -> Said: ...
    @overload
    def __getitem__(self, asked: slice) -> list[Said]: ...
    def __getitem__(self, asked: int | slice) -> Said | list[Said]:
        if isinstance(asked, int):
            return self[asked : asked + 1][0]
        rows = list(self._rows[asked])
        articles = NewsPage.objects.for_rows().in_bulk({row.page_id for row in rows})
        return [
            Said(row, self._person.role_on(row.said_on), articles[row.page_id], row.language)
            for row in rows
        ]


def said_by(person: Person, lang: str) -> SaidBy:
    """Give what a person said in pages that are live, for readers of a language."""
    return SaidBy(person, lang)
