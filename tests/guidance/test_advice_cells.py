"""Lines of advice for one place or one kind of readers."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from guidance.models import LANGUAGES, Advice, AdviceAudience, AdviceSituation, LevelCode
from guidance.rules.levels import Level
from guidance.shown.advice_cards import audience_asked, cards
from guidance.shown.catalogue import Catalogue, Reference
from guidance.stored.atlas import present_atlas
from tests.factories import NOON

pytestmark = pytest.mark.usefixtures("reference_data")


@pytest.mark.parametrize("level", LevelCode)
def test_every_place_and_every_kind_of_readers_has_lines_at_every_level(level: str) -> None:
    rows = Advice.objects.in_force(NOON).filter(group=level)

    places = {row.situation for row in rows if not row.audience}
    readers = {row.audience for row in rows if not row.situation}

    assert places >= set(AdviceSituation)
    assert readers >= set(AdviceAudience)


def test_every_line_speaks_three_languages_and_fits_a_small_screen() -> None:
    for row in Advice.objects.in_force(NOON):
        texts = [getattr(row, f"text_{lang}") for lang in LANGUAGES]

        assert all(texts), row.code
        assert len(set(texts)) == 3, row.code
        assert max(map(len, texts)) <= 140, row.code


def test_general_lines_alone_go_into_decisions_and_the_api(client: Client) -> None:
    answer = client.get("/api/v1/levels").json()

    told = {line["text"]["en"] for level in answer["levels"] for line in level["advice"]}
    cells = set(Advice.objects.exclude(situation="", audience="").values_list("text_en", flat=True))
    assert cells
    assert not told & cells


@pytest.mark.parametrize(
    "wrong",
    [
        {"group": "EVERYDAY", "situation": "HOME"},
        {"group": "YELLOW", "situation": "MOON"},
        {"group": "RED", "audience": "NOBODY"},
    ],
)
def test_the_database_refuses_a_cell_that_does_not_exist(wrong: dict[str, str]) -> None:
    line = Advice(code="Z9", position=1, in_force_from=NOON, text_kk="а", text_ru="б", text_en="c")
    for name, value in wrong.items():
        setattr(line, name, value)

    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()


def test_a_card_without_lines_shows_the_first_general_line_of_its_level() -> None:
    general = Advice(code="Y1", group="YELLOW", position=1, in_force_from=NOON, text="Stay calm")
    texts = Reference(present_atlas(), [general], [], [])

    found = cards(Catalogue(texts, NOON), Level.YELLOW)

    assert [card.lines for card in found] == [["Stay calm"]] * 6


@pytest.mark.parametrize(
    ("text", "audience"),
    [("", ""), ("hearing-sight", "HEARING_SIGHT"), ("HEARING_SIGHT", None), ("x", None)],
)
def test_an_address_names_a_kind_of_readers_or_nothing_known(
    text: str, audience: str | None
) -> None:
    assert audience_asked(text) == audience
