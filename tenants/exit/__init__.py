"""A municipality's whole schema, written to files anybody can read, and made again from them.

What the files hold is described in `docs/export-format.md`; `audit.leaving` takes them out.
"""
