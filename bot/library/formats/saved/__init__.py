"""Saved web pages: their main text, as a reader sees it."""
