"""What the first pages show."""
