"""The edition that serves, the ones kept, and what a reload changes."""
