"""Telegram: from an update to a verified message."""
