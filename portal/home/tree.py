"""The pages that every site has: home, guide, news, about and accessibility."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from wagtail.models import Page, Site

from portal.home.models import HomePage
from portal.home.newsroom import grant_records, grant_warnings, grant_writing
from portal.home.second_reader import ask_for_a_second_reader
from portal.information.models import InformationPage, LevelIndexPage, LevelPage
from portal.manuscripts import Text
from portal.news.bodies import body_of
from portal.news.demo_texts import read_illustration, read_texts
from portal.news.models import NewsIndexPage
from portal.news.pictures import store_picture
from portal.news.topics import load_topics

TEXTS_FOLDER = Path(settings.BASE_DIR) / "portal" / "information" / "texts"
NEWS_TEXTS = {
    "kk": Text("Жаңалықтар", "Жаңалықтар, ресми мәлімдемелер және сарапшы пікірлері", ()),
    "ru": Text("Новости", "Новости, официальные заявления и мнения экспертов", ()),
    "en": Text("News", "News, official statements and expert comments", ()),
}


@transaction.atomic
def make_page_tree() -> HomePage:
    """Make the pages that are missing; leave those that are there, and their texts, alone."""
    home: HomePage = _home()
    _name_the_site(home)
    index = TEXTS_FOLDER / "levels" / "index"
    guide = _child(home, LevelIndexPage, "levels", read_texts(index), drawn_in=index)
    for code in ("yellow", "orange", "red"):
        folder = TEXTS_FOLDER / "levels" / code
        _child(guide, LevelPage, code, read_texts(folder), level=code.upper(), drawn_in=folder)
    news = _child(home, NewsIndexPage, "news", NEWS_TEXTS)
    for address in ("about", "accessibility"):
        texts = read_texts(TEXTS_FOLDER / address)
        _child(home, InformationPage, address, texts, is_fixed=True)
    load_topics()
    grant_writing(home=home, news=news)
    ask_for_a_second_reader(news)
    grant_records()
    grant_warnings()
    return home


def _home() -> HomePage:
    stored: HomePage | None = HomePage.objects.first()
    if stored is not None:
        return stored
    root = Page.get_first_root_node()
    home: HomePage = _child(root, HomePage, "dengei", read_texts(TEXTS_FOLDER / "home"))
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    welcome = site.root_page if site.root_page_id else None
    site.root_page = home
    site.save()
    if welcome is not None and welcome.specific_class is Page:
        welcome.delete()  # Wagtail's own greeting
    home.refresh_from_db()
    return home


def _name_the_site(home: HomePage) -> None:
    address = urlsplit(settings.BASE_URL or "http://localhost")
    port = address.port or (443 if address.scheme == "https" else 80)
    Site.objects.update_or_create(
        root_page=home,
        defaults={
            "hostname": address.hostname or "localhost",
            "port": port,
            "site_name": settings.WAGTAIL_SITE_NAME,
            "is_default_site": True,
        },
    )


def _child(
    parent: Page,
    model: type[Any],
    slug: str,
    texts: dict[str, Text],
    drawn_in: Path | None = None,
    **facts: Any,
) -> Any:
    stored = model.objects.child_of(parent).filter(slug=slug).first()
    if stored is not None:
        return stored
    page = model(address=slug, live=False, **facts)
    if drawn_in is not None:
        page.picture = store_picture(read_illustration(drawn_in))
    has_body = hasattr(model, "body")
    for code, text in texts.items():
        setattr(page, f"headline_{code}", text.headline)
        setattr(page, f"lead_{code}", text.lead)
        if has_body:
            setattr(page, f"body_{code}", body_of(text.blocks))
    parent.add_child(instance=page)
    page.save_revision().publish()
    return model.objects.get(pk=page.pk)
