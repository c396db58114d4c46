"""Everybody's conversation: asking, inline, looking again, browsing, settings."""
