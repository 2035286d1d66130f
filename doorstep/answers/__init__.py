"""What a run without any power found out about a change -> an answer on it, checked before."""
