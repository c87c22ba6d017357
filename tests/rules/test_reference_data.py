"""The data that the portal ships: complete in three languages, and what the contract names."""

import csv
import json
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

REFERENCE = Path(__file__).parents[2] / "guidance" / "reference"
LANGUAGES = ("kk", "ru", "en")
ONLY_KAZAKH = set("әіңғүұқөһӘІҢҒҮҰҚӨҺ")
LATIN = set("abcdefghijklmnopqrstuvwxyz")

MEASURES = [
    *("PUBLIC_TRANSPORT_HALTED", "TRANSPORT_REROUTED", "ENTERTAINMENT_CLOSED", "EVENTS_BANNED"),
    *("MOVEMENT_RESTRICTED", "STAY_INDOORS", "CURFEW", "CHECKPOINTS", "DOCUMENT_CHECKS"),
    *("SEARCHES", "GUARD_REINFORCED", "SCHOOLS_CLOSED", "HAZARDOUS_INDUSTRY_PAUSED"),
    *("COMMUNICATIONS_LIMITED", "SALES_RESTRICTED", "RESETTLEMENT", "QUARANTINE"),
]
REGIMES = ["COUNTER_TERRORIST_OPERATION", "STATE_OF_EMERGENCY"]


def read_json(name: str) -> Any:
    return json.loads((REFERENCE / name).read_text(encoding="utf-8"))


def read_csv(name: str) -> list[dict[str, str]]:
    with (REFERENCE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def texts_of_levels() -> list[tuple[str, dict[str, str]]]:
    return [
        (f"{level['code']} {field}", level[field])
        for level in read_json("levels.json")
        for field in ("degree", "colour", "name", "definition", "condition", "state_may")
        if level[field] is not None
    ]


def texts_of_lists() -> list[tuple[str, dict[str, str]]]:
    named = {
        "advice.json": "id",
        "measures.json": "code",
        "legal_bases.json": "code",
        "emergency_numbers.json": "number",
    }
    return [(row[key], row) for name, key in named.items() for row in read_json(name)]


def texts_of_tables() -> list[tuple[str, dict[str, str]]]:
    return [
        (f"{row['code']} {prefix}", {lang: row[f"{prefix}_{lang}"] for lang in LANGUAGES})
        for name, prefix in [
            ("regions.csv", "name"),
            ("regions.csv", "name_in"),
            ("desks.csv", "name"),
            ("authorities.csv", "name"),
        ]
        for row in read_csv(name)
    ]


def texts_of_the_record() -> list[tuple[str, dict[str, str]]]:
    return [
        (row["id"], {lang: row[f"reason_{lang}"] for lang in LANGUAGES})
        for row in read_csv("timeline-2016-2017.csv")
    ]


ALL_TEXTS = [*texts_of_levels(), *texts_of_lists(), *texts_of_tables(), *texts_of_the_record()]

# «полиция» is one word in both languages; these words happen to need no letter of their own.
SAME_WORD = {"102"}
SHARED_LETTERS = {"YELLOW degree", "YELLOW colour", "YELLOW name", "102"}


def speaks_kazakh(name: str) -> bool:
    """Leave out names of places: «Павлодар облысы» has no letter of its own."""
    return name not in SHARED_LETTERS and not name.startswith("KZ")


def test_the_tests_below_see_every_text() -> None:
    assert len(ALL_TEXTS) >= 34 + 19 + 2 + 6 + 22 + 30 + 30 + 21 + 8 + 8


@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in ALL_TEXTS])
def test_every_text_exists_in_three_languages(texts: dict[str, str]) -> None:
    for lang in LANGUAGES:
        assert texts[lang] == texts[lang].strip() != ""


@pytest.mark.parametrize(
    "texts", [pytest.param(texts, id=name) for name, texts in ALL_TEXTS if name not in SAME_WORD]
)
def test_no_two_languages_share_a_text(texts: dict[str, str]) -> None:
    assert len({texts[lang] for lang in LANGUAGES}) == 3


@pytest.mark.parametrize(
    "texts",
    [pytest.param(texts, id=name) for name, texts in ALL_TEXTS if speaks_kazakh(name)],
)
def test_kazakh_is_written_with_kazakh_letters(texts: dict[str, str]) -> None:
    assert ONLY_KAZAKH & set(texts["kk"])


@pytest.mark.parametrize("texts", [pytest.param(texts, id=name) for name, texts in ALL_TEXTS])
def test_no_latin_letter_hides_in_a_cyrillic_text_nor_the_other_way(
    texts: dict[str, str],
) -> None:
    assert not LATIN & set((texts["kk"] + texts["ru"]).lower())
    assert texts["en"].isascii()


def test_the_scale_has_three_levels_and_none_in_order() -> None:
    levels = read_json("levels.json")

    assert [(level["code"], level["rank"]) for level in levels] == [
        ("NONE", 0),
        ("YELLOW", 1),
        ("ORANGE", 2),
        ("RED", 3),
    ]
    assert {level["in_force_from"] for level in levels} == {"2013-08-09"}


