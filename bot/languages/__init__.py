"""All that is known of a language, as data: one file each."""
