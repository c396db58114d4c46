"""What people keep with the bot, until they delete it: quotes."""
