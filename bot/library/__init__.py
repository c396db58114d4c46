"""From files on disk to the current edition."""
