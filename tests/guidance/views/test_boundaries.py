"""Boundaries for everybody, and the outlines with which a device finds its own region."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest
from django.test import Client

from tests.guidance.views.conftest import LANGUAGES

pytestmark = pytest.mark.usefixtures("record_of_2016")


def answer(client: Client, address: str, **headers: str) -> Any:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response


def test_the_boundaries_are_open_and_bear_the_names_of_today(client: Client) -> None:
    response = answer(client, "/map/kz-admin1.geojson")
    whole = json.loads(response.content)

    assert response["Content-Type"] == "application/geo+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "ODbL" in whole["attribution"]
    assert whole["licence"].startswith("https://opendatacommons.org/licenses/odbl/")
    assert len(whole["features"]) == 20
    abai = whole["features"][0]["properties"]
    assert (abai["id"], abai["slug"]) == ("KZ-10", "abai")
    assert (abai["name_kk"], abai["name_ru"]) == ("Абай облысы", "область Абай")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_device_gets_outlines_with_names_and_words_in_its_language(
    client: Client, lang: str
) -> None:
    response = answer(client, f"/{lang}/map/outlines.json")
    whole = json.loads(response.content)

    names = {slug: name for slug, name, _rings in whole["regions"]}
    assert len(names) == 20
    assert names["almaty"] == {"kk": "Алматы қаласы", "ru": "Город Алматы", "en": "Almaty"}[lang]
    assert set(whole["words"]) == {"here", "border", "abroad", "rough", "1", "2", "3"}
    assert whole["script"].startswith("/static/portal/js/nearby")
    assert len(gzip.compress(response.content, 9)) < 12_000


def test_steps_lead_back_to_the_points_of_the_boundary(client: Client) -> None:
    boundaries = json.loads(answer(client, "/map/kz-admin1.geojson").content)
    outlines = json.loads(answer(client, "/kk/map/outlines.json").content)

    steps = outlines["regions"][0][2][0]
    x, y, points = 0, 0, []
    for step_x, step_y in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + step_x, y + step_y
        points.append([x / 1000, y / 1000])
    assert points == boundaries["features"][0]["geometry"]["coordinates"][0]


@pytest.mark.parametrize("address", ["/map/kz-admin1.geojson", "/ru/map/outlines.json"])
def test_both_come_compressed_kept_and_unchanged(client: Client, address: str) -> None:
    first = answer(client, address, **{"Accept-Encoding": "gzip"})
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    asked = client.get(f"{address}?x=1")

    assert first["Content-Encoding"] == "gzip"
    assert first["Cache-Control"] == "public, max-age=3600"
    assert again.status_code == 304
    assert asked.status_code == 400
    assert client.post(address).status_code == 405


def test_the_page_may_ask_the_device_for_its_position_and_nobody_else_may(client: Client) -> None:
    policy = client.get("/kk/regions/")["Permissions-Policy"]

    assert "geolocation=(self)" in policy
    assert "camera=()" in policy
