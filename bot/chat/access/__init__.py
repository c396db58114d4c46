"""Who is served, and which articles each chat sees."""
