"""Which public pages there are, for search engines: in every language, each naming the others."""
