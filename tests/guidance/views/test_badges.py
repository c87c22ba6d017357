"""Badges as other sites ask for them: what the page says, held by nobody longer than it holds."""

from __future__ import annotations

import gzip
import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings

from guidance.channels.badge.drawing import source_of
from guidance.models import FormerSlug, Region
from tests.factories import DAY, MINUTE, NOON, published
from tests.guidance.conftest import Office
from tests.guidance.views.conftest import LANGUAGES, Page, Reader

HOUR = timedelta(hours=1)
STATIC = settings.BASE_DIR / "portal" / "static" / "portal"


def now_of(page: Page) -> str:
    """Give the words of the face that a fresh badge shows."""
    face = page.source.partition('<g class="now">')[2].partition('<g class="old"')[0]
    texts = re.findall(r"<text[^>]*>([^<]*)</text>", face)
    return " ".join(texts).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_says_level_since_end_and_time_as_the_page_does(
    read: Reader, aqtobe: Office, lang: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    page = read(f"/{lang}/regions/aqtobe/", NOON + HOUR)
    said = now_of(read(f"/{lang}/badge/KZ-15.svg", NOON + HOUR))

    sentence = page.match(r"<title>(.*?) · Деңгей</title>")
    since = page.match(r'<div class="key"><dt>[^<]*</dt><dd><time[^>]*>([^<]*)')
    end = page.match(r'<div class="key"><dt>[^<]*</dt><dd>(?!<time)([^<]*)')
    assert sentence in said
    assert since in said
    assert end.split(",")[0].split(" unless")[0] in said
    assert {"kk": "2026 жылғы 22 қараша, 18:00 (UTC+5)", "ru": "22 ноября 2026 года, 18:00 (UTC+5)",
            "en": "22 November 2026, 18:00 (UTC+5)"}[lang] in said  # fmt: skip
    assert f"dengei.example/{lang}/regions/aqtobe/" in said


@pytest.mark.parametrize(
    ("acts", "at", "words"),
    [
        ([], NOON, "no terrorism threat level in force"),
        ([{"ends_at": None}], NOON + HOUR, "Until further notice"),
        ([{"ends_at": NOON + 9 * HOUR}], NOON + HOUR, "Ends soon. Ends 23 November, 02:00"),
        ([{"starts_at": NOON + DAY}], NOON + HOUR, "Takes effect: 23 November 2026, 17:00"),
        ([{}, {"act": "LIFT", "at": NOON + HOUR}], NOON + DAY, "Lifted: 22 November 2026"),
        ([{"ends_at": NOON + HOUR}], NOON + DAY, "High (orange) level. Ended as planned, 22 Nov"),
        (
            [{}, {"act": "WITHDRAW", "refers_to": "2026-0001", "at": NOON + HOUR}],
            NOON + 2 * HOUR,
            "The portal showed in error (22 November 2026, 17:00–18:00): high (orange)",
        ),
        (
            [{"level": "RED", "regions": ("KZ-15-aqtobe",)}],
            NOON + HOUR,
            "The town of Aktobe: critical (red)",
        ),
    ],
)
def test_it_tells_what_stands_above_the_card_of_the_page(
    read: Reader, aqtobe: Office, acts: list[dict[str, Any]], at: Any, words: str
) -> None:
    for act in acts:
        published(aqtobe.drafter, aqtobe.approver, **act)

    assert words in now_of(read("/en/badge/KZ-15.svg", at))


def test_it_holds_for_ten_minutes_and_never_past_the_next_change(
    read: Reader, aqtobe: Office
) -> None:
    published(aqtobe.drafter, aqtobe.approver, ends_at=NOON + 9 * HOUR)

    early = read("/en/badge/KZ-15.svg", NOON + HOUR + timedelta(seconds=20))
    late = read("/en/badge/KZ-15.svg", NOON + 9 * HOUR - timedelta(minutes=3, seconds=30))
    last = read("/en/badge/KZ-15.svg", NOON + 9 * HOUR - timedelta(seconds=20))

    assert "holds until 18:10" in now_of(early)
    assert 'begin="540s"' in early.source  # whole minutes, counted from the end of this one
    assert "holds until 02:00" in now_of(late)
    assert 'begin="180s"' in late.source
    assert 'begin="0s"' in last.source
    assert "no terrorism" in now_of(read("/en/badge/KZ-15.svg", NOON + 9 * HOUR))


def test_a_new_level_is_another_picture_and_the_same_minute_the_same(
    read: Reader, aqtobe: Office
) -> None:
    first = read("/kk/badge/KZ-15.svg", NOON + timedelta(seconds=5)).response
    mark = {"If-None-Match": first["ETag"]}
    assert read("/kk/badge/KZ-15.svg", NOON + timedelta(seconds=50), **mark).status == 304
    assert read("/kk/badge/KZ-15.svg", NOON + MINUTE, **mark).status == 200

    published(aqtobe.drafter, aqtobe.approver)

    assert read("/kk/badge/KZ-15.svg", NOON + timedelta(seconds=55), **mark).status == 200


def test_other_sites_may_show_it_and_no_cache_may_fall_back_on_an_old_one(
    read: Reader, aqtobe: Office
) -> None:
    page = read("/kk/badge/KZ-15.svg")

    style = re.search("<style>(.*?)</style>", page.source)
    assert style is not None
    assert page.response["Content-Type"] == "image/svg+xml"
    assert page.response["Cache-Control"] == "public, max-age=4, must-revalidate"
    assert page.response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert page.response["Access-Control-Allow-Origin"] == "*"
    policy = page.response["Content-Security-Policy"]
    assert policy == f"default-src 'none'; style-src {source_of(style[1])}; sandbox"
    assert not page.response.cookies
    # The ledger's key, the periods around with their acts' regions and advice; the rest is kept.
    assert len(read("/kk/badge/KZ-15.svg", NOON + MINUTE).queries) <= 5


@pytest.mark.parametrize("address", ["KZ-99.svg", "%00.svg", "қала.svg", "KZ-15'.svg"])
def test_a_place_that_is_not_known_is_a_picture_that_says_so(
    read: Reader, aqtobe: Office, address: str
) -> None:
    page = read(f"/en/badge/{address}")

    assert page.status == 404
    assert page.response["Content-Type"] == "image/svg+xml"
    assert "No data This does not mean that no level is in force" in now_of(page)
    assert "ETag" not in page.response


@pytest.mark.parametrize("query", ["size=huge", "theme=pink", "size=", "theme=DARK"])
def test_a_choice_that_is_not_known_is_refused_as_a_picture(
    read: Reader, aqtobe: Office, query: str
) -> None:
    page = read(f"/en/badge/KZ-15.svg?{query}")

    assert page.status == 400
    assert "No data" in now_of(page)


@pytest.mark.parametrize("kind", [".svg", "/", "/frame/"])
@pytest.mark.parametrize("asked", ["kz-15", "aqtobe", "aktobe-oblast"])
def test_other_spellings_and_former_addresses_lead_to_the_place(
    read: Reader, aqtobe: Office, kind: str, asked: str
) -> None:
    FormerSlug.objects.create(region=Region.objects.get(code="KZ-15"), slug="aktobe-oblast")

    answer = read(f"/ru/badge/{asked}{kind}?theme=dark").response

    assert (answer.status_code, answer["Location"]) == (302, f"/ru/badge/KZ-15{kind}?theme=dark")
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"


def test_an_exercise_never_appears_on_a_badge(read: Reader, aqtobe: Office) -> None:
    published(aqtobe.drafter, aqtobe.approver, exercise=True, level="RED")

    for kind in (".svg", "/frame/"):
        source = read(f"/en/badge/KZ-15{kind}", NOON + HOUR).source
        assert "critical" not in source
        assert "EXERCISE" not in source.upper()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_frame_may_stand_on_every_site_and_a_page_on_none(
    read: Reader, aqtobe: Office, lang: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver)

    frame = read(f"/{lang}/badge/KZ-15/frame/", NOON + HOUR)

    policy = frame.response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "unsafe" not in policy
    assert "X-Frame-Options" not in frame.response
    assert frame.response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert frame.response["Cache-Control"] == "public, max-age=4, must-revalidate"
    assert not frame.response.cookies
    for other in (f"/{lang}/badge/KZ-15/", f"/{lang}/regions/aqtobe/"):
        answer = read(other, NOON + HOUR).response
        assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
        assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_frame_is_a_small_page_without_script_that_leads_to_the_place(
    read: Reader, aqtobe: Office, lang: str
) -> None:
    published(aqtobe.drafter, aqtobe.approver, level="RED", ends_at=None)

    frame = read(f"/{lang}/badge/KZ-15/frame/", NOON + HOUR)

    styles = [(STATIC / name).read_bytes() for name in ("css/tokens.css", "badge.css")]
    whole = sum(len(gzip.compress(part, 9)) for part in (frame.response.content, *styles))
    assert whole <= 3 * 1024
    assert "<script" not in frame.source
    assert "style=" not in frame.source
    assert "http-equiv" not in frame.source
    assert "Refresh" not in frame.response
    assert f'href="https://dengei.example/{lang}/regions/aqtobe/" target="_top"' in frame.source
    assert 'data-level="red"' in frame.source
    assert 'aria-hidden="true"><path d="M7.9 2h8.2L22' in frame.source
    assert "2026" in frame.text
    assert '<body class="m9">' in frame.source


def test_a_frame_of_no_place_says_so(read: Reader, aqtobe: Office) -> None:
    frame = read("/ru/badge/KZ-99/frame/")

    assert frame.status == 404
    assert "Нет данных" in frame.text
    assert "Это не значит, что уровень не установлен" in frame.text
    assert "устарела" not in frame.text
    assert "frame-ancestors *" in frame.response["Content-Security-Policy"]


def test_its_style_only_steps_and_never_moves() -> None:
    css = (STATIC / "badge.css").read_text(encoding="utf-8")

    assert re.findall(r"animation: \w+ (\S+)", css) == ["0s", "0s"]
    assert "transition" not in css
    assert "url(" not in css
    assert {f".m{minutes} " in css for minutes in range(11)} == {True}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_gives_code_that_works(read: Reader, aqtobe: Office, lang: str) -> None:
    published(aqtobe.drafter, aqtobe.approver)
    page = read(f"/{lang}/badge/KZ-15/", NOON + HOUR)

    source = page.response.content.decode()
    codes = [html.unescape(code) for code in re.findall(r"readonly[^>]*>(.*?)</textarea>", source)]
    assert [code[:3] for code in codes] == ["<a ", "<a ", "<a ", "<a ", "<if"]
    for code in codes:
        [address] = re.findall(r'src="https://dengei.example([^"]+)"', code)
        assert read(address, NOON + HOUR).status == 200
        # What stays on another site must not name a level, which will change.
        assert "orange" not in code
        assert "сары" not in code
        assert "referrerpolicy" in code
    assert f'<iframe src="/{lang}/badge/KZ-15/frame/"' in source
    assert "frame-src 'self'" in page.response["Content-Security-Policy"]
    assert read(f"/{lang}/badge/KZ-99/").status == 404


def test_the_page_of_a_place_leads_to_it(read: Reader, aqtobe: Office) -> None:
    place = read("/kk/regions/aqtobe/").source

    assert 'href="/kk/badge/KZ-15/"' in place
    assert 'href="/kk/calendar/KZ-15.ics"' in place
