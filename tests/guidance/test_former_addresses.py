"""A place that gets another address is found at every one it had."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError
from django.test import Client

from tests.guidance.test_load_regions import NEW, load, shipped

pytestmark = pytest.mark.usefixtures("reference_data")
LANGUAGES = ("kk", "ru", "en")


def renamed(folder: Path, *slugs: str) -> None:
    for slug in slugs:
        load(folder, {**shipped("KZ-15"), "slug": slug})


def test_a_chain_of_addresses_leads_to_the_last_in_one_step(tmp_path: Path, client: Client) -> None:
    renamed(tmp_path, "second", "third")

    for lang in LANGUAGES:
        for old in ("aqtobe", "second"):
            response = client.get(f"/{lang}/regions/{old}/?part=x")
            assert response.status_code == 301
            assert response["Location"] == f"/{lang}/regions/third/?part=x"
        assert client.get(f"/{lang}/regions/third/").status_code == 200


def test_its_past_days_and_its_picture_move_along(tmp_path: Path, client: Client) -> None:
    renamed(tmp_path, "second")

    for end in ("on/2016-06-07/", "card.png"):
        response = client.get(f"/ru/regions/aqtobe/{end}")
        assert response.status_code == 301
        assert response["Location"] == f"/ru/regions/second/{end}"


def test_going_back_to_an_old_address_leaves_no_loop(tmp_path: Path, client: Client) -> None:
    renamed(tmp_path, "second", "aqtobe")

    assert client.get("/kk/regions/aqtobe/").status_code == 200
    assert client.get("/kk/regions/second/")["Location"] == "/kk/regions/aqtobe/"


def test_no_other_place_gets_an_address_that_readers_kept(tmp_path: Path) -> None:
    renamed(tmp_path, "second")

    with pytest.raises(CommandError, match="slug"):
        load(tmp_path, {**NEW, "slug": "aqtobe"})


@pytest.mark.parametrize("slug", ["nowhere", "%00", "%D2%9B", "x" * 300])
def test_an_address_that_no_place_had_is_not_found(client: Client, slug: str) -> None:
    assert client.get(f"/en/regions/{slug}/").status_code == 404
