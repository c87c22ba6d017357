"""The running portal, and Chromium before it."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.building import build, clean_environment, serve_environment

ROOT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


# Walks over many screens begin first: what is left for the end is short, and no process waits.
LONG = ("test_desk_accessibility", "test_accessibility", "test_desk_by_keyboard")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder: it drives Chromium, beside those of its file."""
    here = Path(__file__).parent
    ours = [item for item in items if here in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        if item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    places = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


def each_in_a_group_of_its_own(values: Iterable[str]) -> list[Any]:
    """Let a process take one value of a long test, and another the next."""
    return [pytest.param(value, marks=pytest.mark.xdist_group(value)) for value in values]


def free_port() -> str:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@dataclass
class Site:
    """A portal that runs on this machine: its address, its data and its commands."""

    folder: Path
    port: str
    env: dict[str, str]

    @property
    def url(self) -> str:
        """Return the address without a slash at its end."""
        return f"http://127.0.0.1:{self.port}"

    def run(self, *arguments: str) -> str:
        """Run a Python module or command of the project against this site's data."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT, env=self.env, check=True, capture_output=True, text=True,
        )  # fmt: skip
        return done.stdout

    def manage(self, *arguments: str) -> str:
        """Run an administrative command."""
        return self.run("manage.py", *arguments)

    def password(self, name: str) -> str:
        """Return a demo account's password, as `make demo` prints it."""
        for line in (self.folder / "demo_accounts.txt").read_text(encoding="utf-8").splitlines():
            account, password, *_ = line.split()
            if account == name:
                return password
        raise KeyError(name)

    def code(self, name: str) -> str:
        """Return a demo account's present second factor."""
        return self.manage("demo_code", name).strip()


def wait_until_alive(url: str, process: subprocess.Popen[bytes]) -> None:
    """Return when the server answers; fail when it died or takes half a minute."""
    for _ in range(150):
        if process.poll() is not None:
            pytest.fail(f"the server ended with status {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the server did not answer in 30 seconds")


@pytest.fixture(scope="session")
def built_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the whole demo.

    Processes that test side by side share it: the first builds, the others wait.
    """
    if "BUILT_DEMO" in os.environ:
        return Path(os.environ["BUILT_DEMO"])
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "demo"
    with (shared / "demo.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return folder if folder.exists() else build(folder)


@contextmanager
def serving(site: Site) -> Iterator[None]:
    """Serve a site until the end of the block."""
    bind = ["--workers=2", f"--bind=127.0.0.1:{site.port}", "--no-control-socket"]
    arguments = ["-m", "gunicorn", "portal.wsgi", *bind]
    with (site.folder / "server.log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, *arguments], cwd=ROOT, env=site.env, stdout=log, stderr=log
        )
    try:
        wait_until_alive(site.url, server)
        yield
    finally:
        server.terminate()
        server.wait(timeout=60)


@pytest.fixture(scope="session")
def served(built_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Return a function that serves a copy of the demo, changed by a scene; stop all at the end."""
    sites: dict[str, Site] = {}

    def serve_scene(scene: str) -> Site:
        if scene in sites:
            return sites[scene]
        folder = tmp_path_factory.mktemp(scene) / "data"
        shutil.copytree(built_demo, folder)
        port = free_port()
        env = {**clean_environment(), **serve_environment(folder, port)}
        site = sites[scene] = Site(folder, port, env)
        if scene in ("yellow", "red"):
            site.run("-m", "tests.browser.scenes", scene)
        stack.enter_context(serving(site))
        return site

    with ExitStack() as stack:
        yield serve_scene


@dataclass(frozen=True)
class Stated:
    """A portal that holds every state of a level at once, and where each is to be seen."""

    site: Site
    addresses: dict[str, str]


@pytest.fixture(scope="session")
def stated(served: Callable[[str], Site]) -> Stated:
    """Return a portal in which every state was made by the desk's own verbs."""
    site = served("states")
    return Stated(site, json.loads(site.run("-m", "tests.browser.states")))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return one Chromium for the session."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Return a page as a citizen on a phone has it: 320 px wide, nothing stored."""
    context: BrowserContext = chromium.new_context(viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Keep a picture of every open page when a test fails."""
    outcome: Any = yield
    report = outcome.get_result()
    browser: Browser | None = getattr(item, "funcargs", {}).get("chromium")
    if report.when != "call" or not report.failed or browser is None:
        return
    folder = ROOT / "test-results"
    folder.mkdir(exist_ok=True)
    pages = [page for context in browser.contexts for page in context.pages]
    for number, open_page in enumerate(pages):
        open_page.screenshot(path=folder / f"{item.name[:60]}-{number}.png", full_page=True)
        report.sections.append(
            (f"page {number}", f"{open_page.url}\n{open_page.inner_text('body')}")
        )
