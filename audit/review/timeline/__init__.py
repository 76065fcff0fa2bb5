"""One patient's or one employee's events over time, as a picture and a table."""
