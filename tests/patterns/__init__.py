"""Every regular expression of the program, found by itself, and the texts that may slow it down."""
