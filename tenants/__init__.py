"""Whose data it is: the municipalities, each in a schema of its own."""
