"""Pages of a built site -> pictures of them on a phone, and the branch that keeps the pictures."""
