"""The public page at an address, whole, whatever its type, in one query."""

from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from portal.news.models import NewsPage, Post, StatementPage

# Each type of page with what its template reads beside the columns of every article.
TYPES = {
    "articlepage": (),
    "statementpage": ("document", "issued_by", "signed_by"),
    "livepage": ("state",),
    "correctionpage": ("corrects_page", "corrects_declaration"),
}
SHARED = ("picture", "published_levels")


def public_page(address: str) -> Any | None:
    """Return the live article, statement, live post or notice at an address of the page tree."""
    joined = [
        path for kind, more in TYPES.items() for path in (kind, *(f"{kind}__{m}" for m in more))
    ]
    pages: Any = NewsPage.objects.live().filter(**at_address(address))
    stored = pages.select_related(*SHARED, *joined).first()
    if stored is None:
        return None
    page = next(found for kind in TYPES if (found := getattr(stored, kind, None)) is not None)
    for name in SHARED:
        field: Any = NewsPage._meta.get_field(name)
        if field.is_cached(stored):
            field.set_cached_value(page, field.get_cached_value(stored))
    if isinstance(page, StatementPage):
        posts = Post.objects.select_related("organisation").order_by("pk")
        names, signing = "issued_by__former_names", Prefetch("signed_by__posts", posts)
        prefetch_related_objects([page], names, signing)
    return page


def past_page(address: str) -> Any | None:
    """Return the page at an address that is not live; it says by itself if it ever was."""
    return NewsPage.objects.filter(live=False, **at_address(address)).first()


def at_address(address: str) -> dict[str, str]:
    """Say by which columns the page at an address is found."""
    # Wagtail keeps an index of the last part of an address, none of the whole.
    return {"slug": address.strip("/").rpartition("/")[2], "url_path": address}
