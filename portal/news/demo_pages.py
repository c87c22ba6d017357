"""The demo's articles and statements, made from the texts beside this file."""

from django.db import transaction

from portal.news.demo_live import tell
from portal.news.demo_records import load_demo_records
from portal.news.demo_texts import read_items
from portal.news.models import LivePage, NewsIndexPage, NewsPage
from portal.news.written_pages import publish_item
from portal.news.written_references import WrittenReferences


def load_demo_articles() -> int:
    """Publish the demo articles that are missing; return how many were."""
    news = NewsIndexPage.objects.get()
    load_demo_records()
    known = set(NewsPage.objects.values_list("slug", flat=True))
    missing = [item for item in read_items() if item.address not in known]
    for item in missing:
        with transaction.atomic():
            page = publish_item(news, item, WrittenReferences(item, is_own=True))
            if isinstance(page, LivePage):
                tell(page)
    return len(missing)
