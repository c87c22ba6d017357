"""Badges as drawings: every word inside, in letters to be read, in the colours of the pages."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product
from xml.etree import ElementTree as XML

import pytest
from django.conf import settings

from guidance.channels.badge.colours import DARK, LIGHT, Colours
from guidance.channels.badge.drawing import Drawing, Wanted, drawn, source_of
from guidance.channels.badge.layout import SIZES
from guidance.shown.badge import Badge, badge_of_nothing, bound
from guidance.shown.marks import LevelMark
from guidance.shown.sentences import LevelSentence

SVG = "{http://www.w3.org/2000/svg}"
TOKENS = settings.BASE_DIR / "portal" / "static" / "portal" / "css" / "tokens.css"
SMALLEST = 10
# The longest of each language, with everything that a place may have to tell at once.
LONG = {
    "kk": Badge(
        code="KZ-59",
        mark=LevelMark("orange", "жоғары («қызғылт сары»)"),
        sentence=LevelSentence(
            "Солтүстік Қазақстан облысы: террористік қауіптіліктің",
            bound("жоғары («қызғылт сары»)"),
            "деңгейі күшінде",
        ),
        facts=(
            "Басталуы: 2026 жылғы 22 қыркүйек, 17:00",
            "Мерзімі жақында аяқталады. Аяқталуы: 22 желтоқсан, 17:00, егер ұзартылмаса; "
            "12 рет ұзартылды",
        ),
        remarks=(
            bound(
                "Портал қате көрсеткен деңгей (2026 жылғы 22 қараша, 17:00–18:00): шекті («қызыл»)"
            ),
            "Петропавл қаласы: шекті («қызыл»)",
            bound("Күшіне енеді: 2026 жылғы 25 қараша, 17:00 (UTC+5): жоғары («қызғылт сары»)"),
        ),
        as_of="Мәлімет уақыты: 2026 жылғы 22 қыркүйек, 17:00 (UTC+5)",
        as_of_iso="2026-09-22T17:00+05:00",
        holds="Мұндағы мәліметтің жарамдылық мерзімі: 17:10. Одан кейін қараңыз:",
        address="https://dengei.example/kk/regions/north-kazakhstan/",
        seconds=540,
    ),
    "ru": Badge(
        code="KZ-63",
        mark=LevelMark("red", "критический («красный»)"),
        sentence=LevelSentence(
            "Восточно-Казахстанская область: действует",
            "критический («красный»)",
            "уровень террористической опасности",
        ),
        facts=("Начало: 22 сентября 2026 года, 17:00", "До особого распоряжения"),
        remarks=(
            "Портал ошибочно показывал (22 сентября 2026 года, 17:00–18:00): высокий («оранжевый»)",
            "Вступает в силу: 25 сентября 2026 года, 17:00 (UTC+5): высокий («оранжевый»)",
        ),
        as_of="По состоянию на 22 сентября 2026 года, 17:00 (UTC+5)",
        as_of_iso="2026-09-22T17:00+05:00",
        holds="Сведения здесь действительны до 17:10. Позже смотрите:",
        address="https://dengei.example/ru/regions/east-kazakhstan/",
        seconds=540,
    ),
}
EVERY = list(product(LONG, SIZES, [False, True]))


def drawing(
    badge: Badge, lang: str = "kk", size: str = "small", scheme: str = "auto", **facts: bool
) -> Drawing:
    return drawn(Wanted(badge, lang, size, scheme, facts.get("is_official", False)))


def group(made: Drawing, name: str) -> XML.Element:
    root = XML.fromstring(made.body)  # noqa: S314  # our own
    return next(each for each in root.iter(f"{SVG}g") if each.get("class") == name)


def lines(face: XML.Element) -> list[XML.Element]:
    return list(face.iter(f"{SVG}text"))


def words(face: XML.Element) -> str:
    return " ".join(line.text or "" for line in lines(face))


@pytest.mark.parametrize(("lang", "size", "is_official"), EVERY)
def test_no_word_runs_over_an_edge_or_another_line(lang: str, size: str, is_official: bool) -> None:
    made = drawing(LONG[lang], lang, size, is_official=is_official)

    for name in ("now", "old"):
        bottom = 0.0
        for line in lines(group(made, name)):
            letters = float(line.attrib["font-size"])
            assert float(line.attrib["x"]) + float(line.attrib["textLength"]) <= SIZES[size].right
            assert letters >= SMALLEST
            assert float(line.attrib["y"]) - bottom >= letters * 0.95
            bottom = float(line.attrib["y"])
        assert bottom <= SIZES[size].height - 8


@pytest.mark.parametrize(("lang", "size", "is_official"), EVERY)
def test_level_terms_and_times_are_never_left_out(lang: str, size: str, is_official: bool) -> None:
    badge = LONG[lang]

    said = words(group(drawing(badge, lang, size, is_official=is_official), "now"))

    for text in (*badge.sentence, *badge.facts, badge.remarks[0], badge.as_of, badge.holds):
        assert text in said
    assert badge.address.removeprefix("https://") in said.replace("/ ", "/")


@pytest.mark.parametrize("size", SIZES)
def test_the_words_of_a_colour_stay_on_one_line(size: str) -> None:
    texts = [line.text or "" for line in lines(group(drawing(LONG["kk"], size=size), "now"))]

    assert any("қызғылт\N{NO-BREAK SPACE}сары" in text for text in texts)
    assert not any(text.startswith("сары") for text in texts)


def test_a_badge_that_is_old_says_no_level_and_where_to_find_it() -> None:
    old = words(group(drawing(LONG["kk"]), "old"))

    assert "Бұл көшірме ескірген" in old
    assert "Мәлімет уақыты: 2026 жылғы 22 қыркүйек, 17:00 (UTC+5)" in old
    assert "dengei.example/kk/regions/north-kazakhstan/" in old
    assert "қызғылт" not in old
    assert "қызыл" not in old


def test_it_turns_old_by_itself_without_a_script() -> None:
    made = drawing(LONG["kk"])

    now, old = (group(made, name) for name in ("now", "old"))
    [go], [come] = (list(each.iter(f"{SVG}set")) for each in (now, old))
    assert old.get("visibility") == "hidden"
    assert (go.get("to"), go.get("begin"), go.get("fill")) == ("hidden", "540s", "freeze")
    assert (come.get("to"), come.get("begin"), come.get("fill")) == ("visible", "540s", "freeze")


@pytest.mark.parametrize("scheme", ["auto", "light", "dark"])
def test_it_runs_nothing_and_loads_nothing(scheme: str) -> None:
    source = drawing(LONG["ru"], "ru", scheme=scheme).body.decode()

    for word in ("<script", "href", "url(", "@import", "foreignObject", " on", "style="):
        assert word not in source, word
    assert len(source) < 12_000


def test_its_style_is_the_one_that_its_policy_names() -> None:
    made = drawing(LONG["kk"])
    style = re.search("<style>(.*?)</style>", made.body.decode())

    assert style is not None
    assert made.style_source == source_of(style[1])
    assert "@media (prefers-color-scheme:dark)" in style[1]
    for scheme in ("light", "dark"):
        chosen = drawing(LONG["kk"], scheme=scheme)
        assert chosen.style_source == "'none'"
        assert b"<style" not in chosen.body


def test_it_is_told_to_whoever_does_not_see_it() -> None:
    root = XML.fromstring(drawing(LONG["kk"]).body)  # noqa: S314  # our own

    title, about = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert root.get("lang") == "kk"
    assert root.get("aria-labelledby") == "t d"
    assert title is not None
    assert title.text == str(LONG["kk"].sentence)
    assert about is not None
    assert "Мәлімет уақыты: 2026 жылғы 22 қыркүйек, 17:00 (UTC+5)." in (about.text or "")


def test_words_that_look_like_markup_stay_words() -> None:
    badge = replace(LONG["kk"], remarks=("</text><script>alert(1)</script>&",))

    assert b"<script" not in drawing(badge).body


def test_a_place_that_is_not_known_has_no_level_and_never_turns_old() -> None:
    made = drawing(badge_of_nothing("kk"))

    assert "Мәлімет жоқ" in words(group(made, "now"))
    assert b"<set" not in made.body


def tokens(block: str) -> dict[str, str]:
    found = re.findall(r"--([\w-]+): (#\w+)", block)
    return {name: long_form(colour) for name, colour in found}


def long_form(colour: str) -> str:
    return "#" + "".join(2 * digit for digit in colour[1:]) if len(colour) == 4 else colour


def test_its_colours_are_those_of_the_pages() -> None:
    css = TOKENS.read_text(encoding="utf-8")
    light = tokens(css.partition("@media")[0])
    dark = light | tokens(css.partition(":root[data-scheme=dark]")[2].partition("}")[0])

    for named, told in ((light, LIGHT), (dark, DARK)):
        for key, short in (("yellow", "yel"), ("orange", "ora")):
            colours = told[key]
            assert (colours.ground, colours.rail) == (named[f"{short}-t"], named[short])
            assert (colours.edge, colours.bar) == (named[f"{short}-s"], named[f"{short}-on"])
        assert (told["none"].ground, told["none"].edge) == (named["none-t"], named["none-s"])
        assert told["red"].ground == named["red"]
        for key in ("none", "yellow", "orange", "unknown"):
            assert (told[key].ink, told[key].muted) == (named["ink"], named["muted"])


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("colours", [*LIGHT.values(), *DARK.values()])
def test_its_words_stand_out_seven_times_and_its_shape_three_times(colours: Colours) -> None:
    assert contrast(colours.ink, colours.ground) >= 7
    assert contrast(colours.muted, colours.ground) >= 5.5
    assert contrast(colours.edge, colours.ground) >= 3
