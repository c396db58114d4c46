"""Quoth: answers from a folder of articles, only in the articles' own words."""
