"""Schema of the ledger, in one line of migrations."""
