"""How long PostgreSQL and we wait for each other: both ends notice within 5 s that one is gone."""

# What the server is told at the beginning of each session; `check --deploy` asks it for these.
OF_SERVER = {
    # Whoever dies or freezes with the ledger's lock loses it by then.
    "idle_in_transaction_session_timeout": "4s",
    "lock_timeout": "8s",
    "statement_timeout": "10s",
    # Whoever dies in the queue for a lock leaves it.
    "client_connection_check_interval": "1s",
    "tcp_keepalives_idle": "2",
    "tcp_keepalives_interval": "1",
    "tcp_keepalives_count": "2",
    "tcp_user_timeout": "4s",
    "synchronous_commit": "on",
}
OPTIONS: dict[str, object] = {
    "connect_timeout": 2,
    "keepalives_idle": 2,
    "keepalives_interval": 1,
    "keepalives_count": 2,
    "tcp_user_timeout": 4000,
    "options": " ".join(f"-c {name}={value}" for name, value in OF_SERVER.items()),
}
