"""Wrong input: a message at the field, in the editor's language; nothing written, never 500."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from guidance.models import AuditEntry, Declaration
from tests import factories
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.bad_input import TABLE, Bad
from tests.guidance.desk.conftest import SignIn

pytestmark = pytest.mark.one_database  # forms refuse before a database is asked


def refusals(client: Client, path: str, form: dict[str, object]) -> dict[str, list[str]]:
    response = client.post(path, form)
    assert response.status_code == 200
    page = response.content.decode()
    errors = told(response)
    assert 'id="problems"' in page, "the refusals are listed at the head of the page"
    assert not Declaration.objects.filter(status="DRAFT").exists()
    assert not AuditEntry.objects.filter(action="SAVED", declaration__status="DRAFT").exists()
    return errors


def told(response: Any, language: str = "en") -> dict[str, list[str]]:
    """Give the refusals as the page told them."""
    with override(language):
        errors = response.context["form"].errors
        return {name: [str(message) for message in errors[name]] for name in errors}


@pytest.mark.parametrize("bad", TABLE, ids=lambda bad: bad.name)
def test_wrong_input_is_refused_at_its_field(bad: Bad, drafter: Client) -> None:
    errors = refusals(drafter, posts.DECLARE, {**posts.LEVEL, **bad.changes})

    assert bad.field in errors
    assert bad.message in " ".join(errors[bad.field])


def test_what_was_typed_is_kept(drafter: Client) -> None:
    response = drafter.post(posts.DECLARE, {**posts.LEVEL, "reason_ru": "<b>Опасно</b>"})

    page = response.content.decode()
    assert "&lt;b&gt;Опасно&lt;/b&gt;" in page
    assert factories.REASON["kk"] in page


def test_every_refusal_links_to_an_element_of_the_page(drafter: Client) -> None:
    response = drafter.post(posts.DECLARE, {"action": "save"})

    page = response.content.decode()
    anchors = [anchor for anchor, _name, _message in response.context["problems"]]
    assert len(anchors) >= 8
    missing = [anchor for anchor in anchors if f'id="{anchor}"' not in page]
    assert not missing


def test_update_does_not_scold_for_what_is_not_yet_filled_in(drafter: Client) -> None:
    response = drafter.post(posts.DECLARE, {"action": "update", "regions": ["KZ-15"]})

    assert not response.context["form"].errors
    assert not Declaration.objects.exists()


def test_lifting_where_nothing_is_in_force_is_refused(drafter: Client) -> None:
    errors = refusals(drafter, posts.LIFT, posts.NO_MORE)

    assert "there is nothing to lift" in errors["regions"][0]


def test_extending_where_nothing_is_in_force_is_refused(drafter: Client) -> None:
    errors = refusals(drafter, posts.EXTEND, posts.LONGER)

    assert "there is nothing to extend" in errors["regions"][0]


def test_extending_a_level_without_an_end_is_refused(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, ends_at=None)

    errors = refusals(drafter, posts.EXTEND, posts.LONGER)

    assert "until further notice (No. 2026-0001)" in errors["regions"][0]


def test_an_extension_must_end_later(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)

    errors = refusals(
        drafter, posts.EXTEND, {**posts.LONGER, "end_kind": "day", "end_date": "2026-11-25"}
    )

    assert "later than the present one, 2 December 2026" in errors["end_date"][0]


def test_a_part_of_an_incomplete_region_can_t_be_carved_out(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, level="RED")

    errors = refusals(
        drafter, posts.CHANGE, {**posts.LEVEL, "regions": ["KZ-15-aqtobe"], "level": "YELLOW"}
    )

    assert "Change the level of Aktobe Region and declare its parts by name" in errors["regions"][0]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_refusals_stand_in_the_editor_s_language(
    language: str, aqtobe: Office, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.drafter, language=language)

    response = client.post(posts.DECLARE, {**posts.LEVEL, "regions": []})

    with override(language):
        expected = gettext("Choose at least one place.")
    assert (expected == "Choose at least one place.") is (language == "en")
    assert told(response, language)["regions"] == [expected]
    assert expected in response.content.decode()
    assert f'<html lang="{language}"' in response.content.decode()


def test_a_body_of_ten_megabytes_is_turned_away(drafter: Client) -> None:
    response = drafter.post(posts.DECLARE, {**posts.LEVEL, "reason_ru": "ж" * 5_000_000})

    assert response.status_code in (400, 413)
    assert not Declaration.objects.exists()
