"""Saving a draft: once, on top of what was opened, and by the rules of its words."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.test import Client

from guidance.models import Contributor, Declaration, Desk, RoleCode
from tests import factories
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.posts import DECLARE, LEVEL, LIFT, address, handed_over, saved


def test_a_form_sent_twice_makes_one_draft(drafter: Client) -> None:
    form = {**LEVEL, "idempotency_key": str(uuid.uuid4())}

    first = drafter.post(DECLARE, form)
    second = drafter.post(DECLARE, form)

    assert first.url == second.url
    assert [row.version for row in Declaration.objects.all()] == [1]


def test_a_form_gone_back_to_and_changed_saves_the_change(drafter: Client) -> None:
    form = {**LEVEL, "idempotency_key": str(uuid.uuid4())}

    drafter.post(DECLARE, form)
    drafter.post(DECLARE, {**form, "level": "YELLOW"})

    draft = Declaration.objects.get()
    assert (draft.level, draft.version) == ("YELLOW", 2)


def test_a_form_gone_back_to_after_submission_changes_nothing(drafter: Client) -> None:
    form = {**LEVEL, "idempotency_key": str(uuid.uuid4())}
    drafter.post(DECLARE, form)
    handed_over(drafter, Declaration.objects.get())

    response = drafter.post(DECLARE, {**form, "level": "YELLOW"})

    draft = Declaration.objects.get()
    assert response.url == address(draft)
    assert (draft.level, draft.status) == ("ORANGE", "SUBMITTED")


def test_the_key_of_another_desk_s_form_opens_and_breaks_nothing(
    republican: Office, drafter: Client, signed_in: SignIn
) -> None:
    form = {**LEVEL, "idempotency_key": str(uuid.uuid4()), "regions": ["KZ-75"]}
    signed_in(republican.drafter).post(DECLARE, form)

    mine = saved(drafter, **{**form, "regions": ["KZ-15"]})

    assert mine.desk.code == "aqtobe"
    assert Declaration.objects.count() == 2


def test_a_draft_that_another_saved_meanwhile_is_not_overwritten(
    drafter: Client, signed_in: SignIn
) -> None:
    draft = saved(drafter)
    colleague = signed_in(factories.officer("colleague", "aqtobe", RoleCode.DRAFTER))
    colleague.post(
        address(draft, "edit"), {**LEVEL, "level": "RED", "order_number": "8", "version": 1}
    )

    response = drafter.post(address(draft, "edit"), {**LEVEL, "order_number": "9", "version": 1})

    conflict: Any = response.context["conflict"]
    assert conflict.person == "colleague"
    assert {(change.label, change.stored, change.typed) for change in conflict.changes} == {
        ("Level", "critical (red)", "high (orange)"),
        ("Order number", "8", "9"),
    }
    draft.refresh_from_db()
    assert (draft.level, draft.order_number, draft.version) == ("RED", "8", 2)


def test_after_reading_the_conflict_the_form_can_be_saved(
    drafter: Client, signed_in: SignIn
) -> None:
    draft = saved(drafter)
    colleague = signed_in(factories.officer("colleague", "aqtobe", RoleCode.DRAFTER))
    colleague.post(address(draft, "edit"), {**LEVEL, "level": "RED", "version": 1})
    stale = drafter.post(address(draft, "edit"), {**LEVEL, "level": "YELLOW", "version": 1})

    version = stale.context["form"]["version"].value()
    drafter.post(address(draft, "edit"), {**LEVEL, "level": "YELLOW", "version": version})

    draft.refresh_from_db()
    assert (draft.level, draft.version) == ("YELLOW", 3)


def test_an_edit_that_names_no_version_is_stale(drafter: Client) -> None:
    draft = saved(drafter)

    drafter.post(address(draft, "edit"), {**LEVEL, "level": "RED"})

    draft.refresh_from_db()
    assert (draft.level, draft.version) == ("ORANGE", 1)


def test_everybody_who_saved_is_a_contributor(
    aqtobe: Office, drafter: Client, signed_in: SignIn
) -> None:
    draft = saved(drafter)
    colleague = factories.officer("colleague", "aqtobe", RoleCode.DRAFTER)
    signed_in(colleague).post(
        address(draft, "edit"), {**LEVEL, "level": "RED", "version": draft.version}
    )

    people = Contributor.objects.filter(declaration=draft).values_list("user", flat=True)

    assert set(people) == {aqtobe.drafter.pk, colleague.pk}


def test_what_was_saved_comes_back_into_the_form(drafter: Client) -> None:
    whole = {
        **LEVEL,
        "start_kind": "moment",
        "start_date": "2026-11-23",
        "start_time": "08:30",
        "end_kind": "moment",
        "end_date": "2026-12-01",
        "end_time": "21:15",
        "authority_post_kk": "Штаб басшысы",
        "authority_post_ru": "Руководитель штаба",
        "authority_post_en": "Head of the headquarters",
        "order_number": "12-4",
        "order_date": "2026-11-22",
        "measure_CURFEW": "on",
        "measure_CURFEW_places": ["KZ-15-aqtobe"],
        "measure_CURFEW_from_date": "2026-11-23",
        "measure_CURFEW_from_time": "23:00",
        "measure_CURFEW_until_date": "2026-11-24",
        "measure_CURFEW_until_time": "06:00",
        "advice_0_kk": "Вокзалға бармаңыз",
        "advice_0_ru": "Не ходите на вокзал",
        "advice_0_en": "Do not go to the station",
        "note_to_approver": "Please call me.",
    }
    draft = saved(drafter, **whole)

    form = drafter.get(address(draft, "edit")).context["form"]
    again = {name: form[name].value() for name in whole if name in form.fields}

    typed = {name: value for name, value in whole.items() if name in again}
    assert {name: _as_typed(value) for name, value in again.items()} == {
        name: True if value == "on" else value for name, value in typed.items()
    }


def _as_typed(value: Any) -> Any:
    if hasattr(value, "strftime"):
        return value.strftime("%H:%M" if hasattr(value, "hour") else "%Y-%m-%d")
    return value


def test_until_further_notice_comes_back_with_its_reason(drafter: Client) -> None:
    reasons = {f"end_reason_{lang}": text for lang, text in factories.END_REASON.items()}
    draft = saved(drafter, end_kind="open", **reasons)

    form = drafter.get(address(draft, "edit")).context["form"]

    assert form["end_kind"].value() == "open"
    assert form["end_reason_ru"].value() == factories.END_REASON["ru"]


def test_a_ready_sentence_fills_the_empty_row_in_all_languages(drafter: Client) -> None:
    empty = {f"reason_{lang}": "" for lang in factories.REASON}

    draft = saved(drafter, ready_reason="CONFIRMED", **empty)

    assert draft.reason_en.startswith("The information that an act of terrorism")
    assert draft.reason_kk.startswith("Терроризм актісі")


def test_a_ready_sentence_never_replaces_what_was_typed(drafter: Client) -> None:
    draft = saved(drafter, ready_reason="CONFIRMED")

    assert draft.reason_ru == factories.REASON["ru"]


def test_a_measure_that_outlives_a_lift_is_named_with_its_own_period(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)

    without = drafter.post(LIFT, {**LEVEL, "measure_CURFEW": "on"})
    draft = saved(drafter, LIFT, measure_CURFEW="on", measure_CURFEW_until_date="2026-11-25")

    assert "give it a period of its own" in without.content.decode()
    measure = draft.measures.get()
    assert measure.ends_at.isoformat() == "2026-11-25T19:00:00+00:00"


@pytest.mark.parametrize("step", ["edit", "submit"])
def test_what_was_submitted_is_locked_and_says_so(step: str, drafter: Client) -> None:
    draft = handed_over(drafter, saved(drafter))
    drafter.get(address(draft))  # reads what submitting said

    page = drafter.post(address(draft, step), {**LEVEL, "level": "RED", "version": 1}, follow=True)

    draft.refresh_from_db()
    assert (draft.level, draft.version, draft.status) == ("ORANGE", 1, "SUBMITTED")
    assert len(list(page.context["messages"])) == 1


def test_places_of_two_desks_are_refused_at_the_field(aqtobe: Office, signed_in: SignIn) -> None:
    factories.give_role(aqtobe.drafter, Desk.objects.get(code="almaty"), RoleCode.DRAFTER)
    client = signed_in(aqtobe.drafter)

    response = client.post(DECLARE, {**LEVEL, "regions": ["KZ-15", "KZ-75"]})

    assert "All these places must belong to one desk." in response.content.decode()
    assert list(response.context["form"].errors) == ["regions"]
    assert not Declaration.objects.exists()
