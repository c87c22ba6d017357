"""A page made light: its words, its levels in shape and words, its forms and links."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.conf import settings
from lxml import html
from lxml.html import HtmlElement

from portal.lite.asking import PARAMETER

# What costs bytes and says nothing that the text does not say.
LEFT_OUT = (
    "//script",
    "//link[@rel='manifest' or @rel='alternate' or @rel='stylesheet' or @rel='search']",
    "//meta[starts-with(@property, 'og:') or starts-with(@property, 'article:')]",
    "//meta[starts-with(@name, 'twitter:')]",
    "//picture | //img | //video | //iframe",
    "//svg[contains(concat(' ', @class, ' '), ' qr ')]",
    "//svg[not(contains(@class, 'shape') or contains(@class, 'defs') or contains(@class, 'map'))]",
    "//a[contains(@href, 'card.png')]/ancestor::p[1]",
    "//figure[not(normalize-space())]",
)
MAP = "//svg[contains(concat(' ', @class, ' '), ' map ')]"
PAGES = tuple(f"/{code}/" for code, _name in settings.LANGUAGES)


def text_page(source: str, style: str) -> str:
    """Leave pictures, maps, cards and scripts out of a page, and give it a lighter style."""
    page = html.document_fromstring(source)
    for drawn in page.xpath(MAP):
        _drop(_section_of(drawn))
    for path in LEFT_OUT:
        for element in page.xpath(path):
            _drop(element)
    sheet = html.Element("link", rel="stylesheet", href=style)
    page.find("head").append(sheet)
    return _written(page)


def with_choice(source: str, choice: str) -> str:
    """Let every link and form of a page that leads to pages of the portal carry a choice on."""
    page = html.document_fromstring(source)
    for link in page.xpath("//a[@href][not(@data-version)]"):
        link.set("href", carrying(link.get("href"), choice))
    for form in page.xpath("//form[not(@method) or @method='get' or @method='GET']"):
        field = html.Element("input", type="hidden", name=PARAMETER, value=choice)
        form.insert(0, field)
    for form in page.xpath("//form[@method='post' or @method='POST'][@action]"):
        form.set("action", carrying(form.get("action"), choice))
    return _written(page)


def carrying(address: str, choice: str) -> str:
    """Add a choice to the address of a page; files, other sites and parts stay as they are."""
    parts = urlsplit(address)
    is_page = parts.path.startswith(PAGES) and parts.path.endswith("/")
    is_query = not parts.path and bool(parts.query)
    if parts.netloc or not (is_page or is_query):
        return address
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(name == PARAMETER for name, _value in pairs):
        return address
    return urlunsplit(parts._replace(query=urlencode([*pairs, (PARAMETER, choice)])))


def _section_of(drawn: HtmlElement) -> HtmlElement:
    """Find the section that only holds a map; its links lead to what the lists say."""
    return next((each for each in drawn.iterancestors("section")), drawn)


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _written(page: HtmlElement) -> str:
    return str(html.tostring(page, doctype="<!doctype html>", encoding="unicode"))
