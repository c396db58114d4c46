"""Who is served."""
