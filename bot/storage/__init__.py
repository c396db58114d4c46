"""The database: what was answered, and what each chat wishes."""
