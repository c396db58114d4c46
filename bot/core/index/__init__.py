"""An edition's passages, findable: BM25, spellings, related words, facets."""
