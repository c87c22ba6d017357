"""A portal whose network and deploys a test commands, and what is asked of a phone before it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import urllib.request
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from time import time
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from tests.browser.conftest import (
    ROOT,
    Site,
    clean_environment,
    free_port,
    serve_environment,
    wait_until_alive,
)

STYLE = "portal/site.css"
KEPT = """async (path) => {
    for (const name of await caches.keys())
        if (await (await caches.open(name)).match(path)) return true;
    return false;
}"""
KEPT_ANEW = """async ([old, path]) => {
    const name = (await caches.keys()).find((each) => !old.includes(each));
    return Boolean(name && await (await caches.open(name)).match(path));
}"""
UPDATE = "navigator.serviceWorker.getRegistration().then((found) => found && found.update())"
BROKEN = """oninstall = () => skipWaiting();
onactivate = (event) => event.waitUntil(clients.claim());
onfetch = (event) => event.respondWith(Response.error());"""


@dataclass
class Served(Site):
    """A portal that can be stopped, started again and deployed anew at the same address."""

    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, **variables: str) -> None:
        """Start the server, with other variables where a test says so."""
        bind = ["--workers=1", "--threads=4", f"--bind=127.0.0.1:{self.port}"]
        with (self.folder / "server.log").open("ab") as log:
            server = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "portal.wsgi", *bind, "--no-control-socket"],
                cwd=ROOT, env={**self.env, **variables}, stdout=log, stderr=log,
            )  # fmt: skip
        self.processes.append(server)
        wait_until_alive(self.url, server)
        with urllib.request.urlopen(f"{self.url}/ru/regions/aqtobe/") as page:  # noqa: S310
            page.read()  # the first page is slow, and a phone waits four seconds for it

    def stop(self) -> None:
        """Stop the server; nothing answers at its address."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(timeout=20)
        self.processes.clear()

    def deploy_another_style(self) -> str:
        """Give the style sheet another text, and so another address; return that."""
        static = self.folder / "static"
        manifest = static / "staticfiles.json"
        told = json.loads(manifest.read_text(encoding="utf-8"))
        another = "portal/site.0123456789ab.css"
        shutil.copy(static / told["paths"][STYLE], static / another)
        told["paths"][STYLE] = another
        manifest.write_text(json.dumps(told), encoding="utf-8")
        return f"/static/{another}"


def portal_of(built_demo: Path, folder: Path) -> Served:
    """Copy the demo, red in Aktobe Region and yellow elsewhere, for a server of its own."""
    shutil.copytree(built_demo, folder)
    port = free_port()
    env = {**clean_environment(), **serve_environment(folder, port), "OFFLINE_COPIES": "1"}
    site = Served(folder, port, env)
    site.run("-m", "tests.browser.scenes", "red")
    return site


def until(page: Page, question: str, asked: Any = None) -> None:
    """Ask a page again until what it promises is true."""
    for _ in range(160):
        if page.evaluate(question, asked):
            return
        page.wait_for_timeout(50)
    pytest.fail(f"not within eight seconds: {question} {asked}")


def levels_shown(page: Page) -> set[str]:
    """Name the levels that blocks of the page claim to be in force."""
    claims = page.locator("[data-asof], [data-until], .map").evaluate_all(
        "(all) => all.flatMap((e) => [e, ...e.querySelectorAll('[data-level]')])"
        ".map((e) => e.dataset.level).filter(Boolean)"
    )
    return set(claims)


def status_of(page: Page, address: str) -> int:
    try:
        answer = page.goto(address)
    except Error:
        return 0
    return answer.status if answer else 0


def filter_of_card(page: Page) -> Any:
    return page.evaluate("getComputedStyle(document.querySelector('.level')).filter")


def in_days(days: int) -> int:

    return int(time() + days * 86_400)


def server_time_moves(page: Page, by: timedelta) -> None:
    """Let the server's clock go with the page's: a test can't wait so long."""

    at = format_datetime(datetime.now(UTC) + by, usegmt=True)
    page.route("**/healthz", lambda route: route.fulfill(headers={"Date": at}))


def forget(page: Page) -> None:
    """Let the browser drop the pages that it may show again for four seconds."""
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
