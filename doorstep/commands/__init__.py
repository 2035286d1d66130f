"""Commands that bring things into a guide from elsewhere; build.py lists them."""
