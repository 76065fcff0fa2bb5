"""The auditor's page of how long the log is kept, and what two of them decide to erase."""
