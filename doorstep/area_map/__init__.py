"""The guide's own street map: what an extract of streets becomes, and how it is drawn."""
