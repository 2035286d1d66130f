"""The boxes that people fill in, made from the kinds of entry: in, out and into an address."""
