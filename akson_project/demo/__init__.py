"""The demo: three municipalities of synthetic people."""
