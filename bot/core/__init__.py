"""Pure: no I/O, no clock, no logging. Finds, chooses and proves quotes."""
