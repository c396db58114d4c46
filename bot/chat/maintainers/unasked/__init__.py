"""What is told of the bot's own accord: corrections to readers, news to maintainers."""
