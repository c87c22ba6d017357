"""The lists as XML, written line by line: one of them may hold thousands of addresses."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from portal.sitemaps.entries import Entry, told

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def list_of(entries: Iterable[Entry], base: str) -> Iterator[str]:
    """Write pages in all their languages."""
    yield f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:xhtml="{XHTML}">\n'
    for entry, address, alternates in told(entries, base):
        changed = entry.changed_at
        lastmod = f"<lastmod>{changed.isoformat()}</lastmod>" if changed is not None else ""
        links = "".join(
            f'<xhtml:link rel="alternate" hreflang="{code}" href={quoteattr(other)}/>'
            for code, other in alternates
        )
        yield f"<url><loc>{escape(address)}</loc>{lastmod}{links}</url>\n"
    yield "</urlset>\n"


def list_of_lists(addresses: Iterable[str]) -> Iterator[str]:
    """Write where the lists stand."""
    yield f'{HEAD}<sitemapindex xmlns="{SITEMAP}">\n'
    for address in addresses:
        yield f"<sitemap><loc>{escape(address)}</loc></sitemap>\n"
    yield "</sitemapindex>\n"


def list_of_news(stories: Iterable[tuple[str, str, str, str]], name: str) -> Iterator[str]:
    """Write the latest articles: address, language, day and headline of each."""
    yield f'{HEAD}<urlset xmlns="{SITEMAP}" xmlns:news="{NEWS}">\n'
    for address, language, published, title in stories:
        yield (
            f"<url><loc>{escape(address)}</loc><news:news><news:publication>"
            f"<news:name>{escape(name)}</news:name><news:language>{language}</news:language>"
            f"</news:publication><news:publication_date>{published}</news:publication_date>"
            f"<news:title>{escape(title)}</news:title></news:news></url>\n"
        )
    yield "</urlset>\n"
