"""A line of advice that two people of the republican desk reword."""

from __future__ import annotations

from datetime import datetime

from guidance.catalogue_kinds import CATALOGUES
from guidance.catalogues import Wish, confirm, propose
from tests import factories

NEWER = {f"text_{lang}": f"A newer line {lang}" for lang in ("kk", "ru", "en")}


def reword_advice(code: str, at: datetime) -> None:
    """Let one person propose a newer text and another confirm it; it holds from then on."""
    advice = CATALOGUES["advice"]
    wish = Wish(advice, code, "KZ", {**advice.facts_of(advice.line(code)), **NEWER})
    change = propose(wish, by=factories.drafter("republican"), at=at)
    confirm(change, by=factories.approver("republican"), at=at)
