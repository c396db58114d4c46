"""Measuring and training: commands for those who improve Quoth, never needed to serve."""
