"""What the tests ask of a page's markup, read by the standard library's parser."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Element:
    """One opening tag."""

    tag: str
    attributes: dict[str, str]


@dataclass
class Markup(HTMLParser):
    """Collect the tags and the text of a page."""

    source: str
    elements: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str) -> list[Element]:
        """Return the tags of one name."""
        return [element for element in self.elements if element.tag == tag]

    def with_attribute(self, name: str) -> list[Element]:
        """Return the tags that carry an attribute."""
        return [element for element in self.elements if name in element.attributes]

    def alternates(self) -> dict[str, str]:
        """Return the page's other languages by their codes."""
        return {
            element.attributes["hreflang"]: element.attributes["href"]
            for element in self.all("link")
            if element.attributes.get("rel") == "alternate" and "hreflang" in element.attributes
        }

    @property
    def text(self) -> str:
        """Return the text with single spaces."""
        return " ".join(" ".join(self.words).split())
