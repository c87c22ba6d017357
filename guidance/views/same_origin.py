"""Forms that act for nobody have no session and no token: it is asked where they come from."""

from urllib.parse import urlsplit

from django.http import HttpRequest

# "none": the reader's own doing, such as loading an answer again.
OWN = ("same-origin", "none")


def is_same_origin(request: HttpRequest) -> bool:
    """Tell whether a form was sent from a page of the portal; old browsers that tell nothing may.

    Such a form changes nothing and answers whoever sent it, so that nothing is lost by them.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OWN
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    if origin is None:
        return True
    return urlsplit(origin)[:2] == (request.scheme, request.get_host())
