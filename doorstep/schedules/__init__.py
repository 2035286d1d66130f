"""“Every Tuesday in term time, 10:30am to midday” <-> recurrence rules."""
