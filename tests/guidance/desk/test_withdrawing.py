"""An act that was issued in error: taken back by two people, in few steps, and rightly."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from guidance.models import Declaration, RoleCode
from guidance.rules.levels import Level
from guidance.situations import present
from tests import factories
from tests.factories import DAY, MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

NUMBER = "2026-0002"
ADDRESS = posts.WITHDRAW.format(NUMBER)


@pytest.fixture
def false_red(aqtobe: Office) -> Declaration:
    """Publish yellow for ten days, and a false red five minutes ago."""
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW", at=NOON - DAY)
    return factories.published(
        aqtobe.drafter,
        aqtobe.approver,
        act="CHANGE",
        level="RED",
        ends_at=NOON + DAY,
        at=NOON - 5 * MINUTE,
    )


def form_of(page: Any) -> dict[str, Any]:
    """Give what a browser would post that ticked everything it was shown."""
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    ticks = {tick.html_name: "on" for tick in page.context["ticks"]}
    return {**{n: v for n, v in shown.items() if v}, **ticks, "action": "submit"}


def test_the_page_says_at_once_what_comes_back_and_until_when(
    false_red: Declaration, drafter: Client
) -> None:
    page = drafter.get(ADDRESS)

    (line,) = page.context["result"]
    assert (line.before, line.after) == (Level.RED, Level.YELLOW)
    assert line.until == "2 December 2026, 17:00 (UTC+5)"
    assert line.notes == ("No. 2026-0001 is in force again.",)
    assert page.context["declared"] == Level.RED


def test_a_false_red_is_back_to_yellow_after_two_posts_by_two_people(
    false_red: Declaration, drafter: Client, approver: Client
) -> None:
    form = form_of(drafter.get(ADDRESS))

    drafter.post(ADDRESS, {**form, "refers_to": NUMBER})
    waiting = Declaration.objects.get(act="WITHDRAW")
    assert waiting.status == "SUBMITTED"
    response = posts.approve(approver, waiting)

    assert response.status_code == 302
    assert waiting.status == "PUBLISHED"
    assert present(NOON).place("KZ-15").level == Level.YELLOW


def test_nobody_withdraws_alone(
    false_red: Declaration, reference_data: None, signed_in: SignIn
) -> None:
    both = factories.officer("both", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    client = signed_in(both)
    client.post(ADDRESS, {**form_of(client.get(ADDRESS)), "refers_to": NUMBER})
    waiting = Declaration.objects.get(act="WITHDRAW")

    response = posts.approve(client, waiting)

    assert response.status_code == 403
    assert waiting.status == "SUBMITTED"


def test_a_warning_not_ticked_leaves_a_draft_to_look_at(
    false_red: Declaration, aqtobe: Office, drafter: Client
) -> None:
    factories.submitted(aqtobe.drafter)
    form = form_of(drafter.get(ADDRESS))
    unticked = {name: value for name, value in form.items() if not name.startswith("seen_")}

    page = drafter.post(ADDRESS, {**unticked, "refers_to": NUMBER}, follow=True)

    assert len(form) > len(unticked)
    assert Declaration.objects.get(act="WITHDRAW").status == "DRAFT"
    assert "not yet submitted" in page.content.decode()


def test_a_form_sent_twice_makes_one_withdrawal(false_red: Declaration, drafter: Client) -> None:
    form = {**form_of(drafter.get(ADDRESS)), "refers_to": NUMBER}

    first, second = drafter.post(ADDRESS, form), drafter.post(ADDRESS, form)

    assert first.url == second.url
    assert Declaration.objects.filter(act="WITHDRAW").count() == 1


@pytest.mark.parametrize("chosen", ["", "2026-0001", "2026-9999", "1 OR 1", "x" * 300])
def test_the_very_declaration_is_chosen_again(
    chosen: str, false_red: Declaration, drafter: Client
) -> None:
    form = form_of(drafter.get(ADDRESS))

    page = drafter.post(ADDRESS, {**form, "refers_to": chosen})

    assert "refers_to" in page.context["form"].errors
    assert 'id="id_refers_to"' in page.content.decode()
    assert not Declaration.objects.filter(act="WITHDRAW").exists()


@pytest.mark.parametrize("chosen", ["", "2026-0001", "nothing"])
def test_the_approver_chooses_the_very_declaration_again(
    chosen: str, false_red: Declaration, aqtobe: Office, approver: Client
) -> None:
    waiting = factories.submitted(aqtobe.drafter, act="WITHDRAW", refers_to=NUMBER)

    page = posts.approve(approver, waiting, refers_to=chosen)

    assert list(page.context["form"].errors) == ["refers_to"]
    assert waiting.status == "SUBMITTED"
    offered = [each.number for each in page.context["choices"]]
    assert offered == ["2026-0002", "2026-0001"]


def test_the_approver_reads_who_asks_to_withdraw_what(
    false_red: Declaration, aqtobe: Office, approver: Client
) -> None:
    waiting = factories.submitted(aqtobe.drafter, act="WITHDRAW", refers_to=NUMBER)

    page = approver.get(posts.address(waiting, "approval"))

    assert str(page.context["pledge"]) == (
        "aqtobe-drafter asks to withdraw this decision as issued in error: № 2026-0002 · Level"
        " changed: critical (red) – Aktobe Region."
    )
    (line,) = page.context["judged"].lines
    assert line.after == Level.YELLOW


def test_what_others_stand_on_names_them_and_links_to_their_withdrawal(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, at=NOON - 2 * DAY)
    factories.published(
        aqtobe.drafter, aqtobe.approver, act="EXTEND", ends_at=NOON + 20 * DAY, at=NOON - DAY
    )

    page = drafter.get(posts.WITHDRAW.format("2026-0001"))
    refused = drafter.post(
        posts.WITHDRAW.format("2026-0001"), {**form_of(page), "refers_to": "2026-0001"}
    )

    assert page.context["form"].first_to_withdraw == ["2026-0002"]
    assert 'href="/admin/desk/withdraw/?declaration=2026-0002"' in page.content.decode()
    assert "withdraw them first: 2026-0002" in " ".join(refused.context["form"].errors["refers_to"])
    assert not Declaration.objects.filter(act="WITHDRAW").exists()


def test_nothing_is_withdrawn_twice(
    false_red: Declaration, aqtobe: Office, drafter: Client
) -> None:
    form = form_of(drafter.get(ADDRESS))
    factories.published(aqtobe.drafter, aqtobe.approver, act="WITHDRAW", refers_to=NUMBER)

    page = drafter.post(ADDRESS, {**form, "refers_to": NUMBER})

    assert "No. 2026-0002 was withdrawn before" in page.content.decode()
    assert "refers_to" in page.context["form"].errors


@pytest.mark.parametrize("act", ["CORRECT", "WITHDRAW"])
def test_a_correction_and_a_withdrawal_can_t_be_withdrawn(
    act: str, false_red: Declaration, aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, act=act, refers_to=NUMBER)

    page = drafter.get(posts.WITHDRAW.format("2026-0003"))

    assert "No. 2026-0003 is a correction or a withdrawal" in page.content.decode()
    assert 'name="refers_to"' not in page.content.decode()


def test_of_two_withdrawals_the_second_approval_is_told_that_it_was_withdrawn_before(
    false_red: Declaration, aqtobe: Office, approver: Client
) -> None:
    first = factories.submitted(aqtobe.drafter, act="WITHDRAW", refers_to=NUMBER)
    second = factories.submitted(aqtobe.drafter, act="WITHDRAW", refers_to=NUMBER)
    late = posts.approval(second)
    posts.approve(approver, first)

    page = approver.post(posts.address(second, "approval"), late)

    second.refresh_from_db()
    assert second.status == "SUBMITTED"
    assert "was withdrawn before" in " ".join(page.context["judged"].blocks)


def test_a_level_that_was_announced_and_withdrawn_never_comes(
    aqtobe: Office, drafter: Client
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, starts_at=NOON + DAY, at=NOON - DAY)

    (line,) = drafter.get(posts.WITHDRAW.format("2026-0001")).context["result"]

    assert (line.before, line.after, line.until) == (None, None, "")
    assert (
        "The level announced from 23 November 2026, 17:00 (UTC+5) will not come into force."
        in line.notes
    )


@pytest.mark.parametrize("address", [posts.WITHDRAW, posts.CORRECT])
@pytest.mark.parametrize("number", ["2026-0001", "2026-0777", "%00", "1 OR 1", "½"])
def test_what_another_territory_published_can_t_be_spoken_of(
    address: str, number: str, republican: Office, drafter: Client
) -> None:
    factories.published(
        republican.drafter,
        republican.approver,
        desk="republican",
        regions=("KZ", "KZ-15"),
        authority="REPUBLICAN_HQ",
    )

    assert drafter.get(address.format(number)).status_code == 404
    assert drafter.post(address.format(number), {"action": "save"}).status_code == 404


@pytest.mark.parametrize("address", [posts.WITHDRAW, posts.CORRECT])
@pytest.mark.parametrize("role", [RoleCode.APPROVER, RoleCode.AUDITOR])
def test_only_a_drafter_speaks_of_a_declaration(
    address: str, role: RoleCode, false_red: Declaration, signed_in: SignIn
) -> None:
    member = signed_in(factories.officer("member", "aqtobe", role))
    for path in (address.format(NUMBER), address.partition("?")[0]):
        assert member.get(path).status_code == 403
        assert member.post(path, {"refers_to": NUMBER, "action": "submit"}).status_code == 403


def test_the_place_s_own_decision_opens_in_one_click(aqtobe: Office, drafter: Client) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver)

    response = drafter.get("/admin/desk/withdraw/?region=KZ-15")

    assert response.url == "/admin/desk/withdraw/?declaration=2026-0001"


def test_of_several_decisions_one_is_chosen_from_a_list(
    false_red: Declaration, republican: Office, drafter: Client
) -> None:
    factories.published(
        republican.drafter, republican.approver, desk="republican", regions=("KZ",),
        level="YELLOW", authority="REPUBLICAN_HQ",
    )  # fmt: skip

    page = drafter.get("/admin/desk/withdraw/")

    assert [line.number for line in page.context["lines"]] == ["2026-0002", "2026-0001"]
    assert "?declaration=2026-0002" in page.content.decode()
