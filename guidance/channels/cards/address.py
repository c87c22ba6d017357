"""The address of a picture, which names what it says, and who answers for it."""

from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import get_language

from guidance.channels.cards.layout import DEFAULT
from guidance.channels.cards.story import Story
from guidance.channels.cards.telling import Operator


def address_of(path: str, version: str, format_name: str) -> str:
    """Give the address of a picture in a version and a format."""
    shape = {} if format_name == DEFAULT else {"format": format_name}
    return f"{path}?{urlencode({'v': version, **shape})}"


def picture_address(path: str, story: Story, at: datetime) -> str:
    """Give the whole address of the picture that pages name."""
    return f"{settings.BASE_URL}{address_of(path, story.version(at), DEFAULT)}"


def present_operator() -> Operator:
    """Give who runs the portal as the settings say it."""
    language = get_language() or settings.LANGUAGE_CODE
    return Operator(settings.OPERATOR_NAME[language], settings.IS_OFFICIAL_CHANNEL)
