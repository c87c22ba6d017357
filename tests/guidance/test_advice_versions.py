"""A line of advice has versions, each in force from its day."""

from __future__ import annotations

from guidance import catalogue_kinds
from guidance.catalogues import Wish, confirm, propose
from guidance.models import Advice
from tests import factories
from tests.factories import NOON
from tests.guidance.conftest import Office


def test_advice_comes_in_versions(republican: Office) -> None:
    later, advice = NOON + factories.DAY, catalogue_kinds.CATALOGUES["advice"]
    for key, change in (("Y1", {"text_en": "New"}), ("Y2", {"is_dropped": True})):
        facts = {**advice.facts_of(advice.line(key)), **change}
        wish = Wish(advice, key, "KZ", facts, reason="New advice.", in_force_from=later)
        confirm(propose(wish, by=republican.drafter, at=NOON), by=republican.approver, at=NOON)

    now = {line.code: line.text_en for line in Advice.objects.in_force(NOON)}
    then = {line.code: line.text_en for line in Advice.objects.in_force(later)}

    assert now["Y1"] == "Stay calm, do not panic"
    assert then["Y1"] == "New"
    assert set(now) - set(then) == {"Y2"}
