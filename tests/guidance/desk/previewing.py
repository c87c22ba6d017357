"""Reading the previews of a draft, and comparing them with the pages that readers get."""

from __future__ import annotations

import re
from urllib.parse import unquote

from django.test import Client

from guidance.models import Declaration
from guidance.publish import content_hash, publish
from tests.guidance.desk.posts import address

NOT_YET = "…"


def framed(client: Client, declaration: Declaration, path: str) -> str:
    """Give a public page as the preview of a draft shows it."""
    response = client.get(f"{address(declaration)}preview/page/{path}")
    assert response.status_code == 200, path
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    return response.content.decode()


def body(page: str, number: str = NOT_YET) -> str:
    """Give what a page says from its header to its foot, with what publication gives made alike."""
    _head, _found, rest = page.partition('<header class="head">')
    rest = re.sub(r"/admin/desk/(?:exercise/)?declarations/\d+/preview/page", "", unquote(rest))
    rest = re.sub(r"/admin/desk/saw/page(/[^\"?#]*)\?place=[^&]*&amp;at=[^\"#&]*", r"\1", rest)
    rest = rest.replace(' target="_blank" rel="noopener"', "").replace(number, NOT_YET)
    rest = re.sub(r"\b[0-9a-f]{64}\b", NOT_YET, rest)
    # What can be taken away shows the present: no preview and no record leads to it.
    rest = re.sub(r'<div class="stack no-print present">.*?</div>', "", rest, flags=re.DOTALL)
    rest = re.sub(r'<p class="small">[^<]*<a [^>]*card\.png.*?</p>\n?', "", rest)
    rest = re.sub(r"<li><a [^>]*data-version.*?</li>", "", rest)
    rest = re.sub(r'<span class="present">.*?</span>', "", rest)
    rest = re.sub(r'<p class="keep .*?</p>\n?', "", rest)
    rest = re.sub(r'<section [^>]*labelledby="posters">.*?</section>', "", rest, flags=re.DOTALL)
    rest = rest.replace('<div class="no-print"></div>', "")
    # The square code holds the number in its pixels.
    return re.sub(r'<svg class="qr".*?</svg>', "", rest, flags=re.DOTALL)


def publish_now(declaration: Declaration, approver: object, at: object) -> Declaration:
    """Publish what waits, as it was read."""
    seen = content_hash(declaration, at)
    return publish(declaration, approver=approver, at=at, seen_hash=seen)
