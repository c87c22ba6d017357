"""Articles, quotes and people told to machines in the words of schema.org."""
