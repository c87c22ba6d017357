"""Places named by code in an address for machines."""

from django.utils.translation import gettext as _

from guidance.channels.problems import Problem
from guidance.models import Region
from guidance.shown.ground import Ground


def region_of_code(ground: Ground, code: str) -> Region:
    """Give the region of a code, or refuse it as a problem."""
    if code not in ground.atlas.regions:
        raise Problem(404, _("Not found"), _("There is no region with this code."))
    return ground.atlas.regions[code]
