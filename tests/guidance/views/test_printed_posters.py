"""Posters on paper: one tagged page whose words are those of the source, letter by letter."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import translation
from pypdf import PdfReader

from guidance.channels.cards.lettering import NO_BREAK
from guidance.channels.posters.guide import of_scale
from guidance.channels.posters.levels import of_level
from guidance.channels.posters.paper import pdf
from guidance.channels.posters.places import of_place
from guidance.channels.posters.sheet import Half, Part
from guidance.models import Advice, MeasureKind, Region, RegionContact
from guidance.rules.levels import Level
from guidance.rules.numerals import NO_BREAK_HYPHEN
from guidance.shown.outlook import Outlook
from guidance.shown.request import present_ground
from guidance.stored.atlas import regions_changed
from tests.factories import MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES

pytestmark = pytest.mark.pdf

SPOKEN = {"kk": ("kk", "ru"), "ru": ("kk", "ru"), "en": ("en",)}
LOCAL = {
    "kk": "Бекетте құжатыңызды дайын ұстаңыз: үй, ғимарат, өңір, жаңа жол, тағы һәм сол сияқт",
    "ru": "На блокпосту держите документы наготове, не оставляйте детей одних, съезжайте с дороги",
    "en": "Keep your papers ready at checkpoints and leave no child alone",
}
LONGEST_LINE = {lang: (f"{line}, " * 3)[:140].rstrip(" ,") for lang, line in LOCAL.items()}


def plain(text: str) -> str:
    """Give a text in one line, as an extractor of PDF does."""
    ordinary = text.replace(NO_BREAK_HYPHEN, "-").replace(NO_BREAK, " ")
    return re.sub(r"\s+", "", ordinary)


def read_pdf(body: bytes) -> tuple[PdfReader, str]:
    file = PdfReader(io.BytesIO(body))
    assert len(file.pages) == 1
    return file, plain(file.pages[0].extract_text())


def said(half: Half) -> Iterator[str]:
    """Give every line of a half."""
    head = half.head
    yield from (half.term, head.place, head.before, head.strong, head.after)
    yield from (*half.facts, *half.notices, half.meaning, *half.foot, half.as_of)
    for part in half.parts:
        yield from (part.heading, *part.lines)


@pytest.fixture
def red(aqtobe: Office) -> None:
    """Publish red with measures and local advice, and keep a number to call."""
    region = Region.objects.get(code="KZ-15")
    names = {f"name_{lang}": "Штаб, дежурный" for lang in LANGUAGES}
    RegionContact.objects.create(code="HQ", region=region, number="8 7132 55 12 34", **names)
    regions_changed()
    published(
        aqtobe.drafter,
        aqtobe.approver,
        level="RED",
        local_advice=(LOCAL,),
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_words_of_a_poster_are_those_of_the_source(
    client: Client, red: None, lang: str
) -> None:
    with time_machine.travel(NOON + MINUTE, tick=False):
        response = client.get(f"/{lang}/regions/aqtobe/poster.pdf")

    _file, text = read_pdf(response.content)
    groups = ("RED", "ORANGE", "YELLOW")
    lines = Advice.objects.filter(group__in=groups, situation="", audience="")
    region = Region.objects.get(code="KZ-15")
    for spoken in SPOKEN[lang]:
        source = [getattr(line, f"text_{spoken}") for line in lines.exclude(code="O1")]
        assert len(source) == 25
        for words in (*source, LOCAL[spoken], getattr(region, f"name_{spoken}")):
            assert plain(words) in text
    for words in ("112", "102", "103", "101", "110", "8 7132 55 12 34", "dengei.example/c/2026-"):
        assert plain(words) in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_poster_is_tagged_and_says_its_languages(client: Client, red: None, lang: str) -> None:
    with time_machine.travel(NOON + MINUTE, tick=False):
        response = client.get(f"/{lang}/levels/yellow/poster.pdf")

    file, _text = read_pdf(response.content)
    root: Any = file.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == lang
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert file.metadata is not None
    assert file.metadata.title
    assert b"pdfuaid" in root["/Metadata"].get_data()
    tags = tags_below(root["/StructTreeRoot"]["/K"][0].get_object())
    assert {"/H1", "/H2", "/L", "/LI", "/P", "/Sect", "/Figure"} <= {tag["/S"] for tag in tags}
    assert all(tag["/Alt"] for tag in tags if tag["/S"] == "/Figure")
    assert {tag["/Lang"] for tag in tags if "/Lang" in tag} == {*SPOKEN[lang], "kk"}


def tags_below(tag: Any) -> list[Any]:
    """List the tags of a tree in the order in which they are spoken."""
    children = [each.get_object() for each in tag["/K"]]
    inner = [child for child in children if isinstance(child, dict) and "/S" in child]
    return [tag, *(found for child in inner for found in tags_below(child))]


def test_our_own_letters_are_in_the_file(client: Client, red: None) -> None:
    response = client.get("/kk/levels/none/poster.pdf")

    file, text = read_pdf(response.content)
    fonts = file.pages[0]["/Resources"]["/Font"].values()
    names = {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts}
    assert names == {"Noto-Sans", "Noto-Sans-Bold"}
    assert plain("Күнделікті кеңестер") in text
    assert plain("кездесу орны мен байланыс тәсілін келісіңіз") in text


@pytest.mark.parametrize("lang", ["kk", "en"])
def test_the_longest_poster_stays_on_one_page(red: None, lang: str) -> None:
    with translation.override(lang), time_machine.travel(NOON + MINUTE, tick=False):
        ground = present_ground(None, NOON + MINUTE)
        region = ground.atlas.regions["KZ-15"]
        around = ground.book.periods_around(region.code)
        sheet = of_place(Outlook(ground, region, around))
        longest = replace(sheet, halves=[as_long_as_can_be(half) for half in sheet.halves])

        _file, text = read_pdf(pdf(longest))

    for half in longest.halves:
        assert plain(LONGEST_LINE[half.lang]) in text
        for part in half.parts:
            assert part.kind == "lower" or all(plain(line) in text for line in part.lines)


def as_long_as_can_be(half: Half) -> Half:
    """Name every measure, five lines of advice of the greatest length, and the longest place."""
    names = Region.objects.values_list(f"name_{half.lang}", flat=True)
    measures = MeasureKind.objects.values_list(f"name_{half.lang}", flat=True)
    added = (
        Part("limits", "X", [*measures]),
        Part("local", "X", [LONGEST_LINE[half.lang]] * 5),
        Part("calls", "X", [f"8 7132 55 12 3{digit} · {'Ұзын атау' * 8}" for digit in range(6)]),
    )
    place = max(names, key=len)
    parts = [part for part in half.parts if part.kind in ("do", "lower")]
    head = replace(half.head, place=f"{place}:")
    return replace(half, head=head, parts=[*parts, *added], notices=[place] * 3)


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_the_guide_tells_every_level_on_one_page(red: None, lang: str) -> None:
    with translation.override(lang):
        guide = of_scale(present_ground(None, NOON + MINUTE))

        file, text = read_pdf(pdf(guide))

    assert file.metadata is not None
    assert file.metadata.title == guide.title
    told = [told for step in guide.steps for told in step.told]
    assert [each.lang for each in told] == [*SPOKEN[lang]] * 4
    for each in told:
        assert plain(each.degree) in text
        assert plain(each.colour) in text
        for line in (line for part in each.parts for line in part.lines):
            assert plain(line) in text


@pytest.mark.parametrize(("lang", "level"), [("kk", Level.RED), ("en", Level.ORANGE)])
def test_nothing_of_a_level_is_left_out(red: None, lang: str, level: Level) -> None:
    with translation.override(lang):
        sheet = of_level(present_ground(None, NOON + MINUTE), level)

        _file, text = read_pdf(pdf(sheet))

    for half in sheet.halves:
        for line in said(half):
            assert plain(line) in text
