"""Printed pages: lines at places, put together to a text again."""
