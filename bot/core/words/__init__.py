"""A text's words, their index terms, and what one word is evidence of."""
