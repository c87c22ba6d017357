"""Every address under /admin/, asked by everybody: the tables in tests/site/admin say the answer.

A new address needs its lines there. Write the address alone on a line, run this file, and it tells
the two lines as the portal answers today; keep them only if every answer in them is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import transaction

from tests.factories import NOON
from tests.site.matrix_bodies import body_for
from tests.site.matrix_routes import admin_routes, bulk_actions, met_by
from tests.site.matrix_table import METHODS, ROLES, Row, line, rows
from tests.site.matrix_walk import Answer, ask, walking
from tests.site.matrix_world import MARKS, World, make_world


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Hold people and objects until the module ends; every request is taken back."""
    media = settings.MEDIA_ROOT
    with (
        django_db_blocker.unblock(),
        time_machine.travel(NOON, tick=False),
        transaction.atomic(),
    ):
        settings.MEDIA_ROOT = tmp_path_factory.mktemp("media")
        yield make_world()
        settings.MEDIA_ROOT = media
        transaction.set_rollback(True)


def test_every_address_of_the_admin_has_its_rows(world: World) -> None:
    met = {route for row in rows() for route in met_by(world.fill(row.address))}
    asked = {row.address.split("?")[0] for row in rows()}

    missing = sorted(admin_routes() - met) + sorted(bulk_actions() - asked)

    assert not missing, "\n".join(
        (
            "write each of these on a line of its own in tests/site/admin/*.txt, with the names of",
            "tests/site/matrix_world.py in braces, and run this file again:",
            *missing,
        )
    )


def test_every_row_is_filled_in(world: World) -> None:
    empty = [row for row in rows() if not row.answers]
    told = {role: _walk(world, role, empty) for role in ROLES} if empty else {}

    lines = [
        line(row.address, row.method, tuple(str(told[role][row]) for role in ROLES))
        for row in empty
    ]

    assert not lines, "if every answer is meant, write:\n" + "\n".join(lines)


def test_every_row_stands_once_and_with_both_methods() -> None:
    found = [(row.address, row.method) for row in rows()]

    assert len(found) == len(set(found))
    assert {(address, method) for address, _ in found for method in METHODS} == set(found)


@pytest.mark.parametrize("role", ROLES)
def test_the_admin_answers_as_the_tables_say(world: World, role: str) -> None:
    answers = _walk(world, role, [row for row in rows() if row.answers])
    marks = {name: (world.fill(mark), readers) for name, (mark, readers) in MARKS.items()}
    foreign = {name: mark for name, (mark, readers) in marks.items() if role not in readers}

    wrong = [
        f"{row.file}: {row.method} {row.address}: {problem}"
        for row, answer in answers.items()
        for problem in _problems(row, role, answer, foreign)
    ]
    unseen = [
        f"{role} is shown {name} nowhere: the walk proves nothing about it"
        for name, (mark, readers) in marks.items()
        if role in readers and not any(mark in answer.body for answer in answers.values())
    ]

    assert not wrong + unseen, "\n" + "\n".join(wrong + unseen)


def _walk(world: World, role: str, wanted: list[Row]) -> dict[Row, Answer]:
    client = world.client(role)
    with walking():
        return {
            row: ask(client, row.method, world.fill(row.address), body_for(row.address, world))
            for row in wanted
        }


def _problems(row: Row, role: str, answer: Answer, foreign: dict[str, str]) -> Iterator[str]:
    if str(answer) != row.expected(role):
        changed = f", having changed {sorted(answer.written)}" if answer.written else ""
        yield f"{role} got {answer} instead of {row.expected(role)}{changed}"
    if answer.status >= 500:
        yield f"{role} met a fault"
    if row.method == "GET" and answer.written:
        yield f"{role} changed {sorted(answer.written)} by reading"
    if shown := answer.shows(foreign):
        yield f"{role} was shown {', '.join(sorted(shown))}"
