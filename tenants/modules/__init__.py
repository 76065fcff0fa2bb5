"""The parts of Akson a municipality may do without: which there are, and which it has."""
