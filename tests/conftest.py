"""What all tests share: no test is judged by its speed, and the generated examples are the same each time."""

from hypothesis import settings

settings.register_profile("quoth", deadline=None, derandomize=True)
settings.load_profile("quoth")
