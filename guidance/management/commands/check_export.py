"""Compare entries that somebody took out of the audit with the log itself."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from guidance.management.speaking import SpeakingCommand
from guidance.models import AuditEntry
from guidance.publishing.canonical import sha256
from guidance.taken_out import line_of

SHOWN = 20


class Command(SpeakingCommand):
    """Exit with status 1 where a line differs, or nobody ever took such a file out."""

    help = "Check JSON Lines of the audit against the log, and tell who took them out."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", help="the JSON Lines")

    def handle(self, *args: Any, **options: Any) -> None:
        body = _read(options["file"])
        differing = [place for place, line in enumerate(body.splitlines(), 1) if not _stands(line)]
        if differing:
            facts = {"places": ", ".join(map(str, differing[:SHOWN])), "count": len(differing)}
            raise CommandError(
                _("Lines that the log does not hold like this (%(count)d): %(places)s") % facts
            )
        digest = sha256(body)
        exported = AuditEntry.objects.filter(action=AuditEntry.Action.EXPORTED)
        known = exported.filter(details__sha256=digest).select_related("actor").order_by("pk")
        if not known.exists():
            raise CommandError(
                _("Nobody took out a file with this hash: %(hash)s") % {"hash": digest}
            )
        for entry in known:
            person = entry.actor.get_username() if entry.actor else ""
            question = entry.details.get("question", "")
            self.stdout.write(" · ".join((digest, person, entry.at.isoformat(), question)))


def _read(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise CommandError(str(error)) from error


def _stands(line: bytes) -> bool:
    """Tell whether the log holds an entry of exactly these bytes."""
    try:
        pk = json.loads(line)["entry"]
    except (ValueError, TypeError, KeyError):
        return False
    rows = AuditEntry.objects.select_related("actor", "subject", "desk", "declaration")
    entry = rows.filter(pk=pk).first() if isinstance(pk, int) else None
    return entry is not None and line_of(entry) == line + b"\n"
