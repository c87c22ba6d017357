"""The connection to PostgreSQL, asked at each request whether anybody is there."""

import select
from time import monotonic

from django.db.backends.postgresql import base
from psycopg import OperationalError
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn

# With the two seconds in which a new connection is tried, an editor waits three at most.
PATIENCE = 0.8


class DatabaseWrapper(base.DatabaseWrapper):
    """Take a silent server for a dead one."""

    def is_usable(self) -> bool:
        """Ask the server for a sign of life; a frozen or cut off one gives none in time."""
        if self.connection is None:
            return False
        try:
            return _answers(self.connection.pgconn, monotonic() + PATIENCE)
        except OperationalError:
            return False


def _answers(server: PGconn, deadline: float) -> bool:
    server.send_query(b"SELECT 1")
    is_well = False
    while True:
        server.flush()
        while server.is_busy():
            left = deadline - monotonic()
            if left <= 0 or not select.select([server.socket], [], [], left)[0]:
                return False
            server.consume_input()
        result = server.get_result()
        if result is None:
            return is_well
        is_well = result.status == ExecStatus.TUPLES_OK
