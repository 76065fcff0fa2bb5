"""Parts of the log that auditors have saved, to come back to."""
