"""Periods of a place as a calendar to subscribe to."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from guidance.channels.icalendar import MEDIA_TYPE, icalendar
from guidance.shown.level_calendar import LevelCalendar
from guidance.shown.outlook import Outlook
from guidance.shown.request import present_ground, seconds_to_keep
from guidance.views.coded import region_of_code
from guidance.views.machines import Made, answered
from guidance.views.parameters import single_values


@csrf_exempt  # a POST is told as a problem that nothing is written here
def region_calendar(request: HttpRequest, code: str) -> HttpResponse:
    """Answer with the periods that bear on a region."""

    def made() -> Made:
        single_values(request, ())
        ground = present_ground(request, timezone.now())
        region = region_of_code(ground, code)
        outlook = Outlook(ground, region, ground.book.periods_around(region.code))
        body = icalendar(LevelCalendar(outlook).calendar)
        return Made(body, MEDIA_TYPE, seconds_to_keep(ground.public))

    return answered(request, made)
