"""The JSON API: every answer is what its own description says, and every mistake is named."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from jsonschema import Draft202012Validator

from guidance.views.api import OPENAPI

pytestmark = pytest.mark.usefixtures("record_of_2016")

JUNE_7 = "2016-06-07T12:00:00+06:00"
DESCRIPTION = json.loads(OPENAPI)
SCHEMAS = {
    "/situation": "Situation",
    "/regions/{code}": "Region",
    "/regions/{code}/history": "History",
    "/levels": "Levels",
    "/declarations": "DeclarationList",
    "/declarations/{number}": "Declaration",
}


def complaints(document: Any, schema: str) -> list[str]:
    """Return what the API's description has against a document."""
    root = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": f"#/components/schemas/{schema}",
        "components": DESCRIPTION["components"],
    }
    validator = Draft202012Validator(root, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(document)]


def ask(client: Client, path: str, schema: str, **parameters: str) -> Any:
    """Return the answer of an address, once it is valid against the description."""
    query = f"?{urlencode(parameters)}" if parameters else ""
    response = client.get(f"/api/v1{path}{query}")
    assert response.status_code == 200, response.content
    assert response.headers["Content-Type"] == "application/json"
    document = json.loads(response.content)
    assert complaints(document, schema) == []
    return document


def refused(response: HttpResponse, status: int) -> Any:
    """Return a valid problem document."""
    assert response.status_code == status, response.content
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    problem = json.loads(response.content)
    assert complaints(problem, "Problem") == []
    assert problem["status"] == status
    return problem


def test_the_description_is_itself_served(client: Client) -> None:
    response = client.get("/api/v1/openapi.json")

    assert json.loads(response.content)["openapi"].startswith("3.1")
    assert set(SCHEMAS) < set(DESCRIPTION["paths"])


def test_on_7_june_2016_the_country_is_yellow_with_red_inside_aktobe_region(
    client: Client,
) -> None:
    situation = ask(client, "/situation", "Situation", at=JUNE_7)

    assert situation["highest"] == "RED"
    assert situation["regions"][0]["code"] == "KZ"
    assert len(situation["regions"]) == 21
    assert {region["level"] for region in situation["regions"]} == {"YELLOW"}
    aqtobe = next(r for r in situation["regions"] if r["code"] == "KZ-15")
    assert [(part["code"], part["level"]) for part in aqtobe["inside"]] == [("KZ-15-aqtobe", "RED")]
    assert aqtobe["declarations"] == ["2016-0002", "2016-0004", "2016-0007"]
    assert aqtobe["inherited_from"] == "KZ"


def test_the_raw_address_of_the_contract_is_understood(client: Client) -> None:
    response = client.get("/api/v1/situation?at=2016-06-07T12:00:00%2B06:00")

    assert json.loads(response.content)["at"] == "2016-06-07T06:00:00Z"


def test_now_no_level_is_in_force_and_that_is_written_out(client: Client) -> None:
    situation = ask(client, "/situation", "Situation")

    assert situation["highest"] is None
    assert all(region["level"] is None for region in situation["regions"])
    assert all("until" in region for region in situation["regions"])


def test_a_town_answers_with_its_own_level_and_measures(client: Client) -> None:
    town = ask(client, "/regions/KZ-15-aqtobe", "Region", at=JUNE_7)

    assert town["level"] == "RED"
    assert town["until"] == "2016-06-12T15:00:00Z"
    assert {measure["code"] for measure in town["measures"]} >= {
        "COUNTER_TERRORIST_OPERATION",
        "STAY_INDOORS",
    }
    assert town["name"] == {
        "kk": "Ақтөбе қаласы",
        "ru": "город Актобе",
        "en": "the town of Aktobe",
    }


def test_a_region_formed_later_answers_with_its_predecessors_level(client: Client) -> None:
    abai = ask(client, "/regions/KZ-10", "Region", at=JUNE_7)

    assert abai["level"] == "YELLOW"
    assert abai["inherited_from"] == "KZ-63"
    assert abai["formed_from"] == "KZ-63"


def test_a_region_tells_what_it_was_formed_from_ever_after(client: Client) -> None:
    abai = ask(client, "/regions/KZ-10", "Region")

    assert abai["formed_from"] == "KZ-63"
    assert abai["inherited_from"] is None


def test_the_history_of_almaty_holds_its_own_and_the_countrys_periods(client: Client) -> None:
    history = ask(client, "/regions/KZ-75/history", "History")

    bearers = {period["region"] for period in history["periods"]}
    assert bearers == {"KZ", "KZ-75"}
    starts = [period["starts_at"] for period in history["periods"]]
    assert starts == sorted(starts)


def test_the_scale_has_four_steps_in_order(client: Client) -> None:
    levels = ask(client, "/levels", "Levels")["levels"]

    assert [level["code"] for level in levels] == [None, "YELLOW", "ORANGE", "RED"]
    assert [len(level["advice"]) for level in levels] == [6, 9, 8, 9]


