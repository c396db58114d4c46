"""Learns from questions with answers how to choose sentences."""
