"""The three municipalities: units, people at work, names and streets."""
