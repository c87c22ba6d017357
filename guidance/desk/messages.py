"""What the desk tells after a step; in an exercise that word stands first, in three languages."""

from django.contrib import messages
from django.http import HttpRequest

from guidance.rules.patterns import EXERCISE_WORDS
from guidance.shown.ledgers import is_in_exercise


def success(request: HttpRequest, text: str) -> None:
    """Tell that a step was done."""
    messages.success(request, _marked(request, text))


def info(request: HttpRequest, text: str) -> None:
    """Tell what was so already."""
    messages.info(request, _marked(request, text))


def error(request: HttpRequest, text: str) -> None:
    """Tell that a step was not done."""
    messages.error(request, _marked(request, text))


def _marked(request: HttpRequest, text: str) -> str:
    return f"{EXERCISE_WORDS} – {text}" if is_in_exercise(request) else text
