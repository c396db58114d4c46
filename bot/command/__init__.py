"""What a shell asks for: arguments to calls, replies to a terminal."""
