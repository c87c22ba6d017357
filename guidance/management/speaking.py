"""Commands that answer the operator in the operator's language."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import translation

from guidance.intake.tables import FileError
from guidance.management.patience import patient


def operators_language() -> str:
    """Give the language of the terminal, where the portal speaks it, else English."""
    spoken = [code for code, _name in settings.LANGUAGES]
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        language = os.environ.get(variable, "").partition("_")[0].lower()
        if language in spoken:
            return language
    return "en"


class SpeakingCommand(BaseCommand):
    """Run in the operator's language, for as long as it takes; tell an error in a file."""

    def execute(self, *args: Any, **options: Any) -> str | None:
        with translation.override(operators_language()), patient(connection):
            try:
                return super().execute(*args, **options)
            except FileError as problem:
                raise CommandError(str(problem)) from problem
