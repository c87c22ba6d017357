"""The first page of the desk, part by part: what is in force, what waits, what other apps tell."""
