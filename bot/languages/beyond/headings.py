"""What programs call the styles of headings, in the languages of their users."""

HEADINGS = "heading|title|überschrift|titel|titre|título|titolo|заголовок|тақырып"
"""Alternatives of a pattern that ignores case; a level may follow."""
