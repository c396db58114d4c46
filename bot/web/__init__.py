"""Replies as JSON, for programs."""
