"""The worker, the script of pages and the manifest: what devices are given, and for how long."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client, override_settings

from portal.offline import scripts
from portal.offline.manifest import SIZES, icon_name, manifest
from portal.static_storage import lightened
from tools.draw_icons import SHARES, icon

LANGUAGES = ("kk", "ru", "en")


def test_the_worker_rules_the_whole_site_and_no_cache_holds_it_back(client: Client) -> None:
    answer = client.get("/sw.js")

    assert answer["Content-Type"] == "text/javascript; charset=utf-8"
    assert answer["Cache-Control"] == "no-cache"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "worker-src 'self'" in answer["Content-Security-Policy"]
    assert not answer.cookies
    assert answer.content.startswith(b'"use strict";\nconst BUILD = "')


def test_another_file_makes_another_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    before = scripts.worker()
    monkeypatch.setattr(scripts, "kept_files", lambda: ["/static/portal/site.0123456789ab.css"])

    after = scripts.worker()

    assert before.partition(",")[0] != after.partition(",")[0], "BUILD is another"
    assert "/static/portal/site.0123456789ab.css" in after


def test_a_file_that_may_change_under_its_name_is_not_kept() -> None:
    assert all("?v=" in address for address in scripts.kept_files())


@override_settings(OFFLINE_COPIES=False)
def test_switched_off_the_worker_clears_what_was_kept_and_goes(client: Client) -> None:
    told = client.get("/sw.js").content.decode()

    assert "registration.unregister()" in told
    assert "caches.delete" in told
    assert "fetch" not in told
    assert '"worker":""' in scripts.page_script("ru"), "pages register nothing any more"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_loads_its_script_by_an_address_that_is_kept_for_ever(
    client: Client, lang: str
) -> None:
    present = client.get(scripts.page_script_address(lang))
    past = client.get(f"/{lang}/offline.js?v=0123456789ab")

    assert present["Cache-Control"] == "public, max-age=31536000, immutable"
    assert past["Cache-Control"] == "no-cache"
    assert present.content == past.content


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("kk", ["Мәліметке {n} сағат болды"] * 3),
        ("ru", ["Данным {n} час", "Данным {n} часа", "Данным {n} часов"]),
        ("en", ["{n} hour old", "{n} hours old", "{n} hours old"]),
    ],
)
def test_the_script_has_every_form_of_an_hour(lang: str, forms: list[str]) -> None:
    line = scripts.page_script(lang).splitlines()[1]
    words = json.loads(line.removeprefix("const WORDS = ").removesuffix(";"))

    assert words["hours"] == dict(zip(("one", "few", "other"), forms, strict=True))
    assert "{time}" in words["offline"]
    assert all(words.values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_installed_the_portal_opens_in_the_language_of_the_page(client: Client, lang: str) -> None:
    answer = client.get(f"/manifest.webmanifest?lang={lang}")

    told = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert (told["lang"], told["start_url"], told["scope"], told["id"]) == (
        lang, f"/{lang}/", "/", "/",
    )  # fmt: skip


@pytest.mark.parametrize("query", ["", "?lang=kz", "?lang=", "?lang=kk&lang=%00"])
def test_without_a_language_that_we_speak_the_manifest_is_kazakh(
    client: Client, query: str
) -> None:
    assert json.loads(client.get(f"/manifest.webmanifest{query}").content)["lang"] == "kk"


def test_the_manifest_takes_its_colours_from_the_tokens() -> None:
    tokens = (settings.BASE_DIR / "portal/static/portal/css/tokens.css").read_text()
    told = manifest("kk")

    light = tokens.partition("prefers-color-scheme")[0]
    assert f"--page: {told['background_color']}" in light
    assert f"--ink: {told['theme_color']}" in light


def test_the_icons_are_drawn_from_the_mark() -> None:
    mark = (settings.BASE_DIR / "portal/static/portal/img/mark.svg").read_text()

    for purpose in SHARES:
        for size in SIZES:
            found = finders.find(icon_name(size, purpose))
            assert Path(str(found)).read_bytes() == icon(size, purpose), (purpose, size)
    assert re.search(r' d="([^"]+)"', mark)[1] in Path("tools/draw_icons.py").read_text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_scripts_of_a_phone_weigh_less_than_six_kilobytes(lang: str) -> None:
    sources = (scripts.SOURCES / f"{name}.js" for name in ("place", "live"))
    served = [lightened(source.read_text(encoding="utf-8")) for source in sources]

    texts = [scripts.worker(), scripts.page_script(lang), *served]

    assert sum(len(gzip.compress(text.encode(), 9)) for text in texts) <= 6 * 1024
