"""What only maintainers may do and see."""
