"""The first page of the desk."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

DESK = "/admin/desk/"


def test_the_status_line_counts_levels_ends_and_what_waits(
    aqtobe: Office, approver: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, ends_at=NOON + DAY)
    factories.submitted(aqtobe.drafter, act="LIFT")

    page = approver.get(DESK)

    assert [line.code for line in page.context["lines"]] == ["KZ-15"]
    assert [line.is_soon for line in page.context["ending"]] == [True]
    assert len(page.context["waiting"].for_me) == 1
    text = page.content.decode()
    for part in ("1 place has a level", "1 ends within 48 h", "1 waits for you"):
        assert part in text


def test_each_place_has_its_acts_and_the_person_who_approved(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)

    page = drafter.get(DESK)

    line = page.context["lines"][0]
    assert (line.numbers, line.acted.by) == (("2026-0001",), "aqtobe-approver")
    for act in ("extend", "change", "lift"):
        assert f'href="/admin/desk/{act}/?region=KZ-15"' in page.content.decode()


def test_a_level_set_for_the_country_is_told_on_the_card_of_the_desk(
    republican: Office, drafter: Client
) -> None:
    factories.published(
        republican.drafter,
        republican.approver,
        desk="republican",
        regions=("KZ",),
        authority="REPUBLICAN_HQ",
    )

    page = drafter.get(DESK)

    assert page.context["home"].wider == "Kazakhstan"
    assert page.context["lines"] == []


def test_what_i_submitted_waits_for_another_person(drafter: Client) -> None:
    posts.handed_over(drafter, posts.saved(drafter))
    posts.saved(drafter, level="RED")

    page = drafter.get(DESK)

    assert page.context["waiting"].for_me == []
    assert len(page.context["waiting"].from_me) == 1
    assert len(page.context["waiting"].drafts) == 1


def test_the_dashboard_asks_the_database_at_most_twelve_times(
    aqtobe: Office, drafter: Client
) -> None:
    """Wagtail's frame asks six times, and the desk's own page six.

    The frame: session, user with profile and second factor, permissions of the groups, locales,
    and what the menu may show of pages and of collections. The desk: roles at its desks, the head
    of the ledger, the declarations it tells of, decisions to let end what ends soon, the shifts,
    and the numbers of all panels in one.
    """
    factories.published(aqtobe.drafter, aqtobe.approver, ends_at=NOON + DAY)
    factories.shift(aqtobe.drafter, aqtobe.approver)
    posts.handed_over(drafter, posts.saved(drafter, level="RED"))
    posts.saved(drafter, level="YELLOW")
    drafter.get(DESK)

    with CaptureQueriesContext(connection) as asked:
        page = drafter.get(DESK)

    assert len(page.context["waiting"].from_me) == len(page.context["waiting"].drafts) == 1
    assert len(asked) <= 12, "\n".join(query["sql"][:200] for query in asked.captured_queries)


def test_the_first_page_of_the_admin_leads_to_the_desk(aqtobe: Office, approver: Client) -> None:
    factories.submitted(aqtobe.drafter)

    page = approver.get("/admin/").content.decode()

    assert "1 waits for you" in page
    assert 'class="button" href="/admin/desk/"' in page


def test_who_has_no_desk_sees_no_panel_of_it(reference_data: None, signed_in: SignIn) -> None:
    page = signed_in(factories.person("editor")).get("/admin/").content.decode()

    assert 'class="button" href="/admin/desk/"' not in page
