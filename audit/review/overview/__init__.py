"""The auditor's first page: how much was done, and what waits for him."""
