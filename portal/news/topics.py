"""The topics that every site begins with."""

import tomllib

from portal.news.demo_texts import DEMO_FOLDER
from portal.news.models import Topic


def load_topics() -> None:
    """Make the topics that are missing; leave those that are there, and their names, alone."""
    topics = tomllib.loads((DEMO_FOLDER / "topics.toml").read_text(encoding="utf-8"))
    for slug, names in topics.items():
        Topic.objects.get_or_create(slug=slug, defaults=names)
