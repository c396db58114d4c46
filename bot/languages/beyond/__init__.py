"""What is known beyond the languages that Quoth speaks: of scripts, and of languages it only reads."""
