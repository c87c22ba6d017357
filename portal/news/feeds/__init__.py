"""Feeds of news: the filters of the list, in Atom and in JSON Feed."""
