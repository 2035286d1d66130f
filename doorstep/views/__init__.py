"""One small value for each layout and partial: all that it may read, already worded."""
