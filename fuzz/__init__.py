"""Bytes from anybody -> nothing falls: one target for each part that reads what strangers send."""
