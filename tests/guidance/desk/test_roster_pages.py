"""The roster's pages: a week to read, shifts to enter, refusals at their field."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from guidance.desk.roster_urls import urlpatterns
from guidance.models import Desk, RoleCode, Shift
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn

WEEK = reverse("roster:week")
NEW = reverse("roster:new")
COPY = reverse("roster:copy")
PHONE = "+7 713 200 00 01"


def typed(aqtobe: Office, **changed: Any) -> dict[str, Any]:
    """Fill the form in: tomorrow's day shift."""
    return {
        "starts_date": "2026-11-23",
        "starts_time": "08:00",
        "ends_date": "2026-11-23",
        "ends_time": "20:00",
        "drafter": aqtobe.drafter.pk,
        "approver": aqtobe.approver.pk,
        "reserve": "",
        "phone": PHONE,
        **changed,
    }


def test_a_shift_is_entered_in_the_clocks_of_the_desk(approver: Client, aqtobe: Office) -> None:
    response = approver.post(NEW, typed(aqtobe))

    assert response["Location"] == f"{WEEK}?desk=aqtobe&week=2026-11-23"
    shift = Shift.objects.get()
    assert shift.starts_at.isoformat() == "2026-11-23T03:00:00+00:00"
    page = approver.get(response["Location"]).content.decode()
    assert "08:00 – 20:00" in page
    assert PHONE in page


BAD: list[tuple[dict[str, Any], str, str]] = [
    ({"starts_date": ""}, "starts_date", "Choose a day."),
    ({"starts_date": "31.02.2026"}, "starts_date", "Write the day like 22.11.2026."),
    ({"starts_date": "1999-01-01"}, "starts_date", "The year must lie between 2000 and 2100."),
    ({"starts_date": "2026-11-21"}, "starts_date", "A shift is entered before it begins"),
    ({"starts_time": "25:00"}, "starts_time", "Write the hour like 14:05."),
    ({"ends_date": "2026-11-22"}, "ends_date", "A shift ends after it begins"),
    ({"ends_date": "2027-11-22"}, "ends_date", "A shift ends after it begins, and within 7 days."),
    ({"drafter": ""}, "drafter", "Fill in this field."),
    ({"drafter": "1 OR 1"}, "drafter", "This person is not a member of the desk."),
    ({"drafter": -1}, "drafter", "This person is not a member of the desk."),
    ({"approver": 10**9}, "approver", "This person is not a member of the desk."),
    ({"reserve": "x"}, "reserve", "This person is not a member of the desk."),
    ({"phone": ""}, "phone", "Fill in this field."),
    ({"phone": "call me"}, "phone", "Write the number like"),
    ({"phone": "1" * 41}, "phone", "At most 40 characters"),
    ({"phone": "112"}, "phone", "Write the number like"),
    ({"phone": "<b>+77012345678</b>"}, "phone", "HTML"),
    ({"phone": "+7\x00701 123 45 67"}, "phone", ""),
    ({"phone": "+7\u202e701 123 45 67"}, "phone", "hidden"),
]


@pytest.mark.parametrize(("changed", "field", "told"), BAD)
def test_bad_input_is_told_at_its_field_and_nothing_is_written(
    changed: dict[str, Any], field: str, told: str, approver: Client, aqtobe: Office
) -> None:
    response = approver.post(NEW, typed(aqtobe, **changed))

    assert response.status_code == 200
    with translation.override("en"):
        assert told in str(response.context["form"].errors[field])
    assert 'id="problems"' in response.content.decode()
    assert not Shift.objects.exists()


def test_refusals_are_told_in_the_editor_s_language(aqtobe: Office, signed_in: SignIn) -> None:
    client = signed_in(aqtobe.approver, language="kk")

    response = client.post(NEW, typed(aqtobe, phone="112"))

    assert "Нөмірді мына үлгіде жазыңыз" in response.content.decode()


