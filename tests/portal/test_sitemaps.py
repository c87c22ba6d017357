"""The sitemap names every public page in the languages it has."""

from xml.etree import ElementTree

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
THREE = {"kk": "Бір тақырып", "ru": "Один заголовок", "en": "One headline"}
TWO = {"kk": "Екі тіл", "ru": "Два языка"}


def entries(client):
    response = client.get("/sitemap.xml")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/xml"
    root = ElementTree.fromstring(response.content)  # noqa: S314  # our own answer
    return {
        url.findtext("s:loc", namespaces=NAMES): {
            link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)
        }
        for url in root.findall("s:url", NAMES)
    }


def test_roots_regions_and_articles_stand_in_three_languages(write, client):
    write(THREE)

    found = entries(client)

    for path in ("", "levels/red/", "news/", "news/one-headline/", "about/", "regions/aqtobe/"):
        for code in ("kk", "ru", "en"):
            links = found[f"https://dengei.example/{code}/{path}"]
            assert links == {
                **{each: f"https://dengei.example/{each}/{path}" for each in ("kk", "ru", "en")},
                "x-default": f"https://dengei.example/kk/{path}",
            }


def test_a_language_that_is_missing_is_named_nowhere(write, client):
    page = write(TWO)

    found = entries(client)

    assert f"https://dengei.example/en/news/{page.slug}/" not in found
    assert set(found[f"https://dengei.example/ru/news/{page.slug}/"]) == {"kk", "ru", "x-default"}


def test_a_draft_is_not_named(write, client):
    page = write(THREE, publish=False)

    assert not [url for url in entries(client) if page.slug in url]


def test_there_is_one_page_of_it(home, client):
    assert client.get("/sitemap.xml?p=2").status_code == 404
