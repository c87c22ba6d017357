"""Bring in the articles of another newsroom."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from guidance.management.speaking import SpeakingCommand
from portal.news.moving_in.bringing_in import FolderRefused, bring_in


class Command(SpeakingCommand):
    """Publish all articles of a folder, or none; with --skip-bad all that can be read."""

    help = (
        "Publish the articles of a folder: Markdown with its facts on top, one file a language "
        "(ADDRESS.kk.md, ADDRESS.ru.md, ADDRESS.en.md). Articles that are there stay as they are."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--skip-bad", action="store_true", help="name bad files and bring in the others"
        )

    def handle(self, *args: Any, folder: Path, skip_bad: bool, **options: Any) -> None:
        if not folder.is_dir():
            raise CommandError(_("There is no folder %(name)s.") % {"name": folder})
        try:
            brought = bring_in(folder, skip_bad=skip_bad)
        except FolderRefused as refused:
            raise CommandError(f"{refused}\n{_('Nothing was brought in.')}") from refused
        for problem in brought.problems:
            self.stderr.write(_("Left out: %(problem)s") % {"problem": problem})
        counts = {"published": brought.published, "known": brought.known}
        self.stdout.write(_("Published: %(published)d, known before: %(known)d.") % counts)