def test_one_person_for_both_halves_is_refused_at_the_field(
    aqtobe: Office, approver: Client
) -> None:
    factories.give_role(aqtobe.approver, Desk.objects.get(code="aqtobe"), RoleCode.DRAFTER)

    response = approver.post(NEW, typed(aqtobe, drafter=aqtobe.approver.pk))

    assert "Choose different people" in str(response.context["form"].errors["approver"])
    assert not Shift.objects.exists()


def test_an_overlap_names_the_other_shift(aqtobe: Office, approver: Client) -> None:
    approver.post(NEW, typed(aqtobe))

    response = approver.post(NEW, typed(aqtobe, starts_time="19:00", ends_time="21:00"))

    assert "from 23 November 2026, 08:00" in str(response.context["form"].errors["starts_date"])
    assert Shift.objects.count() == 1


def test_the_form_offers_the_first_gap_and_the_last_phone(aqtobe: Office, approver: Client) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver, ends_at=NOON + timedelta(hours=3))

    form = approver.get(NEW).context["form"]

    assert form["starts_time"].value().isoformat() == "20:00:00"
    assert form["phone"].value() == PHONE


def test_the_form_looks_ahead_where_this_week_is_whole(aqtobe: Office, approver: Client) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver, ends_at=NOON + timedelta(days=5))

    form = approver.get(NEW).context["form"]

    assert form["starts_date"].value().isoformat() == "2026-11-27"
    assert form["starts_time"].value().isoformat() == "17:00:00"


def test_a_shift_is_changed_and_cancelled_until_it_begins(aqtobe: Office, approver: Client) -> None:
    approver.post(NEW, typed(aqtobe))
    first = Shift.objects.get()

    approver.post(reverse("roster:change", args=[first.pk]), typed(aqtobe, ends_time="21:00"))
    second = Shift.objects.standing().get()
    approver.post(reverse("roster:cancel", args=[second.pk]))

    assert second.replaces == first
    assert not Shift.objects.standing().exists()
    for name in ("change", "cancel"):
        assert approver.get(reverse(f"roster:{name}", args=[first.pk])).status_code == 404


def test_a_running_shift_offers_no_button_and_takes_no_change(
    aqtobe: Office, approver: Client
) -> None:
    running = factories.shift(aqtobe.drafter, aqtobe.approver)
    change = reverse("roster:change", args=[running.pk])

    page = approver.get(WEEK).content.decode()
    response = approver.post(change, typed(aqtobe))
    approver.post(reverse("roster:cancel", args=[running.pk]))

    assert change not in page
    assert "on duty now" in page
    assert "A shift that has begun stays as it is." in response.content.decode()
    assert Shift.objects.standing().get() == running


def test_the_week_shows_gaps_from_now_on_in_words(aqtobe: Office, approver: Client) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver)

    page = approver.get(f"{WEEK}?week=2026-11-23").content.decode()
    past = approver.get(f"{WEEK}?week=2026-11-09").content.decode()

    assert "05:00 – 30 November, 00:00 · nobody is on duty" in page
    assert "In this week nobody is on duty 1 time." in page
    assert "nobody is on duty" not in past


def test_a_week_is_copied_in_one_press(aqtobe: Office, approver: Client) -> None:
    approver.post(NEW, typed(aqtobe))

    response = approver.post(COPY, {"desk": "aqtobe", "week": "2026-11-30"}, follow=True)

    assert "1 shift was copied." in response.content.decode()
    copied = Shift.objects.order_by("starts_at").last()
    assert copied is not None
    assert copied.starts_at.isoformat() == "2026-11-30T03:00:00+00:00"
    again = approver.post(COPY, {"desk": "aqtobe", "week": "2026-11-30"}, follow=True)
    assert "Not copied: 23 November 2026, 08:00" in again.content.decode()


@pytest.mark.parametrize("week", ["", "x", "2026-02-30", "0001-01-01", "9999-12-31", "\x00"])
def test_what_is_no_day_shows_this_week(week: str, approver: Client) -> None:
    response = approver.get(WEEK, {"week": week})

    assert response.context["week"].is_present


