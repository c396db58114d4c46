"""What the page shows, as trees of elements: pure, without a clock or a network."""
