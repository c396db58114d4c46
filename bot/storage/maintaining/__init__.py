"""What maintainers did, what they want to be told and when."""
