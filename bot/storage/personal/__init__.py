"""What people leave with the bot: quotes that they saved, wishes to be told, answers they are owed."""
