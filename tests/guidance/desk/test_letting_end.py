"""A level that nobody extends: somebody decides to let it end, and that is kept."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import AuditEntry, Declaration, RoleCode
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

DESK = "/admin/desk/"
ADDRESS = "/admin/desk/let-end/?region=KZ-15"
WHY = "The threat has passed; the headquarters agreed at noon."


@pytest.fixture
def ending(aqtobe: Office) -> Declaration:
    """Publish orange that ends tomorrow."""
    return factories.published(aqtobe.drafter, aqtobe.approver, ends_at=NOON + DAY, at=NOON - DAY)


def decide(client: Client, **changes: str) -> Any:
    page = client.get(ADDRESS)
    seen = page.context["seen"] if page.context else ""
    return client.post(ADDRESS, {"ends_at": seen, "note": WHY, **changes})


def test_the_page_says_what_ends_and_what_holds_after_it(
    ending: Declaration, republican: Office, approver: Client
) -> None:
    factories.published(
        republican.drafter, republican.approver, desk="republican", regions=("KZ",),
        level="YELLOW", authority="REPUBLICAN_HQ",
    )  # fmt: skip

    page = approver.get(ADDRESS)

    assert page.context["until"] == "23 November 2026, 17:00 (UTC+5)"
    assert page.context["after"].name == "YELLOW"
    assert page.context["after_until"] == "2 December 2026, 17:00 (UTC+5)"


def test_the_decision_is_kept_and_stands_on_the_desk_and_nothing_is_published(
    ending: Declaration, aqtobe: Office, drafter: Client, approver: Client
) -> None:
    response = decide(drafter)

    (entry,) = AuditEntry.objects.filter(action="LET_END")
    assert response.url == DESK
    assert (entry.actor, entry.note, entry.declaration) == (aqtobe.drafter, WHY, ending)
    assert Declaration.objects.count() == 1
    page = approver.get(DESK).content.decode()
    assert "aqtobe-drafter decided to let it end, 22 November 2026, 17:00 (UTC+5)" in page
    assert WHY in page
    assert "/let-end/" not in page


def test_what_was_decided_once_is_not_decided_again(
    ending: Declaration, drafter: Client, approver: Client
) -> None:
    body = {"ends_at": approver.get(ADDRESS).context["seen"], "note": WHY}
    decide(drafter)

    page = approver.post(ADDRESS, body, follow=True)

    assert "This was decided already" in page.content.decode()
    assert AuditEntry.objects.filter(action="LET_END").count() == 1


def test_a_decision_about_an_end_that_was_moved_since_is_asked_again(
    ending: Declaration, aqtobe: Office, drafter: Client
) -> None:
    seen = drafter.get(ADDRESS).context["seen"]
    factories.published(aqtobe.drafter, aqtobe.approver, act="EXTEND", ends_at=NOON + 36 * DAY / 24)

    page = drafter.post(ADDRESS, {"ends_at": seen, "note": WHY})

    assert "The end was moved since you opened this page" in page.content.decode()
    assert not AuditEntry.objects.filter(action="LET_END").exists()


def test_an_extension_after_the_decision_asks_anew(
    ending: Declaration, aqtobe: Office, drafter: Client
) -> None:
    decide(drafter)
    factories.published(aqtobe.drafter, aqtobe.approver, act="EXTEND", ends_at=NOON + 36 * DAY / 24)

    page = drafter.get(DESK).content.decode()

    assert "decided to let it end" not in page
    assert "/admin/desk/let-end/?region=KZ-15" in page


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001, "hidden \u202e direction"])
def test_a_wrong_note_is_refused_at_its_field(
    text: str, ending: Declaration, drafter: Client
) -> None:
    page = decide(drafter, note=text)

    assert list(page.context["form"].errors) == ["note"]
    assert not AuditEntry.objects.filter(action="LET_END").exists()


def test_only_an_end_within_two_days_is_decided(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)

    page = drafter.get(ADDRESS, follow=True)

    assert "No level of this place ends within 48 hours any more." in page.content.decode()


@pytest.mark.parametrize("code", ["KZ-75", "KZ", "KZ-99", "1 OR 1", "%00"])
def test_another_desk_s_place_does_not_exist(
    code: str, ending: Declaration, drafter: Client
) -> None:
    assert drafter.get(f"/admin/desk/let-end/?region={code}").status_code == 404
    assert drafter.post(f"/admin/desk/let-end/?region={code}", {"note": WHY}).status_code == 404


def test_an_auditor_decides_nothing(ending: Declaration, signed_in: SignIn) -> None:
    auditor = signed_in(factories.officer("auditor", "aqtobe", RoleCode.AUDITOR))

    assert auditor.get(ADDRESS).status_code == 403
    assert auditor.post(ADDRESS, {"note": WHY}).status_code == 403
    assert "/let-end/" not in auditor.get(DESK).content.decode()


def test_the_decision_stands_on_the_way_of_its_declaration(
    ending: Declaration, drafter: Client
) -> None:
    decide(drafter)

    assert WHY in drafter.get(posts.address(ending)).content.decode()
