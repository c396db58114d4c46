"""Words and sentences as vectors: what the core asks of encoders, and how an edition is searched by them."""
