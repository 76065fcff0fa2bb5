"""The log as a file, with marks instead of names unless a case is open."""
