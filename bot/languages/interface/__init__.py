"""What Quoth says of its own: one file a language, from a message's name to its sentence."""
