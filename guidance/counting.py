"""A public form answers so many questions a minute from one network, and says when it goes on.

Thousands of telephones share one address of a mobile network: so the limit is high, holds for the
rest of one minute only, and is there to spare the machine, not to stop anybody's asking.
"""

import logging
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from django.db import OperationalError
from django.db.models import F
from django.utils.crypto import salted_hmac

from guidance.models import Address, QuestionCount

MOST_IN_A_MINUTE = 300
KEPT = timedelta(minutes=10)
HASH_LENGTH = 40
# One household or telephone has a whole /64 of the newer addresses.
NETWORK_BITS = 64

logger = logging.getLogger(__name__)


def seconds_to_wait(form: str, address: Address, at: datetime) -> int:
    """Count one question, and tell how long to wait with it; 0: it is answered now."""
    try:
        asked = _count(form, _asker(address, at), at.replace(second=0, microsecond=0))
    except OperationalError:
        # Whoever doubts a message must get an answer even while nothing can be written.
        logger.warning("a question could not be counted", exc_info=True)
        return 0
    return 0 if asked <= MOST_IN_A_MINUTE else max(1, 60 - at.second)


def _count(form: str, asker: str, minute_at: datetime) -> int:
    rows = QuestionCount.objects.filter(form=form, asker=asker, minute_at=minute_at)
    asked = rows.values_list("questions", flat=True).first()
    if asked is None:
        QuestionCount.objects.filter(minute_at__lt=minute_at - KEPT).delete()
        row = QuestionCount(form=form, asker=asker, minute_at=minute_at)
        QuestionCount.objects.bulk_create([row], ignore_conflicts=True)
        return 1
    if asked <= MOST_IN_A_MINUTE:
        rows.update(questions=F("questions") + 1)
    return asked + 1


def _asker(address: Address, at: datetime) -> str:
    """Name a network without keeping its address, and every day anew."""
    network = str(address)
    if isinstance(ip_address(address), IPv6Address):
        network = str(ip_network((address, NETWORK_BITS), strict=False))
    key = salted_hmac("guidance.counting", f"{at:%Y-%m-%d} {network}", algorithm="sha256")
    return key.hexdigest()[:HASH_LENGTH]
