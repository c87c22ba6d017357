"""No foreign key and no statement leads from an exercise to what is real, or the other way."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from guidance.models import Declaration, OutboxRow
from tests import factories
from tests.factories import CHECKS, MINUTE, NOON
from tests.guidance.conftest import Office

# Every key that leads to a declaration, and what keeps it within one ledger.
KEYS = {
    "guidance_declaration.refers_to": "guard",
    "guidance_declarationregion.declaration": "part of it",
    "guidance_declarationmeasure.declaration": "part of it",
    "guidance_localadvice.declaration": "part of it",
    "guidance_contributor.declaration": "part of it",
    "guidance_bulletin.declaration": "part of it",
    "guidance_auditentry.declaration": "tells of both",
    "guidance_draftversion.declaration": "part of it",
    "guidance_levelperiod.declaration": "guard",
    "guidance_levelperiod.ended_by": "guard",
    "guidance_measureperiod.declaration": "guard",
    "guidance_exerciseperiod.declaration": "guard",
    "guidance_exerciseperiod.ended_by": "guard",
    "guidance_exercisemeasureperiod.declaration": "guard",
    "guidance_outboxrow.declaration": "guard",
    "guidance_wipeddraft.declaration": "guard",
    "guidance_drillstep.declaration": "guard",
    # News speaks of real decisions only: portal.news.fields.DecisionField finds no other.
    "news_correctionpage.corrects_declaration": "form",
    "news_liveentry.declaration": "form",
}
OF_EXERCISES = {
    "guidance_exerciseperiod",
    "guidance_exercisemeasureperiod",
    "guidance_wipeddraft",
    "guidance_drill",
    "guidance_drillstep",
}
# What an exercise may name: the catalogues, the desks and the people that both ledgers share.
SHARED = {
    "guidance_region",
    "guidance_measurekind",
    "guidance_desk",
    "guidance_declaration",
    "guidance_drill",
    "accounts_user",
}


def keys() -> list[models.ForeignKey[Any, Any]]:
    return [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, models.ForeignKey)
    ]


def test_every_key_to_a_declaration_is_known_with_what_holds_it() -> None:
    found = {
        f"{key.model._meta.db_table}.{key.name}": key
        for key in keys()
        if key.related_model is Declaration
    }

    assert set(found) - set(KEYS) == set(), "say what keeps the new key within one ledger"
    assert set(KEYS) - set(found) == set()


def test_the_tables_of_exercises_name_nothing_that_only_real_levels_have() -> None:
    of_exercises = [key for key in keys() if key.model._meta.db_table in OF_EXERCISES]
    to_exercises = [key for key in keys() if key.related_model._meta.db_table in OF_EXERCISES]

    assert {key.related_model._meta.db_table for key in of_exercises} <= SHARED
    assert {key.model._meta.db_table for key in to_exercises} == {"guidance_drillstep"}


@pytest.fixture
def both(aqtobe: Office) -> dict[str, int]:
    """Publish the same act for real and in an exercise, and give their primary keys."""
    people = aqtobe.drafter, aqtobe.approver
    real = factories.published(*people, measures=CHECKS)
    drill = factories.published(*people, measures=CHECKS, exercise=True)
    draft = factories.saved(aqtobe.drafter)
    return {"real": real.pk, "drill": drill.pk, "draft": draft.pk}


CROSSINGS = {
    "a period of a drill among the real ones": (
        "INSERT INTO guidance_levelperiod"
        " (region_id, level, starts_at, ends_at, declaration_id, in_error)"
        " SELECT region_id, level, ends_at, NULL, declaration_id, {false}"
        " FROM guidance_exerciseperiod"
    ),
    "a real period handed to a drill": "UPDATE guidance_levelperiod SET declaration_id = {drill}",
    "a real level ended by a drill": "UPDATE guidance_levelperiod SET ended_by_id = {drill}",
    "a real measure handed to a drill": (
        "UPDATE guidance_measureperiod SET declaration_id = {drill}"
    ),
    "a drill's period handed to a real act": (
        "UPDATE guidance_exerciseperiod SET declaration_id = {real}"
    ),
    "a drill's level ended by a real act": (
        "UPDATE guidance_exerciseperiod SET ended_by_id = {real}"
    ),
    "a drill's measure handed to a real act": (
        "UPDATE guidance_exercisemeasureperiod SET declaration_id = {real}"
    ),
    "a drill moved to the real ledger": (
        "UPDATE guidance_declaration SET exercise = {false} WHERE id = {drill}"
    ),
    "a real draft moved to the exercises": (
        "UPDATE guidance_declaration SET exercise = {true} WHERE id = {draft}"
    ),
    "a real draft that refers to a drill": (
        "UPDATE guidance_declaration SET refers_to_id = {drill} WHERE id = {draft}"
    ),
    "a drill with a message for subscribers": (
        "INSERT INTO guidance_outboxrow (declaration_id, created_at) VALUES ({drill}, '{noon}')"
    ),
    "the message of a real act handed to a drill": (
        "UPDATE guidance_outboxrow SET declaration_id = {drill}"
    ),
    "a real draft wiped": (
        "INSERT INTO guidance_wipeddraft (declaration_id, by_id, at)"
        " SELECT id, author_id, created_at FROM guidance_declaration WHERE id = {draft}"
    ),
    "the ledgers swapped": "UPDATE guidance_ledger SET exercise = {true} WHERE exercise = {false}",
}


@pytest.mark.parametrize("crossing", CROSSINGS)
def test_the_database_refuses(crossing: str, both: dict[str, int]) -> None:
    values = {**both, "noon": f"{NOON:%Y-%m-%d %H:%M:%S}", "true": "TRUE", "false": "FALSE"}

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(CROSSINGS[crossing].format(**values))


def test_a_real_draft_cannot_name_a_drill_and_a_drill_cannot_name_a_real_act(
    both: dict[str, int], aqtobe: Office
) -> None:
    for exercise, number in ((False, "EX-2026-0001"), (True, "2026-0001")):
        with pytest.raises(Exception, match="refers_to"):
            factories.submitted(
                aqtobe.drafter, exercise=exercise, act="LIFT", refers_to=number, at=NOON + MINUTE
            )


def test_a_drill_leaves_no_row_for_subscribers(both: dict[str, int]) -> None:
    assert list(OutboxRow.objects.values_list("declaration_id", flat=True)) == [both["real"]]
