"""What is known beyond each language that Quoth speaks: of scripts, languages it only reads, several at once."""
