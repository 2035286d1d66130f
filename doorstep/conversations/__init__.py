"""What people write about a form they sent -> an answer, a change to look at, and a guide."""
