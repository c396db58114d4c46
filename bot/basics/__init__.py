"""What all floors share: errors, settings, logs."""
