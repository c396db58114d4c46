"""Encoders and kept vectors."""
