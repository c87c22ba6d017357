"""What the last check of the ledgers found, for the pages and files of the history."""

from dataclasses import dataclass

from guidance.desk.words import moment_label
from guidance.models import LedgerCheck


@dataclass(frozen=True, slots=True)
class Verified:
    """Hold the last check: when, and how many problems it found."""

    time: str
    problem_count: int
    problems: tuple[str, ...]


def last_check(zone: str, lang: str) -> Verified | None:
    """Give the last check of the ledgers, if there ever was one."""
    found = LedgerCheck.objects.order_by("-checked_at", "-pk").first()
    if found is None:
        return None
    problems = tuple(found.problems)
    return Verified(moment_label(found.checked_at, zone, lang), found.problem_count, problems)
