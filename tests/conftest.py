"""Settings for every test. What tests are made of is in builders.py."""

from hypothesis import settings

# Two busy cores take longer than a fixed time for one example, which says nothing of the code.
settings.register_profile("doorstep", deadline=None, max_examples=60)
settings.load_profile("doorstep")
