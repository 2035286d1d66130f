"""The one interactive map: what a guide shows on it -> the script and the files that open it."""
