"""What Quoth says, per language: one module each, from message to wording (read by ``bot.chat.wording.texts``)."""
