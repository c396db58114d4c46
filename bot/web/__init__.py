"""A page to read on, and replies as JSON: what browsers and programs get."""