def test_the_colours_are_those_of_the_pages(client: Client) -> None:
    tokens = (settings.BASE_DIR / "portal/static/portal/css/tokens.css").read_text().lower()

    fills = [level["colour"] for level in ask(client, "/levels", "Levels")["levels"]]

    assert fills[0] is None
    assert all(fill.lower() in tokens for fill in fills[1:])


def test_the_ledger_is_listed_newest_first_and_by_region(client: Client) -> None:
    everything = ask(client, "/declarations", "DeclarationList")
    almaty = ask(client, "/declarations", "DeclarationList", region="KZ-75")
    later = ask(client, "/declarations", "DeclarationList", since="2016-08-01T00:00:00+06:00")

    assert everything["count"] == 8
    assert everything["declarations"][0]["number"] == "2017-0001"
    assert {d["number"] for d in almaty["declarations"]} > {"2016-0005", "2016-0006"}
    assert "2016-0001" not in {d["number"] for d in almaty["declarations"]}
    assert [d["number"] for d in later["declarations"]] == ["2017-0001", "2016-0007"]


def test_a_declaration_comes_with_its_bulletin_and_its_link(client: Client) -> None:
    first = ask(client, "/declarations/2016-0001", "Declaration")
    second = ask(client, "/declarations/2016-0002", "Declaration")

    assert first["previous_hash"] == "0" * 64
    assert second["previous_hash"] == first["hash"]
    assert first["bulletin"]["number"] == "2016-0001"


@pytest.mark.parametrize(
    ("path", "parameter"),
    [
        ("/situation?when=now", "when"),
        ("/situation?at=2016-06-07", "at"),
        ("/situation?at=2016-06-07T12:00:00", "at"),
        ("/situation?at=2016-06-07T12:00:00+06:00", "at"),
        ("/situation?at=2016-13-07T12:00:00Z", "at"),
        ("/situation?at=1016-06-07T12:00:00Z", "at"),
        ("/situation?at=9999-12-31T23:59:59-14:00", "at"),
        ("/situation?at=2016-06-07T12:00:00Z&at=2016-06-07T12:00:00Z", "at"),
        ("/situation?at=", "at"),
        ("/situation?at=2016-06-07T12:00:60Z", "at"),
        ("/situation?at=٢٠١٦-٠٦-٠٧T١٢:٠٠:٠٠Z", "at"),
        ("/regions/KZ?at=x%00", "at"),
        ("/regions/KZ/history?at=2016-06-07T12:00:00Z", "at"),
        ("/levels?lang=kk", "lang"),
        ("/declarations?region=US", "region"),
        ("/declarations?since=yesterday", "since"),
        ("/declarations?page=0", "page"),
        ("/declarations?page=-1", "page"),
        ("/declarations?page=1e3", "page"),
        ("/declarations?page=٣", "page"),
        ("/declarations/2016-0001?x=1", "x"),
    ],
)
def test_a_wrong_parameter_is_named(client: Client, path: str, parameter: str) -> None:
    problem = refused(client.get(f"/api/v1{path}"), 400)

    assert problem["parameter"] == parameter


def test_a_raw_plus_is_explained(client: Client) -> None:
    problem = refused(client.get("/api/v1/situation?at=2016-06-07T12:00:00+06:00"), 400)

    assert "%2B" in problem["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/regions/KZ-99",
        "/regions/kz",
        "/regions/KZ-99/history",
        "/declarations/2016-9999",
        "/declarations/EX-2026-0001",
        "/declarations/2016-0001%00",
        "/declarations/x%27%22",
        "/declarations?page=999999",
        "/nothing",
        "/",
    ],
)
def test_what_does_not_exist_is_a_problem_too(client: Client, path: str) -> None:
    refused(client.get(f"/api/v1{path}"), 404)


@pytest.mark.parametrize(("language", "word"), [("kk", "өңір"), ("ru", "регион"), ("en", "region")])
def test_a_refusal_speaks_the_readers_language(client: Client, language: str, word: str) -> None:
    response = client.get("/api/v1/regions/KZ-99", headers={"Accept-Language": language})

    assert word in refused(response, 404)["detail"].lower()


def test_only_reading_is_answered(client: Client) -> None:
    stranger = Client(enforce_csrf_checks=True)
    for method in ("post", "put", "delete", "patch"):
        response = getattr(stranger, method)("/api/v1/situation")
        refused(response, 405)
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert client.head("/api/v1/situation").content == b""
    assert client.options("/api/v1/situation").headers["Access-Control-Allow-Origin"] == "*"


def test_the_same_answer_is_not_sent_twice(client: Client) -> None:
    first = client.get("/api/v1/levels")

    again = client.get("/api/v1/levels", headers={"If-None-Match": first.headers["ETag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert "public" in first.headers["Cache-Control"]
    assert not first.cookies


@pytest.mark.parametrize("path", ["/api/v2/", "/api/v3/", "/api/"])
def test_no_other_api_answers(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404
