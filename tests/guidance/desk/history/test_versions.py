"""The versions of a draft, and what differs between two of them."""

from __future__ import annotations

from django.test import Client

from guidance.models import Declaration, RoleCode
from guidance.publish import save_draft
from guidance.rules.differences import Fate, Piece
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office
from tests.guidance.desk.conftest import SignIn


def address(declaration: Declaration) -> str:
    return f"/admin/desk/history/{declaration.pk}/"


def test_a_returned_version_is_compared_with_the_next(past: Declaration, drafter: Client) -> None:
    page = drafter.get(address(past))

    facts = {fact.label: (fact.old, fact.new) for fact in page.context["facts"] if fact.is_changed}
    assert facts == {
        "Order number": ("=1+1", "7"),
        "Note to the approver": ("Please hurry.", "–"),
    }
    (reason,) = page.context["texts"]
    languages = [lang for lang, _pieces in reason.cells]
    assert languages == ["kk", "ru", "en"]
    assert reason.cells[2][1][1:3] == (Piece(Fate.GONE, "possible"), Piece(Fate.NEW, "probable"))
    text = page.content.decode()
    assert "=Say what kind of threat." in text
    assert '<del><span class="w-sr-only">[removed: </span>possible' in text
    assert '<ins><span class="w-sr-only">[added: </span>probable' in text


def test_the_words_for_screen_readers_are_in_the_language_of_the_text(
    past: Declaration, aqtobe: Office, signed_in: SignIn
) -> None:
    text = signed_in(aqtobe.drafter, language="ru").get(address(past)).content.decode()

    english = text[text.index('<p lang="en">') :]
    assert "[removed: </span>possible" in english


def test_any_two_versions_can_be_chosen(past: Declaration, drafter: Client) -> None:
    page = drafter.get(address(past), {"old": "2", "new": "1"})

    assert (page.context["old"].version, page.context["new"].version) == (2, 1)


def test_versions_that_do_not_exist_are_answered_with_the_last_two(
    past: Declaration, drafter: Client
) -> None:
    for old, new in (("9", "purple"), ("-1", "1 OR 1"), ("", "1000000000000000000000")):
        page = drafter.get(address(past), {"old": old, "new": new})
        assert (page.context["old"].version, page.context["new"].version) == (1, 2)


def test_a_single_version_is_listed_and_compared_with_nothing(
    aqtobe: Office, drafter: Client
) -> None:
    page = drafter.get(address(factories.saved(aqtobe.drafter)))

    assert [each.version for each in page.context["kept"]] == [1]
    assert "new" not in page.context


def test_markup_in_a_text_is_shown_as_text(aqtobe: Office, drafter: Client) -> None:
    draft = factories.saved(aqtobe.drafter, note_to_approver="<script>alert(1)</script>")
    save_draft(
        factories.draft(), by=aqtobe.drafter, desk=draft.desk, at=NOON, declaration=draft, version=1
    )  # fmt: skip

    text = drafter.get(address(draft)).content.decode()

    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert(1)" not in text


def test_the_versions_of_another_desk_do_not_exist(past: Declaration, signed_in: SignIn) -> None:
    stranger = signed_in(factories.officer("stranger", "almaty", RoleCode.AUDITOR))

    assert stranger.get(address(past)).status_code == 404
