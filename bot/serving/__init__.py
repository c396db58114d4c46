"""The composition root, and what makes a running bot reload."""