ADDRESSES = [(each.name, "<int:pk>" in str(each.pattern)) for each in urlpatterns]


def test_the_table_of_addresses_is_whole() -> None:
    assert len(ADDRESSES) == 5


@pytest.mark.parametrize("role", [RoleCode.DRAFTER, RoleCode.APPROVER, RoleCode.AUDITOR])
def test_another_desk_s_roster_does_not_exist(
    role: RoleCode, aqtobe: Office, signed_in: SignIn
) -> None:
    shift = factories.shift(aqtobe.drafter, aqtobe.approver, starts_at=NOON + timedelta(hours=1))
    outsider = signed_in(factories.officer("stranger", "almaty", role))

    for name, has_pk in ADDRESSES:
        address = reverse(f"roster:{name}", args=[shift.pk] if has_pk else [])
        extra = {"desk": "aqtobe", "week": "2026-11-23"}
        if name != "copy":
            query = "" if has_pk else "?desk=aqtobe"
            assert outsider.get(f"{address}{query}").status_code == 404, name
            assert outsider.post(f"{address}{query}", typed(aqtobe)).status_code == 404, name
        else:
            assert outsider.post(address, extra).status_code == 404
    own = outsider.get(WEEK).content.decode()
    assert "aqtobe" not in own
    assert PHONE not in own
    assert Shift.objects.count() == 1


@pytest.mark.parametrize("role", [RoleCode.DRAFTER, RoleCode.AUDITOR])
def test_members_who_do_not_approve_read_and_plan_nothing(
    role: RoleCode, aqtobe: Office, signed_in: SignIn
) -> None:
    later = NOON + timedelta(hours=1)
    shift = factories.shift(aqtobe.drafter, aqtobe.approver, starts_at=later)
    member = signed_in(factories.officer("member", "aqtobe", role))

    page = member.get(WEEK).content.decode()

    assert PHONE in page
    assert "roster/new/" not in page
    for address in (NEW, reverse("roster:change", args=[shift.pk])):
        assert member.get(address).status_code == 403
        assert member.post(address, typed(aqtobe)).status_code == 403
    cancel = reverse("roster:cancel", args=[shift.pk])
    assert member.post(cancel).status_code == 403
    assert member.post(COPY, {"desk": "aqtobe", "week": "2026-11-30"}).status_code == 403
    assert list(Shift.objects.standing()) == [shift]


def test_administrators_and_superusers_without_a_role_see_no_roster(
    aqtobe: Office, signed_in: SignIn
) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver)
    root = factories.person("root", is_superuser=True, is_staff=True)

    for user in (factories.administrators()[0], root):
        client = signed_in(user)
        for name, has_pk in ADDRESSES:
            address = reverse(f"roster:{name}", args=[1] if has_pk else [])
            response = client.post(address, {})
            assert response.status_code == 403
            assert PHONE not in response.content.decode()


def test_an_expired_role_opens_no_roster(aqtobe: Office, signed_in: SignIn) -> None:
    leaving = factories.person("leaving")
    factories.give_role(leaving, Desk.objects.get(code="aqtobe"), RoleCode.APPROVER, ends_at=NOON)

    assert signed_in(leaving).get(WEEK).status_code == 403


def test_the_republican_desk_reads_and_plans_everywhere(
    aqtobe: Office, republican: Office, signed_in: SignIn
) -> None:
    client = signed_in(republican.approver)

    client.post(f"{NEW}?desk=aqtobe", typed(aqtobe))

    assert Shift.objects.get().desk.code == "aqtobe"
    assert PHONE in client.get(f"{WEEK}?desk=aqtobe&week=2026-11-23").content.decode()


def test_a_week_is_read_in_few_queries(aqtobe: Office, approver: Client) -> None:
    factories.shift(aqtobe.drafter, aqtobe.approver)
    approver.get(WEEK)

    with CaptureQueriesContext(connection) as asked:
        approver.get(WEEK)

    # Session, person, groups and profile of the admin; the ledger's head; roles; desks; shifts.
    assert len(asked) <= 14
