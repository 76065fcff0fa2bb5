"""How the access log is sealed and witnessed, with keys that lie outside the database."""

import os

# The folder with the keys that seal the access log, which only the sealing worker can read;
# what the sealed logs are called before the municipality and the era; how late is an alarm.
AKSON_LOG_KEYS = os.environ.get("AKSON_LOG_KEYS", "")
AKSON_LOG_KEYS_ARE_MADE = False
AKSON_LOG_ORIGIN = os.environ.get("AKSON_LOG_ORIGIN", "")
AKSON_LOG_SEALED_WITHIN_S = 60
# The witness of logs, ours or others': its key, in a file apart from those, and its name.
AKSON_WITNESS_KEY = os.environ.get("AKSON_WITNESS_KEY", "")
AKSON_WITNESS_NAME = os.environ.get("AKSON_WITNESS_NAME", "")
# The witnesses that are asked to cosign our logs, `KEY ADDRESS, KEY ADDRESS ...`; how many
# of them must have (a number, or all); and how late, in seconds, is an alarm.
AKSON_LOG_WITNESSES = os.environ.get("AKSON_LOG_WITNESSES", "")
AKSON_LOG_WITNESS_QUORUM = os.environ.get("AKSON_LOG_WITNESS_QUORUM", "all")
AKSON_LOG_COSIGNED_WITHIN_S = 15 * 60
