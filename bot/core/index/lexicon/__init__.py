"""An edition's words: how rare they are, how else they are written, and which are of like meaning."""
