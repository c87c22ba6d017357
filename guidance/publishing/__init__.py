"""What a declaration goes through on its way into the ledger; `guidance.publish` is its face."""
