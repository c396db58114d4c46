"""Editions that lie in an OpenSearch cluster: written there once, read from there by many bots."""
