"""Markdown, as it is written for sites of documentation, wikis and notebooks too, and plain text."""
