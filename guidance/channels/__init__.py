"""Formats for machines: one module a format, a bulletin or a situation in, bytes out."""
