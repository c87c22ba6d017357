"""The desks' screens: who does what there, since when, until when, and which can't publish."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from guidance.desk.mute import mute_words
from guidance.models import Desk, DeskRequest, Membership, Region, RoleCode, RoleRequest
from guidance.roles import confirm_role, request_role
from guidance.rules.authority import Lack
from portal.accounts.models import User
from portal.accounts.people_urls import urlpatterns
from tests import factories
from tests.people import administrator, person, sign_in
from tests.portal.accounts.test_people_screens import ADDRESSES

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.portal.small_site")]
NAMES = {"name_kk": "Жаңа штаб", "name_ru": "Новый штаб", "name_en": "New headquarters"}
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _reference_data(db: None) -> None:
    factories.reference_data()


@pytest.fixture
def asking() -> Client:
    return sign_in(Client(), administrator("asking"))


@pytest.fixture
def confirming() -> Client:
    return sign_in(Client(), administrator("confirming"))


def aqtobe() -> Desk:
    return Desk.objects.get(code="aqtobe")


def page_of(client: Client, name: str, *args: int) -> str:
    answer = client.get(reverse(f"people:{name}", args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def give(username: str, role: RoleCode, days: float | None = None) -> User:
    """Let two administrators give somebody a role at Aktobe's desk, perhaps for some days."""
    user = User.objects.filter(username=username).first() or person(username)
    first, second = factories.administrators()
    at = timezone.now()
    ends_at = at + days * DAY if days is not None else None
    asked = request_role(user, desk=aqtobe(), role=role, by=first, at=at, ends_at=ends_at)
    confirm_role(asked, by=second, at=at)
    return user


def test_every_address_of_the_people_is_walked() -> None:
    assert {pattern.name for pattern in urlpatterns} == set(ADDRESSES)


def test_the_list_says_which_desk_cannot_publish_and_why(asking: Client) -> None:
    give("one-drafter", RoleCode.DRAFTER)
    alone = page_of(asking, "desks")
    give("one-approver", RoleCode.APPROVER)
    both = page_of(asking, "desks")

    with translation.override("kk"):
        in_list = mute_words(Lack.NO_APPROVER, aqtobe())
    assert alone.count(in_list) == 20  # all desks but the republican one
    assert both.count(in_list) == 19
    assert "one-drafter" in both


@pytest.mark.parametrize(
    ("roles", "lack"),
    [
        ([], "NO_APPROVER"),
        ([("a", RoleCode.DRAFTER)], "NO_APPROVER"),
        ([("a", RoleCode.APPROVER)], "NO_DRAFTER"),
        ([("a", RoleCode.APPROVER), ("a", RoleCode.DRAFTER)], "ONE_PERSON"),
        ([("a", RoleCode.APPROVER), ("b", RoleCode.AUDITOR)], "NO_DRAFTER"),
        ([("a", RoleCode.APPROVER), ("b", RoleCode.DRAFTER)], ""),
    ],
)
def test_a_desk_s_page_says_whether_it_can_publish(
    roles: list[tuple[str, RoleCode]], lack: str, asking: Client
) -> None:
    for username, role in roles:
        give(username, role)

    line = asking.get(reverse("people:desk", args=[aqtobe().pk])).context["line"]

    told = {""}
    for language in ("kk", "ru", "en"):
        with translation.override(language):
            told |= {mute_words(Lack[lack], aqtobe())} if lack else set()
    assert (line.mute == "") is (lack == "")
    assert line.mute in told


def test_a_role_shows_its_term_and_who_gave_it(asking: Client) -> None:
    officer = give("officer", RoleCode.DRAFTER, days=15)
    long = asking.get(reverse("people:desk", args=[aqtobe().pk])).context["line"].drafters[0]
    give("officer", RoleCode.DRAFTER, days=13)

    for name, key in (("desk", aqtobe().pk), ("person", officer.pk)):
        context = asking.get(reverse(f"people:{name}", args=[key])).context
        line = context["line"].drafters[0] if name == "desk" else context["roles"][0]
        assert line.is_ending
        assert line.until
        assert line.since
        assert (line.asked_by, line.confirmed_by) == (
            "first-administrator",
            "second-administrator",
        )
    assert not long.is_ending


def test_a_role_past_its_end_is_on_no_screen(asking: Client) -> None:
    officer = give("officer", RoleCode.DRAFTER, days=0.5)

    with time_machine.travel(timezone.now() + DAY):
        later = sign_in(Client(), User.objects.get(username="asking"))
        desk = later.get(reverse("people:desk", args=[aqtobe().pk])).context["line"]
        shown = later.get(reverse("people:person", args=[officer.pk])).context["roles"]

    assert (desk.drafters, shown) == ((), [])


