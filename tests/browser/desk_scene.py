"""Fill a demo's desk with one declaration of every state: `python -m tests.browser.desk_scene`.

Prints the numbers of the rows as JSON, for tests that open the screens about them.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import timedelta
from typing import Any

import django

from tests.browser.officers import REASONS


def fill(*, exercise: bool) -> dict[str, int]:
    """Make a declaration of each state in one ledger; give their keys."""
    from django.utils import timezone

    from guidance.models import Desk
    from guidance.publish import Draft, content_hash, publish, return_, save_draft, submit
    from portal.accounts.models import User

    at = timezone.now()
    drafter = User.objects.get(username="aqtobe-drafter")
    approver = User.objects.get(username="aqtobe-approver")
    desk = Desk.objects.get(region__code="KZ-15")

    def saved(act: str, **facts: Any) -> Any:
        draft = Draft(
            act=act, regions=("KZ-15",), authority="REGIONAL_HQ", legal_basis="DECREE_611",
            order_number="17", order_date=at.date(), reason=REASONS, **facts,
        )  # fmt: skip
        return save_draft(draft, by=drafter, desk=desk, at=at, exercise=exercise)

    week = {"level": "ORANGE", "ends_at": at + timedelta(hours=30)}
    first = submit(saved("DECLARE", **week), by=drafter, at=at)
    published = publish(first, approver=approver, at=at, seen_hash=content_hash(first, at))
    returned = submit(saved("LIFT"), by=drafter, at=at)
    returned = return_(returned, by=approver, reason="Name the order.", at=at)
    draft = saved("EXTEND", ends_at=at + timedelta(days=20))
    longer = saved("EXTEND", ends_at=at + timedelta(days=30))
    submitted = submit(longer, by=drafter, at=at)
    made = {"published": published, "returned": returned, "draft": draft, "submitted": submitted}
    return {state: declaration.pk for state, declaration in made.items()}


def ask_for_another_word() -> None:
    """Propose a new name of a measure, so that a change of the catalogues waits."""
    from django.utils import timezone

    from guidance.catalogue_kinds import CATALOGUES
    from guidance.catalogues import Wish, propose
    from portal.accounts.models import User

    measures = CATALOGUES["measure"]
    facts = {**measures.facts_of(measures.line("CURFEW")), "name_en": "A curfew holds"}
    republican = User.objects.get(username="republican")
    propose(Wish(measures, "CURFEW", "KZ", facts), by=republican, at=timezone.now())


def send_a_translation_back() -> dict[str, int]:
    """Let a translation come back whose source has changed meanwhile; give both keys."""
    from django.utils import timezone

    from portal.accounts.models import User
    from portal.news.models import ArticlePage
    from portal.news.translations import xliff
    from portal.news.translations.receiving import Upload, receive
    from portal.news.translations.sending import job_of

    page = ArticlePage.objects.live().order_by("pk").first()
    assert page is not None
    sent = xliff.write(job_of(page, "ru", "en"))
    page.headline_ru += "."
    page.save_revision().publish()
    by = User.objects.get(username="republican")
    [incoming] = receive([Upload("article.xlf", sent)], by=by, at=timezone.now())
    return {"article": page.pk, "incoming": incoming.pk}


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    ask_for_another_word()
    made = {
        "desk": fill(exercise=False),
        "exercise": fill(exercise=True),
        "newsroom": send_a_translation_back(),
    }
    sys.stdout.write(json.dumps(made))
