"""What finds beyond words: encoders of meaning."""
