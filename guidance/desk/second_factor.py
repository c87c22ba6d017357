"""The second factor, by the module that the settings name."""

from datetime import datetime
from importlib import import_module
from typing import Any, Protocol, cast

from django.conf import settings
from django.http import HttpRequest


class SecondFactor(Protocol):
    """Tell whether a factor was shown lately, and take a code."""

    def is_fresh(self, request: HttpRequest, at: datetime) -> bool: ...

    def may_try(self, user: Any, at: datetime) -> bool: ...

    def verify(self, request: HttpRequest, code: str, at: datetime) -> bool: ...


def second_factor() -> SecondFactor:
    """Give the second factor of this site."""
    return cast(SecondFactor, import_module(settings.SECOND_FACTOR))
