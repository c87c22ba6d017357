"""Which of the two ledgers an address of the desk belongs to; none leads from one to the other."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

REAL = "desk"  # the names of the two instances of the desk's addresses
EXERCISE = "exercise"


def is_in_exercise(request: HttpRequest | None) -> bool:
    """Tell whether a request came to an address of the exercise ledger."""
    match = getattr(request, "resolver_match", None)
    return match is not None and match.namespace == EXERCISE


def desk_address(name: str, *, exercise: bool, **named: Any) -> str:
    """Give the address of a page of the desk in one of the ledgers."""
    ledger = EXERCISE if exercise else REAL
    return reverse(f"desk:{name}", kwargs=named, current_app=ledger)
