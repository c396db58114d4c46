"""Telegram's protocol: in once, in order, out at most once, within its limits."""