def test_the_name_of_a_level_says_degree_and_colour() -> None:
    for level in read_json("levels.json")[1:]:
        for lang in ("kk", "ru", "ru_genitive"):
            degree, colour = level["degree"][lang], level["colour"][lang]
            assert level["name"][lang] == f"{degree} («{colour}»)"
        assert level["name"]["en"] == f"{level['degree']['en']} ({level['colour']['en']})"


def test_every_level_has_its_advice_in_order() -> None:
    advice = read_json("advice.json")

    counted = {
        group: [row["id"] for row in rows]
        for group, rows in groupby(advice, key=lambda row: row["group"])
    }

    assert counted == {
        "EVERYDAY": [f"E{number}" for number in range(1, 7)],
        "YELLOW": [f"Y{number}" for number in range(1, 10)],
        "ORANGE": [f"O{number}" for number in range(1, 9)],
        "RED": [f"R{number}" for number in range(1, 10)],
        "LIFTED": ["L1", "L2"],
    }
    assert all(row["id"] == row["id"][0] + str(row["position"]) for row in advice)
    assert {row["in_force_from"] for row in advice} == {"2013-08-09"}


def test_advice_is_short_enough_to_be_read_in_a_hurry() -> None:
    for row in read_json("advice.json"):
        for lang in LANGUAGES:
            assert len(row[lang]) <= 140, row["id"]
            assert len(row[lang].split()) <= 12, row["id"]


def test_every_measure_and_regime_of_the_contract_is_in_the_catalogue() -> None:
    rows = read_json("measures.json")

    assert [row["code"] for row in rows if not row["is_regime"]] == MEASURES
    assert [row["code"] for row in rows if row["is_regime"]] == REGIMES
    assert [row["position"] for row in rows] == list(range(1, 20))


def test_the_legal_bases_of_the_contract_are_in_the_catalogue_with_their_text() -> None:
    rows = {row["code"]: row for row in read_json("legal_bases.json")}

    assert set(rows) == {"DECREE_611", "LAW_416"}
    assert rows["DECREE_611"]["url"] == "https://adilet.zan.kz/rus/docs/U1300000611"
    assert rows["LAW_416"]["url"].startswith("https://adilet.zan.kz/")


def test_the_emergency_numbers_begin_with_the_one_for_everything() -> None:
    numbers = [row["number"] for row in read_json("emergency_numbers.json")]

    assert numbers == ["112", "102", "103", "101", "104", "110"]


def test_the_country_has_twenty_regions_and_each_place_a_parent_and_a_zone() -> None:
    rows = read_csv("regions.csv")
    codes = [row["code"] for row in rows]

    assert sum(row["parent"] == "KZ" for row in rows) == 20
    assert len(set(codes)) == len(codes)
    for row in rows:
        assert row["parent"] in codes or row["code"] == "KZ"
        assert not row["formed_from"] or row["formed_from"] in codes
        assert not row["established_on"] or date.fromisoformat(row["established_on"])
        assert ZoneInfo(row["time_zone"])


def test_each_place_has_the_form_that_answers_where() -> None:
    for row in read_csv("regions.csv"):
        assert row["name_in_kk"] == row["name_kk"] + ("нда" if row["parent"] else "да")
        assert row["name_in_en"] == f"in {row['name_en']}"
        assert row["name_in_ru"].startswith("в ")


def test_each_region_and_the_country_have_a_headquarters() -> None:
    regions = {row["code"] for row in read_csv("regions.csv") if row["parent"] in ("", "KZ")}

    assert {row["region"] for row in read_csv("desks.csv")} == regions


def test_the_record_names_only_what_the_catalogues_hold() -> None:
    places = {row["code"] for row in read_csv("regions.csv")}
    authorities = {row["code"] for row in read_csv("authorities.csv")}
    rows = read_csv("timeline-2016-2017.csv")

    assert len(rows) == 8
    for row in rows:
        assert set(row["regions"].split(";")) <= places
        assert set(filter(None, row["measures"].split(";"))) <= {*MEASURES, *REGIMES}
        assert row["authority"] in authorities
        assert row["legal_basis"] == "DECREE_611"
        assert row["source_url"].startswith("http")


def test_every_region_is_drawn_on_the_map() -> None:
    drawn = json.dumps(read_json("kz-admin1-paths.json"))

    for row in read_csv("regions.csv"):
        if row["parent"] == "KZ":
            assert f'"{row["code"]}"' in drawn


def test_every_settlement_lies_in_a_known_region() -> None:
    places = {row["code"] for row in read_csv("regions.csv")}
    rows = read_csv("places.csv")

    assert len(rows) == 349
    assert {row["region"] for row in rows} <= places
