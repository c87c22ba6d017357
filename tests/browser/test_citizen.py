"""A citizen with an old phone finds the level, in each language, by links alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

LEVEL_WORDS = {
    "kk": ("Ақтөбе облысы", "шекті («қызыл»)", "Қазір не істеу керек"),
    "ru": ("Актюбинская область", "критический («красный»)", "Что делать сейчас"),
    "en": ("Aktobe Region", "critical (red)", "What to do now"),
}


@pytest.fixture
def old_phone(chromium: Browser) -> Iterator[Page]:
    """Return a page 320 px wide that runs no script."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 568}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_a_citizen_chooses_a_region_and_reads_the_level_and_what_to_do(
    served: Callable[[str], Site], old_phone: Page, lang: str
) -> None:
    site = served("red")
    name, level, do_now = LEVEL_WORDS[lang]

    old_phone.goto(f"{site.url}/{lang}/")
    old_phone.locator("select[name=go]").select_option("aqtobe")
    old_phone.locator("form:has(select[name=go]) button").click()

    expect(old_phone).to_have_url(f"{site.url}/{lang}/regions/aqtobe/")
    expect(old_phone.locator("h1")).to_have_text(name)
    card = old_phone.locator("section.level[data-level=red]")
    expect(card).to_contain_text(level)
    expect(old_phone.get_by_role("heading", name=do_now)).to_be_visible()
    expect(old_phone.locator(".advice li").first).to_be_visible()


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_first_screen_of_a_phone_holds_the_level(
    served: Callable[[str], Site], old_phone: Page, lang: str
) -> None:
    site = served("red")

    old_phone.goto(f"{site.url}/{lang}/regions/aqtobe/")
    words = old_phone.locator("section.level strong").first.bounding_box()

    assert words is not None
    assert words["y"] + words["height"] <= 568


@pytest.mark.parametrize("lang", ["kk", "ru", "en"])
def test_the_day_of_7_june_2016_reads_the_same_in_words(
    served: Callable[[str], Site], old_phone: Page, lang: str
) -> None:
    site = served("none")
    yellow = {"kk": "орташа («сары»)", "ru": "умеренный («жёлтый»)", "en": "moderate (yellow)"}
    red = {code: words[1] for code, words in LEVEL_WORDS.items()}

    old_phone.goto(f"{site.url}/{lang}/history/2016-06-07/")
    main = old_phone.locator("main")

    expect(main).to_contain_text(yellow[lang])
    expect(main).to_contain_text(red[lang])
    old_phone.goto(f"{site.url}/{lang}/regions/aqtobe-town/on/2016-06-07/")
    expect(old_phone.locator("main")).to_contain_text(red[lang])


def test_a_reader_who_changes_the_language_stays_on_the_page(
    served: Callable[[str], Site], old_phone: Page
) -> None:
    site = served("red")

    old_phone.goto(f"{site.url}/kk/regions/aqtobe-town/?q=1")
    old_phone.locator(".langs a[hreflang=ru]").click()

    expect(old_phone).to_have_url(f"{site.url}/ru/regions/aqtobe-town/?q=1")
    expect(old_phone.locator("html")).to_have_attribute("lang", "ru")


def test_nothing_is_stored_and_nobody_else_is_asked(
    served: Callable[[str], Site], chromium: Browser
) -> None:
    site = served("red")
    context = chromium.new_context()
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))

    for path in ("/kk/", "/ru/regions/", "/en/regions/aqtobe/", "/kk/levels/", "/ru/news/"):
        page.goto(site.url + path, wait_until="networkidle")

    assert len(asked) >= 10
    assert [url for url in asked if not url.startswith(site.url)] == []
    assert context.cookies() == []
    assert complaints == []
    context.close()


def test_a_doubted_message_is_checked_from_the_first_page(
    served: Callable[[str], Site], old_phone: Page
) -> None:
    site = served("red")

    old_phone.goto(f"{site.url}/ru/")
    old_phone.get_by_label("Код или ссылка из сообщения").fill("Перешлите всем! ２０１６–ООО1")
    old_phone.get_by_role("button", name="Проверить").press("Enter")

    expect(old_phone).to_have_url(f"{site.url}/ru/check/")
    verdict = old_phone.locator("section[aria-labelledby=verdict]")
    expect(verdict).to_contain_text("Это сообщение опубликовано порталом")
    assert old_phone.evaluate("document.documentElement.scrollWidth") <= 320
    verdict.get_by_role("link", name="Решение № 2016-0001").click()
    expect(old_phone.locator("#checked")).to_contain_text("опубликовано порталом")
