"""The move of statements from free text to records, drafts included."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest

from portal.news.models import Organisation, Person, Post

move = import_module("portal.news.migrations.0006_statements_name_records")
JUNE = datetime(2016, 6, 8, 14, 0, tzinfo=UTC)
BODY = {"issuing_body_kk": "Штаб", "issuing_body_ru": "Штаб по борьбе", "issuing_body_en": None}
SIGNED = {
    "signatory_kk": "А. Бек, бастық",
    "signatory_ru": "А. Бек, начальник",
    "signatory_en": "A. Bek, chief",
}


class Rows:
    """Stand for the historical tables: today's, with what is asked of statements."""

    def __init__(self, pages: list[Any], revisions: list[Any]) -> None:
        self._stored = {"StatementPage": pages, "Revision": revisions}

    def get_model(self, app: str, name: str) -> Any:
        tables = {"Organisation": Organisation, "Person": Person, "Post": Post}
        if name in tables:
            return tables[name]
        rows = self._stored[name]
        return SimpleNamespace(objects=SimpleNamespace(filter=lambda **asked: _given(rows)))


def _given(rows: list[Any]) -> Iterator[Any]:
    return iter(rows)


def row(**facts: Any) -> Any:
    return SimpleNamespace(saved=[], save=lambda update_fields: None, **facts)


@pytest.mark.django_db
def test_a_statement_and_its_drafts_name_the_same_records() -> None:
    page = row(pk=7, published_at=JUNE, **BODY, **SIGNED)
    draft = row(content={**BODY, **SIGNED, "pk": 7})

    move.make_records(Rows([page], [draft]), None)

    body, person = Organisation.objects.get(), Person.objects.get()
    assert (page.issued_by, page.signed_by) == (body, person)
    assert (draft.content["issued_by"], draft.content["signed_by"]) == (body.pk, person.pk)
    assert (body.name_kk, body.name_en) == ("Штаб", "Штаб")
    assert (person.name_ru, person.name_en) == ("А. Бек", "A. Bek")
    role = person.role_on(date(2016, 6, 8))
    assert role is not None
    assert role.is_of_the_day
    assert (role.post.title_kk, role.post.title_en) == ("бастық", "chief")


@pytest.mark.django_db
def test_a_draft_that_names_nobody_stays_so() -> None:
    empty = {f"{name}_{code}": None for name, code in move._FIELDS}
    page = row(pk=7, published_at=JUNE, **empty)

    move.make_records(Rows([page], []), None)

    assert (page.issued_by, page.signed_by) == (None, None)
    assert not Organisation.objects.exists()
