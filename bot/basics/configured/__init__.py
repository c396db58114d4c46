"""What operators have written: where it stands, and of what kind it is."""
