"""What is written in the guide -> what of it belongs to one person, and should not be public."""
