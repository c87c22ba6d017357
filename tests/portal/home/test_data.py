"""The page of feeds and data: what it names exists, and its recipe proves a declaration."""

import html
import io
import re
from contextlib import redirect_stdout

import pytest

pytestmark = pytest.mark.usefixtures("record_of_2016")


@pytest.fixture(scope="module")
def pages(django_db_blocker, record_of_2016):
    """Return the page in each language, asked for once."""
    from django.test import Client

    with django_db_blocker.unblock():
        return {
            lang: Client().get(f"/{lang}/data/").content.decode() for lang in ("kk", "ru", "en")
        }


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_every_address_it_names_answers(pages, client, lang):
    addresses = set(re.findall(r'<a href="([^"]+)"><code>', pages[lang]))

    assert len(addresses) == 18
    for address in addresses:
        assert client.get(address).status_code == 200, address


def test_every_list_of_codes_that_feeds_point_at_is_there(pages, client):
    feed = client.get("/en/feeds/levels.atom").content.decode()

    schemes = set(re.findall(r'scheme="https://dengei.example/kk/data/#(\w+)"', feed))
    assert schemes == {"acts", "levels", "regions"}
    for key in (*schemes, "types", "topics", "measures"):
        assert f'<details id="{key}">' in pages["kk"], key
    assert "<code>KZ-75</code>" in pages["kk"]


def test_the_row_of_a_table_that_it_shows_is_that_of_the_file(pages, client):
    shown = html.unescape(re.search(r'aria-label="CSV"><code>(.*?)</code>', pages["ru"], re.S)[1])

    told = client.get("/ru/regions.csv").content.decode("utf-8-sig").splitlines()
    columns, row = shown.splitlines()
    assert columns == told[0]
    assert row.rpartition(",")[0] in "\n".join(told)  # the last cell is the time
    assert all(f"<code>{name}</code>" in pages["ru"] for name in columns.split(","))


def test_its_recipe_proves_a_declaration(pages, client, monkeypatch):
    recipe = html.unescape(re.search(r"<code>(import hashlib.*?)</code>", pages["en"], re.S)[1])

    def answer(address):
        return io.BytesIO(client.get(address.removeprefix("https://dengei.example")).content)

    monkeypatch.setattr("urllib.request.urlopen", answer)
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(recipe, {})  # noqa: S102  (what the page tells readers to run)

    assert printed.getvalue() == "True\n"
