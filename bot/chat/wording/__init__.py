"""What is sent as markup that cannot break; its sentences are those of ``bot.languages.interface``."""
