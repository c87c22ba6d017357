"""The way to a page of the newsroom."""

from django.utils.translation import gettext as _

from guidance.shown.marks import Named


def trail(lang: str) -> list[Named]:
    """Lead from the home page to the news, where people, organisations and topics come from."""
    return [Named("Деңгей", f"/{lang}/"), Named(_("News"), f"/{lang}/news/")]
