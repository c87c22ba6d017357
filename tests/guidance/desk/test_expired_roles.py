"""A role that runs out while its holder is at work: the next page and the next press refuse."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from guidance.models import Declaration, Desk, RoleCode
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

MINUTES = timedelta(minutes=4)  # the second factor is still fresh then


@pytest.fixture
def passing(aqtobe: Office) -> Any:
    """Give somebody who drafts and approves at Aktobe's desk for three minutes more."""
    user, desk = factories.person("passing"), Desk.objects.get(code="aqtobe")
    for role in (RoleCode.DRAFTER, RoleCode.APPROVER):
        factories.give_role(user, desk, role, ends_at=NOON + timedelta(minutes=3))
    return user


def refused_later(client: Client, address: str, body: dict[str, Any]) -> None:
    with time_machine.travel(NOON + MINUTES, tick=False):
        assert client.get(address).status_code in (403, 404)
        assert client.post(address, body).status_code in (403, 404)


def test_the_approver_s_open_page_publishes_nothing_any_more(
    passing: Any, waiting: Declaration, signed_in: SignIn
) -> None:
    client = signed_in(passing)
    address = reverse("desk:approval", args=[waiting.pk])
    body = posts.approval(waiting)
    assert 'name="decision"' in client.get(address).content.decode()

    refused_later(client, address, body)

    waiting.refresh_from_db()
    assert waiting.status == "SUBMITTED"


def test_the_drafter_s_open_form_saves_nothing_any_more(passing: Any, signed_in: SignIn) -> None:
    client = signed_in(passing)
    assert client.get(posts.DECLARE).status_code == 200

    refused_later(client, posts.DECLARE, {**posts.LEVEL, "action": "save"})

    assert not Declaration.objects.exists()


def test_what_could_be_read_is_gone(passing: Any, waiting: Declaration, signed_in: SignIn) -> None:
    client = signed_in(passing)
    address = reverse("desk:declaration", args=[waiting.pk])
    assert client.get(address).status_code == 200

    refused_later(client, address, {})
    refused_later(client, reverse("desk:dashboard"), {})


def test_the_author_s_role_ran_out_so_that_a_colleague_publishes_nothing(
    passing: Any, approver: Client
) -> None:
    waiting = factories.submitted(passing)
    address = reverse("desk:approval", args=[waiting.pk])
    body = posts.approval(waiting)

    with time_machine.travel(NOON + MINUTES, tick=False):
        answer = approver.post(address, body)

    assert answer.status_code == 403
    assert "Its author no longer drafts here: send it back." in answer.content.decode()
    waiting.refresh_from_db()
    assert waiting.status == "SUBMITTED"
