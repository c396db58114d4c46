"""Tools for assistants that want to cite: what a program over the Model Context Protocol may ask for."""

from bot.basics.called import to_install


def needs_extra() -> str:
    """Return what is said where the package is not installed."""
    return f"tools for assistants need the extra 'mcp': {to_install('mcp')}"
