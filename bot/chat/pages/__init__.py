"""Replies to messages: buttons, citations, notes, and the last check."""
