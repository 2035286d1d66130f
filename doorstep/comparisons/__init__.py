"""A guide as it is and as it would be -> what changes for its readers, in their words."""
