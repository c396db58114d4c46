"""Looks whether Quoth can answer and serve here, and says of what is wrong what to do."""
