"""Who is connected with whom, where that is thin, and what could be started."""
