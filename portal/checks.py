"""What `check --deploy` refuses of this portal, beside Django's own checks."""

from collections.abc import Iterable, Sequence
from ctypes.util import find_library
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Info, Tags, register
from django.db import OperationalError, connection
from django.db.backends.utils import CursorWrapper

from guidance.channels.posters.paper import PACKAGES

SECRET_LENGTH = 50
# The whole country keeps +05 since 2024-03-01; older tables would print hours that are wrong.
ZONE_PROOF = (ZoneInfo("Asia/Almaty"), datetime(2024, 6, 1, tzinfo=UTC), timedelta(hours=5))
# Whoever dies while holding the ledger's lock keeps others waiting for these at most, in the units
# of pg_settings: milliseconds, but seconds for the keepalives.
LONGEST = {
    "idle_in_transaction_session_timeout": 5_000,
    "lock_timeout": 10_000,
    "statement_timeout": 30_000,
    "client_connection_check_interval": 5_000,
}
LONGEST_OVER_TCP = {
    "tcp_keepalives_idle": 5,
    "tcp_keepalives_interval": 5,
    "tcp_keepalives_count": 5,
    "tcp_user_timeout": 5_000,
}


@register(Tags.security, deploy=True)
def check_posture(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Refuse what only a machine of one's own may run with."""
    return [Error(text, id=f"portal.E00{number}") for number, text, wrong in _posture() if wrong]


def _posture() -> Iterable[tuple[int, str, bool]]:
    key, hosts = settings.SECRET_KEY, settings.ALLOWED_HOSTS
    zone, moment, offset = ZONE_PROOF
    yield 1, "PLAIN_HTTP is set: cookies would travel unprotected.", settings.PLAIN_HTTP
    yield 2, "DEMO is set: the demo accounts could sign in.", settings.DEMO
    weak = len(key) < SECRET_LENGTH or len(set(key)) < 10
    yield 3, f"SECRET_KEY needs at least {SECRET_LENGTH} random characters.", weak
    open_hosts = not hosts or any(host.startswith(("*", ".")) for host in hosts)
    yield 4, "ALLOWED_HOSTS must name the exact hosts.", open_hosts
    yield 5, "BASE_URL must be the public https:// address.", _is_not_https(settings.BASE_URL)
    old_zones = moment.astimezone(zone).utcoffset() != offset
    yield 6, "The time zone data are older than 2024a: install tzdata.", old_zones


def _is_not_https(address: str) -> bool:
    return not address.startswith("https://")


@register(Tags.security, deploy=True)
def check_database_times(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Refuse a PostgreSQL connection that waits for ever or forgets what it acknowledged."""
    if connection.vendor != "postgresql":
        return []
    try:
        with connection.cursor() as cursor:
            wrong = list(_careless(cursor))
    except OperationalError as error:
        return [Error(f"The database does not answer: {error}", id="portal.E007")]
    return [Error(f"On the connection, {text}", id="portal.E008") for text in wrong]


@register(Tags.compatibility, deploy=True)
def check_paper(
    app_configs: Sequence[AppConfig] | None = None, **kwargs: object
) -> list[CheckMessage]:
    """Tell what a machine lacks that can make no PDF; everything else of the portal works there."""
    if find_library("pangoft2-1.0") is not None:
        return []
    return [Info(f"Posters answer 503 without Pango: install {PACKAGES}.", id="portal.I001")]


def _careless(cursor: CursorWrapper) -> Iterable[str]:
    """Name what the session was not told, or was told too generously."""
    cursor.execute("SELECT inet_client_addr() IS NOT NULL")
    is_over_tcp = cursor.fetchone()[0]
    longest = LONGEST | LONGEST_OVER_TCP if is_over_tcp else LONGEST
    cursor.execute("SELECT name, setting FROM pg_settings WHERE name = ANY(%s)", [[*longest]])
    stands = {name: int(setting) for name, setting in cursor.fetchall()}
    for name, most in longest.items():
        if not 0 < stands.get(name, 0) <= most:
            yield f"{name} is {stands.get(name, 0)}; it must be set, to {most} at most."
    cursor.execute("SELECT current_setting('synchronous_commit')")
    if (found := cursor.fetchone()[0]) != "on":
        yield f"synchronous_commit is {found}: what was acknowledged could be forgotten."
