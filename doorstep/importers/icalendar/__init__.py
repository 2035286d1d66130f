"""A group's own calendar (iCalendar, RFC 5545) -> entries of the guide and a clean copy."""