def test_a_role_with_a_last_day_is_asked_for_and_confirmed(
    asking: Client, confirming: Client
) -> None:
    officer, desk = person("officer"), aqtobe()
    last = timezone.now().date() + 30 * DAY
    form = {"person": officer.pk, "role": "DRAFTER", "last_day": last.isoformat()}

    asking.post(reverse("people:desk", args=[desk.pk]), form)
    asked = RoleRequest.objects.get()
    confirm = reverse("people:confirm_role", args=[asked.pk])
    assert confirm not in page_of(asking, "desk", desk.pk)
    asking.post(confirm)
    assert not Membership.objects.exists()
    confirming.post(confirm)

    held = Membership.objects.get()
    assert held.ends_at is not None
    # To the end of that day in Aktobe, five hours before midnight in UTC.
    assert held.ends_at.isoformat() == f"{last.isoformat()}T19:00:00+00:00"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"person": ""}, "person"),
        ({"person": "1 OR 1"}, "person"),
        ({"person": 10**9}, "person"),
        ({"role": "KING"}, "role"),
        ({"last_day": "2026-02-30"}, "last_day"),
        ({"last_day": "1999-01-01"}, "last_day"),
        ({"last_day": "2020-01-01"}, "last_day"),
    ],
)
def test_a_role_asked_for_badly_is_refused_at_its_field(
    changed: dict[str, object], field: str, asking: Client
) -> None:
    form = {"person": person("officer").pk, "role": "DRAFTER", "last_day": "", **changed}

    answer = asking.post(reverse("people:desk", args=[aqtobe().pk]), form)

    assert answer.status_code == 200
    assert answer.context["form"].errors[field]
    assert not RoleRequest.objects.exists()


def test_a_desk_is_renamed_by_two(asking: Client, confirming: Client) -> None:
    desk = aqtobe()

    asking.post(reverse("people:rename_desk", args=[desk.pk]), NAMES)
    confirm = reverse("people:confirm_desk", args=[DeskRequest.objects.get().pk])
    assert confirm not in page_of(asking, "desks")
    asking.post(confirm)
    assert aqtobe().name_en != "New headquarters"
    assert confirm in page_of(confirming, "desk", desk.pk)
    confirming.post(confirm)

    assert aqtobe().name_en == "New headquarters"


def test_a_desk_is_made_by_two(asking: Client, confirming: Client) -> None:
    new = Region.objects.get(code="KZ-75")
    new.pk, new.code, new.slug = None, "KZ-99", "new-region"
    new.save(force_insert=True)

    asking.post(reverse("people:found_desk"), {**NAMES, "region": new.pk})
    confirming.post(reverse("people:confirm_desk", args=[DeskRequest.objects.get().pk]))

    assert Desk.objects.get(code="kz-99").name_ru == "Новый штаб"


def test_a_change_of_a_desk_is_refused_by_one(asking: Client, confirming: Client) -> None:
    asking.post(reverse("people:rename_desk", args=[aqtobe().pk]), NAMES)

    confirming.post(reverse("people:refuse_desk", args=[DeskRequest.objects.get().pk]))

    assert DeskRequest.objects.get().state == "REFUSED"


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"name_kk": ""}, "name_kk"),
        ({"name_ru": "Жаңа штаб"}, "name_ru"),
        ({"name_en": "x" * 161}, "name_en"),
        ({"name_en": "<b>Desk</b>"}, "name_en"),
        ({"name_en": "De\u202esk"}, "name_en"),
        ({"name_kk": "Штаб\nекі"}, "name_kk"),
    ],
)
def test_names_asked_for_badly_are_refused_at_their_field(
    changed: dict[str, str], field: str, asking: Client
) -> None:
    answer = asking.post(reverse("people:rename_desk", args=[aqtobe().pk]), {**NAMES, **changed})

    assert answer.status_code == 200
    assert answer.context["form"].errors[field]
    assert not DeskRequest.objects.exists()


def test_every_region_has_a_desk_so_that_none_is_offered(asking: Client) -> None:
    answer = asking.post(reverse("people:found_desk"), {**NAMES, "region": aqtobe().region_id})

    assert answer.context["form"].errors["region"]
    assert not DeskRequest.objects.exists()


@pytest.mark.parametrize("name", ["desk", "rename_desk", "found_desk"])
def test_an_old_second_factor_is_asked_again(name: str) -> None:
    client = sign_in(Client(), administrator("old"), second_factor_age=301)
    args = [] if name == "found_desk" else [aqtobe().pk]

    answer = client.post(reverse(f"people:{name}", args=args), NAMES)

    assert answer["Location"].startswith("/admin/account/2fa/reauthenticate/")
    assert not DeskRequest.objects.exists()
