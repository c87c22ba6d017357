"""Sheets to put on a wall: a place, a level or the whole scale on one page of A4."""
