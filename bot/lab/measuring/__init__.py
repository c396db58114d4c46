"""How well answers, refusals and confidence do on a set of questions."""
