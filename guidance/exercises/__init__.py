"""Exercises beside their ledger: drafts that are wiped, and timed drills."""
