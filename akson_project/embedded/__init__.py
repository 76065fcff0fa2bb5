"""PostgreSQL and Valkey from wheels, run by ourselves for demo, tests and bench."""
