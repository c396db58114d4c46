"""Which sentences answer, how surely, and whether sources agree; where pasted words stand."""
