"""Pictures to share: every word is drawn, none is cut, and nothing runs over an edge."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from PIL import Image

from guidance.channels.cards import palette
from guidance.channels.cards.drawing import png, svg
from guidance.channels.cards.layout import FORMATS, Box, set_body
from guidance.channels.cards.lettering import drawable, width, wrapped
from guidance.channels.cards.story import Said, Story
from guidance.shown.codes import short_link
from tests.rules.test_reference_data import REFERENCE

KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"
LONG = "Солтүстік Қазақстан облысы, Мағжан Жұмабаев ауданы: террористік қауіптіліктің"
FACTS = ("Басталуы: 2016 жылғы 5 маусым, 21:00", "Аяқталуы: 15 шілдені қоса алғанда", LONG, LONG)
FULL = Story(
    tagline="Қазақстандағы террористік қауіптілік деңгейлері",
    body=(
        Said(LONG, 42),
        Said("жоғары («қызғылт сары»)", 74, is_bold=True),
        Said("деңгейі күшінде", 42),
        *(Said(fact, 34) for fact in FACTS),
    ),
    foot=(f"№ 2026-0007 · dengei.example/c/2026-0007 · {LONG}", LONG),
    palette=palette.OF_LEVELS["orange"],
    shape="orange",
    short=short_link("https://dengei.example/c/2026-0007"),
    as_of="Мәлімет уақыты: 2026 жылғы 22 қараша, 14:05 (UTC+5)",
)


def words_of(drawn: str) -> str:
    return " ".join(" ".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawn)).split())


def test_the_font_has_every_letter_that_the_portal_writes() -> None:
    catalogues = (settings.BASE_DIR / "locale").glob("*/LC_MESSAGES/django.po")
    texts = [path.read_text(encoding="utf-8") for path in catalogues]
    texts += [path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.json")]

    for text in (KAZAKH, KAZAKH.upper(), *texts):
        line = " ".join(text.split())
        assert {*line} - {*drawable(line)} <= {"→", "≈", "\u2060"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_full_card_leaves_out_no_word(name: str) -> None:
    drawn = words_of(svg(FULL, name))

    for said in (*(each.text for each in FULL.body), FULL.as_of, "dengei.example/c/2026-0007"):
        assert " ".join(said.split()) in drawn


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_runs_over_an_edge(name: str) -> None:
    picture = Image.open(BytesIO(png(FULL, name))).convert("RGB")

    fmt, ground = FORMATS[name], palette.OF_LEVELS["orange"].ground
    assert picture.size == (fmt.width, fmt.height)
    for edge in (
        (fmt.right + 4, 0, fmt.width, fmt.height),
        (28, 0, fmt.left - 8, fmt.height),
        (28, 0, fmt.width, fmt.top + 30),
        (28, fmt.height - fmt.foot - 24, fmt.width, fmt.height),
    ):
        colours = picture.crop(tuple(map(int, edge))).getcolors()
        assert colours is not None
        assert [f"#{r:02x}{g:02x}{b:02x}" for _n, (r, g, b) in colours] == [ground]


@pytest.mark.parametrize("letter", ["қ", "w", "и"])
def test_a_line_is_as_wide_as_it_was_measured(letter: str) -> None:
    text, size = letter * 20, 40.0
    story = Story(tagline="", body=(Said(text, 40),), foot=(), palette=palette.PLAIN)
    [line] = set_body(story.body, Box(88, 150, 1140, 500), 1.0)

    picture = Image.open(BytesIO(png(story, "wide"))).convert("L").crop((40, 140, 1200, 600))
    left, _top, right, _bottom = picture.point(lambda shade: 255 if shade < 128 else 0).getbbox()
    measured = width(text, size, is_bold=False) * line.size / size
    assert measured - 8 <= right - left <= measured + 2


def test_a_word_wider_than_the_room_is_broken_and_no_other() -> None:
    rows = wrapped("қысқа " + "ұзын" * 30, 40, 400, is_bold=True)

    assert rows[0] == "қысқа"
    assert "".join(rows[1:]) == "ұзын" * 30
    assert all(width(row, 40, is_bold=True) <= 400 for row in rows)


def test_what_does_not_fit_at_the_smallest_size_ends_with_dots() -> None:
    body = (Said("Бірінші", 50, is_bold=True), Said("сөз " * 4000, 30))

    lines = set_body(body, Box(0, 0, 1000, 300), 1.0)

    assert lines[0].text == "Бірінші"
    assert lines[-1].text.endswith("…")
    assert lines[-1].y <= 300


@pytest.mark.parametrize(
    "hostile", ["</text><script>", "\x00\x0b\ufffe", "&#1;", "\u202eabc", "日本", ""]
)
def test_hostile_words_are_drawn_as_words_or_left_out(hostile: str) -> None:
    story = replace(FULL, body=(Said(hostile or "x", 50), Said("Аяғы", 30)))

    drawn = svg(story, "wide")

    assert "<script" not in drawn
    assert "Аяғы" in words_of(drawn)
    assert png(story, "wide").startswith(b"\x89PNG")


def test_the_colours_are_those_of_the_pages() -> None:
    css = Path(settings.BASE_DIR / "portal/static/portal/css/tokens.css").read_text("utf-8")
    tokens = dict(re.findall(r"--([\w-]+): (#\w+);", css)[::-1])

    for key, short in (("none", "none"), ("yellow", "yel"), ("orange", "ora")):
        colours = palette.OF_LEVELS[key]
        assert colours.ground == tokens[f"{short}-t"]
        assert colours.edge == tokens[f"{short}-s"]
        assert colours.bar == tokens[f"{short}-on"]
    assert palette.OF_LEVELS["red"].ground == tokens["red"]
    assert tokens["exer"] == palette.EXERCISE
    assert (tokens["ink"], tokens["muted"]) == (palette.INK, palette.MUTED)


def test_the_two_words_of_orange_stay_on_one_line() -> None:
    rows = wrapped(
        "Террористік қауіптіліктің жоғары («қызғылт сары») деңгейі", 40, 400, is_bold=True
    )

    assert "(«қызғылт\u00a0сары»)" in rows
