"""Every sentence that an exercise composes begins with the word, in each language."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guidance.models import Declaration
from guidance.rules.patterns import EXERCISE
from tests import factories
from tests.factories import DAY, MINUTE, NOON, REASON
from tests.guidance.conftest import Office

OTHER_REASON = {lang: f"{text} 2" for lang, text in REASON.items()}
FIRST = "EX-2026-0001"
ACTS: dict[str, dict[str, Any]] = {
    "DECLARE": {"regions": ("KZ-71",)},
    "CHANGE": {"level": "RED"},
    "EXTEND": {"ends_at": NOON + 20 * DAY, "refers_to": FIRST},
    "LIFT": {"refers_to": FIRST},
    "CORRECT": {"refers_to": FIRST, "reason": OTHER_REASON},
    "WITHDRAW": {"refers_to": FIRST},
}


@pytest.mark.parametrize("act", ACTS)
def test_headline_and_summary_of_every_act(act: str, aqtobe: Office, republican: Office) -> None:
    people = (aqtobe.drafter, aqtobe.approver)
    factories.published(*people, exercise=True)
    desk = "aqtobe"
    if act == "DECLARE":
        people, desk = (republican.drafter, republican.approver), "republican"
    later: Declaration = factories.published(
        *people, desk=desk, exercise=True, act=act, at=NOON + MINUTE, **ACTS[act]
    )

    frozen = json.loads(bytes(later.bulletin.body))
    assert (frozen["ledger"], later.act) == ("EXERCISE", act)
    for lang, first in EXERCISE.fill(text="").as_dict().items():
        for name in ("headline", "summary"):
            assert frozen[name][lang].startswith(first), (name, lang, frozen[name][lang])
        assert getattr(later, f"summary_{lang}").startswith(first)
