"""What other tools export, without what was a draft, private, deleted or a system's notice."""
