"""Decisions and places of 2016-2017, found by number, place, level, year and words."""

import pytest

from guidance.rules.spelling import words_of
from guidance.stored.atlas import present_atlas
from guidance.stored.gazetteer import gazetteer, rows_of

pytestmark = [pytest.mark.usefixtures("record_of_2016"), pytest.mark.django_db]


@pytest.fixture
def ask(client):
    """Return a function that gives the answer to a question."""

    def _ask(question, lang="ru", **filters):
        return client.get(f"/{lang}/search/", {"q": question, **filters}).context["found"]

    return _ask


def numbers(found):
    return [row.act.name.removeprefix("№ ").removeprefix("No. ") for row in found.decisions]


@pytest.mark.parametrize(
    ("question", "lang", "filters", "expected"),
    [
        ("2016-0002", "ru", {}, ["2016-0002"]),
        ("№ 20160002", "kk", {}, ["2016-0002"]),
        ("Ақтөбедегі шешімдер", "kk", {}, ["2016-0003", "2016-0001"]),
        ("решения в Алматы", "ru", {}, ["2016-0006", "2016-0005"]),
        ("красный", "ru", {"level": "red"}, ["2016-0005", "2016-0001"]),
        ("decision", "en", {"year": "2017"}, ["2017-0001"]),
        ("", "en", {"region": "KZ-75", "type": "declaration"}, ["2016-0006", "2016-0005"]),
        ("красный", "ru", {}, []),
        ("2016-9999", "ru", {}, []),
        ("марсиане", "ru", {}, []),
    ],
)
def test_decisions_are_found_by_their_facts(ask, question, lang, filters, expected):
    assert numbers(ask(question, lang, **filters)) == expected


def test_all_decisions_are_one_step_away(ask):
    found = ask("решения")

    assert numbers(found)[0] == "2017-0001"
    assert len(found.decisions) == 5
    assert len(ask("решения", type="declaration").decisions) == 8


def test_a_decision_is_found_by_other_forms_of_its_words(ask):
    assert "2016-0001" in numbers(ask("нападений"))


@pytest.mark.parametrize(
    ("question", "lang", "code"),
    [
        ("Temirtau", "en", "KZ-35"),
        ("Темиртау", "ru", "KZ-35"),
        ("Теміртауда", "kk", "KZ-35"),
        ("Семипалатинск", "ru", "KZ-10-semei"),
        ("в Нур-Султане", "ru", "KZ-71"),
        ("Жетысу", "ru", "KZ-33"),
        ("Zhetysu", "en", "KZ-33"),
        ("Южно-Казахстанская область", "ru", "KZ-61"),
        ("Усть-Каменогорск", "ru", "KZ-63-oskemen"),
        ("ВКО", "ru", "KZ-63"),
        ("Байконур", "ru", "KZ-43"),
        ("Қазақстанда", "kk", "KZ"),
    ],
)
def test_a_place_is_found_by_old_names_and_other_spellings(ask, question, lang, code):
    assert ask(question, lang).places[0].code == code


def test_every_region_is_found_by_its_name_in_each_language():
    atlas = present_atlas()
    names = gazetteer(atlas)

    for code, region in atlas.regions.items():
        for name in (region.name_kk, region.name_ru, region.name_en, region.name_in_ru):
            mentions = names.mentions(words_of(name))
            assert code in {each for mention in mentions for each in mention.codes}, name


def test_every_settlement_lies_in_a_region_that_is_there():
    regions = set(present_atlas().regions)
    rows = rows_of("places.csv")

    assert len(rows) == 349
    assert {row["region"] for row in rows} <= regions
    assert {row["code"] for row in rows_of("place_aliases.csv")} <= regions
