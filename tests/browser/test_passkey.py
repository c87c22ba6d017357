"""A passkey, enrolled and used in Chromium under the strict policy."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site

NAME = "republican"
KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def desk(chromium: Browser) -> Iterator[tuple[Page, list[str]]]:
    """Return an editor's page with a built-in key, and what the browser complained of."""
    context = chromium.new_context(locale="en-US")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    session = context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    yield page, complaints
    context.close()


def give_password(page: Page, site: Site) -> None:
    page.fill("[name=login]", NAME)
    page.fill("[name=password]", site.password(NAME))
    page.click("main form button")
    page.wait_for_url("**/2fa/authenticate/")


def test_a_passkey_is_enrolled_and_then_signs_in_and_confirms(
    served: Callable[[str], Site], desk: tuple[Page, list[str]]
) -> None:
    site = served("none")
    page, complaints = desk
    # A passkey belongs to a name; an address in numbers has none.
    url = site.url.replace("127.0.0.1", "localhost")
    account = f"{url}/admin/account"

    page.goto(f"{url}/admin/")
    give_password(page, site)
    page.fill("[name=code]", site.code(NAME))
    page.click("main form button")
    page.wait_for_url(f"{url}/admin/")
    page.goto(f"{account}/2fa/webauthn/add/")
    page.fill("[name=name]", "Desk key")
    page.click("#add_key")
    page.wait_for_url(f"{account}/2fa/")
    page.goto(f"{account}/2fa/webauthn/")
    expect(page.get_by_text("Desk key")).to_be_visible()

    page.goto(f"{account}/logout/")
    page.click("main form button")
    page.wait_for_url(f"{account}/login/")
    give_password(page, site)
    page.click("#use_passkey")
    page.wait_for_url(f"{url}/admin/")
    page.goto(f"{account}/2fa/webauthn/reauthenticate/?next=/admin/desk/")
    page.click("#use_passkey")
    page.wait_for_url(f"{url}/admin/desk/")

    assert complaints == []
