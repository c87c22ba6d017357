"""Django's PostgreSQL, but for a server that no longer answers: nobody waits for it."""
