"""Let the demo's live post go on: `python -m tests.browser.live_scenes reopen|entry`."""

import os
import sys

import django

ADDRESS = "almaty-18-july-what-we-know"
WORDS = {"kk": "Жаңа хабар", "ru": "Новая запись", "en": "A new entry"}


def act(step: str) -> None:
    """Reopen the post, or publish one entry more."""
    from django.utils import timezone

    from portal.news import live
    from portal.news.models import LiveEntry, LivePage

    page = LivePage.objects.get(slug=ADDRESS)
    if step == "reopen":
        live.reopen(page, by=None)
        return
    entry = LiveEntry(page=page, source="24KZ")
    for lang, words in WORDS.items():
        setattr(entry, f"headline_{lang}", words)
        setattr(entry, f"text_{lang}", words)
    live.publish_entry(entry, by=None, at=timezone.now())


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
    django.setup()
    act(sys.argv[1])
