"""The command that fills a new site with the demo's record, articles and accounts."""

import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.accounts.demo import make_demo_accounts
from portal.news.demo_forgeries import load_demo_forgeries
from portal.news.demo_pages import load_demo_articles

TIMELINE = settings.BASE_DIR / "guidance" / "reference" / "timeline-2016-2017.csv"


class Command(BaseCommand):
    """Replay 2016-2017, load the articles and make the three accounts of the demo."""

    help = "Fills a new site with the demo: the record of 2016-2017, articles and accounts."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("accounts_file", type=Path, help="where to write names and passwords")

    def handle(self, *args: Any, accounts_file: Path, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("Demo accounts may stand in a demo only: set DEMO=1.")
        call_command("replay", str(TIMELINE))
        load_demo_articles()
        load_demo_forgeries()
        lines = [
            f"  {account.name:<20} {account.password}   {account.about}\n"
            for account in make_demo_accounts()
        ]
        handle = os.open(accounts_file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.writelines(lines)
