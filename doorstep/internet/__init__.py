"""Asking other computers for what everybody may read, and never one behind our own door."""
