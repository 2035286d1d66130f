"""Doorstep turns a neighbourhood's entries into a guide: what's on, and who can help."""
