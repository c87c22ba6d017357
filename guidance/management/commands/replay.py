"""Publish an archive of declarations."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from guidance.intake.archive import replay
from guidance.intake.archive_rows import read_archive
from guidance.management.speaking import SpeakingCommand


class Command(SpeakingCommand):
    """Publish all of a file or nothing; the same file again changes nothing."""

    help = "Run an archive of declarations (CSV) through the rules and into the ledger."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        done = replay(read_archive(options["file"]), now=timezone.now())
        counts = {"published": done.published, "known": done.known}
        self.stdout.write(_("Published: %(published)d, known before: %(known)d.") % counts)
