"""Tools for assistants that want to cite: what a program over the Model Context Protocol may ask for."""

NEEDS_EXTRA = "tools for assistants need the extra 'mcp': pip install 'quoth[mcp]'"
"""What is said where the package is not installed."""
