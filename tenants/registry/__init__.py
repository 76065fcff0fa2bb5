"""What the register says of municipalities: regions, inhabitants, and import from files."""
