"""The translation desk: what each language of an article says, and how it gets its texts."""
