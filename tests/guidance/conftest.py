"""What tests of the ledger share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from tests import factories


@dataclass(frozen=True)
class Office:
    """Hold the two people that a desk needs."""

    drafter: Any
    approver: Any


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands answer in English, whatever the terminal that runs the tests speaks."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def reference_data(db: None) -> None:
    """Load regions, catalogues, desks and the accounts of the archive."""
    factories.reference_data()


@pytest.fixture
def aqtobe(reference_data: None) -> Office:
    """Give the two people of the desk of Aktobe Region."""
    return Office(factories.drafter("aqtobe"), factories.approver("aqtobe"))


@pytest.fixture
def republican(reference_data: None) -> Office:
    """Give the two people of the republican desk."""
    return Office(factories.drafter("republican"), factories.approver("republican"))
