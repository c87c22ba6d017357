"""What is timed on the database with a long history."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from time import perf_counter
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.test.utils import CaptureQueriesContext

from guidance.models import Declaration, Desk, Ledger, Region
from guidance.publish import Draft, content_hash, publish, save_draft, submit
from guidance.rules.errors import RuleError
from guidance.situations import at_instant, present

HOUR = timedelta(hours=1)
WORDS = {"kk": "Себебі бар.", "ru": "Причина есть.", "en": "There is a reason."}


def now() -> datetime:
    at = Ledger.objects.get(exercise=False).last_published_at
    assert at is not None
    return at + HOUR


def waiting_for(**facts: Any) -> Declaration:
    drafter = get_user_model().objects.get(username="drafter")
    draft = Draft(authority="KNB_CHAIR", legal_basis="DECREE_611", reason=WORDS, **facts)
    at = now()
    desk = Desk.objects.get(code="republican")
    return submit(save_draft(draft, by=drafter, desk=desk, at=at), by=drafter, at=at)


def published(waiting: Declaration) -> float:
    approver = get_user_model().objects.get(username="approver")
    at = now()
    seen = content_hash(waiting, at)
    begin = perf_counter()
    publish(waiting, approver=approver, at=at, seen_hash=seen)
    return perf_counter() - begin


def publications(turns: int) -> list[float]:
    """Publish on the country, on its regions, and on districts."""
    codes = list(Region.objects.order_by("-kind", "?"))
    codes.insert(0, codes.pop())
    times = []
    for turn in range(turns + 1):
        waiting = waiting_for(
            act="DECLARE", level="RED", regions=(codes[turn].code,), ends_at=now() + 24 * HOUR
        )
        times.append(published(waiting))
    return times[1:]


def situations() -> Iterator[tuple[str, float, int]]:
    """Ask as every request does, and as the first one after a publication or a change does."""
    at = now()
    regions = Region.objects.filter(parent__code="KZ").values_list("code", flat=True)
    first = ["KZ", *regions.order_by("code")]
    present(at)
    yield _asked("situation, as requests ask for it", lambda: present(at))
    yield _asked("the same of 20 regions, first after a change", lambda: at_instant(at, only=first))
    yield _asked("the same of 1,000 places, first after a change", lambda: at_instant(at))


def _asked(name: str, ask: Any) -> tuple[str, float, int]:
    with CaptureQueriesContext(connection) as queries:
        begin = perf_counter()
        ask()
        taken = perf_counter() - begin
    return name, taken, len(queries)


def withdrawals(turns: int) -> tuple[list[float], int]:
    """Withdraw acts of the last thousand, the oldest first."""
    count = Ledger.objects.get(exercise=False).count
    times, refused = [], 0
    for sequence in range(count - 990, count, 990 // turns):
        target = Declaration.objects.get(sequence=sequence, exercise=False)
        begin = perf_counter()
        try:
            waiting = waiting_for(act="WITHDRAW", refers_to=target.number)
        except RuleError:
            refused += 1
            times.append(perf_counter() - begin)
            continue
        times.append(published(waiting))
    return times, refused
