"""Who wants a page as text alone: whoever says so in the address, else whoever saves data."""

from django.http import HttpRequest

PARAMETER = "lite"
HEADER = "Save-Data"
LITE, WHOLE = "1", "0"


def wants_lite(request: HttpRequest) -> bool:
    """Tell whether a page is wanted as text alone; what the address says goes first."""
    asked = request.GET.get(PARAMETER)
    return asked == LITE if asked in (LITE, WHOLE) else saves_data(request)


def saves_data(request: HttpRequest) -> bool:
    """Tell whether the browser was told to save data."""
    return request.headers.get(HEADER, "").strip().lower() == "on"


def kept_choice(request: HttpRequest) -> str:
    """Give what links of the page carry on: the choice that the address made, or nothing."""
    asked = request.GET.get(PARAMETER, "")
    if asked == LITE and not saves_data(request):
        return LITE
    return WHOLE if asked == WHOLE and saves_data(request) else ""


def other_choice(request: HttpRequest) -> str:
    """Give the query of the same page in its other version."""
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    if wants_lite(request):
        if saves_data(request):
            query[PARAMETER] = WHOLE
    else:
        query[PARAMETER] = LITE
    return f"?{query.urlencode()}" if query else ""
