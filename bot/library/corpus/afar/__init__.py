"""Pages on the web: fetched as a guest does, compared with articles, listed by feeds and site maps."""
