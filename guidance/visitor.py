"""From where somebody asks, by the function that the settings name."""

from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from guidance.models import Address


def visitor_address(request: HttpRequest) -> Address:
    """Give the visitor's address, as the outermost of the trusted proxies saw it."""
    ask = cast(Callable[[HttpRequest], Address], import_string(settings.CLIENT_ADDRESS))
    return ask(request)
