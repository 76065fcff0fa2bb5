"""Django's database backend for Akson: every connection works in one named place."""
