"""What waits at the desk, sorted by whose turn it is."""

from __future__ import annotations

import pytest
from django.test import Client

from guidance.desk.board.waiting import OpenLine
from guidance.models import Contributor, Declaration, RoleCode
from tests import factories
from tests.factories import MINUTE, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

DESK = "/admin/desk/"
GROUPS = ("for_me", "from_me", "others", "drafts")


def lists(client: Client) -> dict[str, list[OpenLine]]:
    waiting = client.get(DESK).context["waiting"]
    return {name: getattr(waiting, name) for name in GROUPS}


def sizes(client: Client) -> tuple[int, ...]:
    found = lists(client)
    return tuple(len(found[name]) for name in GROUPS)


def test_each_submission_waits_in_one_list_only(
    aqtobe: Office, waiting: Declaration, drafter: Client, approver: Client, signed_in: SignIn
) -> None:
    colleague = signed_in(factories.drafter("aqtobe", "second-drafter"))

    assert sizes(approver) == (1, 0, 0, 0)
    assert sizes(drafter) == (0, 1, 0, 0)
    assert sizes(colleague) == (0, 0, 1, 0)


def test_an_auditor_sees_what_waits_and_no_button(
    aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    factories.published(aqtobe.drafter, aqtobe.approver, level="YELLOW", regions=("KZ-15-aqtobe",))
    auditor = signed_in(factories.officer("auditor", "aqtobe", RoleCode.AUDITOR))

    text = auditor.get(DESK).content.decode()

    assert sizes(auditor) == (0, 0, 1, 0)
    assert "Others of your desk wait for approval" in text
    for act in ("declare", "change", "extend", "lift", "correct", "withdraw"):
        assert f'href="/admin/desk/{act}/' not in text
    assert "/approval/" not in text
    assert 'class="button"' not in text.partition('class="board"')[2]


def test_whoever_worked_on_a_draft_waits_for_another_person(
    aqtobe: Office, waiting: Declaration, signed_in: SignIn
) -> None:
    both = factories.officer("both", "aqtobe", RoleCode.DRAFTER, RoleCode.APPROVER)
    own = factories.submitted(both, level="YELLOW")
    found = lists(signed_in(both))

    assert [line.pk for line in found["for_me"]] == [waiting.pk]
    assert [line.pk for line in found["from_me"]] == [own.pk]
    assert Contributor.objects.filter(declaration=own, user=both).exists()


def test_a_line_says_how_long_it_waits_by_when_it_is_wanted_and_which_languages_it_has(
    aqtobe: Office, approver: Client
) -> None:
    office = factories.saved(aqtobe.drafter, at=NOON - 50 * MINUTE)
    factories.submit(
        office, by=aqtobe.drafter, at=NOON - 50 * MINUTE, deadline_at=NOON - 10 * MINUTE
    )

    line = lists(approver)["for_me"][0]

    assert (line.age, line.is_late) == ("waits 50 min", True)
    assert line.deadline == "22 November 2026, 16:50 (UTC+5)"
    assert list(line.languages) == [("kk", True), ("ru", True), ("en", True)]


def test_a_draft_tells_which_language_lacks_its_words(aqtobe: Office, drafter: Client) -> None:
    factories.saved(aqtobe.drafter, reason={**factories.REASON, "en": ""})

    line = lists(drafter)["drafts"][0]

    assert list(line.languages) == [("kk", True), ("ru", True), ("en", False)]
    assert (line.age, line.deadline) == ("", "")


@pytest.mark.parametrize("role", list(RoleCode))
def test_another_desk_s_drafts_are_in_no_count_list_or_fragment(
    role: RoleCode, aqtobe: Office, drafter: Client, signed_in: SignIn
) -> None:
    factories.submitted(aqtobe.drafter, order_number="secret-7")
    posts.saved(drafter, level="RED")
    stranger = signed_in(factories.officer("stranger", "almaty", role))

    for address in (DESK, "/admin/desk/live/"):
        answer = stranger.get(address)
        assert [len(getattr(answer.context["waiting"], name)) for name in GROUPS] == [0] * 4
        assert "Айгүл" not in answer.content.decode()
        assert aqtobe.drafter.username not in answer.content.decode()
        assert "0 wait for you" in answer.content.decode()
