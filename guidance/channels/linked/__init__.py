"""Pages told to machines in the words of schema.org: facts in, plain JSON values out."""
