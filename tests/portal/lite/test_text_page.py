"""A page made light: what goes, what stays, and where links lead."""

from __future__ import annotations

import pytest

from portal.lite.text_page import carrying, text_page, with_choice

PAGE = """<!doctype html>
<html lang="kk"><head><title>Деңгей</title><link rel="canonical" href="https://dengei.example/kk/">
<link rel="stylesheet" href="/static/site.css"><link rel="manifest" href="/manifest.webmanifest">
<meta property="og:image" content="card.png"><script type="application/ld+json">{}</script>
<script src="/kk/offline.js" defer></script></head>
<body><svg class="defs"><symbol id="red" viewBox="0 0 24 24"><path d="M7.9 2"/></symbol></svg>
<section><h2>Деңгей</h2>
<p><svg class="shape"><use href="#red"/></svg> шекті («қызыл»)</p></section>
<section><h2>Карта</h2>
<svg class="map"><a href="/kk/regions/aqtobe/"><path d="M0"/></a></svg></section>
<figure class="picture"><picture><img src="/media/a.webp" alt="Сурет"></picture></figure>
<figure class="picture"><img src="/media/a.webp" alt="">
<figcaption>Астана & Алматы</figcaption></figure>
</body></html>"""


def test_pictures_maps_cards_scripts_and_styles_go() -> None:
    light = text_page(PAGE, "/static/lite.css")

    for gone in ("<img", "<picture", "<script", "og:image", "manifest", "site.css", "Карта", "M0"):
        assert gone not in light, gone
    assert light.count("<figure") == 1, "a figure with nothing left goes"


def test_words_shapes_captions_and_the_one_true_address_stay() -> None:
    light = text_page(PAGE, "/static/lite.css")

    assert light.startswith("<!doctype html>\n<html lang=")
    assert "шекті («қызыл»)" in light
    assert '<use href="#red">' in light
    assert "Астана &amp; Алматы" in light
    assert '<link rel="canonical" href="https://dengei.example/kk/">' in light
    assert '<link rel="stylesheet" href="/static/lite.css">' in light


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("/kk/", "/kk/?lite=1"),
        ("/ru/news/?type=news&page=2", "/ru/news/?type=news&page=2&lite=1"),
        ("/en/regions/aqtobe/#do", "/en/regions/aqtobe/?lite=1#do"),
        ("/en/regions/?lite=1", "/en/regions/?lite=1"),
        ("/en/regions/?lite=0", "/en/regions/?lite=0"),
        ("?page=2", "?page=2&lite=1"),
        ("#do", "#do"),
        ("tel:112", "tel:112"),
        ("/kk/feeds/news.atom", "/kk/feeds/news.atom"),
        ("/kk/regions/aqtobe/card.png", "/kk/regions/aqtobe/card.png"),
        ("/c/2026-0001", "/c/2026-0001"),
        ("/api/v1/situation", "/api/v1/situation"),
        ("https://adilet.zan.kz/kk/", "https://adilet.zan.kz/kk/"),
        ("//evil.example/kk/", "//evil.example/kk/"),
    ],
)
def test_links_to_pages_carry_the_choice_and_others_stay(address: str, expected: str) -> None:
    assert carrying(address, "1") == expected


def test_forms_carry_the_choice() -> None:
    page = '<html><body><form action="/kk/regions/"></form><form method="post" action="/kk/x/">'

    carried = with_choice(page, "1")

    assert carried.count('<input type="hidden" name="lite" value="1">') == 1
    assert 'action="/kk/x/?lite=1"' in carried
