"""The second factor is asked again at an approval when it is older than five minutes."""

from __future__ import annotations

from django.test import Client

from guidance.models import Declaration
from portal.accounts import totp
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn
from tests.guidance.desk.posts import address, approve, is_still_waiting
from tests.people import SECRET

SIX_MINUTES = 360


def test_a_second_factor_older_than_five_minutes_is_asked_again(
    aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.approver, second_factor_age=SIX_MINUTES)

    assert 'name="code"' in client.get(address(waiting, "approval")).content.decode()
    without = approve(client, waiting)
    wrong = approve(client, waiting, code="000000")
    assert "code" in without.context["form"].errors
    assert "code" in wrong.context["form"].errors
    # What was chosen stays chosen.
    assert wrong.context["form"]["regions"].value() == ["KZ-15"]
    assert is_still_waiting(waiting)

    right = totp.code_of(SECRET, totp.step_at(NOON))
    assert approve(client, waiting, code=right).status_code == 302
    assert waiting.status == "PUBLISHED"


def test_after_five_wrong_codes_the_page_says_how_long_to_wait(
    aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    client = signed_in(aqtobe.approver, second_factor_age=SIX_MINUTES)

    pages = [approve(client, waiting, code="000000").content.decode() for _try in range(6)]

    assert "Wait for the next one" in pages[0]
    assert "Wait five minutes" in pages[5]
    assert is_still_waiting(waiting)


def test_a_fresh_second_factor_is_not_asked_again(waiting: Declaration, approver: Client) -> None:
    assert 'name="code"' not in approver.get(address(waiting, "approval")).content.decode()
    assert approve(approver, waiting).status_code == 302
