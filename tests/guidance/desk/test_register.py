"""The list of declarations and its filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from guidance.models import Declaration, RoleCode
from tests import factories
from tests.factories import DAY, NOON
from tests.guidance.conftest import Office
from tests.guidance.desk import posts
from tests.guidance.desk.conftest import SignIn

LIST = "/admin/desk/declarations/"
YEAR = timedelta(days=365)


@pytest.fixture
def written(aqtobe: Office) -> Sequence[Declaration]:
    """Publish, extend and draft, in two years, by three people."""
    old = NOON - YEAR
    second = factories.drafter("aqtobe", "second-drafter")
    first = factories.published(aqtobe.drafter, aqtobe.approver, at=old, ends_at=old + 3 * DAY)
    town = factories.published(
        aqtobe.drafter, aqtobe.approver, level="RED", regions=("KZ-15-aqtobe",), ends_at=NOON + DAY
    )
    longer = factories.published(
        second, aqtobe.approver, act="EXTEND", regions=("KZ-15-aqtobe",), ends_at=NOON + 3 * DAY
    )
    draft = factories.saved(second, level="YELLOW")
    return first, town, longer, draft


def shown(client: Client, **asked: str) -> list[int]:
    return [line["pk"] for line in client.get(LIST, asked).context["lines"]]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, [3, 2, 1, 0]),
        ({"status": "DRAFT"}, [3]),
        ({"status": "PUBLISHED", "act": "EXTEND"}, [2]),
        ({"level": "RED"}, [2, 1]),
        ({"level": "YELLOW"}, [3]),
        ({"region": "KZ-15-aqtobe"}, [3, 2, 1, 0]),
        ({"year": "2025"}, [0]),
        ({"year": "2026"}, [3, 2, 1]),
        ({"number": "2025-0001"}, [0]),
        ({"number": " № 2026-0002 "}, [2]),
        ({"number": "2026"}, [2, 1]),
        ({"number": "2026", "act": "DECLARE"}, [1]),
    ],
)
def test_each_filter_keeps_what_it_asks_for(
    asked: dict[str, str], expected: list[int], written: Sequence[Declaration], drafter: Client
) -> None:
    found = shown(drafter, **asked)

    assert sorted(found) == sorted(written[place].pk for place in expected)


def test_the_last_changed_comes_first(written: Sequence[Declaration], drafter: Client) -> None:
    assert shown(drafter)[-1] == written[0].pk


def test_a_person_is_found_as_author_as_approver_and_as_contributor(
    aqtobe: Office, written: Sequence[Declaration], drafter: Client
) -> None:
    factories.contribute(written[3], aqtobe.drafter, NOON)

    assert set(shown(drafter, person=str(written[2].author_id))) == {written[2].pk, written[3].pk}
    assert set(shown(drafter, person=str(aqtobe.approver.pk))) == {row.pk for row in written[:3]}
    assert written[3].pk in shown(drafter, person=str(aqtobe.drafter.pk))


@pytest.mark.parametrize(
    "asked",
    [
        {"status": "x"}, {"act": "DROP"}, {"level": "purple"}, {"region": "KZ-99"},
        {"person": "1 OR 1"}, {"person": "9" * 30}, {"year": "0"}, {"year": "１９９９"},
        {"year": "99999"}, {"number": "x" * 400}, {"number": "%"}, {"number": "2026-9999"},
    ],
)  # fmt: skip
def test_an_unknown_value_finds_nothing_and_says_so(
    asked: dict[str, str], written: Sequence[Declaration], drafter: Client
) -> None:
    page = drafter.get(LIST, asked)

    assert page.status_code == 200
    assert page.context["lines"] == []
    assert "Nothing found" in page.content.decode()


def test_a_desk_that_wrote_nothing_is_told_so(aqtobe: Office, drafter: Client) -> None:
    assert "Your desk has not written a declaration yet." in drafter.get(LIST).content.decode()


def test_the_pages_keep_the_filter(aqtobe: Office, drafter: Client) -> None:
    for number in range(26):
        factories.saved(aqtobe.drafter, order_number=str(number))

    first = drafter.get(LIST, {"status": "DRAFT", "act": "DECLARE"})
    second = drafter.get(LIST, {"status": "DRAFT", "act": "DECLARE", "page": "2"})

    odd = drafter.get(LIST, {"page": "many"})

    assert [len(page.context["lines"]) for page in (first, second, odd)] == [25, 1, 25]
    assert 'href="?status=DRAFT&amp;act=DECLARE&amp;page=2"' in first.content.decode()
    assert '<option value="DRAFT" selected>' in second.content.decode()


def test_the_republican_desk_finds_every_desk_s_and_a_regional_one_only_its_own(
    written: Sequence[Declaration], republican: Office, signed_in: SignIn
) -> None:
    whole = signed_in(republican.drafter)
    stranger = signed_in(factories.officer("stranger", "almaty", *RoleCode))

    assert len(shown(whole)) == len(written)
    assert "Regional headquarters: Aktobe Region" in whole.get(LIST).content.decode()
    assert shown(stranger) == []
    assert "second-drafter" not in stranger.get(LIST).content.decode()


def test_the_list_asks_the_database_at_most_sixteen_times(
    written: Sequence[Declaration], drafter: Client
) -> None:
    """Wagtail's frame asks seven times, the desk nine, however many declarations there are.

    The desk: roles, ledger, the count, a page of declarations with what they refer to, their
    regions, the people and the years that the filters offer; a filter asks nothing of its own.
    """
    posts.saved(drafter)
    drafter.get(LIST)

    with CaptureQueriesContext(connection) as asked:
        drafter.get(LIST, {"level": "RED", "region": "KZ-15", "year": "2026"})

    assert len(asked) <= 16, "\n".join(query["sql"][:200] for query in asked.captured_queries)
