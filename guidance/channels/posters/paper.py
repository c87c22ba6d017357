"""A sheet set on one page of A4: tagged, with our own letters, as large as it fits."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, Self

from django.template.loader import render_to_string

from guidance.channels.cards.lettering import font_files

if TYPE_CHECKING:
    from weasyprint import HTML, Document

PACKAGES = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
STYLE = Path(__file__).parent / "poster.css"
VARIANT = "pdf/ua-1"
END = "end"  # where the foot of a sheet ends; what is left below goes between its parts
# Sizes of the ordinary text in points, the largest first; smaller ones nobody reads on a wall.
SIZES = tuple(round(24 * 0.965**step, 2) for step in range(43))
READABLE = SIZES[32]  # 7.7: what needs smaller letters is shortened first
# Which tags carry a language: every run of words stands in one of them.
BEARERS = {"section": "/Sect", "p": "/P"}


class CannotPrint(Exception):
    """Tell what the machine lacks to make a PDF."""

    def __str__(self) -> str:
        return f"WeasyPrint can't be imported; install {PACKAGES}"


class TooLong(Exception):
    """Tell that a sheet does not fit on a page in any size."""

    def __str__(self) -> str:
        return "it does not fit on a page in any size"


class Paper(Protocol):
    """What can be set on a page."""

    @property
    def template(self) -> str: ...

    def shorter(self) -> Self: ...


def pdf(paper: Paper) -> bytes:
    """Set a sheet on one page; what can be missed is shortened rather than set too small."""
    press = Press()
    for each, smallest in ((paper, READABLE), (paper.shorter(), SIZES[-1])):
        body = press.set(render_to_string(each.template, {"paper": each}), smallest)
        if body is not None:
            return body
    raise TooLong


class Press:
    """Set markup on one page, as large as it fits."""

    def __init__(self) -> None:
        try:
            # It needs Pango when it is imported; nothing else of the portal does.
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
        except (ImportError, OSError) as error:
            raise CannotPrint from error
        self.weasyprint = weasyprint
        self.fonts = FontConfiguration()
        self.style = self._css(STYLE.read_text(encoding="utf-8"))

    def set(self, markup: str, smallest: float) -> bytes | None:
        """Give the page as a PDF, or nothing if it does not fit."""
        page = self.weasyprint.HTML(string=markup, url_fetcher=fetch_font)
        left: dict[float, float] = {}

        def fits(size: float) -> bool:
            first, *others = self._laid_out(page, size).pages
            left[size] = first.height - first.anchors[END][1] - 0.5 if not others else -1.0
            return left[size] >= 0

        size = largest(fits, smallest)
        if size is None:
            return None
        body: bytes = self._laid_out(page, size, space=left[size]).write_pdf(
            pdf_variant=VARIANT, finisher=Languages(page)
        )
        return body

    def _laid_out(self, page: HTML, size: float, space: float = 0.0) -> Document:
        sized = self._css(f"html {{ font-size: {size}pt }} .space {{ height: {space:.2f}px }}")
        styles = [self.style, sized]
        return page.render(font_config=self.fonts, stylesheets=styles, pdf_variant=VARIANT)

    def _css(self, text: str) -> Any:
        return self.weasyprint.CSS(string=text, font_config=self.fonts, url_fetcher=fetch_font)


def largest(fits: Callable[[float], bool], smallest: float) -> float | None:
    """Find the largest size that fits by halving what is left of the scale."""
    if not fits(smallest):
        return None
    sizes = [size for size in SIZES if size > smallest]
    found = bisect_left(sizes, True, key=fits)
    return [*sizes, smallest][found]


def fetch_font(url: str) -> Any:
    """Give a font of ours; a sheet fetches nothing else."""
    from weasyprint.urls import URLFetcherResponse

    files = {Path(each).name: Path(each) for each in font_files()}
    name = url.removeprefix("font:")
    if name not in files:
        raise ValueError(f"a sheet fetches only its fonts, and not {url}")
    return URLFetcherResponse(url, files[name].read_bytes(), {"Content-Type": "font/ttf"})


@dataclass(frozen=True, slots=True)
class Languages:
    """Tell readers of the PDF the language of each run, which WeasyPrint tells of the whole."""

    page: HTML

    def __call__(self, document: Document, file: Any) -> None:
        for name, tag in BEARERS.items():
            said = [each.get("lang") for each in self.page.etree_element.iter(name)]
            tagged = [each for each in file.objects if _tag(each) == tag]
            for lang, element in zip(said, tagged, strict=True):
                if lang:
                    element["Lang"] = f"({lang})"


def _tag(element: Any) -> str | None:
    is_tag = isinstance(element, dict) and element.get("Type") == "/StructElem"
    return str(element["S"]) if is_tag else None
