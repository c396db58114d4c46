"""A page to an article's blocks, sentences and passages: deletes, never rewrites."""
