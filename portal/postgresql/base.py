"""The connection to PostgreSQL, asked at each request whether anybody is there."""

import select
from time import monotonic
from typing import Any

from django.db.backends.postgresql import base
from psycopg import OperationalError
from psycopg.pq import ExecStatus
from psycopg.pq.abc import PGconn

# With the two seconds for which a new connection is tried, an editor waits three at most.
PATIENCE = 0.5
# A request that was refused once is told at once, however often its page or its log asks again.
MOMENT = 1.0


class DatabaseWrapper(base.DatabaseWrapper):
    """Take a silent server for a dead one."""

    _asked_again_at = 0.0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, unless the server did not answer a moment ago."""
        if monotonic() < self._asked_again_at:
            raise OperationalError("the server did not answer a moment ago")
        try:
            return super().get_new_connection(conn_params)
        except OperationalError:
            self._asked_again_at = monotonic() + MOMENT
            raise

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
