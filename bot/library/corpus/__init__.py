"""The folder of articles: found, read, added to, corrected, checked."""
