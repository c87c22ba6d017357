"""The frame of a public page that is not the present one: a preview of a draft, or a record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

SCHEMES = ("light", "dark")
FRAME = "_frame"


@dataclass(frozen=True, slots=True)
class Look:
    """Hold how an editor wants to look at a page; an empty scheme is that of the device."""

    scheme: str = ""
    is_grey: bool = False
    is_large: bool = False

    @classmethod
    def of(cls, asked: Mapping[str, Any]) -> Look:
        """Read a look out of a query."""
        scheme = str(asked.get("scheme", ""))
        return cls(scheme if scheme in SCHEMES else "", "grey" in asked, "large" in asked)

    @property
    def asked(self) -> dict[str, str]:
        """Give the look as parts of a query."""
        scheme = {"scheme": self.scheme} if self.scheme else {}
        flags = {"grey": self.is_grey, "large": self.is_large}
        return {**scheme, **{name: "1" for name, is_on in flags.items() if is_on}}

    @property
    def query(self) -> str:
        """Give the look as a query."""
        return urlencode(self.asked)

    @property
    def attributes(self) -> SafeString:
        """Give the look as attributes of the page."""
        pairs = ((f"data-{name}", value) for name, value in self.asked.items())
        return format_html_join("", ' {}="{}"', pairs)

    def with_scheme(self, scheme: str) -> Look:
        return replace(self, scheme=scheme)

    def with_grey(self) -> Look:
        """Turn grey on or off."""
        return replace(self, is_grey=not self.is_grey)

    def with_large(self) -> Look:
        """Turn large text on or off."""
        return replace(self, is_large=not self.is_large)


@dataclass(frozen=True, slots=True)
class Frame:
    """Say what a page is, in its own language: first in few words, then in more."""

    title: str
    lines: Sequence[str]
    look: Look


def set_frame(request: HttpRequest, frame: Frame) -> None:
    """Let the page of a request stand in a frame."""
    setattr(request, FRAME, frame)


def frame_of(request: HttpRequest | None) -> Frame | None:
    """Give the frame of the page of a request; a reader's page has none."""
    return getattr(request, FRAME, None)
