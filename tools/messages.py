"""Collect the interface's texts into the catalogues and compile them: `make messages`."""

import os
import re
import sys
from pathlib import Path

from django.core.management import call_command
from django.core.management.commands.compilemessages import Command as CompileMessages
from django.core.management.commands.makemessages import Command as MakeMessages

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ["kk", "ru"]
IGNORED = ["var", "tests", "tools", "bench", "docs", "node_modules", ".venv"]
# A date in the header would change the file on every run, and so would every merge.
DATE = re.compile(r'^"POT-Creation-Date: .*\n', re.MULTILINE)


class CollectMessages(MakeMessages):
    """Collect texts in the order of the alphabet, and never guess a translation."""

    msgmerge_options = [*MakeMessages.msgmerge_options, "--no-fuzzy-matching", "--sort-output"]
    xgettext_options = [*MakeMessages.xgettext_options, "--sort-output"]


def catalogue(language: str) -> Path:
    """Return the place of a language's catalogue."""
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def main() -> int:
    """Run makemessages and compilemessages for Kazakh and Russian."""
    os.chdir(ROOT)
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    sys.path.insert(0, str(ROOT))
    call_command(
        CollectMessages(),
        locale=LANGUAGES,
        ignore_patterns=[*IGNORED],
        no_location=True,
        no_obsolete=True,
        verbosity=0,
    )
    for language in LANGUAGES:
        path = catalogue(language)
        path.write_text(DATE.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    call_command(CompileMessages(), locale=LANGUAGES, ignore_patterns=[*IGNORED], verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
