"""Run every promise of the project that this machine can test; name what it leaves out."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from ctypes.util import find_library
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.postgres import DATABASE, Cluster, binaries, cluster

ROOT = Path(__file__).resolve().parent.parent
BROWSER_TOOLS = ROOT / "tests" / "browser" / "node_modules" / "axe-core"
CHROMIUM = "/usr/bin/chromium"
# What a database can answer differently: the ledger and its guards, the desk that writes it, the
# search, lists and their indexes, logs that the database freezes, faults. The rest of the newsroom
# is Python above the same queries.
ON_POSTGRES = (
    "tests/guidance",
    "tests/faults",
    "tests/portal/accounts",
    "tests/portal/search",
    "tests/portal/test_checks.py",
    "tests/portal/test_page_queries.py",
    "tests/portal/test_unavailable.py",
    "tests/portal/home/test_redirects.py",
    "tests/portal/news/test_archive.py",
    "tests/portal/news/test_changes.py",
    "tests/portal/news/test_frozen_words.py",
    "tests/portal/news/test_listing.py",
    "tests/portal/news/test_people.py",
    "tests/portal/news/test_retold_words.py",
    "tests/portal/news/translations/test_records.py",
    "tests/portal/news/translations/test_report.py",
)
# What formats and pages say of what was read is asked once.
LEFT_TO_SQLITE = ("--ignore=tests/guidance/views", "--ignore=tests/guidance/channels")
PANGO = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-noto-core"


@dataclass(frozen=True)
class Part:
    """One run of pytest, and what it needs of the machine."""

    name: str
    missing: str  # how to install what is not there; empty when all is
    run: Callable[[], int]


def pytest(*arguments: str, **variables: str) -> int:
    """Run pytest in a process of its own; return its exit status."""
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **variables}, check=False
    ).returncode


def python(*arguments: str, **variables: str) -> None:
    """Run Python in a process of its own; it must succeed."""
    subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env={**os.environ, **variables}, check=True
    )


def on_sqlite() -> int:
    """Run everything but the browser on SQLite."""
    return pytest("-n2", "-m", "not browser and not postgres and not pdf")


@dataclass
class Prepared:
    """Make, beside the one process that sets paper, what the parts after it begin with."""

    postgres: bool
    chromium: bool
    stack: ExitStack = field(default_factory=ExitStack)
    cluster: Cluster | None = None
    demo: Path | None = None

    def make(self) -> None:
        """Migrate a PostgreSQL database, and build the demo."""
        if self.postgres:
            made = self.stack.enter_context(cluster())
            own = {"DATABASE_URL": made.url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
            python("manage.py", "migrate", "--verbosity=0", **own)
            self.cluster = made
        if self.chromium:
            folder = Path(self.stack.enter_context(TemporaryDirectory())) / "demo"
            python("-m", "tests.browser.building", str(folder))
            self.demo = folder

    def on_paper(self) -> int:
        """Set reports on paper and read them."""
        with ThreadPoolExecutor(1) as beside:
            made = beside.submit(self.make)
            status = pytest("-m", "pdf", "tests/guidance")
        made.result()
        return status

    def on_postgres(self) -> int:
        """Run once more, on a throw-away PostgreSQL, what a database can answer differently."""
        assert self.cluster is not None
        which = ("-m", "not browser and not pdf and not one_database")
        own = {"DATABASE_URL": self.cluster.url, "MIGRATED_DATABASE": DATABASE}
        status = pytest("-n2", *which, *LEFT_TO_SQLITE, *ON_POSTGRES, **own)
        self.cluster.stop()
        return status

    def in_chromium(self) -> int:
        """Use the running portal as citizens and editors do."""
        # A file, or a part that it names, stays in one process: its scenes are served once.
        groups = ("-n2", "--dist=loadgroup", "--no-loadscope-reorder")
        return pytest(*groups, "-m", "browser", "tests/browser", BUILT_DEMO=str(self.demo))


def _missing_for_browser() -> str:
    if not Path(CHROMIUM).exists():
        return "apt-get install chromium fonts-noto-core"
    if not BROWSER_TOOLS.exists() and shutil.which("npm"):
        subprocess.run(
            [shutil.which("npm") or "npm", "ci", "--ignore-scripts", "--silent"],
            cwd=ROOT / "tests" / "browser",
            check=False,
        )
    return "" if BROWSER_TOOLS.exists() else "npm ci --ignore-scripts in tests/browser"


def parts(stack: ExitStack) -> list[Part]:
    """List the runs, each with what this machine lacks for it."""
    no_postgres = "" if binaries() else "apt-get install postgresql"
    no_browser = _missing_for_browser()
    prepared = Prepared(not no_postgres, not no_browser, stack)
    no_paper = "" if find_library("pangoft2-1.0") else PANGO
    if no_paper:
        prepared.make()
    return [
        Part("SQLite", "", on_sqlite),
        Part("PDF", no_paper, prepared.on_paper),
        Part("PostgreSQL", no_postgres, prepared.on_postgres),
        Part("Chromium", no_browser, prepared.in_chromium),
    ]


def main() -> int:
    """Run all parts; fail when one fails, or is left out although REQUIRE_ALL is set."""
    failed, left_out = [], []
    with ExitStack() as stack:
        for part in parts(stack):
            if part.missing:
                left_out.append(f"{part.name} ({part.missing})")
                continue
            sys.stdout.write(f"\n== {part.name} ==\n")
            sys.stdout.flush()
            if part.run():
                failed.append(part.name)
    if left_out:
        sys.stdout.write(f"Left out on this machine: {'; '.join(left_out)}\n")
    if failed:
        sys.stdout.write(f"Failed: {', '.join(failed)}\n")
    required = os.environ.get("REQUIRE_ALL") == "1"
    return 1 if failed or (left_out and required) else 0


if __name__ == "__main__":
    sys.exit(main())
