"""Pictures to share: a region, a declaration or an article, drawn as it is told now."""
