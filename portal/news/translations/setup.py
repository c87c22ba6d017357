"""What `manage.py setup` does for the translation desk."""

from django.utils.timezone import now

from portal.news.translations.noting import note_what_is_not_noted


def note_earlier() -> None:
    """Write down how far the languages of articles are that came before the desk."""
    note_what_is_not_noted(at=now())
