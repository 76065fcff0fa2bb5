"""Settings for host names: the consortium's, and what a municipality's is made of."""

import os

AKSON_CONSORTIUM_HOSTS = os.environ.get(
    "AKSON_CONSORTIUM_HOSTS", "konsortium.localhost"
).split()
# Where people reach the consortium's host; the links in its letters begin with it.
AKSON_CONSORTIUM_ADDRESS = os.environ.get(
    "AKSON_CONSORTIUM_ADDRESS", f"https://{AKSON_CONSORTIUM_HOSTS[0]}"
).rstrip("/")
# A municipality's host name is its name before this suffix.
AKSON_HOST_SUFFIX = os.environ.get("AKSON_HOST_SUFFIX", ".localhost")
